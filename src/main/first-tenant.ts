import pg from "pg";
import { findTenants, insertFirstAdministrator, insertFirstOrganisation, insertTenant } from "../accounts/index.ts";
import { newSessionSecret, secretHash } from "../http/index.ts";
import { newId } from "../kernel/id.ts";
import type { Store } from "./store.ts";

export interface FirstTenant {
  readonly name: string;
  /** two, since each role in force needs somebody else's confirmation; path of the one-time link, printed once and kept nowhere */
  readonly administrators: readonly { readonly email: string; readonly invitation: string }[];
  /** true: for trying out, marked so on every page, without second factor */
  readonly isTrial: boolean;
  readonly days: number;
}

const DAYS = 7;

/** Work as the owner in one transaction: for what must be there before anybody could be asked whether it may. */
export async function asOwner<T>(store: Pick<Store, "postgres">, work: (owner: pg.ClientBase) => Promise<T>): Promise<T> {
  const owner = new pg.Client(store.postgres.connection);
  await owner.connect();
  try {
    await owner.query("begin");
    const result = await work(owner);
    await owner.query("commit");
    return result;
  } finally {
    await owner.end();
  }
}

/**
 * A municipality with its defaults and two administrators who have a one-time link each and no password: one grants, the
 * other confirms. On the embedded PostgreSQL, which lacks security fixes, it is marked for trying out unless
 * EINKLANG_ALLOW_OLD_POSTGRES says otherwise: the mark cannot be taken off later, so that nobody slides from trying out
 * into real data.
 */
export async function makeFirstTenant(store: Store, name: string, emails: readonly [string, string]): Promise<FirstTenant> {
  const isTrial = store.postgres.isEmbedded && store.postgres.warning !== null && !store.config.allowOldPostgres;
  const [tenantId, organisationId] = [newId(), newId()];
  const people = emails.map((email, i) => ({ email, givenName: i === 0 ? "Erste" : "Zweite", secret: newSessionSecret(tenantId) }));
  await asOwner(store, async (owner) => {
    await insertTenant(owner, { id: tenantId, name, isDemo: isTrial });
    await insertFirstOrganisation(owner, tenantId, organisationId, `Kommunales Integrationszentrum ${name}`.slice(0, 200));
    for (const { email, givenName, secret } of people) {
      await insertFirstAdministrator(owner, { tenantId, accountId: newId(), organisationId, givenName, email, secretHash: secretHash(secret), days: DAYS });
    }
  });
  return { name, administrators: people.map(({ email, secret }) => ({ email, invitation: `/einladung/${secret}` })), isTrial, days: DAYS };
}

export const tenantsOf = (store: Store): ReturnType<typeof findTenants> => asOwner(store, findTenants);
