import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";

export interface OwnAccount {
  readonly email: string;
  readonly title: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly job_title: string;
  readonly phone: string;
  readonly organisation: string;
}
export const getOwnAccount = (tx: ReadTx, tenantId: string, accountId: string): Promise<OwnAccount> =>
  tx.get(
    `select a.email, a.title, a.given_name, a.family_name, a.job_title, a.phone, o.name as organisation
       from app.accounts a join app.organisations o on o.tenant_id = a.tenant_id and o.id = a.organisation_id
      where a.tenant_id = $1 and a.id = $2`,
    [tenantId, accountId],
  );

export interface OwnRole {
  readonly role: string;
  readonly room_name: string | null;
  readonly controller_name: string | null;
  readonly from_on: CalendarDay;
  readonly until_on: CalendarDay | null;
  readonly is_waiting: boolean;
}
export const listOwnRoles = (tx: ReadTx, tenantId: string, accountId: string): Promise<OwnRole[]> =>
  tx.query(
    `select m.role, r.name as room_name, o.name as controller_name, m.from_on, m.until_on, m.needs_confirmation and m.confirmed_at is null as is_waiting
       from app.memberships m left join app.rooms r on r.tenant_id = m.tenant_id and r.id = m.room_id
       left join app.organisations o on o.tenant_id = m.tenant_id and o.id = m.controller_id
      where m.tenant_id = $1 and m.account_id = $2 and m.ended_at is null and (m.until_on is null or m.until_on >= current_date)
      order by r.name nulls first, m.role`,
    [tenantId, accountId],
  );

export interface OwnRoom {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}
export const listOwnRooms = (tx: ReadTx): Promise<OwnRoom[]> =>
  tx.query("select r.id, r.name, r.kind from app.rooms r where r.id = any (array(select app.member_room_ids())) order by r.name, r.id");

export async function chooseRoom(tx: WriteTx, roomId: string): Promise<boolean> {
  return (await tx.get<{ ok: boolean }>("select app.choose_room($1) as ok", [roomId])).ok;
}

export interface OwnSession {
  readonly id: string;
  readonly kind: "browser" | "api" | "token";
  readonly name: string;
  readonly scopes: readonly string[];
  readonly created_at: Date;
  readonly last_seen_at: Date;
  readonly expires_at: Date;
  readonly is_current: boolean;
}
export const listOwnSessions = (tx: ReadTx): Promise<OwnSession[]> => tx.query("select * from app.own_sessions()");

/** One by its id, or all but the current one where it is null; how many ended. */
export async function endOwnSessions(tx: WriteTx, sessionId: string | null): Promise<number> {
  return (await tx.get<{ n: number }>("select app.end_own_sessions($1) as n", [sessionId])).n;
}
/** It ends with this transaction. */
export const endThisSession = (tx: WriteTx): Promise<unknown> => tx.query("select app.end_this_session()");

export interface OwnCredentials {
  readonly password_hash: string | null;
  readonly totp_confirmed: boolean;
  readonly recovery_codes_left: number;
}
export const findOwnCredentials = (tx: ReadTx): Promise<OwnCredentials | undefined> =>
  tx.find("select password_hash, totp_confirmed, recovery_codes_left from app.own_credentials()");
export const setOwnPassword = (tx: WriteTx, hash: string): Promise<unknown> => tx.query("select app.set_own_password($1)", [hash]);
export const setOwnSecondFactor = (tx: WriteTx, sealed: Buffer, step: number, recovery: readonly Buffer[]): Promise<unknown> =>
  tx.query("select app.set_own_second_factor($1, $2, $3)", [sealed, step, recovery]);
export const setOwnShortcuts = (tx: WriteTx, wanted: boolean): Promise<unknown> => tx.query("select app.set_own_shortcuts($1)", [wanted]);

export interface NewToken {
  readonly id: string;
  readonly hash: Buffer;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly days: number;
}
export async function insertOwnToken(tx: WriteTx, token: NewToken): Promise<boolean> {
  const values = [token.id, token.hash, token.name, token.scopes, `${token.days} days`];
  return (await tx.get<{ ok: boolean }>("select app.create_own_token($1, $2, $3, $4, $5::interval) as ok", values)).ok;
}
