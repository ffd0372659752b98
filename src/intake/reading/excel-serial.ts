import { addDays, calendarDay, type CalendarDay } from "../../kernel/calendar-day.ts";

const LAST = 2_958_465; // 31.12.9999
const EPOCH_1900 = calendarDay("1899-12-30");
const EPOCH_1904 = calendarDay("1904-01-01");
const known = new Map<number, CalendarDay>();

/** The day of an Excel serial number. Excel counts a 29 February 1900 that never was, so days before March 1900 shift by one. */
export function dayOfSerial(serial: number, from1904 = false): CalendarDay | null {
  const days = Math.floor(serial);
  if (!Number.isFinite(serial) || days < 1 || days > LAST || (!from1904 && days === 60)) return null;
  const key = from1904 ? -days : days;
  let day = known.get(key);
  if (day === undefined) {
    day = from1904 ? addDays(EPOCH_1904, days) : addDays(EPOCH_1900, days < 60 ? days + 1 : days);
    if (known.size < 100_000) known.set(key, day);
  }
  return day;
}
