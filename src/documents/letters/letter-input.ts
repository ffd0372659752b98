import { z } from "zod";
import { optionalDay, optionalId, text } from "../../cases/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { DocumentLanguage } from "../../pdf/index.ts";
import type { LetterInput } from "./decide-letter.ts";
import { OTHER_LANGUAGES } from "./language-words.ts";

export const ofLetter = z.object({ id: z.uuid(), letterId: z.uuid() });
export const otherLanguage = z.string().max(3).nullish().transform((code) => code ?? "").refine((code) => code === "" || Object.hasOwn(OTHER_LANGUAGES, code), "Wählen Sie eine Sprache aus der Liste.");
export const letterBody = z.object({
  personId: optionalId(), recipient: text(500), subject: text(300), salutation: text(300), text: text(20_000), closing: text(300), otherLanguage, otherText: text(20_000), datedOn: optionalDay(),
});
export const letterInput = ({ otherLanguage: language, datedOn, ...body }: z.output<typeof letterBody>, today: CalendarDay): LetterInput => ({ ...body, otherLanguage: language as DocumentLanguage | "", datedOn: datedOn ?? today });
