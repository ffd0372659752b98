import type { CalendarDay } from "../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../kernel/refusal.ts";
import type { SheetKind } from "./handover.sql.ts";

/** The giver's words, by what they are about; empty ones are left out on the sheet. */
export const WORDS = { situation: "Worum es geht", wishes: "Was der Person wichtig ist", careful: "Worauf zu achten ist", people: "Wer hilft, wen man anruft" } as const;
export type WordsKey = keyof typeof WORDS;

export interface SheetInput {
  readonly kind: SheetKind;
  readonly toId: string;
  readonly untilOn: CalendarDay | null;
  readonly words: Readonly<Partial<Record<WordsKey, string>>>;
}
export interface SheetFacts {
  readonly today: CalendarDay;
  readonly me: string;
  readonly leadId: string | null;
}

export function decideSheet(input: SheetInput, facts: SheetFacts): Decision<SheetInput> {
  const refusals: Refusal[] = [];
  if (input.toId === facts.me) refusals.push({ code: "sheet-to-oneself", field: "toId", sentence: "Wählen Sie jemand anderen." });
  if (input.kind === "substitution" && input.untilOn === null) refusals.push({ code: "substitution-without-end", field: "untilOn", sentence: "Sagen Sie, bis wann die Vertretung dauert." });
  if (input.kind === "substitution" && input.untilOn !== null && input.untilOn < facts.today) refusals.push({ code: "substitution-is-over", field: "untilOn", sentence: "Dieser Tag ist vorbei." });
  if (input.kind === "return" && facts.leadId !== input.toId) refusals.push({ code: "return-to-the-lead", field: "toId", sentence: "Zurück geht der Fall an die Leitung." });
  if (Object.values(input.words).every((text) => text === undefined || text.trim() === "")) refusals.push({ code: "sheet-empty", field: "situation", sentence: "Schreiben Sie wenigstens einen Satz: Was im Fall steht, kommt von selbst dazu." });
  return decide(refusals, () => ({ ...input, untilOn: input.kind === "substitution" ? input.untilOn : null }));
}
