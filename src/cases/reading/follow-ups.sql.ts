import type { ReadTx } from "../../db/index.ts";

export interface FollowUpRow {
  readonly id: string;
  readonly case_id: string;
  readonly number: string;
  readonly main_name: string;
  readonly main_name_own: string;
  readonly key_ref: string;
  readonly due_on: string;
  readonly kind: string;
  readonly sealed: Buffer;
  readonly life_areas: readonly string[];
  readonly owner_id: string;
  readonly owner_given: string | null;
  readonly owner_family: string | null;
  readonly version: number;
  readonly about_disclosure_id: string | null;
  readonly about_consent_id: string | null;
}

const SELECT = `select f.id, f.case_id, c.number, c.main_name, c.main_name_own, c.key_ref, f.due_on, f.kind, f.title_ct as sealed, f.life_areas, f.owner_id,
    a.given_name as owner_given, a.family_name as owner_family, f.version, f.about_disclosure_id, f.about_consent_id
  from app.follow_ups f
  join app.cases c on c.tenant_id = f.tenant_id and c.id = f.case_id
  left join app.accounts a on a.tenant_id = f.tenant_id and a.id = f.owner_id`;

/** What is still to do in a case, earliest first; nothing where it is not open to the reader. */
export const listOpenFollowUps = (tx: ReadTx, caseId: string, most: number): Promise<FollowUpRow[]> =>
  tx.query<FollowUpRow>("select * from app.follow_ups_of_case($1, $2)", [caseId, most]);

/** What the reader has to do until a day: their own, and that of the leads they stand in for. */
export const listOwnFollowUps = (tx: ReadTx, tenantId: string, until: string, most: number): Promise<FollowUpRow[]> =>
  tx.query<FollowUpRow>(
    `${SELECT} where f.tenant_id = $1 and f.done_on is null and f.due_on <= $2
        and (f.owner_id = (select app.current_account())
          or (f.case_id = any (array(select app.team_case_ids('{substitute}'))) and f.owner_id = c.lead_id))
      order by f.due_on, f.id limit $3`,
    [tenantId, until, most],
  );
