import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { factCatalogue } from "../catalogue/catalogue.ts";
import { dayNumber } from "../engine/day-number.ts";
import type { FactSpec, Facts } from "../engine/facts.ts";
import type { Rule } from "../engine/rule.ts";
import { filedOn, personFacts } from "../time/history.ts";
import { contextOf, firstDayOf, type EvaluationOptions } from "./evaluate.ts";
import { judge, missingFacts } from "../engine/judge.ts";
import { lawBook } from "../law-book.ts";

/** A question that can still matter, and for how many rules. */
export interface NextQuestion {
  readonly fact: FactSpec;
  readonly rules: readonly string[];
}

/**
 * What to ask next, for a check with as few questions as possible: only what keeps some rule open, the question that most
 * rules wait for first, and what may hurt the person (§ 87 AufenthG) last. Empty: nothing that could be asked changes anything.
 */
export function nextQuestions(rules: readonly Rule[], told: Facts, on: CalendarDay, options: EvaluationOptions = {}): readonly NextQuestion[] {
  const day = dayNumber(on);
  const book = options.book ?? lawBook;
  const person = personFacts(told, day);
  const waiting = new Map<string, string[]>();
  for (const rule of rules) {
    const at = { ...contextOf(rule, filedOn(person.facts, day), day, day, day, book), startOf: person.startOf };
    if (at.law < firstDayOf(rule, book) || judge(rule, at).outcome !== "OFFEN") continue;
    for (const key of missingFacts(rule, at)) waiting.set(key, [...(waiting.get(key) ?? []), rule.id]);
  }
  const questions = [...waiting].flatMap(([key, ids]) => {
    const fact = factCatalogue.get(key);
    return fact === undefined ? [] : [{ fact, rules: ids }];
  });
  return questions.sort((a, b) => Number(a.fact.adverse ?? false) - Number(b.fact.adverse ?? false) || b.rules.length - a.rules.length || ORDER.indexOf(a.fact.key) - ORDER.indexOf(b.fact.key));
}

// where as many rules wait for two questions: the order of the catalogue, which begins with who somebody is
const ORDER = [...factCatalogue.keys()];
