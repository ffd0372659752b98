import { afterAll, beforeAll, expect, test } from "vitest";
import { type CaseWorld, startCaseWorld } from "../../cases/case-world.test-support.ts";
import { addMonths, dayOf, germanDay } from "../../kernel/calendar-day.ts";
import { announceEndings } from "./endings/announce-endings.ts";

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

const recorded = async (more: Record<string, string | readonly string[]> = {}): Promise<{ id: string; personId: string; consentId: string; base: string }> => {
  const { id, personId } = await it.newCase();
  const done = await it.post(`/faelle/${id}/einwilligungen/neu/aufnehmen`, it.manager.secret, answersOf(personId, it.world.partnerOrganisationId, more));
  const base = String(done.headers.location);
  return { id, personId, base, consentId: base.slice(base.lastIndexOf("/") + 1) };
};

test("everything that is missing is said at once, beside its field, and nothing typed is lost", async () => {
  const { id, personId } = await it.newCase();
  const refused = await it.post(`/faelle/${id}/einwilligungen/neu`, it.manager.secret, answersOf(personId, "alle", { purposeText: "kurz", expiresOn: "irgendwann", capacityNoted: [], releasesSecrecy: [], categories: [] }));
  expect(refused.statusCode).toBe(422);
  for (const sentence of ["„Alle Behörden“ geht nicht", "mindestens ein Feld", "Schreiben Sie in einem Satz", "Das ist kein Tag", "versteht, worein sie einwilligt. Wenn nicht", "ob die Person von der Schweigepflicht entbindet"]) expect(refused.body).toContain(sentence);
  expect(refused.body).toContain("irgendwann");
  expect(refused.body).toContain(">kurz</textarea>");
});

test("a withdrawal ends the consent, its share and the reading, and leaves a receipt", async () => {
  const { id, consentId, base } = await recorded();
  const { rows: [share] } = await it.world.owner.query<{ id: string }>(
    `insert into app.shares (tenant_id, room_id, id, case_id, organisation_id, organisation_kind, legal_basis_id, from_on, until_on, created_by)
     select $1, $2, gen_random_uuid(), $3, $4, 'jobcenter', $5, current_date, current_date + 30, $6 returning id`,
    [it.world.tenantId, it.world.caseRoomId, id, it.world.partnerOrganisationId, it.world.legalBasisId, it.manager.accountId],
  );
  await it.world.owner.query("insert into app.share_consents (tenant_id, room_id, case_id, share_id, consent_id) values ($1, $2, $3, $4, $5)", [it.world.tenantId, it.world.caseRoomId, id, share!.id, consentId]);
  await it.world.owner.query("insert into app.share_categories (tenant_id, room_id, case_id, share_id, life_area, kind) values ($1, $2, $3, $4, 'arbeit', 'contact')", [it.world.tenantId, it.world.caseRoomId, id, share!.id]);
  const part = await it.post(`${base}/widerruf`, it.manager.secret, { scope: "part", categories: ["arbeit.task"], form: "oral", _version: "1" });
  expect(part.statusCode).toBe(303);
  expect(await it.row("select ended_at from app.shares where id = $1", [share!.id])).toEqual({ ended_at: null });
  const stale = await it.post(`${base}/widerruf`, it.manager.secret, { scope: "whole", form: "oral", _version: "1" });
  expect(stale.statusCode).toBe(409);
  const whole = await it.post(`${base}/widerruf`, it.manager.secret, { scope: "whole", form: "oral", _version: "2" });
  expect(whole.statusCode).toBe(303);
  expect((await it.row<{ ended: boolean }>("select ended_at is not null as ended from app.shares where id = $1", [share!.id])).ended).toBe(true);
  expect(await it.row("select count(*)::int as n from app.dispatches where kind = 'withdrawal' and recipient_id = $1 and room_id = $2", [it.world.partnerOrganisationId, it.world.caseRoomId])).toEqual({ n: 2 });
  const receipt = await it.get(`${base}/beleg`, it.manager.secret);
  expect(receipt.body).toContain("Beleg über Ihren Widerruf");
  expect(receipt.body).toContain("sieht das Widerrufene in Ihrer Akte nicht mehr");
  expect((await it.get(base, it.manager.secret)).body).toContain("widerrufen");
});

test("an office that never received anything is not told of a withdrawal", async () => {
  const { base } = await recorded();
  const before = await it.row<{ n: number }>("select count(*)::int as n from app.dispatches");
  expect((await it.post(`${base}/widerruf`, it.manager.secret, { scope: "whole", form: "oral", _version: "1" })).statusCode).toBe(303);
  expect(await it.row("select count(*)::int as n from app.dispatches")).toEqual(before);
});

test("the sheet and the receipt are papers", async () => {
  const { base } = await recorded();
  const sheet = await it.get(`${base}/blatt.pdf`, it.manager.secret);
  expect(sheet.statusCode).toBe(200);
  expect(sheet.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
  await it.post(`${base}/widerruf`, it.manager.secret, { scope: "whole", form: "oral", _version: "1" });
  const receipt = await it.get(`${base}/beleg.pdf`, it.manager.secret);
  expect(receipt.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
}, 60_000);

test("what ends in 30 and in 7 days comes once each on the day of whoever leads the case", async () => {
  const { id, consentId } = await recorded();
  const titles = async (): Promise<number> => (await it.row<{ n: number }>("select count(*)::int as n from app.follow_ups where case_id = $1 and kind = 'consent_ending' and done_on is null", [id])).n;
  await announceEndings(it.app);
  expect(await titles()).toBe(0);
  const endsIn = (days: number) => it.world.owner.query("update app.consents set expires_on = current_date + $2::int where id = $1", [consentId, days]);
  await endsIn(30);
  await announceEndings(it.app);
  await announceEndings(it.app);
  expect(await titles()).toBe(1);
  await endsIn(7);
  await announceEndings(it.app);
  await announceEndings(it.app);
  expect(await titles()).toBe(2);
  const day = await it.get("/mein-tag", it.manager.secret);
  expect(day.body).toContain("Einwilligung für Jobcenter Teststadt endet am");
});
