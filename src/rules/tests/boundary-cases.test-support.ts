import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { afterYears, afterMonths, dayNumber, dayOfNumber } from "../engine/day-number.ts";
import type { FactInput } from "../engine/facts.ts";

/** Facts around every threshold. Their answers on the days around every change of law lie in boundary-answers.txt. */
export type Make = (day: CalendarDay) => FactInput;
export interface Cases {
  readonly base: Make;
  readonly variants: Readonly<Record<string, Make>>;
}

export const yearsBefore = (day: CalendarDay, years: number, plus = 0): string => dayOfNumber(afterYears(dayNumber(day), -years) + plus);
const monthsBefore = (day: CalendarDay, months: number, plus = 0): string => dayOfNumber(afterMonths(dayNumber(day), -months) + plus);
const since = (basis: string, from: string, to: string | null = null): FactInput => ({ basis, from, to });
const all = (...lists: readonly Readonly<Record<string, Make>>[]): Readonly<Record<string, Make>> => Object.assign({}, ...lists) as Record<string, Make>;

/** `key=value` around a threshold: just met and just not. */
const sweep = (key: string, ...values: readonly unknown[]): Readonly<Record<string, Make>> =>
  Object.fromEntries(values.map((value) => [`${key} ${JSON.stringify(value)}`, () => ({ [key]: value })]));
const fine = (tagessaetze: number, foreignersOnly = false): FactInput => ({ type: "geldstrafe", tagessaetze, intentional: true, foreignersOnly });
const fines = (...days: readonly number[]): Readonly<Record<string, Make>> =>
  Object.fromEntries(days.flatMap((d) => [[`fine ${d}`, () => ({ convictions: [fine(d)] })], [`fine of foreigners ${d}`, () => ({ convictions: [fine(d, true)] })]]));

/** Stays begun so many years ago: complete today, and complete tomorrow. */
const stays = (basis: string, years: readonly number[], more: FactInput = {}): Readonly<Record<string, Make>> =>
  Object.fromEntries(years.flatMap((y) => [0, 1].map((plus) => [`${basis} ${y} years ${plus === 0 ? "today" : "tomorrow"}`, (day: CalendarDay) => ({ stay: [since(basis, yearsBefore(day, y, plus))], ...more })])));

/** A gap of so many months, and one day more. */
const gaps = (...months: readonly number[]): Readonly<Record<string, Make>> =>
  Object.fromEntries(months.flatMap((m) => [0, 1].map((plus) => {
    const make: Make = (day) => {
      const second = yearsBefore(day, 2);
      const first = dayOfNumber(afterMonths(dayNumber(second as CalendarDay), -m) - 1 - plus);
      return { stay: [since("DULDUNG_60A", yearsBefore(day, 20), first), since("DULDUNG_60A", second)] };
    };
    return [`gap ${m} months${plus === 0 ? "" : " and a day"}`, make];
  })));

const tolerated: Make = (day) => ({
  status: "DULDUNG_60A", stay: [since("DULDUNG_60A", yearsBefore(day, 15))], birthDate: yearsBefore(day, 18), applicationDate: day,
  schoolYearsSuccessful: 9, livelihoodSecured: true, integrationPrognosisPositive: true, fdgoDoubtIndications: false, deception: "none", ausweisungsinteresse: "none",
  fdgoDeclaration: true, basicCivicKnowledge: true, livelihoodByWorkShare: 0.8, germanOral: "A2", identityClarified: true,
});
const ages = (...years: readonly number[]): Readonly<Record<string, Make>> =>
  Object.fromEntries(years.flatMap((y) => [0, 1].map((plus) => [`${y} years old ${plus === 0 ? "today" : "tomorrow"}`, (day: CalendarDay) => ({ birthDate: yearsBefore(day, y, plus) })])));

export const residenceCases: Readonly<Record<string, Cases>> = {
  AUFENTHG_25A_1: {
    base: tolerated,
    variants: all(stays("DULDUNG_60A", [1, 2, 3, 4, 5, 6, 7]), gaps(2, 3, 4), ages(13, 14, 15, 20, 21, 26, 27), sweep("schoolYearsSuccessful", 2, 3, 4, 5, 6), sweep("fdgoDoubtIndications", true), {
      "Duldung 11 months": (day) => ({ stay: [since("GESTATTUNG", yearsBefore(day, 8), monthsBefore(day, 11, -1)), since("DULDUNG_60A", monthsBefore(day, 11))] }),
      "Duldung 12 months": (day) => ({ stay: [since("GESTATTUNG", yearsBefore(day, 8), monthsBefore(day, 12, -1)), since("DULDUNG_60A", monthsBefore(day, 12))] }),
      "Duldung since today": (day) => ({ stay: [since("GESTATTUNG", yearsBefore(day, 8), monthsBefore(day, 0, -1)), since("DULDUNG_60A", day)] }),
      "ill": () => ({ schoolYearsSuccessful: 0, unableDueToIllness: true }),
      "15 today, applied yesterday": (day) => ({ birthDate: yearsBefore(day, 15), applicationDate: monthsBefore(day, 0, -1) }),
      "14, applied at 13": (day) => ({ birthDate: yearsBefore(day, 14), applicationDate: monthsBefore(day, 6) }),
      "§ 104c": () => ({ status: "AE_104C" }),
    }),
  },
  AUFENTHG_25A_2_PARENT: {
    base: () => ({ childHolds25a1: true, childMinor: true, livelihoodByOwnWorkShare: 1, deception: "none", convictions: [] }),
    variants: all(sweep("livelihoodByOwnWorkShare", 0, 0.99, 1, 1.5, 2), fines(49, 50, 51, 52, 89, 90, 91, 92)),
  },
  AUFENTHG_25B_1: {
    base: tolerated,
    variants: all(stays("DULDUNG_60A", [3, 5, 6, 7, 8, 9]), gaps(2, 3, 4), sweep("livelihoodByWorkShare", 0, 0.49, 0.5, 0.51, 1.5, 1.6), {
      ...Object.fromEntries([3, 4, 5, 6, 7].flatMap((y) => [0, 1].map((plus) => [`with child, ${y} years ${plus}`, (day: CalendarDay) => ({ livesWithMinorUnmarriedChild: true, stay: [since("DULDUNG_60A", yearsBefore(day, y, plus))] })]))),
      ...Object.fromEntries([5, 6, 7, 11, 12, 13].flatMap((m) => [[`prison ${m}`, () => ({ convictions: [{ type: "freiheitsstrafe", months: m, suspended: true, intentional: true }] })], [`youth ${m}`, () => ({ convictions: [{ type: "jugendstrafe", months: m, suspended: false, intentional: true }] })]])),
      "§ 104c": () => ({ status: "AE_104C" }),
    }),
  },
  AUFENTHG_25B_4: { base: () => ({ principalHolds25b: true, relation: "spouse", familyUnit: true }), variants: sweep("livelihoodByWorkShare", 0.5, 0.51) },
  AUFENTHG_25B_6: { base: () => ({ months60d: 40, conditions60dStillMet: true, germanOral: "A2" }), variants: sweep("months60d", 28, 29, 30, 31) },
  AUFENTHG_104C_1: {
    base: () => ({ status: "DULDUNG_60A", stay: [since("DULDUNG_60A", "2010-01-01")], convictions: [] }),
    variants: all(fines(49, 50, 51, 52, 89, 90, 91, 92), Object.fromEntries(["2016-10-31", "2016-11-01", "2017-10-30", "2017-10-31", "2017-11-01", "2017-11-02", "2018-10-31", "2018-11-01"].map((from) => [`since ${from}`, () => ({ stay: [since("DULDUNG_60A", from)] })])), Object.fromEntries(["2020-03-01", "2020-03-02", "2020-04-01", "2020-04-02", "2020-05-01", "2020-05-02"].map((from) => [`gap from 2020-01-01 to before ${from}`, () => ({ stay: [since("DULDUNG_60A", "2010-01-01", "2019-12-31"), since("DULDUNG_60A", from)] })]))),
  },
  AUFENTHG_60C: {
    base: (day) => ({ duldungMonths: 12, qualifiedTrainingContract: true, trainingStart: dayOfNumber(afterMonths(dayNumber(day), 1)), applicationDate: day, entryDate: "2016-01-01", identityClarifiedOn: "2016-06-01" }),
    variants: all(sweep("duldungMonths", 1, 2, 3, 4), {
      ...Object.fromEntries([4, 5, 6, 7, 8].flatMap((m) => [0, 1].map((plus) => [`starts in ${m} months and ${plus} days`, (day: CalendarDay) => ({ trainingStart: dayOfNumber(afterMonths(dayNumber(day), m) + plus) })]))),
      ...Object.fromEntries([5, 6, 7, 8].flatMap((m) => [0, 1].map((plus) => [`applied ${m} months and ${plus} days before`, (day: CalendarDay) => ({ trainingStart: day, applicationDate: dayOfNumber(afterMonths(dayNumber(day), -m) - plus) })]))),
      ...Object.fromEntries(["2020-06-29", "2020-06-30", "2020-07-01", "2020-07-02"].flatMap((on) => ["2016-12-30", "2016-12-31", "2017-01-01", "2017-01-02", "2019-12-30", "2019-12-31"].map((entry) => [`entered ${entry}, clarified ${on}`, () => ({ entryDate: entry, identityClarifiedOn: on })]))),
      ...Object.fromEntries(["2019-12-31", "2020-01-01"].map((entry) => [`entered ${entry}, applied 2020-03-01, clarified 2020-05-01`, () => ({ entryDate: entry, applicationDate: "2020-03-01", identityClarifiedOn: "2020-05-01" })])),
      ...Object.fromEntries([5, 6, 7].flatMap((m) => [0, 1].map((plus) => [`entered 2020-01-01, clarified ${m} months and ${plus} days later`, () => ({ entryDate: "2020-01-01", identityClarifiedOn: dayOfNumber(afterMonths(dayNumber("2020-01-01" as CalendarDay), m) + plus) })]))),
      ...Object.fromEntries([5, 6, 7].flatMap((m) => [0, 1].map((plus) => [`entered 2020-02-01, clarified ${m} months and ${plus} days later`, () => ({ entryDate: "2020-02-01", identityClarifiedOn: dayOfNumber(afterMonths(dayNumber("2020-02-01" as CalendarDay), m) + plus) })]))),
    }),
  },
  AUFENTHG_60D: {
    base: () => ({ entryDate: "2016-01-01", identityClarifiedOn: "2016-06-01", duldungMonths: 40, employmentMonthsSV: 40, weeklyHours: 40, livelihoodLast12MonthsByWork: true, livelihoodByWork: true, germanOral: "A2", convictions: [] }),
    variants: all(sweep("duldungMonths", 11, 12, 13), sweep("employmentMonthsSV", 11, 12, 13, 17, 18, 19), sweep("weeklyHours", 19, 20, 21, 34, 35, 36), fines(0, 1, 2, 89, 90, 91, 92), sweep("entryDate", "2018-07-31", "2018-08-01", "2018-08-02", "2022-12-30", "2022-12-31", "2023-01-01"), {
      "single parent 19": () => ({ weeklyHours: 19, singleParent: true }),
      "single parent 20": () => ({ weeklyHours: 20, singleParent: true }),
      ...Object.fromEntries(["2020-06-29", "2020-06-30", "2020-07-01", "2020-07-02", "2024-12-30", "2024-12-31", "2025-01-01", "2025-01-02"].flatMap((on) => ["2016-12-30", "2016-12-31", "2017-01-01", "2017-01-02"].map((entry) => [`entered ${entry}, clarified ${on}`, () => ({ entryDate: entry, identityClarifiedOn: on })]))),
    }),
  },
  AUFENTHG_19D_1: {
    base: () => ({ german: "B1", adequateHousing: true, qualification: "qualifizierte_Berufsausbildung", jobMatchesQualification: true, convictions: [] }),
    variants: all(fines(49, 50, 51, 52, 89, 90, 91, 92), sweep("qualification", "staatl_anerkannte_Pflegehilfe", "none")),
  },
  AUFENTHG_9_2: {
    base: () => ({ aeMonths: 100, livelihoodSecured: true, pensionMonths: 100, german: "B1" }),
    variants: all(sweep("aeMonths", 47, 48, 59, 60, 71, 72), sweep("pensionMonths", 58, 59, 60, 61)),
  },
  AUFENTHG_26_4: { base: () => ({ title: "AE_25B_1", aeMonths: 100, pensionMonths: 100 }), variants: sweep("aeMonths", 47, 48, 59, 60, 71, 72, 83, 84, 95, 96) },
  AUFENTHG_26_3: {
    base: () => ({ title: "AE_25_2_1", aeFrom: "2000-01-01", bamfNegativeNotice: true, livelihoodShare: 1.8, german: "C1" }),
    variants: all(sweep("livelihoodShare", 0.5, 0.51, 1.5, 1.51), {
      ...Object.fromEntries([2, 3, 4, 5, 6].flatMap((y) => [0, 1].map((plus) => [`since ${y} years ${plus}`, (day: CalendarDay) => ({ aeFrom: yearsBefore(day, y, plus) })]))),
      ...Object.fromEntries([0.7, 0.75, 0.8, 1.7, 1.75].map((share) => [`fast with ${share}`, (day: CalendarDay) => ({ aeFrom: yearsBefore(day, 4), livelihoodShare: share })])),
      ...Object.fromEntries([2, 3, 4, 5, 6, 7].flatMap((y) => [0, 1].map((plus) => [`A2 since ${y} years ${plus}`, (day: CalendarDay) => ({ aeFrom: yearsBefore(day, y, plus), german: "A2" })]))),
      "B2 after four years": (day) => ({ aeFrom: yearsBefore(day, 4), german: "B2" }),
      "share 0.6, since 2000": () => ({ livelihoodShare: 0.6, german: "A1" }),
    }),
  },
};
