import { addDays, type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { dayWords } from "./deadline-words.ts";
import type { DayRow } from "./upcoming-days.sql.ts";

/** A follow-up lies so long before the day; what is nearer is due tomorrow. */
const DAYS_BEFORE = 14;

export function dueBefore(day: CalendarDay, today: CalendarDay): CalendarDay {
  const early = addDays(day, -DAYS_BEFORE);
  return early > today ? early : addDays(today, 1);
}

export const followUpTitle = (row: DayRow): string => `${dayWords(row)} am ${germanDay(row.day)}: vorbereiten`;
