import { afterAll, beforeAll, expect, test } from "vitest";
import { type PortalWorld, startPortalWorld } from "../../portal-world.test-support.ts";

let it: PortalWorld;
beforeAll(async () => {
  it = await startPortalWorld();
}, 120_000);
afterAll(() => it.close());
const PATH = "/verwaltung/eigene-seite";
const API = "/api/v1/settings/portal-sensitive-areas";

test("what the municipality calls sensitive leaves every page at once, but where the person wants it; what it calls so no more is there", async () => {
  const { id, personId } = await it.newCase();
  for (const [lifeArea, wish] of [["wohnen", "Allein wohnen"], ["gesundheit", "Ruhe finden"]]) {
    expect((await it.api("POST", `/api/v1/cases/${id}/goals`, it.manager.secret, { personId, lifeArea, wish, wishLanguage: "de" })).statusCode).toBe(201);
  }
  const phone = await it.signedIn(id, personId);
  const plan = async (): Promise<boolean[]> => { const { body } = await phone.get("/plan"); return [body.includes("Allein wohnen"), body.includes("Ruhe finden")]; };
  expect(await plan()).toEqual([true, false]);
  expect((await it.get(PATH, it.administrator.secret)).body).toMatch(/value="gesundheit"[^>]* checked/);
  expect((await it.post(PATH, it.administrator.secret, { area: ["wohnen"] })).statusCode).toBe(303);
  expect(await plan()).toEqual([false, true]);
  expect((await it.get(`/faelle/${id}/portal`, it.manager.secret)).body, "the case offers what is off now").toContain("Einschalten: Wohnen");
  await it.post(`/faelle/${id}/portal/bereiche/an`, it.manager.secret, { area: `${personId}:wohnen` });
  expect(await plan()).toEqual([true, true]);
  expect((await it.post(PATH, it.administrator.secret, {})).statusCode, "none of those that there are; what is retired stays off").toBe(303);
  expect((await it.api("GET", API, it.administrator.secret)).json()).toEqual({ areas: ["familie"] });
  expect((await it.api("PUT", API, it.administrator.secret, { areas: ["gesundheit"] })).statusCode).toBe(200);
  expect(await plan()).toEqual([true, false]);
  const { rows } = await it.world.owner.query("select purpose from app.access_records where action = 'setting.changed' order by seq nulls last, at");
  expect(rows.map((r: { purpose: string }) => r.purpose)).toEqual(["portal_off:wohnen+familie", "portal_off:familie", "portal_off:gesundheit+familie"]);
});

test("only who administers sets it, and only life areas that there are; other settings leave it alone", async () => {
  for (const stranger of [it.manager, it.teamLead, it.officer]) {
    expect([(await it.get(PATH, stranger.secret)).statusCode, (await it.post(PATH, stranger.secret, { area: "wohnen" })).statusCode]).toEqual([404, 404]);
  }
  const before = (await it.api("GET", API, it.administrator.secret)).json<{ areas: string[] }>();
  const wrong = await it.post(PATH, it.administrator.secret, { area: ["wohnen", "gibtsnicht"] });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain("Diesen Lebensbereich gibt es nicht.");
  await it.post("/verwaltung/einstellungen", it.administrator.secret, { reminder_days: "2" });
  expect((await it.api("GET", API, it.administrator.secret)).json()).toEqual(before);
});
