import { type CaseReaders, languageLabel, LANGUAGES, namesOf } from "../cases/reading/index.ts";
import { CaseForm, type CaseFormView, optionsOf, typedIn } from "../cases/working/index.ts";
import { type CalendarDay, germanDay } from "../kernel/calendar-day.ts";
import { Checkbox, CheckboxGroup, DateField, FieldRow, Notice, type Option, RadioGroup, ReadersLine, Select, StaleComparison, TextField, TimeField } from "../ui/index.ts";
import { PLACE_KINDS, TYPED_KINDS } from "./appointment-words.ts";
import type { InterpreterRow } from "./interpreters/interpreters.sql.ts";
import { longDay } from "./local-time.ts";
import type { Appointment } from "./read-appointments.ts";

export interface AppointmentFormView extends CaseFormView {
  readonly team: readonly Option[];
  readonly offices: readonly Option[];
  readonly interpreters: readonly InterpreterRow[];
  readonly me: string;
  readonly leadDays: number;
  readonly dayProposal: CalendarDay;
  readonly readers: CaseReaders;
  readonly appointment?: Appointment;
}

/** Names of the pool that speak the language come first; the others are there all the same. */
export function interpreterOptions(pool: readonly InterpreterRow[], language: string, words: { none?: string; open: string }): (Option | { label: string; options: Option[] })[] {
  const inUse = pool.filter((i) => !i.is_retired);
  const [fitting, others] = [inUse.filter((i) => i.languages.includes(language)), inUse.filter((i) => !i.languages.includes(language))];
  const option = (i: InterpreterRow): Option => ({ value: i.id, label: `${i.name} (${i.languages.map(languageLabel).join(", ")})` });
  return [
    ...(words.none === undefined ? [] : [{ value: "none", label: words.none }]), { value: "open", label: words.open },
    ...(fitting.length === 0 ? [] : [{ label: `spricht ${languageLabel(language)}`, options: fitting.map(option) }]),
    ...(others.length === 0 ? [] : [{ label: "andere Sprachen", options: others.map(option) }]),
  ];
}

/** A new appointment, or one that is there: then all but its time. */
export function AppointmentFormPage(view: AppointmentFormView) {
  const { appointment: a, form, head } = view;
  const typed = typedIn(form);
  const now = form.stale as unknown as Appointment | undefined;
  const main = head.persons.find((p) => p.is_main);
  const spoken = main?.languages.find((l) => l.needs_interpreter)?.code ?? main?.languages[0]?.code ?? "de";
  const needs = main?.languages.some((l) => l.needs_interpreter) ?? false;
  return (
    <CaseForm
      view={view} title={a === undefined ? "Neuer Termin" : "Termin bearbeiten"} submit={a === undefined ? "Termin eintragen" : "Speichern"} current="appointments" {...(a === undefined ? {} : { version: now?.version ?? a.version })}
      above={now !== undefined && a !== undefined ? <StaleComparison fields={[{ label: "Wo genau", typed: typed.text("place"), current: now.place }, { label: "Worum geht es?", typed: typed.text("subject"), current: now.subject }]} /> : null}
      foot={<ReadersLine {...view.readers} />}
    >
      {a === undefined ? <When view={view} /> : <p>{longDay(a.day)}, {a.from}–{a.until} Uhr. {a.kind !== "conference" && <a href={`/faelle/${head.id}/termine/${a.id}/verlegen`}>Verlegen</a>}</p>}
      {a?.kind === "conference" ? <p>Fallkonferenz. Fragen und Teilnehmende stehen bei der <a href={`/faelle/${head.id}/fallkonferenzen`}>Konferenz</a>.</p> : <RadioGroup name="kind" label="Art" look="inline" value={typed.text("kind", a?.kind ?? "talk")} {...typed.errorOf("kind")} choices={optionsOf(TYPED_KINDS)} />}
      <Who view={view} />
      <Where view={view} />
      <FieldRow>
        <Select name="language" label="Sprache des Termins" value={typed.text("language", a?.language ?? spoken)} {...typed.errorOf("language")} options={languagesWith(a?.language ?? spoken)} />
        {a === undefined && (
          <Select name="interpreter" label="Sprachmittlung" value={typed.text("interpreter", needs ? "open" : "none")} {...typed.errorOf("interpreterId")} options={interpreterOptions(view.interpreters, spoken, { none: "nicht nötig", open: "nötig, noch niemand gefunden" })} hint={`Der Pool braucht gewöhnlich ${view.leadDays} Tage Vorlauf.`} />
        )}
      </FieldRow>
      <Checkbox name="wantsReminder" label="an den Termin erinnern, nur über einen sicheren Weg und ohne Angaben zur Sache" checked={typed.isChecked("wantsReminder", a?.wantsReminder ?? true)} />
      <Checkbox name="isOnPortal" label="auf der eigenen Seite der Person zeigen" checked={typed.isChecked("isOnPortal", a?.isOnPortal ?? true)} />
      <Checkbox name="isEntrusted" label="anvertraut: bleibt im Team und erscheint nicht auf der Seite der Person" checked={typed.isChecked("isEntrusted", a?.isEntrusted)} />
    </CaseForm>
  );
}

export function When({ view: { form, dayProposal } }: { view: Pick<AppointmentFormView, "form" | "dayProposal"> }) {
  const typed = typedIn(form);
  return (
    <FieldRow>
      <DateField name="on" label="Tag" picker value={typed.text("on", germanDay(dayProposal))} {...typed.errorOf("on")} />
      <TimeField name="from" label="Beginn" value={typed.text("from")} {...typed.errorOf("from")} />
      <TimeField name="until" label="Ende" optional value={typed.text("until")} hint="Leer: eine Stunde" {...typed.errorOf("until")} />
    </FieldRow>
  );
}

function Who({ view: { head, form, appointment: a, team, offices, me } }: { view: AppointmentFormView }) {
  const typed = typedIn(form);
  const persons = head.persons.filter((p) => p.left_on === null || a?.personIds.includes(p.person_id));
  const chosen = typed.list("personIds", a?.personIds ?? persons.filter((p) => p.is_main).map((p) => p.person_id));
  const known = a?.withAccountId && !team.some((t) => t.value === a.withAccountId) ? [{ value: a.withAccountId, label: a.withAccount ?? "nicht mehr im Team" }] : [];
  return (
    <>
      {persons.length === 1 ? <input type="hidden" name="personIds" value={persons[0]!.person_id} /> : <CheckboxGroup name="personIds" label="Wer kommt?" look="inline" values={chosen} {...typed.errorOf("personIds")} choices={persons.map((p) => ({ value: p.person_id, label: namesOf(p).latin }))} />}
      <FieldRow>
        <Select name="withAccountId" label="Bei wem?" value={typed.text("withAccountId", a === undefined ? me : a.withAccountId ?? "")} empty="niemand aus dem Team" {...typed.errorOf("withAccountId")} options={[...known, ...team]} hint="In dessen Woche steht der Termin." />
        <Select name="withOrganisationId" label="Stelle" optional value={typed.text("withOrganisationId", a?.withOrganisationId ?? "")} empty="keine" {...typed.errorOf("withOrganisationId")} options={offices} hint="Sie erfährt davon nichts durch Einklang." />
      </FieldRow>
    </>
  );
}

function Where({ view: { form, appointment: a } }: { view: AppointmentFormView }) {
  const typed = typedIn(form);
  return (
    <>
      <RadioGroup name="placeKind" label="Wo?" look="inline" value={typed.text("placeKind", a?.placeKind ?? "office")} {...typed.errorOf("placeKind")} choices={optionsOf(PLACE_KINDS)} />
      <FieldRow>
        <TextField name="place" label="Wo genau" optional maxlength={200} placeholder="Raum, Anschrift, Nummer" value={typed.text("place", a?.place)} {...typed.errorOf("place")} />
        <TextField name="subject" label="Worum geht es?" optional maxlength={200} value={typed.text("subject", a?.subject)} {...typed.errorOf("subject")} />
      </FieldRow>
    </>
  );
}

const languagesWith = (code: string): readonly Option[] => (LANGUAGES.some((l) => l.value === code) ? LANGUAGES : [{ value: code, label: languageLabel(code) }, ...LANGUAGES]);

export interface MoveView extends CaseFormView {
  readonly appointment: Appointment;
  readonly dayProposal: CalendarDay;
}
export function MovePage(view: MoveView) {
  const { appointment: a, form } = view;
  const now = form.stale as unknown as Appointment | undefined;
  return (
    <CaseForm view={view} title="Termin verlegen" submit="Verlegen" current="appointments" version={now?.version ?? a.version}>
      {a.kind === "conference" && <Notice kind="warning" title="Eine Fallkonferenz">Verlegen Sie sie unter <a href={`/faelle/${view.head.id}/fallkonferenzen`}>Fallkonferenzen</a>: Dort sehen Sie auch, wem Sie Bescheid geben.</Notice>}
      <p>Bisher: {longDay(a.day)}, {a.from}–{a.until} Uhr.</p>
      {a.interpreting !== null && (a.interpreting.state === "confirmed" || a.interpreting.state === "requested") && <Notice kind="warning" title="Sprachmittlung">{a.interpreting.state === "confirmed" ? "Die Zusage gilt für den alten Termin." : "Angefragt ist der alte Termin."} Fragen Sie für den neuen noch einmal an.</Notice>}
      <When view={view} />
    </CaseForm>
  );
}
