import type { ReadTx } from "../../db/index.ts";

export interface CaseRecordRow {
  readonly id: string;
  readonly at: Date;
  readonly at_micros: number;
  readonly account_id: string | null;
  readonly given_name: string | null;
  readonly family_name: string | null;
  readonly function: string;
  readonly action: string;
  readonly purpose: string;
  readonly reason_ct: Buffer | null;
  /** a check by the data protection officer that began here, and its reason */
  readonly check_id: string | null;
  readonly check_reason_ct: Buffer | null;
}

export interface CaseRecordAsked {
  readonly caseId: string;
  /** reads end in `.read` or the like; everything else changed something */
  readonly only: "reads" | "changes" | null;
  readonly accountId: string | null;
  readonly after: { readonly micros: number; readonly id: string } | null;
  readonly most: number;
}

/** Who read and changed a case, newest first; row security gives it to the team alone. */
export const listCaseRecords = (tx: ReadTx, tenantId: string, asked: CaseRecordAsked): Promise<CaseRecordRow[]> =>
  tx.query<CaseRecordRow>(
    `select r.*, a.given_name, a.family_name, k.id as check_id, k.reason_ct as check_reason_ct from (
       select r.id, r.at, (extract(epoch from r.at) * 1000000)::bigint as at_micros, r.account_id, r.function, r.action, r.purpose, r.reason_ct, r.object_ids[1] as first_id
         from app.access_records r where r.tenant_id = $1 and r.case_id = $2) r
       left join app.accounts a on a.tenant_id = $1 and a.id = r.account_id
       left join app.content_checks k on r.action = 'content_check.begun' and k.tenant_id = $1 and k.case_id = $2 and k.id = r.first_id
      where ($3::text is null or ($3 = 'reads') = (r.action ~ '\\.(read|listed|seen|printed|downloaded|exported|searched|opened)$'))
        and ($4::uuid is null or r.account_id = $4)
        and ($5::bigint is null or (r.at_micros, r.id) < ($5::bigint, $6::uuid))
      order by r.at_micros desc, r.id desc limit $7`,
    [tenantId, asked.caseId, asked.only, asked.accountId, asked.after?.micros ?? null, asked.after?.id ?? null, asked.most],
  );
