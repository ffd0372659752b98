import { record } from "../../audit/index.ts";
import { MOST_BYTES } from "../../cases/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import { deleteFile, downloadHeaders, FILE_KINDS, prepareUpload, readWhole, storedKind, writeFile } from "../../files/index.ts";
import { type Asking, type Bytes, bytes, type Upload } from "../../http/index.ts";
import { dayOf, germanDay } from "../../kernel/calendar-day.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { getOfficePerson } from "../office-person.sql.ts";
import { PAPER_KINDS, type PaperKind } from "../office-words.ts";
import { openOffice, sealOffice } from "../sealing.ts";
import { getPaper, insertPaper, listPapers, type PaperRow, unlinkPaper, withdrawPaperRow } from "./papers.sql.ts";

const storeOf = (asking: Asking, keyRef: string, id: string) => ({ keys: asking.app.vault, keyRef, dir: asking.app.filesDir, binding: { tenant: asking.session.tenantId, table: "papers", column: "stored_name", row: id, version: 1 } });
const event = (action: string, personId: string, id: string) => ({ action, objectKind: "person", objectIds: [personId, id] });

/** Keeps an uploaded file under the key of the person; synced before it returns. What is hostile is refused by its content. */
export async function addPaper(tx: WriteTx, asking: Asking, personId: string, upload: Upload | undefined, kind: PaperKind): Promise<string> {
  const person = await getOfficePerson(tx, personId);
  if (upload === undefined) throw new Refused([{ code: "file-missing", field: "file", sentence: "Wählen Sie eine Datei." }]);
  const id = newId();
  const { bytes: prepared } = prepareUpload(upload.bytes, upload.fileName);
  const stored = await writeFile(prepared, { ...storeOf(asking, person.key_ref, id), maxBytes: MOST_BYTES, fileName: upload.fileName });
  try {
    if (stored.kind === null) throw new Error("the kind of an upload is always told");
    await insertPaper(tx, asking.session, { id, person_id: personId, name_ct: sealOffice(asking, person.key_ref, "papers.name_ct", id, upload.fileName), kind, media_type: stored.kind, size: stored.size, mac: stored.fingerprint, stored_name: stored.storedName });
    await record(tx, asking, event("paper.added", personId, id));
  } catch (error) {
    await deleteFile(asking.app.filesDir, stored.storedName);
    throw error;
  }
  return id;
}

/** As an attachment: it is never shown inside our own pages. */
export async function downloadPaper(tx: ReadTx, asking: Asking, personId: string, id: string): Promise<Bytes> {
  const person = await getOfficePerson(tx, personId);
  const row = await getPaper(tx, personId, id);
  const content = await readWhole({ ...storeOf(asking, person.key_ref, id), storedName: row.stored_name });
  await record(tx, asking, event("paper.read", personId, id));
  return bytes(content, downloadHeaders(storedKind(row.media_type), openOffice(asking, person.key_ref, "papers.name_ct", id, row.name_ct)));
}

/** Withdrawn files are shown to nobody; the bytes go with the key of the person. */
export async function withdrawPaper(tx: WriteTx, asking: Asking, personId: string, id: string): Promise<void> {
  await unlinkPaper(tx, personId, id);
  if ((await withdrawPaperRow(tx, personId, id)) !== 1) throw new NotFound();
  await record(tx, asking, event("paper.withdrawn", personId, id));
}

const shown = (asking: Asking, keyRef: string, row: PaperRow) => ({
  id: row.id, name: openOffice(asking, keyRef, "papers.name_ct", row.id, row.name_ct), kind: row.kind, kindWord: PAPER_KINDS[row.kind], fileKind: FILE_KINDS[storedKind(row.media_type)].label, size: row.size,
  author: row.author_name, addedOn: germanDay(dayOf(row.created_at, asking.app.config.timeZone)),
});
export type ShownPaper = ReturnType<typeof shown>;
export const papersOf = async (tx: ReadTx, asking: Asking, person: { readonly id: string; readonly key_ref: string }): Promise<ShownPaper[]> => (await listPapers(tx, person.id)).map((row) => shown(asking, person.key_ref, row));
