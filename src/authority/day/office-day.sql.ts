import type { ReadTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";

export interface OfficeDayCounts {
  /** letters and requests that nobody has dealt with */
  readonly inbox: number;
  /** of them the requests: somebody waits for an answer, or for none */
  readonly requests: number;
  /** disclosures of colleagues that wait for a second officer */
  readonly to_judge: number;
  readonly persons: number;
}
export const countOfficeDay = (tx: ReadTx, me: string): Promise<OfficeDayCounts> =>
  tx.get<OfficeDayCounts>(
    `select (select count(*)::integer from app.inbox_items where state = 'received') as inbox, (select count(*)::integer from app.inbox_items where state in ('received', 'accepted') and kind = 'request') as requests,
        (select count(*)::integer from app.officer_disclosures where state = 'awaiting_second' and author_id <> $1) as to_judge, (select count(*)::integer from app.persons where merged_into is null) as persons`,
    [me],
  );
export const listToJudge = (tx: ReadTx, me: string): Promise<{ id: string; person_id: string; recipient_name: string; author_name: string }[]> =>
  tx.query(
    `select d.id, d.person_id, d.recipient_name, concat_ws(' ', a.given_name, a.family_name) as author_name from app.officer_disclosures d left join app.accounts a on a.tenant_id = d.tenant_id and a.id = d.author_id
      where d.state = 'awaiting_second' and d.author_id <> $1 order by d.created_at, d.id limit 20`,
    [me],
  );
/** For the navigation: it stands on every page of an officer and counts no further than it shows. */
export const countOwnDue = (tx: ReadTx, me: string, today: CalendarDay, most: number): Promise<{ n: number }> =>
  tx.get("select count(*)::integer as n from (select from app.officer_follow_ups where owner_id = $1 and done_on is null and due_on <= $2 limit $3) x", [me, today, most]);
