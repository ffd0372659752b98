import { z } from "zod";
import { isPhase } from "../../cases/index.ts";
import { type CaseFilter, type CaseListAsked, type CaseSort, type CaseState, type ListKey } from "../../cases/reading/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";

/** Columns that the reader may choose; the name is always there. */
export const LIST_COLUMNS = {
  number: "Fall",
  phase: "Phase",
  persons: "Personen",
  born: "Geboren",
  lead: "Zuständig",
  due: "Fällig",
  contact: "Letzter Kontakt",
  opened: "Beginn",
} as const;
export type ListColumn = keyof typeof LIST_COLUMNS;
const USUAL: readonly ListColumn[] = ["number", "phase", "persons", "lead", "due", "contact"];

const several = z.preprocess((raw) => (raw === undefined || raw === "" ? [] : Array.isArray(raw) ? raw : [raw]), z.array(z.string().max(40)).max(20));
const STATE_WORDS = { laufend: "running", beendet: "ended", alle: "all" } as const satisfies Record<string, CaseState>;
const SORT_WORDS = { name: "name", faellig: "due", kontakt: "contact" } as const satisfies Record<string, CaseSort>;
const keyOf = <T extends string>(words: Readonly<Record<string, T>>, value: T): string => Object.keys(words).find((word) => words[word] === value)!;

/** The address holds the whole state of the list; what it does not understand, it ignores. */
const asked = z.object({
  q: z.string().max(100).refine((text) => !text.includes("\0")).trim().optional().catch(undefined),
  stand: z.enum(["laufend", "beendet", "alle"]).catch("laufend"),
  phase: z.string().refine(isPhase).optional().catch(undefined),
  zustaendig: z.union([z.uuid(), z.enum(["niemand", "ich"])]).optional().catch(undefined),
  vertretung: z.literal("ja").optional().catch(undefined),
  ueberfaellig: z.literal("ja").optional().catch(undefined),
  sortierung: z.enum(["name", "faellig", "kontakt"]).catch("name"),
  ab: z.literal("ja").optional().catch(undefined),
  spalten: several.catch([]),
  nach: z.string().max(300).optional().catch(undefined),
  vor: z.string().max(300).optional().catch(undefined),
  /** nothing was asked for: the list begins with the first saved view */
  isBare: z.boolean().catch(false),
});
export const listQuery = z.preprocess((raw) => ({ ...(raw as object), isBare: Object.keys((raw ?? {}) as object).length === 0 }), asked);
export type ListQuery = z.output<typeof listQuery>;

/** An address as text, read as the list reads it: only its own words are left. */
export function queryOf(text: string): ListQuery {
  const typed: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) typed[name] = name in typed ? [typed[name]!, value].flat() : value;
  return listQuery.parse(typed);
}

export const LIST_SIZE = 50;

const CURSOR = /^(?:(\d{4}(?:-\d{2}-\d{2})?)_)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/** By name the case's id alone: names in addresses would end up in logs and histories. */
export const cursorOf = (key: ListKey): string => (key.value === null ? key.id : `${key.value}_${key.id}`);
export function parseCursor(text: string | undefined): ListKey | null {
  const found = CURSOR.exec(text ?? "");
  return found === null ? null : { value: found[1] ?? null, id: found[2]! };
}

export function filterOf(query: ListQuery, facts: { me: string; today: CalendarDay }): CaseFilter {
  const lead = query.zustaendig === "niemand" ? "none" : query.zustaendig === "ich" ? facts.me : (query.zustaendig ?? null);
  return {
    state: STATE_WORDS[query.stand],
    phase: query.phase ?? null,
    lead,
    standsIn: query.vertretung === "ja",
    overdueOn: query.ueberfaellig === "ja" ? facts.today : null,
    text: query.q ?? "",
  };
}

export const sortOf = (query: ListQuery): Pick<CaseListAsked, "sort" | "descending"> => ({ sort: SORT_WORDS[query.sortierung], descending: query.ab === "ja" });
export const sortWord = (sort: CaseSort): string => keyOf(SORT_WORDS, sort);

/** In their usual order, whatever order the address names them in. */
export const columnsOf = (query: ListQuery): readonly ListColumn[] => {
  const chosen = (Object.keys(LIST_COLUMNS) as ListColumn[]).filter((column) => query.spalten.includes(column));
  return chosen.length === 0 ? USUAL : chosen;
};

export type ListChange = Partial<Record<Exclude<keyof ListQuery, "isBare">, string | readonly string[] | null>>;

/** Without any filter; the bare address would lead to the first saved view. */
export const ALL_RUNNING = "/faelle?stand=laufend";

/** The address of the list with something changed (null takes it away). Paging starts anew unless it is what changes. */
export function listAddress(query: ListQuery, change: ListChange = {}, path = "/faelle"): string {
  const { nach: _after, vor: _before, isBare: _bare, ...rest } = query;
  const next = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...rest, ...change })) {
    if (value === null || value === undefined || value === "" || (name === "stand" && value === "laufend") || (name === "sortierung" && value === "name")) continue;
    for (const one of Array.isArray(value) ? value : [value]) next.append(name, String(one));
  }
  const text = next.toString();
  return `${path}?${text === "" ? "stand=laufend" : text}`;
}
