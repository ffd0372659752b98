import type { ReadTx, WriteTx } from "../../../db/index.ts";

export interface IncomingRow {
  readonly id: string;
  readonly key_ref: string;
  readonly stored_name: string;
  readonly size: number;
  readonly received_at: Date;
}
const ROWS = "select i.id, i.key_ref, i.stored_name, i.size, i.received_at from app.incoming_moves i";
export const listIncoming = (tx: ReadTx): Promise<IncomingRow[]> => tx.query<IncomingRow>(`${ROWS} order by i.received_at desc, i.id limit 50`);
export const getIncoming = (tx: ReadTx, id: string): Promise<IncomingRow> => tx.get<IncomingRow>(`${ROWS} where i.id = $1`, [id]);
export const insertIncoming = (tx: WriteTx, at: { tenantId: string; roomId: string | null; accountId: string }, i: { id: string; keyRef: string; storedName: string; size: number }): Promise<void> =>
  tx.runOne("insert into app.incoming_moves (tenant_id, room_id, id, key_ref, stored_name, size, received_by) values ($1, $2, $3, $4, $5, $6, $7)", [at.tenantId, at.roomId, i.id, i.keyRef, i.storedName, i.size, at.accountId]);
/** Key and file are destroyed after the commit. */
export const deleteIncoming = (tx: WriteTx, id: string): Promise<number> => tx.run("delete from app.incoming_moves where id = $1", [id]);
