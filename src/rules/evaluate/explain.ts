import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { factCatalogue } from "../catalogue/catalogue.ts";
import { dayNumber, dayOfNumber } from "../engine/day-number.ts";
import type { At, Expr } from "../engine/expression.ts";
import type { Fact, Facts, FactSpec, ListItem } from "../engine/facts.ts";
import { missingOf, possibleRows, stateOf } from "../engine/judge.ts";
import type { Version } from "../engine/parameters.ts";
import type { Bridge, ConditionState, Rule, RightRule, TableRule } from "../engine/rule.ts";
import { lawBook } from "../law-book.ts";
import { contextOf, evaluateRead, type Answer, type EvaluationOptions, type Refusal } from "./evaluate.ts";

/** A threshold as it was used. */
export interface UsedThreshold {
  readonly id: string;
  readonly value: string | number | boolean;
  readonly unit: string;
  readonly inForceSince: CalendarDay | null;
  readonly until: CalendarDay | null;
  readonly citation: string;
  readonly evidence: string;
  readonly isUnverified: boolean;
}
export interface ConditionTrace {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  readonly citation: string;
  readonly state: ConditionState;
  /** the facts it rests on, as given */
  readonly values: Readonly<Record<string, unknown>>;
  readonly missing: readonly string[];
  readonly thresholds: readonly UsedThreshold[];
  readonly evidence: readonly string[];
  readonly isFinding: boolean;
  readonly bridge: Pick<Bridge, "citation" | "sentence"> | null;
  readonly remedy: string | null;
}
export interface RowTrace {
  readonly outcome: string;
  readonly sentence: string;
  readonly citation: string;
  readonly applies: "yes" | "no" | "unknown" | "not reached";
}
export interface Trace {
  readonly result: Answer | Refusal;
  readonly conditions: readonly ConditionTrace[];
  readonly rows: readonly RowTrace[];
}

const FAR = 5_000_000;

/** The same judgement, told step by step. */
export function explain(rule: Rule, facts: Facts, on: CalendarDay, options: EvaluationOptions = {}): Trace {
  const day = dayNumber(on);
  const result = evaluateRead(rule, facts, day, options);
  const today = options.today === undefined ? day : dayNumber(options.today);
  const at = contextOf(rule, facts, day, day, today, options.book ?? lawBook);
  if (result.kind === "refused") return { result, conditions: [], rows: [] };
  return rule.kind === "right" ? { result, conditions: traceConditions(rule, at), rows: [] } : { result, conditions: [], rows: traceRows(rule, at) };
}

function traceConditions(rule: RightRule, at: At): readonly ConditionTrace[] {
  return rule.conditions.map((condition) => {
    const expressions = condition.bridge === undefined ? [condition.holds] : [condition.holds, condition.bridge.when];
    const state = stateOf(condition, at);
    return {
      id: condition.id,
      title: condition.title,
      sentence: condition.sentence,
      citation: condition.citation,
      state,
      values: valuesOf(expressions, at),
      missing: state === "unknown" ? missingOf(condition, at) : [],
      thresholds: thresholdsOf(expressions, at),
      evidence: condition.evidence,
      isFinding: condition.isFinding === true,
      bridge: condition.bridge === undefined ? null : { citation: condition.bridge.citation, sentence: condition.bridge.sentence },
      remedy: condition.remedy ?? null,
    };
  });
}

function traceRows(rule: TableRule, at: At): readonly RowTrace[] {
  const reached = possibleRows(rule, at);
  const last = reached.at(-1);
  const lastIndex = last === undefined ? rule.rows.length : rule.rows.indexOf(last);
  return rule.rows.map((row, index) => {
    const truth = index > lastIndex ? undefined : row.when.judge(at);
    const applies = index > lastIndex ? "not reached" : truth === true ? "yes" : truth === null ? "unknown" : "no";
    return { outcome: row.outcome, sentence: row.sentence, citation: row.citation, applies };
  });
}

function valuesOf(expressions: readonly Expr[], at: At): Readonly<Record<string, unknown>> {
  const keys = new Set(expressions.flatMap((expr) => expr.facts));
  return Object.fromEntries([...keys].flatMap((key) => (at.facts.get(key) === undefined ? [] : [[key, shown(factCatalogue.get(key), at.facts.get(key)!)]])));
}

/** As it was told: days as days again. */
function shown(spec: FactSpec | undefined, value: Fact): unknown {
  if (Array.isArray(value)) return (value as readonly ListItem[]).map((item) => Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, shown(spec?.items?.find((candidate) => candidate.key === key), inner)])));
  return spec?.type === "date" && typeof value === "number" ? dayOfNumber(value) : value;
}

export function thresholdsOf(expressions: readonly Expr[], at: At): readonly UsedThreshold[] {
  const ids = new Set(expressions.flatMap((expr) => [...expr.parameters, ...expr.optional]));
  return [...ids].flatMap((id) => {
    const version = at.book.find(id, at.law);
    return version === null ? [] : [usedThreshold(version)];
  });
}

export const usedThreshold = (version: Version): UsedThreshold => ({
  id: version.id,
  value: version.value,
  unit: version.unit,
  inForceSince: Math.abs(version.from) > FAR ? null : dayOfNumber(version.from),
  until: Math.abs(version.until) > FAR ? null : dayOfNumber(version.until - 1),
  citation: version.citation,
  evidence: version.evidence,
  isUnverified: version.isUnverified,
});
