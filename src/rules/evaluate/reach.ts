import { parseDayNumber, type DayNumber } from "../engine/day-number.ts";
import type { Expr } from "../engine/expression.ts";
import type { LawBook } from "../engine/parameters.ts";
import type { Rule } from "../engine/rule.ts";

/** All expressions of a rule. */
export function expressionsOf(rule: Rule): readonly Expr[] {
  if (rule.kind === "table") return rule.rows.map((row) => row.when);
  return rule.conditions.flatMap((condition) => [condition.holds, ...(condition.bridge === undefined ? [] : [condition.bridge.when])]);
}

export const factsOf = (rule: Rule): readonly string[] => [...new Set([...expressionsOf(rule).flatMap((expr) => expr.facts), ...Object.keys(rule.harmless ?? {}), ...(rule.lawOfDay === undefined ? [] : [rule.lawOfDay])])];

/** Parameters without which the rule cannot be judged, and those that its law did not always know. */
export function parametersOf(rule: Rule): { readonly required: readonly string[]; readonly optional: readonly string[] } {
  const expressions = expressionsOf(rule);
  const optional = new Set(expressions.flatMap((expr) => expr.optional));
  const consequence = rule.kind === "right" && typeof rule.consequence !== "string" ? [rule.consequence.parameter] : [];
  const required = new Set([...consequence, ...expressions.flatMap((expr) => expr.parameters)]);
  return { required: [...required].filter((id) => !optional.has(id)), optional: [...optional] };
}

/** The first day for which the law of a rule is known here. */
export function reachesBackTo(rule: Rule, book: LawBook): DayNumber {
  const since = rule.since === undefined ? Number.NEGATIVE_INFINITY : (parseDayNumber(rule.since) ?? Number.NaN);
  return Math.max(since, ...parametersOf(rule).required.map((id) => book.reachesBackTo(id)));
}
