import { record } from "../../audit/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import { deleteFile, downloadHeaders, FILE_KINDS, type FileKind, prepareUpload, readWhole, storedKind, writeFile } from "../../files/index.ts";
import { type Asking, type Bytes, bytes, type Upload } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { NotFound, Refused, Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { getCaseFile, listCasePersons, listLifeAreas } from "../case-file.sql.ts";
import type { DocumentKind } from "../case-words.ts";
import { openText, sealNeeded } from "../sealing.ts";
import { unknownAreas } from "../verdict.ts";
import { fileBinding } from "./store-photograph.ts";
import { type DocumentRow, getDocument, insertDocument, listDocuments, updateDocument, withdrawDocumentRow } from "./documents.sql.ts";

export const MOST_BYTES = 25 * 1_048_576;

export interface DocumentInput {
  readonly kind: DocumentKind;
  readonly personId: string | null;
  readonly lifeAreas: readonly string[];
  readonly isEntrusted: boolean;
  readonly datedOn?: CalendarDay | null;
}

const storeOf = (asking: Asking, keyRef: string, id: string) => ({ keys: asking.app.vault, keyRef, binding: fileBinding(asking.session.tenantId, id), dir: asking.app.filesDir });

/** Keeps an uploaded file under the key of the case; synced before it returns. */
export async function addDocument(tx: WriteTx, asking: Asking, caseId: string, upload: Upload | undefined, input: DocumentInput): Promise<string> {
  const file = await getCaseFile(tx, caseId);
  const persons = await listCasePersons(tx, caseId);
  const refusals: Refusal[] = unknownAreas(input.lifeAreas, (await listLifeAreas(tx)).map((a) => a.key));
  if (input.personId !== null && !persons.some((p) => p.person_id === input.personId)) refusals.push({ code: "person-not-of-the-case", field: "personId", sentence: "Wählen Sie eine Person des Falls." });
  if (upload === undefined) refusals.push({ code: "file-missing", field: "file", sentence: "Wählen Sie eine Datei." });
  if (refusals.length > 0 || upload === undefined) throw new Refused(refusals);
  const id = newId();
  const { bytes: prepared, hazards } = prepareUpload(upload.bytes, upload.fileName);
  const stored = await writeFile(prepared, { ...storeOf(asking, file.key_ref, id), maxBytes: MOST_BYTES, fileName: upload.fileName });
  try {
    if (stored.kind === null) throw new Error("the kind of an upload is always told");
    await insertDocument(tx, asking.session, {
      id, case_id: caseId, person_id: input.personId, name_ct: sealNeeded(asking, file.key_ref, "documents.name_ct", id, upload.fileName), kind: input.kind,
      media_type: stored.kind, size: stored.size, mac: stored.fingerprint, stored_name: stored.storedName, dated_on: input.datedOn ?? null, hazards: [...hazards], life_areas: [...input.lifeAreas], is_entrusted: input.isEntrusted,
    });
    await record(tx, asking, { action: "document.added", objectKind: "document", objectIds: [id], caseId });
  } catch (error) {
    await deleteFile(asking.app.filesDir, stored.storedName);
    throw error;
  }
  return id;
}

/** The bytes of a file of a case and what is known of it; the caller writes the record. */
export async function readDocument(tx: ReadTx, asking: Asking, caseId: string, id: string): Promise<{ readonly row: DocumentRow; readonly name: string; readonly content: Buffer }> {
  const file = await getCaseFile(tx, caseId);
  const row = await getDocument(tx, caseId, id);
  const content = await readWhole({ ...storeOf(asking, file.key_ref, id), storedName: row.stored_name });
  return { row, name: openText(asking, file.key_ref, "documents.name_ct", id, row.name_ct), content };
}

/** May it be shown in place? PDF and pictures, and only where nothing was found inside that acts. */
export const isShowable = (kind: FileKind, hazards: readonly string[]): boolean => (kind === "pdf" || kind === "jpeg" || kind === "png") && hazards.length === 0;

/** The file for the frame on its own page, or as a picture; whatever is not showable stays a download. */
export async function showDocument(tx: ReadTx, asking: Asking, caseId: string, id: string): Promise<Bytes> {
  const { row, name, content } = await readDocument(tx, asking, caseId, id);
  await record(tx, asking, { action: "document.read", objectKind: "document", objectIds: [id], caseId });
  return bytes(content, downloadHeaders(storedKind(row.media_type), name, isShowable(storedKind(row.media_type), row.hazards)));
}

/** The file as an attachment. */
export async function downloadDocument(tx: ReadTx, asking: Asking, caseId: string, id: string): Promise<Bytes> {
  const { row, name, content } = await readDocument(tx, asking, caseId, id);
  await record(tx, asking, { action: "document.read", objectKind: "document", objectIds: [id], caseId });
  return bytes(content, downloadHeaders(storedKind(row.media_type), name));
}

/** What it is, the day on it, and whom it is about. */
export async function describeDocument(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number, input: Pick<DocumentInput, "kind" | "personId"> & { readonly datedOn: CalendarDay | null }): Promise<void> {
  await getCaseFile(tx, caseId);
  const refusals: Refusal[] = [];
  if (input.datedOn !== null && input.datedOn > asking.today) refusals.push({ code: "paper-of-the-future", field: "datedOn", sentence: "Dieser Tag liegt in der Zukunft. Gemeint ist das Datum auf dem Papier." });
  if (input.personId !== null && !(await listCasePersons(tx, caseId)).some((p) => p.person_id === input.personId)) refusals.push({ code: "person-not-of-the-case", field: "personId", sentence: "Wählen Sie eine Person des Falls." });
  if (refusals.length > 0) throw new Refused(refusals);
  if ((await updateDocument(tx, caseId, id, version, { kind: input.kind, dated_on: input.datedOn, person_id: input.personId })) !== 1) throw new Stale(await currentDocument(tx, asking, caseId, id));
  await record(tx, asking, { action: "document.changed", objectKind: "document", objectIds: [id], caseId });
}

/** Withdrawn files are shown to nobody; the bytes go with the key of the case. */
export async function withdrawDocument(tx: WriteTx, asking: Asking, caseId: string, id: string): Promise<void> {
  await getCaseFile(tx, caseId);
  if ((await withdrawDocumentRow(tx, caseId, id)) !== 1) throw new NotFound();
  await record(tx, asking, { action: "document.withdrawn", objectKind: "document", objectIds: [id], caseId });
}

const shown = (asking: Asking, keyRef: string, row: DocumentRow) => ({
  id: row.id, caseId: row.case_id, name: openText(asking, keyRef, "documents.name_ct", row.id, row.name_ct), kind: row.kind, fileKind: FILE_KINDS[storedKind(row.media_type)].label, size: row.size,
  personId: row.person_id, datedOn: row.dated_on, hazards: row.hazards, isShowable: isShowable(storedKind(row.media_type), row.hazards), lifeAreas: row.life_areas, isEntrusted: row.is_entrusted, authorName: row.author_name, createdAt: row.created_at.toISOString(), version: row.version,
});
export type CaseDocument = ReturnType<typeof shown>;

export async function documentsOf(tx: ReadTx, asking: Asking, caseId: string): Promise<CaseDocument[]> {
  const file = await getCaseFile(tx, caseId);
  return (await listDocuments(tx, caseId)).map((row) => shown(asking, file.key_ref, row));
}

export async function currentDocument(tx: ReadTx, asking: Asking, caseId: string, id: string): Promise<CaseDocument> {
  const file = await getCaseFile(tx, caseId);
  return shown(asking, file.key_ref, await getDocument(tx, caseId, id));
}
