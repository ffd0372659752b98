import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { factCatalogue } from "../catalogue/catalogue.ts";
import { dayNumber, dayOfNumber, type DayNumber } from "../engine/day-number.ts";
import type { At } from "../engine/expression.ts";
import { readFacts, type FactInput, type Facts } from "../engine/facts.ts";
import { judge, missingFacts } from "../engine/judge.ts";
import { LawUnknown, type LawBook } from "../engine/parameters.ts";
import type { Judgement, Rule } from "../engine/rule.ts";
import { lawBook } from "../law-book.ts";
import { reachesBackTo } from "./reach.ts";

export interface EvaluationOptions {
  /** the day whose law is the last known: later days are judged by it and marked */
  readonly today?: CalendarDay;
  readonly book?: LawBook;
}

export interface Answer extends Judgement {
  readonly kind: "answer";
  readonly rule: string;
  readonly on: CalendarDay;
  /** unknown facts that would decide; empty unless the outcome is OFFEN */
  readonly missing: readonly string[];
  /** the day lies ahead: judged by the law of today */
  readonly byTodaysLaw: boolean;
  /** keys that no rule knows */
  readonly ignored: readonly string[];
}
export interface Refusal {
  readonly kind: "refused";
  readonly rule: string;
  readonly on: CalendarDay;
  readonly reachesBackTo: CalendarDay;
  readonly sentence: string;
}

const ignoreChange = (): void => undefined;

/** Evaluates a rule for facts on a day. Throws FactsRefused where the facts are malformed. */
export function evaluate(rule: Rule, input: FactInput, on: CalendarDay, options: EvaluationOptions = {}): Answer | Refusal {
  const { facts, ignored } = readFacts(factCatalogue, input);
  const result = evaluateRead(rule, facts, dayNumber(on), options);
  return result.kind === "answer" ? { ...result, ignored } : result;
}

/** As evaluate, for facts that were read before. */
export function evaluateRead(rule: Rule, facts: Facts, on: DayNumber, options: EvaluationOptions = {}): Answer | Refusal {
  const book = options.book ?? lawBook;
  const at = contextOf(rule, facts, on, on, options.today === undefined ? on : dayNumber(options.today), book);
  const day = dayOfNumber(on);
  try {
    const first = firstDayOf(rule, book);
    if (at.law < first) throw new LawUnknown(rule.id, dayOfNumber(first));
    const judgement = judge(rule, at);
    return { kind: "answer", rule: rule.id, on: day, ...judgement, missing: missingFacts(rule, at), byTodaysLaw: at.law < on && rule.lawOfDay === undefined, ignored: [] };
  } catch (error) {
    if (!(error instanceof LawUnknown)) throw error;
    return { kind: "refused", rule: rule.id, on: day, reachesBackTo: error.reachesBackTo, sentence: error.message };
  }
}

/** Where and when a rule is judged. `given`: the day for which growing counts were told. */
export function contextOf(rule: Rule, facts: Facts, on: DayNumber, given: DayNumber, today: DayNumber, book: LawBook, changesOn: (day: DayNumber) => void = ignoreChange): At {
  const event = rule.lawOfDay === undefined ? undefined : facts.get(rule.lawOfDay);
  return { facts, book, on, law: typeof event === "number" ? event : Math.min(on, today), given, changesOn };
}

const firstDays = new WeakMap<LawBook, Map<string, DayNumber>>();
export function firstDayOf(rule: Rule, book: LawBook): DayNumber {
  let days = firstDays.get(book);
  if (days === undefined) firstDays.set(book, (days = new Map()));
  let day = days.get(rule.id);
  if (day === undefined) days.set(rule.id, (day = reachesBackTo(rule, book)));
  return day;
}
