import { addDays, type CalendarDay, germanDay } from "../kernel/calendar-day.ts";
import type { Fact } from "./fact.ts";

export interface ResidenceSpan {
  readonly fact: Fact;
  readonly from: CalendarDay | null;
  readonly until: CalendarDay | null;
}

export interface ResidenceHistory {
  /** newest first */
  readonly spans: readonly ResidenceSpan[];
  /** what does not fit together, in sentences to ask about and never to correct by itself */
  readonly doubts: readonly string[];
}

const dayOf = (fact: Fact, name: "from" | "until"): CalendarDay | null => {
  const value = fact.values[name];
  return typeof value === "string" && value !== "" ? (value as CalendarDay) : null;
};

/** In the order of time, with the gaps and overlaps between two entries whose days are known. */
export function residenceHistory(facts: readonly Fact[]): ResidenceHistory {
  const spans = facts.map((fact) => ({ fact, from: dayOf(fact, "from"), until: dayOf(fact, "until") })).toSorted((a, b) => (b.from ?? "").localeCompare(a.from ?? "") || (b.until ?? "9999").localeCompare(a.until ?? "9999"));
  const dated = spans.filter((span): span is ResidenceSpan & { from: CalendarDay } => span.from !== null).toReversed();
  const doubts: string[] = [];
  // the latest end so far: an entry may lie within another
  let end: CalendarDay | null = dated[0]?.until ?? null;
  for (const next of dated.slice(1)) {
    if (end === null || next.from <= end) doubts.push(end === null ? `Vor dem ${germanDay(next.from)} gilt noch ein Eintrag ohne Ende.` : `Vom ${germanDay(next.from)} an überschneiden sich zwei Einträge.`);
    else if (addDays(end, 1) < next.from) doubts.push(`Vom ${germanDay(addDays(end, 1))} bis ${germanDay(addDays(next.from, -1))} steht nichts.`);
    end = next.until === null || (end !== null && end > next.until) ? (next.until === null ? null : end) : next.until;
  }
  return { spans, doubts };
}

/** What a new entry would follow: the one open entry of that record that began before. */
export function openBefore(facts: readonly Fact[], recordId: string, from: CalendarDay): Fact | undefined {
  const open = facts.filter((fact) => fact.recordId === recordId && dayOf(fact, "until") === null && (dayOf(fact, "from") ?? "") < from);
  return open.length === 1 ? open[0] : undefined;
}
