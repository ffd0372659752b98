import type { Statement } from "./capture.ts";

export interface BareStatement extends Omit<Statement, "rows"> {
  /** places of values that each run makes anew: ids and keys of rows that it inserts */
  readonly fresh: readonly number[];
}
export interface BareRun {
  readonly statements: readonly BareStatement[];
  /** rows that the product got per statement: the bare run has to get as many */
  readonly rows: readonly number[];
}

/** What the same request asked twice sent differently was made for that one run: ids and keys. Ciphertexts are sent again as they are. */
export function bareRun(once: readonly Statement[], again: readonly Statement[], tenantId: string): BareRun {
  if (once.length !== again.length) throw new Error("the same request sent other statements the second time");
  const statements = once.map(({ rows: _rows, ...statement }, i) => {
    const other = again[i]!;
    if (other.text !== statement.text) throw new Error("the same request sent other statements the second time");
    const fresh = statement.values.flatMap((value, at) => (typeof value === "string" && value !== other.values[at] ? [at] : []));
    const freshIn = (value: unknown, second: unknown): boolean => Array.isArray(value) && JSON.stringify(value) !== JSON.stringify(second);
    const values = statement.values.map((value, at) => (freshIn(value, other.values[at]) ? other.values[at] : value));
    return { ...statement, text: inTenant(statement.text, tenantId), values, fresh };
  });
  return { statements, rows: once.map((s) => s.rows) };
}

/** Where only row security keeps a statement to its tenant, the bare one has to say it, or it reads the settings of all. */
const inTenant = (text: string, tenantId: string): string => text.replace("from app.life_areas where retired_at", `from app.life_areas where tenant_id = '${tenantId}' and retired_at`);

export interface PlainReader {
  readonly tenantId: string;
  readonly accountId: string;
}

// the cases that somebody works on, as one would write it who has no functions for it
const ownCases = ({ tenantId, accountId }: PlainReader): string =>
  `c.id = any (array(select t.case_id from app.case_team t where t.tenant_id = '${tenantId}' and t.account_id = '${accountId}'
    and t.from_on <= current_date and (t.until_on is null or t.until_on >= current_date)))`;

/**
 * The bare run without what knows who asks: no session looked up, and of the questions about rights that the statements ask
 * themselves only those left whose answer is the rows. Begin, context, rows, record, commit.
 */
export function withoutReader(run: BareRun, reader: PlainReader): BareRun {
  const kept = run.statements.map((s, i) => ({ s, rows: run.rows[i]! })).filter(({ s }) => s.text !== "select * from app.own_session()");
  const account = `'${reader.accountId}'::uuid`;
  const statements = kept.map(({ s }, i) => ({
    ...s,
    // with the session's statement gone, the first rows are asked for in the flight of "begin"
    waits: s.waits && i !== 2,
    text: s.text
      .replaceAll("c.id = any (array(select app.open_case_ids())) as is_open", "true as is_open")
      .replaceAll("c.id = any (array(select app.open_case_ids()))", ownCases(reader))
      .replaceAll("(select app.current_account())", account)
      .replaceAll(/c\.id <> all \(array\(select app\.team_case_ids\('[^']*'\)\)\)/g, "true"),
  }));
  return { statements, rows: kept.map(({ rows }) => rows) };
}
