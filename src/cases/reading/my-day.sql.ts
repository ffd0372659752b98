import type { ReadTx } from "../../db/index.ts";

export interface MyCaseRow {
  readonly id: string;
  readonly number: string;
  readonly phase: string;
  readonly main_name: string;
  readonly main_name_own: string;
  readonly since_on: string;
  readonly until_on: string | null;
  /** who gave it, or whose case it is that one stands in for */
  readonly given_name: string | null;
  readonly family_name: string | null;
}

/** Cases that somebody else gave the reader since a day, and that the reader has not yet written anything in. */
export const listNewCases = (tx: ReadTx, tenantId: string, since: string): Promise<MyCaseRow[]> =>
  tx.query<MyCaseRow>(
    `select c.id, c.number, c.phase, c.main_name, c.main_name_own, t.from_on as since_on, t.until_on, a.given_name, a.family_name
       from app.case_team t join app.cases c on c.tenant_id = t.tenant_id and c.id = t.case_id
       left join app.accounts a on a.tenant_id = t.tenant_id and a.id = t.assigned_by
      where t.tenant_id = $1 and t.account_id = (select app.current_account()) and t.function = 'lead' and t.assigned_by <> t.account_id
        and t.from_on >= $2 and t.from_on <= current_date and (t.until_on is null or t.until_on >= current_date)
        and not exists (select from app.contacts k where k.tenant_id = t.tenant_id and k.room_id = t.room_id and k.case_id = t.case_id
          and k.author_id = t.account_id and k.withdrawn_at is null)
      order by t.from_on desc, c.main_sort, c.id limit 30`,
    [tenantId, since],
  );

/** Cases in which the reader stands in today: named in the case, or as standing deputy of a lead who is away. */
export const listSubstitutedCases = (tx: ReadTx, tenantId: string): Promise<MyCaseRow[]> =>
  tx.query<MyCaseRow>(
    `select c.id, c.number, c.phase, c.main_name, c.main_name_own, coalesce(t.from_on, a.absent_from, c.opened_on) as since_on,
        coalesce(t.until_on, a.absent_until) as until_on, a.given_name, a.family_name
       from app.cases c
       left join app.case_team t on t.tenant_id = c.tenant_id and t.case_id = c.id and t.account_id = (select app.current_account())
         and t.function = 'substitute' and t.from_on <= current_date and (t.until_on is null or t.until_on >= current_date)
       left join app.accounts a on a.tenant_id = c.tenant_id and a.id = c.lead_id
      where c.tenant_id = $1 and c.id = any (array(select app.team_case_ids('{substitute}'))) and c.closed_on is null
      order by c.main_sort, c.id limit 30`,
    [tenantId],
  );

export interface LeftoverRow {
  readonly kind: "draft" | "note" | "review";
  readonly case_id: string;
  readonly contact_id: string | null;
  readonly number: string;
  readonly main_name: string;
  readonly main_name_own: string;
  readonly on_day: string;
}

/** What was begun and not finished: drafts, telephone notes to complete, imported remarks nobody has reviewed yet. */
export const listLeftovers = (tx: ReadTx, tenantId: string, timeZone: string): Promise<LeftoverRow[]> =>
  tx.query<LeftoverRow>(
    `select l.kind, l.case_id, l.contact_id, c.number, c.main_name, c.main_name_own, l.on_day from (
       select 'draft' as kind, d.case_id, null::uuid as contact_id, (d.updated_at at time zone $2)::date as on_day from app.drafts d
        where d.tenant_id = $1 and d.account_id = (select app.current_account())
       union all
       (select 'note', k.case_id, k.id, k.happened_on from app.contacts k
        where k.tenant_id = $1 and k.author_id = (select app.current_account()) and not k.is_complete and k.withdrawn_at is null
        order by k.happened_on desc, k.id limit 20)
       union all
       (select 'review', k.case_id, k.id, k.happened_on from app.contacts k
         join app.cases x on x.tenant_id = k.tenant_id and x.id = k.case_id
        where k.tenant_id = $1 and k.entrusted_review_due and k.withdrawn_at is null and x.lead_id = (select app.current_account())
        order by k.happened_on desc, k.id limit 20)) l
       join app.cases c on c.tenant_id = $1 and c.id = l.case_id
      order by l.kind, l.on_day desc, l.case_id limit 60`,
    [tenantId, timeZone],
  );

export interface MyCountsRow {
  readonly leading: number;
  readonly overdue: number;
}

export const countOwn = (tx: ReadTx, tenantId: string, roomId: string | null, today: string): Promise<MyCountsRow> =>
  tx.get<MyCountsRow>(
    `select count(*)::integer as leading, count(*) filter (where c.next_due_on < $3)::integer as overdue from app.cases c
      where c.tenant_id = $1 and c.room_id = $2 and c.lead_id = (select app.current_account()) and c.closed_on is null
        and c.phase not in ('advised_onward', 'not_admitted')`,
    [tenantId, roomId, today],
  );
