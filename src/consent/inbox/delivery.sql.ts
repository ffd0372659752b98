import type { WriteTx } from "../../db/index.ts";
import type { ChangeReason, DispatchKind } from "../outgoing/index.ts";

export interface Waiting {
  readonly tenant_id: string;
  readonly id: string;
  readonly kind: DispatchKind;
  readonly thread_id: string;
  readonly key_ref: string;
  readonly content_ct: Buffer;
  readonly sender_id: string;
  readonly sender_name: string;
  readonly is_87: boolean;
  readonly answers_thread_id: string | null;
  readonly target_tenant_id: string | null;
  readonly target_room_id: string | null;
  readonly target_case_id: string | null;
  readonly target_disclosure_id: string | null;
  readonly target_key_ref: string | null;
  readonly target_owner_id: string | null;
}
/** Locked for this transaction; another process skips them. */
export const listWaiting = (tx: WriteTx, most: number): Promise<Waiting[]> => tx.query<Waiting>("select * from app.waiting_dispatches($1)", [most]);

export const deliverToInbox = (tx: WriteTx, w: Waiting, item: { id: string; keyRef: string; contentCt: Buffer; storedNames: readonly string[] }): Promise<unknown> =>
  tx.query("select app.deliver_to_inbox($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)", [
    w.tenant_id, w.id, item.id, w.target_tenant_id, w.target_room_id, w.sender_id, w.sender_name, w.is_87, w.answers_thread_id, item.keyRef, item.contentCt, [...item.storedNames],
  ]);
export const deliverAnswer = (tx: WriteTx, w: Waiting, told: { messageId: string; textCt: Buffer | null; followUpId: string; titleCt: Buffer }): Promise<unknown> =>
  tx.query("select app.deliver_answer($1, $2, $3, $4, $5, $6, $7)", [w.tenant_id, w.id, told.messageId, told.textCt, told.followUpId, told.titleCt, w.target_owner_id]);
export const deliverAnswerToOfficers = (tx: WriteTx, w: Waiting, told: { messageId: string; textCt: Buffer | null; followUpId: string; titleCt: Buffer }): Promise<unknown> =>
  tx.query("select app.deliver_answer_to_officers($1, $2, $3, $4, $5, $6)", [w.tenant_id, w.id, told.messageId, told.textCt, told.followUpId, told.titleCt]);
export const closeDispatch = (tx: WriteTx, w: Waiting): Promise<unknown> => tx.query("select app.close_dispatch($1, $2)", [w.tenant_id, w.id]);

export interface FactChange {
  readonly tenant_id: string;
  /** null: an authority sent it */
  readonly case_id: string | null;
  readonly disclosure_id: string;
  readonly case_key_ref: string;
  readonly owner_id: string;
  readonly field: string;
  readonly label: string;
  readonly sent_at: Date;
  readonly target_tenant_id: string;
  readonly target_room_id: string | null;
  readonly sender_id: string;
  readonly sender_name: string;
  readonly recipient_name: string;
  readonly why: ChangeReason;
}
/** Taken once: they are gone with this transaction's commit. */
export const takeFactChanges = (tx: WriteTx, most: number): Promise<FactChange[]> => tx.query<FactChange>("select * from app.take_fact_changes($1)", [most]);
export const tellOfChange = (tx: WriteTx, c: FactChange, told: { itemId: string; keyRef: string; contentCt: Buffer; followUpId: string; titleCt: Buffer }): Promise<unknown> =>
  tx.query("select app.tell_of_change($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)", [
    c.tenant_id, c.disclosure_id, told.itemId, c.target_tenant_id, c.target_room_id, c.sender_id, c.sender_name, told.keyRef, told.contentCt, told.followUpId, told.titleCt, c.owner_id,
  ]);

/** Threads of all inboxes whose time is over, as many as asked for: copies that went, and threads that something open holds. */
export const eraseDueInboxItems = (tx: WriteTx, most: number): Promise<{ erased: number; held: number }> => tx.get("select * from app.erase_due_inbox_items($1)", [most]);
