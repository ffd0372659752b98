import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";

export interface EntryInput {
  readonly lifeArea: string;
  readonly level: number | null;
  /** what the person itself said */
  readonly personLevel: number | null;
  readonly resource: string;
  readonly need: string;
  readonly words: string;
  readonly isEntrusted: boolean;
}
export interface AssessmentInput {
  readonly assessedOn: CalendarDay;
  readonly state: "open" | "done";
  readonly wordsLanguage: string;
  readonly isTogether: boolean;
  readonly entries: readonly EntryInput[];
}
export interface AssessmentFacts {
  readonly today: CalendarDay;
  readonly lifeAreas: readonly string[];
  readonly takenDays: readonly CalendarDay[];
  readonly isEnded: boolean;
}
export const MOST_WORDS = 2000;
export const fieldOf = (what: "level" | "own" | "resource" | "need" | "words" | "entrusted", area: string): string => `${what}.${area}`;

export const saysSomething = (e: EntryInput): boolean => e.level !== null || e.personLevel !== null || e.resource !== "" || e.need !== "" || e.words !== "";
const isLevel = (level: number | null): boolean => level === null || (Number.isInteger(level) && level >= 1 && level <= 5);

/** Nothing must be said but a level, and that only where something else was said of a life area. */
export function decideAssessment(input: AssessmentInput, facts: AssessmentFacts): Decision<AssessmentInput> {
  const refusals: Refusal[] = [];
  const said = input.entries.filter(saysSomething);
  if (facts.isEnded) refusals.push({ code: "case-ended", sentence: "Der Fall ist abgeschlossen. Nehmen Sie ihn wieder auf, um einzuschätzen." });
  if (input.assessedOn > facts.today) refusals.push({ code: "day-in-the-future", field: "assessedOn", sentence: "Der Tag liegt in der Zukunft." });
  if (facts.takenDays.includes(input.assessedOn)) refusals.push({ code: "assessed-that-day", field: "assessedOn", sentence: "Für diesen Tag gibt es schon eine Einschätzung dieser Person. Ergänzen Sie jene, oder nehmen Sie einen anderen Tag." });
  if (said.length === 0) refusals.push({ code: "nothing-assessed", sentence: "Wählen Sie in mindestens einem Lebensbereich eine Stufe." });
  for (const entry of said) {
    if (!facts.lifeAreas.includes(entry.lifeArea)) refusals.push({ code: "unknown-life-area", sentence: "Einen der Lebensbereiche gibt es nicht." });
    if (!isLevel(entry.level) || !isLevel(entry.personLevel)) refusals.push({ code: "no-such-level", field: fieldOf("level", entry.lifeArea), sentence: "Stufen gehen von 1 bis 5." });
    else if (entry.level === null && entry.personLevel === null) refusals.push({ code: "level-missing", field: fieldOf("level", entry.lifeArea), sentence: "Wählen Sie eine Stufe zu dem, was Sie geschrieben haben." });
    for (const what of ["resource", "need", "words"] as const)
      if (entry[what].length > MOST_WORDS) refusals.push({ code: "text-too-long", field: fieldOf(what, entry.lifeArea), sentence: `Der Text ist zu lang: höchstens ${MOST_WORDS.toLocaleString("de")} Zeichen.` });
  }
  return decide(refusals, () => ({ ...input, entries: input.entries }));
}
