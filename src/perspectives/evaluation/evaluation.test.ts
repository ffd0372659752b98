import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allRules, listParameters, vectorsOf } from "../../rules/index.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { type Actor, actor } from "../../../test/world.ts";

let it: TestServer;
let officer: Actor;
let watcher: Actor;
beforeAll(async () => {
  it = await startTestServer();
  [officer, watcher] = [await actor(it.world, ["immigration_officer"], "immigration"), await actor(it.world, ["data_protection_officer"], null)];
});
afterAll(() => it.close());

interface Answer {
  readonly on: string;
  readonly decides: string;
  readonly results: readonly { rule: string; outcome?: string; unmet?: string[]; unknown?: string[]; refused?: { reachesBackTo: string }; trace?: { conditions: { id: string; state: string; citation: string; missing: string[] }[] }; earliestDays?: { possibleFrom: string | null } }[];
  readonly paths?: readonly { to: string; steps: { rule: string }[] }[];
}
const evaluate = async (body: object): Promise<Answer> => {
  const answer = await it.api("POST", "/api/v1/rules/evaluate", officer.secret, body);
  expect([answer.statusCode, answer.body.slice(0, answer.statusCode === 200 ? 0 : 500)]).toEqual([200, ""]);
  return answer.json();
};
const DULDUNG = { status: "DULDUNG_60A", birthDate: "1990-05-03", stay: [{ basis: "GESTATTUNG", from: "2019-03-01", to: "2021-06-30" }, { basis: "DULDUNG_60A", from: "2021-07-01", to: null }] };

test("the worked examples come out over the API as in the file", async () => {
  const vectors = vectorsOf(JSON.parse(readFileSync(join(import.meta.dirname, "../../../data/law/vectors.json"), "utf8"))) as readonly { id: string; rule: string; asOf: string; facts: object; expected: { outcome: string; unmet?: string[] } }[];
  expect(vectors.length).toBeGreaterThan(100);
  for (const vector of vectors.filter(({ asOf }, index) => index % 5 === 0 && asOf < "2026-11-22")) {
    const { results } = await evaluate({ facts: vector.facts, rules: [vector.rule], on: vector.asOf, unmentioned: "not_at_issue" });
    expect([vector.id, results[0]!.outcome, results[0]!.unmet?.toSorted()]).toEqual([vector.id, vector.expected.outcome, (vector.expected.unmet ?? []).toSorted()]);
  }
});

test("what nobody mentions is unknown, and the answer names what is missing with its citation", async () => {
  const { results, decides } = await evaluate({ facts: DULDUNG, rules: ["AUFENTHG_25B_1"], on: "2026-08-01" });
  expect(results[0]).toMatchObject({ outcome: "OFFEN", unknown: expect.arrayContaining(["germanOral", "livelihoodByWorkShare"]) });
  const conditions = results[0]!.trace!.conditions;
  expect(conditions.find((c) => c.id === "25b.N1")).toMatchObject({ state: "met", citation: expect.stringContaining("§ 25b") });
  expect(conditions.find((c) => c.id === "25b.N4")).toMatchObject({ state: "unknown", missing: expect.arrayContaining(["germanOral"]) });
  expect(decides).toContain("Behörde entscheidet");
});

test("without rules named, every rule answers; days and ways come where they are asked for", async () => {
  const plain = await evaluate({ facts: DULDUNG, on: "2026-08-01" });
  expect(plain.results.map((r) => r.rule)).toEqual(allRules.map((rule) => rule.id));
  expect([plain.paths, plain.results[0]!.earliestDays]).toEqual([undefined, undefined]);
  const more = await evaluate({ facts: { ...DULDUNG, stay: [{ basis: "DULDUNG_60A", from: "2023-03-01", to: null }] }, rules: ["AUFENTHG_25B_1"], on: "2026-08-01", earliestDays: true, paths: true });
  expect(more.results[0]!.earliestDays!.possibleFrom).toBe("2027-03-01");
  expect(more.paths!.length).toBeGreaterThan(0);
});

test("every refused fact is named at once, with what is expected", async () => {
  const answer = await it.api("POST", "/api/v1/rules/evaluate", officer.secret, { facts: { birthDat: "1990-05-03", birthDate: "gestern", schoolYearsSuccessful: -1, stay: [{ basis: "DULDUNG_60A", from: "2024-01-01", to: "2023-01-01" }, 5] }, rules: ["AUFENTHG_25B"], on: "2026-02-30" });
  expect([answer.statusCode, answer.headers["content-type"]]).toEqual([422, expect.stringContaining("application/problem+json")]);
  const { refusals } = answer.json<{ refusals: { field: string; sentence: string }[] }>();
  expect(refusals.map((r) => r.field).toSorted()).toEqual(["facts.birthDat", "facts.birthDate", "facts.schoolYearsSuccessful", "facts.stay[0]", "facts.stay[1]", "on", "rules"]);
  expect(refusals.find((r) => r.field === "facts.birthDat")!.sentence).toContain("birthDate");
  expect(refusals.find((r) => r.field === "facts.birthDate")!.sentence).toContain("JJJJ-MM-TT");
});

test("a day before the law is known is refused for that rule alone", async () => {
  const { results } = await evaluate({ facts: DULDUNG, rules: ["AUFENTHG_25B_1", "AUFENTHG_9_2"], on: "1990-01-01" });
  expect(results.find((r) => r.rule === "AUFENTHG_25B_1")!.refused!.reachesBackTo > "1990-01-01").toBe(true);
});

test("asking leaves nothing behind in the database", async () => {
  const counted = async (): Promise<unknown> => (await it.database.owner.query("select (select count(*) from app.idempotency_keys) as keys, (select count(*) from app.access_records) as records")).rows[0];
  const before = await counted();
  await evaluate({ facts: DULDUNG });
  expect(await counted()).toEqual(before);
});

test("everybody who is signed in may ask, nobody else, and no other site in their name", async () => {
  expect((await it.api("POST", "/api/v1/rules/evaluate", watcher.secret, { facts: {}, rules: ["STAG_10_1"] })).statusCode).toBe(200);
  expect((await it.server.inject({ method: "POST", url: "/api/v1/rules/evaluate", payload: { facts: {} } })).statusCode).toBe(401);
  expect((await it.api("POST", "/api/v1/rules/evaluate", officer.secret, { facts: {} }, { "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
});

test("rules and thresholds are listed, one by its id; an unknown id is not there", async () => {
  const { items, pending } = (await it.api("GET", "/api/v1/rules", officer.secret)).json<{ items: { id: string }[]; pending: object[] }>();
  expect([items.length, pending.length > 0]).toEqual([allRules.length, true]);
  expect((await it.api("GET", "/api/v1/rules/STAG_10_1", officer.secret)).json()).toMatchObject({ id: "STAG_10_1", norm: "§ 10 Abs. 1 StAG" });
  expect((await it.api("GET", "/api/v1/rules/STAG_99", officer.secret)).statusCode).toBe(404);
  const { items: parameters } = (await it.api("GET", "/api/v1/rule-parameters", officer.secret)).json<{ items: { isUnverified: boolean }[] }>();
  expect([parameters.length, parameters.some((p) => p.isUnverified)]).toEqual([listParameters().length, true]);
});
