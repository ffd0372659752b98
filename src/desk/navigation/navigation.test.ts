import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReadingWorld, startReadingWorld } from "../../cases/reading/reading-world.test-support.ts";
import { addDays } from "../../kernel/calendar-day.ts";
import type { Actor } from "../../../test/world.ts";

let it: ReadingWorld;
beforeAll(async () => {
  it = await startReadingWorld();
});
afterAll(() => it.close());

/** What the navigation reads out, by the entry: "Mein Tag 2 fällig". */
async function waiting(who: Actor, path = "/hilfe"): Promise<string[]> {
  const { body } = await it.get(path, who.secret);
  return [...body.matchAll(/<span>([^<]+)<\/span><span class="nav-count"[^>]*>([^<]+)<span class="kern-sr-only">([^<]+)</g)].map(([, label, count, unit]) => `${label} ${count}${unit}`);
}

test("what is due for oneself and for whom one stands in, and nothing of others, stands beside the navigation", async () => {
  expect(await waiting(it.manager, "/faelle")).toEqual([]);
  const own = await it.newCase();
  await it.addFollowUp(own, it.manager, "gestern", addDays(it.today, -1));
  await it.addFollowUp(own, it.manager, "heute", it.today);
  await it.addFollowUp(own, it.manager, "morgen", addDays(it.today, 1));
  await it.addFollowUp(own, it.manager, "erledigt", it.today, it.today);
  const others = await it.newCase({ lead: it.colleague });
  await it.addFollowUp(others, it.colleague, "fremd", it.today);
  expect(await waiting(it.manager, "/faelle")).toEqual(["Mein Tag 2 fällig"]);
  await it.addToTeam(others, it.manager, "substitute", it.today, it.today);
  expect(await waiting(it.manager, "/faelle")).toEqual(["Mein Tag 3 fällig"]);
  expect(await waiting(it.administrator, "/verwaltung")).toEqual([]);
});

test("a team lead sees how many running cases nobody leads, and a case manager does not", async () => {
  await it.newCase({ lead: null });
  await it.newCase({ lead: null, phase: "closed" });
  expect(await waiting(it.lead, "/faelle")).toEqual(["Fälle 1 ohne Zuständige"]);
  expect((await waiting(it.manager, "/faelle")).join()).not.toContain("ohne");
});

test("a page that is not there keeps the navigation for whoever is signed in, and for nobody else", async () => {
  const [inside, outside] = [await it.get("/gibt-es-nicht", it.manager.secret), await it.get("/gibt-es-nicht")];
  expect([inside.statusCode, inside.body.includes("Hauptnavigation"), inside.body.includes("Mahler")]).toEqual([404, true, true]);
  expect([outside.statusCode, outside.body.includes("Hauptnavigation")]).toEqual([404, false]);
});
