import type { ReadTx } from "../../db/index.ts";
import { parseCalendarDay } from "../../kernel/calendar-day.ts";
import { ENDED_PHASES } from "../phases/phases.ts";
import type { CaseFilter, CaseListAsked, CaseSort, ListKey } from "./case-list.ts";

export interface CaseLineRow {
  readonly id: string;
  readonly number: string;
  readonly phase: string;
  readonly main_name: string;
  readonly main_name_own: string;
  readonly main_birth_year: number | null;
  readonly person_count: number;
  readonly lead_id: string | null;
  readonly lead_given: string | null;
  readonly lead_family: string | null;
  readonly opened_on: string;
  readonly next_due_on: string | null;
  readonly last_contact_on: string | null;
  readonly is_open: boolean;
  readonly sort_key: string;
}

interface SortKey {
  /** what an index of app.cases is ordered by, word for word */
  readonly sql: string;
  readonly type: string;
  /** the same as text, for the address of the next page */
  readonly text: string;
}
const ofDay = (column: string): SortKey => ({
  sql: `coalesce(c.${column}, 'infinity'::date)`,
  type: "date",
  text: `coalesce(to_char(c.${column}, 'YYYY-MM-DD'), '9999')`,
});
// What has no day comes last. All columns stand in the head that the reader sees.
const SORT_KEYS: Record<CaseSort, SortKey> = {
  name: { sql: "c.main_sort", type: `text collate "C"`, text: "c.main_sort" },
  due: ofDay("next_due_on"),
  contact: ofDay("last_contact_on"),
};

/** Of `app.cases c`, word for word as the indexes of running cases have it: with a parameter they would not be used. */
export const RUNNING = `(c.phase not in (${ENDED_PHASES.map((phase) => `'${phase}'`).join(", ")}))`;

interface Where {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** Whose list: a team lead sees heads of cases that are not open to them. */
export interface ListReader {
  readonly tenantId: string;
  readonly roomId: string | null;
  readonly seesAllHeads: boolean;
}

/** Only conditions that were asked for are written, so that each of the few texts gets a plan of its own. */
function where({ tenantId, roomId, seesAllHeads }: ListReader, filter: CaseFilter): Where {
  const params: unknown[] = [tenantId, roomId];
  const next = (value: unknown): string => `$${params.push(value)}`;
  const conditions = ["c.tenant_id = $1", "c.room_id = $2"];
  // Row security says the same, but within an "or" for team leads, where no index helps: a manager's list read the whole room.
  if (!seesAllHeads) conditions.push("c.id = any (array(select app.open_case_ids()))");
  if (filter.state !== "all") conditions.push(filter.state === "ended" ? `not ${RUNNING}` : RUNNING);
  if (filter.phase !== null) conditions.push(`c.phase = ${next(filter.phase)}`);
  if (filter.lead === "none") conditions.push("c.lead_id is null");
  else if (filter.lead !== null) conditions.push(`c.lead_id = ${next(filter.lead)}::uuid`);
  if (filter.standsIn) conditions.push("c.id = any (array(select app.team_case_ids('{substitute,member}'))) and c.lead_id is distinct from (select app.current_account())");
  if (filter.overdueOn !== null) conditions.push(`c.next_due_on < ${next(filter.overdueOn)}::date`);
  if (filter.text !== "") {
    const text = next(filter.text.replace(/[\\%_]/g, (sign) => `\\${sign}`));
    conditions.push(`(c.main_sort like app.sort_text(${text}) || '%' or c.main_sort like '% ' || app.sort_text(${text}) || '%'
      or c.main_name_own ilike '%' || ${text} || '%' or c.number like ${text} || '%')`);
  }
  return { sql: conditions.join(" and "), params };
}

const valueOf = (from: ListKey, { type }: SortKey, params: unknown[]): string =>
  from.value === null
    ? `(select x.main_sort from app.cases x where x.tenant_id = $1 and x.id = $${params.push(from.id)}::uuid)`
    : `$${params.push(type === "date" ? dayIn(from.value) : from.value)}::${type}`;
// an address may have been typed: what is no day, or before the database's first one, must not become an error
const dayIn = (value: string): string => (value < "0001" ? "-infinity" : (parseCalendarDay(value) ?? "infinity"));

export function listCaseRows(tx: ReadTx, reader: ListReader, asked: CaseListAsked): Promise<CaseLineRow[]> {
  const { sql, params } = where(reader, asked.filter);
  const key = SORT_KEYS[asked.sort];
  const down = asked.descending !== asked.backwards;
  const all = [...params];
  const from = asked.from === null ? "" : ` and (${key.sql}, c.id) ${down ? "<" : ">"} (${valueOf(asked.from, key, all)}, $${all.push(asked.from.id)}::uuid)`;
  const order = down ? "desc" : "asc";
  // which cases: under row security. Who leads them and whether they are open is asked once for the page, and not as a join.
  const rows = `select c.*, ${key.sql} as place, ${key.text} as sort_key from app.cases c where ${sql}${from} order by ${key.sql} ${order}, c.id ${order} limit $${all.push(asked.most)}`;
  return tx.query<CaseLineRow>(
    `with page as materialized (${rows})
     select c.id, c.number, c.phase, c.main_name, c.main_name_own, c.main_birth_year, c.person_count, c.lead_id, a.given_name as lead_given,
        a.family_name as lead_family, c.opened_on, c.next_due_on, c.last_contact_on, ${reader.seesAllHeads ? "c.id = any (array(select app.open_case_ids()))" : "true"} as is_open, c.sort_key
       from page c left join app.colleague_names(array(select distinct p.lead_id from page p)) a on a.id = c.lead_id
      order by c.place ${order}, c.id ${order}`,
    all,
  );
}

/** How many there are, counted no further than `most`: a list says "mehr als 1.000" rather than read them all. */
export async function countCases(tx: ReadTx, reader: ListReader, filter: CaseFilter, most: number): Promise<number> {
  const { sql, params } = where(reader, filter);
  const row = await tx.get<{ n: number }>(`select count(*)::integer as n from (select from app.cases c where ${sql} limit $${params.length + 1}) x`, [...params, most]);
  return row.n;
}

export interface ColleagueRow {
  readonly id: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly absent_from: string | null;
  readonly absent_until: string | null;
  readonly standing_deputy_id: string | null;
  readonly works_here: boolean;
  readonly version: number;
}

/** Everybody whose name the reader meets in this room; `works_here`: may be given cases today. */
export const listColleagues = (tx: ReadTx): Promise<ColleagueRow[]> => tx.query<ColleagueRow>("select * from app.colleagues()");
