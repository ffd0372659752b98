import { RUNNING } from "../../cases/reading/index.ts";
import type { ReadTx } from "../../db/index.ts";

export interface NavigationCounts {
  /** own follow-ups due today or before, those of leads one stands in for, and what is due for a change of benefit: what "Mein Tag" begins with */
  readonly due: number;
  /** running cases that nobody leads */
  readonly unassigned: number;
  /** rows of lists under check that nobody has decided on */
  readonly rowsToDecide: number;
  /** letters and requests that nobody has dealt with; a request that the lead put to a case is its team's */
  readonly inbox: number;
}

/** Which of the four are asked for: what a role cannot open is not counted for it. */
export interface CountsAsked {
  readonly due: boolean;
  readonly unassigned: boolean;
  readonly rowsToDecide: boolean;
  readonly inbox: boolean;
}

/** Counted no further: the navigation says "999+". */
export const MOST_IN_NAVIGATION = 1000;

/** One statement for all four, under row security; it stands on every page and must stay small whatever the room holds. */
export const countForNavigation = (tx: ReadTx, of: { tenantId: string; roomId: string | null; today: string }, asked: CountsAsked): Promise<NavigationCounts> =>
  tx.get<NavigationCounts>(
    `select case when $4 then (select count(*)::integer from (
           (select from app.follow_ups f where f.tenant_id = $1 and f.done_on is null and f.due_on <= $3 and f.owner_id = (select app.current_account()) limit $7)
           union all
           (select from app.cases c join app.follow_ups f on f.tenant_id = c.tenant_id and f.case_id = c.id and f.owner_id = c.lead_id
             where c.tenant_id = $1 and c.id = any (array(select app.team_case_ids('{substitute}'))) and f.done_on is null and f.due_on <= $3
               and f.owner_id <> (select app.current_account()) limit $7)
           union all
           (select from app.switch_items i join app.cases c on c.tenant_id = i.tenant_id and c.id = i.case_id and c.closed_on is null
             where i.tenant_id = $1 and i.room_id = $2 and i.state = 'open' and i.due_on <= $3
               and i.case_id = any (array(select app.team_case_ids('{lead,substitute}'))) limit $7)) x) else 0 end as due,
       case when $5 then (select count(*)::integer from (select from app.cases c
         where c.tenant_id = $1 and c.room_id = $2 and c.lead_id is null and ${RUNNING} limit $7) x) else 0 end as unassigned,
       case when $6 then (select count(*)::integer from (select from app.imports i join app.import_rows r on r.tenant_id = i.tenant_id and r.import_id = i.id
         where i.tenant_id = $1 and i.room_id = $2 and i.state = 'checking' and r.row_ct is not null and r.decision = 'open' limit $7) x) else 0 end as "rowsToDecide",
       case when $8 then (select count(*)::integer from (select from app.inbox_items i where i.tenant_id = $1 and i.room_id = $2 and i.state = 'received'
         and (i.case_id is null or i.case_id = any (array(select app.open_case_ids()))) limit $7) x) else 0 end as inbox`,
    [of.tenantId, of.roomId, of.today, asked.due, asked.unassigned, asked.rowsToDecide, MOST_IN_NAVIGATION, asked.inbox],
  );
