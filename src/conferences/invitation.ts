import { longDay } from "../appointments/index.ts";
import { findOwnOrganisation } from "../consent/index.ts";
import type { ReadTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";
import { NotFound } from "../kernel/errors.ts";
import { germanDay } from "../kernel/calendar-day.ts";
import type { PlainLetter } from "../pdf/index.ts";
import { type Conference, currentConference } from "./read-conferences.ts";

/** The invitation on paper. To an office only the items that it may hear, and of a case without one not even the question. */
export async function invitationFor(tx: ReadTx, asking: Asking, caseId: string, id: string, participantId: string, caseNumber: string): Promise<PlainLetter> {
  const k = await currentConference(tx, asking, caseId, id);
  const at = k.participants.findIndex((p) => p.id === participantId);
  const participant = k.participants[at];
  if (participant === undefined || participant.kind === "account" || k.state === "held") throw new NotFound();
  if (k.state === "cancelled") return cancellationFor(tx, asking, k, participant.name, caseNumber);
  const own = asking.session.roomId === null ? undefined : await findOwnOrganisation(tx, asking.session.roomId);
  const items = k.items.filter((_item, i) => k.cells[at]![i]!.may);
  const hearsAll = items.length === k.items.length;
  const author = `${asking.session.givenName} ${asking.session.familyName}`.trim();
  return {
    language: "de", sender: { name: own?.name ?? asking.session.tenantName, lines: [] }, recipient: { name: participant.name, lines: [] }, date: germanDay(asking.today), reference: `Fall ${caseNumber}`, subject: "Einladung zu einer Besprechung",
    paragraphs: [
      "Guten Tag,", ...(k.movedFrom === null ? [] : [`die Besprechung am ${longDay(k.movedFrom.day)} um ${k.movedFrom.from} Uhr findet dann nicht statt. Sie ist verlegt.`]), `${k.movedFrom === null ? "wir" : "Wir"} laden Sie ein: ${longDay(k.appointment.day)}, ${k.appointment.from} bis ${k.appointment.until} Uhr${k.appointment.place === "" ? "" : `, ${k.appointment.place}`}.`,
      // the question tells of the whole case: whoever does not hear all of it is not told the question
      ...(hearsAll ? [`Es geht um diese Frage: ${k.question}`] : []),
      ...(items.length === 0 ? ["Worum es geht, dürfen wir Ihnen zurzeit nicht mitteilen."] : ["Mit Ihnen sprechen wir über:", ...items.map((i) => `– ${i.title}`)]),
      ...(participant.kind === "person" ? ["Sie entscheiden, wer dabei ist und worüber gesprochen wird. Eine Einwilligung können Sie jederzeit widerrufen."] : ["Bitte geben Sie diese Einladung nur an die Person weiter, die kommt. Was Sie erfahren, dürfen Sie nur für den vereinbarten Zweck verwenden."]),
    ],
    closing: "Mit freundlichen Grüßen", author,
  };
}

/** To everybody alike: that and when it would have been, and nothing of what it was about. */
async function cancellationFor(tx: ReadTx, asking: Asking, k: Conference, name: string, caseNumber: string): Promise<PlainLetter> {
  const own = asking.session.roomId === null ? undefined : await findOwnOrganisation(tx, asking.session.roomId);
  return {
    language: "de", sender: { name: own?.name ?? asking.session.tenantName, lines: [] }, recipient: { name, lines: [] }, date: germanDay(asking.today), reference: `Fall ${caseNumber}`, subject: "Absage einer Besprechung",
    paragraphs: ["Guten Tag,", `die Besprechung am ${longDay(k.appointment.day)}, ${k.appointment.from} bis ${k.appointment.until} Uhr, zu der wir Sie eingeladen haben, findet nicht statt.`],
    closing: "Mit freundlichen Grüßen", author: `${asking.session.givenName} ${asking.session.familyName}`.trim(),
  };
}
