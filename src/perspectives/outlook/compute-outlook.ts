import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { allRules, type ConditionTrace, type EarliestDays, earliestDaysOfAll, explain, factCatalogue, type FactInput, type Facts, factsOnDay, paths, readFacts, type Rule, type Trace } from "../../rules/index.ts";
import { isAdverse, withNothingAdverse } from "./left-open.ts";
import { changesOf, daysThatCount, papersOf, systemsOf, windowsOf } from "./days.ts";
import { stepsOf } from "./next-steps.ts";
import type { ConditionView, Missing, OtherRule, Outlook, RightView } from "./outlook.ts";
import { factQuestion, isBad, isGood, valueWords } from "./outlook-words.ts";
import { relevanceOf } from "./relevance.ts";
import { wordingsOf } from "./statutes.ts";
import { officeOf } from "./with-whom.ts";

/** The paper of § 104c is no right to come, but the rule of its application is: see relevance. */
const RULES: readonly Rule[] = allRules.filter((rule) => rule.id !== "AUFENTHG_104C_1");

/**
 * Everything that the law says of one person on one day, ready to be shown. Pure. `printedEnd`: the last day printed on the paper,
 * where the facts leave it open.
 */
export function outlookOf(facts: FactInput, today: CalendarDay, printedEnd: CalendarDay | null = null): Outlook {
  const input = prolonged(facts, today);
  // strictly: what is known; else as if nothing that nobody asks for were the case
  const strict = factsOnDay(readFacts(factCatalogue, input).facts, today);
  const told = readFacts(factCatalogue, withNothingAdverse(input)).facts;
  const onDay = factsOnDay(told, today);
  const all = earliestDaysOfAll(RULES, told, today, { today });
  const seen = RULES.map((rule, index) => ({ rule, days: all[index]!, relevance: relevanceOf(rule.id, onDay) }));
  const papers = papersOf(facts).map((paper) => (paper.to === null && paper.from <= today && printedEnd !== null && printedEnd >= today ? Object.assign({}, paper, { to: printedEnd }) : paper));
  const paperEnds = papers.findLast((paper) => paper.from <= today && (paper.to === null || paper.to >= today))?.to ?? printedEnd;
  const rights = seen.filter((one) => one.relevance.place === "now").map(({ rule, days, relevance }) => rightOf(rule, days, relevance.why, { onDay, strict, today, paperEnds })).toSorted(byUrgency);
  const word = told.get("status");
  return {
    status: typeof word === "string" ? word : "",
    paperEnds,
    rights,
    goals: seen.filter((one) => one.relevance.place === "goal").map(otherOf),
    others: seen.filter((one) => one.relevance.place === "other").map(otherOf),
    papers,
    windows: windowsOf(rights, today),
    systems: systemsOf(all.find((days) => days.rule === "RECHTSKREIS")),
    days: daysThatCount(rights, paperEnds, today),
    ways: shortest(paths(told, today, { today })),
    missing: mostWanted(rights),
  };
}

/** Papers are renewed while things stay as they are; § 104c is not: what ends with it must be seen. */
export function prolonged(facts: FactInput, today: CalendarDay): FactInput {
  const stay = facts["stay"];
  if (!Array.isArray(stay)) return facts;
  const held = (stay as readonly Record<string, unknown>[]).findLast(({ from, to }) => typeof from === "string" && from <= today && (to === null || (typeof to === "string" && to >= today)));
  return { ...facts, stay: stay.map((paper) => (paper === held && paper["basis"] !== "AE_104C" ? Object.assign({}, paper, { to: null }) : paper)) };
}

/** The same steps in another order, or with a detour, help nobody: the first three, one of each goal at least. */
function shortest(ways: Outlook["ways"]): Outlook["ways"] {
  const first = ways.slice(0, 2);
  const other = ways.find((way) => !first.some((known) => known.to === way.to)) ?? ways[2];
  return other === undefined || first.includes(other) ? first : [...first, other];
}

const otherOf = ({ rule, days, relevance }: { rule: Rule; days: EarliestDays; relevance: { why: string } }): OtherRule => ({
  rule: rule.id, title: rule.title, norm: rule.norm, outcome: days.segments[0]?.outcome ?? null, from: days.metFrom ?? days.possibleFrom, why: relevance.why,
});

interface Seen {
  readonly onDay: Facts;
  readonly strict: Facts;
  readonly today: CalendarDay;
  readonly paperEnds: CalendarDay | null;
}

function rightOf(rule: Rule, days: EarliestDays, why: string, { onDay, strict, today, paperEnds }: Seen): RightView {
  const trace = explain(rule, onDay, today, { today });
  const known = explain(rule, strict, today, { today });
  const reserved = known.result.kind === "answer" ? known.result.missing.filter(isAdverse).map(missingOf) : [];
  const conditions = trace.conditions.map((condition, index) => conditionOf(condition, days, { isStrictlyOpen: known.conditions[index]?.state === "unknown", strict, today }));
  const outcome = trace.result.kind === "answer" ? trace.result.outcome : null;
  const missing = trace.result.kind === "answer" ? trace.result.missing.map(missingOf) : [];
  const isAhead = outcome !== null && isBad(outcome);
  const right = {
    rule: rule.id, title: rule.title, norm: rule.norm, group: rule.group, gives: rule.gives, why, outcome, line: lineOf(trace),
    possibleFrom: isAhead ? days.possibleFrom : null, metFrom: isAhead ? days.metFrom : null, closesOn: rule.kind === "right" && days.closesOn !== null && days.closesOn > today ? days.closesOn : null,
    changes: rule.kind === "table" ? changesOf(days.segments).slice(1, 4).map(({ from, outcome: then }) => ({ from, outcome: then })) : [],
    conditions, missing, reserved, notes: rule.notes ?? [], office: officeOf(rule, outcome),
    isUnverified: conditions.some((condition) => condition.thresholds.some((threshold) => threshold.isUnverified)),
  };
  return { ...right, steps: stepsOf(right, paperEnds) };
}

const missingOf = (key: string): Missing => ({ key, question: factQuestion(key), isAdverse: factCatalogue.get(key)?.adverse === true });

function lineOf({ result, rows }: Trace): RightView["line"] {
  const row = result.kind === "answer" && result.outcome !== "OFFEN" ? rows.find((one) => one.applies === "yes") : undefined;
  return row === undefined ? null : { sentence: row.sentence, citation: row.citation, wordings: wordingsOf(row.citation) };
}

function conditionOf(trace: ConditionTrace, days: EarliestDays, { isStrictlyOpen, strict, today }: { isStrictlyOpen: boolean; strict: Facts; today: CalendarDay }): ConditionView {
  const own = days.conditions.find((one) => one.id === trace.id);
  const metFrom = own?.metFrom ?? own?.possibleFrom ?? null;
  const isLater = trace.state !== "met" && trace.state !== "bridged" && metFrom !== null && metFrom > today;
  return {
    id: trace.id, title: trace.title, sentence: trace.sentence, citation: trace.citation, state: trace.state, isReserved: trace.state === "met" && isStrictlyOpen,
    metFrom: isLater ? metFrom : null, endsOn: own?.endsOn ?? null,
    values: Object.entries(trace.values).filter(([key, value]) => value !== null && !(isAdverse(key) && (strict.get(key) ?? null) === null)).map(([key, value]) => ({ key, question: factQuestion(key), value: valueWords(key, value) })),
    missing: trace.missing.map(missingOf), thresholds: trace.thresholds, evidence: trace.evidence, isFinding: trace.isFinding,
    bridge: trace.bridge?.sentence ?? null, remedy: trace.remedy, wordings: wordingsOf(trace.citation),
  };
}

const GROUPS = ["aufenthalt", "duldung", "niederlassung", "einbuergerung", "kurs", "leistung"];
const hope = (right: RightView): number => (right.outcome === null ? 9 : isGood(right.outcome) ? 0 : !isBad(right.outcome) ? 1 : right.possibleFrom !== null ? 2 : 3);
/** What can be had first, then what is open, then by day; courses and benefits after the papers. */
function byUrgency(a: RightView, b: RightView): number {
  const aside = (right: RightView): number => Number(right.group === "kurs" || right.group === "leistung");
  return aside(a) - aside(b) || hope(a) - hope(b) || (a.closesOn ?? "9999").localeCompare(b.closesOn ?? "9999") || (a.possibleFrom ?? "9999").localeCompare(b.possibleFrom ?? "9999") || GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group);
}

/** The questions that most of these rights wait for. */
function mostWanted(rights: readonly RightView[]): readonly Missing[] {
  const waiting = new Map<string, { readonly missing: Missing; count: number }>();
  for (const right of rights) for (const missing of right.missing) {
    const known = waiting.get(missing.key);
    if (known === undefined) waiting.set(missing.key, { missing, count: 1 });
    else known.count += 1;
  }
  return [...waiting.values()].filter(({ missing }) => !missing.isAdverse).toSorted((a, b) => b.count - a.count).map(({ missing }) => missing);
}

