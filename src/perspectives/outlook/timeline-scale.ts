import { addMonths, type CalendarDay, daysBetween } from "../../kernel/calendar-day.ts";
import type { Outlook } from "./outlook.ts";

/** Where a day lies across the picture. Behind today and ahead are measured apart: eight years behind must not crush the next two. */
export interface Scale {
  readonly x: (day: CalendarDay) => number;
  readonly first: CalendarDay;
  readonly last: CalendarDay;
  readonly todayAt: number;
  readonly width: number;
  /** first days of the years that get a mark */
  readonly years: readonly CalendarDay[];
}

const AHEAD_AT_LEAST = 18;
const AHEAD_AT_MOST = 84;

export function scaleOf(outlook: Pick<Outlook, "papers" | "windows" | "systems" | "days">, today: CalendarDay, width: number, narrow: boolean): Scale {
  const firstPaper = outlook.papers[0]?.from;
  const first = firstPaper !== undefined && firstPaper < addMonths(today, -6) ? firstPaper : addMonths(today, -6);
  const last = lastOf(outlook, today);
  const behind = daysBetween(first, today);
  const ahead = daysBetween(today, last);
  // both stay readable: neither side under a third
  const share = Math.min(0.5, Math.max(0.34, behind / (behind + ahead)));
  const todayAt = Math.round(width * share);
  const x = (day: CalendarDay): number => {
    const raw = day < today ? todayAt * (daysBetween(first, day) / behind) : todayAt + (width - todayAt) * (daysBetween(today, day) / ahead);
    return Math.round(Math.min(width, Math.max(0, raw)) * 10) / 10;
  };
  return { x, first, last, todayAt, width, years: yearsOf(first, last, x, narrow ? 44 : 52, todayAt) };
}

/** Far enough for every day that counts within seven years, and a margin. */
function lastOf({ windows, systems, days }: Pick<Outlook, "windows" | "systems" | "days">, today: CalendarDay): CalendarDay {
  const most = addMonths(today, AHEAD_AT_MOST);
  const candidates = [...windows.flatMap((w) => [w.from, w.to]), ...systems.map((s) => s.from), ...days.map((d) => d.day)].filter((day): day is CalendarDay => day !== null && day > today && day <= most);
  const furthest = candidates.toSorted().at(-1) ?? today;
  return [addMonths(furthest, 8), addMonths(today, AHEAD_AT_LEAST)].toSorted().at(-1)!;
}

function yearsOf(first: CalendarDay, last: CalendarDay, x: (day: CalendarDay) => number, room: number, todayAt: number): readonly CalendarDay[] {
  const years: CalendarDay[] = [];
  for (let year = Number(first.slice(0, 4)) + 1; year <= Number(last.slice(0, 4)); year += 1) {
    const day = `${year}-01-01` as CalendarDay;
    const before = years.at(-1);
    if (Math.abs(x(day) - todayAt) > room * 0.75 && (before === undefined || x(day) - x(before) >= room)) years.push(day);
  }
  return years;
}
