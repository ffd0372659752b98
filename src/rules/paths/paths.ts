import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { getRule } from "../all-rules.ts";
import { afterMonths, dayNumber, dayOfNumber, monthsComplete, NEVER, type DayNumber } from "../engine/day-number.ts";
import { factCatalogue } from "../catalogue/catalogue.ts";
import { wordOf, type Fact, type Facts, type ListItem } from "../engine/facts.ts";
import { numberOf, type LawBook } from "../engine/parameters.ts";
import type { EvaluationOptions } from "../evaluate/evaluate.ts";
import { lawBook } from "../law-book.ts";
import { personFacts } from "../time/history.ts";
import { daysOf, type EarliestDays } from "../time/timeline.ts";
import { isSecure, pathSteps, type PathStep } from "./steps.ts";

/** One step of a way: its earliest day if all before it is granted on its own earliest day. */
export interface TakenStep {
  readonly rule: string;
  readonly to: string;
  readonly earliest: CalendarDay;
  /** the window closes on this day, or null */
  readonly closesOn: CalendarDay | null;
  /** conditions that are not known yet, or fail and must change; empty where all is known to be met */
  readonly open: readonly string[];
  readonly risks: readonly string[];
}
export interface Path {
  readonly to: string;
  readonly steps: readonly TakenStep[];
  /** conditions that fail today and that time does not bring: what must be done */
  readonly mustChange: readonly string[];
  readonly arrives: CalendarDay;
}

const MAX_STEPS = 4;
const MAX_PATHS = 12;

interface Walk {
  readonly facts: Facts;
  readonly status: string;
  readonly day: DayNumber;
  readonly steps: readonly TakenStep[];
  readonly mustChange: readonly string[];
}

/**
 * The ways from today's paper to a secure one, the earliest arrival first. A condition that fails and that time does not bring
 * does not end a way: it is named as what must change. A bar does, and so does a window that closes before its day.
 */
export function paths(told: Facts, from: CalendarDay, options: EvaluationOptions = {}): readonly Path[] {
  const status = wordOf(told.get("status"));
  if (status === "" || isSecure(status)) return [];
  const found: Path[] = [];
  let walks: readonly Walk[] = [{ facts: told, status, day: dayNumber(from), steps: [], mustChange: [] }];
  for (let depth = 0; depth < MAX_STEPS && walks.length > 0; depth += 1) {
    const next = walks.flatMap((walk) => onwards(walk, dayNumber(from), options));
    for (const walk of next) if (isSecure(walk.status)) found.push(pathOf(walk));
    // having arrived at NE, naturalisation still follows; a German has no further step
    walks = next.filter((walk) => walk.status !== "DEUTSCH");
  }
  return found.sort((a, b) => a.mustChange.length - b.mustChange.length || a.arrives.localeCompare(b.arrives) || a.steps.length - b.steps.length).slice(0, MAX_PATHS);
}

const pathOf = (walk: Walk): Path => ({ to: walk.status, steps: walk.steps, mustChange: [...new Set(walk.mustChange)], arrives: dayOfNumber(walk.day) });

function onwards(walk: Walk, today: DayNumber, options: EvaluationOptions): readonly Walk[] {
  const person = personFacts(walk.facts, walk.day);
  return pathSteps.flatMap((step) => {
    if (!mayFollow(step, walk)) return [];
    const days = daysOf(getRule(step.rule), person, walk.day, { ...options, today: dayOfNumber(today) });
    const taken = takenOn(step, days, notBefore(step, walk, options.book ?? lawBook));
    return taken === null ? [] : [after(walk, step, taken.step, taken.mustChange)];
  });
}

function mayFollow(step: PathStep, walk: Walk): boolean {
  if (!step.from.test(walk.status) || walk.steps.some((taken) => taken.rule === step.rule)) return false;
  if (step.onlyIf !== undefined && walk.facts.get(step.onlyIf) !== true) return false;
  const last = pathSteps.find((candidate) => candidate.rule === walk.steps.at(-1)?.rule);
  return last?.leadsTo === undefined || last.leadsTo.includes(step.rule);
}

const notBefore = (step: PathStep, walk: Walk, book: LawBook): DayNumber =>
  step.monthsAfter === undefined || walk.steps.length === 0 ? walk.day : afterMonths(walk.day, numberOf(book.get(step.monthsAfter, walk.day)));

/** The earliest day on which everything is met that time can bring; null where a bar stands or a window closes before. */
function takenOn(step: PathStep, days: EarliestDays, from: DayNumber): { readonly step: TakenStep; readonly mustChange: readonly string[] } | null {
  if (days.segments.length === 0 || days.segments.every((segment) => segment.outcome === "VERSAGT")) return null;
  let earliest = from;
  const mustChange: string[] = [];
  const open: string[] = [];
  for (const condition of days.conditions) {
    const day = condition.metFrom ?? condition.possibleFrom;
    if (condition.metFrom === null && day !== null) open.push(condition.id);
    if (day === null) mustChange.push(condition.id);
    else earliest = Math.max(earliest, dayNumber(day));
  }
  const closing = days.conditions.flatMap((condition) => (condition.endsOn === null ? [] : [dayNumber(condition.endsOn)]));
  const closes = Math.min(NEVER, ...closing);
  if (earliest >= closes || mustChange.some((id) => !canChange(step.rule, id))) return null;
  const taken: TakenStep = { rule: step.rule, to: step.to, earliest: dayOfNumber(earliest), closesOn: closes === NEVER ? null : dayOfNumber(closes), open: [...open, ...mustChange], risks: step.risks };
  return { step: taken, mustChange };
}

/** Only what the rule names a remedy for can be brought about; the past cannot. */
function canChange(ruleId: string, conditionId: string): boolean {
  const rule = getRule(ruleId);
  return rule.conditions.some((condition) => condition.id === conditionId && condition.remedy !== undefined);
}

/** The person after the step: the new paper from its day on, the old one until the day before. */
function after(walk: Walk, step: PathStep, taken: TakenStep, mustChange: readonly string[]): Walk {
  const day = dayNumber(taken.earliest);
  const stay = walk.facts.get("stay");
  const before = Array.isArray(stay) ? (stay as readonly ListItem[]).map((item) => (typeof item["to"] === "number" && item["to"] < day ? item : Object.assign({}, item, { to: day - 1 }))) : [];
  const changed = new Map<string, Fact>([["status", step.to], ["title", step.to], ["stay", [...before, { basis: step.to, from: day, to: null }]], ...countsOn(walk, day), ["duldungMonths", null], ["aeMonths", null], ...Object.entries(step.brings ?? {})]);
  const facts: Facts = { get: (key) => (changed.has(key) ? changed.get(key) : walk.facts.get(key)) };
  return { facts, status: step.to, day, steps: [...walk.steps, taken], mustChange: [...walk.mustChange, ...mustChange] };
}

const COUNTS = [...factCatalogue.values()].filter((spec) => spec.growth !== undefined);

/** What was told as a count goes on until the step: forty months of pension contributions today are sixty in twenty months. */
function countsOn(walk: Walk, day: DayNumber): readonly (readonly [string, Fact])[] {
  const months = monthsComplete(walk.day, day);
  return COUNTS.flatMap(({ key, growth }) => {
    const told = walk.facts.get(key);
    return typeof told === "number" ? [[key, told + (growth === "months" ? months : Math.floor(months / 12))] as const] : [];
  });
}
