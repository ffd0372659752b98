import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { dayOf, germanDay } from "../../kernel/calendar-day.ts";
import { findRule } from "../../rules/index.ts";
import type { PaperState } from "../office-words.ts";
import { type CheckRow, listChecks, listNotedPapers, type NotedPaperRow } from "./checks.sql.ts";
import { isFromTheOffice, normOf, titleOf } from "./rights.ts";

export interface CheckedPaper {
  /** place in its check: what forms call it by */
  readonly key: string;
  readonly condition: string;
  readonly evidence: string;
  readonly state: PaperState;
  readonly paperId: string | null;
  readonly isFromTheOffice: boolean;
  /** "Jens Otto, 20.11.2026"; empty while nobody has looked */
  readonly noted: string;
}
export interface CheckedCondition {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  readonly citation: string;
  readonly papers: readonly CheckedPaper[];
  /** something proves it, and nothing that was asked for is missing; or nothing is needed */
  readonly isComplete: boolean;
}
export interface ShownCheck {
  readonly id: string;
  readonly rule: string;
  readonly norm: string;
  readonly title: string;
  readonly openedOn: string;
  readonly openedBy: string;
  readonly closedOn: string | null;
  readonly closedBy: string;
  readonly conditions: readonly CheckedCondition[];
  readonly counts: Readonly<Record<PaperState, number>>;
  readonly complete: number;
}

const PROVES: ReadonlySet<PaperState> = new Set(["there", "seen"]);
/** Papers are mostly alternatives: one that proves suffices, unless another was asked for too. */
export const isProved = (states: readonly PaperState[]): boolean =>
  !states.includes("missing") && (states.some((s) => PROVES.has(s)) || (states.length > 0 && states.every((s) => s === "not_needed")));

function shownCheck(asking: Asking, row: CheckRow, noted: readonly NotedPaperRow[]): ShownCheck {
  const own = noted.filter((n) => n.check_id === row.id);
  const conditions = (findRule(row.rule)?.conditions ?? []).filter((c) => c.evidence.length > 0).map((c) => {
    const papers = c.evidence.map((evidence, i): CheckedPaper => {
      const note = own.find((n) => n.condition === c.id && n.evidence === evidence);
      return {
        key: `${c.id}:${i}`, condition: c.id, evidence, state: note?.state ?? "open", paperId: note?.paper_id ?? null, isFromTheOffice: isFromTheOffice(evidence),
        noted: note === undefined ? "" : `${note.set_name}, ${germanDay(dayOf(note.set_at, asking.app.config.timeZone))}`,
      };
    });
    return { id: c.id, title: c.title, sentence: c.sentence, citation: c.citation, papers, isComplete: isProved(papers.map((p) => p.state)) };
  });
  const counts: Record<PaperState, number> = { open: 0, there: 0, seen: 0, missing: 0, not_needed: 0 };
  for (const paper of conditions.flatMap((c) => c.papers)) counts[paper.state] += 1;
  return {
    id: row.id, rule: row.rule, norm: normOf(row.rule), title: titleOf(row.rule), openedOn: germanDay(row.opened_on), openedBy: row.opened_name, closedOn: row.closed_on === null ? null : germanDay(row.closed_on), closedBy: row.closed_name,
    conditions, counts, complete: conditions.filter((c) => c.isComplete).length,
  };
}

/** All checks of a person in two statements, the running ones first. */
export async function readChecks(tx: ReadTx, asking: Asking, personId: string): Promise<ShownCheck[]> {
  const [rows, noted] = [await listChecks(tx, personId), await listNotedPapers(tx, personId)];
  return rows.map((row) => shownCheck(asking, row, noted));
}
