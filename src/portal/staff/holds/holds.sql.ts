import type { ReadTx, WriteTx } from "../../../db/index.ts";
import type { Session } from "../../../http/index.ts";
import type { HoldKind } from "./hold-kinds.ts";

/** From here to the end of the transaction the statements of portal.sql.ts answer as they answer this person. */
export const lookAtPageOf = async (tx: ReadTx, caseId: string, personId: string): Promise<boolean> => (await tx.get<{ ok: boolean }>("select app.preview_portal_of($1, $2) as ok", [caseId, personId])).ok;

export interface HoldRow { readonly id: string; readonly person_id: string; readonly kind: HoldKind; readonly row_id: string; readonly reason_ct: Buffer; readonly held_at: Date; readonly held_by_name: string; readonly version: number }
const HOLD = `select h.id, h.person_id, h.kind, h.row_id, h.reason_ct, h.held_at, concat_ws(' ', b.given_name, b.family_name) as held_by_name, h.version
  from app.portal_holds h left join app.accounts b on b.tenant_id = h.tenant_id and b.id = h.held_by`;
export const listHolds = (tx: ReadTx, caseId: string): Promise<HoldRow[]> => tx.query<HoldRow>(`${HOLD} where h.case_id = $1 and h.lifted_at is null order by h.held_at desc, h.id`, [caseId]);
export const getHold = (tx: ReadTx, id: string): Promise<HoldRow & { readonly case_id: string; readonly lifted_at: Date | null }> => tx.get(`${HOLD.replace("h.version", "h.version, h.case_id, h.lifted_at")} where h.id = $1`, [id]);
export const insertHold = (tx: WriteTx, session: Session, h: { id: string; caseId: string; personId: string; kind: string; rowId: string; reason: Buffer }): Promise<number> =>
  tx.run("insert into app.portal_holds (tenant_id, room_id, id, case_id, person_id, kind, row_id, reason_ct, held_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing",
    [session.tenantId, session.roomId, h.id, h.caseId, h.personId, h.kind, h.rowId, h.reason, session.accountId]);
/** A line of who saw what is many records: those held at once are shown again at once. */
export const liftHold = (tx: WriteTx, caseId: string, id: string): Promise<number> =>
  tx.run(
    `update app.portal_holds h set lifted_at = now(), version = version + 1 where h.case_id = $1 and h.lifted_at is null
      and (h.id = $2 or h.kind = 'access' and (h.person_id, h.held_at) = (select x.person_id, x.held_at from app.portal_holds x where x.id = $2 and x.case_id = $1 and x.kind = 'access'))`, [caseId, id]);

/** Names of what is held, of which the page of the person says nothing any more. */
export const listDocumentNames = (tx: ReadTx, caseId: string, ids: readonly string[]): Promise<{ id: string; name_ct: Buffer }[]> =>
  tx.query("select id, name_ct from app.documents where case_id = $1 and id = any ($2)", [caseId, ids]);
export const listRecordTimes = (tx: ReadTx, caseId: string, ids: readonly string[]): Promise<{ id: string; at: Date }[]> =>
  tx.query("select id, at from app.access_records where case_id = $1 and id = any ($2)", [caseId, ids]);
