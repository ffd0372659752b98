import { record } from "../../audit/index.ts";
import { CONTACT_KINDS } from "../../cases/index.ts";
import { granted, type SealedPlace, openText, sealText } from "../../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import { readSharedMeasures } from "../measures/report-measure.ts";
import { downloadHeaders, readWhole, storedKind } from "../../files/index.ts";
import { type Asking, type Bytes, bytes } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { NotFound } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { accept, type Decision, refuse, type Refusal } from "../../kernel/refusal.ts";
import { getMyShare, getSharedDocument, insertPartnerContact, listAuthors, listMyShares, listOpenPartnerTasks, listSharedEntries, type MyShareRow, setPartnerTaskDone, type SharedEntryRow } from "./shares.sql.ts";

/** A share that is active, seen from the partner's side. */
export type OpenShare = MyShareRow & { readonly case_id: string; readonly case_room_id: string; readonly key_ref: string };

/** NotFound where it is nobody's, somebody else's, or not active: the three look alike. */
export async function openShare(tx: ReadTx, shareId: string): Promise<OpenShare> {
  const share = await getMyShare(tx, shareId);
  if (share.state !== "active" || share.case_id === null || share.case_room_id === null || share.key_ref === null) throw new NotFound();
  return share as OpenShare;
}

const PLACES = { contact: "contacts.text_ct", document: "documents.name_ct", task: "follow_ups.title_ct" } as const satisfies Record<SharedEntryRow["type"], SealedPlace>;

export async function readEntries(tx: ReadTx, asking: Asking, caseId: string, keyRef: string, rows: readonly SharedEntryRow[]) {
  const authors = new Map((await listAuthors(tx, caseId)).map((a) => [a.account_id, `${a.given_name} ${a.family_name} (${a.organisation})`]));
  return rows.map((row) => ({
    type: row.type, id: row.id, kind: row.kind, onDay: row.on_day, at: row.happened_at, lifeAreas: row.life_areas, text: openText(asking, keyRef, PLACES[row.type], row.id, row.sealed),
    isMine: row.author_id === asking.session.accountId, authorName: authors.get(row.author_id) ?? "", doneOn: row.done_on, size: row.size, version: row.version,
  }));
}
export type SharedEntry = Awaited<ReturnType<typeof readEntries>>[number];

/** What the partner sees of a case, recorded under the case: its team and the person can look up who read. */
export async function readShare(tx: ReadTx, asking: Asking, shareId: string) {
  const share = await openShare(tx, shareId);
  const [rows, measures] = await Promise.all([listSharedEntries(tx, share.case_id), readSharedMeasures(tx, asking, shareId)]);
  await record(tx, asking, { action: "share.read", objectKind: "share", objectIds: [share.share_id, ...rows.map((r) => r.id), ...measures.map((m) => m.id)], caseId: share.case_id });
  return { share, measures, entries: await readEntries(tx, asking, share.case_id, share.key_ref, rows) };
}

/** The partner's list. Each case whose name it shows is recorded as read under that case. */
export async function readMyShares(tx: ReadTx, asking: Asking) {
  const shares = await listMyShares(tx);
  const open = shares.filter((s): s is OpenShare => s.case_id !== null && s.state === "active");
  const tasks = (await listOpenPartnerTasks(tx)).map((t) => {
    const share = open.find((s) => s.case_id === t.case_id)!;
    return { id: t.id, shareId: share.share_id, dueOn: t.due_on, title: openText(asking, share.key_ref, "follow_ups.title_ct", t.id, t.title_ct) };
  });
  for (const share of open) await record(tx, asking, { action: "shares.listed", objectKind: "share", objectIds: [share.share_id], caseId: share.case_id });
  if (open.length === 0) await record(tx, asking, { action: "shares.listed", objectKind: "share", objectIds: [] });
  // what is shown of a case is recorded with the case: measures come from active shares alone, and those are all listed above
  return { shares, tasks, measures: await readSharedMeasures(tx, asking, null) };
}

export interface PartnerContactInput {
  readonly kind: string;
  readonly happenedOn: CalendarDay;
  readonly lifeAreas: readonly string[];
  readonly language: string;
  readonly text: string;
  readonly personIds: readonly string[];
}
export const PARTNER_CONTACT_KINDS = { feedback: CONTACT_KINDS.feedback, talk: CONTACT_KINDS.talk, phone: CONTACT_KINDS.phone, video: CONTACT_KINDS.video, message: CONTACT_KINDS.message, no_show: CONTACT_KINDS.no_show };

/** A partner writes only into life areas that the person opened for it, about persons whose consent holds. */
export function decidePartnerContact(input: PartnerContactInput, facts: { today: CalendarDay; addable: readonly string[]; personIds: readonly string[] }): Decision<PartnerContactInput> {
  const refusals: Refusal[] = [];
  if (facts.addable.length === 0) refusals.push({ code: "one-way", sentence: "Die Einwilligung erlaubt nur, dass Sie lesen. Eine Rückmeldung in die Akte ist nicht erlaubt." });
  else if (input.lifeAreas.length === 0) refusals.push({ code: "no-life-area", field: "lifeAreas", sentence: "Wählen Sie den Lebensbereich." });
  else if (input.lifeAreas.some((a) => !facts.addable.includes(a))) refusals.push({ code: "not-shared", field: "lifeAreas", sentence: "Dieser Lebensbereich ist für Sie nicht freigegeben." });
  if (input.text === "" && input.kind !== "no_show") refusals.push({ code: "text-missing", field: "text", sentence: "Schreiben Sie, was war." });
  if (input.happenedOn > facts.today) refusals.push({ code: "in-the-future", field: "happenedOn", sentence: "Der Tag liegt in der Zukunft." });
  if (input.personIds.some((p) => !facts.personIds.includes(p))) refusals.push({ code: "person-not-shared", field: "personIds", sentence: "Wählen Sie eine Person, deren Einwilligung gilt." });
  return refusals.length > 0 ? refuse(...refusals) : accept(input);
}

export async function addPartnerContact(tx: WriteTx, asking: Asking, shareId: string, input: PartnerContactInput): Promise<string> {
  const share = await openShare(tx, shareId);
  const everybody = (share.persons ?? []).map((p) => p.id);
  const contact = granted(decidePartnerContact(input, { today: asking.today, addable: share.addable?.contact ?? [], personIds: everybody }));
  const id = newId();
  await insertPartnerContact(tx, asking.session, {
    id, caseId: share.case_id, caseRoomId: share.case_room_id, kind: contact.kind, happenedOn: contact.happenedOn, lifeAreas: contact.lifeAreas, language: contact.language,
    textCt: sealText(asking, share.key_ref, "contacts.text_ct", id, contact.text), personIds: contact.personIds.length > 0 ? contact.personIds : everybody,
  });
  await record(tx, asking, { action: "contact.added", objectKind: "contact", objectIds: [id], caseId: share.case_id });
  return id;
}

export async function setTaskDone(tx: WriteTx, asking: Asking, shareId: string, taskId: string, isDone: boolean): Promise<void> {
  const share = await openShare(tx, shareId);
  if ((await setPartnerTaskDone(tx, taskId, isDone ? asking.today : null)) !== 1) throw new NotFound();
  await record(tx, asking, { action: isDone ? "follow_up.done" : "follow_up.reopened", objectKind: "follow_up", objectIds: [taskId], caseId: share.case_id });
}

export async function downloadShared(tx: ReadTx, asking: Asking, shareId: string, documentId: string): Promise<Bytes> {
  const share = await openShare(tx, shareId);
  const row = await getSharedDocument(tx, share.case_id, documentId);
  const binding = { tenant: asking.session.tenantId, table: "documents", column: "stored_name", row: documentId, version: 1 };
  const content = await readWhole({ keys: asking.app.vault, keyRef: share.key_ref, binding, dir: asking.app.filesDir, storedName: row.stored_name });
  await record(tx, asking, { action: "document.read", objectKind: "document", objectIds: [documentId], caseId: share.case_id });
  return bytes(content, downloadHeaders(storedKind(row.media_type), openText(asking, share.key_ref, "documents.name_ct", documentId, row.name_ct)));
}
