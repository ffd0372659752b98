import { Readable } from "node:stream";
import { record } from "../../audit/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { downloadHeaders } from "../../files/index.ts";
import { type Asking, bytes, pageRoute, type Route } from "../../http/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { NotFound } from "../../kernel/errors.ts";
import { makePdf } from "../../pdf/index.ts";
import { senderOf } from "../outgoing/index.ts";
import { ofDisclosure } from "./disclosure-input.ts";
import { readDisclosure, type ShownDisclosure } from "./read-disclosure.ts";

const NOTES = ["Verwenden Sie die Angaben nur für den genannten Zweck (Art. 5 Abs. 1 Buchst. b DSGVO).", "Wenn Sie die Angaben nicht brauchen, senden Sie das Schreiben bitte zurück."];

const letterOf = (d: ShownDisclosure, organisation: string) => ({
  draft: false,
  sender: { name: organisation, lines: [d.authorName] },
  recipient: { name: d.recipientName, lines: [] },
  date: d.sentOn ?? "",
  // a number and nobody's name
  reference: d.threadId.slice(-8).toUpperCase(),
  subject: d.kind === "correction" ? "Berichtigung einer Übermittlung" : "Übermittlung von Angaben",
  legalBasis: [d.basis, d.consentGivenOn === null ? "" : `Einwilligung vom ${germanDay(d.consentGivenOn)}`, d.exception ?? ""].filter((x) => x !== "").join("; "),
  purpose: d.purpose,
  necessity: d.necessity,
  fields: d.items.map((i) => ({ label: i.person === "" ? i.label : `${i.label}: ${i.person}`, value: i.value, asOf: d.createdOn })),
  notes: NOTES,
  author: d.authorName,
  receipt: { returnTo: [organisation] },
});

async function given(tx: ReadTx, asking: Asking, params: { id: string; disclosureId: string }) {
  const d = await readDisclosure(tx, asking, params.id, params.disclosureId);
  if (d.state !== "sent" || d.channel !== "paper") throw new NotFound();
  await record(tx, asking, { action: "disclosure.printed", objectKind: "disclosure", objectIds: [d.id], caseId: params.id });
  return letterOf(d, (await senderOf(tx, asking)).organisation);
}

/** Made when it is sent, after the transaction has ended: it takes a second, and a connection would wait for it. */
const later = (make: () => Promise<Uint8Array>): Readable => Readable.from((async function* () { yield Buffer.from(await make()); })());

export const paperRoutes: readonly Route[] = [
  pageRoute({
    path: "/faelle/:id/uebermittlungen/:disclosureId/schreiben.pdf", allow: "disclosure.make", record: "disclosure.printed", about: "The letter to an organisation without Einklang, as an accessible PDF with a receipt.", params: ofDisclosure,
    handle: async (tx, { params }, asking) => {
      const letter = await given(tx, asking, params);
      return bytes(later(() => makePdf("disclosure-letter", letter, asking.now)), downloadHeaders("pdf", "Uebermittlung.pdf"));
    },
  }),
  pageRoute({
    path: "/faelle/:id/uebermittlungen/:disclosureId/daten.json", allow: "disclosure.make", record: "disclosure.printed", about: "The same letter as data.", params: ofDisclosure,
    handle: async (tx, { params }, asking) => {
      const { draft: _draft, receipt: _receipt, ...letter } = await given(tx, asking, params);
      return bytes(JSON.stringify(letter, null, 2), { "content-type": "application/json; charset=utf-8", "content-disposition": 'attachment; filename="Uebermittlung.json"', "cache-control": "no-store" });
    },
  }),
];
