import { z } from "zod";
import { parseCalendarDay } from "../../kernel/calendar-day.ts";
import { isId } from "../../kernel/id.ts";
import type { Paging } from "../../ui/index.ts";

/** The last line of the page before. `open`: in the inbox what is open comes first; elsewhere always false. */
export interface LetterKey {
  readonly open: boolean;
  readonly at: string;
  readonly id: string;
}
export const LETTERS_A_PAGE = 50;
/** To the microsecond, as the database keeps it: a Date would cut it and lose lines of the same millisecond. */
export const AT = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const CURSOR = /^([oz])~([12]\d{3}-\d\d-\d\d)(T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z)~(.{36})$/;
export const cursorOf = (key: LetterKey): string => `${key.open ? "o" : "z"}~${key.at}~${key.id}`;
export function parseCursor(text: string | undefined): LetterKey | null {
  const [, place, day = "", time = "", id = ""] = CURSOR.exec(text ?? "") ?? [];
  return parseCalendarDay(day) !== null && isId(id) ? { open: place === "o", at: `${day}${time}`, id } : null;
}

/** What makes no sense in the address of a page begins at the beginning; the interface refuses it. */
export const pageQuery = z.object({ nach: z.string().max(120).optional().catch(undefined) });
export const apiQuery = z.object({ cursor: z.string().max(120).refine((text) => parseCursor(text) !== null).optional(), limit: z.coerce.number().int().min(1).max(200).default(LETTERS_A_PAGE) });

/** Of `most + 1` rows that were asked for: those to show, and where the next page goes on. */
export function cut<Row extends LetterKey>(rows: readonly Row[], most: number): { readonly rows: readonly Row[]; readonly next: string | null } {
  const last = rows[most - 1];
  return { rows: rows.slice(0, most), next: rows.length > most && last !== undefined ? cursorOf(last) : null };
}

/** Under a list of letters: on to the next page. "Zurück" is missing: the head of a later page leads to the beginning. */
export const pagingOf = (path: string, next: string | null, isLater: boolean, shown: number): Paging => ({
  summary: next === null && !isLater ? (shown === 1 ? "1 Schreiben" : `${shown} Schreiben`) : `${shown} Schreiben auf dieser Seite`,
  ...(next === null ? {} : { nextHref: `${path}?${new URLSearchParams({ nach: next }).toString()}` }),
});
