import type { Appointment } from "../../appointments/index.ts";
import { CLOSING_REASONS, type FollowUp, HANDOVERS, namesOf } from "../../cases/reading/index.ts";
import { CaseForm, type CaseFormView, optionsOf, type Typed, typedIn } from "../../cases/working/index.ts";
import { SHEET_LANGUAGES, type StandingRow } from "../../consent/index.ts";
import { addDays, addMonths, germanDay } from "../../kernel/calendar-day.ts";
import { ATTAINMENTS, type Goal, type Measure, sheetLanguage } from "../../plan/index.ts";
import { DateField, FieldRow, type Option, RadioGroup, ReadersLine, type ReadersLineProps, Select, TextArea, TextField } from "../../ui/index.ts";
import { APPOINTMENTS_THEN, ENDINGS } from "./closing-words.ts";

export interface ClosingView extends CaseFormView {
  readonly goals: readonly Goal[];
  /** goal → the level that the assessment knows now */
  readonly levels: ReadonlyMap<string, number>;
  readonly offices: readonly Option[];
  readonly followUps: readonly FollowUp[];
  readonly appointments: readonly Appointment[];
  readonly consents: readonly StandingRow[];
  /** what led here; empty where nothing did */
  readonly reason: string;
  readonly keptMonths: number;
  readonly contacts: { readonly many: number; readonly weeks: number };
  readonly readers: ReadersLineProps;
}
const DEGREES = (["2", "1", "0", "-1", "-2"] as const).map((n) => ({ value: n, label: ATTAINMENTS[n] }));
const STEPS = [1, 2, 3, 4, 5].map((n) => ({ value: String(n), label: String(n) }));
const isOpen = (m: Measure): boolean => m.state === "open" || m.state === "running";

/** The end on one page: what became of it, what is still open, to whom it goes, and who asks afterwards. */
export function ClosingPage(view: ClosingView) {
  const typed = typedIn(view.form);
  const version = (view.form.stale?.["version"] as number | undefined) ?? view.head.version;
  return (
    <CaseForm view={view} title="Fall abschließen" submit="Fall abschließen" version={version} guarded above={view.form.stale === undefined ? null : <p class="tone-warning">Der Fall wurde inzwischen geändert. Prüfen Sie noch einmal und speichern Sie erneut.</p>} foot={<ReadersLine {...view.readers} />}>
      <Results view={view} typed={typed} />
      <StillOpen view={view} typed={typed} />
      <End view={view} typed={typed} />
      <Aftercare view={view} typed={typed} />
      <Letter view={view} typed={typed} />
    </CaseForm>
  );
}
interface Part { readonly view: ClosingView; readonly typed: Typed }

function Results({ view, typed }: Part) {
  if (view.goals.length === 0) return <section class="closing-part"><h3>Ergebnis</h3><p class="quiet">Im Plan ist kein Ziel offen. Der Fall lässt sich auch ohne Plan abschließen.</p></section>;
  return (
    <section class="closing-part">
      <h3>Ergebnis</h3>
      <p class="quiet">Am besten gemeinsam mit der Person. Jedes Ziel bekommt ein Ergebnis und endet.</p>
      {view.goals.map((goal) => <GoalResult view={view} typed={typed} goal={goal} />)}
      <TextArea name="note" label="Was sagt die Person dazu?" optional rows={2} maxlength={4000} value={typed.text("note")} {...typed.errorOf("note")} />
    </section>
  );
}

function GoalResult({ view, typed, goal }: Part & { goal: Goal }) {
  const level = view.levels.get(goal.id);
  const area = view.head.lifeAreas.find((a) => a.key === goal.lifeArea)?.label ?? goal.lifeArea;
  return (
    <div class="review-goal">
      <h4><bdi>{goal.title}</bdi></h4>
      <p class="goal-facts">{area}</p>
      <RadioGroup name={`attainment.${goal.id}`} label="Wie weit ist es erreicht?" look="inline" value={typed.text(`attainment.${goal.id}`)} {...typed.errorOf(`attainment.${goal.id}`)} choices={DEGREES} />
      <RadioGroup name={`level.${goal.id}`} label={`Stufe heute: ${area}`} optional look="inline" value={typed.text(`level.${goal.id}`, level === undefined ? undefined : String(level))} choices={STEPS} hint={goal.levelBefore === null ? "wie im Assessment, von 1 bis 5" : `wie im Assessment, von 1 bis 5; am Anfang ${goal.levelBefore}`} />
      {goal.measures.filter(isOpen).map((m) => <OpenStep view={view} typed={typed} goal={goal} measure={m} />)}
    </div>
  );
}

function OpenStep({ view, typed, goal, measure: m }: Part & { goal: Goal; measure: Measure }) {
  const isEntrusted = m.isEntrusted || goal.isEntrusted;
  const known = m.responsible.kind === "office" ? m.responsible.written : m.responsible.kind === "person" ? "person" : "";
  return (
    <div class="closing-step">
      <RadioGroup name={`step.${m.id}`} label={`Offener Schritt: ${m.title}`} look="inline" value={typed.text(`step.${m.id}`)} {...typed.errorOf(`step.${m.id}`)} choices={optionsOf(ENDINGS)} hint={`${m.responsible.name}, bis ${germanDay(m.dueOn)}`} />
      <div class="closing-why">
        <TextField name={`why.${m.id}`} label="Warum entfällt er?" maxlength={300} value={typed.text(`why.${m.id}`)} {...typed.errorOf(`why.${m.id}`)} />
      </div>
      <div class="closing-with">
        <Select name={`with.${m.id}`} label="Bei wem geht er weiter?" empty="bitte wählen" value={typed.text(`with.${m.id}`, known)} {...typed.errorOf(`with.${m.id}`)} options={[{ value: "person", label: "die Person selbst" }, ...(isEntrusted ? [] : view.offices.map((o) => ({ value: `office:${o.value}`, label: o.label })))]} />
      </div>
    </div>
  );
}

/** What else runs, and what happens to each of it. */
function StillOpen({ view: { followUps, appointments, consents }, typed }: Part) {
  if (followUps.length + appointments.length + consents.length === 0) return null;
  return (
    <section class="closing-part">
      <h3>Noch offen</h3>
      {followUps.length > 0 && (
        <>
          <ul aria-label="Wiedervorlagen">{followUps.map((f) => <li><bdi>{f.title}</bdi>, fällig am {germanDay(f.dueOn)}</li>)}</ul>
          <RadioGroup name="openFollowUps" label="Was geschieht mit den Wiedervorlagen?" look="inline" value={typed.text("openFollowUps")} {...typed.errorOf("openFollowUps")} choices={[{ value: "finish", label: "als erledigt abschließen" }, { value: "keep", label: "offen lassen" }]} />
        </>
      )}
      {appointments.length > 0 && (
        <>
          <ul aria-label="Termine">{appointments.map((a) => <li>{germanDay(a.day)}, {a.from} Uhr: {a.kindWord}</li>)}</ul>
          <RadioGroup name="appointments" label="Was geschieht mit den Terminen?" look="inline" value={typed.text("appointments")} {...typed.errorOf("appointments")} choices={optionsOf(APPOINTMENTS_THEN)} hint="Nach dem Abschluss erinnert Einklang die Person an keinen Termin mehr." />
        </>
      )}
      {consents.length > 0 && (
        <>
          <p>Mit dem Abschluss enden diese Einwilligungen und Freigaben von selbst:</p>
          <ul aria-label="Einwilligungen">{consents.map((c) => <li><bdi>{c.recipient}</bdi>, galt bis {germanDay(c.expires_on)}{c.shared_areas.length > 0 && ", die Stelle liest dann nicht mehr mit"}</li>)}</ul>
        </>
      )}
    </section>
  );
}

function End({ view, typed }: Part) {
  return (
    <section class="closing-part">
      <h3>Abschluss und Übergabe</h3>
      <FieldRow>
        <Select name="reason" label="Grund" empty="bitte wählen" value={typed.text("reason", view.reason)} {...typed.errorOf("reason")} options={optionsOf(CLOSING_REASONS)} />
        <DateField name="closedOn" label="Letzter Tag" value={typed.text("closedOn", germanDay(view.today))} {...typed.errorOf("closedOn")} />
      </FieldRow>
      <p class="quiet">Die Akte wird {view.keptMonths} Monate danach gelöscht: heute abgeschlossen am {germanDay(addMonths(view.today, view.keptMonths))}.</p>
      <RadioGroup name="handover" label="Übergabe" look="inline" value={typed.text("handover")} {...typed.errorOf("handover")} choices={optionsOf(HANDOVERS)} />
      <Select name="organisationId" label="Welche Stelle im Regelsystem macht weiter?" optional empty="keine aus der Liste" value={typed.text("organisationId")} {...typed.errorOf("organisationId")} options={view.offices} hint="Sie steht im Abschlussbrief. Erfahren tut sie davon nichts." />
      <TextArea name="handoverText" label="Was ist vereinbart?" optional rows={3} maxlength={5000} value={typed.text("handoverText")} {...typed.errorOf("handoverText")} />
    </section>
  );
}

function Aftercare({ view, typed }: Part) {
  const fields = Math.max(1, view.contacts.many);
  return (
    <section class="closing-part">
      <h3>Nachsorge</h3>
      <p class="quiet">An diesen Tagen steht bei der Leitung, dass jemand nachfragt. Leeren Sie die Felder, wenn niemand nachfragen soll.</p>
      <FieldRow>
        {Array.from({ length: fields }, (_x, i) => {
          const name = `aftercareOn.${i + 1}`;
          return <DateField name={name} label={`Nachsorge ${i + 1}`} optional value={typed.text(name, view.contacts.many === 0 ? undefined : germanDay(addDays(view.today, view.contacts.weeks * 7 * (i + 1))))} {...typed.errorOf(name)} />;
        })}
      </FieldRow>
    </section>
  );
}

function Letter({ view: { head }, typed }: Part) {
  const persons = head.persons.filter((p) => p.left_on === null);
  const main = persons.find((p) => p.is_main) ?? persons[0];
  const language = sheetLanguage(main?.languages.find((l) => sheetLanguage(l.code) !== "de")?.code);
  return (
    <section class="closing-part">
      <h3>Brief an die Person</h3>
      <p class="quiet">Ergebnis je Ziel, wer jetzt hilft, was bis wann aufbewahrt wird: auf Deutsch und in ihrer Sprache. Anvertrautes steht nicht darin. Er steht auch auf ihrer eigenen Seite.</p>
      <FieldRow>
        <Select name="letterPersonId" label="Für wen?" optional empty="kein Brief" value={typed.text("letterPersonId", main?.person_id)} {...typed.errorOf("letterPersonId")} options={persons.map((p) => ({ value: p.person_id, label: namesOf(p).latin }))} />
        <Select name="letterLanguage" label="Sprache neben Deutsch" value={typed.text("letterLanguage", language)} {...typed.errorOf("letterLanguage")} options={Object.entries(SHEET_LANGUAGES).map(([value, { german, own }]) => ({ value, label: value === "de" ? "nur Deutsch" : `${german} (${own})` }))} />
      </FieldRow>
    </section>
  );
}
