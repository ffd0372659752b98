import { z } from "zod";
import { CONTACT_KINDS, INTERPRETING } from "../case-words.ts";
import { flag, list, oneOf, optionalDay, optionalNumber, optionalTime, text } from "../form-input.ts";

const MOST_TEXT = 20_000;

/** Of form and API alike; a day left out is today. */
export const contactBody = z.object({
  kind: oneOf(CONTACT_KINDS, "Wählen Sie die Art des Kontakts.").default("talk"),
  happenedOn: optionalDay(),
  happenedAt: optionalTime(),
  minutes: optionalNumber(0, 1440, "Geben Sie die Dauer in ganzen Minuten ein, höchstens 1440."),
  place: text(120),
  language: text(35),
  interpreting: oneOf(INTERPRETING, "Wählen Sie, wie verständigt wurde.").default("none"),
  lifeAreas: list(),
  text: text(MOST_TEXT),
  isEntrusted: flag(),
  personIds: list(),
});
export type ContactBody = z.output<typeof contactBody>;

export const phoneNoteBody = z.object({
  who: text(200),
  caseId: z.union([z.uuid(), z.literal("")]).optional(),
  text: text(500),
  lifeAreas: list(),
  isEntrusted: flag(),
});
