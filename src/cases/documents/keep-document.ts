import { record } from "../../audit/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import { deleteFile, downloadHeaders, FILE_KINDS, readWhole, storedKind, writeFile } from "../../files/index.ts";
import { type Asking, type Bytes, bytes, type Upload } from "../../http/index.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { getCaseFile, listCasePersons, listLifeAreas } from "../case-file.sql.ts";
import type { DocumentKind } from "../case-words.ts";
import { openText, sealNeeded } from "../sealing.ts";
import { unknownAreas } from "../verdict.ts";
import { type DocumentRow, getDocument, insertDocument, listDocuments, withdrawDocumentRow } from "./documents.sql.ts";

export const MOST_BYTES = 25 * 1_048_576;

export interface DocumentInput {
  readonly kind: DocumentKind;
  readonly personId: string | null;
  readonly lifeAreas: readonly string[];
  readonly isEntrusted: boolean;
}

const bindingOf = (asking: Asking, id: string) => ({ tenant: asking.session.tenantId, table: "documents", column: "stored_name", row: id, version: 1 });
const storeOf = (asking: Asking, keyRef: string, id: string) => ({ keys: asking.app.vault, keyRef, binding: bindingOf(asking, id), dir: asking.app.filesDir });

/** Keeps an uploaded file under the key of the case; synced before it returns. */
export async function addDocument(tx: WriteTx, asking: Asking, caseId: string, upload: Upload | undefined, input: DocumentInput): Promise<string> {
  const file = await getCaseFile(tx, caseId);
  const persons = await listCasePersons(tx, caseId);
  const refusals: Refusal[] = unknownAreas(input.lifeAreas, (await listLifeAreas(tx)).map((a) => a.key));
  if (input.personId !== null && !persons.some((p) => p.person_id === input.personId)) refusals.push({ code: "person-not-of-the-case", field: "personId", sentence: "Wählen Sie eine Person des Falls." });
  if (upload === undefined) refusals.push({ code: "file-missing", field: "file", sentence: "Wählen Sie eine Datei." });
  if (refusals.length > 0 || upload === undefined) throw new Refused(refusals);
  const id = newId();
  const stored = await writeFile(upload.bytes, { ...storeOf(asking, file.key_ref, id), maxBytes: MOST_BYTES, fileName: upload.fileName });
  try {
    if (stored.kind === null) throw new Error("the kind of an upload is always told");
    await insertDocument(tx, asking.session, {
      id, case_id: caseId, person_id: input.personId, name_ct: sealNeeded(asking, file.key_ref, "documents.name_ct", id, upload.fileName), kind: input.kind,
      media_type: stored.kind, size: stored.size, mac: stored.fingerprint, stored_name: stored.storedName, life_areas: [...input.lifeAreas], is_entrusted: input.isEntrusted,
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

/** The file as an attachment: it is never shown inside our own pages. */
export async function downloadDocument(tx: ReadTx, asking: Asking, caseId: string, id: string): Promise<Bytes> {
  const { row, name, content } = await readDocument(tx, asking, caseId, id);
  await record(tx, asking, { action: "document.read", objectKind: "document", objectIds: [id], caseId });
  return bytes(content, downloadHeaders(storedKind(row.media_type), name));
}

/** Withdrawn files are shown to nobody; the bytes go with the key of the case. */
export async function withdrawDocument(tx: WriteTx, asking: Asking, caseId: string, id: string): Promise<void> {
  await getCaseFile(tx, caseId);
  if ((await withdrawDocumentRow(tx, caseId, id)) !== 1) throw new NotFound();
  await record(tx, asking, { action: "document.withdrawn", objectKind: "document", objectIds: [id], caseId });
}

const shown = (asking: Asking, keyRef: string, row: DocumentRow) => ({
  id: row.id, caseId: row.case_id, name: openText(asking, keyRef, "documents.name_ct", row.id, row.name_ct), kind: row.kind, fileKind: FILE_KINDS[storedKind(row.media_type)].label, size: row.size,
  personId: row.person_id, lifeAreas: row.life_areas, isEntrusted: row.is_entrusted, authorName: row.author_name, createdAt: row.created_at.toISOString(), version: row.version,
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
