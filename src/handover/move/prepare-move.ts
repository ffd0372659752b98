import { record } from "../../audit/index.ts";
import { documentsOf } from "../../cases/index.ts";
import { type CaseHead, isEnded, readCaseHead } from "../../cases/reading/index.ts";
import { openText, sealNeeded, sealText } from "../../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { NotFound, Refused, Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { type Choice, consentsToMove, contentSum, gatherPackage, type Recipient } from "./gather-package.ts";
import type { MoveRow } from "./moves.sql.ts";
import { type AgreementRow, type Chosen, dropMove, getMove, insertAgreement, insertMove, listAgreements, listMoves, updateMove, withdrawAgreement } from "./moves.sql.ts";

export interface Agreement extends Omit<AgreementRow, "witness_ct"> {
  readonly witness: string;
}
export interface Move extends Omit<MoveRow, "recipient_ct"> {
  readonly recipient: Recipient;
  readonly agreements: readonly Agreement[];
  /** everybody in it agreed, and nobody took it back */
  readonly isAgreed: boolean;
}

async function shown(tx: ReadTx, asking: Asking, keyRef: string, { recipient_ct, ...row }: MoveRow): Promise<Move> {
  const agreements = (await listAgreements(tx, row.id)).map((a) => ({ id: a.id, person_id: a.person_id, agreed_on: a.agreed_on, given_by: a.given_by, form: a.form, language: a.language, content_sha256: a.content_sha256, withdrawn_on: a.withdrawn_on, witness: openText(asking, keyRef, "move_agreements.witness_ct", a.id, a.witness_ct) }));
  const standing = new Set(agreements.filter((a) => a.withdrawn_on === null).map((a) => a.person_id));
  return { ...row, recipient: JSON.parse(openText(asking, keyRef, "case_moves.recipient_ct", row.id, recipient_ct)) as Recipient, agreements, isAgreed: row.person_ids.every((id) => standing.has(id)) };
}
export async function findMoves(tx: ReadTx, asking: Asking, head: CaseHead): Promise<Move[]> {
  return Promise.all((await listMoves(tx, head.id)).map((row) => shown(tx, asking, head.keyRef, row)));
}
export const readMove = async (tx: ReadTx, asking: Asking, head: CaseHead, id: string): Promise<Move> => shown(tx, asking, head.keyRef, await getMove(tx, head.id, id));
export const choiceOf = (m: Move): Choice => ({ recipient: m.recipient, movesOn: m.moves_on, personIds: m.person_ids, parts: m.parts, documentIds: m.document_ids, continuedIds: m.continued_ids });

export async function openHead(tx: ReadTx, asking: Asking, caseId: string): Promise<CaseHead> {
  const head = await readCaseHead(tx, asking, caseId);
  if (!head.isOpen) throw new NotFound();
  return head;
}

const refuse = (code: string, field: string, sentence: string): Refusal => ({ code, field, sentence });
async function judged(tx: ReadTx, asking: Asking, head: CaseHead, choice: Choice): Promise<Choice> {
  const refusals: Refusal[] = [];
  const persons = new Set(head.persons.filter((p) => p.left_on === null).map((p) => p.person_id));
  const documents = new Map((await documentsOf(tx, asking, head.id)).map((d) => [d.id, d]));
  const consents = new Map((await consentsToMove(tx, asking, head.id, choice.movesOn)).map((c) => [c.id, c]));
  if (isEnded(head.phase)) refusals.push({ code: "case-ended", sentence: "Der Fall ist abgeschlossen. Nehmen Sie ihn wieder auf, um ein Paket vorzubereiten." });
  if (!choice.personIds.every((id) => persons.has(id))) refusals.push(refuse("person-not-of-the-case", "personIds", "Wählen Sie Personen des Falls."));
  if (choice.documentIds.some((id) => documents.get(id) === undefined || documents.get(id)!.isEntrusted)) refusals.push(refuse("confided-document", "documentIds", "Vertrauliche Dateien gehen in keinem Paket mit."));
  if (choice.documentIds.some((id) => { const of = documents.get(id)?.personId ?? null; return of !== null && !choice.personIds.includes(of); })) refusals.push(refuse("document-of-another", "documentIds", "Eine dieser Dateien betrifft jemanden, der nicht mit umzieht."));
  const staysBehind = [...persons].some((id) => !choice.personIds.includes(id));
  if (staysBehind && choice.documentIds.some((id) => documents.get(id)?.personId === null)) refusals.push(refuse("document-of-everybody", "documentIds", "Eine dieser Dateien gehört zu keiner einzelnen Person, und nicht alle ziehen um. Ordnen Sie die Datei erst einer Person zu."));
  if (choice.continuedIds.some((id) => !choice.personIds.includes(consents.get(id)?.personId ?? ""))) refusals.push(refuse("consent-of-another", "continuedIds", "Eine dieser Einwilligungen hat jemand gegeben, der nicht mit umzieht."));
  if (choice.continuedIds.some((id) => consents.get(id)?.why !== "")) refusals.push(refuse("consent-ends", "continuedIds", "Eine dieser Einwilligungen kann am neuen Ort nicht weiter gelten."));
  if (choice.continuedIds.length > 0 && !choice.parts.includes("consents")) refusals.push(refuse("consents-not-in-it", "continuedIds", "Damit eine Einwilligung weiter gilt, muss das Paket die Einwilligungen enthalten."));
  if (refusals.length > 0) throw new Refused(refusals);
  return choice;
}
const columns = (asking: Asking, keyRef: string, id: string, c: Choice): Chosen => ({ recipientCt: sealNeeded(asking, keyRef, "case_moves.recipient_ct", id, JSON.stringify(c.recipient)), movesOn: c.movesOn, personIds: c.personIds, parts: c.parts, documentIds: c.documentIds, continuedIds: c.continuedIds });
const event = (action: string, caseId: string, id: string, more: readonly string[] = []) => ({ action, objectKind: "move", objectIds: [id, ...more], caseId });

/** A package in preparation; there is one at a time. Another choice ends what was agreed: everybody is asked again. */
export async function prepareMove(tx: WriteTx, asking: Asking, caseId: string, version: number, choice: Choice): Promise<string> {
  const head = await openHead(tx, asking, caseId);
  const chosen = await judged(tx, asking, head, choice);
  const before = (await listMoves(tx, caseId)).find((m) => m.state === "prepared");
  const id = before?.id ?? newId();
  if (before === undefined) await insertMove(tx, asking.session, id, caseId, columns(asking, head.keyRef, id, chosen));
  else if ((await updateMove(tx, caseId, id, version, columns(asking, head.keyRef, id, chosen))) !== 1) throw new Stale({ version: before.version });
  await record(tx, asking, event("move.prepared", caseId, id));
  return id;
}

export interface AgreementInput {
  readonly personId: string;
  readonly agreedOn: CalendarDay;
  readonly givenBy: "person" | "representative";
  readonly form: "written" | "oral";
  readonly language: string;
  readonly witness: string;
}
export async function agreeToMove(tx: WriteTx, asking: Asking, caseId: string, moveId: string, input: AgreementInput): Promise<void> {
  const head = await openHead(tx, asking, caseId);
  const move = await readMove(tx, asking, head, moveId);
  const refusals: Refusal[] = [];
  if (move.state !== "prepared") throw new NotFound();
  if (!move.person_ids.includes(input.personId)) refusals.push(refuse("not-in-the-package", "personId", "Wählen Sie eine Person des Pakets."));
  if (move.agreements.some((a) => a.person_id === input.personId && a.withdrawn_on === null)) refusals.push(refuse("agreed-already", "personId", "Diese Person hat schon zugestimmt."));
  if (input.agreedOn > asking.today) refusals.push(refuse("day-ahead", "agreedOn", "Dieser Tag liegt in der Zukunft."));
  if (input.givenBy === "representative" && input.witness === "") refusals.push(refuse("representative-not-named", "witness", "Schreiben Sie, wer für die Person zustimmt und womit das belegt ist."));
  if (input.form === "oral" && input.witness === "") refusals.push(refuse("oral-without-witness", "witness", "Schreiben Sie, wer dabei war oder gedolmetscht hat."));
  if (refusals.length > 0) throw new Refused(refusals);
  const id = newId();
  const { witness, ...said } = input;
  const { content } = await gatherPackage(tx, asking, head, choiceOf(move), [], false);
  await insertAgreement(tx, asking.session, { id, caseId, moveId, ...said, witnessCt: sealText(asking, head.keyRef, "move_agreements.witness_ct", id, witness), contentSha256: contentSum(content) });
  await record(tx, asking, event("move.agreed", caseId, moveId, [input.personId]));
}
export async function takeBackAgreement(tx: WriteTx, asking: Asking, caseId: string, moveId: string, agreementId: string): Promise<void> {
  const head = await openHead(tx, asking, caseId);
  const move = await readMove(tx, asking, head, moveId);
  if (move.state === "given") throw new Refused([{ code: "given", sentence: "Das Paket ist übergeben. Ein Widerruf gilt für das, was noch kommt; für die Löschung dort wendet sich die Person an die neue Stelle." }]);
  if ((await withdrawAgreement(tx, caseId, agreementId, asking.today)) !== 1) throw new NotFound();
  await record(tx, asking, event("move.withdrawn", caseId, moveId));
}
export async function throwAwayMove(tx: WriteTx, asking: Asking, caseId: string, moveId: string): Promise<void> {
  if ((await dropMove(tx, caseId, moveId)) !== 1) throw new NotFound();
  await record(tx, asking, event("move.discarded", caseId, moveId));
}
