import type { CalendarDay } from "../../kernel/calendar-day.ts";

/**
 * A day as the count of days since 1.1.1970. The rules reckon with these, because all rules and their earliest days for
 * one person must take less than a millisecond, and a calendar library needs that long for a dozen additions.
 */
export type DayNumber = number;

/** Later than any day that is asked about: an open end. */
export const NEVER: DayNumber = 9_999_999;

// proleptic Gregorian calendar; years begin in March here, so that the leap day is the last of a year
function fromCivil(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

function toCivil(number: DayNumber): readonly [year: number, month: number, day: number] {
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1];
}

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `YYYY-MM-DD` as a number; null for anything else and for days that do not exist. */
export function parseDayNumber(text: string): DayNumber | null {
  const match = SHAPE.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const number = fromCivil(year, month, day);
  const [y, m, d] = toCivil(number);
  return y === year && m === month && d === day ? number : null;
}

/** As parseDayNumber, for days that were checked before. */
export function dayNumber(day: CalendarDay): DayNumber {
  const number = parseDayNumber(day);
  if (number === null) throw new RangeError(`not a calendar day: ${day}`);
  return number;
}

export function dayOfNumber(number: DayNumber): CalendarDay {
  const [year, month, day] = toCivil(number);
  return `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}` as CalendarDay;
}

/**
 * The first day after a period of months that began with the start of `from` (§§ 187 Abs. 2, 188 Abs. 2 Alt. 2, Abs. 3
 * BGB): begun on 19.8.2021, five years end with 18.8.2026 and are complete on 19.8.2026. Where the month has no such day,
 * the period ends with the month's last day: whoever was born on 29.2.2004 is 18 on 1.3.2022.
 */
export function afterMonths(from: DayNumber, months: number): DayNumber {
  const [year, month, day] = toCivil(from);
  const count = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1];
  const same = fromCivil(y, m, day);
  return toCivil(same)[1] === m ? same : m === 12 ? fromCivil(y + 1, 1, 1) : fromCivil(y, m + 1, 1);
}

export const afterYears = (from: DayNumber, years: number): DayNumber => afterMonths(from, years * 12);

/** Whole months that are complete on a day, of a period that began with the start of `from`; 0 where it lies ahead. */
export function monthsComplete(from: DayNumber, on: DayNumber): number {
  if (on <= from) return 0;
  const [y1, m1] = toCivil(from);
  const [y2, m2] = toCivil(on);
  const upper = (y2 - y1) * 12 + m2 - m1;
  return afterMonths(from, upper) <= on ? upper : upper - 1;
}

/** Completed years of life: a year is completed with the end of the day before the birthday. */
export const yearsComplete = (born: DayNumber, on: DayNumber): number => Math.floor(monthsComplete(born, on) / 12);

/**
 * The last day of a period of months that an event on `event` sets off (§§ 187 Abs. 1, 188 Abs. 2 Alt. 1, Abs. 3 BGB): six
 * months after entry on 1.3.2021 end with 1.9.2021. With negative months: as many before, for what must not come earlier.
 */
export function monthsFromEvent(event: DayNumber, months: number): DayNumber {
  const after = afterMonths(event, months);
  return toCivil(after)[2] === toCivil(event)[2] ? after : after - 1;
}
