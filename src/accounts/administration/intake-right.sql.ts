import type { ReadTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";

export interface IntakeLine {
  readonly account_id: string;
  readonly name: string;
  readonly organisation: string;
  /** the membership that gives the right; null for whoever has none */
  readonly membership_id: string | null;
  readonly from_on: CalendarDay | null;
  readonly is_waiting: boolean;
}

/** Who works on cases of the room, and who of them may take lists in. Team leads may anyway and are left out. */
export const listIntakeRights = (tx: ReadTx, tenantId: string, roomId: string): Promise<IntakeLine[]> =>
  tx.query(
    `select a.id as account_id, a.family_name || ', ' || a.given_name as name, o.name as organisation, i.id as membership_id, i.from_on,
            coalesce(i.needs_confirmation and i.confirmed_at is null, false) as is_waiting
       from app.accounts a
       join app.organisations o on o.tenant_id = a.tenant_id and o.id = a.organisation_id
       left join app.memberships i on i.tenant_id = a.tenant_id and i.account_id = a.id and i.room_id = $2 and i.role = 'intake' and i.ended_at is null
         and (i.until_on is null or i.until_on >= current_date)
      where a.tenant_id = $1 and a.disabled_at is null
        and (i.id is not null or app.works_on_cases($1, $2, a.id))
        and not exists (select from app.memberships l where l.tenant_id = a.tenant_id and l.account_id = a.id and l.room_id = $2 and l.role = 'team_lead' and l.ended_at is null
          and (l.until_on is null or l.until_on >= current_date) and (not l.needs_confirmation or l.confirmed_at is not null))
      order by i.id is null, a.family_name, a.given_name, a.id`,
    [tenantId, roomId],
  );
