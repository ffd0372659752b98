import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import { AT, type LetterKey } from "../inbox/letter-cursor.ts";

export interface RequestRow {
  readonly id: string;
  readonly case_id: string | null;
  readonly case_number: string | null;
  readonly person_id: string | null;
  readonly recipient_id: string;
  readonly recipient: string;
  readonly basis: string;
  readonly is_87: boolean;
  readonly key_ref: string;
  readonly text_ct: Buffer;
  readonly thread_id: string;
  readonly author_name: string;
  readonly sent_at: Date;
  readonly version: number;
}
const COLUMNS = `r.id, r.case_id, c.number as case_number, r.person_id, r.recipient_id, o.name as recipient, r.basis, r.is_87, r.key_ref, r.text_ct, r.thread_id,
  concat_ws(' ', a.given_name, a.family_name) as author_name, r.sent_at, r.version
  from app.requests r join app.organisations o on o.tenant_id = r.tenant_id and o.id = r.recipient_id
  left join app.accounts a on a.tenant_id = r.tenant_id and a.id = r.author_id left join app.cases c on c.tenant_id = r.tenant_id and c.id = r.case_id`;
/** The latest first; page by page, after the last line of the page before. */
export const listRequests = (tx: ReadTx, after: LetterKey | null, most: number): Promise<(RequestRow & LetterKey)[]> =>
  tx.query<RequestRow & LetterKey>(
    `select false as open, ${AT("r.sent_at")} as at, ${COLUMNS} where $1::timestamptz is null or (r.sent_at, r.id) < ($1::timestamptz, $2::uuid) order by r.sent_at desc, r.id desc limit $3`,
    [after?.at ?? null, after?.id ?? null, most],
  );
export const listRequestsOfPerson = (tx: ReadTx, personId: string, most: number): Promise<RequestRow[]> => tx.query<RequestRow>(`select ${COLUMNS} where r.person_id = $1 order by r.sent_at desc, r.id limit $2`, [personId, most]);
export const getRequest = (tx: ReadTx, id: string): Promise<RequestRow> => tx.get<RequestRow>(`select ${COLUMNS} where r.id = $1`, [id]);

export type NewRequest = Pick<RequestRow, "id" | "case_id" | "person_id" | "recipient_id" | "basis" | "is_87" | "key_ref" | "text_ct" | "thread_id">;
export async function insertRequest(tx: WriteTx, session: Session, r: NewRequest): Promise<void> {
  await tx.run(
    "insert into app.requests (tenant_id, room_id, id, case_id, person_id, recipient_id, basis, is_87, key_ref, text_ct, thread_id, author_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    [session.tenantId, session.roomId, r.id, r.case_id, r.person_id, r.recipient_id, r.basis, r.is_87, r.key_ref, r.text_ct, r.thread_id, session.accountId],
  );
}
/** Cases that the reader has open, by number: whoever asks in case management asks in a case. */
export const listOpenCases = (tx: ReadTx): Promise<{ id: string; number: string }[]> => tx.query("select id, number from app.cases where id = any (array(select app.open_case_ids())) order by number limit 500");
