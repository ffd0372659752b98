import type { ReadTx, WriteTx } from "../../db/index.ts";

export interface RequestOfCase {
  readonly id: string;
  readonly thread_id: string;
  readonly sender_id: string | null;
  readonly sender_name: string;
  readonly is_87: boolean;
  readonly key_ref: string;
  readonly content_ct: Buffer;
}
/** A request that was put to this case and is not answered yet. */
export const findRequestOfCase = (tx: ReadTx, caseId: string, itemId: string): Promise<RequestOfCase | undefined> =>
  tx.find<RequestOfCase>(
    "select id, thread_id, sender_id, sender_name, is_87, key_ref, content_ct from app.inbox_items where id = $2 and case_id = $1 and kind = 'request' and state in ('received', 'accepted')",
    [caseId, itemId],
  );
export const listRequestsOfCase = (tx: ReadTx, caseId: string): Promise<RequestOfCase[]> =>
  tx.query<RequestOfCase>(
    "select id, thread_id, sender_id, sender_name, is_87, key_ref, content_ct from app.inbox_items where case_id = $1 and kind = 'request' and state in ('received', 'accepted') order by received_at, id",
    [caseId],
  );
export const markAnswered = (tx: WriteTx, caseId: string, threadId: string): Promise<number> =>
  tx.run("update app.inbox_items set state = 'done', version = version + 1 where case_id = $1 and thread_id = $2 and kind = 'request' and state in ('received', 'accepted')", [caseId, threadId]);
