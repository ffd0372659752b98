import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type CalendarDay, calendarDay, daysBetween } from "../../kernel/calendar-day.ts";
import { holidaysOf } from "../../kernel/holidays-nrw.ts";
import { decideTimeLimit, type NoticeFacts } from "./decide-time-limit.ts";

const base: NoticeFacts = { issuedOn: calendarDay("2026-11-02"), madeKnown: "post", madeKnownOn: null, arrivedOn: null, law: "social", remedy: "objection", instruction: "given", period: "one_month" };
type Told = Partial<Record<keyof NoticeFacts, string | null>>;
const limitOf = (told: Told) => decideTimeLimit({ ...base, ...told } as NoticeFacts);
const normsOf = (told: Told): string => limitOf(told).steps.map((s) => s.norm).join(" | ");

/** What is told, the day it counts as known, and the last day: reckoned by hand with a calendar. */
const TABLE: readonly (readonly [string, Told, string, string])[] = [
  ["by post: the fourth day, then a month", { madeKnownOn: "2026-11-02" }, "2026-11-06", "2026-12-07"],
  ["the fourth day is a Sunday, and counts", { madeKnownOn: "2026-11-04" }, "2026-11-08", "2026-12-08"],
  ["posted in 2024: the third day", { issuedOn: "2024-12-31", madeKnownOn: "2024-12-31" }, "2025-01-03", "2025-02-03"],
  ["posted on the first day of the new law", { issuedOn: "2025-01-01", madeKnownOn: "2025-01-02" }, "2025-01-06", "2025-02-06"],
  ["it came later, and that day counts", { madeKnownOn: "2026-11-02", arrivedOn: "2026-11-12" }, "2026-11-12", "2026-12-14"],
  ["it came earlier, and the fourth day counts", { madeKnownOn: "2026-11-02", arrivedOn: "2026-11-03" }, "2026-11-06", "2026-12-07"],
  ["it came on the fourth day", { madeKnownOn: "2026-11-02", arrivedOn: "2026-11-06" }, "2026-11-06", "2026-12-07"],
  ["with a certificate of service: the day on the envelope", { madeKnown: "pzu", madeKnownOn: "2026-11-03" }, "2026-11-03", "2026-12-03"],
  ["handed over on the 31st: the month before has 30 days", { madeKnown: "handed_over", madeKnownOn: "2026-08-31" }, "2026-08-31", "2026-09-30"],
  ["handed over on the 31st of January, no leap year: 28 February is a Saturday in 2026", { madeKnown: "handed_over", madeKnownOn: "2026-01-31" }, "2026-01-31", "2026-03-02"],
  ["31 January in a leap year: 29 February", { madeKnown: "handed_over", madeKnownOn: "2028-01-31" }, "2028-01-31", "2028-02-29"],
  ["30 January in a leap year: 29 February too", { madeKnown: "handed_over", madeKnownOn: "2028-01-30" }, "2028-01-30", "2028-02-29"],
  ["28 February: the 28th, not the last of March (a Saturday in 2026, so Monday)", { madeKnown: "handed_over", madeKnownOn: "2026-02-28" }, "2026-02-28", "2026-03-30"],
  ["over the turn of the year", { madeKnown: "handed_over", madeKnownOn: "2026-12-07" }, "2026-12-07", "2027-01-07"],
  ["New Year is a holiday, then a weekend", { madeKnown: "handed_over", madeKnownOn: "2026-12-01" }, "2026-12-01", "2027-01-04"],
  ["Saturday goes on to Monday", { madeKnown: "handed_over", madeKnownOn: "2026-10-14" }, "2026-10-14", "2026-11-16"],
  ["Allerheiligen 2027 is a Monday", { madeKnown: "handed_over", madeKnownOn: "2027-10-01" }, "2027-10-01", "2027-11-02"],
  ["Fronleichnam 2026 is a Thursday", { madeKnown: "handed_over", madeKnownOn: "2026-05-04" }, "2026-05-04", "2026-06-05"],
  ["Tag der Deutschen Einheit 2026 is a Saturday", { madeKnown: "handed_over", madeKnownOn: "2026-09-03" }, "2026-09-03", "2026-10-05"],
  ["Good Friday to Easter Monday", { madeKnown: "handed_over", madeKnownOn: "2026-03-03" }, "2026-03-03", "2026-04-07"],
  ["Christmas", { madeKnown: "handed_over", madeKnownOn: "2026-11-25" }, "2026-11-25", "2026-12-28"],
  ["Christmas Eve is a working day", { madeKnown: "handed_over", madeKnownOn: "2026-11-24" }, "2026-11-24", "2026-12-24"],
  ["Heilige Drei Könige is none in Nordrhein-Westfalen", { madeKnown: "handed_over", madeKnownOn: "2026-12-06" }, "2026-12-06", "2027-01-06"],
  ["no instruction: a year", { madeKnown: "handed_over", madeKnownOn: "2026-11-02", instruction: "missing" }, "2026-11-02", "2027-11-02"],
  ["a year from 29 February: 28 February", { madeKnown: "handed_over", madeKnownOn: "2028-02-29", instruction: "wrong" }, "2028-02-29", "2029-02-28"],
  ["asylum: two weeks, on the same day of the week", { madeKnown: "pzu", madeKnownOn: "2026-11-03", law: "asylum", remedy: "court", period: "two_weeks" }, "2026-11-03", "2026-11-17"],
  ["asylum: one week", { madeKnown: "pzu", madeKnownOn: "2026-11-03", law: "asylum", remedy: "court", period: "one_week" }, "2026-11-03", "2026-11-10"],
  ["asylum: a week from Allerheiligen's eve ends on a Saturday", { madeKnown: "pzu", madeKnownOn: "2026-10-31", law: "asylum", remedy: "court", period: "one_week" }, "2026-10-31", "2026-11-09"],
  ["day of posting not known: the day of the notice", { law: "administrative", remedy: "court" }, "2026-11-06", "2026-12-07"],
  ["electronic: the fourth day after it was sent", { madeKnown: "electronic", madeKnownOn: "2026-11-09" }, "2026-11-13", "2026-12-14"],
  ["Einschreiben: the fourth day too", { madeKnown: "registered", madeKnownOn: "2026-11-09", law: "administrative", remedy: "court" }, "2026-11-13", "2026-12-14"],
];

describe("until when something can be done against a notice", () => {
  test.each(TABLE)("%s", (_what, told, known, due) => {
    const limit = limitOf(told);
    expect([limit.knownOn, limit.dueOn]).toEqual([known, due]);
    expect(limit.steps.at(-1)!.day).toBe(due);
  });

  test("where the instruction seems wrong, the end of the short limit is told as the safe one", () => {
    expect(limitOf({ madeKnownOn: "2026-11-02", instruction: "missing" })).toMatchObject({ dueOn: "2027-11-08", safeOn: "2026-12-07" });
    expect(limitOf({ madeKnownOn: "2026-11-02" })).toMatchObject({ dueOn: "2026-12-07", safeOn: "2026-12-07" });
  });

  test("each step says by which norm", () => {
    expect(normsOf({})).toContain("§ 37 Abs. 2 Satz 1 SGB X");
    expect(normsOf({})).toContain("§ 84 Abs. 1 SGG");
    expect(normsOf({ remedy: "court" })).toContain("§ 87 Abs. 1 SGG");
    expect(normsOf({ instruction: "missing" })).toContain("§ 66 Abs. 2 SGG");
    expect(normsOf({ law: "administrative" })).toContain("§ 41 Abs. 2 Satz 1 VwVfG NRW");
    expect(normsOf({ law: "administrative" })).toContain("§ 70 Abs. 1 VwGO");
    expect(normsOf({ law: "administrative", remedy: "court" })).toContain("§ 74 Abs. 1 VwGO");
    expect(normsOf({ law: "administrative", remedy: "court", instruction: "wrong" })).toContain("§ 58 Abs. 2 VwGO");
    expect(normsOf({ law: "asylum", remedy: "court", period: "one_week" })).toContain("§ 74 Abs. 1 AsylG");
    expect(normsOf({ law: "administrative", remedy: "court", madeKnown: "handed_over", madeKnownOn: "2026-10-14" })).toContain("§ 222 Abs. 2 ZPO");
    expect(limitOf({ law: "administrative" }).cautions.join()).toContain("§ 110 JustG NRW");
  });

  test("for every notice: never before it was known, on a working day, and no later than the short limit allows a careful reader", () => {
    const start = calendarDay("2024-06-01");
    fc.assert(fc.property(
      fc.integer({ min: 0, max: 3000 }), fc.constantFrom("post", "registered", "pzu", "handed_over", "electronic"), fc.constantFrom("one_month", "two_weeks", "one_week"), fc.constantFrom("given", "missing"),
      (offset, madeKnown, period, instruction) => {
        const day = addDays(start, offset);
        const limit = limitOf({ issuedOn: day, madeKnownOn: day, madeKnown, period, instruction, law: "asylum", remedy: "court" });
        const length = daysBetween(limit.knownOn, limit.dueOn);
        const most = instruction === "missing" ? 366 : period === "one_month" ? 31 : period === "two_weeks" ? 14 : 7;
        // the longest run of days without work in Nordrhein-Westfalen is four: Easter
        expect(length).toBeGreaterThanOrEqual(instruction === "missing" ? 365 : period === "one_month" ? 28 : most);
        expect(length).toBeLessThanOrEqual(most + 4);
        const weekday = new Date(`${limit.dueOn}T00:00:00Z`).getUTCDay();
        expect(weekday === 0 || weekday === 6 || holidaysOf(Number(limit.dueOn.slice(0, 4))).includes(limit.dueOn as CalendarDay)).toBe(false);
      }), { numRuns: 1500, seed: 7 });
  });
});
