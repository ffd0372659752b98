import { afterAll, beforeAll, expect, test } from "vitest";
import { allRules, listParameters } from "../../rules/index.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { type Actor, actor } from "../../../test/world.ts";
import { exampleCount, parameterLines, pendingShown, ruleDetail, ruleLines } from "./law-state.ts";
import { evidenceWords, valueWords } from "./law-view.ts";

let it: TestServer;
let watcher: Actor;
beforeAll(async () => {
  it = await startTestServer();
  watcher = await actor(it.world, ["data_protection_officer"], null);
});
afterAll(() => it.close());
const shown = async (path: string): Promise<string> => {
  const answer = await it.get(path, watcher.secret);
  expect([path, answer.statusCode]).toEqual([path, 200]);
  // long identifiers may break at their points
  return answer.body.replaceAll("<wbr/>", "");
};

test("every rule stands in the list, with examples and boundary cases counted from the tests themselves", async () => {
  const body = await shown("/rechtsstand");
  for (const rule of allRules) expect(body).toContain(`href="/rechtsstand/${rule.id}"`);
  expect(ruleLines.reduce((sum, rule) => sum + rule.examples, 0)).toBe(exampleCount);
  for (const rule of ruleLines) expect(rule.examples + rule.boundaryCases, rule.id).toBeGreaterThan(0);
  expect(body).toContain("19.08.2026");
});

test("every version of every threshold is listed; what rests on memory is marked and can be filtered", async () => {
  const body = await shown("/rechtsstand/zahlen");
  for (const { id } of listParameters()) expect(body).toContain(id);
  expect(parameterLines.length).toBe(listParameters().length);
  const toCheck = await shown("/rechtsstand/zahlen?beleg=zu-pruefen");
  expect(toCheck).toContain(`${listParameters().filter((one) => one.isUnverified).length} von ${listParameters().length} Fassungen`);
  expect(toCheck.slice(toCheck.indexOf("<tbody"))).not.toContain(">geprüft<");
});

test("each rule has its page: conditions with citation, its numbers, and examples that come out as they say", async () => {
  for (const { id } of allRules) {
    const detail = ruleDetail(id)!;
    const body = await shown(`/rechtsstand/${id}`);
    for (const condition of detail.conditions) expect(body, condition.id).toContain(`id="${condition.id}"`);
    for (const threshold of detail.thresholds) expect(body).toContain(threshold.id);
    expect(detail.examples.filter((example) => !example.passes)).toEqual([]);
    expect(body).not.toContain("weicht ab");
  }
  expect((await it.get("/rechtsstand/STAG_99", watcher.secret)).statusCode).toBe(404);
});

test("a condition shows the wording that its citation points at", async () => {
  const body = await shown("/rechtsstand/AUFENTHG_25B_1");
  expect(body).toContain("soll abweichend von § 5 Absatz 1 Nummer 1 und Absatz 2 eine Aufenthaltserlaubnis erteilt werden");
  expect(body.match(/>Wortlaut</g)!.length).toBeGreaterThan(8);
});

test("a search finds a rule by paragraph, word or condition, and says where nothing fits", async () => {
  const rows = (body: string): string[] => [...body.matchAll(/href="\/rechtsstand\/([A-Z0-9_]+)"/g)].map((match) => match[1]!);
  expect(rows(await shown("/rechtsstand?q=26.4.titel"))).toEqual(["AUFENTHG_26_4"]);
  expect(rows(await shown("/rechtsstand?gruppe=einbuergerung")).every((id) => id.startsWith("STAG"))).toBe(true);
  expect(await shown("/rechtsstand?q=gibtesnicht")).toContain("Keine Regel passt");
  expect(await shown(`/rechtsstand?q=${encodeURIComponent("<script>")}`)).not.toContain("<script>");
});

test("pending law is off, named, and shown by what would come out otherwise", async () => {
  const body = await shown("/rechtsstand/schwebend");
  expect(body).toContain("Schalter: aus");
  for (const law of pendingShown) {
    expect(body).toContain(law.title);
    expect(law.changed.length).toBeGreaterThan(0);
    for (const one of law.changed) expect(one.now).not.toBe(one.later);
  }
});

test("values and evidence are said in German", () => {
  for (const { evidence } of listParameters()) expect(evidenceWords(evidence).replace(/https:\S+/, "")).not.toMatch(/\b(from|memory|verify|statute|checked|guidance|source|law)\b/);
  for (const one of parameterLines) expect(valueWords(one), one.id).not.toMatch(/true|false|undefined|\b(years|months|days|hours|of)\b/);
});

test("nobody reads it without signing in", async () => {
  for (const path of ["/rechtsstand", "/rechtsstand/zahlen", "/rechtsstand/STAG_10_1"]) expect((await it.get(path)).statusCode).toBe(303);
});
