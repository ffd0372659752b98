import { afterAll, beforeAll, expect, test } from "vitest";
import { type CaseWorld, startCaseWorld } from "../../cases/case-world.test-support.ts";
import { addMonths, dayOf, germanDay } from "../../kernel/calendar-day.ts";

let it: CaseWorld;
beforeAll(async () => {
  it = await startCaseWorld();
}, 120_000);
afterAll(() => it.close());

const inAYear = (): string => germanDay(addMonths(dayOf(new Date()), 12));
const answersOf = (personId: string, recipientId: string, more: Record<string, string | readonly string[]> = {}): Record<string, string | readonly string[]> => ({
  personId, recipientId, categories: ["arbeit.contact", "arbeit.task", ".identity"], purpose: "work", purposeText: "Das Jobcenter soll die Bewerbungen kennen.", direction: "both", releasesSecrecy: "ja",
  givenBy: "person", capacityNoted: "ja", expiresOn: inAYear(), form: "written", language: "de", ...more,
});

test("a consent is asked, read together and then recorded", async () => {
  const { id, personId } = await it.newCase();
  const base = `/faelle/${id}/einwilligungen`;
  const empty = await it.get(base, it.manager.secret);
  expect(empty.statusCode).toBe(200);
  expect(empty.body).toContain("Noch keine Einwilligung");
  const form = await it.get(`${base}/neu`, it.manager.secret);
  expect(form.statusCode).toBe(200);
  const answers = answersOf(personId, it.world.partnerOrganisationId);
  const read = await it.post(`${base}/neu`, it.manager.secret, answers);
  expect(read.statusCode).toBe(200);
  expect(read.body).toContain("Zusammen lesen");
  expect(read.body).toContain("Das Jobcenter soll die Bewerbungen kennen.");
  expect((await it.row<{ n: number }>("select count(*)::int as n from app.consents where case_id = $1", [id])).n).toBe(0);
  const done = await it.post(`${base}/neu/aufnehmen`, it.manager.secret, answers);
  expect(done.statusCode).toBe(303);
  const list = await it.get(base, it.manager.secret);
  expect(list.body).toContain("Jobcenter Teststadt");
  expect(list.body).toContain("gilt");
});
