import { addDays, type CalendarDay, calendarDay } from "./calendar-day.ts";

/** Easter Sunday of the Gregorian calendar (Butcher's rule). */
export function easterOf(year: number): CalendarDay {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  return calendarDay(`${year}-${String(Math.floor(n / 31)).padStart(2, "0")}-${String((n % 31) + 1).padStart(2, "0")}`);
}

/** The eleven public holidays of North Rhine-Westphalia (§ 2 Feiertagsgesetz NW). */
export function holidaysOf(year: number): readonly CalendarDay[] {
  const easter = easterOf(year);
  const fixed = ["01-01", "05-01", "10-03", "11-01", "12-25", "12-26"].map((day) => calendarDay(`${year}-${day}`));
  // Good Friday, Easter Monday, Ascension, Whit Monday, Corpus Christi
  return [...fixed, ...[-2, 1, 39, 50, 60].map((days) => addDays(easter, days))].sort();
}

/** Saturdays are workdays of the law, but nobody reviews anything then: Monday to Friday without holidays. */
export function isWorkingDay(day: CalendarDay): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidaysOf(Number(day.slice(0, 4))).includes(day);
}

/** The n-th working day after a day; the day itself does not count (§ 187 Abs. 1 BGB). */
export function addWorkingDays(day: CalendarDay, count: number): CalendarDay {
  let on = day;
  for (let left = count; left > 0; ) {
    on = addDays(on, 1);
    if (isWorkingDay(on)) left -= 1;
  }
  return on;
}
