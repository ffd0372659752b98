import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { dayOf, germanDay } from "../../kernel/calendar-day.ts";
import { openInRow, openItem } from "../outgoing/index.ts";
import { getInboxItem, type InboxRow, listInbox, listItemsOfPerson, listThread } from "./inbox.sql.ts";
import { ITEM_KINDS, ITEM_STATES, subjectOf } from "./inbox-words.ts";
import { cut, LETTERS_A_PAGE, parseCursor } from "./letter-cursor.ts";

const rowKey = (asking: Asking, row: InboxRow) => ({ tenantId: asking.session.tenantId, keyRef: row.key_ref, id: row.id });

export function openRow(asking: Asking, row: InboxRow) {
  const content = openItem(asking.app.vault, rowKey(asking, row), row.content_ct);
  const day = (at: Date): string => germanDay(dayOf(at, asking.app.config.timeZone));
  return {
    id: row.id, kind: row.kind, kindWord: ITEM_KINDS[row.kind], from: row.sender_name, senderId: row.sender_id, subject: subjectOf(content), receivedOn: day(row.received_at), receivedAt: row.received_at.toISOString(), state: row.state, stateWord: ITEM_STATES[row.state],
    is87: row.is_87, answersThreadId: row.answers_thread_id, threadId: row.thread_id, caseId: row.case_id, caseNumber: row.case_number, caseIsOpen: row.case_is_open, personId: row.person_id,
    decidedName: row.decided_name, decidedOn: row.decided_at === null ? null : day(row.decided_at), check88: row.check_88, reason: row.reason_ct === null ? null : openInRow(asking.app.vault, rowKey(asking, row), "inbox_items.reason_ct", row.reason_ct),
    content, storedNames: row.stored_names, keyRef: row.key_ref, version: row.version,
  };
}
export type ShownInboxItem = ReturnType<typeof openRow>;

/** What came into the room of the session, as far as its reader may see, page by page. Writes no record: the page does. */
export async function readInbox(tx: ReadTx, asking: Asking, cursor: string | undefined, most = LETTERS_A_PAGE): Promise<{ readonly items: ShownInboxItem[]; readonly next: string | null }> {
  const { rows, next } = cut(await listInbox(tx, parseCursor(cursor), most + 1), most);
  return { items: rows.map((row) => openRow(asking, row)), next };
}
export async function readInboxItem(tx: ReadTx, asking: Asking, id: string): Promise<ShownInboxItem & { readonly thread: readonly ShownInboxItem[] }> {
  const row = await getInboxItem(tx, id);
  return { ...openRow(asking, row), thread: (await listThread(tx, row.thread_id, id)).map((other) => openRow(asking, other)) };
}
/** What was linked to a person of an authority's room, for that person's file there. */
export const readItemsOfPerson = async (tx: ReadTx, asking: Asking, personId: string): Promise<ShownInboxItem[]> => (await listItemsOfPerson(tx, personId, 50)).map((row) => openRow(asking, row));
