import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";

export interface Membership {
  readonly id: string;
  readonly account_id: string;
  readonly role: string;
  readonly room_id: string | null;
  readonly room_name: string | null;
  readonly controller_id: string | null;
  readonly controller_name: string | null;
  readonly from_on: CalendarDay;
  readonly until_on: CalendarDay | null;
  readonly state: "waiting" | "in_force" | "ended";
  readonly version: number;
}
const MEMBERSHIP = `select m.id, m.account_id, m.role, m.room_id, r.name as room_name, m.controller_id, o.name as controller_name, m.from_on, m.until_on, m.version,
    case when m.ended_at is not null or m.until_on < current_date then 'ended' when m.needs_confirmation and m.confirmed_at is null then 'waiting' else 'in_force' end as state
  from app.memberships m left join app.rooms r on r.tenant_id = m.tenant_id and r.id = m.room_id
  left join app.organisations o on o.tenant_id = m.tenant_id and o.id = m.controller_id`;
export const listMemberships = (tx: ReadTx, tenantId: string, accountId: string): Promise<Membership[]> =>
  tx.query(`${MEMBERSHIP} where m.tenant_id = $1 and m.account_id = $2 order by m.ended_at is not null, m.granted_at, m.id`, [tenantId, accountId]);
export const getMembership = (tx: ReadTx, tenantId: string, id: string): Promise<Membership> => tx.get(`${MEMBERSHIP} where m.tenant_id = $1 and m.id = $2`, [tenantId, id]);

export interface NewMembership {
  readonly id: string;
  readonly accountId: string;
  readonly role: string;
  readonly roomId: string | null;
  readonly controllerId: string | null;
  readonly fromOn: string;
  readonly untilOn: string | null;
}
/** The sides are looked up: the database compares them and refuses who would stand on both. */
export const insertMembership = (tx: WriteTx, tenantId: string, grantedBy: string, m: NewMembership): Promise<void> =>
  tx.runOne(
    `insert into app.memberships (tenant_id, id, account_id, account_side, room_id, room_side, controller_id, role, from_on, until_on, granted_by)
     select a.tenant_id, $3, a.id, a.side, r.id, r.side, $6, $7, $8, $9, $2
       from app.accounts a left join app.rooms r on r.tenant_id = a.tenant_id and r.id = $5 where a.tenant_id = $1 and a.id = $4`,
    [tenantId, grantedBy, m.id, m.accountId, m.roomId, m.controllerId, m.role, m.fromOn, m.untilOn],
  );
/** By whom and when, the database says. */
export const endMembership = (tx: WriteTx, tenantId: string, id: string): Promise<void> =>
  tx.runOne("update app.memberships set ended_at = now(), version = version + 1 where tenant_id = $1 and id = $2 and ended_at is null", [tenantId, id]);
export const confirmMembership = (tx: WriteTx, tenantId: string, id: string, by: string): Promise<void> =>
  tx.runOne("update app.memberships set confirmed_by = $3, confirmed_at = now(), version = version + 1 where tenant_id = $1 and id = $2 and confirmed_at is null and ended_at is null", [tenantId, id, by]);

export interface WaitingRole {
  readonly id: string;
  readonly version: number;
  readonly account_id: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly organisation: string;
  readonly role: string;
  readonly room_name: string | null;
  readonly controller_name: string | null;
  readonly from_on: CalendarDay;
  readonly until_on: CalendarDay | null;
  readonly granted_by_name: string;
  readonly granted_at: Date;
  readonly has_signed_in: boolean;
  readonly may_confirm: boolean;
}
export const listWaitingRoles = (tx: ReadTx): Promise<WaitingRole[]> => tx.query("select * from app.roles_to_confirm()");

export interface WaitingRecovery {
  readonly reference: string;
  readonly account_id: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly organisation: string;
  readonly requested_by_name: string;
  readonly resets_second_factor: boolean;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly confirmed: boolean;
  readonly may_confirm: boolean;
}
export const listWaitingRecoveries = (tx: ReadTx): Promise<WaitingRecovery[]> => tx.query("select * from app.recoveries_to_confirm()");
/** Whose account it is about; null where there is nothing to confirm for this reader. */
export async function confirmRecovery(tx: WriteTx, reference: string): Promise<string | null> {
  return (await tx.get<{ whose: string | null }>("select app.confirm_recovery($1) as whose", [reference])).whose;
}
export async function declineRecovery(tx: WriteTx, reference: string): Promise<string | null> {
  return (await tx.get<{ whose: string | null }>("select app.decline_recovery($1) as whose", [reference])).whose;
}
