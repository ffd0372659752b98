import { record } from "../../audit/index.ts";
import { documentsOf } from "../../cases/index.ts";
import { type CaseFile, getCaseFile, granted, listCasePersons, openText, sealNeeded } from "../../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { NotFound, Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import type { QualificationKind, RecognitionState } from "../assessment-words.ts";
import type { Keys } from "../profile/read-profile.ts";
import { getQualification, insertQualification, listQualifications, type QualificationRow, updateQualification, withdrawQualificationRow } from "./qualifications.sql.ts";

export interface QualificationInput {
  readonly kind: QualificationKind;
  readonly title: string;
  readonly country: string;
  readonly gainedYear: number | null;
  readonly recognition: RecognitionState;
  readonly documentId: string | null;
}
export interface Qualification extends QualificationInput {
  readonly id: string;
  readonly caseId: string;
  readonly personId: string;
  readonly version: number;
}
export const openQualification = (asking: Keys, keyRef: string, row: QualificationRow): Qualification => ({
  id: row.id, caseId: row.case_id, personId: row.person_id, kind: row.kind, title: openText(asking, keyRef, "qualifications.title_ct", row.id, row.title_ct), country: row.country, gainedYear: row.gained_year,
  recognition: row.recognition, documentId: row.document_id, version: row.version,
});
export async function findQualifications(tx: ReadTx, asking: Keys, caseId: string): Promise<Qualification[]> {
  const file = await getCaseFile(tx, caseId);
  return (await listQualifications(tx, caseId)).map((row) => openQualification(asking, file.key_ref, row));
}
export async function currentQualification(tx: ReadTx, asking: Keys, caseId: string, id: string): Promise<Qualification> {
  const file = await getCaseFile(tx, caseId);
  return openQualification(asking, file.key_ref, await getQualification(tx, caseId, id));
}

export function decideQualification(input: QualificationInput, facts: { year: number; documentIds: readonly string[]; isEnded: boolean }): Decision<QualificationInput> {
  const refusals: Refusal[] = [];
  if (facts.isEnded) refusals.push({ code: "case-ended", sentence: "Der Fall ist abgeschlossen." });
  if (input.title === "") refusals.push({ code: "title-missing", field: "title", sentence: "Schreiben Sie, was die Person gelernt hat oder kann." });
  if (input.gainedYear !== null && input.gainedYear > facts.year) refusals.push({ code: "year-in-the-future", field: "gainedYear", sentence: "Das Jahr liegt in der Zukunft." });
  if (input.documentId !== null && !facts.documentIds.includes(input.documentId)) refusals.push({ code: "no-such-document", field: "documentId", sentence: "Diese Datei gibt es in diesem Fall nicht." });
  return decide(refusals, () => input);
}
const factsFor = async (tx: ReadTx, asking: Asking, file: CaseFile, kept: string | null = null) => ({ year: Number(asking.today.slice(0, 4)), documentIds: [...(await documentsOf(tx, asking, file.id)).map((d) => d.id), ...(kept === null ? [] : [kept])], isEnded: file.closed_on !== null });

const sealed = (asking: Asking, keyRef: string, id: string, q: QualificationInput) => ({ ...q, titleCt: sealNeeded(asking, keyRef, "qualifications.title_ct", id, q.title) });

export async function addQualification(tx: WriteTx, asking: Asking, caseId: string, personId: string, input: QualificationInput): Promise<string> {
  const file = await getCaseFile(tx, caseId);
  if (!(await listCasePersons(tx, caseId)).some((p) => p.person_id === personId && p.left_on === null)) throw new NotFound();
  const given = granted(decideQualification(input, await factsFor(tx, asking, file)));
  const id = newId();
  await insertQualification(tx, asking.session, { id, caseId, personId, ...sealed(asking, file.key_ref, id, given) });
  await record(tx, asking, { action: "qualification.added", objectKind: "qualification", objectIds: [id], caseId });
  return id;
}
export async function changeQualification(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number, input: QualificationInput): Promise<void> {
  const file = await getCaseFile(tx, caseId);
  const before = await getQualification(tx, caseId, id);
  const given = granted(decideQualification(input, await factsFor(tx, asking, file, before.document_id)));
  if ((await updateQualification(tx, caseId, id, version, sealed(asking, file.key_ref, id, given))) !== 1) throw new Stale({ ...(await currentQualification(tx, asking, caseId, id)) });
  await record(tx, asking, { action: "qualification.changed", objectKind: "qualification", objectIds: [id], caseId });
}
export async function withdrawQualification(tx: WriteTx, asking: Asking, caseId: string, id: string): Promise<void> {
  await getCaseFile(tx, caseId);
  if ((await withdrawQualificationRow(tx, caseId, id)) !== 1) throw new NotFound();
  await record(tx, asking, { action: "qualification.withdrawn", objectKind: "qualification", objectIds: [id], caseId });
}
