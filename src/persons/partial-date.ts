import { type CalendarDay, germanDay, parseCalendarDay } from "../kernel/calendar-day.ts";
import type { BirthDate } from "./matching/index.ts";

export type Precision = "day" | "month" | "year" | "estimated";

/** A day as precisely as it is known: `on` is the first day that fits, `precision` says how much of it counts. */
export interface PartialDate {
  readonly on: CalendarDay;
  readonly precision: Precision;
}

const MONTHS: Readonly<Record<string, number>> = {
  januar: 1, jänner: 1, jan: 1, februar: 2, feb: 2, märz: 3, maerz: 3, mär: 3, mrz: 3, april: 4, apr: 4, mai: 5, juni: 6, jun: 6, juli: 7, jul: 7,
  august: 8, aug: 8, september: 9, sep: 9, sept: 9, oktober: 10, okt: 10, november: 11, nov: 11, dezember: 12, dez: 12,
};
const two = (n: number): string => String(n).padStart(2, "0");
const plainDigits = (text: string): string => text.normalize("NFKC").replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (d) => String((d.codePointAt(0) ?? 0) & 0xf));

/** Two digits: this century where that is not to come, else the last one. */
const fullYear = (text: string, today: CalendarDay): number => {
  const year = Number(text);
  if (text.length > 2) return year;
  return 2000 + year <= Number(today.slice(0, 4)) ? 2000 + year : 1900 + year;
};

type Parts = readonly [day: number | null, month: number | null, year: string];

function partsOf(text: string): Parts | null {
  const worded = text.replace(/([a-zäöü]+)\.?/g, (all, word: string) => (MONTHS[word] === undefined ? all : ` ${MONTHS[word]} `));
  let m = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(worded);
  if (m !== null) return [m[3] === undefined ? null : Number(m[3]), Number(m[2]), m[1]!];
  m = /^(\d{2})(\d{2})(\d{4})$/.exec(worded);
  if (m !== null) return [Number(m[1]), Number(m[2]), m[3]!];
  const numbers = worded.split(/[\s./\-,]+/).filter((part) => part !== "");
  if (numbers.length === 0 || numbers.length > 3 || numbers.some((part) => !/^\d{1,4}$/.test(part))) return null;
  const [year, month, day] = numbers.toReversed() as [string, string | undefined, string | undefined];
  if (year.length === 3 || year.length === 1 || (month === undefined && year.length !== 4) || (month?.length ?? 0) > 2 || (day?.length ?? 0) > 2) return null;
  return [day === undefined ? null : Number(day), month === undefined ? null : Number(month), year];
}

const VAGUE = /(^|\s)(ca|circa|etwa|um|ungefähr|geschätzt|gesch|vermutlich|ungef)\.?(\s|$)|\?|~|≈|\(geschätzt\)/g;
/** "13.8.69", "08/1969", "1985?", "ca. 1985", "13. August 1969", "1969-08-13", "١٩٩٨": null where it is no date or no such day exists. */
export function readPartialDate(typed: string, today: CalendarDay): PartialDate | null {
  const lower = plainDigits(typed).trim().toLowerCase();
  const text = lower.replace(VAGUE, " ").replace(/^\*/, "").trim();
  const parts = partsOf(text);
  if (parts === null) return null;
  const [day, month, yearText] = parts;
  const year = fullYear(yearText, today);
  const on = parseCalendarDay(`${String(year).padStart(4, "0")}-${two(month ?? 1)}-${two(day ?? 1)}`);
  if (on === null || year < 1880 || year > 2200) return null;
  const isVague = text !== lower.replace(/^\*/, "").trim();
  return { on, precision: isVague ? "estimated" : month === null ? "year" : day === null ? "month" : "day" };
}

/** As German text that readPartialDate reads again. */
export function partialDateText({ on, precision }: PartialDate): string {
  if (precision === "day") return germanDay(on);
  if (precision === "month") return `${on.slice(5, 7)}/${on.slice(0, 4)}`;
  if (precision === "year") return on.slice(0, 4);
  return on.endsWith("-01-01") ? `${on.slice(0, 4)} (geschätzt)` : `${germanDay(on)} (geschätzt)`;
}

/** For matching, which knows what is missing by null. */
export function birthDateOf(date: PartialDate | null): BirthDate | null {
  if (date === null) return null;
  const [year, month, day] = date.on.split("-").map(Number) as [number, number, number];
  const knowsDay = date.precision === "day" || (date.precision === "estimated" && !date.on.endsWith("-01-01"));
  return { year, month: knowsDay || date.precision === "month" ? month : null, day: knowsDay ? day : null, estimated: date.precision === "estimated" };
}
