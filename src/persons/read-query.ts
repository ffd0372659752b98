import type { CalendarDay } from "../kernel/calendar-day.ts";
import { birthKeys, queryKeys } from "./matching/index.ts";
import { numberKey } from "./keys.ts";
import { birthDateOf, readPartialDate } from "./partial-date.ts";

export interface Query {
  readonly caseNumber: string | null;
  /** what of it is a name */
  readonly name: string;
  /** a person fits who has a key of every group */
  readonly groups: readonly (readonly string[])[];
  /** something was typed that cannot be searched for */
  readonly isUnreadable: boolean;
}

const WORDED_DATE = /\d{1,2}\.?\s*(jan|feb|mär|maer|mrz|apr|mai|jun|jul|aug|sep|okt|nov|dez)[a-zäöü]*\.?\s*\d{2,4}/giu;
const NUMBERS = /[+(]?\p{Nd}[\p{Nd}\s()./+\-–]*\p{Nd}\??|\p{Nd}\??/gu;

const dateKeys = (text: string, today: CalendarDay): string[] => {
  const date = readPartialDate(text, today);
  if (date === null) return [];
  const keys = birthKeys(birthDateOf(date));
  const days = keys.filter((key) => key.startsWith("b:"));
  // a whole day asks for that day; only a year asks for the year
  return days.length > 0 ? days : [...keys];
};

/** What somebody typed into the one box: a case number, dates, telephone numbers, and the rest as a name. */
export function readQuery(text: string, today: CalendarDay): Query {
  const typed = text.normalize("NFKC").trim().slice(0, 200);
  const caseNumber = /^(?:fall\s*)?(\d{4}-\d{4,7})$/i.exec(typed)?.[1] ?? null;
  if (caseNumber !== null) return { caseNumber, name: "", groups: [], isUnreadable: false };
  const groups: string[][] = [];
  let isUnreadable = false;
  const take = (piece: string): string => {
    const number = numberKey(piece);
    const keys = [...dateKeys(piece, today), ...(number === null ? [] : [number])];
    if (keys.length === 0) isUnreadable = true;
    else groups.push(keys);
    return " ";
  };
  const name = typed.replace(WORDED_DATE, take).replace(NUMBERS, take).replace(/[*?]/g, " ").replace(/\s+/g, " ").trim();
  const names = queryKeys(name);
  if (name !== "" && names.length === 0) isUnreadable = true;
  return { caseNumber, name, groups: [...groups, ...names], isUnreadable: isUnreadable || groups.length + names.length === 0 };
}
