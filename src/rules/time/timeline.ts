import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { afterYears, dayNumber, dayOfNumber, NEVER, type DayNumber } from "../engine/day-number.ts";
import type { At } from "../engine/expression.ts";
import type { Facts } from "../engine/facts.ts";
import { consequenceOf, judge, judgementOf, stateOf } from "../engine/judge.ts";
import { LawUnknown, type LawBook } from "../engine/parameters.ts";
import type { ConditionState, Judgement, Outcome, RightRule, Rule } from "../engine/rule.ts";
import { contextOf, firstDayOf, type EvaluationOptions } from "../evaluate/evaluate.ts";
import { factsOf } from "../evaluate/reach.ts";
import { lawBook } from "../law-book.ts";
import { filedOn, personFacts, type PersonFacts } from "./history.ts";

/** How a rule comes out from a day on, if things stay as they are, by the law of the first day. */
export interface Segment extends Judgement {
  readonly from: CalendarDay;
  /** the day on which it comes out otherwise; null: nothing changes it any more by time alone */
  readonly until: CalendarDay | null;
}
export interface ConditionDays {
  readonly id: string;
  readonly state: ConditionState;
  /** first day on which time alone has it met (or bridged); null where time does not help */
  readonly metFrom: CalendarDay | null;
  /** first day on which it is not known to fail; questions may remain */
  readonly possibleFrom: CalendarDay | null;
  /** the day from which it is no longer met; null where no window closes */
  readonly endsOn: CalendarDay | null;
}
export interface EarliestDays {
  readonly rule: string;
  readonly segments: readonly Segment[];
  /** first day on which nothing known fails: open questions may remain */
  readonly possibleFrom: CalendarDay | null;
  /** first day on which all is known to be met, by right or by discretion */
  readonly metFrom: CalendarDay | null;
  /** the day from which it is no longer so: a window that closes */
  readonly closesOn: CalendarDay | null;
  readonly conditions: readonly ConditionDays[];
}

const BAD: ReadonlySet<Outcome> = new Set(["NEIN", "VERSAGT", "AUSGESCHLOSSEN", "KEINE_FIKTION", "ZULASSUNG_GESPERRT"]);
const isOpen = (outcome: Outcome): boolean => outcome === "OFFEN" || outcome === "AUSGESETZT";
const HORIZON_YEARS = 40;
const MAX_STEPS = 60;

interface Step extends Judgement {
  readonly from: DayNumber;
  readonly states: readonly ConditionState[];
}

/** For facts as told: what follows from the history is filled in. Days are judged by the law of `from`. */
export const earliestDays = (rule: Rule, told: Facts, from: CalendarDay, options: EvaluationOptions = {}): EarliestDays =>
  daysOf(rule, personFacts(told, dayNumber(from)), dayNumber(from), options);

/** As earliestDays, for several rules and one person: what follows is worked out once. */
export function earliestDaysOfAll(rules: readonly Rule[], told: Facts, from: CalendarDay, options: EvaluationOptions = {}): readonly EarliestDays[] {
  const day = dayNumber(from);
  const person = personFacts(told, day);
  return rules.map((rule) => daysOf(rule, person, day, options));
}

export function daysOf(rule: Rule, person: PersonFacts, from: DayNumber, options: EvaluationOptions): EarliestDays {
  const steps = stepsOf(rule, person, from, options);
  const segments = steps.filter((step, index) => index === 0 || differs(step, steps[index - 1]!));
  const possible = segments.find((step) => !BAD.has(step.outcome));
  const met = segments.find((step) => !BAD.has(step.outcome) && !isOpen(step.outcome));
  const first = met ?? possible;
  const closes = first === undefined ? undefined : segments.find((step) => step.from > first.from && (BAD.has(step.outcome) || (met !== undefined && isOpen(step.outcome))));
  return {
    rule: rule.id,
    segments: segments.map((step, index) => ({ from: dayOfNumber(step.from), until: dayOrNull(segments[index + 1]?.from), outcome: step.outcome, unmet: step.unmet })),
    possibleFrom: dayOrNull(possible?.from),
    metFrom: dayOrNull(met?.from),
    closesOn: dayOrNull(closes?.from),
    conditions: rule.kind === "right" ? rule.conditions.map((condition, index) => conditionDays(condition.id, steps, index)) : [],
  };
}

const dayOrNull = (day: DayNumber | undefined): CalendarDay | null => (day === undefined ? null : dayOfNumber(day));
const differs = (a: Step, b: Step): boolean => a.outcome !== b.outcome || a.unmet.join() !== b.unmet.join();

function conditionDays(id: string, steps: readonly Step[], index: number): ConditionDays {
  const first = steps.findIndex((step) => isMet(step, index));
  const ends = first === -1 ? undefined : steps.slice(first).find((step) => !isMet(step, index));
  return { id, state: steps[0]?.states[index] ?? "unknown", metFrom: dayOrNull(steps[first]?.from), possibleFrom: dayOrNull(steps.find((step) => step.states[index] !== "unmet")?.from), endsOn: dayOrNull(ends?.from) };
}

const isMet = (step: Step, index: number): boolean => step.states[index] === "met" || step.states[index] === "bridged";

/** From one day on which some part may come out otherwise to the next: no day between them can differ. */
function stepsOf(rule: Rule, person: PersonFacts, from: DayNumber, options: EvaluationOptions): readonly Step[] {
  const book = options.book ?? lawBook;
  const horizon = afterYears(from, HORIZON_YEARS);
  const usesFiling = rulesThatLookAtFiling(rule);
  const steps: Step[] = [];
  // one context for all days: of the day, what is asked and what is told changes
  const at = new MovingAt(rule, person, from, book);
  while (at.on < horizon && steps.length < MAX_STEPS) {
    if (usesFiling) at.facts = filedOn(person.facts, at.on);
    const step = judgeOn(rule, at, firstDayOf(rule, book));
    if (step === null) break;
    steps.push({ from: at.on, ...step });
    at.move();
  }
  return steps;
}

class MovingAt implements At {
  facts: Facts;
  on: DayNumber;
  readonly book: LawBook;
  readonly law: DayNumber;
  readonly given: DayNumber;
  readonly startOf: (key: string) => DayNumber | undefined;
  #next: DayNumber = NEVER;

  constructor(rule: Rule, person: PersonFacts, from: DayNumber, book: LawBook) {
    const { law } = contextOf(rule, person.facts, from, from, from, book);
    this.facts = person.facts;
    this.on = from;
    this.book = book;
    this.law = law;
    this.given = from;
    this.startOf = person.startOf;
  }
  changesOn(day: DayNumber): void {
    if (day > this.on && day < this.#next) this.#next = day;
  }
  move(): void {
    this.on = this.#next;
    this.#next = NEVER;
  }
}

const filing = new WeakMap<Rule, boolean>();
function rulesThatLookAtFiling(rule: Rule): boolean {
  let uses = filing.get(rule);
  if (uses === undefined) filing.set(rule, (uses = factsOf(rule).includes("applicationDate")));
  return uses;
}

function judgeOn(rule: Rule, at: At, firstDay: DayNumber): Omit<Step, "from"> | null {
  if (at.law < firstDay) return null;
  try {
    if (rule.kind === "table") return { ...judge(rule, at), states: [] };
    const states = rule.conditions.map((condition) => stateOf(condition, at));
    return { ...judgementOf(rule, consequenceOf(rule as RightRule, at), states), states };
  } catch (error) {
    if (error instanceof LawUnknown) return null;
    throw error;
  }
}
