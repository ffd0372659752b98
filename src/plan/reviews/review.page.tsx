import { CaseForm, type CaseFormView, optionsOf, typedIn } from "../../cases/working/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Checkbox, DateField, EmptyState, FieldRow, RadioGroup, ReadersLine, TextArea } from "../../ui/index.ts";
import type { CaseReaders } from "../../cases/reading/index.ts";
import { areaLabel, PersonOf, planPath, Wish } from "../plan.page.tsx";
import { ATTAINMENTS, REVIEW_KINDS } from "../plan-words.ts";
import { countsOf } from "../progress.ts";
import type { Goal } from "../read-plan.ts";

export interface ReviewView extends CaseFormView {
  readonly goals: readonly Goal[];
  /** goal → the level that the assessment knows now */
  readonly levels: ReadonlyMap<string, number>;
  readonly nextProposal: CalendarDay;
  readonly readers: CaseReaders;
}
const STEPS = [1, 2, 3, 4, 5].map((n) => ({ value: String(n), label: String(n) }));
const DEGREES = (["2", "1", "0", "-1", "-2"] as const).map((n) => ({ value: n, label: ATTAINMENTS[n] }));

/** Goal by goal: how far, on which step the life area stands now, and whether it is over. */
export function ReviewPage(view: ReviewView) {
  const { head, form, goals, today } = view;
  const typed = typedIn(form);
  if (goals.length === 0) {
    return <CaseForm view={view} title="Plan überprüfen" submit="Weiter" current="plan" above={<EmptyState title="Kein offenes Ziel" action={{ href: `${planPath(head.id)}/ziele/neu`, label: "Ziel eintragen" }}>Zu überprüfen gibt es erst etwas, wenn ein Ziel läuft.</EmptyState>}>{null}</CaseForm>;
  }
  return (
    <CaseForm view={view} title="Plan überprüfen" submit="Überprüfung festhalten" current="plan" above={<p class="muted">Am besten gemeinsam mit der Person. Was Sie offen lassen, bleibt, wie es ist.</p>} foot={<ReadersLine {...view.readers} />}>
      {goals.map((goal) => {
        const counts = countsOf(goal.measures, today);
        const level = view.levels.get(goal.id);
        return (
          <div class="review-goal">
            <h3><bdi>{goal.title}</bdi></h3>
            <p class="goal-facts">{areaLabel(head, goal.lifeArea)}{head.personCount > 1 && <> · <PersonOf head={head} id={goal.personId} /></>} · {counts.done} von {counts.total} Schritten erledigt</p>
            {goal.goal !== "" && <Wish goal={goal} />}
            <RadioGroup name={`attainment.${goal.id}`} label="Wie weit ist es erreicht?" optional look="inline" value={typed.text(`attainment.${goal.id}`)} {...typed.errorOf(`attainment.${goal.id}`)} choices={DEGREES} />
            <RadioGroup name={`level.${goal.id}`} label={`Stufe heute: ${areaLabel(head, goal.lifeArea)}`} optional look="inline" value={typed.text(`level.${goal.id}`, level === undefined ? undefined : String(level))} choices={STEPS} hint={goal.levelBefore === null ? "wie im Assessment, von 1 bis 5" : `wie im Assessment, von 1 bis 5; am Anfang ${goal.levelBefore}`} />
            <Checkbox name="closes" id={`closes-${goal.id}`} value={goal.id} label="Dieses Ziel ist damit abgeschlossen" checked={typed.list("closes").includes(goal.id)} />
          </div>
        );
      })}
      <FieldRow>
        <DateField name="reviewedOn" label="Überprüft am" value={typed.text("reviewedOn", germanDay(today))} {...typed.errorOf("reviewedOn")} />
        <DateField name="nextReviewOn" label="Nächste Überprüfung" optional="wird Wiedervorlage" value={typed.text("nextReviewOn", germanDay(view.nextProposal))} {...typed.errorOf("nextReviewOn")} />
      </FieldRow>
      <TextArea name="note" label="Was sagt die Person dazu?" optional rows={3} maxlength={4000} value={typed.text("note")} {...typed.errorOf("note")} />
      <RadioGroup name="kind" label="Anlass" look="inline" value={typed.text("kind", "review")} {...typed.errorOf("kind")} choices={optionsOf(REVIEW_KINDS)} hint="Beim Abschluss bekommt jedes Ziel ein Ergebnis und endet." />
    </CaseForm>
  );
}
