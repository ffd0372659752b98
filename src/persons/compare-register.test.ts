import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { actor, type Actor } from "../../test/world.ts";
import { startWorker } from "../jobs/index.ts";
import { personsJobs } from "./compare-register.ts";
import { openCase } from "./person-asking.test-support.ts";

/** Everybody against everybody, as the page of doubles orders it; recorded here without the check that recording makes. */
let it: TestServer;
let lead: Actor;
let intake: Actor;
let manager: Actor;
const ids = new Map<string, string>();
const all = async (sql: string, params: unknown[] = []): Promise<Record<string, unknown>[]> => (await it.database.owner.query(sql, params)).rows as Record<string, unknown>[];

async function enter(key: string, family: string, given: string, on: string): Promise<void> {
  const made = await it.api("POST", "/api/v1/persons", manager.secret, { names: [{ family, given }], birth: on.split("-").toReversed().join("."), nationalities: [{ code: "224" }], confirmed: true });
  expect(made.statusCode, made.body).toBe(201);
  ids.set(key, made.json().id as string);
}
async function worked(as: Actor): Promise<void> {
  const worker = startWorker(it.app, personsJobs(it.app), { pollMs: 20, retrySeconds: () => 0 });
  for (let i = 0; i < 1500; i += 1) {
    const { finished } = (await it.get("/doppelungen/vergleich/stand", as.secret)).json() as { finished: boolean };
    if (finished) break;
    await pause(20);
  }
  await worker.stop();
}
const pairs = async (): Promise<string[][]> => (await all("select first_id, second_id, state from app.duplicate_pairs")).map((p) => [[...ids].filter(([, id]) => id === p["first_id"] || id === p["second_id"]).map(([key]) => key).toSorted().join("+"), String(p["state"])]).toSorted((a, b) => a.join().localeCompare(b.join()));

beforeAll(async () => {
  it = await startTestServer();
  [lead, intake, manager] = [await actor(it.world, ["team_lead"], "case"), await actor(it.world, ["intake"], "case"), await actor(it.world, ["case_manager"], "case")];
  await enter("rahwa", "Tesfay", "Rahwa", "1991-04-07");
  await enter("rahwa2", "Tesfai", "Rahua", "1991-07-04");
  await enter("feven", "Kidane", "Feven", "1985-02-13");
  await enter("feven2", "Kidanie", "Fewen", "1985-02-13");
  await enter("other", "Habtom", "Senait", "1970-11-30");
  await all("delete from app.duplicate_pairs");
});
afterAll(() => it.close());

test("nobody without the right orders it, or learns where it stands", async () => {
  expect((await it.post("/doppelungen/vergleich", manager.secret, {})).statusCode).toBe(404);
  expect((await it.get("/doppelungen/vergleich", manager.secret)).statusCode).toBe(404);
  expect((await it.api("POST", "/api/v1/duplicate-search", manager.secret)).statusCode).toBe(404);
});

test("ordered from the page, it proposes what is likely, and tells how much came of it", async () => {
  expect((await it.get("/doppelungen/vergleich", lead.secret)).body).toContain("Jetzt vergleichen");
  expect((await it.post("/doppelungen/vergleich", lead.secret, {})).headers.location).toBe("/doppelungen/vergleich");
  expect((await it.get("/doppelungen/vergleich", lead.secret)).body).toContain("Personen werden verglichen");
  // ordered twice, it runs once
  await it.post("/doppelungen/vergleich", lead.secret, {});
  expect(await all("select count(*)::int as n from app.jobs where kind = 'persons.compare'")).toEqual([{ n: 1 }]);
  await worked(lead);
  expect((await pairs())).toEqual([["feven+feven2", "open"], ["rahwa+rahwa2", "open"]]);
  expect((await it.get("/doppelungen/vergleich", lead.secret)).body).toContain("2 neue Vorschläge");
  expect((await it.get("/doppelungen", lead.secret)).body).toContain("Kidan");
  const recorded = (await all("select object_ids from app.access_records where action = 'duplicate.searched' and object_kind = 'person'"))[0]!["object_ids"] as string[];
  expect(new Set(recorded)).toEqual(new Set(["rahwa", "rahwa2", "feven", "feven2"].map((key) => ids.get(key))));
});

test("what was decided stays decided, and nothing is proposed twice", async () => {
  await all("update app.duplicate_pairs set state = 'separate' where first_id = $1 or second_id = $1", [ids.get("feven")]);
  const ordered = await it.api("POST", "/api/v1/duplicate-search", lead.secret);
  expect([ordered.statusCode, ordered.json().state], ordered.body).toEqual([202, "queued"]);
  await worked(lead);
  expect((await it.get("/api/v1/duplicate-search", lead.secret)).json()).toMatchObject({ state: "done", done: 5, found: 0 });
  expect((await pairs())).toEqual([["feven+feven2", "separate"], ["rahwa+rahwa2", "open"]]);
});

test("intake may order it, and of the files that it has not joined learns nothing from that", async () => {
  await all("delete from app.duplicate_pairs");
  for (const key of ["rahwa", "rahwa2", "feven", "feven2"]) await openCase(it.world, manager, [ids.get(key)!]);
  await it.post("/doppelungen/vergleich", intake.secret, {});
  await worked(intake);
  expect(await pairs()).toHaveLength(2);
  const page = (await it.get("/doppelungen/vergleich", intake.secret)).body;
  expect(page).toContain("nichts Neues");
  expect((await it.get("/doppelungen", intake.secret)).body).not.toContain("Tesfa");
});

test("a right that ended meanwhile: nothing comes of it, and the page says so", async () => {
  const leaving = await actor(it.world, ["team_lead"], "case");
  await all("delete from app.duplicate_pairs");
  await it.post("/doppelungen/vergleich", leaving.secret, {});
  await all("update app.memberships set ended_at = now() where account_id = $1", [leaving.accountId]);
  const worker = startWorker(it.app, personsJobs(it.app), { pollMs: 20, retrySeconds: () => 0 });
  for (let i = 0; i < 500 && (await all("select 1 from app.jobs where state in ('queued', 'running')")).length > 0; i += 1) await pause(20);
  await worker.stop();
  expect(await pairs()).toEqual([]);
});
