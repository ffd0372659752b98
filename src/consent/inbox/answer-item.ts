import { record } from "../../audit/index.ts";
import { granted } from "../../cases/index.ts";
import type { WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { NotFound, Refused, Stale } from "../../kernel/errors.ts";
import { type Answers88, decideCheck88 } from "../disclosures/decide-check-88.ts";
import { dispatch, sealInRow } from "../outgoing/index.ts";
import { declineItem, decideItem, findCaseByNumber, getInboxItem, type InboxRow, linkPerson, putToCase } from "./inbox.sql.ts";
import { openRow } from "./read-inbox.ts";

const OPEN = ["received", "asked_back"] as const;
/** The record of an item of a case belongs to that case, for whoever has it open. */
const eventOf = (row: InboxRow) => ({ objectKind: "inbox_item", objectIds: [row.id], ...(row.case_id !== null && row.case_is_open ? { caseId: row.case_id } : {}) });

async function mine(tx: WriteTx, asking: Asking, id: string): Promise<{ row: InboxRow; isDisclosure: boolean }> {
  const row = await getInboxItem(tx, id);
  return { row, isDisclosure: openRow(asking, row).content.type === "disclosure" };
}
const stale = async (tx: WriteTx, id: string): Promise<never> => {
  throw new Stale({ version: (await getInboxItem(tx, id)).version });
};
const tell = (tx: WriteTx, asking: Asking, row: InboxRow, kind: "accepted" | "asked_back" | "declined", text = ""): Promise<string> =>
  dispatch(tx, asking, { kind, threadId: row.thread_id, recipientId: null, keyRef: row.key_ref, content: { type: "answer", text } });

export async function acceptItem(tx: WriteTx, asking: Asking, id: string, version: number | null): Promise<void> {
  const { row, isDisclosure } = await mine(tx, asking, id);
  if (!isDisclosure) throw new NotFound();
  if ((await decideItem(tx, id, version ?? row.version, OPEN, { state: "accepted" })) !== 1) await stale(tx, id);
  await tell(tx, asking, row, "accepted");
  await record(tx, asking, { action: "inbox.accepted", ...eventOf(row) });
}

export async function askBack(tx: WriteTx, asking: Asking, id: string, version: number | null, text: string): Promise<void> {
  const { row, isDisclosure } = await mine(tx, asking, id);
  if (!isDisclosure || row.state === "done" || row.state === "refused") throw new NotFound();
  if (text === "") throw new Refused([{ code: "text-missing", field: "text", sentence: "Schreiben Sie, was Sie wissen möchten." }]);
  if ((await decideItem(tx, id, version ?? row.version, ["received", "asked_back", "accepted"], { state: "asked_back" })) !== 1) await stale(tx, id);
  await tell(tx, asking, row, "asked_back", text);
  await record(tx, asking, { action: "inbox.asked_back", ...eventOf(row) });
}

/** Nothing persists: row, key and files go; the sender learns that it was declined. */
export async function declineDisclosure(tx: WriteTx, asking: Asking, id: string): Promise<void> {
  const { row, isDisclosure } = await mine(tx, asking, id);
  if (!isDisclosure || (row.state !== "received" && row.state !== "asked_back")) throw new NotFound();
  await tell(tx, asking, row, "declined");
  await record(tx, asking, { action: "inbox.declined", ...eventOf(row) });
  if (!(await declineItem(tx, id))) throw new NotFound();
}

/** A notice, a reply or a request that is dealt with. */
export async function finishItem(tx: WriteTx, asking: Asking, id: string, version: number | null): Promise<void> {
  const { row, isDisclosure } = await mine(tx, asking, id);
  if (isDisclosure) throw new NotFound();
  if ((await decideItem(tx, id, version ?? row.version, ["received", "accepted"], { state: "done" })) !== 1) await stale(tx, id);
  await record(tx, asking, { action: "inbox.done", ...eventOf(row) });
}

export interface RefusalOfRequest {
  readonly reason: string;
  readonly isUnknown: boolean;
  readonly answers88: Answers88;
}
/** Kept here with its reason; whoever asked sees nothing of it. */
export async function refuseRequest(tx: WriteTx, asking: Asking, id: string, version: number | null, refusal: RefusalOfRequest): Promise<void> {
  const row = await getInboxItem(tx, id);
  if (row.kind !== "request") throw new NotFound();
  if (!refusal.isUnknown && refusal.reason === "") throw new Refused([{ code: "reason-missing", field: "reason", sentence: "Schreiben Sie, warum Sie die Anfrage ablehnen." }]);
  // where nobody knows the person, there is nothing that § 88 could forbid
  const check88 = row.is_87 && !refusal.isUnknown ? granted(decideCheck88(refusal.answers88)) : null;
  const text = refusal.isUnknown ? `unbekannt${refusal.reason === "" ? "" : `: ${refusal.reason}`}` : refusal.reason;
  const reasonCt = sealInRow(asking.app.vault, { tenantId: asking.session.tenantId, keyRef: row.key_ref, id }, "inbox_items.reason_ct", text);
  if ((await decideItem(tx, id, version ?? row.version, ["received", "accepted"], { state: "refused", reasonCt, check88 })) !== 1) await stale(tx, id);
  await record(tx, asking, { action: "inbox.refused", ...eventOf(row), purpose: refusal.isUnknown ? "unknown" : "refused" });
}

/** By whoever knows, never by a machine: the number of the case is typed. */
export async function putRequestToCase(tx: WriteTx, asking: Asking, id: string, version: number | null, caseNumber: string): Promise<void> {
  const row = await getInboxItem(tx, id);
  if (row.kind !== "request") throw new NotFound();
  const found = await findCaseByNumber(tx, caseNumber);
  if (found === undefined) throw new Refused([{ code: "case-unknown", field: "caseNumber", sentence: "Diese Fallnummer gibt es nicht. Suchen Sie den Fall, und schreiben Sie seine Nummer." }]);
  if ((await putToCase(tx, id, version ?? row.version, found.id)) !== 1) await stale(tx, id);
  await record(tx, asking, { action: "inbox.put_to_case", objectKind: "inbox_item", objectIds: [id] });
}

export async function linkToPerson(tx: WriteTx, asking: Asking, id: string, version: number | null, personId: string | null): Promise<void> {
  const row = await getInboxItem(tx, id);
  if ((await linkPerson(tx, id, version ?? row.version, personId)) !== 1) await stale(tx, id);
  await record(tx, asking, { action: "inbox.linked", objectKind: "inbox_item", objectIds: [id, ...(personId === null ? [] : [personId])] });
}
