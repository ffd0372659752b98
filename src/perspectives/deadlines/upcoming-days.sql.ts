import type { ReadTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { DayKind } from "./upcoming-days.ts";

export interface DayRow {
  readonly person_id: string;
  readonly rule: string;
  readonly kind: DayKind;
  readonly day: CalendarDay;
  readonly detail: string;
  readonly is_certain: boolean;
  readonly computed_on: CalendarDay;
  /** null in the room of an authority */
  readonly case_id: string | null;
  readonly number: string | null;
  /** the person's id in that case, where records were merged */
  readonly member_id: string | null;
  readonly family: string;
  readonly given: string;
  readonly own_family: string;
  readonly own_given: string;
}
export interface DayKey {
  readonly day: string;
  readonly person: string;
  readonly rule: string;
  readonly kind: string;
}
export interface DaysAsked {
  readonly tenantId: string;
  readonly roomId: string | null;
  readonly from: CalendarDay;
  readonly until: CalendarDay;
  readonly rule: string | null;
  readonly kind: string | null;
  /** alone the persons of one case */
  readonly caseId: string | null;
  /** a room of an authority: its persons; else those of the cases one works in */
  readonly isRoomWide: boolean;
}

const ASKED = "u.tenant_id = $1 and u.room_id = $2 and u.day between $3 and $4 and ($5::text is null or u.rule = $5) and ($6::text is null or u.kind = $6)";
/** $7 a case. From the cases to their persons, never from the days of the whole room; a person of two cases of the reader stands in the first. */
const MINE = `
  mine as materialized (select distinct on (person_id) coalesce(p.merged_into, p.id) as person_id, c.id as case_id, c.number, cp.person_id as member_id
     from app.cases c join app.case_persons cp on cp.tenant_id = c.tenant_id and cp.room_id = c.room_id and cp.case_id = c.id and cp.left_on is null
     join app.persons p on p.tenant_id = cp.tenant_id and p.room_id = cp.room_id and p.id = cp.person_id
    where c.tenant_id = $1 and c.room_id = $2 and c.phase not in ('closed', 'advised_onward', 'not_admitted')
      and c.id = any (array(select app.team_case_ids('{lead,substitute,member}'))) and ($7::uuid is null or c.id = $7)
    order by person_id, c.number, cp.person_id)`;
const WHOLE_ROOM = "mine as (select null::uuid as person_id, null::uuid as case_id, null::text as number, null::uuid as member_id where $7::uuid is null)";
const daysOf = (asked: DaysAsked): { mine: string; from: string } => ({
  mine: asked.isRoomWide ? WHOLE_ROOM : MINE,
  from: `from app.upcoming_days u join mine x on ${asked.isRoomWide ? "true" : "x.person_id = u.person_id"} where ${ASKED}`,
});

const valuesOf = (a: DaysAsked) => [a.tenantId, a.roomId, a.from, a.until, a.rule, a.kind, a.caseId];

const NAMES = `
  left join lateral (select n.family, n.given from app.person_names n where n.tenant_id = d.tenant_id and n.room_id = d.room_id and n.person_id = d.person_id and n.script = 'Latn'
    order by n.is_primary desc, n.kind = 'passport' desc, n.id limit 1) latin on true
  left join lateral (select n.family, n.given from app.person_names n where n.tenant_id = d.tenant_id and n.room_id = d.room_id and n.person_id = d.person_id and n.script <> 'Latn'
    order by n.is_primary desc, n.id limit 1) own on true`;

/** By day, then person; the page is cut before names are looked up. */
export function listDays(tx: ReadTx, asked: DaysAsked, after: DayKey | null, most: number): Promise<DayRow[]> {
  const { mine, from } = daysOf(asked);
  return tx.query<DayRow>(
    `with ${mine},
     d as (select u.tenant_id, u.room_id, u.person_id, u.rule, u.kind, u.day, u.detail, u.is_certain, u.computed_on, x.case_id, x.number, x.member_id ${from}
       and ($8::date is null or (u.day, u.person_id, u.rule, u.kind) > ($8::date, $9::uuid, $10::text, $11::text))
       order by u.day, u.person_id, u.rule, u.kind limit $12)
     select d.person_id, d.rule, d.kind, d.day, d.detail, d.is_certain, d.computed_on, d.case_id, d.number, d.member_id,
         coalesce(latin.family, own.family, '') as family, coalesce(latin.given, own.given, '') as given,
         coalesce(own.family, '') as own_family, coalesce(own.given, '') as own_given
       from d ${NAMES} order by d.day, d.person_id, d.rule, d.kind`,
    [...valuesOf(asked), after?.day ?? null, after?.person ?? null, after?.rule ?? null, after?.kind ?? null, most],
  );
}

export interface MonthCount {
  readonly rule: string;
  readonly kind: DayKind;
  /** first day of it */
  readonly month: CalendarDay;
  readonly days: number;
}

/** For the picture: how many days of each rule and kind lie in each month. */
export function countDays(tx: ReadTx, asked: DaysAsked): Promise<MonthCount[]> {
  const { mine, from } = daysOf(asked);
  return tx.query<MonthCount>(`with ${mine} select u.rule, u.kind, date_trunc('month', u.day)::date as month, count(*)::integer as days ${from} group by 1, 2, 3 order by 1, 2, 3`, valuesOf(asked));
}

/** One day, by what names it; undefined where the reader may not see the person, or it is said no more. */
export const findDay = (tx: ReadTx, key: { personId: string; rule: string; kind: string }): Promise<{ day: CalendarDay; detail: string } | undefined> =>
  tx.find("select day, detail from app.upcoming_days where person_id = $1 and rule = $2 and kind = $3", [key.personId, key.rule, key.kind]);

export interface ManagerCount {
  readonly lead_id: string | null;
  readonly name: string;
  readonly kind: DayKind;
  readonly days: number;
}
export const countByManager = (tx: ReadTx, until: CalendarDay): Promise<ManagerCount[]> =>
  tx.query<ManagerCount>(
    `with counted as (select * from app.upcoming_by_manager($1))
     select m.lead_id, coalesce(concat_ws(' ', n.given_name, n.family_name), '') as name, m.kind, m.days
       from counted m left join app.colleague_names(array(select lead_id from counted where lead_id is not null)) n on n.id = m.lead_id
      order by n.family_name nulls last, n.given_name, m.lead_id, m.kind`,
    [until],
  );

export interface Progress {
  readonly on_day: CalendarDay;
  readonly percent: number;
  readonly is_over: boolean;
}
export const findProgress = (tx: ReadTx): Promise<Progress | undefined> => tx.find<Progress>("select on_day, percent, is_over from app.deadline_progress()");
