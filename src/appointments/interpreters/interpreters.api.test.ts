import { afterAll, beforeAll, expect, test } from "vitest";
import { type CaseWorld, startCaseWorld } from "../../cases/case-world.test-support.ts";
import { actor } from "../../../test/world.ts";

let it: CaseWorld;
beforeAll(async () => {
  it = await startCaseWorld();
});
afterAll(() => it.close());

test("programs keep the pool as the lead of the room, and everybody who works on cases reads it", async () => {
  const lead = await actor(it.world, ["team_lead"], "case", "Leitung");
  const pool = { name: "Sprachmittlungspool", reach: "02991 555-20", languages: ["ar"], leadDays: 3 };
  expect((await it.api("POST", "/api/v1/interpreters", it.manager.secret, pool)).statusCode).toBe(404);
  expect((await it.api("POST", "/api/v1/interpreters", lead.secret, { ...pool, languages: [] })).statusCode).toBe(422);
  const made = await it.api("POST", "/api/v1/interpreters", lead.secret, pool);
  expect(made.statusCode, made.body).toBe(201);
  const path = `/api/v1/interpreters/${made.json<{ id: string }>().id}`;
  expect((await it.api("GET", path, it.manager.secret)).json()).toMatchObject({ languages: ["ar"], isRetired: false });
  expect((await it.api("PATCH", path, lead.secret, { ...pool, isRetired: true })).statusCode).toBe(428);
  expect((await it.api("PATCH", path, lead.secret, { ...pool, languages: ["ar", "uk"], isRetired: true }, { "if-match": '"1"' })).json()).toMatchObject({ languages: ["ar", "uk"], isRetired: true, version: 2 });
  expect((await it.api("PATCH", path, lead.secret, { ...pool, isRetired: false }, { "if-match": '"1"' })).statusCode).toBe(412);
  const officer = await actor(it.world, ["immigration_officer"], "immigration", "Amt");
  for (const where of ["/api/v1/interpreters", path]) expect((await it.api("GET", where, officer.secret)).statusCode).toBe(404);
});

test("programs ask for an interpreter, note the answer with who gave it, and take back whom they asked before", async () => {
  const lead = await actor(it.world, ["team_lead"], "case", "Zweite");
  const interpreter = (await it.api("POST", "/api/v1/interpreters", lead.secret, { name: "Frau Aslan", reach: "", languages: ["ar"], leadDays: null })).json<{ id: string }>().id;
  const { id: caseId, personId } = await it.newCase();
  const appointment = (await it.api("POST", `/api/v1/cases/${caseId}/appointments`, it.manager.secret, { on: "2099-06-01", from: "10:00", personIds: [personId], language: "ar" })).json<{ id: string }>().id;
  const path = `/api/v1/appointments/${appointment}/interpreter-request`;
  expect((await it.api("GET", path, it.manager.secret)).statusCode).toBe(404);
  const open = await it.api("POST", path, it.manager.secret, { interpreterId: null });
  expect([open.statusCode, open.json()]).toMatchObject([201, { interpreterId: null, state: "requested" }]);
  const second = (await it.api("POST", path, it.manager.secret, { interpreterId: interpreter })).json<{ id: string; version: number }>();
  expect(second).toMatchObject({ interpreterId: interpreter, state: "requested" });
  expect((await it.api("PUT", path, it.manager.secret, { state: "confirmed", confirmedBy: "" }, { "if-match": '"1"' })).statusCode).toBe(422);
  expect((await it.api("PUT", path, it.manager.secret, { state: "confirmed", confirmedBy: "Frau Aslan selbst" }, { "if-match": '"1"' })).json()).toMatchObject({ id: second.id, state: "confirmed", confirmedBy: "Frau Aslan selbst" });
  expect((await it.api("PUT", path, it.manager.secret, { state: "cancelled", confirmedBy: "" }, { "if-match": '"1"' })).statusCode).toBe(412);
  const stranger = await actor(it.world, ["case_manager"], "case", "Fremd");
  for (const [method, body] of [["GET", undefined], ["POST", { interpreterId: null }], ["PUT", { state: "declined", confirmedBy: "" }]] as const) expect((await it.api(method, path, stranger.secret, body, { "if-match": '"2"' })).statusCode).toBe(404);
});
