import { parseCalendarDay, type CalendarDay } from "../../kernel/calendar-day.ts";
import { findRule } from "../all-rules.ts";
import { factCatalogue } from "../catalogue/catalogue.ts";
import { FactsRefused, readFacts, type FactInput } from "../engine/facts.ts";
import type { Rule } from "../engine/rule.ts";
import { evaluate, type EvaluationOptions } from "./evaluate.ts";
import { explain } from "./explain.ts";

/** How one worked example came out. */
export interface VectorResult {
  readonly id: string;
  readonly rule: string;
  readonly passed: boolean;
  readonly expected: string;
  readonly got: string;
  /** why it deviates; empty where it passed */
  readonly why: readonly string[];
}

type Thing = Readonly<Record<string, unknown>>;
const isThing = (value: unknown): value is Thing => typeof value === "object" && value !== null && !Array.isArray(value);
const said = (outcome: string, unmet: readonly string[]): string => `${outcome} [${unmet.toSorted().join(", ")}]`;

/** Takes an array of examples, or an object with `vectors`. Null where it is neither. */
export function vectorsOf(json: unknown): readonly unknown[] | null {
  if (Array.isArray(json)) return json;
  return isThing(json) && Array.isArray(json["vectors"]) ? json["vectors"] : null;
}

/** Checks one example; whatever is wrong with it is said and never thrown. */
export function checkVector(vector: unknown, index: number, options: EvaluationOptions = {}): VectorResult {
  const name = isThing(vector) && typeof vector["id"] === "string" ? vector["id"] : `#${index + 1}`;
  const ruleId = isThing(vector) && typeof vector["rule"] === "string" ? vector["rule"] : "?";
  const failed = (expected: string, got: string, ...why: string[]): VectorResult => ({ id: name, rule: ruleId, passed: false, expected, got, why });
  if (!isThing(vector)) return failed("?", "error", "an example must be an object");
  const { asOf, facts, expected } = vector;
  const rule = findRule(ruleId);
  const day = typeof asOf === "string" ? parseCalendarDay(asOf) : null;
  if (!isThing(expected) || typeof expected["outcome"] !== "string") return failed("?", "error", "expected.outcome is missing");
  const unmet = expected["unmet"] === undefined ? [] : expected["unmet"];
  if (!Array.isArray(unmet) || unmet.some((id) => typeof id !== "string")) return failed(expected["outcome"], "error", "expected.unmet must be a list of ids");
  const wanted = said(expected["outcome"], unmet as string[]);
  if (rule === undefined) return failed(wanted, "error", `no rule ${ruleId}`);
  if (day === null) return failed(wanted, "error", `asOf: a day as YYYY-MM-DD expected, got ${JSON.stringify(asOf)}`);
  if (!isThing(facts)) return failed(wanted, "error", "facts: an object expected");
  try {
    const result = evaluate(rule, facts as FactInput, day, options);
    const judged = compare(name, wanted, result);
    return judged.passed || result.kind === "refused" ? judged : { ...judged, why: [...judged.why, ...reasonsOf(rule, facts as FactInput, day, unmet as string[], options)] };
  } catch (error) {
    if (error instanceof FactsRefused) return failed(wanted, "error", ...error.problems);
    throw error;
  }
}

/** The conditions on which expectation and answer differ, with what they rest on; for tables, the lines that apply. */
function reasonsOf(rule: Rule, facts: FactInput, day: CalendarDay, expected: readonly string[], options: EvaluationOptions): readonly string[] {
  const trace = explain(rule, readFacts(factCatalogue, facts).facts, day, options);
  const differing = trace.conditions.filter((condition) => (condition.state === "met") === expected.includes(condition.id));
  return [
    ...differing.map((condition) => `${condition.id} is ${condition.state} (${condition.citation}): ${JSON.stringify(condition.values)}`),
    ...trace.rows.flatMap((row) => (row.applies === "yes" || row.applies === "unknown" ? [`${row.outcome}, applies: ${row.applies} (${row.citation})`] : [])),
  ];
}

function compare(id: string, wanted: string, result: ReturnType<typeof evaluate>): VectorResult {
  const rule = result.rule;
  if (result.kind === "refused") return { id, rule, passed: false, expected: wanted, got: "refused", why: [result.sentence] };
  const got = said(result.outcome, result.unmet);
  const why = [
    ...(result.missing.length > 0 ? [`unknown: ${result.missing.join(", ")}`] : []),
    ...(result.ignored.length > 0 ? [`ignored, because no rule knows it: ${result.ignored.join(", ")}`] : []),
  ];
  return { id, rule, passed: wanted === got, expected: wanted, got, why: wanted === got ? [] : why };
}
