/** The front door of the rules: what the law offers, by facts and day. Pure: no database, no clock. */
export { allRules, findRule, getRule } from "./all-rules.ts";
export { factCatalogue } from "./catalogue/catalogue.ts";
export { FactsRefused, readFacts, type FactInput, type Facts, type FactSpec } from "./engine/facts.ts";
export { LawBook, type ParameterRow } from "./engine/parameters.ts";
export type { Condition, ConditionState, Outcome, Rule } from "./engine/rule.ts";
export { evaluate, evaluateRead, type Answer, type EvaluationOptions, type Refusal } from "./evaluate/evaluate.ts";
export { explain, type ConditionTrace, type RowTrace, type Trace, type UsedThreshold } from "./evaluate/explain.ts";
export { nextQuestions, type NextQuestion } from "./evaluate/next-questions.ts";
export { checkVector, vectorsOf, type VectorResult } from "./evaluate/vectors.ts";
export { LAW_COMPARED_UNTIL, lawBook, parameterRows } from "./law-book.ts";
export { listParameters, listRules, metadataOf, type RuleMetadata } from "./metadata.ts";
export { paths, type Path, type TakenStep } from "./paths/paths.ts";
export { lawBookWith, pendingLaw, type PendingLaw } from "./pending.ts";
export { factsOnDay } from "./time/history.ts";
export { earliestDays, earliestDaysOfAll, type ConditionDays, type EarliestDays, type Segment } from "./time/timeline.ts";
