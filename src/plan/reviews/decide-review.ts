import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { decide, type Decision, type Refusal } from "../../kernel/refusal.ts";
import type { Attainment, ReviewKind } from "../plan-words.ts";

export interface ReviewedGoal {
  readonly goalId: string;
  readonly attainment: Attainment;
  readonly level: number | null;
  /** it came to its end, reached or not */
  readonly closes: boolean;
}
export interface ReviewInput {
  readonly kind: ReviewKind;
  readonly reviewedOn: CalendarDay;
  readonly nextReviewOn: CalendarDay | null;
  readonly note: string;
  readonly goals: readonly ReviewedGoal[];
}
export interface ReviewFacts {
  readonly today: CalendarDay;
  readonly openGoalIds: readonly string[];
  readonly isEnded: boolean;
}

export function decideReview(input: ReviewInput, facts: ReviewFacts): Decision<ReviewInput> {
  const refusals: Refusal[] = [];
  if (facts.isEnded) refusals.push({ code: "case-ended", sentence: "Der Fall ist abgeschlossen." });
  if (input.goals.some((g) => !facts.openGoalIds.includes(g.goalId))) refusals.push({ code: "goal-not-open", sentence: "Ein Ziel ist nicht mehr offen. Laden Sie die Seite neu." });
  if (input.reviewedOn > facts.today) refusals.push({ code: "reviewed-in-future", field: "reviewedOn", sentence: "Der Tag liegt in der Zukunft." });
  if (input.goals.length === 0) refusals.push({ code: "nothing-reviewed", ...(facts.openGoalIds[0] === undefined ? {} : { field: `attainment.${facts.openGoalIds[0]}` }), sentence: "Sagen Sie bei mindestens einem Ziel, wie weit es erreicht ist." });
  if (input.kind === "closing") {
    for (const id of facts.openGoalIds) if (!input.goals.some((g) => g.goalId === id)) refusals.push({ code: "goal-not-judged", field: `attainment.${id}`, sentence: "Zum Abschluss braucht jedes Ziel ein Ergebnis." });
  } else {
    if (input.nextReviewOn === null && !facts.openGoalIds.every((id) => input.goals.some((g) => g.goalId === id && g.closes)))
      refusals.push({ code: "no-next-review", field: "nextReviewOn", sentence: "Sagen Sie, wann Sie wieder auf den Plan schauen." });
  }
  if (input.nextReviewOn !== null && input.nextReviewOn <= input.reviewedOn) refusals.push({ code: "next-before-this", field: "nextReviewOn", sentence: "Die nächste Überprüfung liegt nach dieser." });
  if (input.nextReviewOn !== null && input.nextReviewOn < facts.today) refusals.push({ code: "next-in-past", field: "nextReviewOn", sentence: "Die nächste Überprüfung liegt in der Vergangenheit." });
  const end = input.kind === "closing" ? { nextReviewOn: null, goals: input.goals.map((g) => ({ ...g, closes: true })) } : {};
  return decide(refusals, () => ({ ...input, ...end }));
}
