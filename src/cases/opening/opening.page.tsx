import type { FormState } from "../../http/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Button, ButtonRow, Card, CheckboxGroup, DataTable, DateField, EmptyState, FieldError, FieldRow, Form, FormErrors, LinkButton, PageHead, RadioGroup, ReadersLine, Select, TextField } from "../../ui/index.ts";
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
  /** where one came from; the list of cases is not for everybody who opens one */
  readonly back: string;
  /** may open one by what another municipality gave along */
  readonly mayTakeIn: boolean;
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
      <PageHead title="Neuer Fall" lead="Ein Fall kann eine Person betreffen oder eine Familie." actions={<>{view.mayTakeIn && <LinkButton href="/faelle/neu/aus-paket">Aus einem Paket</LinkButton>}{view.persons.length > 0 && <LinkButton href={newPerson(view)}>Neue Person</LinkButton>}</>} />
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

function OpeningForm({ form, hidden, today, persons, wanted, lifeAreas, colleagues, me, back, advice }: OpeningView) {
  const typed = typedIn(form);
  const chosen = typed.list("personIds", wanted.length > 0 ? wanted : persons.length === 1 ? [persons[0]!.id] : []);
  return (
    <Form {...hidden} label="Neuer Fall" guarded>
      <FormErrors errors={form.refusals} />
      {advice !== undefined && <p class="quiet">Aus der Kurzberatung, die Sie gerade festgehalten haben.</p>}
      {advice !== undefined && <input type="hidden" name="adviceId" value={advice.id} />}
      <Persons persons={persons} chosen={chosen} main={typed.text("mainPersonId", wanted[0])} form={form} />
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
        <LinkButton kind="quiet" href={back}>Abbrechen</LinkButton>
      </ButtonRow>
    </Form>
  );
}

interface PersonsProps {
  readonly persons: readonly AttachablePerson[];
  readonly chosen: readonly string[];
  readonly main: string | undefined;
  readonly form: FormState;
}

/** One line a person: whether they belong to the case, and who is the main one. */
function Persons({ persons, chosen, main, form }: PersonsProps) {
  const typed = typedIn(form);
  const box = (id: string): string => `f-person-${id}`;
  const several = persons.length > 1;
  return (
    <fieldset class="choices" id="f-personIds">
      <legend class="kern-label field-label">Um wen geht es?</legend>
      <p class="field-hint" id="f-mainPersonId">{several && "Bei mehreren ist eine die Hauptperson. "}Nicht dabei? Legen Sie oben die Person an, danach geht es hier weiter.</p>
      <div class="card card-flush table-in-form">
        <DataTable
          caption="Personen zur Auswahl"
          captionHidden
          rows={persons}
          cards
          columns={[
            { key: "in", header: "Im Fall", card: "corner", cell: (p) => <input type="checkbox" id={box(p.id)} name="personIds" value={p.id} checked={chosen.includes(p.id)} aria-label={`${p.name} gehört zum Fall`} /> },
            { key: "name", header: "Name", rowHeader: true, cell: (p) => <label for={box(p.id)}><bdi>{p.name}</bdi>{p.has_case && <span class="cell-note">in einem Ihrer Fälle</span>}</label> },
            { key: "born", header: "Geboren", numeric: true, cell: (p) => p.birth_year ?? "" },
            ...(several ? [{ key: "main", header: "Hauptperson", cell: (p: AttachablePerson) => <input type="radio" name="mainPersonId" value={p.id} checked={p.id === main} aria-label={`${p.name} ist die Hauptperson`} /> }] : []),
          ]}
        />
      </div>
      <FieldError field={{ name: "personIds", label: "", ...typed.errorOf("personIds") }} />
      <FieldError field={{ name: "mainPersonId", label: "", ...typed.errorOf("mainPersonId") }} />
    </fieldset>
  );
}
