import { record } from "../../audit/index.ts";
import { addDocument } from "../../cases/index.ts";
import { readCaseHead } from "../../cases/reading/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import { safeFileName } from "../../files/index.ts";
import type { Asking } from "../../http/index.ts";
import { addMonths, type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { NotFound, Refused, Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { makePdf, type SubjectAccess } from "../../pdf/index.ts";
import { ANSWER_MONTHS } from "./access-words.ts";
import { decideReview, type ReviewInput } from "./decide-review.ts";
import { detailBinding, hashOf, type HeldText, needsReview, textsOf } from "./gather.ts";
import { readStatement, type Statement } from "./statement.ts";
import { type AccessRow, dropAccess, getAccess, type GivenHow, holdOpenAccess, type IdentityBy, insertAccess, insertReview, listAccesses, markGiven, updateReview } from "./subject-access.sql.ts";

export const dueOn = (askedOn: CalendarDay): CalendarDay => addMonths(askedOn, ANSWER_MONTHS);
const dataBinding = (tenant: string, id: string) => ({ tenant, table: "subject_accesses", column: "data_ct", row: id, version: 1 });
export const paperOf = (s: Statement): SubjectAccess => ({ ...s, day: germanDay(s.day) });

export async function beginAccess(tx: WriteTx, asking: Asking, caseId: string, personId: string, askedOn: CalendarDay): Promise<string> {
  const head = await readCaseHead(tx, asking, caseId);
  if (!head.isOpen) throw new NotFound();
  if (!head.persons.some((p) => p.person_id === personId)) throw new Refused([{ code: "person-not-of-the-case", field: "personId", sentence: "Wählen Sie eine Person des Falls." }]);
  if (askedOn > asking.today) throw new Refused([{ code: "asked-in-the-future", field: "askedOn", sentence: "Dieser Tag liegt in der Zukunft." }]);
  if ((await listAccesses(tx, caseId)).some((a) => a.person_id === personId && a.state === "open")) throw new Refused([{ code: "access-is-open", field: "personId", sentence: "Für diese Person ist schon eine Auskunft in Arbeit." }]);
  const id = newId();
  await insertAccess(tx, asking.session, { id, caseId, personId, askedOn });
  await record(tx, asking, { action: "subject_access.begun", objectKind: "subject_access", objectIds: [id], caseId });
  return id;
}

async function openAccess(tx: ReadTx, caseId: string, id: string): Promise<AccessRow> {
  const access = await getAccess(tx, caseId, id);
  if (access.state !== "open") throw new Refused([{ code: "access-is-closed", sentence: "Diese Auskunft ist abgeschlossen. Beginnen Sie eine neue." }]);
  return access;
}
async function keepReview(tx: WriteTx, asking: Asking, caseId: string, keyRef: string, accessId: string, t: HeldText, decided: { verdict: "whole" | "partly" | "withheld"; passages: readonly string[]; reason: string | null }): Promise<void> {
  const id = t.reviewId ?? newId();
  const detail = asking.app.vault.seal(keyRef, JSON.stringify({ passages: decided.passages, reason: decided.reason, hash: hashOf(t.text) }), detailBinding(asking.session.tenantId, id));
  const row = { id, place: t.place, row_id: t.rowId, verdict: decided.verdict, detail_ct: detail };
  await (t.reviewId === null ? insertReview(tx, asking.session, caseId, accessId, row) : updateReview(tx, asking.session, accessId, row));
}

export interface ReviewedText extends ReviewInput {
  readonly place: string;
  readonly rowId: string;
}
export async function reviewText(tx: WriteTx, asking: Asking, caseId: string, id: string, input: ReviewedText): Promise<void> {
  const access = await openAccess(tx, caseId, id);
  const { gathered } = await readStatement(tx, asking, caseId, access.person_id, id);
  const t = textsOf(gathered).find((one) => one.place === input.place && one.rowId === input.rowId);
  if (t === undefined) throw new NotFound();
  const decided = decideReview(input, t);
  if (!("verdict" in decided)) throw new Refused(decided);
  await keepReview(tx, asking, caseId, gathered.head.keyRef, id, t, decided);
  await record(tx, asking, { action: "subject_access.reviewed", objectKind: "subject_access", objectIds: [id], caseId });
}

/** Whoever read them all says so once: texts in which no name of others was found, that were written of this person alone. Files are decided on one by one. */
export const isPlain = (t: HeldText): boolean => needsReview(t) && t.found.length === 0 && !t.namesOthers && !t.isFile;
export async function releasePlain(tx: WriteTx, asking: Asking, caseId: string, id: string): Promise<number> {
  const access = await openAccess(tx, caseId, id);
  const { gathered } = await readStatement(tx, asking, caseId, access.person_id, id);
  const plain = textsOf(gathered).filter(isPlain);
  for (const t of plain) await keepReview(tx, asking, caseId, gathered.head.keyRef, id, t, { verdict: "whole", passages: [], reason: null });
  await record(tx, asking, { action: "subject_access.reviewed", objectKind: "subject_access", objectIds: [id], caseId });
  return plain.length;
}

export interface Giving {
  readonly how: GivenHow;
  readonly identityBy: IdentityBy;
}
/** Makes the paper and the data, keeps both as they went out, and closes it. Refused while a text is undecided. */
export async function giveAccess(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number, giving: Giving): Promise<string> {
  await holdOpenAccess(tx, caseId, id);
  const access = await openAccess(tx, caseId, id);
  const { gathered, statement } = await readStatement(tx, asking, caseId, access.person_id, id);
  const open = textsOf(gathered).filter(needsReview).length;
  if (open > 0) throw new Refused([{ code: "texts-not-reviewed", sentence: open === 1 ? "Ein Text ist noch nicht geprüft." : `${open} Texte sind noch nicht geprüft.` }]);
  const pdf = Buffer.from(await makePdf("subject-access", paperOf(statement), asking.now));
  const documentId = await addDocument(tx, asking, caseId, { field: "file", fileName: safeFileName(`Auskunft ${asking.today}`, "pdf"), bytes: pdf }, { kind: "letter", personId: access.person_id, lifeAreas: [], isEntrusted: false, datedOn: asking.today });
  const dataCt = asking.app.vault.seal(gathered.head.keyRef, asJson(statement), dataBinding(asking.session.tenantId, id));
  if ((await markGiven(tx, asking.session, caseId, id, version, { on: asking.today, ...giving, documentId, dataCt })) !== 1) throw new Stale({ ...(await getAccess(tx, caseId, id)), data_ct: null });
  await record(tx, asking, { action: "subject_access.given", objectKind: "subject_access", objectIds: [id], caseId });
  return documentId;
}
export const asJson = (s: Statement): string => JSON.stringify({ format: "einklang-auskunft-1", ...s }, null, 2);

export async function readGivenData(tx: ReadTx, asking: Asking, caseId: string, id: string): Promise<string> {
  const [access, head] = await Promise.all([getAccess(tx, caseId, id), readCaseHead(tx, asking, caseId)]);
  if (access.data_ct === null) throw new NotFound();
  return asking.app.vault.open(head.keyRef, access.data_ct, dataBinding(asking.session.tenantId, id));
}

export async function withdrawAccess(tx: WriteTx, asking: Asking, caseId: string, id: string): Promise<void> {
  if ((await dropAccess(tx, caseId, id)) !== 1) throw new NotFound();
  await record(tx, asking, { action: "subject_access.withdrawn", objectKind: "subject_access", objectIds: [id], caseId });
}
