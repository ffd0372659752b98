import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { Outcome } from "../../rules/index.ts";
import type { Outlook, RightView } from "./outlook.ts";

export interface ComparedRight {
  readonly rule: string;
  readonly title: string;
  readonly norm: string;
  readonly before: Side | null;
  readonly after: Side | null;
  readonly isChanged: boolean;
}
export interface Side {
  readonly outcome: Outcome | null;
  /** by time alone from this day, where it is not yet so */
  readonly from: CalendarDay | null;
  readonly closesOn: CalendarDay | null;
  /** how many conditions fail or are open */
  readonly left: number;
}

/** Right by right, what was and what would be; what moves first. */
export function compareOutlooks(before: Outlook, after: Outlook): readonly ComparedRight[] {
  const ids = [...new Set([...after.rights, ...before.rights].map((right) => right.rule))];
  const compared = ids.map((rule) => {
    const [was, is] = [before.rights.find((r) => r.rule === rule), after.rights.find((r) => r.rule === rule)];
    const shown = (is ?? was)!;
    const [left, right] = [sideOf(was), sideOf(is)];
    return { rule, title: shown.title, norm: shown.norm, before: left, after: right, isChanged: JSON.stringify(left) !== JSON.stringify(right) };
  });
  return compared.toSorted((a, b) => Number(b.isChanged) - Number(a.isChanged));
}

const sideOf = (right: RightView | undefined): Side | null =>
  right === undefined ? null : { outcome: right.outcome, from: right.metFrom ?? right.possibleFrom, closesOn: right.closesOn, left: right.conditions.filter((one) => one.state === "unmet" || one.state === "unknown").length };
