import { expect, test } from "vitest";
import { measurePairs } from "./measure.ts";
import { proposePairs } from "./propose-pairs.ts";
import { CARELESS, ORDINARY, syntheticList, TIDY } from "./synthetic-list.test-support.ts";

// Floors a little under what was measured on these seeds when the weights were settled; other seeds lie as near.
test.each([
  { seed: 31, persons: 550, noise: TIDY, precision: 0.98, recall: 0.95 },
  { seed: 32, persons: 550, noise: TIDY, precision: 0.98, recall: 0.95 },
  { seed: 11, persons: 600, noise: ORDINARY, precision: 0.97, recall: 0.88 },
  { seed: 12, persons: 3000, noise: ORDINARY, precision: 0.97, recall: 0.88 },
  { seed: 13, persons: 3000, noise: CARELESS, precision: 0.95, recall: 0.8 },
])("an invented list (seed $seed, $persons persons): what is proposed is right, and most is found", ({ seed, persons, noise, precision, recall }) => {
  const list = syntheticList(seed, persons, noise);
  const measure = measurePairs(proposePairs(list.rows), list.truth);
  expect(measure.truePairs).toBeGreaterThan(100);
  expect(measure.precision).toBeGreaterThanOrEqual(precision);
  expect(measure.recall).toBeGreaterThanOrEqual(recall);
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
