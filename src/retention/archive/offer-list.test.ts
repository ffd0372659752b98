import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReadingWorld, startReadingWorld } from "../../cases/reading/reading-world.test-support.ts";
import { addMonths, germanDay } from "../../kernel/calendar-day.ts";

let it: ReadingWorld;
beforeAll(async () => {
  it = await startReadingWorld();
}, 120_000);
afterAll(() => it.close());

test("the archive gets a list of what was offered and waits: numbers and days, and no name; the lead alone fetches it", async () => {
  const [offered, never, answered] = [await it.newCase(), await it.newCase(), await it.newCase()];
  for (const id of [offered, never, answered]) await it.world.owner.query("update app.cases set phase = 'closed', closed_on = $2 where id = $1", [id, addMonths(it.today, -40)]);
  for (const id of [offered, answered]) expect((await it.api("POST", `/api/v1/cases/${id}/archive-offer`, it.lead.secret)).statusCode).toBe(201);
  await it.api("POST", `/api/v1/cases/${answered}/archive-offer/answer`, it.lead.secret, { answer: "waived" });
  const numbers = new Map((await it.world.owner.query<{ id: string; number: string }>("select id, number from app.cases")).rows.map((row) => [row.id, row.number]));
  const list = await it.get("/aufbewahrung/anbietungsliste.csv", it.lead.secret);
  expect(list.statusCode).toBe(200);
  expect(list.body).toContain(`${numbers.get(offered)!};`);
  expect(list.body).toContain(germanDay(it.today));
  for (const id of [never, answered]) expect(list.body).not.toContain(numbers.get(id)!);
  expect(list.body).not.toContain("Haddad");
  for (const who of [it.manager, it.colleague, it.officer]) expect((await it.get("/aufbewahrung/anbietungsliste.csv", who.secret)).statusCode).toBe(404);
});
