import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import vectors from "../../../data/law/vectors.json" with { type: "json" };
import { type CalendarDay, calendarDay } from "../../kernel/calendar-day.ts";
import { allRules, checkVector, type Condition, evaluate, type FactInput, findRule, getRule, lawBookWith, listParameters, listRules, metadataOf, pendingLaw, type Rule, type RuleMetadata, vectorsOf } from "../../rules/index.ts";
import type { ChangedExample, ConditionShown, Example, ParameterShown, PendingShown, RuleDetail, RuleLine, TableLine } from "./law-view.ts";

/** The state of the law as pages show it: all of it is worked out from the rules, the law book, and the tests that lie beside them. */

interface Vector {
  readonly id: string;
  readonly rule: string;
  readonly asOf: string;
  readonly facts: FactInput;
  readonly expected: { readonly outcome: string; readonly unmet?: readonly string[]; readonly citation?: string; readonly note?: string };
  readonly basis?: string;
  readonly source?: string;
}
const examples = vectorsOf(vectors) as readonly Vector[];

const BOUNDARIES = fileURLToPath(new URL("../../rules/tests/boundary-answers.txt", import.meta.url));
/** Reviewed answers around every threshold, by rule; none where the tests were not delivered. */
function boundaryCases(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (!existsSync(BOUNDARIES)) return counts;
  for (const line of readFileSync(BOUNDARIES, "utf8").split("\n")) {
    const id = line.slice(0, Math.max(0, line.indexOf(" | ")));
    if (id !== "") counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
const boundaries = boundaryCases();

/** Worked out once: nothing of it changes while the program runs. */
export const ruleLines: readonly RuleLine[] = listRules().map((rule) => ({
  id: rule.id,
  title: rule.title,
  norm: rule.norm,
  group: rule.group,
  reachesBackTo: rule.reachesBackTo,
  conditions: rule.conditions.length,
  thresholds: new Set(rule.parameters.map(({ id }) => id)).size,
  unverified: new Set(rule.parameters.filter((one) => one.isUnverified).map(({ id }) => id)).size,
  examples: examples.filter((one) => one.rule === rule.id).length,
  boundaryCases: boundaries.get(rule.id) ?? 0,
  words: [rule.id, rule.title, rule.norm, rule.gives, ...rule.conditions.flatMap((one) => [one.id, one.title, one.citation])].join(" ").toLowerCase(),
}));

const usersOf = (parameter: string): readonly RuleMetadata[] => listRules().filter((rule) => rule.parameters.some(({ id }) => id === parameter));

export const parameterLines: readonly ParameterShown[] = listParameters().map((one) => {
  const users = usersOf(one.id).map(({ id, title }) => ({ id, title }));
  return Object.assign({}, one, { value: String(one.value), rules: users, words: [one.id, one.citation, one.evidence, ...users.map(({ title }) => title)].join(" ").toLowerCase() });
});

export const exampleCount = examples.length;

export function ruleDetail(id: string): RuleDetail | null {
  const rule = findRule(id);
  if (rule === undefined) return null;
  const meta = metadataOf(rule);
  return {
    id: meta.id,
    title: meta.title,
    norm: meta.norm,
    group: meta.group,
    gives: meta.gives,
    notes: meta.notes,
    harmless: Object.values(meta.harmless),
    reachesBackTo: meta.reachesBackTo,
    conditions: meta.conditions.map((one): ConditionShown => ({ ...one, thresholds: thresholdsOf(rule, one.id), examples: examples.filter((v) => v.rule === id && v.expected.unmet?.includes(one.id)).map((v) => v.id) })),
    lines: linesOf(rule),
    thresholds: parameterLines.filter((one) => meta.parameters.some((used) => used.id === one.id)),
    facts: meta.facts.map(({ key, label, adverse }) => ({ key, label, isAdverse: adverse === true })),
    examples: examples.filter((one) => one.rule === id).map((one) => exampleOf(one, meta)),
    boundaryCases: boundaries.get(id) ?? 0,
  };
}

function thresholdsOf(rule: Rule, conditionId: string): readonly string[] {
  if (rule.kind === "table") return [];
  const condition = rule.conditions.find((one): one is Condition => one.id === conditionId);
  const expressions = condition === undefined ? [] : [condition.holds, ...(condition.bridge === undefined ? [] : [condition.bridge.when])];
  return [...new Set(expressions.flatMap((one) => one.parameters.concat(one.optional)))];
}
const linesOf = (rule: Rule): readonly TableLine[] => (rule.kind === "table" ? rule.rows.map(({ outcome, sentence, citation }) => ({ outcome, sentence, citation })) : []);

function exampleOf(vector: Vector, meta: RuleMetadata): Example {
  const label = (key: string): string => meta.facts.find((one) => one.key === key)?.label ?? key;
  return {
    id: vector.id,
    on: vector.asOf,
    facts: Object.entries(vector.facts).map(([key, value]) => ({ label: label(key), value: inWords(value) })),
    outcome: vector.expected.outcome,
    unmet: vector.expected.unmet ?? [],
    note: vector.expected.note ?? "",
    isFromSource: vector.basis === "source",
    source: vector.source ?? "",
    passes: checkVector(vector, 0).passed,
  };
}

function inWords(value: unknown): string {
  if (value === null) return "nicht bekannt";
  if (typeof value === "boolean") return value ? "ja" : "nein";
  if (!Array.isArray(value)) return typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value);
  return value.length === 0 ? "keine" : value.map((item: object) => Object.entries(item).map(([key, inner]) => `${key} ${inner === null ? "offen" : String(inner)}`).join(", ")).join("; ");
}

/** What would come out otherwise if it were in force: among the worked examples, so that it can be read and not only imagined. */
export const pendingShown: readonly PendingShown[] = pendingLaw.map((law) => {
  const book = lawBookWith([law.id]);
  const changed = examples.flatMap((one): ChangedExample[] => {
    const rule = getRule(one.rule);
    const [now, later] = [evaluate(rule, one.facts, one.asOf as CalendarDay), evaluate(rule, one.facts, one.asOf as CalendarDay, { book })];
    return now.kind === "answer" && later.kind === "answer" && now.outcome !== later.outcome ? [{ id: one.id, rule: rule.id, title: rule.title, on: calendarDay(one.asOf), now: now.outcome, later: later.outcome }] : [];
  });
  return Object.assign({}, law, { rules: allRules.filter((rule) => metadataOf(rule).parameters.some(({ id }) => id.startsWith(law.id))).map(({ id, title }) => ({ id, title })), thresholds: parameterLines.filter(({ id }) => id.startsWith(law.id)), changed });
});
