import { expect, test } from "vitest";
import { addMonths, calendarDay } from "../../kernel/calendar-day.ts";
import { allRules, factCatalogue, type FactInput } from "../../rules/index.ts";
import { outlookOf } from "./compute-outlook.ts";
import { assume, SCENARIOS, scenariosFor } from "./scenarios.ts";
import { wordingsOf } from "./statutes.ts";
import { compareOutlooks } from "./what-if.ts";

const TODAY = calendarDay("2026-11-22");
const UNASKED: FactInput = Object.fromEntries([...factCatalogue.keys()].map((key) => [key, null]));
const tolerated: FactInput = {
  ...UNASKED, status: "DULDUNG_60A", birthDate: "1990-05-01", stay: [{ basis: "GESTATTUNG", from: "2019-02-01", to: "2021-05-31" }, { basis: "DULDUNG_60A", from: "2021-06-01", to: null }],
  german: "A2", fdgoDeclaration: true, basicCivicKnowledge: true, livelihoodByWorkShare: 0.8, livesWithMinorUnmarriedChild: false, schoolAgeChildren: false, identityClarified: true, asylumRejectedQualified: false, followUpAsylumPending: false,
  livelihoodPrognosisFull: true, livelihoodException: "none", unableDueToIllnessOrAge: false,
};
const right = (facts: FactInput, rule: string) => outlookOf(facts, TODAY).rights.find((one) => one.rule === rule);

test("an answer that only waits for what nobody asks is given under reservation, and the reservation is named", () => {
  const found = right(tolerated, "AUFENTHG_25B_1")!;
  expect(found.outcome).toBe("SOLL");
  expect(found.reserved.map((one) => one.key)).toContain("deception");
  expect(found.conditions.filter((one) => one.isReserved).map((one) => one.id)).toContain("25b.V1");
});

test("what the person has told counts, and is no reservation any more", () => {
  const found = right({ ...tolerated, deception: "current_own" }, "AUFENTHG_25B_1")!;
  expect(found.outcome).toBe("VERSAGT");
  expect(found.reserved.map((one) => one.key)).not.toContain("deception");
});

test("what is only assumed never shows as a known fact", () => {
  const shown = outlookOf(tolerated, TODAY).rights.flatMap((one) => one.conditions.flatMap((condition) => condition.values.map((value) => value.key)));
  expect(shown.filter((key) => factCatalogue.get(key)?.adverse === true)).toEqual([]);
});

test("naturalisation is a far goal with a Duldung, and no card of today", () => {
  const outlook = outlookOf(tolerated, TODAY);
  expect(outlook.rights.some((one) => one.group === "einbuergerung")).toBe(false);
  expect(outlook.goals.map((one) => one.rule)).toEqual(["STAG_10_1"]);
});

test("every rule stands somewhere, once", () => {
  for (const status of ["GESTATTUNG", "DULDUNG_60A", "AE_104C", "AE_25B_1", "AE_25_2_1", "NE", null]) {
    const outlook = outlookOf({ ...UNASKED, status }, TODAY);
    const ids = [...outlook.rights, ...outlook.goals, ...outlook.others].map((one) => one.rule).toSorted();
    expect(ids).toEqual(allRules.map((rule) => rule.id).filter((id) => id !== "AUFENTHG_104C_1").toSorted());
  }
});

test("the end printed on a Duldung is a day that counts, and ends no right", () => {
  const ends = calendarDay("2027-01-31");
  const printed = { ...tolerated, stay: [{ basis: "DULDUNG_60A", from: "2019-02-01", to: ends }] };
  expect(outlookOf(printed, TODAY).days[0]).toMatchObject({ day: ends, what: "Das Aufenthaltspapier endet" });
  expect(right(printed, "AUFENTHG_25B_1")!.closesOn).toBeNull();
});

test("the window of § 25a closes with the 27th birthday", () => {
  expect(right({ ...tolerated, birthDate: "2002-03-10" }, "AUFENTHG_25A_1")!.closesOn).toBe("2029-03-10");
});

test("each citation of the three great statutes leads to its wording", () => {
  const missing = allRules.flatMap((rule) => rule.conditions.map((condition) => condition.citation)).filter((citation) => /§ (25a|25b|9|26|60c|60d|19d|10|8) [^;]*(AufenthG|StAG)$/.test(citation) && !/aF|BVerwG|iVm/.test(citation) && wordingsOf(citation).length === 0);
  expect(missing).toEqual([]);
});

test("a wording shows the number that is cited and leaves its neighbours out", () => {
  const [wording] = wordingsOf("§ 25a Abs. 1 S. 1 Nr. 3 AufenthG");
  expect(wording!.ref).toBe("§ 25a Abs. 1 AufenthG");
  expect(wording!.lines.some((line) => line.startsWith("3. der Antrag"))).toBe(true);
  expect(wording!.lines.some((line) => line.startsWith("2. "))).toBe(false);
});

test("every scenario can be read by the rules, and none assumes what hurts", () => {
  for (const scenario of SCENARIOS) {
    const { facts, refusals } = assume(tolerated, { scenarios: [scenario.key], free: [], from: addMonths(TODAY, 4) });
    expect(refusals).toEqual([]);
    expect(() => outlookOf(facts, addMonths(TODAY, 4))).not.toThrow();
    expect(Object.keys(facts).filter((key) => factCatalogue.get(key)?.adverse === true && facts[key] !== null)).toEqual([]);
  }
});

test("work from March moves § 25b from NEIN to SOLL, and the facts stay as they were", () => {
  const before = { ...tolerated, livelihoodByWorkShare: 0.1, livelihoodPrognosisFull: false };
  const from = calendarDay("2027-03-01");
  const { facts } = assume(before, { scenarios: ["arbeit"], free: [], from });
  const row = compareOutlooks(outlookOf(before, TODAY), outlookOf(facts, from)).find((one) => one.rule === "AUFENTHG_25B_1")!;
  expect([row.before?.outcome, row.after?.outcome, row.isChanged]).toEqual(["NEIN", "SOLL", true]);
  expect(before.livelihoodByWorkShare).toBe(0.1);
});

test("recognition ends the AsylbLG", () => {
  const seeker = { ...UNASKED, status: "GESTATTUNG", birthDate: "1999-01-15", stay: [{ basis: "GESTATTUNG", from: "2025-09-01", to: null }], needy: true, ableToWork: true, reachedPensionAge: false, permanentlyReduced: false, unaccompanied: false, inHouseholdWithEligibleParent: false, protectionInOtherEuState: false };
  const { facts } = assume(seeker, { scenarios: ["anerkennung"], free: [], from: TODAY });
  expect(outlookOf(seeker, TODAY).systems[0]!.label).toBe("§ 3 AsylbLG");
  expect(outlookOf(facts, TODAY).systems[0]!.label).toBe("SGB II");
  expect(scenariosFor("NE").some((scenario) => scenario.key === "anerkennung")).toBe(false);
});

test("an assumption that cannot be read is refused beside its field", () => {
  const { refusals } = assume(UNASKED, { scenarios: [], free: [{ key: "weeklyHours", typed: "viele" }, { key: "convictions", typed: "ja" }], from: TODAY });
  expect(refusals.map((one) => one.field)).toEqual(["wert1", "wert2"]);
});
