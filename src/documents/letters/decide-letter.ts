import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import type { DocumentLanguage } from "../../pdf/index.ts";
import { placesIn } from "./places.ts";

export interface LetterContent {
  readonly recipient: string;
  readonly subject: string;
  readonly salutation: string;
  readonly text: string;
  readonly closing: string;
  /** beside the German one, typed by whoever speaks it; empty: none */
  readonly otherText: string;
}
export interface LetterInput extends LetterContent {
  readonly personId: string | null;
  readonly otherLanguage: DocumentLanguage | "";
  readonly datedOn: CalendarDay;
}

const refusal = (code: string, field: string, sentence: string): Refusal => ({ code, field, sentence });

export function decideLetter(input: LetterInput, facts: { readonly personIds: readonly string[]; readonly isClosed: boolean }): Decision<LetterInput> {
  const refusals: Refusal[] = [];
  if (facts.isClosed) refusals.push({ code: "case-closed", sentence: "Der Fall ist geschlossen. Nehmen Sie ihn wieder auf, um einen Brief zu schreiben." });
  if (input.personId !== null && !facts.personIds.includes(input.personId)) refusals.push(refusal("person-not-of-the-case", "personId", "Wählen Sie eine Person des Falls."));
  if (input.recipient === "") refusals.push(refusal("letter-without-recipient", "recipient", "Schreiben Sie, an wen der Brief geht."));
  if (input.subject === "") refusals.push(refusal("letter-without-subject", "subject", "Schreiben Sie einen Betreff."));
  if (input.text === "") refusals.push(refusal("letter-without-text", "text", "Der Brief hat noch keinen Text."));
  if (input.otherLanguage === "" && input.otherText !== "") refusals.push(refusal("language-missing", "otherLanguage", "Wählen Sie die Sprache des zweiten Textes."));
  if (input.otherLanguage !== "" && input.otherText === "") refusals.push(refusal("other-text-missing", "otherText", "Geben Sie den Text in der anderen Sprache ein, oder wählen Sie nur Deutsch. Hier übersetzt niemand von selbst."));
  return decide(refusals, () => input);
}

const FIELDS: readonly (keyof LetterContent)[] = ["recipient", "subject", "salutation", "text", "closing", "otherText"];
/** Places that nobody has filled: with one of them no paper is made. */
export const gapsOf = (content: LetterContent): string[] => [...new Set(FIELDS.flatMap((field) => placesIn(content[field])))];

export const decideMaking = (content: LetterContent): Decision<LetterContent> => {
  const gaps = gapsOf(content);
  return decide(gaps.length === 0 ? [] : [{ code: "letter-has-gaps", sentence: `Im Brief ist noch offen: ${gaps.map((g) => `{{${g}}}`).join(", ")}. Schreiben Sie hin, was dort stehen soll, oder streichen Sie die Stelle.` }], () => content);
};
