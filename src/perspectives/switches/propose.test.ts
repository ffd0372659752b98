import { expect, test } from "vitest";
import { addDays, addMonths, calendarDay } from "../../kernel/calendar-day.ts";
import { dueOf, type PersonDay, proposalsOf } from "./propose.ts";
import { findTemplate, isCompared, switchTemplates } from "./templates.ts";

const today = calendarDay("2026-11-22");
const day = (more: Partial<PersonDay>): PersonDay => ({ personId: "p", rule: "AUFENTHALT", kind: "ends", day: addMonths(today, 5), detail: "AE_104C", isCertain: true, ...more });
const keysOf = (days: readonly PersonDay[], known: Parameters<typeof proposalsOf>[1] = [], on = today) => proposalsOf(days, known, on).map((p) => p.template.key);

test("the end of § 104c is proposed from nine months before on, and not a day sooner", () => {
  const ends = addMonths(today, 9);
  expect(keysOf([day({ day: ends })])).toEqual(["chance_104c"]);
  expect(keysOf([day({ day: ends })], [], addDays(today, -1))).toEqual([]);
  expect(keysOf([day({ day: addDays(today, -1) })])).toEqual([]);
});

test("what was taken on or declined is not proposed again, even if its day moves a little; a prolonged title is a new switch", () => {
  const known = { personId: "p", template: "chance_104c", eventOn: addMonths(today, 5) };
  expect(keysOf([day({})], [known])).toEqual([]);
  expect(keysOf([day({ day: addDays(addMonths(today, 5), 30) })], [known])).toEqual([]);
  expect(keysOf([day({ day: addMonths(today, 8) })], [known])).toEqual(["chance_104c"]);
  expect(keysOf([day({ personId: "q" })], [known])).toEqual(["chance_104c"]);
});

test("each computed switch finds its own checklist", () => {
  const soon = addMonths(today, 2);
  const rechtskreis = (detail: string) => keysOf([day({ rule: "RECHTSKREIS", kind: "switch", detail, day: soon })]);
  expect(rechtskreis("ASYLBLG_3>ASYLBLG_2")).toEqual(["months_36"]);
  expect(rechtskreis("ASYLBLG_2>SGB_II")).toEqual(["month_18_25_5"]);
  expect(rechtskreis("SGB_VIII>SGB_II")).toEqual(["birthday_18"]);
  const opens = day({ rule: "AUFENTHG_25B_1", kind: "opens", detail: "SOLL", day: soon });
  expect(keysOf([opens])).toEqual(["duldung_25a_25b"]);
  // whoever holds a title does not come from a Duldung
  expect(keysOf([opens, day({ detail: "AE_104C", day: addMonths(today, 12) })])).toEqual([]);
});

test("nothing begins overdue: what was due before gets a week", () => {
  expect(dueOf(addMonths(today, 1), -270, today)).toBe(addDays(today, 7));
  expect(dueOf(addMonths(today, 12), -90, today)).toBe(addDays(addMonths(today, 12), -90));
});

test("every event of the law's table has its checklist, with unlike keys, and an office wherever one is to act", () => {
  expect(switchTemplates.map((t) => t.key)).toEqual(["recognition", "chance_104c", "duldung_25a_25b", "month_18_25_5", "months_36", "fiction_24", "birthday_18", "job_taken", "job_lost", "move", "naturalisation"]);
  for (const t of switchTemplates) {
    expect(new Set(t.items.map((i) => i.key)).size, t.key).toBe(t.items.length);
    for (const item of t.items) expect(item.owner === "office" || item.owner === "other", `${t.key}.${item.key}`).toBe(item.office !== undefined);
  }
  const gaps = findTemplate("recognition")!.items.flatMap((i) => i.gap ?? []);
  expect([...new Set(gaps)]).toEqual(["Titelnachweis", "Unterkunftsgebühr", "Gesundheitskarte", "Bankkonto", "Kursberechtigung"]);
});

test("a citation of a law that was not compared is unverified", () => {
  expect([isCompared("§ 37 SGB II"), isCompared("§ 1 Abs. 3 AsylbLG; § 44 Abs. 2 AufenthG"), isCompared("§ 31 ZKG"), isCompared("§ 38 SGB III; § 60d AufenthG"), isCompared("§ 41 SGB VIII")]).toEqual([true, true, false, false, false]);
});
