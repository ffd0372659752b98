import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { Temporal } from "temporal-polyfill";
import { factCatalogue } from "../../rules/index.ts";

/** What of an entry decides whether it counts on a day, and with which value. */
export interface DatedValue {
  readonly key: string;
  readonly value: unknown;
  readonly from: CalendarDay | null;
  readonly to: CalendarDay | null;
  readonly statedOn: CalendarDay;
}

const monthsSince = (from: CalendarDay, on: CalendarDay): number =>
  Math.max(0, Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(on), { largestUnit: "months" }).months);

/**
 * The value of an entry on a day. What counts months grows with the calendar: "seit dem …" from that day on, a number told on
 * a day by the months since it was told. It grows as if nothing had changed; an end is an end of the entry.
 */
export function valueOn(entry: DatedValue, on: CalendarDay): unknown {
  if (factCatalogue.get(entry.key)?.growth !== "months") return entry.value;
  if (entry.from !== null) return monthsSince(entry.from, on);
  return typeof entry.value === "number" ? entry.value + monthsSince(entry.statedOn, on) : entry.value;
}

const holdsOn = (entry: DatedValue, on: CalendarDay): boolean => (entry.from === null || entry.from <= on) && (entry.to === null || entry.to >= on);

/** The entry of each key that counts on a day: of those that hold, the one told last. Entries come in the order in which they were told. */
export function countingOn<T extends DatedValue>(entries: readonly T[], on: CalendarDay): ReadonlyMap<string, T> {
  const counting = new Map<string, T>();
  for (const entry of entries) if (holdsOn(entry, on) && factCatalogue.has(entry.key)) counting.set(entry.key, entry);
  return counting;
}
