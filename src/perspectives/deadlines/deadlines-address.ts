import { z } from "zod";
import { allRules } from "../../rules/index.ts";
import type { DayKey } from "./upcoming-days.sql.ts";
import { type DayKind, PAPER } from "./upcoming-days.ts";
import { KIND_NOUNS } from "./deadline-words.ts";

export const MONTHS = [3, 6, 12] as const;
export const RULES: readonly string[] = [PAPER, "RECHTSKREIS", ...allRules.map((rule) => rule.id).filter((id) => id !== "RECHTSKREIS")];

/** What an address may say; anything else is as if it were not there, so that no old link ends in an error. */
export const deadlineQuery = z.object({
  monate: z.coerce.number().catch(6).transform((n) => (MONTHS as readonly number[]).includes(n) ? n : 6).default(6),
  regel: z.string().catch("").transform((id) => (RULES.includes(id) ? id : null)).default(null),
  art: z.string().catch("").transform((kind): DayKind | null => (Object.hasOwn(KIND_NOUNS, kind) ? (kind as DayKind) : null)).default(null),
  nach: z.string().max(200).catch("").default(""),
});
export type DeadlineQuery = z.output<typeof deadlineQuery>;

export function addressOf(query: Partial<DeadlineQuery>, path = "/fristen"): string {
  const parts = new URLSearchParams();
  if (query.monate !== undefined && query.monate !== 6) parts.set("monate", String(query.monate));
  if (query.regel) parts.set("regel", query.regel);
  if (query.art) parts.set("art", query.art);
  if (query.nach) parts.set("nach", query.nach);
  return parts.size === 0 ? path : `${path}?${parts}`;
}

const CURSOR = /^(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})~([A-Z0-9_]{2,40})~(opens|closes|switch|ends)$/;
export const cursorOf = (row: { day: string; person_id: string; rule: string; kind: string }): string => `${row.day}~${row.person_id}~${row.rule}~${row.kind}`;
export function readCursor(text: string): DayKey | null {
  const found = CURSOR.exec(text);
  if (found === null || Number.isNaN(Date.parse(found[1]!)) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(found[2]!)) return null;
  return { day: found[1]!, person: found[2]!, rule: found[3]!, kind: found[4]! };
}
