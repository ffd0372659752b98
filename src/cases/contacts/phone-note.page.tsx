import type { FormState } from "../../http/index.ts";
import { Button, ButtonRow, Card, Checkbox, Form, FormErrors, LinkButton, Name, PageHead, RadioGroup, ReadersLine, TextField } from "../../ui/index.ts";
import type { HiddenFields } from "../case-form.page.tsx";
import { typedIn } from "../typed-values.ts";
import type { NoteCandidate } from "./phone-note.sql.ts";

export interface PhoneNoteView {
  readonly form: FormState;
  readonly hidden: HiddenFields;
  /** what the typed name may mean */
  readonly candidates: readonly NoteCandidate[];
  readonly who: string;
}

export function PhoneNotePage({ form, hidden, candidates, who }: PhoneNoteView) {
  const typed = typedIn(form);
  return (
    <>
      <PageHead title="Telefonnotiz" lead="Eine Zeile genügt. Ergänzen können Sie später." />
      <Card>
        <Form {...hidden} label="Telefonnotiz" guarded>
          <FormErrors errors={form.refusals} />
          <TextField name="who" label="Fallnummer oder Name" autofocus value={typed.text("who", who)} {...typed.errorOf("who")} hint="zum Beispiel 2026-0417 oder Haddad" />
          {candidates.length > 1 && (
            <RadioGroup
              name="caseId"
              label="Welcher Fall?"
              value={typed.text("caseId")}
              {...typed.errorOf("caseId")}
              choices={candidates.map((c) => ({ value: c.id, label: <><Name latin={c.main_name} own={c.main_name_own} /> · Fall {c.number}</> }))}
            />
          )}
          <TextField name="text" label="Worum ging es?" maxlength={500} value={typed.text("text")} {...typed.errorOf("text")} />
          <Checkbox name="isEntrusted" label="anvertraut" checked={typed.isChecked("isEntrusted")} />
          <ReadersLine readers={[{ name: "Sie" }, { name: "das Team des Falls" }, { name: "die Teamleitung", why: "nach Beitritt mit Begründung" }]} notReaders={[{ name: "andere Case Manager:innen" }, { name: "die Ausländerbehörde" }, { name: "das Portal der Person" }]} />
          <ButtonRow>
            <Button kind="strong">Notieren</Button>
            <LinkButton kind="quiet" href="/mein-tag">Abbrechen</LinkButton>
          </ButtonRow>
        </Form>
      </Card>
    </>
  );
}
