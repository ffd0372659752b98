import { germanDay, type CalendarDay } from "../../kernel/calendar-day.ts";
import type { Cell } from "./cell.ts";
import { dayFrom, readDateText, type DateParts } from "./date-text.ts";
import { check, clear, isBlank, unreadable, type Interpreted } from "./interpreted.ts";

/** A date as precise as it is known. `on` is set where the day is. */
export interface ReadDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  readonly estimated: boolean;
  readonly on: CalendarDay | null;
}

export interface ReadBirth extends ReadDate {
  readonly precision: "day" | "month" | "year" | "estimated";
  /** 1 January: often written where only the year is known */
  readonly placeholder: boolean;
}

/** Where dates of a field lie: births and what has happened not after today, follow-ups around it and later. */
export type DateKind = "birth" | "past" | "follow-up";

function fullYear(parts: DateParts, kind: DateKind, today: CalendarDay): number | null {
  const thisYear = Number(today.slice(0, 4));
  if (parts.year === null || !parts.shortYear) return parts.year;
  const here = 2000 + parts.year;
  if (kind === "follow-up") return here;
  // "26" in 2026 may be this year, unless the day is still to come
  const later = here > thisYear || (here === thisYear && (dayFrom(here, parts.month ?? 1, parts.day ?? 1) ?? today) > today);
  if (kind === "past" && here <= thisYear) return here;
  return later ? here - 100 : here;
}

/** A day without a year: the one nearest to today that the field allows. */
function assumedYear(parts: DateParts, kind: DateKind, today: CalendarDay): number | null {
  if (kind === "birth" || parts.month === null || parts.day === null) return null;
  const thisYear = Number(today.slice(0, 4));
  const here = dayFrom(thisYear, parts.month, parts.day);
  if (here === null) return null;
  if (kind === "follow-up") return here >= today ? thisYear : thisYear + 1;
  return here <= today ? thisYear : thisYear - 1;
}

interface Read {
  readonly date: ReadDate;
  readonly notes: readonly string[];
}

function complete(parts: DateParts, kind: DateKind, today: CalendarDay): Read | null {
  const notes = parts.assumed === undefined ? [] : [parts.assumed];
  let year = fullYear(parts, kind, today);
  if (year === null) {
    year = assumedYear(parts, kind, today);
    if (year === null) return null;
    notes.push(`Das Jahr fehlt; ${year} angenommen.`);
  }
  const bare: ReadDate = { year, month: parts.month, day: parts.day, estimated: parts.estimated, on: null };
  if (parts.month === null) return { date: bare, notes };
  if (parts.month < 1 || parts.month > 12) return { date: { ...bare, month: null, day: null }, notes: [...notes, `Den Monat ${parts.month} gibt es nicht; nur das Jahr übernommen.`] };
  if (parts.day === null) return { date: bare, notes };
  const on = dayFrom(year, parts.month, parts.day);
  if (on === null) return { date: { ...bare, month: null, day: null }, notes: [...notes, `Den Tag ${parts.day}.${parts.month}.${year} gibt es nicht; nur das Jahr übernommen.`] };
  return { date: { ...bare, on }, notes };
}

function plausibility(date: ReadDate, shortYear: boolean, kind: DateKind, today: CalendarDay): string | null {
  const shown = date.on === null ? String(date.year) : germanDay(date.on);
  const later = date.on === null ? date.year > Number(today.slice(0, 4)) : date.on > today;
  if (kind !== "follow-up" && later) return `${shown} liegt in der Zukunft.`;
  if (shortYear && date.year < Number(today.slice(0, 4)) - 95) return `Zweistelliges Jahr als ${date.year} gelesen.`;
  if (kind === "birth" && date.year < Number(today.slice(0, 4)) - 110) return `${shown} liegt mehr als 110 Jahre zurück.`;
  if (kind !== "birth" && (date.year < 1950 || date.year > Number(today.slice(0, 4)) + 20)) return `${shown} ist für dieses Feld unwahrscheinlich.`;
  return null;
}

function fromCell(cell: Cell): DateParts | null {
  if (cell.day === undefined) return readDateText(cell.text);
  return { year: Number(cell.day.slice(0, 4)), month: Number(cell.day.slice(5, 7)), day: Number(cell.day.slice(8, 10)), shortYear: false, estimated: false };
}

export function interpretDate(cell: Cell, kind: DateKind, today: CalendarDay): Interpreted<ReadDate> {
  if (isBlank(cell.text)) return clear<ReadDate>(null, cell.text);
  const parts = fromCell(cell);
  const read = parts === null ? null : complete(parts, kind, today);
  if (read === null) return unreadable(cell.text, `„${cell.text.trim().slice(0, 60)}“ ist kein Datum, das sich lesen lässt.`);
  const doubt = plausibility(read.date, parts?.shortYear === true, kind, today);
  const notes = doubt === null ? [...read.notes] : [...read.notes, doubt];
  if (read.date.on === null && kind !== "birth" && notes.length === 0) notes.push("Der genaue Tag fehlt.");
  if (notes.length > 0) return check(read.date, cell.text, notes.join(" "));
  return clear(read.date, cell.text);
}

export function interpretBirth(cell: Cell, today: CalendarDay): Interpreted<ReadBirth> {
  const read = interpretDate(cell, "birth", today);
  if (read.value === null) return { ...read, value: null };
  const date = read.value;
  if (date.year > Number(today.slice(0, 4)) || (date.on !== null && date.on > today)) return unreadable(cell.text, `${read.note ?? ""} Das kann kein Geburtsdatum sein.`.trim());
  const precision = date.estimated ? "estimated" : date.month === null ? "year" : date.day === null ? "month" : "day";
  const placeholder = date.month === 1 && date.day === 1;
  const value: ReadBirth = { ...date, precision, placeholder };
  const hint = placeholder ? "1. Januar: möglicherweise ist nur das Jahr bekannt." : precision === "estimated" ? "Als geschätzt übernommen." : precision === "year" ? "Nur das Jahr ist bekannt." : undefined;
  const note = [read.note, hint].filter((text) => text !== undefined).join(" ");
  return note === "" ? { ...read, value } : { ...read, value, note };
}
