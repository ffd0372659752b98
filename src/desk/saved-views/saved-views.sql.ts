import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";

export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** what stands behind the question mark */
  readonly query: string;
}

/** One's own, the first is what the list begins with; row security leaves no others. */
export const listViews = (tx: ReadTx, tenantId: string): Promise<SavedView[]> =>
  tx.query<SavedView>("select id, name, query from app.saved_views where tenant_id = $1 and list = 'cases' order by place, created_at, id", [tenantId]);

export const insertView = (tx: WriteTx, session: Session, view: SavedView): Promise<number> =>
  tx.run(
    `insert into app.saved_views (tenant_id, room_id, account_id, id, list, name, query, place)
     select $1, $2, $3, $4, 'cases', $5, $6, coalesce((select max(v.place) + 1 from app.saved_views v where v.tenant_id = $1 and v.list = 'cases'), 0)`,
    [session.tenantId, session.roomId, session.accountId, view.id, view.name, view.query],
  );

export const putFirst = (tx: WriteTx, tenantId: string, id: string): Promise<void> =>
  tx.runOne("update app.saved_views set place = (select min(v.place) - 1 from app.saved_views v where v.tenant_id = $1 and v.list = 'cases') where tenant_id = $1 and id = $2", [tenantId, id]);

export const deleteView = (tx: WriteTx, tenantId: string, id: string): Promise<void> => tx.runOne("delete from app.saved_views where tenant_id = $1 and id = $2", [tenantId, id]);
