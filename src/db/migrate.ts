import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { checkSchema } from "./check-schema.ts";
import { completeLoginPasswords, LOGINS, roleNames, type LoginPasswords, type RoleNames } from "./logins.ts";
import { fillSql } from "./sql-template.ts";

const here = (folder: string): URL => new URL(`../../db/${folder}/`, import.meta.url);
const sqlFiles = (folder: string): { name: string; sql: string }[] =>
  readdirSync(fileURLToPath(here(folder)))
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => ({ name, sql: readFileSync(new URL(name, here(folder)), "utf8") }));

export interface Migrated {
  readonly applied: readonly string[];
  readonly roles: RoleNames;
  readonly passwords: LoginPasswords;
}

/**
 * Brings the database to this version: roles, new migrations, then all access rules as they are now, in one transaction.
 * Safe with several starters at once. `connection` is the owner's; a superuser is refused, because it bypasses row
 * security silently and would hide a missing rule.
 */
export async function migrate(connection: pg.ClientConfig, keyDir: string, timeZone = "Europe/Berlin"): Promise<Migrated> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ db: string; me: string; super: boolean; create: boolean }>(
      `select current_database() as db, current_user as me, r.rolsuper as super, r.rolcreaterole as create
         from pg_roles r where r.rolname = current_user`,
    );
    const at = rows[0]!;
    if (at.super) throw new Error(`Das Schema wird nicht als Superuser eingerichtet (${at.me}): Zeilensicherheit gälte für ihn nicht. Bitte einen Eigentümer ohne dieses Recht nennen.`);
    if (!at.create) throw new Error(`Die Anmeldung ${at.me} braucht das Recht CREATEROLE, um die Anmeldungen der Anwendung anzulegen.`);
    const roles = roleNames(at.db, at.me);
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(hashtext('einklang.migrate'))");
    const passwords = await ensureRoles(client, roles, keyDir, at.db);
    const applied = await applyMigrations(client);
    await applyAccess(client, roles);
    await client.query(`alter database "${at.db}" set timezone = '${timeZone.replaceAll("'", "''")}'`);
    await demandSafeSchema(client, roles);
    await client.query("commit");
    return { applied, roles, passwords };
  } finally {
    await client.end();
  }
}

/** Nothing is served over a schema that would let somebody see too much: every start comes through here. */
async function demandSafeSchema(client: pg.Client, roles: RoleNames): Promise<void> {
  const problems = await checkSchema(client, roles);
  if (problems.length > 0) throw new Error(`Der Start wird verweigert, weil die Datenbank zu viel zeigen würde:\n${problems.map((p) => `  - ${p.code}: ${p.object}`).join("\n")}`);
}

async function ensureRoles(client: pg.Client, roles: RoleNames, keyDir: string, database: string): Promise<LoginPasswords> {
  const passwords = completeLoginPasswords(keyDir, database);
  const { rows } = await client.query<{ rolname: string }>("select rolname from pg_roles where rolname = any ($1)", [Object.values(roles)]);
  const there = new Set(rows.map((r) => r.rolname));
  for (const name of [roles.staff, roles.job_work]) if (!there.has(name)) await client.query(`create role "${name}" nologin nobypassrls`);
  for (const login of LOGINS) {
    const name = roles[login];
    // naming an attribute that one lacks oneself is refused by "alter role", even to take it away
    const statement = there.has(name) ? `alter role "${name}" login` : `create role "${name}" login nobypassrls nocreatedb nocreaterole`;
    await client.query(`${statement} ${login === "jobs" ? "noinherit" : "inherit"} password '${passwords[login]}'`);
    await client.query(`grant connect on database "${database}" to "${name}"`);
  }
  await client.query(`revoke all on database "${database}" from public`);
  for (const name of [roles.web_staff, roles.job_work]) await client.query(`grant "${roles.staff}" to "${name}"`);
  // the jobs login has nobody's rows by itself: it takes them on for the work of one job, and then sees nothing of the queue
  await client.query(`grant "${roles.job_work}" to "${roles.jobs}"`);
  return passwords;
}

async function applyMigrations(client: pg.Client): Promise<string[]> {
  await client.query("create schema if not exists migration");
  await client.query("revoke all on schema public from public").catch(ignoreNotOwner);
  await client.query(`create table if not exists migration.applied (name text primary key, hash text not null, at timestamptz not null default now())`);
  const { rows } = await client.query<{ name: string; hash: string }>("select name, hash from migration.applied");
  const done = new Map(rows.map((r) => [r.name, r.hash]));
  const applied: string[] = [];
  for (const { name, sql } of sqlFiles("migrations")) {
    const hash = createHash("sha256").update(sql).digest("hex");
    const before = done.get(name);
    if (before === hash) continue;
    if (before !== undefined) throw new Error(`Die Migration ${name} wurde nach ihrer Anwendung verändert. Freigegebene Migrationen bleiben, wie sie sind.`);
    await client.query(sql);
    await client.query("insert into migration.applied (name, hash) values ($1, $2)", [name, hash]);
    applied.push(name);
  }
  return applied;
}

// The schema public belongs to pg_database_owner since 15; where it belongs to somebody else, nothing of ours lies in it.
function ignoreNotOwner(error: { code?: string }): void {
  if (error.code !== "42501") throw error;
}

/** Takes every grant, policy and function away and gives them anew, so that what holds is what the files say. */
async function applyAccess(client: pg.Client, roles: RoleNames): Promise<void> {
  await client.query(fillSql(WIPE, roles));
  for (const { sql } of sqlFiles("access")) await client.query(fillSql(sql, roles));
}

const WIPE = `
do $$
declare r record;
begin
  for r in select tablename, policyname from pg_policies where schemaname in ('app', 'private') loop
    execute format('drop policy %I on app.%I', r.policyname, r.tablename);
  end loop;
  for r in select p.oid::regprocedure as f from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('app', 'private') loop
    execute format('drop function if exists %s cascade', r.f);
  end loop;
  for r in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'app' and c.relkind in ('r', 'p') loop
    execute format('alter table app.%I enable row level security', r.relname);
    execute format('alter table app.%I force row level security', r.relname);
    -- definer functions and the loading of demo data run as the owner, whom "force" binds too; the owner never serves a request
    execute format('create policy owner_maintains on app.%I to {{owner}} using (true) with check (true)', r.relname);
  end loop;
end $$;
revoke all on all tables in schema app, private from public, {{staff}}, {{web_staff}}, {{auth}}, {{jobs}}, {{job_work}}, {{portal}};
revoke all on schema app, private, migration from public, {{staff}}, {{web_staff}}, {{auth}}, {{jobs}}, {{job_work}}, {{portal}};
alter default privileges revoke execute on functions from public;
`;
