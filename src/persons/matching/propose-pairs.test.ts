import { expect, test } from "vitest";
import { kindOf, kindredList } from "./kindred-list.test-support.ts";
import { measurePairs } from "./measure.ts";
import { proposePairs } from "./propose-pairs.ts";
import { CARELESS, ORDINARY, syntheticList, TIDY } from "./synthetic-list.test-support.ts";

// Floors a little under what was measured when the weights were settled; other seeds lie as near. Short lists are taken
// together: one has some 140 true pairs, where a single unlucky family moves the precision by a hundredth.
test.each([
  { name: "many spellings, few typing errors", seeds: [31, 32, 33, 34, 35, 36], persons: 550, noise: TIDY, precision: 0.97, recall: 0.96 },
  { name: "an ordinary office", seeds: [11, 12], persons: 3000, noise: ORDINARY, precision: 0.97, recall: 0.9 },
  { name: "a careless office", seeds: [13], persons: 3000, noise: CARELESS, precision: 0.95, recall: 0.82 },
])("invented lists, $name: what is proposed is right, and most is found", ({ seeds, persons, noise, precision, recall }) => {
  const measures = seeds.map((seed) => syntheticList(seed, persons, noise)).map((list) => measurePairs(proposePairs(list.rows), list.truth));
  const sum = (key: "found" | "proposed" | "truePairs"): number => measures.reduce((total, measure) => total + measure[key], 0);
  expect(sum("truePairs")).toBeGreaterThan(500);
  expect(sum("found") / sum("proposed")).toBeGreaterThanOrEqual(precision);
  expect(sum("found") / sum("truePairs")).toBeGreaterThanOrEqual(recall);
});

// The goal of the product is 0.98 at 0.97 on a list of the kind of the example that nobody has seen; each of these has people,
// names and habits of its own. A single unlucky pair of namesakes is half a hundredth of one list: hence both figures.
test.each([
  { name: "people on their own", seeds: [501, 502, 503, 504, 505, 506, 507, 508], relatives: 0 },
  { name: "with their relatives", seeds: [601, 602, 603, 604], relatives: 0.35 },
])("lists of the kind of the example, $name: the goal is held", ({ seeds, relatives }) => {
  const measures = seeds.map((seed) => kindredList(seed, 540, kindOf(seed, relatives))).map((list) => measurePairs(proposePairs(list.rows), list.truth));
  const mean = (key: "precision" | "recall"): number => measures.reduce((sum, measure) => sum + measure[key], 0) / measures.length;
  expect(mean("precision")).toBeGreaterThanOrEqual(0.985);
  expect(mean("recall")).toBeGreaterThanOrEqual(0.985);
  for (const measure of measures) expect(Math.min(measure.precision, measure.recall)).toBeGreaterThanOrEqual(0.955);
});

test("a list without doubles: next to nothing is proposed", () => {
  const list = syntheticList(14, 2000, { ...ORDINARY, doubles: 0 });
  expect(proposePairs(list.rows).length).toBeLessThanOrEqual(8);
});

test("pairs come likeliest first, with reasons", () => {
  const pairs = proposePairs(syntheticList(15, 300, ORDINARY).rows);
  expect(pairs.length).toBeGreaterThan(20);
  expect(pairs.map((pair) => pair.score)).toEqual(pairs.map((pair) => pair.score).sort((a, b) => b - a));
  expect(pairs.every((pair) => pair.reasons.length > 0)).toBe(true);
});

test("five thousand rows that agree in everything but the id neither hang nor fail", () => {
  const rows = Array.from({ length: 5000 }, (_, i) => ({ id: String(i), family: "Ali", given: "Mohammad", phones: ["0151 1234567"], birth: { year: 1990, month: 1, day: 1, estimated: false } }));
  expect(() => proposePairs(rows)).not.toThrow();
});
