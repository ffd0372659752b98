import type { FormState } from "../../http/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Button, ButtonRow, Card, DateField, FieldRow, Form, FormErrors, LinkButton, PageHead, Select } from "../../ui/index.ts";
import type { HiddenFields } from "../case-form.page.tsx";
import { typedIn } from "../typed-values.ts";
import type { Colleague } from "./team.sql.ts";

export interface AbsenceView {
  readonly form: FormState;
  readonly hidden: HiddenFields;
  readonly account: Colleague;
  readonly colleagues: readonly Colleague[];
  readonly mayNameDeputy: boolean;
}

export function AbsencePage({ form, hidden, account, colleagues, mayNameDeputy }: AbsenceView) {
  const typed = typedIn(form);
  const dayText = (day: CalendarDay | null): string => (day === null ? "" : germanDay(day));
  return (
    <>
      <PageHead title={<>Abwesenheit: <bdi>{account.name}</bdi></>} lead="Ohne Grund. Am Tag nach dem letzten endet der Einblick der Vertretung von selbst." />
      <Card>
        <Form {...hidden} label="Abwesenheit">
          <FormErrors errors={form.refusals} />
          <FieldRow>
            <DateField name="absentFrom" label="Erster Tag" optional value={typed.text("absentFrom", dayText(account.absent_from))} {...typed.errorOf("absentFrom")} />
            <DateField name="absentUntil" label="Letzter Tag" optional value={typed.text("absentUntil", dayText(account.absent_until))} {...typed.errorOf("absentUntil")} />
          </FieldRow>
          {mayNameDeputy ? (
            <Select name="deputyId" label="Ständige Vertretung" optional empty="noch keine" value={typed.text("deputyId", account.standing_deputy_id)} options={colleagues.filter((c) => c.account_id !== account.account_id).map((c) => ({ value: c.account_id, label: c.name }))} {...typed.errorOf("deputyId")} />
          ) : (
            <>
              <input type="hidden" name="deputyId" value={account.standing_deputy_id ?? ""} />
              <p>Ständige Vertretung: {account.deputy_name ?? "noch keine"}. Die Teamleitung legt sie fest.</p>
            </>
          )}
          <ButtonRow>
            <Button kind="strong">Speichern</Button>
            <LinkButton kind="quiet" href={mayNameDeputy ? "/vertretungen" : "/mein-tag"}>Abbrechen</LinkButton>
          </ButtonRow>
        </Form>
      </Card>
    </>
  );
}
