import { languageLabel, LANGUAGES, namesOf } from "../cases/reading/index.ts";
import { CaseForm, type CaseFormView, choicesOf, optionsOf, typedIn } from "../cases/working/index.ts";
import type { CaseReaders } from "../cases/reading/index.ts";
import { type CalendarDay, germanDay } from "../kernel/calendar-day.ts";
import { Checkbox, DateField, FieldRow, type Option, RadioGroup, ReadersLine, Select, StaleComparison, TextArea, TextField } from "../ui/index.ts";
import { GOAL_STATES, MEASURE_STATES } from "./plan-words.ts";
import type { Goal, Measure } from "./read-plan.ts";

export type Owners = readonly (Option | { readonly label: string; readonly options: readonly Option[] })[];
interface Shared extends CaseFormView {
  readonly readers: CaseReaders;
}
export interface NewGoalView extends Shared {
  readonly owners: Owners;
  readonly dueProposal: CalendarDay;
  /** the languages that the person speaks come first */
  readonly personLanguage: string;
}

const areasOf = (view: CaseFormView, keep?: string) => choicesOf(view.head.lifeAreas.filter((a) => !a.is_retired || a.key === keep));

/** A goal and its first step in one form: a sentence, a step, a name, a day. */
export function NewGoalPage(view: NewGoalView) {
  const { head, form } = view;
  const typed = typedIn(form);
  const persons = head.persons.filter((p) => p.left_on === null);
  const mentioned = head.lifeAreas.filter((a) => a.is_of_case);
  return (
    <CaseForm view={view} title="Neues Ziel" submit="Ziel eintragen" current="plan" foot={<ReadersLine {...view.readers} />}>
      {persons.length > 1 && <Select name="personId" label="Wessen Ziel ist es?" value={typed.text("personId", persons.find((p) => p.is_main)?.person_id)} {...typed.errorOf("personId")} options={persons.map((p) => ({ value: p.person_id, label: namesOf(p).latin }))} />}
      {persons.length === 1 && <input type="hidden" name="personId" value={persons[0]!.person_id} />}
      <TextArea name="wish" label="Was möchte die Person erreichen?" rows={2} maxlength={1000} placeholder="in ihren Worten" value={typed.text("wish")} {...typed.errorOf("wish")} />
      <RadioGroup name="lifeArea" label="Lebensbereich" look="inline" value={typed.text("lifeArea", mentioned.length === 1 ? mentioned[0]!.key : undefined)} {...typed.errorOf("lifeArea")} choices={areasOf(view)} />
      <TextField name="title" label="Erster Schritt" optional maxlength={300} placeholder="zum Beispiel: Zeugnisse übersetzen lassen" value={typed.text("title")} {...typed.errorOf("title")} />
      <FieldRow>
        <Select name="responsible" label="Wer tut es?" value={typed.text("responsible", "person")} {...typed.errorOf("responsible")} options={view.owners} />
        <DateField name="dueOn" label="Bis wann?" value={typed.text("dueOn", germanDay(view.dueProposal))} {...typed.errorOf("dueOn")} />
      </FieldRow>
      <details class="more-lines" open={form.refusals.some((r) => r.field === "goal" || r.field === "wishLanguage")}>
        <summary>Sprache, Fachsprache, anvertraut</summary>
        <GoalMore view={view} wishLanguage={view.personLanguage} />
      </details>
    </CaseForm>
  );
}

function GoalMore({ view, wishLanguage, goal }: { view: CaseFormView; wishLanguage: string; goal?: Goal }) {
  const typed = typedIn(view.form);
  const known = LANGUAGES.some((l) => l.value === wishLanguage) ? LANGUAGES : [{ value: wishLanguage, label: languageLabel(wishLanguage) }, ...LANGUAGES];
  return (
    <>
      <Select name="wishLanguage" label="Sprache, in der die Worte der Person stehen" value={typed.text("wishLanguage", goal?.wishLanguage ?? "de")} {...typed.errorOf("wishLanguage")} options={known} />
      <TextArea name="goal" label="Dasselbe auf Deutsch, wie vereinbart" optional rows={2} maxlength={1000} hint="Nur nötig, wenn die Worte der Person in einer anderen Sprache stehen oder genauer gefasst werden." value={typed.text("goal", goal?.goal)} {...typed.errorOf("goal")} />
      <Checkbox name="isEntrusted" label="anvertraut: bleibt im Team, auch bei einer Freigabe" checked={typed.isChecked("isEntrusted", goal?.isEntrusted)} />
    </>
  );
}

export interface GoalView extends Shared {
  readonly goal: Goal;
}
export function GoalPage(view: GoalView) {
  const { goal, form } = view;
  const typed = typedIn(form);
  const now = form.stale as unknown as Goal | undefined;
  return (
    <CaseForm
      view={view} title="Ziel bearbeiten" submit="Speichern" current="plan" version={now?.version ?? goal.version} foot={<ReadersLine {...view.readers} />}
      above={now === undefined ? null : <StaleComparison fields={[{ label: "In den Worten der Person", typed: typed.text("wish"), current: now.wish }, { label: "Wie vereinbart", typed: typed.text("goal"), current: now.goal }]} />}
    >
      <TextArea name="wish" label="In den Worten der Person" optional rows={2} maxlength={1000} value={typed.text("wish", goal.wish)} {...typed.errorOf("wish")} />
      <RadioGroup name="lifeArea" label="Lebensbereich" look="inline" value={typed.text("lifeArea", goal.lifeArea)} {...typed.errorOf("lifeArea")} choices={areasOf(view, goal.lifeArea)} />
      <GoalMore view={view} wishLanguage={goal.wishLanguage} goal={goal} />
      <RadioGroup name="state" label="Stand" look="inline" value={typed.text("state", goal.state)} {...typed.errorOf("state")} choices={optionsOf(GOAL_STATES)} hint="Wie weit ein Ziel erreicht wurde, halten Sie in der Überprüfung fest." />
    </CaseForm>
  );
}

export interface MeasureView extends Shared {
  readonly owners: Owners;
  readonly dueProposal: CalendarDay;
  readonly goal: Pick<Goal, "id" | "title">;
  readonly measure?: Measure;
}
/** A new step, or one that is there. */
export function MeasurePage(view: MeasureView) {
  const { measure, form, goal } = view;
  const typed = typedIn(form);
  const now = form.stale as unknown as Measure | undefined;
  return (
    <CaseForm
      view={view} title={measure === undefined ? "Neuer Schritt" : "Schritt bearbeiten"} submit={measure === undefined ? "Hinzufügen" : "Speichern"} current="plan"
      {...(measure === undefined ? {} : { version: now?.version ?? measure.version })}
      foot={<ReadersLine {...view.readers} />}
      above={
        <>
          <p>Ziel: <a href={`/faelle/${view.head.id}/plan#ziel-${goal.id}`}><bdi>{goal.title}</bdi></a></p>
          {now !== undefined && <StaleComparison fields={[{ label: "Was wird getan?", typed: typed.text("title"), current: now.title }, { label: "Stand", typed: MEASURE_STATES[typed.text("state") as keyof typeof MEASURE_STATES] ?? "", current: MEASURE_STATES[now.state] }, { label: "Ergebnis", typed: typed.text("result"), current: now.result }]} />}
        </>
      }
    >
      <TextField name="title" label="Was wird getan?" maxlength={300} value={typed.text("title", measure?.title)} {...typed.errorOf("title")} />
      <FieldRow>
        <Select name="responsible" label="Wer tut es?" value={typed.text("responsible", measure?.responsible.written ?? "person")} {...typed.errorOf("responsible")} options={withKept(view.owners, measure)} />
        <DateField name="dueOn" label="Bis wann?" value={typed.text("dueOn", germanDay(measure?.dueOn ?? view.dueProposal))} {...typed.errorOf("dueOn")} />
      </FieldRow>
      {measure !== undefined && (
        <>
          <RadioGroup name="state" label="Stand" look="inline" value={typed.text("state", measure.state)} {...typed.errorOf("state")} choices={optionsOf(MEASURE_STATES)} />
          <TextArea name="result" label="Was kam heraus?" optional rows={2} maxlength={2000} value={typed.text("result", measure.result)} {...typed.errorOf("result")} />
        </>
      )}
      <Checkbox name="isEntrusted" label="anvertraut: bleibt im Team" checked={typed.isChecked("isEntrusted", measure?.isEntrusted)} />
    </CaseForm>
  );
}

/** Whoever had it before stays to be chosen, though not in the team any more. */
const withKept = (owners: Owners, measure: Measure | undefined): Owners => {
  const all = owners.flatMap((o) => ("options" in o ? o.options : [o]));
  if (measure === undefined || all.some((o) => o.value === measure.responsible.written)) return owners;
  return [{ value: measure.responsible.written, label: measure.responsible.name }, ...owners];
};
