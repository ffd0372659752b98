import { germanDay } from "../../kernel/calendar-day.ts";
import type { CaseLetter, Said } from "../../pdf/index.ts";
import type { LetterContent } from "./decide-letter.ts";
import type { LetterPlace, PlaceValues } from "./places.ts";
import type { ShownLetter } from "./read-letters.ts";

const paragraphsOf = (text: string): string[] => text.split(/\n\s*\n/).map((p) => p.trim()).filter((p) => p !== "");

/** Paragraph beside paragraph; where one language has more of them, the other side stays empty. */
function pairs(german: string, other: string): Said[] {
  const [left, right] = [paragraphsOf(german), paragraphsOf(other)];
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => ({ de: left[i] ?? "", other: right[i] ?? "" }));
}

const nameAndLines = (recipient: string): { name: string; lines: string[] } => {
  const [name = "", ...lines] = recipient.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  return { name, lines };
};

/** The letter as it is printed. */
export const paperOf = (letter: ShownLetter, places: PlaceValues): CaseLetter => ({
  language: letter.otherLanguage === "" ? "de" : letter.otherLanguage, sender: { name: places.absender_stelle, lines: [places.absender_name] }, recipient: nameAndLines(letter.recipient),
  date: germanDay(letter.datedOn), reference: `Fall ${places.fall_nummer}`, subject: letter.subject, salutation: letter.salutation, paragraphs: pairs(letter.text, letter.otherText), closing: letter.closing, author: places.absender_name,
});

/** The same for the places of a Word paper. */
export const wordPlacesOf = (letter: Pick<ShownLetter, keyof LetterContent | "datedOn">, places: PlaceValues): Readonly<Record<LetterPlace, string>> & PlaceValues => ({
  ...places, empfaenger: letter.recipient, datum: germanDay(letter.datedOn), betreff: letter.subject, anrede: letter.salutation, text: letter.text, text_andere_sprache: letter.otherText, gruss: letter.closing,
});
