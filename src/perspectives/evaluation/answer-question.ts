import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { type EarliestDays, earliestDaysOfAll, explain, LAW_COMPARED_UNTIL, paths, type Rule } from "../../rules/index.ts";
import type { Question } from "./read-question.ts";

/** The answer as the API gives it: outcome, unmet, unknown and the trace of each rule. Nothing of it is kept. */
export function answerQuestion(question: Question, today: CalendarDay) {
  const { rules, told, on } = question;
  const days = question.earliestDays ? earliestDaysOfAll(rules, told, on, { today }) : [];
  return {
    on,
    lawComparedUntil: LAW_COMPARED_UNTIL,
    decides: "Die Behörde entscheidet; dies ist keine Entscheidung und keine Zusage.",
    results: rules.map((rule, index) => answerOf(rule, question, today, days[index])),
    ...(question.paths ? { paths: paths(told, on, { today }) } : {}),
  };
}

function answerOf(rule: Rule, { facts, on }: Question, today: CalendarDay, days: EarliestDays | undefined) {
  const { result, conditions, rows } = explain(rule, facts, on, { today });
  const head = { rule: rule.id, title: rule.title, norm: rule.norm };
  if (result.kind === "refused") return { ...head, refused: { reachesBackTo: result.reachesBackTo, sentence: result.sentence } };
  return { ...head, outcome: result.outcome, unmet: result.unmet, unknown: result.missing, byTodaysLaw: result.byTodaysLaw, trace: { conditions, rows }, ...(days === undefined ? {} : { earliestDays: days }) };
}
