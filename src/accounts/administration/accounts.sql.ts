import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";

export interface StaffAccount {
  readonly id: string;
  readonly organisation_id: string;
  readonly organisation: string;
  readonly side: string;
  readonly email: string;
  readonly title: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly job_title: string;
  readonly phone: string;
  readonly is_disabled: boolean;
  readonly has_password: boolean;
  readonly has_second_factor: boolean;
  readonly invited: boolean;
  readonly last_seen_on: CalendarDay | null;
  readonly version: number;
}
export type AccountValues = Pick<StaffAccount, "organisation_id" | "side" | "title" | "given_name" | "family_name" | "job_title" | "phone">;

const ACCOUNT = `select a.id, a.organisation_id, o.name as organisation, a.side, a.email, a.title, a.given_name, a.family_name, a.job_title, a.phone, a.disabled_at is not null as is_disabled,
    coalesce(s.has_password, false) as has_password, coalesce(s.has_second_factor, false) as has_second_factor, coalesce(s.invited, false) as invited, s.last_seen_on, a.version
  from app.accounts a join app.organisations o on o.tenant_id = a.tenant_id and o.id = a.organisation_id left join app.account_states() s on s.account_id = a.id`;
export const listAccounts = (tx: ReadTx, tenantId: string): Promise<StaffAccount[]> =>
  tx.query(`${ACCOUNT} where a.tenant_id = $1 order by a.disabled_at is not null, a.family_name, a.given_name, a.id`, [tenantId]);
export const getAccount = (tx: ReadTx, tenantId: string, id: string): Promise<StaffAccount> => tx.get(`${ACCOUNT} where a.tenant_id = $1 and a.id = $2`, [tenantId, id]);
export const insertAccount = (tx: WriteTx, tenantId: string, id: string, email: string, a: AccountValues): Promise<void> =>
  tx.runOne(
    "insert into app.accounts (tenant_id, id, email, organisation_id, side, title, given_name, family_name, job_title, phone) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    [tenantId, id, email, a.organisation_id, a.side, a.title, a.given_name, a.family_name, a.job_title, a.phone],
  );
/** The address stays: it is what the account is known by. */
export const updateAccount = (tx: WriteTx, tenantId: string, id: string, version: number, a: AccountValues): Promise<number> =>
  tx.run(
    `update app.accounts set organisation_id = $4, side = $5, title = $6, given_name = $7, family_name = $8, job_title = $9, phone = $10, version = version + 1
      where tenant_id = $1 and id = $2 and version = $3`,
    [tenantId, id, version, a.organisation_id, a.side, a.title, a.given_name, a.family_name, a.job_title, a.phone],
  );
export async function disableAccount(tx: WriteTx, tenantId: string, id: string): Promise<void> {
  await tx.runOne("update app.accounts set disabled_at = now(), version = version + 1 where tenant_id = $1 and id = $2 and disabled_at is null", [tenantId, id]);
  // so that enabling it again brings no old session back
  await tx.query("select app.end_sessions_of($1)", [id]);
}
export const enableAccount = (tx: WriteTx, tenantId: string, id: string): Promise<void> =>
  tx.runOne("update app.accounts set disabled_at = null, version = version + 1 where tenant_id = $1 and id = $2 and disabled_at is not null", [tenantId, id]);

export async function inviteAccount(tx: WriteTx, id: string, hash: Buffer, days: number): Promise<boolean> {
  return (await tx.get<{ ok: boolean }>("select app.invite_account($1, $2, $3::interval) as ok", [id, hash, `${days} days`])).ok;
}
export async function requestRecovery(tx: WriteTx, id: string, hash: Buffer, resetsFactor: boolean, days: number): Promise<boolean> {
  return (await tx.get<{ ok: boolean }>("select app.request_recovery($1, $2, $3, $4::interval) as ok", [id, hash, resetsFactor, `${days} days`])).ok;
}
