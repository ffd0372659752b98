import { afterAll, beforeAll, expect, test } from "vitest";
import { type SharingWorld, startSharingWorld } from "../sharing-world.test-support.ts";

let it: SharingWorld;
beforeAll(async () => {
  it = await startSharingWorld();
});
afterAll(() => it.close());

const numberOf = async (caseId: string): Promise<string> => (await it.world.owner.query<{ number: string }>("select number from app.cases where id = $1", [caseId])).rows[0]!.number;

test("the officer sees to whom what goes, without a name and without content", async () => {
  const caseId = await it.newCase({ family: "Okafor" });
  await it.newConsent(caseId, ["arbeit.contact"]);
  await it.share(caseId, ["arbeit.contact"]);
  for (const [part, found] of [["einwilligungen", "Jobcenter"], ["freigaben", "Jobcenter"]] as const) {
    const shown = (await it.get(`/datenschutz/weitergaben?art=${part}&fall=${await numberOf(caseId)}`, it.dataProtectionOfficer.secret)).body;
    expect(shown).toContain(found);
    expect(shown).not.toContain("Okafor");
    expect(shown).not.toContain("Arbeit finden");
  }
  for (const other of [it.manager, it.partner, it.administrator, it.officer]) expect((await it.get("/datenschutz/weitergaben", other.secret)).statusCode).toBe(404);
});

test("a check opens one file to read, with a reason that the team sees, and nothing before, after or beside it", async () => {
  const caseId = await it.newCase({ family: "Haile" });
  const beside = await it.newCase({ family: "Daneben" });
  await it.addContact(caseId, it.manager, "Gespräch über die Arbeit", { areas: ["arbeit"] });
  await it.post(`/faelle/${caseId}/plan/ziele/neu`, it.manager.secret, { personId: await it.personOf(caseId), lifeArea: "arbeit", wish: "Arbeit in der Nähe", title: "Bewerbung schreiben", responsible: "person", dueOn: "30.12.2027" });
  expect((await it.get(`/datenschutz/pruefung/${caseId}`, it.dataProtectionOfficer.secret)).statusCode).toBe(404);
  const short = await it.post("/datenschutz/pruefung", it.dataProtectionOfficer.secret, { caseNumber: await numberOf(caseId), reason: "so", minutes: "30" });
  expect(short.statusCode).toBe(422);
  const begun = await it.post("/datenschutz/pruefung", it.dataProtectionOfficer.secret, { caseNumber: await numberOf(caseId), reason: "Beschwerde der Person vom Montag", minutes: "30" });
  expect(begun.headers.location).toBe(`/datenschutz/pruefung/${caseId}`);
  const shown = (await it.get(`/datenschutz/pruefung/${caseId}`, it.dataProtectionOfficer.secret)).body;
  for (const part of ["Gespräch über die Arbeit", "Arbeit in der Nähe", "Bewerbung schreiben", "Haile"]) expect(shown).toContain(part);
  expect((await it.get(`/datenschutz/pruefung/${beside}`, it.dataProtectionOfficer.secret)).statusCode).toBe(404);
  const seen = await it.database.db.read(it.manager.secret, (tx) => tx.query("select action from app.access_records where case_id = $1 and account_id = $2", [caseId, it.dataProtectionOfficer.accountId]));
  expect(seen).toEqual(expect.arrayContaining([{ action: "content_check.begun" }, { action: "content_check.read" }]));
  const record = (await it.get(`/faelle/${caseId}/protokoll`, it.manager.secret)).body;
  for (const part of ["Prüfung von Inhalten: begonnen", "Beschwerde der Person vom Montag"]) expect(record).toContain(part);
  const changed = await it.database.db.write(it.dataProtectionOfficer.secret, (tx) => tx.run("update app.contacts set place = 'x' where case_id = $1", [caseId]));
  expect(changed).toBe(0);
  await it.world.owner.query("update app.content_checks set began_at = now() - interval '2 hours', ends_at = now() - interval '1 hour' where case_id = $1", [caseId]);
  expect((await it.get(`/datenschutz/pruefung/${caseId}`, it.dataProtectionOfficer.secret)).statusCode).toBe(404);
});
