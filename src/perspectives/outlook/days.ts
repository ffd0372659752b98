import { addMonths, type CalendarDay } from "../../kernel/calendar-day.ts";
import type { EarliestDays, FactInput } from "../../rules/index.ts";
import type { DayThatCounts, RightView, Span } from "./outlook.ts";
import { isBad, OUTCOMES, statusWords } from "./outlook-words.ts";

/** The papers held, oldest first; those that follow each other on the same footing are one. */
export function papersOf(input: FactInput): readonly Span[] {
  const stay = Array.isArray(input["stay"]) ? (input["stay"] as readonly Record<string, unknown>[]) : [];
  const spans = stay.flatMap(({ basis, from, to }) => (typeof basis === "string" && typeof from === "string" ? [{ label: statusWords(basis), from: from as CalendarDay, to: typeof to === "string" ? (to as CalendarDay) : null, kind: kindOf(basis) }] : []));
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const last = merged.at(-1);
    if (last !== undefined && last.label === span.label && last.to !== null && Date.parse(span.from) - Date.parse(last.to) <= 2 * 86_400_000) merged[merged.length - 1] = { ...last, to: span.to };
    else merged.push(span);
  }
  return merged;
}
const kindOf = (basis: string): string => (/^(AE|NE)/.test(basis) ? "title" : /^(DULDUNG|GUEB|VOLLZIEHBAR)/.test(basis) ? "tolerated" : "pending");

/** From when until when each right may be had; what time does not bring has no window. */
export const windowsOf = (rights: readonly RightView[], today: CalendarDay): readonly Span[] =>
  rights.flatMap((right) => {
    if (right.group === "leistung" || right.group === "kurs" || right.rule === "AUFENTHG_104C_NF") return [];
    const from = right.outcome !== null && isBad(right.outcome) ? (right.metFrom ?? right.possibleFrom) : today;
    return from === null || right.outcome === null ? [] : [{ label: right.norm, from, to: right.closesOn, kind: right.outcome === "OFFEN" || (right.metFrom === null && isBad(right.outcome)) ? "open" : "met" }];
  });

/** Who pays from when on; what is named the same is one, though another question keeps it open. */
export const systemsOf = (days: EarliestDays | undefined): readonly Span[] =>
  changesOf(days?.segments ?? []).slice(0, 4).map(({ from, until, outcome }) => ({ label: OUTCOMES[outcome].word, from, to: until, kind: outcome === "OFFEN" ? "open" : outcome.startsWith("ASYLBLG") ? "asylblg" : "other" }));

export function changesOf(segments: EarliestDays["segments"]): readonly Pick<EarliestDays["segments"][number], "from" | "until" | "outcome">[] {
  const kept = segments.filter((segment, i) => i === 0 || segment.outcome !== segments[i - 1]!.outcome);
  return kept.map(({ from, outcome }, i) => ({ from, outcome, until: kept[i + 1]?.from ?? segments.at(-1)!.until }));
}

/** That the old-age pension begins in 29 years helps nobody in this talk. */
const YEARS_TOLD = 10;

/** What happens by the calendar alone, the next first. */
export function daysThatCount(rights: readonly RightView[], paperEnds: CalendarDay | null, today: CalendarDay): readonly DayThatCounts[] {
  const days: DayThatCounts[] = paperEnds !== null && paperEnds >= today ? [{ day: paperEnds, what: "Das Aufenthaltspapier endet", rule: null }] : [];
  for (const right of rights) {
    const opens = right.metFrom ?? right.possibleFrom;
    if (opens !== null && opens > today) days.push({ day: opens, what: `${right.norm} wird ${right.metFrom === null ? "möglich" : "erfüllt"}`, rule: right.rule });
    if (right.closesOn !== null) days.push({ day: right.closesOn, what: right.group === "leistung" ? `${right.title} endet` : `${right.norm}: Das Fenster schließt sich`, rule: right.rule });
    for (const change of right.changes.slice(0, 1).filter(({ outcome }) => outcome !== "OFFEN")) days.push({ day: change.from, what: right.rule === "RECHTSKREIS" ? `Die Leistung wechselt: ${OUTCOMES[change.outcome].word}` : `${right.title}: ${OUTCOMES[change.outcome].word}`, rule: right.rule });
  }
  const last = addMonths(today, YEARS_TOLD * 12);
  return days.filter(({ day }) => day <= last).toSorted((a, b) => a.day.localeCompare(b.day));
}
