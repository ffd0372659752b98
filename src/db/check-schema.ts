import type pg from "pg";
import type { RoleNames } from "./logins.ts";

/** Something in the catalogue that would let somebody see too much. The server does not start with any of these. */
export interface SchemaProblem {
  readonly code: string;
  readonly object: string;
}

interface Check {
  readonly code: string;
  /** $1: the roles that requests act as; $2: the owner. Returns the objects that break the rule. */
  readonly sql: string;
}

const OURS = "n.nspname in ('app', 'private', 'report')";
const CHECKS: readonly Check[] = [
  {
    code: "table-without-row-security",
    sql: `select c.relname as object from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'app' and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity) and cardinality($1::text[]) >= 0 and $2::text is not null`,
  },
  {
    code: "granted-table-without-policy",
    sql: `select c.relname as object from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'app' and c.relkind in ('r', 'p') and $2::text is not null
             and exists (select from unnest($1::text[]) r where has_table_privilege(r, c.oid, 'select') or has_any_column_privilege(r, c.oid, 'select, insert, update'))
             and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname <> 'owner_maintains')`,
  },
  {
    // only the jobs login, which acts for nobody in its own queue, has policies without a condition
    code: "policy-for-everything",
    sql: `select c.relname || ': ' || p.polname as object from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
           where ${OURS} and (pg_get_expr(p.polqual, p.polrelid) = 'true' or pg_get_expr(p.polwithcheck, p.polrelid) = 'true')
             and p.polroles && array(select oid from pg_roles where rolname = any ($1) and rolname <> $2 and rolname not like '%\\_jobs') or 0 = any (p.polroles)`,
  },
  {
    code: "view-with-its-owners-rights",
    sql: `select c.relname as object from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where ${OURS} and c.relkind = 'v' and $1::text[] is not null and $2::text is not null
             and not coalesce('security_invoker=true' = any (c.reloptions) or 'security_invoker=on' = any (c.reloptions), false)`,
  },
  {
    code: "materialized-view",
    sql: `select c.relname as object from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where ${OURS} and c.relkind = 'm' and $1::text[] is not null and $2::text is not null`,
  },
  {
    code: "role-that-bypasses",
    sql: `select r.rolname as object from pg_roles r where r.rolname = any ($1 || array[$2]) and (r.rolsuper or r.rolbypassrls)
          union all
          select m.rolname || ' is a member of ' || g.rolname from pg_auth_members am join pg_roles m on m.oid = am.member join pg_roles g on g.oid = am.roleid
           where (m.rolname = any ($1) and (g.rolname = $2 or g.rolsuper or g.rolbypassrls or g.rolname like 'pg\\_%'))
              or (g.rolname = any ($1) and not m.rolname = any ($1 || array[$2]))`,
  },
  {
    code: "foreign-key-without-tenant",
    sql: `select c.relname || ': ' || k.conname as object from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
            join pg_class f on f.oid = k.confrelid
           where ${OURS} and k.contype = 'f' and f.relname <> 'tenants' and $1::text[] is not null and $2::text is not null
             and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnum = any (k.conkey))`,
  },
  {
    code: "granted-to-everyone",
    sql: `select c.relname as object from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join lateral aclexplode(c.relacl) g
           where ${OURS} and g.grantee = 0 and $1::text[] is not null and $2::text is not null
          union all
          select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace cross join lateral aclexplode(a.attacl) g
           where ${OURS} and g.grantee = 0
          union all
          select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
           where ${OURS} and p.prosecdef and (p.proacl is null or exists (select from aclexplode(p.proacl) g where g.grantee = 0))
          union all
          select n.nspname from pg_namespace n cross join lateral aclexplode(n.nspacl) g where ${OURS} and g.grantee = 0`,
  },
  {
    code: "secrets-granted",
    sql: `select c.relname as object from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'private' and c.relkind in ('r', 'p') and $2::text is not null
             and exists (select from unnest($1::text[]) r where has_any_column_privilege(r, c.oid, 'select, insert, update, references') or has_table_privilege(r, c.oid, 'delete, truncate'))`,
  },
  {
    code: "definer-function-without-search-path",
    sql: `select p.proname as object from pg_proc p join pg_namespace n on n.oid = p.pronamespace
           where ${OURS} and p.prosecdef and $1::text[] is not null and $2::text is not null
             and not exists (select from unnest(p.proconfig) c where c like 'search_path=%')`,
  },
  {
    code: "owned-by-a-login",
    sql: `select c.relname as object from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
           where ${OURS} and c.relkind in ('r', 'p', 'v') and r.rolname = any ($1) and $2::text is not null`,
  },
  {
    // what a token that only reads must not change, by row or by function
    code: "table-that-any-token-changes",
    sql: `select n.nspname || '.' || c.relname as object from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname in ('app', 'private') and c.relkind in ('r', 'p') and n.nspname || '.' || c.relname <> 'app.access_records' and $1::text[] is not null and $2::text is not null
             and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'keep_to_the_scopes' and t.tgenabled in ('O', 'A') and t.tgtype & 30 = 30)`,
  },
  {
    // a context that every connection starts with would be somebody's for everybody
    code: "standing-context",
    sql: `select s.setconfig::text as object from pg_db_role_setting s left join pg_roles r on r.oid = s.setrole left join pg_database d on d.oid = s.setdatabase
           where (s.setrole = 0 or r.rolname = any ($1)) and (s.setdatabase = 0 or d.datname = current_database()) and $2::text is not null
             and exists (select from unnest(s.setconfig) c where c ~* '^(app\\.|row_security|role|session_authorization|search_path)')`,
  },
];

// the person's own page: functions named portal_… and nothing else, through no role either
const PORTAL_LOGIN = {
  code: "portal-login-sees-too-much",
  sql: `select n.nspname || '.' || c.relname as object from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname in ('app', 'private', 'report', 'migration') and c.relkind in ('r', 'p', 'v', 'm', 'S')
           and (case when c.relkind = 'S' then has_sequence_privilege($1, c.oid, 'usage, select, update')
             else has_table_privilege($1, c.oid, 'select, insert, update, delete, truncate, references, trigger') or has_any_column_privilege($1, c.oid, 'select, insert, update, references') end)
        union all
        select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
         where n.nspname in ('app', 'private', 'report') and has_function_privilege($1, p.oid, 'execute') and not (n.nspname = 'app' and p.proname like 'portal\\_%' and p.prosecdef)
        union all
        select n.nspname from pg_namespace n where n.nspname in ('private', 'report', 'migration') and has_schema_privilege($1, n.oid, 'usage, create')
        union all
        select g.rolname from pg_auth_members m join pg_roles r on r.oid = m.member join pg_roles g on g.oid = m.roleid where r.rolname = $1`,
};

// the login of the queue, whose policies have no condition, must not have the staff's rows at the same time
const JOBS_LOGIN = {
  code: "jobs-login-acts-as-staff",
  sql: "select j.rolname as object from pg_roles j join pg_roles s on s.rolname = $2 where j.rolname = $1 and pg_has_role(j.oid, s.oid, 'usage')",
};

/** Everything in the catalogue that breaks the rules of db/CONVENTIONS.md. `client` may be any login: the catalogue is open. */
export async function checkSchema(client: pg.ClientBase, roles: RoleNames): Promise<SchemaProblem[]> {
  const requesters = [roles.staff, roles.web_staff, roles.auth, roles.jobs, roles.job_work, roles.portal];
  const problems: SchemaProblem[] = [];
  const { rows: idle } = await client.query<{ object: string }>(JOBS_LOGIN.sql, [roles.jobs, roles.staff]);
  problems.push(...idle.map((row) => ({ code: JOBS_LOGIN.code, object: row.object })));
  const { rows: portal } = await client.query<{ object: string }>(PORTAL_LOGIN.sql, [roles.portal]);
  problems.push(...portal.map((row) => ({ code: PORTAL_LOGIN.code, object: row.object })));
  for (const { code, sql } of CHECKS) {
    const { rows } = await client.query<{ object: string }>(sql, [requesters, roles.owner]);
    problems.push(...rows.map((row) => ({ code, object: row.object })));
  }
  return problems;
}
