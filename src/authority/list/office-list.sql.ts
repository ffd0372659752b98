import type { ReadTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";

export interface OfficeLineRow {
  readonly id: string;
  readonly status: string;
  readonly until_on: CalendarDay | null;
  readonly next_due: CalendarDay | null;
  readonly open: number;
  readonly mine: boolean;
  readonly rules: string[];
  readonly missing: number;
  readonly next_appointment: CalendarDay | null;
  readonly sort_key: string;
}
export const OFFICE_SORTS = { due: "date", name: "text", until: "date" } as const;
export type OfficeSort = keyof typeof OFFICE_SORTS;
/** By name the id alone goes into the address: names there would end up in logs and histories. */
const NAME_OF = (id: string): string => `(select lower(x.family || ', ' || x.given) from app.person_names x where x.person_id = ${id}::uuid
  order by (x.script = 'Latn') desc, (x.kind = 'passport') desc, x.created_at, x.id limit 1)`;
const PLACES: Readonly<Record<OfficeSort, string>> = { due: "coalesce(f.next_due, 'infinity'::date)", name: `coalesce(${NAME_OF("p.id")}, '')`, until: "coalesce(r.until_on, 'infinity'::date)" };

export interface OfficeFilter {
  /** found by the search: nobody else */
  readonly ids: readonly string[] | null;
  readonly due: "overdue" | "today" | "week" | null;
  readonly mine: boolean;
  /** id of a rule, or "missing": any running check with something missing */
  readonly check: string | null;
  readonly status: string | null;
  /** what runs out up to that day */
  readonly untilBefore: CalendarDay | null;
}
export interface OfficeListAsked {
  readonly filter: OfficeFilter;
  readonly sort: OfficeSort;
  /** the last line before; by name without a value */
  readonly from: { readonly value: string | null; readonly id: string } | null;
  readonly backwards: boolean;
  readonly most: number;
}

/** $1 today, $2 me, $3… the filter. Every part is asked once for the whole room, not once a person. */
const FROM = `app.persons p
  left join (select distinct on (s.person_id) s.person_id, coalesce(nullif(s.short_label, ''), s.azr_label) as status, s.until_on from app.person_residence_statuses s
     where s.from_on is null or s.from_on <= $1::date order by s.person_id, s.from_on desc nulls last, s.id) r on r.person_id = p.id
  left join (select u.person_id, min(u.due_on) as next_due, count(*)::integer as open, bool_or(u.owner_id = $2) as mine from app.officer_follow_ups u where u.done_on is null group by 1) f on f.person_id = p.id
  left join (select c.person_id, array_agg(distinct c.rule order by c.rule) as rules, count(k.check_id)::integer as missing from app.completeness_checks c
     left join app.check_papers k on k.tenant_id = c.tenant_id and k.check_id = c.id and k.state = 'missing' where c.closed_on is null group by 1) c on c.person_id = p.id
  left join (select t.person_id, min(t.happens_on) as next_appointment from app.appointments t where t.state = 'planned' and t.happens_on >= $1::date group by 1) t on t.person_id = p.id`;
const WHERE = `p.merged_into is null and ($3::uuid[] is null or p.id = any ($3))
  and ($4::date is null or f.next_due < $4) and (not $5 or coalesce(f.mine, false))
  and ($6::text is null or case when $6 = 'missing' then c.missing > 0 else $6 = any (c.rules) end)
  and ($7::text is null or r.status = $7) and ($8::date is null or r.until_on <= $8)`;

export interface DueBounds {
  readonly today: CalendarDay;
  readonly tomorrow: CalendarDay;
  readonly week: CalendarDay;
}
function paramsOf(filter: OfficeFilter, me: string, days: DueBounds): unknown[] {
  const dueBefore = filter.due === null ? null : filter.due === "overdue" ? days.today : filter.due === "today" ? days.tomorrow : days.week;
  return [days.today, me, filter.ids === null ? null : [...filter.ids], dueBefore, filter.mine, filter.check, filter.status, filter.untilBefore];
}

function after(asked: OfficeListAsked, from: { readonly value: string | null; readonly id: string }, place: string, params: unknown[]): string {
  const id = `$${params.push(from.id)}`;
  // an address may have been typed: without a day it goes on at the very start
  const value = OFFICE_SORTS[asked.sort] === "text" ? `coalesce(${NAME_OF(id)}, '')` : `$${params.push(from.value ?? "-infinity")}::date`;
  return ` and (${place}, p.id) ${asked.backwards ? "<" : ">"} (${value}, ${id}::uuid)`;
}

export function listOfficeRows(tx: ReadTx, me: string, days: DueBounds, asked: OfficeListAsked): Promise<OfficeLineRow[]> {
  const params = paramsOf(asked.filter, me, days);
  const place = PLACES[asked.sort];
  const from = asked.from === null ? "" : after(asked, asked.from, place, params);
  const order = asked.backwards ? "desc" : "asc";
  return tx.query<OfficeLineRow>(
    `select p.id, coalesce(r.status, '') as status, r.until_on, f.next_due, coalesce(f.open, 0) as open, coalesce(f.mine, false) as mine, coalesce(c.rules, '{}') as rules, coalesce(c.missing, 0) as missing,
        t.next_appointment, (${place})::text as sort_key
       from ${FROM} where ${WHERE}${from} order by ${place} ${order}, p.id ${order} limit $${params.push(asked.most)}`,
    params,
  );
}

export interface OfficeCounts {
  readonly all: number;
  readonly overdue: number;
  readonly today: number;
  readonly week: number;
  readonly missing: number;
  readonly mine: number;
}
/** How many persons the filter leaves, and what is due among them. */
export const countOffice = (tx: ReadTx, me: string, days: DueBounds, filter: OfficeFilter): Promise<OfficeCounts> =>
  tx.get<OfficeCounts>(
    `select count(*)::integer as all, count(*) filter (where f.next_due < $1::date)::integer as overdue, count(*) filter (where f.next_due < $9::date)::integer as today,
        count(*) filter (where f.next_due < $10::date)::integer as week, count(*) filter (where c.missing > 0)::integer as missing, count(*) filter (where f.mine)::integer as mine
       from ${FROM} where ${WHERE}`,
    [...paramsOf(filter, me, days), days.tomorrow, days.week],
  );

export const listStatuses = (tx: ReadTx, today: CalendarDay): Promise<{ status: string; n: number }[]> =>
  tx.query(
    `select r.status, count(*)::integer as n from (select distinct on (s.person_id) s.person_id, coalesce(nullif(s.short_label, ''), s.azr_label) as status from app.person_residence_statuses s
        where s.from_on is null or s.from_on <= $1::date order by s.person_id, s.from_on desc nulls last, s.id) r join app.persons p on p.id = r.person_id and p.merged_into is null
      group by 1 order by 2 desc, 1 limit 40`,
    [today],
  );
