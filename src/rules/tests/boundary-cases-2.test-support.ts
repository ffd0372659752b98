import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { afterMonths, dayNumber, dayOfNumber } from "../engine/day-number.ts";
import type { FactInput } from "../engine/facts.ts";
import { yearsBefore, type Cases, type Make } from "./boundary-cases.test-support.ts";

/** Facts around the thresholds of naturalisation, courses and benefits. */
const each = <T>(values: readonly T[], name: (value: T) => string, facts: (value: T, day: CalendarDay) => FactInput): Readonly<Record<string, Make>> =>
  Object.fromEntries(values.map((value) => [name(value), (day: CalendarDay) => facts(value, day)]));
const sweep = (key: string, ...values: readonly unknown[]): Readonly<Record<string, Make>> => each(values, (v) => `${key} ${JSON.stringify(v)}`, (v) => ({ [key]: v }));
const pairs = (...years: readonly number[]): readonly (readonly [number, number])[] => years.flatMap((y) => [[y, 0], [y, 1]] as const);
const day = (text: string): CalendarDay => text as CalendarDay;

const settled: Make = (on) => ({
  birthDate: "1970-01-01", stay: [{ basis: "AE", from: yearsBefore(on, 20), to: null }], absencesMonths: 0, title: "NE", identityEvidence: "passport", nationalityClarified: true,
  fdgoDeclaration: true, historicResponsibilityDeclaration: true, renouncesOldNationality: true, sgb2or12: false, convictions: [], investigationPending: false, german: "B1", civicTestPoints: 20, exclusion11: "none", polygamy: false, applicationDate: "2023-08-24",
});
const convicted = (...list: readonly FactInput[]): FactInput => ({ convictions: list });
const fine = (tagessaetze: number): FactInput => ({ type: "geldstrafe", tagessaetze });
const term = (months: number): FactInput => ({ type: "freiheitsstrafe", months, suspended: true, remitted: true });
// away for so many months and days, back a year before the day
const away = (on: CalendarDay, months: number, days: number, before: number): FactInput => {
  const from = dayNumber(day(yearsBefore(on, 2)));
  return { stay: [{ basis: "AE", from: yearsBefore(on, 2 + before), to: null }], absences: [{ from: dayOfNumber(from), to: dayOfNumber(afterMonths(from, months) + days) }] };
};

export const furtherCases: Readonly<Record<string, Cases>> = {
  STAG_10_1: {
    base: settled,
    variants: {
      ...each(pairs(2, 3, 4, 5, 6, 7, 8, 9), ([y, plus]) => `lawful ${y} years ${plus}`, ([y, plus], on) => ({ stay: [{ basis: "AE", from: yearsBefore(on, y, plus), to: null }] })),
      ...each(pairs(5, 6, 7, 8), ([y, plus]) => `course, ${y} years ${plus}`, ([y, plus], on) => ({ stay: [{ basis: "AE", from: yearsBefore(on, y, plus), to: null }], integrationCourseSuccess: true })),
      ...each(pairs(2, 3, 4, 5, 6, 7), ([y, plus]) => `special, ${y} years ${plus}`, ([y, plus], on) => ({ stay: [{ basis: "AE", from: yearsBefore(on, y, plus), to: null }], specialIntegration: true, german: "C1" })),
      ...each([[5, 0], [6, 0], [6, 1], [7, 0], [7, 1]] as const, ([m, d]) => `away ${m} months ${d}`, ([m, d], on) => away(on, m, d, 30)),
      // two years less seven months since the return: what must be credited for 5 and 8 years
      ...each([1, 2, 3, 3.5, 4, 5, 6, 7], (y) => `away long, ${y} years before`, (y, on) => away(on, 6, 30, y)),
      ...each([1, 2, 3, 4, 5, 6].flatMap((back) => [2, 3, 4, 5, 6].map((before) => [back, before] as const)), ([back, before]) => `gap for other reasons: ${back} years since, ${before} before`, ([back, before], on) => {
        const from = dayNumber(day(yearsBefore(on, back)));
        return { stay: [{ basis: "AE", from: dayOfNumber(afterMonths(from, -12 * before) - 10), to: dayOfNumber(from - 11) }, { basis: "AE", from: dayOfNumber(from), to: null }] };
      }),
      ...sweep("absencesMonths", 29, 30, 31, 89, 91),
      ...each(pairs(15, 16, 17), ([y, plus]) => `${y} years old ${plus}`, ([y, plus], on) => ({ birthDate: yearsBefore(on, y, plus) })),
      ...each(pairs(15, 16, 17), ([y, plus]) => `represented, ${y} years old ${plus}, no test`, ([y, plus], on) => ({ birthDate: yearsBefore(on, y, plus), legallyRepresented: true, civicTestPoints: null, fdgoDeclaration: null })),
      ...sweep("civicTestPoints", 15, 16, 17, 18),
      ...each([89, 90, 91, 92, 118, 119, 120, 121, 122], (n) => `fine ${n}`, (n) => convicted(fine(n))),
      ...each([2, 3, 3.1, 3.5, 3.9, 4, 4.5], (n) => `term ${n} months`, (n) => convicted(term(n))),
      ...each([28, 29, 30, 31, 58, 59, 60], (n) => `term 2 months and fine ${n}`, (n) => convicted(term(2), fine(n))),
      "hate motive": () => convicted({ ...fine(10), hateMotiveEstablished: true }),
      ...each(["AE_23_1", "AE_18D", "AE_20A", "AE_104C", "AE_25B_1", "AE_25_3"], (t) => `title ${t}`, (t) => ({ title: t })),
      ...each([18, 19, 20, 21, 22], (n) => `full time ${n}`, (n) => ({ sgb2or12: true, fullTimeNow: true, fullTimeMonthsLast24: n })),
      "not to blame": () => ({ sgb2or12: true, sgbAttributable: false }),
      ...each(["2023-08-22", "2023-08-23", "2023-08-24", "2023-08-25"], (d) => `not to blame, filed ${d}`, (d) => ({ sgb2or12: true, sgbAttributable: false, applicationDate: d })),
      "guest worker": () => ({ sgb2or12: false, guestWorker: true, german: "oral_everyday", civicTestPoints: 0 }),
      "spouse works": () => ({ sgb2or12: true, spouseFullTime20of24: true, livesWithSpouseAndMinorChild: true }),
      "hardship": () => ({ german: "oral_everyday", hardship: true, seriousSustainedEffort: true, b1NotAttainable: true }),
      "no history declaration": () => ({ historicResponsibilityDeclaration: false }),
      "keeps nationality": () => ({ renouncesOldNationality: false }),
      "bar period": () => ({ sperrfrist35aUntil: "2099-01-01" }),
    },
  },
  STAG_9_1: { base: () => ({ germanSpouse: true, lawfulStayMonths: 100, marriageMonths: 100 }), variants: { ...sweep("lawfulStayMonths", 23, 24, 35, 36, 47, 48), ...sweep("marriageMonths", 11, 12, 23, 24, 35, 36) } },
  STAG_4_3: { base: (on) => ({ bornInGermany: true, parentUnlimitedRight: true, parentLawfulStayYears: 20, birth: on }), variants: sweep("parentLawfulStayYears", 4, 5, 6, 7, 8, 9) },
  STAG_8: { base: () => ({ lawfulHabitualResidence: true }), variants: each([90, 91, 119, 120], (n) => `fine ${n}`, (n) => convicted(fine(n))) },
  INTEGRATIONSKURS: { base: () => ({ title: "AE_25B_1", german: "A2", firstIssue: true }), variants: { ...sweep("monthsSinceIssue", 0, 11, 12, 23, 24), ...sweep("validityMonths", 10, 11, 12, 13), ...sweep("title", "AE_25_3") } },
  BERUFSSPRACHKURS: { base: () => ({ title: "DULDUNG_60A_2_1", german: "B1", registeredJobseeker: true }), variants: sweep("duldungMonths", 4, 5, 6, 7) },
  RECHTSKREIS: {
    base: () => ({ status: "DULDUNG_60A", needy: true }),
    variants: {
      ...sweep("stayMonths", 13, 14, 15, 16, 17, 18, 19, 34, 35, 36, 37),
      ...each([16, 17, 18, 19], (m) => `25(5) ${m} months`, (m) => ({ status: "AE_25_5", monthsSinceSuspensionDecision: m })),
      ...each([17, 18, 19], (a) => `25(5), ${a}, parent in SGB II`, (a) => ({ status: "AE_25_5", monthsSinceSuspensionDecision: 1, age: a, inHouseholdWithEligibleParent: true })),
      ...each([16, 17, 18, 19], (a) => `alone at ${a}`, (a) => ({ age: a, unaccompanied: true })),
      ...each([13, 14, 15, 16, 65, 66, 67, 68], (a) => `25b at ${a}`, (a) => ({ status: "AE_25B_1", age: a })),
      ...each([23, 24, 25, 26], (a) => `in the family at ${a}`, (a) => ({ status: "AE_25B_1", age: a, ableToWork: false, inHouseholdWithEligibleParent: true })),
      ...each([16, 17, 18, 19], (a) => `not able for good at ${a}`, (a) => ({ status: "AE_25B_1", age: a, ableToWork: false, permanentlyReduced: true })),
      ...each([58, 59, 60, 61], (m) => `searching ${m} months`, (m) => ({ status: "AE_20A", stayMonths: m })),
      "§ 24": () => ({ status: "AE_24" }),
      ...each(["2022-02-23", "2022-02-24", "2022-02-25", "2022-02-26", "2022-05-30", "2022-05-31", "2022-06-01", "2022-06-02", "2025-03-30", "2025-03-31", "2025-04-01", "2025-04-02"], (d) => `§ 24 of ${d}, not identified`, (d) => ({ status: "AE_24", firstIssued: d, edTreatment: false })),
      "§ 60b": () => ({ status: "DULDUNG_60B" }),
    },
  },
  KINDERGELD: { base: () => ({ status: "AE_25_5", stayMonths: 100 }), variants: { ...sweep("stayMonths", 13, 14, 15, 16), ...sweep("workAllowedMonths", 4, 5, 6, 7) } },
  BAFOEG: { base: () => ({ status: "DULDUNG_60A" }), variants: sweep("stayMonths", 13, 14, 15, 16) },
  BAB: { base: () => ({ status: "DULDUNG_60A", livesOutsideParentalHome: true, stayMonths: 100 }), variants: { ...sweep("stayMonths", 13, 14, 15, 16), ...sweep("age", 16, 17, 18, 19) } },
  KITA: { base: () => ({ status: "DULDUNG_60A", habitualResidence: true }), variants: sweep("ageYears", 0, 1, 2, 5, 6, 7, 8) },
  SCHULPFLICHT_NRW: { base: () => ({ status: "DULDUNG_60A" }), variants: sweep("age", 4, 5, 6, 7, 16, 17, 18, 19) },
};
