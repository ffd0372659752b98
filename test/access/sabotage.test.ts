import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { checkSchema, readLoginPasswords, type RoleNames, roleNames } from "../../src/db/index.ts";
import { createTestDatabase } from "../database.ts";
import { attemptAll, type Tally } from "./attempts.ts";
import { loadFacts } from "./facts.ts";
import { buildMatrixWorld, type MatrixWorld } from "./matrix-world.ts";

/**
 * What somebody could break by mistake. `seenBy` says who must notice: the matrix (rows too many or too few) or the check
 * that the server runs before it serves anything.
 */
interface Sabotage {
  readonly name: string;
  readonly sql: (roles: RoleNames) => string;
  readonly seenBy: readonly ("matrix" | "start")[];
  /** needs rights that the owner of the schema does not have */
  readonly asSuperuser?: boolean;
  /** roles made for this one: they are the cluster's, and the check of another test must not meet them */
  readonly ownRoles?: readonly (keyof RoleNames)[];
  readonly undo?: (roles: RoleNames) => string;
}
/** A function of the database with some words taken out of it or put into it. */
const without = (signature: string, words: string, instead = ""): (() => string) => () =>
  `do $sabotage$ declare source text := pg_get_functiondef('app.${signature}'::regprocedure); begin
     if position($w$${words}$w$ in source) = 0 then raise exception 'nothing to sabotage'; end if;
     execute replace(source, $w$${words}$w$, $w$${instead}$w$);
   end $sabotage$`;
const SHARE = "entries_of_share(uuid, uuid, uuid, uuid, text)";
const SABOTAGES: readonly Sabotage[] = [
  { name: "a share that shows what was entrusted", sql: without(SHARE, "or e.is_entrusted and not app.is_released_through_share(tenant, share, organisation, e.id, who)"), seenBy: ["matrix"] },
  { name: "a release of one entry that opens all that was confided", sql: without("is_released_through_share(uuid, uuid, uuid, uuid, uuid)", "and r.entry_id = entry"), seenBy: ["matrix"] },
  { name: "a share for which the consent of one of a family is enough", sql: without(SHARE, "app.concerned_roots(tenant, of_case, e.contact, e.named) who", "(select null::uuid where false) nobody (who)"), seenBy: ["matrix"] },
  { name: "a share for which one of several life areas is enough", sql: without(SHARE, "e.life_areas <@ g.life_areas", "e.life_areas && g.life_areas"), seenBy: ["matrix"] },
  { name: "a withdrawn category that counts", sql: without("share_scope(uuid, uuid, text)", "and y.withdrawn_at is null"), seenBy: ["matrix"] },
  { name: "a withdrawn consent that counts", sql: without("consent_state(app.consents)", "if c.withdrawn_at is not null then return 'withdrawn'; end if;"), seenBy: ["matrix"] },
  { name: "a share without release from § 203", sql: without("share_scope(uuid, uuid, text)", "and x.releases_secrecy"), seenBy: ["matrix"] },
  { name: "an expired consent that counts", sql: without("consent_state(app.consents)", "if c.expires_on < current_date then return 'expired'; end if;"), seenBy: ["matrix"] },
  { name: "parents who speak for somebody grown up", sql: without("consent_state(app.consents)", "c.given_by = 'parents'", "false"), seenBy: ["matrix"] },
  { name: "somebody taken out of a share who reads on", sql: without("active_shares()", "and m.removed_at is null"), seenBy: ["matrix"] },
  { name: "staff related to a person who read through a share", sql: without("active_shares()", "e.account_id = c.account_id", "false"), seenBy: ["matrix"] },
  { name: "an inbox of all rooms", sql: (r) => `drop policy rooms_read_their_inbox on app.inbox_items; create policy rooms_read_their_inbox on app.inbox_items for select to "${r.staff}" using (tenant_id = (select app.current_tenant()) and (select app.reads_inbox()))`, seenBy: ["matrix"] },
  { name: "a room that sends whatever it likes", sql: () => "create or replace function app.may_dispatch(wanted text, thread uuid, recipient uuid, recipient_tenant uuid) returns boolean language plpgsql volatile security definer set search_path = '' as 'begin return true; end'", seenBy: ["matrix"] },
  { name: "days ahead of everybody in the room", sql: (r) => `drop policy staff_reads_days_of_open_persons on app.upcoming_days; create policy staff_reads_days_of_open_persons on app.upcoming_days for select to "${r.staff}" using ((tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s))`, seenBy: ["matrix"] },
  { name: "a dropped policy", sql: () => "drop policy team_reads_contacts on app.contacts", seenBy: ["matrix"] },
  { name: "using (true)", sql: (r) => `drop policy team_reads_documents on app.documents; create policy team_reads_documents on app.documents for select to "${r.staff}" using (true)`, seenBy: ["matrix", "start"] },
  { name: "a condition without the room", sql: (r) => `drop policy intake_reads on app.imports; create policy intake_reads on app.imports for select to "${r.staff}" using (tenant_id = (select app.current_tenant()))`, seenBy: ["matrix"] },
  { name: "a table without policy", sql: (r) => `create table app.forgotten (tenant_id uuid, note text); grant select on app.forgotten to "${r.staff}"`, seenBy: ["matrix", "start"] },
  { name: "row security switched off", sql: () => "alter table app.follow_ups disable row level security", seenBy: ["matrix", "start"] },
  { name: "a table that any token changes", sql: () => "drop trigger keep_to_the_scopes on app.drafts", seenBy: ["matrix", "start"] },
  { name: "a view with its owner's rights", sql: (r) => `create view app.all_cases as select * from app.cases; grant select on app.all_cases to "${r.staff}"`, seenBy: ["start"] },
  { name: "a materialized view", sql: (r) => `create materialized view app.case_numbers as select number from app.cases; grant select on app.case_numbers to "${r.staff}"`, seenBy: ["start"] },
  { name: "a bypassing role", asSuperuser: true, ownRoles: ["staff"], sql: (r) => `create role "${r.staff}"; create role "%db%_intruder" login bypassrls in role "${r.staff}"`, undo: (r) => `drop role "%db%_intruder"; drop role "${r.staff}"`, seenBy: ["start"] },
  { name: "a queue whose login is staff all the time", asSuperuser: true, ownRoles: ["staff", "jobs"], sql: (r) => `create role "${r.staff}"; create role "${r.jobs}" login in role "${r.staff}"`, undo: (r) => `drop role "${r.jobs}"; drop role "${r.staff}"`, seenBy: ["start"] },
  { name: "a foreign key without tenant", sql: () => "alter table app.persons add constraint p_only unique (id); alter table app.contacts add column about uuid references app.persons (id)", seenBy: ["start"] },
  { name: "a grant to everyone", sql: () => "grant select on app.access_records to public", seenBy: ["start"] },
  { name: "secrets granted", sql: (r) => `grant usage on schema private to "${r.staff}"; grant select on private.sessions to "${r.staff}"`, seenBy: ["start"] },
  { name: "a setting that outlives its transaction", asSuperuser: true, sql: (r) => `alter role "${r.web_staff}" in database "%db%" set app.session = '0190a0a0-0000-7000-8000-000000000001.x'`, undo: (r) => `alter role "${r.web_staff}" in database "%db%" reset all`, seenBy: ["start"] },
  { name: "a definer function that anybody may replace names in", sql: () => "create function app.peek() returns bigint language sql security definer as 'select count(*) from app.cases'", seenBy: ["start"] },
];

let template: string;
let world: MatrixWorld;
const { connection, superuser, keyDir } = inject("template");
const roles = roleNames("einklang_template", String(connection.user));
const within = async <T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

beforeAll(async () => {
  const database = await createTestDatabase();
  world = await buildMatrixWorld(database.owner);
  template = `${database.name}_w`;
  await database.db.close();
  await database.owner.end();
  await within({ ...connection, database: "postgres" }, (c) => c.query(`alter database ${database.name} rename to ${template}`));
});
afterAll(async () => {
  await within({ ...connection, database: "postgres" }, (c) => c.query(`drop database if exists ${template} with (force)`));
});

/** The matrix of some accounts that between them stand on every side, and the check of the start, on a copy of its own. */
async function tryWith(sabotage: Sabotage | null): Promise<{ matrix: number; start: string[] }> {
  const name = `s_${randomBytes(6).toString("hex")}`;
  await within({ ...connection, database: "postgres" }, (c) => c.query(`create database ${name} template ${template}`));
  const rights = sabotage?.asSuperuser === true ? superuser : connection;
  const fill = (sql: string): string => sql.replaceAll("%db%", name);
  const named: RoleNames = { ...roles, ...Object.fromEntries((sabotage?.ownRoles ?? []).map((role) => [role, `${name}_${role}`])) };
  try {
    if (sabotage !== null) await within({ ...rights, database: name }, (c) => c.query(fill(sabotage.sql(named))));
    return await within({ ...connection, database: name }, async (owner) => {
      const start = (await checkSchema(owner, named)).map((p) => p.code);
      if (sabotage !== null && !sabotage.seenBy.includes("matrix")) return { start, matrix: 0 };
      const login = { ...connection, database: name, user: roles.web_staff, password: readLoginPasswords(keyDir, "einklang_template")!.web_staff };
      const matrix = await within(login, async (client) => {
        const tally: Tally = { attempts: 0, findings: [] };
        const facts = await loadFacts(owner);
        const some = world.actors.filter((a) => /Eins: (manager one|manager one by a reading token|intake only|immigration officer|partner worker|partner worker taken out|partner worker related to somebody)$/.test(a.name));
        for (const actor of some) {
          // one disagreement is enough to know
          if (tally.findings.length > 0) break;
          await attemptAll({ owner, login: client, staffRole: roles.staff }, facts, actor, tally, Infinity).catch(() => tally.findings.push({ actor: actor.name, table: "?", operation: "select", key: "the matrix itself failed", kind: "too much" }));
        }
        return tally.findings.length;
      });
      return { matrix, start };
    });
  } finally {
    if (sabotage?.undo !== undefined) await within({ ...rights, database: name }, (c) => c.query(fill(sabotage.undo!(named))));
    await within({ ...connection, database: "postgres" }, (c) => c.query(`drop database ${name} with (force)`)).catch(() => undefined);
  }
}

test("without a sabotage both are content", async () => {
  expect(await tryWith(null)).toEqual({ matrix: 0, start: [] });
}, 60_000);

test.each(SABOTAGES.map((s) => [s.name, s] as const))("%s is found", async (_name, sabotage) => {
  const found = await tryWith(sabotage);
  if (sabotage.seenBy.includes("matrix")) expect(found.matrix).toBeGreaterThan(0);
  if (sabotage.seenBy.includes("start")) expect(found.start).not.toEqual([]);
}, 60_000);
