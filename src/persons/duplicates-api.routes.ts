import { z } from "zod";
import { record } from "../audit/index.ts";
import type { ReadTx } from "../db/index.ts";
import { apiRead, apiWrite, json, type Json, type Route, written } from "../http/index.ts";
import { FOUND_ANSWER, FOUND_EXAMPLE } from "./api-answers.ts";
import { CHOICES_SHAPE, decisionOf, PAIR_PARAMS, pairsPage } from "./duplicates.routes.ts";
import { loadPersons } from "./load-person.ts";
import { toldPair } from "./told-pair.ts";
import { decidePair, mergePersons, unmergePersons } from "./merge-persons.ts";
import { getMerge, getPair, listMerges, type Merge } from "./merges.sql.ts";

const STATE = z.enum(["open", "merged", "separate", "later"]);
const PAIR = z.object({ id: z.uuid(), version: z.number(), state: STATE, likelihood: z.enum(["likely", "possible"]), score: z.number().nullable(), reasons: z.array(z.string()), firstId: z.uuid(), secondId: z.uuid(), first: FOUND_ANSWER.nullable().optional(), second: FOUND_ANSWER.nullable().optional() });
const PAIR_EXAMPLE = { id: FOUND_EXAMPLE.personId, version: 1, state: "open", likelihood: "likely", score: 8, reasons: ["same-name", "same-birth"], firstId: FOUND_EXAMPLE.personId, secondId: "0190a0a0-0000-7000-8000-000000000002" };
const MERGE = z.object({ id: z.uuid(), version: z.number(), keptId: z.uuid(), mergedId: z.uuid(), choices: z.record(z.string(), z.uuid()), mergedAt: z.iso.datetime(), isUndone: z.boolean() });
const MERGE_EXAMPLE = { id: FOUND_EXAMPLE.personId, version: 1, keptId: FOUND_EXAMPLE.personId, mergedId: "0190a0a0-0000-7000-8000-000000000002", choices: {}, mergedAt: "2026-11-22T10:00:00.000Z", isUndone: false };

const mergeAnswer = (m: Merge): z.output<typeof MERGE> => ({ id: m.id, version: m.version, keptId: m.keptId, mergedId: m.mergedId, choices: m.choices, mergedAt: m.mergedAt.toISOString(), isUndone: m.unmergedAt !== null });
const showMerge = async (tx: ReadTx, id: string): Promise<Json> => {
  const merge = await getMerge(tx, id);
  return json(mergeAnswer(merge), merge.version);
};

const pairs = apiRead({
  path: "/api/v1/duplicate-pairs",
  allow: "person.merge",
  record: "duplicate.listed",
  about: "Likely duplicates, the likeliest first; of a file not joined its head at most, and then no score and no reasons.",
  query: z.object({ state: STATE.default("open"), after: z.string().max(80).optional() }),
  answer: z.object({ pairs: z.array(PAIR), next: z.string().nullable() }),
  example: { pairs: [PAIR_EXAMPLE], next: null },
  handle: async (tx, { query }, asking) => {
    const { pairs: list, heads, next } = await pairsPage(tx, asking, query.state, query.after);
    return json({ pairs: list.map((p) => Object.assign({}, p, { first: heads.get(p.firstId) ?? null, second: heads.get(p.secondId) ?? null })), next });
  },
});

const decide = apiWrite({
  path: "/api/v1/duplicate-pairs/:id",
  method: "PATCH",
  allow: "person.merge",
  record: "duplicate.decided",
  about: "Decides a pair: together with a choice of record per field, separate, or later.",
  versioned: true,
  params: PAIR_PARAMS,
  body: z.object({ decision: z.enum(["together", "separate", "later"]), ...CHOICES_SHAPE }),
  bodyExample: { decision: "together", name: FOUND_EXAMPLE.personId },
  answer: PAIR,
  example: PAIR_EXAMPLE,
  handle: async (tx, { params, body, version }, asking) => {
    await decidePair(tx, asking, params.id, version, decisionOf(body));
    return written(params.id);
  },
  show: async (tx, id) => {
    const pair = await getPair(tx, id);
    const open = await loadPersons(tx, [pair.firstId, pair.secondId]);
    return json(toldPair(pair, open.has(pair.firstId) && open.has(pair.secondId)), pair.version);
  },
});

const merges = apiRead({
  path: "/api/v1/merges",
  allow: "person.merge",
  record: "merge.listed",
  about: "Merges in force, the latest first.",
  answer: z.object({ merges: z.array(MERGE) }),
  example: { merges: [MERGE_EXAMPLE] },
  handle: async (tx, _input, asking) => {
    const list = await listMerges(tx, 200);
    await record(tx, asking, { action: "merge.listed", objectKind: "person", objectIds: list.flatMap((m) => [m.keptId, m.mergedId]) });
    return json({ merges: list.map(mergeAnswer) });
  },
});

const merge = apiWrite({
  path: "/api/v1/merges",
  method: "POST",
  allow: "person.merge",
  record: "persons.merged",
  about: "Joins two records as one person.",
  body: z.object({ one: z.uuid(), other: z.uuid(), ...CHOICES_SHAPE }),
  bodyExample: { one: MERGE_EXAMPLE.keptId, other: MERGE_EXAMPLE.mergedId, name: MERGE_EXAMPLE.keptId },
  answer: MERGE,
  example: MERGE_EXAMPLE,
  handle: async (tx, { body: { one, other, ...choices } }, asking) => {
    const decision = decisionOf({ decision: "together", ...choices });
    return written(await mergePersons(tx, asking, one, other, decision.decision === "together" ? decision.choices : {}));
  },
  show: showMerge,
});

const unmerge = apiWrite({
  path: "/api/v1/merges/:id",
  method: "DELETE",
  allow: "person.merge",
  record: "persons.unmerged",
  about: "Takes a merge back; both records are as they were.",
  params: PAIR_PARAMS,
  answer: MERGE,
  example: { ...MERGE_EXAMPLE, isUndone: true },
  handle: async (tx, { params }, asking) => {
    await unmergePersons(tx, asking, params.id);
    return written(params.id);
  },
  show: showMerge,
});

export const duplicatesApiRoutes: readonly Route[] = [pairs, decide, merges, merge, unmerge];
