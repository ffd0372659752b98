import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { decide, type Decision, type Refusal } from "../../kernel/refusal.ts";
import type { Signing } from "../plan-words.ts";
import { type Goal } from "../read-plan.ts";
import { liveMeasures } from "./agreement-content.ts";

export interface AgreementInput {
  readonly personId: string;
  readonly language: string;
  readonly goalIds: readonly string[];
  /** id of a goal or a step → the same in the person's language */
  readonly translations: Readonly<Record<string, string>>;
  readonly interpreter: string;
  readonly agreedOn: CalendarDay;
  readonly nextReviewOn: CalendarDay | null;
  readonly signing: Signing;
  /** both read it together and agree; asked where nothing is signed on paper */
  readonly confirmed: boolean;
}
export interface AgreementFacts {
  readonly today: CalendarDay;
  readonly personIds: readonly string[];
  readonly openGoals: readonly Goal[];
  readonly isEnded: boolean;
}
/** A goal that stands in no German yet can be on no sheet that has German on its left side. */
export const lacksGerman = (goal: Pick<Goal, "goal" | "wishLanguage">): boolean => goal.goal === "" && goal.wishLanguage !== "de";

export function decideAgreement(input: AgreementInput, facts: AgreementFacts): Decision<AgreementInput & { readonly goals: readonly Goal[] }> {
  const refusals: Refusal[] = [];
  const goals = facts.openGoals.filter((g) => input.goalIds.includes(g.id));
  if (facts.isEnded) refusals.push({ code: "case-ended", sentence: "Der Fall ist abgeschlossen." });
  if (!facts.personIds.includes(input.personId)) refusals.push({ code: "person-not-of-the-case", field: "personId", sentence: "Wählen Sie, mit wem Sie vereinbaren." });
  if (goals.length === 0) refusals.push({ code: "no-goal", field: "goals", sentence: "Wählen Sie mindestens ein Ziel." });
  if (goals.length < input.goalIds.length && goals.length > 0) refusals.push({ code: "goal-not-open", field: "goals", sentence: "Ein Ziel läuft nicht mehr. Laden Sie die Seite neu." });
  if (goals.some(lacksGerman)) refusals.push({ code: "goal-without-german", field: "goals", sentence: "Ein Ziel steht noch nicht auf Deutsch. Ergänzen Sie es am Ziel." });
  const isWritten = (id: string): boolean => (input.translations[id] ?? "") !== "";
  const isWhole = goals.every((g) => isWritten(g.id) && liveMeasures(g).every((m) => isWritten(m.id)));
  if (input.language !== "de" && !isWhole && input.interpreter === "") refusals.push({ code: "nobody-interpreted", field: "interpreter", sentence: "Was nicht in der Sprache der Person da steht, hat jemand mündlich übersetzt: Schreiben Sie, wer." });
  if (input.agreedOn > facts.today) refusals.push({ code: "agreed-in-future", field: "agreedOn", sentence: "Der Tag liegt in der Zukunft." });
  if (input.nextReviewOn !== null && input.nextReviewOn <= input.agreedOn) refusals.push({ code: "review-before-agreement", field: "nextReviewOn", sentence: "Die Überprüfung liegt nach der Vereinbarung." });
  if (input.signing === "together" && !input.confirmed) refusals.push({ code: "not-confirmed", field: "confirmed", sentence: "Bestätigen Sie, dass Sie den Plan zusammen gelesen haben, oder drucken Sie ihn zum Unterschreiben." });
  return decide(refusals, () => ({ ...input, goals }));
}
