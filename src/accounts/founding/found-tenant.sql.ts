import type { ClientBase } from "pg";
import { newId } from "../../kernel/id.ts";
import { ADMISSION_CRITERIA, LEGAL_BASES, LIFE_AREAS } from "./tenant-defaults.data.ts";

export interface NewTenant {
  readonly id: string;
  readonly name: string;
  readonly isDemo: boolean;
  /** ids of the legal bases in the order of LEGAL_BASES; made here unless given */
  readonly legalBasisIds?: readonly string[];
}

/** Runs as the owner: before there is a tenant, there is nobody whose rights could allow it. */
export async function insertTenant(owner: ClientBase, tenant: NewTenant): Promise<void> {
  await owner.query("insert into app.tenants (id, name, is_demo) values ($1, $2, $3)", [tenant.id, tenant.name, tenant.isDemo]);
  const listed = (rows: readonly (readonly [string, string])[]): unknown[] => [tenant.id, rows.map(([key]) => key), rows.map(([, label]) => label)];
  for (const [table, rows] of [["life_areas", LIFE_AREAS], ["admission_criteria", ADMISSION_CRITERIA]] as const) {
    await owner.query(
      `insert into app.${table} (tenant_id, key, label, position)
       select $1, x.key, x.label, x.n - 1 from unnest($2::text[], $3::text[]) with ordinality as x (key, label, n)`,
      listed(rows),
    );
  }
  for (const [i, basis] of LEGAL_BASES.entries()) {
    await owner.query("insert into app.legal_bases (tenant_id, id, kind, citation, purpose, recipients, retention) values ($1, $2, $3, $4, $5, $6, $7)", [
      tenant.id, tenant.legalBasisIds?.[i] ?? newId(), basis.kind, basis.citation, basis.purpose, basis.recipients, basis.retention,
    ]);
  }
}

export const findTenants = async (owner: ClientBase): Promise<readonly { id: string; name: string; is_demo: boolean }[]> =>
  (await owner.query<{ id: string; name: string; is_demo: boolean }>("select id, name, is_demo from app.tenants order by created_at, name")).rows;

export interface FirstAdministrator {
  readonly tenantId: string;
  readonly accountId: string;
  readonly organisationId: string;
  readonly givenName: string;
  readonly email: string;
  /** of the secret in the one-time link */
  readonly secretHash: Buffer;
  readonly days: number;
}

/** The office that runs the programme in a new municipality. */
export async function insertFirstOrganisation(owner: ClientBase, tenantId: string, id: string, name: string): Promise<void> {
  await owner.query("insert into app.organisations (tenant_id, id, kind, name) values ($1, $2, 'integration_centre', $3)", [tenantId, id, name]);
}

/** An account that may administer and nothing else, without a password: its one-time link sets one. */
export async function insertFirstAdministrator(owner: ClientBase, first: FirstAdministrator): Promise<void> {
  const { tenantId, accountId, organisationId } = first;
  await owner.query(
    "insert into app.accounts (tenant_id, id, organisation_id, email, given_name, family_name, job_title) values ($1, $2, $3, $4, $5, 'Verwaltung', 'Verwaltung der Kommune')",
    [tenantId, accountId, organisationId, first.email, first.givenName],
  );
  await owner.query("insert into private.credentials (tenant_id, account_id) values ($1, $2)", [tenantId, accountId]);
  await owner.query(
    `insert into app.memberships (tenant_id, id, account_id, account_side, role, from_on, needs_confirmation)
     values ($1, $2, $3, 'neutral', 'tenant_administrator', current_date, false)`,
    [tenantId, newId(), accountId],
  );
  await owner.query(
    "insert into private.invitations (tenant_id, token_hash, account_id, kind, expires_at) values ($1, $2, $3, 'first_administrator', now() + $4 * interval '1 day')",
    [tenantId, first.secretHash, accountId, first.days],
  );
}
