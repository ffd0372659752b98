import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import vectors from "../../../data/law/vectors.json" with { type: "json" };
import { allRules } from "../all-rules.ts";
import { factCatalogue } from "../catalogue/catalogue.ts";
import { checkVector, vectorsOf } from "../evaluate/vectors.ts";
import { factsOf } from "../evaluate/reach.ts";

test("every shipped example comes out as expected", () => {
  expect(vectors.length).toBeGreaterThan(100);
  expect(vectors.map((vector, index) => checkVector(vector, index)).filter((result) => !result.passed)).toEqual([]);
});

test("every fact of every example is one that its rule looks at, or names as harmless", () => {
  const strange = vectors.flatMap(({ id, rule, facts }) => {
    const known = new Set(factsOf(allRules.find((candidate) => candidate.id === rule)!));
    return Object.keys(facts).filter((key) => !known.has(key)).map((key) => `${id} ${key}`);
  });
  expect(strange).toEqual([]);
});

test("a list, or an object that carries one, is taken; anything else is not", () => {
  expect(vectorsOf([1])).toEqual([1]);
  expect(vectorsOf({ vectors: [2] })).toEqual([2]);
  for (const other of [null, 3, "x", {}, { vectors: 4 }]) expect(vectorsOf(other)).toBe(null);
});

test("whatever is wrong with an example is said for it, and nothing is thrown", () => {
  const good = vectors[0]!;
  const wrong: readonly (readonly [unknown, RegExp])[] = [
    [null, /object/], [7, /object/], [{}, /expected\.outcome/],
    [{ ...good, rule: "NO_SUCH" }, /no rule/], [{ ...good, asOf: "2024-02-30" }, /asOf/], [{ ...good, facts: [] }, /facts/],
    [{ ...good, expected: { outcome: "SOLL", unmet: [1] } }, /unmet/],
    [{ ...good, facts: { ...good.facts, stay: [{ basis: "AE", from: "yesterday", to: null }] } }, /stay\[0\]\.from/],
    [{ ...good, facts: { ...good.facts, stay: [{ basis: "AE", from: "2020-01-02", to: "2020-01-01" }] } }, /ends before/],
    [{ ...good, facts: { ...good.facts, stay: "long" } }, /stay: a list/], [{ ...good, facts: { ...good.facts, previous104c: "no" } }, /true, false/],
    [{ ...good, asOf: "1999-01-01" }, /erst ab 2022-12-31/],
  ];
  for (const [vector, reason] of wrong) {
    const result = checkVector(vector, 0);
    expect(result.passed, JSON.stringify(vector)).toBe(false);
    expect(result.why.join(), JSON.stringify(vector)).toMatch(reason);
  }
});

test("no rule and no fact is without its German words, and every fact that a rule looks at stands in the catalogue", () => {
  for (const rule of allRules) {
    for (const text of [rule.title, rule.norm, rule.gives]) expect(text.length, rule.id).toBeGreaterThan(3);
    for (const condition of rule.conditions) expect(condition.sentence.endsWith("."), condition.id).toBe(true);
    for (const key of factsOf(rule)) expect(factCatalogue.has(key), `${rule.id} ${key}`).toBe(true);
  }
  for (const spec of factCatalogue.values()) expect(spec.label, spec.key).toMatch(/[?)]$/);
});

test("the law of the vocabulary is read from data/law and not from the rules", () => {
  // a number of two digits or more in a rule would be a threshold that nobody can date
  const rules = ["aufenthg-25a/conditions", "aufenthg-25b/conditions", "einbuergerung/integration-conditions", "einbuergerung/person-conditions", "duldung/ausbildungsduldung", "leistungen/rechtskreis"];
  for (const file of rules) {
    const code = readFileSync(new URL(`../${file}.ts`, import.meta.url), "utf8").replace(/"(\\.|[^"\\])*"|\/\/.*|\/\*[\s\S]*?\*\/|\/\^[^\n]*\//g, "");
    expect(code.match(/(?<![\w.])\d{2,}(?![\w.])/g)?.filter((n) => n !== "12") ?? [], file).toEqual([]);
  }
});
