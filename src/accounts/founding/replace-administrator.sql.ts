import type { ClientBase } from "pg";
import { newId } from "../../kernel/id.ts";

/** All of it runs as the owner, at the machine of whoever operates the installation. */
export const findAccountByEmail = async (owner: ClientBase, tenantId: string, email: string): Promise<{ id: string; side: string; has_password: boolean } | undefined> =>
  (
    await owner.query<{ id: string; side: string; has_password: boolean }>(
      `select a.id, a.side, coalesce(c.password_hash is not null, false) as has_password from app.accounts a
         left join private.credentials c on c.tenant_id = a.tenant_id and c.account_id = a.id where a.tenant_id = $1 and a.email = lower($2)`,
      [tenantId, email],
    )
  ).rows[0];

export async function endAdministration(owner: ClientBase, tenantId: string, accountId: string): Promise<number> {
  const ended = await owner.query(
    "update app.memberships set ended_at = now(), version = version + 1 where tenant_id = $1 and account_id = $2 and role = 'tenant_administrator' and ended_at is null",
    [tenantId, accountId],
  );
  await owner.query("update private.sessions set ended_at = now() where tenant_id = $1 and account_id = $2 and ended_at is null", [tenantId, accountId]);
  return ended.rowCount ?? 0;
}

/** Confirms the role that waits, or gives it where there is none. */
export async function confirmWaiting(owner: ClientBase, tenantId: string, accountId: string): Promise<"confirmed" | "named"> {
  const confirmed = await owner.query(
    `update app.memberships set confirmed_at = now(), needs_confirmation = false, version = version + 1
      where tenant_id = $1 and account_id = $2 and role = 'tenant_administrator' and ended_at is null`,
    [tenantId, accountId],
  );
  if ((confirmed.rowCount ?? 0) > 0) return "confirmed";
  await owner.query(
    `insert into app.memberships (tenant_id, id, account_id, account_side, role, from_on, needs_confirmation) values ($1, $2, $3, 'neutral', 'tenant_administrator', current_date, false)`,
    [tenantId, newId(), accountId],
  );
  return "named";
}

/** The office that the first administrators belong to: the oldest that is not closed. */
export const findAdministeringOffice = async (owner: ClientBase, tenantId: string): Promise<string> =>
  (await owner.query<{ id: string }>("select id from app.organisations where tenant_id = $1 and closed_at is null order by kind = 'integration_centre' desc, created_at, id limit 1", [tenantId])).rows[0]!.id;

export async function insertLink(owner: ClientBase, tenantId: string, accountId: string, secretHash: Buffer, days: number): Promise<void> {
  await owner.query("insert into private.credentials (tenant_id, account_id) values ($1, $2) on conflict do nothing", [tenantId, accountId]);
  await owner.query(
    "insert into private.invitations (tenant_id, token_hash, account_id, kind, expires_at) values ($1, $2, $3, 'first_administrator', now() + $4 * interval '1 day')",
    [tenantId, secretHash, accountId, days],
  );
}

/** No account did it: the record says so, in the words of its function. */
export const recordOperator = (owner: ClientBase, tenantId: string, action: string, objectIds: readonly string[]): Promise<unknown> =>
  owner.query("insert into app.access_records (tenant_id, id, function, action, object_kind, object_ids) values ($1, $2, 'operator', $3, 'account', $4)", [tenantId, newId(), action, objectIds]);
