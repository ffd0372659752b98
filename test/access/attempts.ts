import { createHash, randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { type Facts, keyOf, type Row, rowsOf } from "./facts.ts";
import { type Actor, type Standing, standingOf } from "./model.ts";
import { PERMITS } from "./permits.ts";

export interface Finding {
  readonly actor: string;
  readonly table: string;
  readonly operation: "select" | "insert" | "update" | "delete";
  readonly key: string;
  readonly kind: "too much" | "too little";
}
export interface Tally {
  attempts: number;
  readonly findings: Finding[];
}

/** How the attempts reach the database: as the login of the web, with a session of the actor. */
export interface Attacker {
  readonly owner: pg.Client;
  readonly login: pg.Client;
  readonly staffRole: string;
}

/** A session for the check alone; a minute long, and taken away again. */
async function openSession(owner: pg.Client, actor: Actor): Promise<{ secret: string; hash: Buffer; id: string }> {
  const secret = `${actor.tenantId}.${randomBytes(32).toString("base64url")}`;
  const hash = createHash("sha256").update(secret).digest();
  const id = randomUUID();
  await owner.query("insert into private.sessions (tenant_id, token_hash, id, account_id, room_id, name, kind, scopes, expires_at) values ($1, $2, $3, $4, $5, 'access:check', $6, $7, now() + interval '5 minutes')", [actor.tenantId, hash, id, actor.accountId, actor.roomId, actor.onlyReads ? "token" : "browser", actor.onlyReads ? ["read"] : ["read", "write"]]);
  return { secret, hash, id };
}

interface Columns {
  readonly insertable: ReadonlyMap<string, readonly string[]>;
  readonly updatable: ReadonlyMap<string, readonly string[]>;
  readonly deletable: ReadonlySet<string>;
}
async function grantedColumns(owner: pg.Client, staffRole: string): Promise<Columns> {
  const { rows } = await owner.query<{ table: string; column: string; can_insert: boolean; can_update: boolean; can_delete: boolean }>(
    `select c.relname as table, a.attname as column,
        has_column_privilege($1, c.oid, a.attnum, 'insert') as can_insert, has_column_privilege($1, c.oid, a.attnum, 'update') as can_update,
        has_table_privilege($1, c.oid, 'delete') as can_delete
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      where n.nspname = 'app' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped order by 1, a.attnum`,
    [staffRole],
  );
  const pick = (may: (r: (typeof rows)[number]) => boolean): Map<string, string[]> => {
    const map = new Map<string, string[]>();
    for (const r of rows) if (may(r)) map.set(r.table, [...(map.get(r.table) ?? []), r.column]);
    return map;
  };
  return { insertable: pick((r) => r.can_insert), updatable: pick((r) => r.can_update), deletable: new Set(rows.filter((r) => r.can_delete).map((r) => r.table)) };
}

/** Every table and operation for one actor; each row judged once is one attempt. Nothing stays: each statement is rolled back. */
export async function attemptAll(attacker: Attacker, facts: Facts, actor: Actor, tally: Tally, budget: number): Promise<void> {
  const session = await openSession(attacker.owner, actor);
  const standing = standingOf(facts, { ...actor, sessionId: session.id });
  const columns = await grantedColumns(attacker.owner, attacker.staffRole);
  try {
    for (const table of facts.tables.keys()) {
      if (tally.attempts >= budget) return;
      await attemptRows(attacker, facts, standing, session.secret, table, tally, "select", `select * from app.${table}`);
      const set = columns.updatable.get(table)?.[0];
      await attemptRows(attacker, facts, standing, session.secret, table, tally, "update", set === undefined ? null : `update app.${table} set ${set} = ${set} returning *`);
      await attemptRows(attacker, facts, standing, session.secret, table, tally, "delete", columns.deletable.has(table) ? `delete from app.${table} returning *` : null);
      await attemptInserts(attacker, facts, standing, session.secret, table, tally, columns.insertable.get(table) ?? []);
    }
  } finally {
    await attacker.owner.query("delete from private.sessions where tenant_id = $1 and token_hash = $2", [actor.tenantId, session.hash]);
  }
}

async function attemptRows(attacker: Attacker, facts: Facts, standing: Standing, secret: string, table: string, tally: Tally, operation: "select" | "update" | "delete", sql: string | null): Promise<void> {
  const permits = PERMITS[table];
  if (permits === undefined) throw new Error(`table ${table} has no entry in the access model`);
  const judge = operation === "select" ? permits.read : operation === "update" ? permits.update : permits.remove;
  // granted nowhere, promised nowhere: nothing to try
  if (sql === null && judge === undefined) return;
  const outcome = sql === null ? [] : await asActor(attacker.login, secret, sql);
  const got = new Set((outcome === "refused" ? [] : outcome).map((row) => keyOf(facts, table, row)));
  for (const row of rowsOf(facts, table)) {
    const own = row["tenant_id"] === standing.actor.tenantId || (table === "tenants" && row["id"] === standing.actor.tenantId);
    const may = standing.isSignedIn && own && judge !== undefined && judge(standing, row) && (operation === "select" || (standing.actor.onlyReads !== true && permits.read(standing, row)));
    const key = keyOf(facts, table, row);
    tally.attempts += 1;
    if (got.has(key) !== may) tally.findings.push({ actor: standing.actor.name, table, operation, key, kind: may ? "too little" : "too much" });
    got.delete(key);
  }
  for (const key of got) tally.findings.push({ actor: standing.actor.name, table, operation, key, kind: "too much" });
}

const ATTRIBUTION = ["author_id", "created_by", "recorded_by", "assigned_by", "moved_by", "closed_by", "set_by", "granted_by", "released_by", "added_by", "made_by", "offered_by"];

/** Tries to add a copy of each of some rows under a new id: in the actor's own name, and in the name it had. */
async function attemptInserts(attacker: Attacker, facts: Facts, standing: Standing, secret: string, table: string, tally: Tally, insertable: readonly string[]): Promise<void> {
  const permits = PERMITS[table]!;
  if (insertable.length === 0) return;
  const rows = rowsOf(facts, table);
  const sample = rows.length <= 8 ? rows : rows.filter((_r, i) => i % Math.ceil(rows.length / 8) === 0);
  for (const original of sample) {
    for (const inOwnName of [true, false]) {
      const row: Record<string, unknown> = { ...original };
      // an attribution column that the actor may not set is the database's business, not the model's
      for (const column of ATTRIBUTION) if (inOwnName && column in row) row[column] = standing.actor.accountId;
      if (inOwnName && table === "access_records") Object.assign(row, { account_id: standing.actor.accountId, session_id: standing.actor.sessionId });
      if ("id" in row && facts.keys.get(table)?.includes("id") === true) row["id"] = randomUUID();
      if ("email" in row) row["email"] = `${randomUUID()}@example.org`;
      if ("number" in row) row["number"] = `2099-${Math.floor(Math.random() * 9e6)}`;
      if (table === "memberships") Object.assign(row, { confirmed_by: null, confirmed_at: null, ended_at: null, ended_by: null });
      if (table === "persons") Object.assign(row, { merged_into: null, has_case: false });
      const own = row["tenant_id"] === standing.actor.tenantId;
      // reading writes the record, so that alone is open to a token that only reads
      const inScope = standing.actor.onlyReads !== true || table === "access_records";
      const may = standing.isSignedIn && own && inScope && permits.insert !== undefined && permits.insert(standing, row);
      const values = insertable.map((c) => (row[c] !== null && typeof row[c] === "object" && !Array.isArray(row[c]) && !(row[c] instanceof Date) && !Buffer.isBuffer(row[c]) ? JSON.stringify(row[c]) : row[c]));
      const sql = `insert into app.${table} (${insertable.join(", ")}) values (${insertable.map((_c, i) => `$${i + 1}`).join(", ")})`;
      const outcome = await asActor(attacker.login, secret, sql, values);
      tally.attempts += 1;
      if ((outcome !== "refused") !== may) tally.findings.push({ actor: standing.actor.name, table, operation: "insert", key: `${keyOf(facts, table, original)} ${inOwnName ? "in own name" : "as it was"}`, kind: may ? "too little" : "too much" });
    }
  }
}

/** Rows, or that row security (or a missing grant or session) refused. A constraint that speaks later means it was let through. */
async function asActor(login: pg.Client, secret: string, sql: string, values: readonly unknown[] = []): Promise<readonly Row[] | "refused"> {
  await login.query("begin");
  try {
    await login.query("select set_config('app.session', $1, true)", [secret]);
    return (await login.query<Row>(sql, [...values])).rows;
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    if (code === "42501" || code === "28000" || code === "P0001") return "refused";
    if (code.startsWith("23")) return [];
    throw error;
  } finally {
    await login.query("rollback");
  }
}
