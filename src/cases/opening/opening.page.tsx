import type { FormState } from "../../http/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Button, ButtonRow, Card, CheckboxGroup, DateField, EmptyState, FieldRow, Form, FormErrors, LinkButton, PageHead, RadioGroup, ReadersLine, Select, TextField } from "../../ui/index.ts";
import { choicesOf, type HiddenFields } from "../case-form.page.tsx";
import type { Labelled } from "../case-file.sql.ts";
import type { Colleague } from "../team/team.sql.ts";
import { typedIn } from "../typed-values.ts";
import type { AttachablePerson } from "./opening.sql.ts";

export interface OpeningView {
  readonly form: FormState;
  readonly hidden: HiddenFields;
  readonly today: CalendarDay;
  readonly persons: readonly AttachablePerson[];
  readonly wanted: readonly string[];
  readonly lifeAreas: readonly Labelled[];
  /** empty where one opens for oneself */
  readonly colleagues: readonly Colleague[];
  readonly me: string;
  readonly advice?: { readonly id: string; readonly lifeAreas: readonly string[] };
}

/** Whoever is recorded on the way comes back here, beside those already chosen, and to the Kurzberatung that it began with. */
function newPerson({ wanted, advice }: OpeningView): string {
  const back = new URLSearchParams([["fall", "neu"], ...wanted.map((id) => ["person", id]), ...(advice === undefined ? [] : [["kurzberatung", advice.id]])]);
  return `/personen/neu?${back.toString()}`;
}

export function OpeningPage(view: OpeningView) {
  return (
    <>
      <PageHead title="Neuer Fall" lead="Ein Fall kann eine Person betreffen oder eine Familie." actions={view.persons.length > 0 && <LinkButton href={newPerson(view)}>Neue Person</LinkButton>} />
      <Card>
        {view.persons.length === 0 ? (
          <EmptyState title="Noch keine Person ohne Fall" action={{ href: newPerson(view), label: "Person anlegen", strong: true }}>Legen Sie zuerst die Person an. Danach geht es hier weiter.</EmptyState>
        ) : (
          <OpeningForm {...view} />
        )}
      </Card>
    </>
  );
}

function OpeningForm({ form, hidden, today, persons, wanted, lifeAreas, colleagues, me, advice }: OpeningView) {
  const typed = typedIn(form);
  const choices = persons.map((p) => ({ value: p.id, label: <><bdi>{p.name}</bdi>{p.birth_year !== null && `, geb. ${p.birth_year}`}{p.has_case && " (in einem Ihrer Fälle)"}</> }));
  const chosen = typed.list("personIds", wanted.length > 0 ? wanted : persons.length === 1 ? [persons[0]!.id] : []);
  return (
    <Form {...hidden} label="Neuer Fall" guarded>
      <FormErrors errors={form.refusals} />
      {advice !== undefined && <p class="quiet">Aus der Kurzberatung, die Sie gerade festgehalten haben.</p>}
      {advice !== undefined && <input type="hidden" name="adviceId" value={advice.id} />}
      <CheckboxGroup name="personIds" label="Personen" values={chosen} choices={choices} {...typed.errorOf("personIds")} hint="Nicht dabei? Legen Sie oben die Person an, danach geht es hier weiter." />
      {persons.length > 1 && <RadioGroup name="mainPersonId" label="Hauptperson" optional hint="Nötig, sobald der Fall mehrere Personen hat." value={typed.text("mainPersonId", wanted[0])} choices={choices} {...typed.errorOf("mainPersonId")} />}
      <RadioGroup name="phase" label="Beginnt mit" look="inline" value={typed.text("phase", "enquiry")} choices={[{ value: "enquiry", label: "Anfrage" }, { value: "clearing", label: "Klärung" }]} />
      <FieldRow>
        <DateField name="openedOn" label="Beginn" value={typed.text("openedOn", germanDay(today))} {...typed.errorOf("openedOn")} />
        <TextField name="accessRoute" label="Zugang: wie kam die Person zu Ihnen?" optional maxlength={200} value={typed.text("accessRoute")} {...typed.errorOf("accessRoute")} />
      </FieldRow>
      <CheckboxGroup name="lifeAreas" label="Lebensbereiche" optional look="inline" values={typed.list("lifeAreas", advice?.lifeAreas)} choices={choicesOf(lifeAreas)} {...typed.errorOf("lifeAreas")} />
      {colleagues.length > 0 && <Select name="leadId" label="Wer leitet den Fall?" value={typed.text("leadId", colleagues.some((c) => c.account_id === me) ? me : undefined)} empty="bitte wählen" options={colleagues.map((c) => ({ value: c.account_id, label: c.account_id === me ? `${c.name} (Sie)` : c.name }))} {...typed.errorOf("leadId")} />}
      <ReadersLine readers={colleagues.length > 0 ? [{ name: "wer den Fall leitet" }, { name: "die Teamleitung", why: "nach Beitritt mit Begründung" }] : [{ name: "Sie" }, { name: "die Teamleitung", why: "nach Beitritt mit Begründung; Name und Phase ohne Beitritt" }]} notReaders={[{ name: "andere Case Manager:innen" }, { name: "die Ausländerbehörde" }]} />
      <ButtonRow>
        <Button kind="strong">Fall eröffnen</Button>
        <LinkButton kind="quiet" href="/faelle">Abbrechen</LinkButton>
      </ButtonRow>
    </Form>
  );
}
