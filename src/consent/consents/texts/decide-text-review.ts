import type { CalendarDay } from "../../../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../../../kernel/refusal.ts";

export interface TextReviewInput {
  readonly reviewer: string;
  readonly reviewedOn: CalendarDay | null;
  readonly isUnreadable: boolean;
  readonly textVersion: string;
}
export interface TextReviewFacts {
  readonly today: CalendarDay;
  /** of the text that is signed at present */
  readonly version: string;
}

export function decideTextReview(input: TextReviewInput, facts: TextReviewFacts): Decision<{ reviewer: string; reviewedOn: CalendarDay }> {
  const refusals: Refusal[] = [];
  if (input.reviewer.length < 2) refusals.push({ code: "reviewer-not-named", field: "reviewer", sentence: "Schreiben Sie, wer den Text geprüft hat: Name und Befähigung." });
  if (input.isUnreadable) refusals.push({ code: "not-a-day", field: "reviewedOn", sentence: "Das ist kein Tag. Schreiben Sie ihn wie 22.11.2026." });
  else if (input.reviewedOn === null) refusals.push({ code: "reviewed-when", field: "reviewedOn", sentence: "Geben Sie ein, wann der Text geprüft wurde." });
  else if (input.reviewedOn > facts.today) refusals.push({ code: "day-in-the-future", field: "reviewedOn", sentence: "Dieser Tag liegt in der Zukunft." });
  if (input.textVersion !== facts.version) refusals.push({ code: "text-changed", sentence: "Der Text wurde inzwischen geändert. Lassen Sie die neue Fassung prüfen." });
  return decide(refusals, () => ({ reviewer: input.reviewer, reviewedOn: input.reviewedOn! }));
}
