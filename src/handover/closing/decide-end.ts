import { type ClosingInput } from "../../cases/working/index.ts";
import { addMonths, type CalendarDay } from "../../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import type { Attainment } from "../../plan/index.ts";
import type { AppointmentsThen, Ending } from "./closing-words.ts";

export interface JudgedGoal {
  readonly goalId: string;
  readonly attainment: Attainment;
  readonly level: number | null;
}
export interface DecidedStep {
  readonly measureId: string;
  readonly ending: Ending;
  /** why it is dropped */
  readonly reason: string;
  /** `person` or `office:<id>`: with whom it goes on */
  readonly withWhom: string;
}
export interface EndInput extends ClosingInput {
  /** null: a program that says nothing of the plan leaves it as it stands */
  readonly plan: { readonly goals: readonly JudgedGoal[]; readonly steps: readonly DecidedStep[]; readonly note: string } | null;
  readonly appointments: AppointmentsThen | null;
  readonly aftercare: readonly CalendarDay[];
  readonly letter: { readonly personId: string; readonly language: string } | null;
}
export interface EndFacts {
  readonly today: CalendarDay;
  readonly openGoalIds: readonly string[];
  readonly openSteps: readonly { readonly id: string; readonly isEntrusted: boolean }[];
  readonly officeIds: readonly string[];
  readonly personIds: readonly string[];
  readonly comingAppointments: number;
}
const MONTHS_AHEAD = 24;

/** What closing asks beyond reason and hand-over: nothing that is open ends without a word about it. */
export function decideEnd(input: EndInput, facts: EndFacts): Decision<EndInput> {
  const refusals = [...(input.plan === null ? [] : planRefusals(input.plan, facts)), ...aftercareRefusals(input, facts.today)];
  if (input.organisationId !== null && !facts.officeIds.includes(input.organisationId)) refusals.push({ code: "unknown-office", field: "organisationId", sentence: "Wählen Sie eine Stelle aus der Liste." });
  if (input.plan !== null && facts.comingAppointments > 0 && input.appointments === null) refusals.push({ code: "coming-appointments", field: "appointments", sentence: "Sagen Sie, ob die Termine noch stattfinden." });
  if (input.letter !== null && !facts.personIds.includes(input.letter.personId)) refusals.push({ code: "person-not-of-the-case", field: "letterPersonId", sentence: "Wählen Sie, für wen der Brief ist." });
  return decide(refusals, () => input);
}

function planRefusals({ goals, steps }: NonNullable<EndInput["plan"]>, facts: EndFacts): Refusal[] {
  const refusals: Refusal[] = [];
  const isStrange = goals.some((g) => !facts.openGoalIds.includes(g.goalId)) || steps.some((s) => !facts.openSteps.some((o) => o.id === s.measureId));
  if (isStrange) refusals.push({ code: "plan-changed", sentence: "Der Plan hat sich inzwischen geändert. Laden Sie die Seite neu." });
  for (const id of facts.openGoalIds) if (!goals.some((g) => g.goalId === id)) refusals.push({ code: "goal-not-judged", field: `attainment.${id}`, sentence: "Zum Abschluss braucht jedes Ziel ein Ergebnis." });
  for (const { id, isEntrusted } of facts.openSteps) {
    const step = steps.find((s) => s.measureId === id);
    if (step === undefined) refusals.push({ code: "step-not-decided", field: `step.${id}`, sentence: "Sagen Sie, was aus diesem Schritt wird." });
    else if (step.ending === "dropped" && step.reason === "") refusals.push({ code: "dropped-without-reason", field: `why.${id}`, sentence: "Schreiben Sie kurz, warum er entfällt." });
    else if (step.ending === "goes_on") refusals.push(...goesOnRefusals(step, isEntrusted, facts));
  }
  return refusals;
}

function goesOnRefusals({ measureId, withWhom }: DecidedStep, isEntrusted: boolean, facts: EndFacts): Refusal[] {
  const office = withWhom.startsWith("office:") ? withWhom.slice(7) : null;
  if (withWhom !== "person" && (office === null || !facts.officeIds.includes(office))) return [{ code: "goes-on-with-nobody", field: `with.${measureId}`, sentence: "Wählen Sie, wer ihn weiterführt." }];
  if (office !== null && isEntrusted) return [{ code: "entrusted-stays-in-the-team", field: `with.${measureId}`, sentence: "Anvertrautes kann keine andere Stelle weiterführen.", norm: "§ 203 StGB" }];
  return [];
}

function aftercareRefusals({ aftercare }: EndInput, today: CalendarDay): Refusal[] {
  const refusals: Refusal[] = [];
  aftercare.forEach((day, i) => {
    const field = `aftercareOn.${i + 1}`;
    if (day <= today) refusals.push({ code: "aftercare-in-the-past", field, sentence: "Die Nachsorge ist ein Tag, der noch kommt." });
    else if (day > addMonths(today, MONTHS_AHEAD)) refusals.push({ code: "aftercare-too-far", field, sentence: "Nachsorge liegt in den nächsten zwei Jahren." });
    else if (aftercare.indexOf(day) !== i) refusals.push({ code: "aftercare-twice", field, sentence: "Diesen Tag haben Sie schon genannt." });
  });
  return refusals;
}
