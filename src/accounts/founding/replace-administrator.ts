import type { ClientBase } from "pg";
import { newId } from "../../kernel/id.ts";
import { insertFirstAdministrator } from "./found-tenant.sql.ts";
import { confirmWaiting, endAdministration, findAccountByEmail, findAdministeringOffice, insertLink, recordOperator } from "./replace-administrator.sql.ts";

export interface Wanted {
  readonly tenantId: string;
  readonly email: string;
  /** whoever administers no longer: their role, sessions and tokens end */
  readonly insteadOf: string | null;
  /** of a fresh one-time link, used where the account has no password yet */
  readonly secretHash: Buffer;
  readonly days: number;
}
export type Replaced = "made" | "confirmed" | "named" | "no-such-administrator" | "account-not-neutral";

/**
 * The way out where the second person is missing: whoever runs the installation, as its owner, names an administrator, or
 * confirms one that waits. It is the one thing that no page can do, and it stands in the record as the operator's.
 */
export async function replaceAdministrator(owner: ClientBase, wanted: Wanted): Promise<Replaced> {
  const { tenantId, email } = wanted;
  if (wanted.insteadOf !== null) {
    const former = await findAccountByEmail(owner, tenantId, wanted.insteadOf);
    if (former === undefined || (await endAdministration(owner, tenantId, former.id)) === 0) return "no-such-administrator";
    await recordOperator(owner, tenantId, "role.ended", [former.id]);
  }
  const found = await findAccountByEmail(owner, tenantId, email);
  if (found === undefined) {
    const accountId = newId();
    await insertFirstAdministrator(owner, { tenantId, accountId, organisationId: await findAdministeringOffice(owner, tenantId), givenName: "Neue", email, secretHash: wanted.secretHash, days: wanted.days });
    await recordOperator(owner, tenantId, "account.created", [accountId]);
    return "made";
  }
  // an account of a room would see files and administer at once
  if (found.side !== "neutral") return "account-not-neutral";
  const outcome = await confirmWaiting(owner, tenantId, found.id);
  await recordOperator(owner, tenantId, outcome === "confirmed" ? "role.confirmed" : "role.granted", [found.id]);
  if (!found.has_password) await insertLink(owner, tenantId, found.id, wanted.secretHash, wanted.days);
  return outcome;
}
