import type { FormState } from "../../http/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Button, ButtonRow, Card, Chip, DataTable, DateField, FieldRow, Form, FormErrors, LinkButton, PageHead, Select } from "../../ui/index.ts";
import type { HiddenFields } from "../case-form.page.tsx";
import { typedIn } from "../typed-values.ts";
import type { Colleague } from "./team.sql.ts";

export function AbsencesPage({ colleagues, today }: { colleagues: readonly Colleague[]; today: CalendarDay }) {
  const words = (c: Colleague) => {
    if (c.absent_from === null || (c.absent_until !== null && c.absent_until < today)) return "da";
    const until = c.absent_until === null ? "auf Weiteres" : `bis ${germanDay(c.absent_until)}`;
    return <Chip tone="warning">{c.absent_from > today ? `abwesend ab ${germanDay(c.absent_from)}, ${until}` : `abwesend ${until}`}</Chip>;
  };
  return (
    <>
      <PageHead title="Vertretungen" lead="Wer abwesend ist, wird von der ständigen Vertretung vertreten. Ein Grund wird nicht erfasst." />
      <Card flush>
        <DataTable
          caption="Abwesenheit und Vertretung"
          captionHidden
          rows={colleagues}
          columns={[
            { key: "name", header: "Name", rowHeader: true, cell: (c) => <a href={`/vertretungen/${c.account_id}`}><bdi>{c.name}</bdi></a> },
            { key: "away", header: "Heute", cell: words },
            { key: "deputy", header: "Ständige Vertretung", cell: (c) => <bdi>{c.deputy_name ?? "noch keine"}</bdi> },
          ]}
        />
      </Card>
    </>
  );
}

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
