import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Check88 } from "../disclosures/decide-check-88.ts";
import { AT, type LetterKey } from "./letter-cursor.ts";

export type ItemKind = "disclosure" | "correction" | "withdrawal" | "reply" | "request";
export type ItemState = "received" | "accepted" | "asked_back" | "done" | "refused";
export interface InboxRow {
  readonly id: string;
  readonly kind: ItemKind;
  readonly thread_id: string;
  readonly sender_id: string | null;
  readonly sender_name: string;
  readonly is_87: boolean;
  readonly key_ref: string;
  readonly content_ct: Buffer;
  readonly received_at: Date;
  readonly state: ItemState;
  readonly answers_thread_id: string | null;
  readonly decided_name: string;
  readonly decided_at: Date | null;
  readonly case_id: string | null;
  readonly case_number: string | null;
  /** is the case open to the reader, and not only its head */
  readonly case_is_open: boolean;
  readonly person_id: string | null;
  readonly check_88: Check88 | null;
  readonly reason_ct: Buffer | null;
  readonly stored_names: string[];
  readonly version: number;
}
const COLUMNS = `i.id, i.kind, i.thread_id, i.sender_id, i.sender_name, i.is_87, i.key_ref, i.content_ct, i.received_at, i.state, i.answers_thread_id,
  concat_ws(' ', a.given_name, a.family_name) as decided_name, i.decided_at, i.case_id, c.number as case_number, coalesce(i.case_id = any (array(select app.open_case_ids())), false) as case_is_open,
  i.person_id, i.check_88, i.reason_ct, i.stored_names, i.version
  from app.inbox_items i left join app.accounts a on a.tenant_id = i.tenant_id and a.id = i.decided_by left join app.cases c on c.tenant_id = i.tenant_id and c.id = i.case_id`;

const OPEN = "(i.state in ('received', 'asked_back'))";
/** Open ones first, each the latest first; page by page, after the last line of the page before. */
export const listInbox = (tx: ReadTx, after: LetterKey | null, most: number): Promise<(InboxRow & LetterKey)[]> =>
  tx.query<InboxRow & LetterKey>(
    `select ${OPEN} as open, ${AT("i.received_at")} as at, ${COLUMNS} where $1::timestamptz is null or (${OPEN}, i.received_at, i.id) < ($2::boolean, $1::timestamptz, $3::uuid)
      order by ${OPEN} desc, i.received_at desc, i.id desc limit $4`,
    [after?.at ?? null, after?.open ?? null, after?.id ?? null, most],
  );
export const getInboxItem = (tx: ReadTx, id: string): Promise<InboxRow> => tx.get<InboxRow>(`select ${COLUMNS} where i.id = $1`, [id]);
/** What somebody linked to this person of the room, the latest first. */
export const listItemsOfPerson = (tx: ReadTx, personId: string, most: number): Promise<InboxRow[]> => tx.query<InboxRow>(`select ${COLUMNS} where i.person_id = $1 order by i.received_at desc, i.id limit $2`, [personId, most]);
/** What else came in the same thread: replies, notices of a change. */
export const listThread = (tx: ReadTx, threadId: string, exceptId: string): Promise<InboxRow[]> =>
  tx.query<InboxRow>(`select ${COLUMNS} where i.thread_id = $1 and i.id <> $2 order by i.received_at, i.id`, [threadId, exceptId]);
export const listAnswersTo = (tx: ReadTx, threadIds: readonly string[]): Promise<{ id: string; answers_thread_id: string }[]> =>
  tx.query("select id, answers_thread_id from app.inbox_items where answers_thread_id = any ($1) order by received_at", [[...threadIds]]);

export interface Decided {
  readonly state: ItemState;
  readonly reasonCt?: Buffer | null;
  readonly check88?: Check88 | null;
}
/** Rows changed: none where it is another version, or was decided. */
export const decideItem = (tx: WriteTx, id: string, version: number, from: readonly ItemState[], d: Decided): Promise<number> =>
  tx.run("update app.inbox_items set state = $4, reason_ct = coalesce($5, reason_ct), check_88 = coalesce($6, check_88), version = version + 1 where id = $1 and version = $2 and state = any ($3)", [
    id, version, [...from], d.state, d.reasonCt ?? null, d.check88 === undefined || d.check88 === null ? null : JSON.stringify(d.check88),
  ]);
export const putToCase = (tx: WriteTx, id: string, version: number, caseId: string | null): Promise<number> =>
  tx.run("update app.inbox_items set case_id = $3, version = version + 1 where id = $1 and version = $2 and kind = 'request' and state = 'received'", [id, version, caseId]);
export const linkPerson = (tx: WriteTx, id: string, version: number, personId: string | null): Promise<number> =>
  tx.run("update app.inbox_items set person_id = $3, version = version + 1 where id = $1 and version = $2", [id, version, personId]);
/** The row, and with it its key and files. False where it may not be. */
export const declineItem = async (tx: WriteTx, id: string): Promise<boolean> => (await tx.get<{ done: boolean }>("select app.decline_inbox_item($1) as done", [id])).done;

/** A request that was put to this person is answered; the asker learns of the disclosure alone. */
export const markRequestAnswered = (tx: WriteTx, personId: string, threadId: string): Promise<number> =>
  tx.run("update app.inbox_items set state = 'done', version = version + 1 where person_id = $1 and thread_id = $2 and kind = 'request' and state in ('received', 'accepted')", [personId, threadId]);

export const findCaseByNumber = (tx: ReadTx, number: string): Promise<{ id: string } | undefined> => tx.find("select id from app.cases where number = $1", [number]);
