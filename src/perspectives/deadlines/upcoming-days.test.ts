import { expect, test } from "vitest";
import { calendarDay } from "../../kernel/calendar-day.ts";
import { factCatalogue } from "../../rules/index.ts";
import { upcomingDaysOf } from "./upcoming-days.ts";

const today = calendarDay("2026-11-22");
/** As the product passes them: every fact, null where unasked. */
const facts = (known: Record<string, unknown>) => ({ ...Object.fromEntries([...factCatalogue.keys()].map((key) => [key, null])), ...known });
const daysOf = (known: Record<string, unknown>) => upcomingDaysOf(facts(known), today);

test("whose paper nobody knows has no days, whatever else is known", () => {
  expect(daysOf({ birthDate: "2000-05-01" })).toEqual([]);
});

test("a paper ends on its last day, unless the next one is there already", () => {
  const held = { basis: "AE_104C", from: "2025-06-01", to: "2027-05-31" };
  expect(daysOf({ status: "AE_104C", stay: [held] }).filter((d) => d.kind === "ends")).toEqual([{ rule: "AUFENTHALT", kind: "ends", day: "2027-05-31", detail: "AE_104C", isCertain: true }]);
  const followed = [held, { basis: "AE_25B_1", from: "2027-06-01", to: "2029-05-31" }];
  expect(daysOf({ status: "AE_104C", stay: followed }).filter((d) => d.kind === "ends")).toEqual([]);
});

test("after 36 months of stay the benefit changes, on that very day", () => {
  const days = daysOf({ status: "GESTATTUNG", stay: [{ basis: "GESTATTUNG", from: "2024-03-10", to: null }], needy: true, protectionInOtherEuState: false, abusiveProlongation: false, inHouseholdWithEligibleParent: false, unaccompanied: false, birthDate: "1990-01-01" });
  expect(days.find((d) => d.rule === "RECHTSKREIS")).toEqual({ rule: "RECHTSKREIS", kind: "switch", day: "2027-03-10", detail: "ASYLBLG_3>ASYLBLG_2", isCertain: true });
});

test("where nobody was asked whether somebody is in need, the day of the change is told all the same, with questions open", () => {
  const stay = [{ basis: "GESTATTUNG", from: "2024-03-10", to: null }];
  expect(daysOf({ status: "GESTATTUNG", stay, birthDate: "1990-01-01" }).find((d) => d.kind === "switch")).toEqual({ rule: "RECHTSKREIS", kind: "switch", day: "2027-03-10", detail: "ASYLBLG_3>ASYLBLG_2", isCertain: false });
  // whoever earns a living has nothing to change
  expect(daysOf({ status: "GESTATTUNG", stay, birthDate: "1990-01-01", needy: false }).filter((d) => d.kind === "switch")).toEqual([]);
});

test("the window of § 25a closes on the 27th birthday", () => {
  const days = daysOf({ status: "DULDUNG_60A", birthDate: "2000-06-15", stay: [{ basis: "DULDUNG_60A", from: "2022-01-01", to: null }], schoolYears: 4, degree: false });
  expect(days.find((d) => d.rule === "AUFENTHG_25A_1" && d.kind === "closes")).toMatchObject({ day: "2027-06-15", isCertain: false });
});

test("nothing further away than two years is kept, and nothing of the past", () => {
  for (const day of daysOf({ status: "DULDUNG_60A", birthDate: "2008-01-01", stay: [{ basis: "DULDUNG_60A", from: "2024-01-01", to: "2026-12-31" }] })) expect([day.day > today, day.day <= "2028-11-22"], JSON.stringify(day)).toEqual([true, true]);
});

test("a Duldung of three months does not close the ways that its prolongation opens; § 104c is never prolonged", () => {
  const tolerated = { basis: "DULDUNG_60A", from: "2021-02-01", to: "2026-12-31" };
  const waiting = daysOf({ status: "DULDUNG_60A", stay: [tolerated], birthDate: "1990-01-01", livesWithMinorUnmarriedChild: false });
  expect(waiting.find((d) => d.rule === "AUFENTHG_25B_1")).toMatchObject({ kind: "opens", day: "2027-02-01" });
  expect(waiting.filter((d) => d.day === "2027-01-01")).toEqual([]);
});

test("the end of § 104c is told once, and not again by every window that closes with it", () => {
  const days = daysOf({ status: "AE_104C", birthDate: "1990-01-01", stay: [{ basis: "DULDUNG_60A", from: "2017-02-01", to: "2025-05-31" }, { basis: "AE_104C", from: "2025-06-01", to: "2026-12-31" }] });
  expect(days.filter((d) => d.kind === "ends" || d.day === "2027-01-01").map((d) => [d.rule, d.kind])).toEqual([["AUFENTHALT", "ends"]]);
});

test("with questions open, nobody is told of a window that was made for others", () => {
  const days = daysOf({ status: "AE_24", birthDate: "1990-01-01", stay: [{ basis: "AE_24", from: "2022-03-10", to: "2027-03-04" }] });
  expect(days.filter((d) => !d.isCertain && /25A|25B|60C|STAG_9_1/.test(d.rule))).toEqual([]);
});
