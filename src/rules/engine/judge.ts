import type { At } from "./expression.ts";
import type { Condition, ConditionState, Failure, Judgement, Outcome, RightRule, Row, Rule, TableRule } from "./rule.ts";

// what is known to fail decides, whatever else is unknown
const RANK: readonly Failure[] = ["VERSAGT", "AUSGESCHLOSSEN", "NEIN", "AUSGESETZT"];

/** Three-valued, and a step between: failing, but open to discretion. Not at issue counts as met. */
export function stateOf(condition: Condition, at: At): ConditionState {
  const holds = condition.holds.judge(at);
  if (holds === null) return "unknown";
  if (holds !== false) return "met";
  const bridged = condition.bridge?.when.judge(at);
  return bridged === true ? "bridged" : bridged === null ? "unknown" : "unmet";
}

export function judge(rule: Rule, at: At): Judgement {
  return rule.kind === "right" ? judgeRight(rule, at) : judgeTable(rule, at);
}

function judgeRight(rule: RightRule, at: At): Judgement {
  // asked first, so that a day before the rule's law is refused whatever the facts are
  const consequence = consequenceOf(rule, at);
  return judgementOf(rule, consequence, rule.conditions.map((condition) => stateOf(condition, at)));
}

/** What the states of all conditions come to, in their order. */
export function judgementOf(rule: RightRule, consequence: Outcome, states: readonly ConditionState[]): Judgement {
  const failing: string[] = [];
  const open: string[] = [];
  let worst: Failure | undefined;
  let isBridged = false;
  for (const [index, condition] of rule.conditions.entries()) {
    const state = states[index];
    if (state === "unknown") open.push(condition.id);
    if (state === "bridged") isBridged = true;
    if (state === "bridged" || state === "unmet") failing.push(condition.id);
    if (state === "unmet") worst = worseOf(worst, condition.failure ?? "NEIN");
  }
  if (worst !== undefined) return { outcome: worst, unmet: failing };
  if (open.length > 0) return { outcome: "OFFEN", unmet: open };
  return isBridged ? { outcome: "KANN", unmet: failing } : { outcome: consequence, unmet: [] };
}

const worseOf = (a: Failure | undefined, b: Failure): Failure => (a === undefined || RANK.indexOf(b) < RANK.indexOf(a) ? b : a);

export function consequenceOf(rule: RightRule, at: At): Outcome {
  if (typeof rule.consequence === "string") return rule.consequence;
  return at.book.get(rule.consequence.parameter, at.law).value as Outcome;
}

/** Lines that apply or may apply, up to the first that surely does. */
export function possibleRows(rule: TableRule, at: At): readonly Row[] {
  const possible: Row[] = [];
  for (const row of rule.rows) {
    const applies = row.when.judge(at);
    if (applies === true || applies === null) possible.push(row);
    if (applies === true) break;
  }
  return possible;
}

const sameAnswer = (a: Row, b: Row): boolean => a.outcome === b.outcome && (a.unmet ?? []).join() === (b.unmet ?? []).join();

function judgeTable(rule: TableRule, at: At): Judgement {
  const rows = possibleRows(rule, at);
  const [first] = rows;
  if (first === undefined) throw new RangeError(`${rule.id}: no line applies`);
  if (rows.every((row) => sameAnswer(row, first))) return { outcome: first.outcome, unmet: first.unmet ?? [] };
  const undecided = rows.filter((row) => row.when.judge(at) === null);
  return { outcome: "OFFEN", unmet: [...new Set(undecided.map((row) => row.question))] };
}

/** The unknown facts that keep a rule open; empty where the answer stands, whatever they are. */
export function missingFacts(rule: Rule, at: At): readonly string[] {
  if (judge(rule, at).outcome !== "OFFEN") return [];
  const keys = rule.kind === "table"
    ? possibleRows(rule, at).flatMap((row) => row.when.missing(at))
    : rule.conditions.filter((condition) => stateOf(condition, at) === "unknown").flatMap((condition) => missingOf(condition, at));
  return [...new Set(keys)];
}

export function missingOf(condition: Condition, at: At): readonly string[] {
  const own = condition.holds.missing(at);
  return own.length > 0 ? own : (condition.bridge?.when.missing(at) ?? []);
}
