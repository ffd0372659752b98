import type { ReadTx, WriteTx } from "../../../db/index.ts";
import type { Session } from "../../../http/index.ts";

export interface FrozenRow {
  readonly access_id: string;
  readonly frozen_at: Date;
  readonly by_name: string;
  readonly reason_ct: Buffer | null;
}
export const listFrozen = (tx: ReadTx, caseId: string): Promise<FrozenRow[]> =>
  tx.query<FrozenRow>(
    `select a.id as access_id, a.frozen_at, coalesce(nullif(concat_ws(' ', b.given_name, b.family_name), ''), 'jemandem aus dem Team') as by_name, a.frozen_reason_ct as reason_ct
       from app.portal_accesses a left join app.accounts b on b.tenant_id = a.tenant_id and b.id = a.frozen_by where a.case_id = $1 and a.frozen_at is not null and a.ended_at is null`, [caseId]);
export const freezeAccess = (tx: WriteTx, session: Session, caseId: string, id: string, reason: Buffer | null): Promise<number> =>
  tx.run("update app.portal_accesses set frozen_at = now(), frozen_by = $3, frozen_reason_ct = $4, version = version + 1 where case_id = $1 and id = $2 and frozen_at is null and ended_at is null", [caseId, id, session.accountId, reason]);
export const explainFreeze = (tx: WriteTx, caseId: string, id: string, reason: Buffer): Promise<number> =>
  tx.run("update app.portal_accesses set frozen_reason_ct = $3, version = version + 1 where case_id = $1 and id = $2 and frozen_at is not null and ended_at is null", [caseId, id, reason]);
export const thawAccess = (tx: WriteTx, caseId: string, id: string): Promise<number> =>
  tx.run("update app.portal_accesses set frozen_at = null, frozen_by = null, frozen_reason_ct = null, version = version + 1 where case_id = $1 and id = $2 and frozen_at is not null and ended_at is null", [caseId, id]);
