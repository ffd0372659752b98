import { mayUse } from "../../accounts/index.ts";
import { record } from "../../audit/index.ts";
import { granted } from "../../cases/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { dayOf, germanDay } from "../../kernel/calendar-day.ts";
import { newId } from "../../kernel/id.ts";
import { listAnswersTo } from "../inbox/inbox.sql.ts";
import { cut, LETTERS_A_PAGE, parseCursor } from "../inbox/letter-cursor.ts";
import { dispatch, findOwnOrganisation, listRecipients, openInRow, sealInRow, senderOf } from "../outgoing/index.ts";
import { decideRequest, type RequestInput } from "./decide-request.ts";
import { getRequest, insertRequest, listOpenCases, listRequests, listRequestsOfPerson, type RequestRow } from "./requests.sql.ts";

/** Whom one can ask: organisations that read here. The others get a letter. */
export async function requestFacts(tx: ReadTx, asking: Asking) {
  const own = asking.session.roomId === null ? undefined : await findOwnOrganisation(tx, asking.session.roomId);
  const recipients = (await listRecipients(tx)).filter((o) => o.has_room && o.id !== own?.id);
  const isCaseManagement = mayUse(asking.session, "case.work");
  return { recipients, cases: isCaseManagement ? await listOpenCases(tx) : null, isImmigrationOffice: asking.session.roles.includes("immigration_officer") };
}

export async function sendRequest(tx: WriteTx, asking: Asking, input: RequestInput): Promise<string> {
  const facts = await requestFacts(tx, asking);
  const request = granted(decideRequest(input, { recipientIds: facts.recipients.map((r) => r.id), openCaseIds: facts.cases?.map((c) => c.id) ?? null, isImmigrationOffice: facts.isImmigrationOffice }));
  const [id, threadId, keyRef] = [newId(), newId(), asking.app.vault.newKey()];
  const caseId = facts.cases === null ? null : request.caseId;
  const textCt = sealInRow(asking.app.vault, { tenantId: asking.session.tenantId, keyRef, id }, "requests.text_ct", JSON.stringify({ about: request.about, needed: request.needed }));
  await insertRequest(tx, asking.session, { id, case_id: caseId, person_id: facts.cases === null ? request.personId : null, recipient_id: request.recipientId, basis: request.basis, is_87: request.is87, key_ref: keyRef, text_ct: textCt, thread_id: threadId });
  const content = { type: "request" as const, sender: await senderOf(tx, asking), sentOn: germanDay(asking.today), about: request.about, needed: request.needed, basis: request.basis };
  await dispatch(tx, asking, { kind: "request", threadId, recipientId: request.recipientId, keyRef, content });
  await record(tx, asking, { action: "request.sent", objectKind: "request", objectIds: [id], ...(caseId === null ? {} : { caseId }) });
  return id;
}

/** Always "zugestellt": whatever the other side did with it, the asker sees this, and the disclosure if one comes. */
function openRequest(asking: Asking, row: RequestRow, answers: readonly { readonly id: string; readonly answers_thread_id: string }[]) {
  const { about, needed } = JSON.parse(openInRow(asking.app.vault, { tenantId: asking.session.tenantId, keyRef: row.key_ref, id: row.id }, "requests.text_ct", row.text_ct)) as { about: string; needed: string };
  return {
    id: row.id, caseId: row.case_id, caseNumber: row.case_number, recipientId: row.recipient_id, recipient: row.recipient, about, needed, basis: row.basis, is87: row.is_87, authorName: row.author_name,
    sentOn: germanDay(dayOf(row.sent_at, asking.app.config.timeZone)), sentAt: row.sent_at.toISOString(), state: "received" as const, answerIds: answers.filter((a) => a.answers_thread_id === row.thread_id).map((a) => a.id), version: row.version,
  };
}
export type ShownRequest = ReturnType<typeof openRequest>;

export async function readRequests(tx: ReadTx, asking: Asking, cursor: string | undefined, most = LETTERS_A_PAGE): Promise<{ readonly requests: ShownRequest[]; readonly next: string | null }> {
  const { rows, next } = cut(await listRequests(tx, parseCursor(cursor), most + 1), most);
  const answers = await listAnswersTo(tx, rows.map((r) => r.thread_id));
  return { requests: rows.map((row) => openRequest(asking, row, answers)), next };
}
/** Those about a person of an authority's room. */
export async function readRequestsOfPerson(tx: ReadTx, asking: Asking, personId: string): Promise<ShownRequest[]> {
  const rows = await listRequestsOfPerson(tx, personId, 50);
  const answers = await listAnswersTo(tx, rows.map((r) => r.thread_id));
  return rows.map((row) => openRequest(asking, row, answers));
}
export async function readRequest(tx: ReadTx, asking: Asking, id: string): Promise<ShownRequest> {
  const row = await getRequest(tx, id);
  return openRequest(asking, row, await listAnswersTo(tx, [row.thread_id]));
}
