import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { actor, type Actor } from "../../test/world.ts";
import type { CalendarDay } from "../kernel/calendar-day.ts";
import type { Fact } from "./fact.ts";
import { openBefore, residenceHistory } from "./residence-history.ts";

let it: TestServer;
let manager: Actor;
beforeAll(async () => {
  it = await startTestServer({ clock: () => new Date("2026-11-22T10:00:00Z") });
  manager = await actor(it.world, ["case_manager"], "case");
});
afterAll(() => it.close());

const fact = (from: string | null, until: string | null, id = `${from}`): Fact => ({ id, recordId: "r", version: 1, values: { short: "x", from, until }, sealed: {} });

test("the way of a status is shown newest first, with its gaps and overlaps as questions", () => {
  const { spans, doubts } = residenceHistory([fact("2022-01-01", "2022-12-31"), fact("2023-01-01", "2023-06-30"), fact("2023-08-01", "2024-12-31"), fact("2024-12-01", null), fact(null, null)]);
  expect(spans.map((span) => span.from)).toEqual(["2024-12-01", "2023-08-01", "2023-01-01", "2022-01-01", null]);
  expect(doubts).toEqual(["Vom 01.07.2023 bis 31.07.2023 steht nichts.", "Vom 01.12.2024 an überschneiden sich zwei Einträge."]);
  expect(residenceHistory([fact("2022-01-01", null), fact("2023-01-01", "2023-06-30")]).doubts).toEqual(["Vor dem 01.01.2023 gilt noch ein Eintrag ohne Ende."]);
  expect(residenceHistory([]).doubts).toEqual([]);
});

test("what a new status ends is one open entry that began before, and nothing where that is not clear", () => {
  const day = "2026-01-01" as CalendarDay;
  expect(openBefore([fact("2022-01-01", "2023-01-01"), fact("2024-01-01", null, "open")], "r", day)?.id).toBe("open");
  expect(openBefore([fact("2024-01-01", null), fact("2025-01-01", null)], "r", day)).toBeUndefined();
  expect(openBefore([fact("2026-05-01", null)], "r", day)).toBeUndefined();
  expect(openBefore([fact("2024-01-01", null)], "other", day)).toBeUndefined();
});

test("a new status ends the one before it on the day before, and both stand in the list", async () => {
  const person = (await it.post("/personen/neu", manager.secret, { "names.family": "Weg", "names.given": "Ahmad", confirmed: "ja" })).headers.location!;
  const way = `${person}/aufenthalt`;
  expect((await it.post(way, manager.secret, { short: "Aufenthaltsgestattung", from: "1.3.2023", endsBefore: "ja" })).statusCode).toBe(303);
  const saved = await it.post(way, manager.secret, { short: "§ 25 Abs. 2", from: "15.5.2024", until: "14.5.2027", endsBefore: "ja" });
  expect([saved.statusCode, saved.headers.location]).toEqual([303, way]);
  const { body } = await it.get(way, manager.secret);
  for (const shown of ["01.03.2023", "14.05.2024", "15.05.2024", "14.05.2027", "Aufenthaltsgestattung"]) expect(body).toContain(shown);
  expect(body).not.toContain("Bitte klären");
  const refused = await it.post(way, manager.secret, { from: "31.2.2024", evidence: "eAT gesehen" });
  expect([refused.statusCode, refused.body.includes('value="31.2.2024"'), refused.body.includes('value="eAT gesehen"')]).toEqual([422, true, true]);
});

test("of somebody else's person there is no such page, to read or to write", async () => {
  const person = (await it.post("/personen/neu", manager.secret, { "names.family": "Verborgen", "names.given": "Ahmad", confirmed: "ja" })).headers.location!;
  const other = await actor(it.world, ["case_manager"], "case");
  expect((await it.get(`${person}/aufenthalt`, other.secret)).statusCode).toBe(404);
  expect((await it.post(`${person}/aufenthalt`, other.secret, { short: "x" })).statusCode).toBe(404);
});

test("whoever is recorded on the way to a case leads back to it, with the Kurzberatung that it began with", async () => {
  const advice = (await it.post("/kurzberatungen/neu", manager.secret, { language: "ar", lifeAreas: "wohnen", outcome: "answered" })).headers.location!.split("=")[1]!;
  const opening = (await it.get(`/faelle/neu?kurzberatung=${advice}`, manager.secret)).body;
  const way = /href="(\/personen\/neu\?[^"]+)"/.exec(opening)![1]!.replaceAll("&amp;", "&");
  const back = (await it.post(way, manager.secret, { "names.family": "Neu", "names.given": "Ahmad", confirmed: "ja" })).headers.location!;
  expect(back).toMatch(new RegExp(`^/faelle/neu\\?person=[0-9a-f-]{36}&kurzberatung=${advice}$`));
  expect((await it.get(back, manager.secret)).body).toContain(`name="adviceId" value="${advice}"`);
});
