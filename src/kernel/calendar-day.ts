import { Temporal } from "temporal-polyfill";

/** A day of the Gregorian calendar as `YYYY-MM-DD`. Not an instant: it has no time zone. */
export type CalendarDay = string & { readonly __day: true };

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Parses `YYYY-MM-DD`; null for anything else, and for days that do not exist (31 February). */
export function parseCalendarDay(text: string): CalendarDay | null {
  if (!SHAPE.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() as CalendarDay;
  } catch {
    return null;
  }
}

/** As parseCalendarDay, for values the program itself made; throws RangeError. */
export function calendarDay(text: string): CalendarDay {
  const day = parseCalendarDay(text);
  if (day === null) throw new RangeError(`not a calendar day: ${text}`);
  return day;
}

/** The day it is at this instant in the municipality's time zone (Europe/Berlin unless told otherwise). */
export function dayOf(instant: Date, timeZone = "Europe/Berlin"): CalendarDay {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString() as CalendarDay;
}

export const addDays = (day: CalendarDay, days: number): CalendarDay =>
  Temporal.PlainDate.from(day).add({ days }).toString() as CalendarDay;

export const addMonths = (day: CalendarDay, months: number): CalendarDay =>
  Temporal.PlainDate.from(day).add({ months }).toString() as CalendarDay;

const DAY_MS = 86_400_000;
/** Whole days from a to b; negative where b lies before a. Both count from midnight UTC, where every day is as long: a list asks it for each cell. */
export const daysBetween = (a: CalendarDay, b: CalendarDay): number => (Date.parse(b) - Date.parse(a)) / DAY_MS;

/** Completed years of life on a day. */
export const yearsBetween = (born: CalendarDay, on: CalendarDay): number =>
  Temporal.PlainDate.from(born).until(Temporal.PlainDate.from(on), { largestUnit: "years" }).years;

/** `22.11.2026`, as official German text writes days. */
export const germanDay = (day: CalendarDay): string => `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;

// made once: making it takes longer than all that a list does with it
const relativeWords = new Intl.RelativeTimeFormat("de", { numeric: "auto" });

/** `in 3 Tagen`, `heute`, `vor 2 Wochen`: how a day lies to another, in German words. */
export function relativeDay(day: CalendarDay, today: CalendarDay): string {
  const days = daysBetween(today, day);
  const size = Math.abs(days);
  if (size < 14) return relativeWords.format(days, "day");
  if (size < 60) return relativeWords.format(Math.trunc(days / 7), "week");
  if (size < 730) return relativeWords.format(Math.trunc(days / 30.4), "month");
  return relativeWords.format(Math.trunc(days / 365.25), "year");
}
