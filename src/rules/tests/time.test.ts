import { expect, test } from "vitest";
import { calendarDay } from "../../kernel/calendar-day.ts";
import { evaluate, earliestDays, earliestDaysOfAll, explain, factCatalogue, getRule, allRules, lawBookWith, listRules, nextQuestions, paths, pendingLaw, readFacts, type FactInput, type Facts } from "../index.ts";

const TODAY = calendarDay("2026-11-22");
const read = (facts: FactInput): Facts => readFacts(factCatalogue, facts).facts;
const days = (rule: string, facts: FactInput) => earliestDays(getRule(rule), read(facts), TODAY);
const young: FactInput = {
  status: "DULDUNG_60A", birthDate: "2000-03-01", stay: [{ basis: "GESTATTUNG", from: "2021-12-15", to: "2026-01-14" }, { basis: "DULDUNG_60A", from: "2026-01-15", to: null }],
  german: "B1", fdgoDeclaration: true, basicCivicKnowledge: true, livelihoodByWorkShare: 0.6, livesWithMinorUnmarriedChild: false, schoolAgeChildren: false, deception: "none", cooperationRefusedCurrent: false,
  ausweisungsinteresse: "none", identityClarified: true, asylumRejectedQualified: false, followUpAsylumPending: false, germanSchoolOrVocationalDegree: true, schoolYearsSuccessful: 2, integrationPrognosisPositive: true, fdgoDoubtIndications: false, livelihoodSecured: true,
};

test("§ 25a opens with twelve months of Duldung and closes with the 27th birthday", () => {
  const found = days("AUFENTHG_25A_1", young);
  expect([found.metFrom, found.closesOn]).toEqual(["2027-01-15", "2027-03-01"]);
  expect(found.conditions.find(({ id }) => id === "25a.P")).toMatchObject({ state: "unmet", metFrom: "2027-01-15" });
  expect(found.conditions.find(({ id }) => id === "25a.N3")).toMatchObject({ state: "met", endsOn: "2027-03-01" });
});

test("§ 25b comes six years after the first paper, and four with a child", () => {
  expect(days("AUFENTHG_25B_1", young).metFrom).toBe("2027-12-15");
  expect(days("AUFENTHG_25B_1", { ...young, livesWithMinorUnmarriedChild: true }).metFrom).toBe(TODAY);
});

test("time with § 60b stands still: it puts the day off by as much", () => {
  const stay = [{ basis: "DULDUNG_60A", from: "2021-01-01", to: "2022-12-31" }, { basis: "DULDUNG_60B", from: "2023-01-01", to: "2023-12-31" }, { basis: "DULDUNG_60A", from: "2024-01-01", to: null }];
  expect(days("AUFENTHG_25B_1", { ...young, stay }).metFrom).toBe("2028-01-01");
  expect(days("AUFENTHG_25B_1", { ...young, stay, status: "AE_104C", identityClarified: true }).metFrom).toBe("2027-01-01");
});

test("a title of § 104c that runs out closes the window of § 25b", () => {
  const stay = [{ basis: "DULDUNG_60A", from: "2017-01-01", to: "2025-11-30" }, { basis: "AE_104C", from: "2025-12-01", to: "2027-05-31" }];
  expect(days("AUFENTHG_25B_1", { ...young, status: "AE_104C", stay }).closesOn).toBe("2027-06-01");
});

test("the branch for holders of § 104c ends on 1.7.2027, whatever their title says", () => {
  const stay = [{ basis: "DULDUNG_60A", from: "2017-01-01", to: "2026-01-31" }, { basis: "AE_104C", from: "2026-02-01", to: null }];
  expect(days("AUFENTHG_25B_1", { ...young, status: "AE_104C", stay }).closesOn).toBe("2027-07-01");
});

test("who pays changes after 36 months, after 18 months of § 25 Abs. 5, and with the 18th birthday", () => {
  const plain: FactInput = { needy: true, ableToWork: true, unaccompanied: false, selfCausedObstacle: false, protectionInOtherEuState: false, abusiveProlongation: false, inHouseholdWithEligibleParent: false, permanentlyReduced: false, birthDate: "1990-01-01" };
  const switches = (facts: FactInput) => days("RECHTSKREIS", { ...plain, ...facts }).segments.slice(0, 3).map(({ from, outcome }) => `${from} ${outcome}`);
  expect(switches({ status: "GESTATTUNG", stay: [{ basis: "GESTATTUNG", from: "2024-05-10", to: null }] })).toEqual(["2026-11-22 ASYLBLG_3", "2027-05-10 ASYLBLG_2"]);
  expect(switches({ status: "AE_25_5", monthsSinceSuspensionDecision: 16, stayMonths: 10 }).slice(0, 2)).toEqual(["2026-11-22 ASYLBLG_3", "2027-01-22 SGB_II"]);
  expect(switches({ status: "GESTATTUNG", stayMonths: 3, unaccompanied: true, birthDate: "2009-02-03" }).slice(0, 2)).toEqual(["2026-11-22 SGB_VIII", "2027-02-03 ASYLBLG_3"]);
});

test("the course claim lapses a year after the title, § 25b Abs. 6 opens after thirty months, a bar period ends", () => {
  expect(days("INTEGRATIONSKURS", { title: "AE_25B_1", firstIssue: true, validityMonths: 24, monthsSinceIssue: 10, german: "A2", registrationPreventedNotAttributable: false, sgb2: false, jobcenterObligates15a: false, authorityRequests44a: false, asylblg: false }).closesOn).toBe("2027-01-22");
  expect(days("AUFENTHG_25B_6", { months60d: 27, conditions60dStillMet: true, germanOral: "A2", integrationCoursePossible: false }).metFrom).toBe("2027-02-22");
  expect(days("STAG_10_1", { sperrfrist35aUntil: "2030-01-01" }).segments.map(({ from, outcome }) => `${from} ${outcome}`)).toEqual(["2026-11-22 VERSAGT", "2030-01-02 OFFEN"]);
});

test("ways lead to a secure status, the earliest first, and name what is open", () => {
  const found = paths(read(young), TODAY);
  expect(found.length).toBeGreaterThan(2);
  expect(found.map((path) => path.arrives)).toEqual(found.map((path) => path.arrives).toSorted());
  const by25b = found.find((path) => path.to === "NE" && path.steps[0]?.rule === "AUFENTHG_25B_1");
  expect(by25b?.steps.map((step) => `${step.rule} ${step.earliest}`)).toEqual(["AUFENTHG_25B_1 2027-12-15", "AUFENTHG_26_4 2032-12-15"]);
  expect(paths(read({ ...young, status: "NE" }), TODAY)).toEqual([]);
  expect(paths(read({ ...young, deception: "current_own" }), TODAY).flatMap((path) => path.steps.map((step) => step.rule))).not.toContain("AUFENTHG_25B_1");
});

test("a way that fails for something that can be done says what must change", () => {
  const found = paths(read({ ...young, german: "A1", unableDueToIllnessOrAge: false }), TODAY).find((path) => path.steps[0]?.rule === "AUFENTHG_25B_1");
  expect(found?.mustChange).toContain("25b.N4");
});

test("only questions that can still matter are asked, and what may hurt the person comes last", () => {
  const asked = nextQuestions([getRule("AUFENTHG_25B_1")], read({ status: "DULDUNG_60A" }), TODAY).map(({ fact }) => fact.key);
  expect(asked).toContain("stay");
  expect(asked).not.toContain("schoolYearsSuccessful");
  expect(asked.indexOf("deception")).toBeGreaterThan(asked.indexOf("germanOral"));
  // known to fail: nothing is asked any more
  expect(nextQuestions([getRule("AUFENTHG_25B_1")], read({ ...young, germanOral: "A1" }), TODAY)).toEqual([]);
  const half = nextQuestions([getRule("AUFENTHG_25B_1")], read({ ...young, livelihoodByWorkShare: 0.8 }), TODAY).map(({ fact }) => fact.key);
  expect(half).not.toContain("livelihoodException");
});

test("days before the law is known are refused, and days ahead are judged by today's law and marked", () => {
  expect(evaluate(getRule("AUFENTHG_25B_1"), {}, calendarDay("2015-07-31"))).toMatchObject({ kind: "refused", reachesBackTo: "2015-08-01" });
  expect(evaluate(getRule("AUFENTHG_25B_1"), {}, calendarDay("2030-01-01"), { today: TODAY })).toMatchObject({ kind: "answer", byTodaysLaw: true });
  expect(evaluate(getRule("AUFENTHG_25B_1"), {}, TODAY, { today: TODAY })).toMatchObject({ byTodaysLaw: false });
});

test("pending law is off, visible, and cuts at 1.4.2025 once it is switched on", () => {
  const ukraine = (firstIssued: string, on: boolean) => {
    const answer = evaluate(getRule("RECHTSKREIS"), { status: "AE_24", firstIssued, needy: true, age: 30, ableToWork: true, stayMonths: 5 }, TODAY, on ? { book: lawBookWith(["pending.leistungsrechtsanpassung"]) } : {});
    return answer.kind === "answer" ? answer.outcome : answer.kind;
  };
  expect(pendingLaw.map(({ id }) => id)).toEqual(["pending.leistungsrechtsanpassung"]);
  expect([ukraine("2025-03-31", false), ukraine("2025-04-01", false)]).toEqual(["SGB_II", "SGB_II"]);
  expect([ukraine("2025-03-31", true), ukraine("2025-04-01", true)]).toEqual(["SGB_II", "ASYLBLG_3"]);
});

test("the trace names value, threshold, citation and what is unverified; the list of rules is whole", () => {
  const trace = explain(getRule("AUFENTHG_25B_1"), read({ ...young, germanOral: "A1" }), TODAY);
  expect(trace.conditions.find(({ id }) => id === "25b.N4")).toMatchObject({ state: "unmet", values: { germanOral: "A1" } });
  expect(trace.conditions.flatMap(({ thresholds }) => thresholds).find(({ id }) => id === "25b.stayYearsSingle")).toMatchObject({ value: 6, inForceSince: "2022-12-31", isUnverified: false });
  expect(listRules().find(({ id }) => id === "AUFENTHG_25B_1")?.parameters.some(({ isUnverified }) => isUnverified)).toBe(true);
  expect(listRules()).toHaveLength(allRules.length);
  expect(earliestDaysOfAll(allRules, read(young), TODAY)).toHaveLength(allRules.length);
});
