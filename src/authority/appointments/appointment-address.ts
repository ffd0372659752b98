import { z } from "zod";
import { addDays, type CalendarDay, parseCalendarDay } from "../../kernel/calendar-day.ts";
import { readDay } from "../../cases/index.ts";

/** Which day; what is no day is today. */
export const dayQuery = z.object({ tag: z.string().max(20).optional().catch(undefined) });
export const dayOfQuery = (typed: string | undefined, today: CalendarDay): CalendarDay => (typed === undefined ? null : (parseCalendarDay(typed) ?? readDay(typed))) ?? today;
export const dayAddress = (day: CalendarDay, path = "/termine"): string => `${path}?tag=${day}`;
/** The week that a day lies in, Monday first; its weekend only where the day is one of it. */
export function weekOf(day: CalendarDay): CalendarDay[] {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return Array.from({ length: weekday > 4 ? 7 : 5 }, (_, i) => addDays(day, i - weekday));
}
