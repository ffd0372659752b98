import { parseCalendarDay, type CalendarDay } from "../../kernel/calendar-day.ts";
import { dayOfSerial } from "./excel-serial.ts";
import { fold } from "./interpreted.ts";

/** A date as typed: the parts that stand there. `shortYear` says that the century is still open. */
export interface DateParts {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly shortYear: boolean;
  readonly estimated: boolean;
  /** what had to be assumed, in German */
  readonly assumed?: string;
}

const MONTHS = ["jan", "feb", "maer", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"];
const MONTH_ALIASES: Readonly<Record<string, number>> = { mrz: 3, mar: 3, mae: 3, jaenner: 1, feber: 2, may: 5, oct: 10, dec: 12 };

function monthOf(word: string): number | null {
  const alias = MONTH_ALIASES[word] ?? MONTH_ALIASES[word.slice(0, 3)];
  if (alias !== undefined) return alias;
  const at = MONTHS.findIndex((start) => word.startsWith(start));
  return at === -1 ? null : at + 1;
}

export const two = (n: number): string => String(n).padStart(2, "0");
export const dayFrom = (year: number, month: number, day: number): CalendarDay | null => parseCalendarDay(`${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`);

type Build = (m: RegExpExecArray) => DateParts | null;
const parts = (year: string | null, month: number | null, day: string | null, assumed?: string): DateParts => ({
  year: year === null ? null : Number(year), month, day: day === null ? null : Number(day), shortYear: year !== null && year.length <= 2, estimated: false, ...(assumed === undefined ? {} : { assumed }),
});

function dayMonthYear(m: RegExpExecArray): DateParts {
  const [, a = "", b = "", year = ""] = m;
  // 12/31/1998 can only be the American order
  if (Number(b) > 12 && Number(a) <= 12) return parts(year, Number(a), b, "Als Monat/Tag/Jahr gelesen, weil es keinen so hohen Monat gibt.");
  return parts(year, Number(b), a);
}

const FORMS: readonly (readonly [RegExp, Build])[] = [
  [/^(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})$/, dayMonthYear],
  [/^(\d{4})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})$/, (m) => parts(m[1] ?? null, Number(m[2]), m[3] ?? null)],
  [/^(\d{1,2})[. ]{0,2}([a-z]{3,9})[. ]{0,2}(\d{4}|'?\d{2})$/, (m) => named(m[2] ?? "", m[3] ?? "", m[1] ?? null)],
  [/^([a-z]{3,9})[. /]{0,2}(\d{4}|'?\d{2})$/, (m) => named(m[1] ?? "", m[2] ?? "", null)],
  [/^(\d{1,2})\s?[./-]\s?(\d{4})$/, (m) => parts(m[2] ?? null, Number(m[1]), null)],
  [/^(\d{4})-(\d{1,2})$/, (m) => parts(m[1] ?? null, Number(m[2]), null)],
  [/^(1[89]\d\d|20\d\d)$/, (m) => parts(m[1] ?? null, null, null)],
  [/^(\d{2})(\d{2})((?:19|20)\d{2})$/, (m) => parts(m[3] ?? null, Number(m[2]), m[1] ?? null, "Acht Ziffern als Tag, Monat, Jahr gelesen.")],
  [/^(\d{1,2})\.\s?(\d{1,2})\.?$/, (m) => parts(null, Number(m[2]), m[1] ?? null)],
];

function named(word: string, year: string, day: string | null): DateParts | null {
  const month = monthOf(word);
  return month === null ? null : parts(year.replace("'", ""), month, day);
}

function serial(text: string): DateParts | null {
  if (!/^\d{4,5}(\.\d+)?$/.test(text)) return null;
  const day = dayOfSerial(Number(text));
  if (day === null || Number(text) < 3000 || Number(text) > 80_000) return null;
  return parts(day.slice(0, 4), Number(day.slice(5, 7)), day.slice(8, 10), "Als Tageszahl von Excel gelesen.");
}

/** Reads a date in the ways people type them; null where it is none. Whether the day exists is for the caller. */
export function readDateText(text: string): DateParts | null {
  const folded = fold(text);
  const estimated = /\?|~|\b(ca|circa|etwa|ungefaehr|geschaetzt|vermutlich|um|evtl)\b/.test(folded);
  const bare = folded
    .replace(/\b(ca|circa|etwa|ungefaehr|geschaetzt|vermutlich|um|evtl|geb|geboren|am|seit|ab|bis|jahrgang|jg|vor)\b\.?|[?~*]/g, " ")
    .replace(/\(\s*\)/g, " ")
    .replace(/^\s*(mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b[.,]?/, " ")
    .replace(/[ t]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s?(z|uhr)?$/, "")
    .replace(/\s+/g, " ")
    .replace(/[,;]$/, "")
    .trim();
  for (const [form, build] of FORMS) {
    const match = form.exec(bare);
    const found = match === null ? null : build(match);
    if (found !== null) return estimated ? { ...found, estimated } : found;
  }
  const counted = serial(bare);
  return counted === null || !estimated ? counted : { ...counted, estimated };
}
