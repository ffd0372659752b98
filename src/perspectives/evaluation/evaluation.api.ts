import { z } from "zod";
import { apiRead, json, type Route } from "../../http/index.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { findRule, LAW_COMPARED_UNTIL, listParameters, listRules, metadataOf, pendingLaw } from "../../rules/index.ts";
import { answerQuestion } from "./answer-question.ts";
import { EVALUATION_EXAMPLE, PARAMETER_EXAMPLE, QUESTION_EXAMPLE, RULE_EXAMPLE } from "./evaluation-examples.ts";
import { readQuestion } from "./read-question.ts";

const LAW = { none: "the law, and no person" };

const threshold = z.object({ id: z.string(), value: z.union([z.string(), z.number(), z.boolean()]), unit: z.string(), inForceSince: z.string().nullable(), until: z.string().nullable(), citation: z.string(), evidence: z.string(), isUnverified: z.boolean() });
const condition = z.object({ id: z.string(), title: z.string(), sentence: z.string(), citation: z.string(), evidence: z.array(z.string()), isFinding: z.boolean() });
const rule = z.object({
  id: z.string(), title: z.string(), norm: z.string(), group: z.string(), gives: z.string(), notes: z.array(z.string()), conditions: z.array(condition),
  facts: z.array(z.object({ key: z.string(), type: z.string(), label: z.string() }).loose()), harmless: z.record(z.string(), z.string()), parameters: z.array(threshold), reachesBackTo: z.string().nullable(),
});
const traced = z.object({
  id: z.string(), title: z.string(), sentence: z.string(), citation: z.string(), state: z.enum(["met", "unmet", "bridged", "unknown"]), values: z.record(z.string(), z.unknown()), missing: z.array(z.string()),
  thresholds: z.array(threshold), evidence: z.array(z.string()), isFinding: z.boolean(), bridge: z.object({ citation: z.string(), sentence: z.string() }).nullable(), remedy: z.string().nullable(),
});
const result = z.object({
  rule: z.string(), title: z.string(), norm: z.string(),
  outcome: z.string().optional(), unmet: z.array(z.string()).optional(), unknown: z.array(z.string()).optional(), byTodaysLaw: z.boolean().optional(),
  trace: z.object({ conditions: z.array(traced), rows: z.array(z.object({ outcome: z.string(), sentence: z.string(), citation: z.string(), applies: z.enum(["yes", "no", "unknown", "not reached"]) })) }).optional(),
  refused: z.object({ reachesBackTo: z.string(), sentence: z.string() }).optional().describe("instead of an outcome: the law of that day is not known here"),
  earliestDays: z.object({ possibleFrom: z.string().nullable(), metFrom: z.string().nullable(), closesOn: z.string().nullable() }).loose().optional(),
});
const evaluation = z.object({
  on: z.string(), lawComparedUntil: z.string(), decides: z.string(), results: z.array(result),
  paths: z.array(z.object({ to: z.string(), arrives: z.string(), mustChange: z.array(z.string()), steps: z.array(z.object({ rule: z.string(), to: z.string(), earliest: z.string(), closesOn: z.string().nullable(), open: z.array(z.string()), risks: z.array(z.string()) })) })).optional(),
});
const question = z.object({
  facts: z.record(z.string().max(60), z.unknown()).describe("by the keys of GET /api/v1/rules; null: not known"),
  rules: z.array(z.string().max(60)).max(60).optional().describe("ids; unset: every rule"),
  on: z.string().max(10).optional().describe("the day that is asked about; unset: today"),
  applicationDate: z.string().max(10).optional().describe("unset: filed on the day that is asked about"),
  unmentioned: z.enum(["unknown", "not_at_issue"]).optional().describe("what a key that is not there means; unset: unknown, as for every person here. `not_at_issue` as in worked examples"),
  earliestDays: z.boolean().optional(),
  paths: z.boolean().optional(),
});

export const evaluationApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/rules/evaluate", method: "POST", allow: "signed-in", record: { none: "facts of nobody, kept nowhere" },
    about: "What the law says to anonymous facts: outcome, unmet, unknown, and the trace with citation, threshold and evidence. Stores nothing; never a decision.",
    body: question, bodyExample: QUESTION_EXAMPLE, answer: evaluation, example: EVALUATION_EXAMPLE,
    handle: async (_tx, { body }, { today }) => {
      const read = readQuestion(body, today);
      if (!read.ok) throw new Refused(read.refusals);
      return json(answerQuestion(read.value, today));
    },
  }),
  apiRead({
    path: "/api/v1/rules", allow: "signed-in", record: LAW, about: "Every rule: conditions, facts, thresholds with validity and evidence, and the law that is pending.",
    answer: z.object({ lawComparedUntil: z.string(), items: z.array(rule), pending: z.array(z.object({ id: z.string(), title: z.string(), sentence: z.string(), source: z.string() })) }),
    example: { lawComparedUntil: LAW_COMPARED_UNTIL, items: [RULE_EXAMPLE], pending: pendingLaw },
    handle: async () => json({ lawComparedUntil: LAW_COMPARED_UNTIL, items: listRules(), pending: pendingLaw }),
  }),
  apiRead({
    path: "/api/v1/rules/:id", allow: "signed-in", record: LAW, about: "One rule.", params: z.object({ id: z.string().max(60) }), answer: rule, example: RULE_EXAMPLE,
    handle: async (_tx, { params }) => {
      const found = findRule(params.id);
      if (found === undefined) throw new NotFound();
      return json(metadataOf(found));
    },
  }),
  apiRead({
    path: "/api/v1/rule-parameters", allow: "signed-in", record: LAW, about: "Every threshold of the law in every version; what nobody has compared with the statute is marked.",
    answer: z.object({ lawComparedUntil: z.string(), items: z.array(threshold) }), example: { lawComparedUntil: LAW_COMPARED_UNTIL, items: [PARAMETER_EXAMPLE] },
    handle: async () => json({ lawComparedUntil: LAW_COMPARED_UNTIL, items: listParameters() }),
  }),
];
