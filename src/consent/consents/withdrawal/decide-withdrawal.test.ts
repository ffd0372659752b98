import { expect, test } from "vitest";
import type { Category } from "../../consent-words.ts";
import { decideWithdrawal, type WithdrawalFacts, type WithdrawalInput } from "./decide-withdrawal.ts";

const open: Category[] = [{ lifeArea: "arbeit", kind: "contact" }, { lifeArea: "", kind: "identity" }];
const facts: WithdrawalFacts = { state: "in_force", open };
const codesOf = (input: WithdrawalInput, about = facts): string[] => {
  const decision = decideWithdrawal(input, about);
  return decision.ok ? [] : decision.refusals.map((r) => r.code);
};

test("all of it, or a part; every part ticked is all of it", () => {
  expect(decideWithdrawal({ scope: "whole", categories: [], form: "oral" }, facts)).toMatchObject({ ok: true, value: { isWhole: true, cells: open } });
  expect(decideWithdrawal({ scope: "part", categories: ["arbeit.contact"], form: "oral" }, facts)).toMatchObject({ ok: true, value: { isWhole: false, cells: [open[0]] } });
  expect(decideWithdrawal({ scope: "part", categories: ["arbeit.contact", ".identity"], form: "oral" }, facts)).toMatchObject({ ok: true, value: { isWhole: true } });
});

test("what is missing is said at once, and what is withdrawn stays so", () => {
  expect(codesOf({ scope: "", categories: [], form: "" })).toEqual(["scope-not-said", "form-not-said"]);
  expect(codesOf({ scope: "part", categories: [], form: "oral" })).toEqual(["nothing-withdrawn"]);
  expect(codesOf({ scope: "part", categories: ["arbeit.task"], form: "oral" })).toEqual(["not-in-the-consent"]);
  expect(codesOf({ scope: "whole", categories: [], form: "oral" }, { state: "withdrawn", open: [] })).toEqual(["withdrawn-already"]);
});

test("an expired consent can be withdrawn too: nobody has to know that it is over", () => {
  expect(codesOf({ scope: "whole", categories: [], form: "oral" }, { ...facts, state: "expired" })).toEqual([]);
});
