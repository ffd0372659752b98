import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReadingWorld, startReadingWorld } from "../../cases/reading/reading-world.test-support.ts";
import type { Actor } from "../../../test/world.ts";
import { decideView } from "./keep-view.ts";

let it: ReadingWorld;
beforeAll(async () => {
  it = await startReadingWorld();
});
afterAll(() => it.close());

const VIEWS = "/faelle/ansichten";
const save = (who: Actor, name: string, query: string) => it.post(VIEWS, who.secret, { name, ansicht: query });
const idsOf = async (who: Actor): Promise<string[]> => [...(await it.get(VIEWS, who.secret)).body.matchAll(/ansichten\/([0-9a-f-]{36})\/loeschen/g)].map((found) => found[1]!);

test("a view has a name and an address, and the first one is what the list begins with", async () => {
  await it.newCase({ family: "Laufend" });
  await it.newCase({ family: "Ruhend", phase: "dormant" });
  const saved = await save(it.manager, "Ruhende", "phase=dormant&sortierung=faellig");
  expect([saved.statusCode, saved.headers.location]).toEqual([303, "/faelle?phase=dormant&sortierung=faellig"]);
  const bare = (await it.get("/faelle", it.manager.secret)).body;
  expect([bare.includes("Ruhend, Amira"), bare.includes("Laufend, Amira")]).toEqual([true, false]);
  const all = (await it.get("/faelle?stand=laufend", it.manager.secret)).body;
  expect([all.includes("Ruhend, Amira"), all.includes("Laufend, Amira"), all.includes("Ruhende")]).toEqual([true, true, true]);
  await save(it.manager, "Alle", "stand=alle");
  const [, second] = await idsOf(it.manager);
  await it.post(`${VIEWS}/${second}/erste`, it.manager.secret, {});
  expect((await it.get("/faelle", it.manager.secret)).body).toContain("Laufend, Amira");
  for (const id of await idsOf(it.manager)) await it.post(`${VIEWS}/${id}/loeschen`, it.manager.secret, {});
  expect(await idsOf(it.manager)).toEqual([]);
});

test("what was searched for is not kept, nor anything that the list does not understand", async () => {
  const saved = await save(it.manager, "Gesucht", "q=Haddad&stand=alle&fremd=1&nach=2026-01-01_0190a0a0-0000-7000-8000-000000000001");
  expect(saved.headers.location).toBe("/faelle?stand=alle");
  const { rows } = await it.database.owner.query<{ query: string }>("select query from app.saved_views");
  expect(rows.map((row) => row.query)).toEqual(["stand=alle"]);
});

test("a name is refused where it is missing, taken or one too many, with the name kept", async () => {
  const refused = await save(it.manager, "Gesucht", "stand=beendet");
  expect(refused.statusCode).toBe(422);
  for (const shown of ["Eine Ansicht dieses Namens haben Sie schon.", `value="Gesucht"`, `value="stand=beendet"`]) expect(refused.body).toContain(shown);
  expect((await save(it.manager, "  ", "")).statusCode).toBe(422);
  expect(decideView("Neue", Array.from({ length: 12 }, (_x, i) => ({ name: `Ansicht ${i}` })))).toMatchObject({ ok: false });
});

test("nobody reads, moves or takes away another's view", async () => {
  const [own] = await idsOf(it.manager);
  for (const other of [it.colleague, it.lead]) {
    expect((await it.get(VIEWS, other.secret)).body).not.toContain("Gesucht");
    for (const action of ["erste", "loeschen"]) expect((await it.post(`${VIEWS}/${own}/${action}`, other.secret, {})).statusCode).toBe(404);
  }
  expect((await it.get(VIEWS, it.officer.secret)).statusCode).toBe(404);
  expect(await idsOf(it.manager)).toEqual([own]);
});
