import { Temporal } from "temporal-polyfill";
import type { CalendarDay } from "../kernel/calendar-day.ts";

/** The instant of a wall clock time in the municipality's time zone; null where the clock is put forward over it. Twice there, the first counts. */
export function instantOf(day: CalendarDay, time: string, timeZone: string): Date | null {
  const wall = Temporal.PlainDateTime.from(`${day}T${time}`);
  const zoned = wall.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  return zoned.toPlainDateTime().equals(wall) ? new Date(zoned.epochMilliseconds) : null;
}

export interface LocalTime {
  readonly day: CalendarDay;
  /** `09:30` */
  readonly time: string;
}
export function localTimeOf(at: Date, timeZone: string): LocalTime {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  return { day: zoned.toPlainDate().toString() as CalendarDay, time: zoned.toPlainTime().toString({ smallestUnit: "minute" }) };
}

const LONG = new Intl.DateTimeFormat("de", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const SHORT = new Intl.DateTimeFormat("de", { weekday: "short", day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" });
export const longDay = (day: CalendarDay): string => LONG.format(new Date(`${day}T00:00:00Z`));
export const shortDay = (day: CalendarDay): string => SHORT.format(new Date(`${day}T00:00:00Z`));

/** Monday of the week of a day. */
export const mondayOf = (day: CalendarDay): CalendarDay => {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString() as CalendarDay;
};
