import { z } from "zod";
import { day, list, oneOf, optionalDay, optionalId, text } from "../../cases/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { NoticeInput } from "./decide-notice.ts";
import { INSTRUCTIONS, LAWS, MADE_KNOWN, PERIODS, REMEDIES } from "./notice-words.ts";

export const ofNotice = z.object({ id: z.uuid(), noticeId: z.uuid() });
export const noticeBody = z.object({
  personId: optionalId(), subject: text(200), issuer: text(200), reference: text(100), issuedOn: day("Geben Sie das Datum ein, das auf dem Bescheid steht."), madeKnown: oneOf(MADE_KNOWN, "Wählen Sie, wie der Bescheid ankam."),
  madeKnownOn: optionalDay(), arrivedOn: optionalDay(), law: oneOf(LAWS, "Wählen Sie, nach welchem Recht der Bescheid erging."), remedy: oneOf(REMEDIES, "Wählen Sie, was die Belehrung nennt."),
  instruction: oneOf(INSTRUCTIONS, "Wählen Sie, ob die Belehrung stimmt.").default("given"), period: oneOf(PERIODS, "Wählen Sie die Frist.").default("one_month"), documentIds: list().pipe(z.array(z.uuid())),
});
export const noticeInput = ({ documentIds: _ids, personId, ...body }: z.output<typeof noticeBody>): NoticeInput => ({ ...body, personId: personId ?? "", issuedOn: body.issuedOn as CalendarDay });
export const settleBody = z.object({ state: z.enum(["filed", "accepted", "missed"], "Wählen Sie, was daraus wurde.") });
