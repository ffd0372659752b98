import { createHash } from "node:crypto";
import PizZip from "pizzip";
import { record } from "../../audit/index.ts";
import { sealNeeded } from "../../cases/working/index.ts";
import { readCaseHead } from "../../cases/reading/index.ts";
import { phaseLabel } from "../../cases/index.ts";
import { senderOf } from "../../consent/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import { deleteFile, FILE_KINDS, readWhole, safeFileName, storedKind, writeFile } from "../../files/index.ts";
import type { Asking } from "../../http/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Refused, Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { makePdf } from "../../pdf/index.ts";
import { CONFIDED_REASON, gatherFile, type WholeFile } from "./gather-file.ts";
import { findOffer, getPackage, insertPackage, noteReceipt, type OfferRow } from "./packages.sql.ts";

const LONGEST = 300 * 1_048_576;
const fileBinding = (tenant: string, id: string) => ({ tenant, table: "archive_packages", column: "file", row: id, version: 1 });
const storeOf = (asking: Asking, keyRef: string, id: string) => ({ keys: asking.app.vault, keyRef, binding: fileBinding(asking.session.tenantId, id), dir: asking.app.filesDir });
const sha256 = (content: Uint8Array): Buffer => createHash("sha256").update(content).digest();

interface Part {
  readonly path: string;
  readonly content: Buffer;
  readonly mediaType: string;
  readonly title: string;
}
export interface Manifest {
  readonly format: "einklang-archivpaket-1";
  readonly madeOn: CalendarDay;
  readonly madeBy: string;
  readonly file: { readonly number: string; readonly openedOn: CalendarDay; readonly closedOn: CalendarDay | null; readonly standing: string; readonly persons: number };
  readonly archive: { readonly norm: string; readonly offeredOn: CalendarDay; readonly takenOn: CalendarDay | null };
  readonly leftOut: { readonly entries: number; readonly why: string; readonly lines: readonly { readonly label: string; readonly value: string }[] };
  readonly parts: readonly { readonly path: string; readonly title: string; readonly mediaType: string; readonly size: number; readonly sha256: string }[];
}

/** The file as an archive keeps it: a paper that stays readable, the same for programs, the files as they came, and a list with sums of all of it. */
async function packFile(asking: Asking, file: WholeFile, offer: OfferRow, office: string): Promise<Buffer> {
  const { head, sections } = file;
  const statement = {
    title: "Akte zur Übernahme durch das Archiv", sender: office, name: `Fall ${head.number}`, reference: `Fall ${head.number}`, day: germanDay(asking.today),
    general: [
      { label: "Laufzeit", value: `${germanDay(head.openedOn)} bis ${head.closedOn === null ? "heute" : germanDay(head.closedOn)}` }, { label: "Stand", value: phaseLabel(head.phase) },
      { label: "Angeboten und übernommen", value: `${germanDay(offer.offered_on)} und ${offer.answered_on === null ? "" : germanDay(offer.answered_on)} (§ 4 ArchivG NRW)` },
    ],
    sections, files: file.files.map((f, i) => pathOf(f, i)), leftOut: file.leftOutSaid,
  };
  const parts: Part[] = [
    { path: "akte.pdf", content: Buffer.from(await makePdf("subject-access", statement, asking.now, "a-2a")), mediaType: "application/pdf", title: "Die Akte zum Lesen (PDF/A-2a)" },
    { path: "akte.json", content: Buffer.from(JSON.stringify({ format: "einklang-akte-1", ...statement }, null, 2)), mediaType: "application/json", title: "Dieselbe Akte für Programme" },
    ...file.files.map((f, i) => ({ path: pathOf(f, i), content: f.content, mediaType: FILE_KINDS[storedKind(f.mediaType)].mime, title: f.name })),
  ];
  const manifest: Manifest = {
    format: "einklang-archivpaket-1", madeOn: asking.today, madeBy: office,
    file: { number: head.number, openedOn: head.openedOn, closedOn: head.closedOn, standing: phaseLabel(head.phase), persons: head.personCount },
    archive: { norm: "§ 4 ArchivG NRW", offeredOn: offer.offered_on, takenOn: offer.answered_on },
    leftOut: { entries: file.leftOut, why: CONFIDED_REASON, lines: file.leftOutSaid },
    parts: parts.map((p) => ({ path: p.path, title: p.title, mediaType: p.mediaType, size: p.content.length, sha256: sha256(p.content).toString("hex") })),
  };
  const zip = new PizZip();
  const put = (path: string, content: string | Buffer): unknown => zip.file(path, content, { date: asking.now });
  put("manifest.json", JSON.stringify(manifest, null, 2));
  put("LIESMICH.txt", README);
  for (const part of parts) put(part.path, part.content);
  return zip.generate({ type: "nodebuffer", compression: "DEFLATE" }) as Buffer;
}
const pathOf = (f: WholeFile["files"][number], i: number): string => `dateien/${String(i + 1).padStart(3, "0")} ${safeFileName(f.name, storedKind(f.mediaType))}`;
const README = `Akte aus Einklang für das Archiv.

akte.pdf       die Akte zum Lesen, PDF/A-2a
akte.json      dieselbe Akte für Programme
dateien/       die Dateien der Akte, wie sie abgelegt wurden
manifest.json  was enthalten ist, mit Größe und SHA-256-Prüfsumme; was nicht enthalten ist, und warum

Ein XDOMEA-Aussonderungspaket ist das nicht.
`;

/** Only where the archive took the file over, and nobody says that its data were stored unlawfully. The database asks both again. */
export async function makePackage(tx: WriteTx, asking: Asking, caseId: string): Promise<string> {
  const offer = await findOffer(tx, caseId);
  if (offer?.answer !== "taken") throw new Refused([{ code: "not-taken", sentence: "Das Archiv hat diese Akte nicht übernommen." }]);
  if (offer.is_unlawful) throw new Refused([{ code: "stored-unlawfully", sentence: "Für diese Akte ist beantragt, dass sie wegen unrechtmäßiger Speicherung gelöscht wird. Solche Daten bekommt kein Archiv." }]);
  const file = await gatherFile(tx, asking, caseId);
  if (file.head.closedOn === null) throw new Refused([{ code: "not-closed", sentence: "Der Fall läuft wieder. Ein Paket gibt es erst, wenn er abgeschlossen ist." }]);
  const packed = await packFile(asking, file, offer, (await senderOf(tx, asking)).organisation);
  const id = newId();
  const stored = await writeFile(packed, { ...storeOf(asking, file.head.keyRef, id), maxBytes: LONGEST, fileName: null });
  try {
    await insertPackage(tx, asking.session, { id, caseId, on: asking.today, storedName: stored.storedName, size: packed.length, sha256: sha256(packed), leftOut: file.leftOut });
    await record(tx, asking, { action: "archive_package.made", objectKind: "archive_package", objectIds: [id], caseId });
  } catch (error) {
    await deleteFile(asking.app.filesDir, stored.storedName);
    throw error;
  }
  return id;
}

/** The package as it was made; the same bytes each time. Whoever fetches it works in the team of the file. */
export async function fetchPackage(tx: ReadTx, asking: Asking, caseId: string, id: string): Promise<{ readonly name: string; readonly content: Buffer }> {
  const head = await readCaseHead(tx, asking, caseId);
  const row = await getPackage(tx, caseId, id);
  if (!row.is_on_team) throw new Refused([{ code: "not-on-the-team", sentence: "Herunterladen kann das Paket nur, wer im Fallteam ist. Treten Sie dem Fall mit einem Grund bei." }]);
  const content = await readWhole({ ...storeOf(asking, head.keyRef, id), storedName: row.stored_name });
  await record(tx, asking, { action: "archive.downloaded", objectKind: "archive_package", objectIds: [id], caseId });
  return { name: `archiv-${head.number}-${row.made_on}.zip`, content };
}

export interface ReceiptInput {
  readonly receivedOn: CalendarDay;
  readonly reference: string;
}
/** The archive says that it has just this package; from then on the file goes by its period. */
export async function confirmReceipt(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number, input: ReceiptInput): Promise<void> {
  const head = await readCaseHead(tx, asking, caseId);
  const row = await getPackage(tx, caseId, id);
  if (row.receipt_on !== null) throw new Refused([{ code: "received", sentence: "Der Empfang ist schon bestätigt." }]);
  if (!row.was_fetched) throw new Refused([{ code: "not-fetched", sentence: "Dieses Paket hat noch niemand heruntergeladen: Das Archiv kann es nicht haben." }]);
  if (input.receivedOn > asking.today || input.receivedOn < row.made_on) throw new Refused([{ code: "impossible-day", field: "receivedOn", sentence: "Der Tag liegt zwischen der Erstellung des Pakets und heute." }]);
  const sealed = sealNeeded(asking, head.keyRef, "archive_packages.receipt_ct", id, input.reference);
  if ((await noteReceipt(tx, caseId, id, version, input.receivedOn, sealed)) !== 1) throw new Stale({ version: row.version });
  await record(tx, asking, { action: "archive_package.confirmed", objectKind: "archive_package", objectIds: [id], caseId });
}
