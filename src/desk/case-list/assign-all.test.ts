import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReadingWorld, startReadingWorld } from "../../cases/reading/reading-world.test-support.ts";

let it: ReadingWorld;
beforeAll(async () => {
  it = await startReadingWorld();
});
afterAll(() => it.close());

const chosen = (body: string): string[] => [...body.matchAll(/name="caseIds" value="([0-9a-f-]{36})"/g)].map((found) => found[1]!);

test("all cases that a filter finds are given at once, beyond the page of 50, with a result for each", async () => {
  for (let i = 0; i < 53; i += 1) await it.newCase({ lead: null });
  await it.newCase({ lead: it.colleague });
  const list = (await it.get("/faelle?zustaendig=niemand", it.lead.secret)).body;
  expect(list).toContain("Alle 53 Treffer zuweisen");
  const look = (await it.get("/faelle/treffer-zuweisen?zustaendig=niemand", it.lead.secret)).body;
  expect(chosen(look)).toHaveLength(53);
  for (const shown of ["53 Fälle zuweisen", "und 33 weitere", "niemand 53"]) expect(look).toContain(shown);
  const done = await it.post("/faelle/zuweisen", it.lead.secret, { caseIds: chosen(look), toAccountId: it.manager.accountId });
  expect(done.body).toContain("53 von 53 zugewiesen.");
  expect(done.body.match(/zugewiesen<\/span>/g)?.length ?? done.body.split("zugewiesen").length).toBeGreaterThanOrEqual(53);
  expect((await it.get("/faelle?zustaendig=niemand", it.lead.secret)).body).toContain("Kein Fall passt dazu");
});

test("without a choice nothing is given, and all of them stay chosen", async () => {
  const look = (await it.get(`/faelle/treffer-zuweisen?zustaendig=${it.manager.accountId}`, it.lead.secret)).body;
  const refused = await it.post("/faelle/zuweisen", it.lead.secret, { caseIds: chosen(look), toAccountId: "" });
  expect([refused.statusCode, chosen(refused.body).length]).toEqual([422, 53]);
});

test("a case manager gives no list away", async () => {
  expect((await it.get("/faelle/treffer-zuweisen", it.manager.secret)).statusCode).toBe(404);
  expect((await it.get("/faelle", it.manager.secret)).body).not.toContain("Treffer zuweisen");
});
