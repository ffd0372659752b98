import { z } from "zod";
import { type CalendarDay, addMonths, parseCalendarDay } from "../../kernel/calendar-day.ts";
import type { OfficeFilter, OfficeSort } from "./office-list.sql.ts";

export const OFFICE_LIST_SIZE = 50;
const SORT_WORDS = { faellig: "due", name: "name", titel: "until" } as const satisfies Record<string, OfficeSort>;
const DUE_WORDS = { ueberfaellig: "overdue", heute: "today", woche: "week" } as const;

const plain = (longest: number) => z.string().max(longest).refine((text) => !text.includes("\0")).trim().optional().catch(undefined);
/** The address holds the whole state of the list; what it does not understand, it ignores. */
export const officeQuery = z.object({
  q: plain(100),
  faellig: z.enum(["ueberfaellig", "heute", "woche"]).optional().catch(undefined),
  meine: z.literal("ja").optional().catch(undefined),
  pruefung: plain(40),
  status: plain(300),
  ablauf: z.enum(["3", "6", "12"]).optional().catch(undefined),
  sortierung: z.enum(["faellig", "name", "titel"]).catch("faellig"),
  nach: plain(60),
  vor: plain(60),
});
export type OfficeQuery = z.output<typeof officeQuery>;

export const sortOf = (query: OfficeQuery): OfficeSort => SORT_WORDS[query.sortierung];
export const filterOf = (query: OfficeQuery, today: CalendarDay, ids: readonly string[] | null): OfficeFilter => ({
  ids, due: query.faellig === undefined ? null : DUE_WORDS[query.faellig], mine: query.meine === "ja", check: query.pruefung === "fehlt" ? "missing" : (query.pruefung || null), status: query.status || null,
  untilBefore: query.ablauf === undefined ? null : addMonths(today, Number(query.ablauf)),
});

export interface OfficeKey {
  readonly value: string | null;
  readonly id: string;
}
const CURSOR = /^(?:(\d{4}-\d{2}-\d{2}|infinity)_)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
export const cursorOf = (key: OfficeKey): string => (key.value === null ? key.id : `${key.value}_${key.id}`);
export function parseCursor(text: string | undefined): OfficeKey | null {
  const found = CURSOR.exec(text ?? "");
  if (found === null) return null;
  const [, value, id] = found;
  return value !== undefined && value !== "infinity" && parseCalendarDay(value) === null ? null : { value: value ?? null, id: id! };
}

/** The address with something changed (null takes it away). Paging starts anew unless it is what changes. */
export function officeAddress(query: OfficeQuery, change: Partial<Record<keyof OfficeQuery, string | null>> = {}): string {
  const { nach: _after, vor: _before, ...rest } = query;
  const next = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...rest, ...change })) if (value && !(name === "sortierung" && value === "faellig")) next.set(name, value);
  const text = next.toString();
  return text === "" ? "/vorgaenge" : `/vorgaenge?${text}`;
}
