import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import type { AdviceOutcome } from "../case-words.ts";
import { unknownAreas } from "../verdict.ts";

export interface AdviceInput {
  readonly happenedOn: CalendarDay;
  readonly language: string;
  readonly lifeAreas: readonly string[];
  readonly outcome: Exclude<AdviceOutcome, "became_case">;
  readonly minutes: number | null;
}

export function decideAdvice(input: AdviceInput, facts: { today: CalendarDay; lifeAreas: readonly string[] }): Decision<AdviceInput> {
  const refusals: Refusal[] = [...unknownAreas(input.lifeAreas, facts.lifeAreas)];
  if (input.language === "") refusals.push({ code: "advice-without-language", field: "language", sentence: "Wählen Sie die Sprache." });
  if (input.lifeAreas.length === 0) refusals.push({ code: "advice-without-life-area", field: "lifeAreas", sentence: "Wählen Sie mindestens einen Lebensbereich." });
  if (input.happenedOn > facts.today) refusals.push({ code: "advice-in-the-future", field: "happenedOn", sentence: "Dieser Tag liegt in der Zukunft." });
  return decide(refusals, () => input);
}
