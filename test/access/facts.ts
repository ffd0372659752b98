import type pg from "pg";

export type Row = Readonly<Record<string, unknown>>;

/** Everything that is in the database, as its owner sees it: what the model judges by. */
export interface Facts {
  readonly tables: ReadonlyMap<string, readonly Row[]>;
  readonly keys: ReadonlyMap<string, readonly string[]>;
  readonly today: string;
  readonly now: Date;
}

// bytea, jsonb and the like do not matter for who may see a row
/** `only`: these tables, where the judges asked need no others. */
export async function loadFacts(owner: pg.Client, tenants?: readonly string[], only?: readonly string[]): Promise<Facts> {
  const { rows: names } = await owner.query<{ name: string; key: string[] }>(`
    select c.relname as name, array(select a.attname from unnest(i.indkey) with ordinality k(n, o)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.n order by k.o)::text[] as key
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      left join pg_index i on i.indrelid = c.oid and i.indisprimary
     where n.nspname = 'app' and c.relkind in ('r', 'p') and ($1::text[] is null or c.relname = any ($1)) order by 1`, [only ?? null]);
  const tables = new Map<string, Row[]>();
  const keys = new Map<string, string[]>();
  for (const { name, key } of names) {
    const tenantColumn = name === "tenants" ? "id" : "tenant_id";
    const { rows } = await owner.query<Row>(`select t.* from app.${name} t where $1::uuid[] is null or t.${tenantColumn} = any ($1)`, [tenants ?? null]);
    tables.set(name, rows);
    keys.set(name, key);
  }
  const { rows: clock } = await owner.query<{ today: string; now: Date }>("select current_date::text as today, now() as now");
  return { tables, keys, today: clock[0]!.today, now: clock[0]!.now };
}

export const rowsOf = (facts: Facts, table: string): readonly Row[] => facts.tables.get(table) ?? [];
/** One text for a row's primary key, without the tenant where it has one more column. */
export const keyOf = (facts: Facts, table: string, row: Row): string => (facts.keys.get(table) ?? []).map((k) => String(row[k])).join("/");
const dayText = (value: unknown): string => (typeof value === "string" ? value : "");
/** Does this from–until hold today? No end is open. */
export const isToday = (facts: Facts, row: Row, from: string, until: string): boolean =>
  row[from] !== null && dayText(row[from]) <= facts.today && (row[until] === null || dayText(row[until]) >= facts.today);
export const isInForce = (facts: Facts, m: Row): boolean =>
  m["ended_at"] === null &&
  isToday(facts, m, "from_on", "until_on") &&
  (m["needs_confirmation"] === false || m["confirmed_at"] !== null);
