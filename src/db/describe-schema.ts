import type pg from "pg";
import type { RoleNames } from "./logins.ts";

/** Row security of one table, in words for people: which policy lets whom do what. */
export interface TableAccess {
  readonly table: string;
  readonly about: string;
  readonly policies: readonly { readonly name: string; readonly operation: string; readonly condition: string }[];
  readonly grants: string;
}

const asWords = (text: string, roles: RoleNames): string =>
  Object.entries(roles)
    .sort((a, b) => b[1].length - a[1].length)
    .reduce((out, [role, name]) => out.replaceAll(name, role), text);

/** The whole schema as text, the same on every machine: what a reviewer reads as the difference that a change makes. */
export async function describeSchema(client: pg.ClientBase, roles: RoleNames): Promise<string> {
  const parts: string[] = ["-- Made from the catalogue after all migrations by `npm run docs`; compared by a test. Never edit by hand.\n"];
  const { rows: tables } = await client.query<{ oid: number; schema: string; name: string; about: string | null }>(
    `select c.oid::integer as oid, n.nspname as schema, c.relname as name, obj_description(c.oid) as about from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('app', 'private') and c.relkind in ('r', 'p') order by 2, 3`,
  );
  for (const table of tables) parts.push(await describeTable(client, table, roles));
  const { rows: functions } = await client.query<{ text: string }>(
    `select 'function ' || p.oid::regprocedure || ' returns ' || pg_get_function_result(p.oid) || case when p.prosecdef then ' security definer' else '' end
        || ' to ' || coalesce((select string_agg(g.grantee::regrole::text, ', ' order by g.grantee::regrole::text) from aclexplode(p.proacl) g where g.grantee <> p.proowner), 'nobody') as text
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('app', 'private') order by p.proname, 1`,
  );
  parts.push(functions.map((f) => asWords(f.text, roles)).join("\n"));
  return `${parts.join("\n")}\n`;
}

async function describeTable(client: pg.ClientBase, table: { oid: number; schema: string; name: string; about: string | null }, roles: RoleNames): Promise<string> {
  const list = async (sql: string): Promise<string[]> => (await client.query<{ text: string }>(sql, [table.oid])).rows.map((r) => asWords(r.text, roles));
  const columns = await list(`select a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
      || case when d.adbin is null then '' when a.attgenerated <> '' then ' generated' else ' default ' || pg_get_expr(d.adbin, d.adrelid) end as text
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
   where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`);
  // not-null constraints have names of their own since 18 and none before
  const constraints = await list(`select conname || ' ' || pg_get_constraintdef(oid) as text from pg_constraint where conrelid = $1 and contype <> 'n' order by contype desc, conname`);
  const indexes = await list(`select pg_get_indexdef(i.indexrelid) as text from pg_index i where i.indrelid = $1 and not i.indisprimary
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype = 'u') order by 1`);
  const policies = await list(`select 'policy ' || polname || ' for ' || case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end
      || ' to ' || (select string_agg(r::regrole::text, ', ' order by r::regrole::text) from unnest(polroles) r)
      || coalesce(' using ' || regexp_replace(pg_get_expr(polqual, polrelid), '\\s+', ' ', 'g'), '') || coalesce(' check ' || regexp_replace(pg_get_expr(polwithcheck, polrelid), '\\s+', ' ', 'g'), '') as text
    from pg_policy where polrelid = $1 and polname <> 'owner_maintains' order by polname`);
  const grants = await list(GRANTS);
  const about = table.about === null ? "" : `-- ${table.about}\n`;
  return `${about}table ${table.schema}.${table.name}\n${[...columns, ...constraints, ...indexes, ...policies, ...grants].map((line) => `  ${line}`).join("\n")}\n`;
}

const GRANTS = `select text from (
  select 'grant ' || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type) || ' to ' || g.grantee::regrole as text
    from pg_class c cross join lateral aclexplode(c.relacl) g where c.oid = $1 and g.grantee <> c.relowner group by g.grantee
  union all
  select 'grant ' || lower(g.privilege_type) || ' (' || string_agg(a.attname, ', ' order by a.attnum) || ') to ' || g.grantee::regrole
    from pg_attribute a join pg_class c on c.oid = a.attrelid cross join lateral aclexplode(a.attacl) g where c.oid = $1 and g.grantee <> c.relowner group by g.grantee, g.privilege_type) x order by 1`;

/** What docs/access.md says about the tables. */
export async function describeAccess(client: pg.ClientBase): Promise<TableAccess[]> {
  const { rows } = await client.query<{ oid: number; table: string; about: string | null }>(
    `select c.oid::integer as oid, c.relname as table, obj_description(c.oid) as about from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'app' and c.relkind in ('r', 'p') order by 2`,
  );
  const made: TableAccess[] = [];
  for (const { oid, table, about } of rows) {
    const { rows: policies } = await client.query<{ name: string; operation: string; condition: string }>(
      `select replace(polname, '_', ' ') as name, case polcmd when 'r' then 'read' when 'a' then 'add' when 'w' then 'change' when 'd' then 'remove' else 'all' end as operation,
          regexp_replace(coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(' ' || pg_get_expr(polwithcheck, polrelid), ''), '\\s+', ' ', 'g') as condition
         from pg_policy where polrelid = $1 and polname <> 'owner_maintains' order by operation desc, polname`,
      [oid],
    );
    const { rows: grants } = await client.query<{ text: string }>(GRANTS, [oid]);
    made.push({ table, about: about ?? "", policies, grants: grants.map((g) => g.text).join("; ") });
  }
  return made;
}
