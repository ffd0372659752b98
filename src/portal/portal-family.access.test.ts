import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionSecret } from "../db/index.ts";
import { addDays, addMonths, dayOf } from "../kernel/calendar-day.ts";
import { newId } from "../kernel/id.ts";
import { OWN_PIN, type Phone, type PortalWorld, startPortalWorld } from "./portal-world.test-support.ts";

/** What somebody of the same family learns through the own page, and what whoever only reads in an emergency may do to it. Each was open once. */
let it: PortalWorld;
const today = dayOf(new Date());
beforeAll(async () => {
  it = await startPortalWorld();
}, 120_000);
afterAll(() => it.close());

const call = async (path: string, body: unknown): Promise<string> => {
  const answer = await it.api("POST", `/api/v1${path}`, it.manager.secret, body);
  if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`);
  return answer.json<{ id: string }>().id;
};
async function family(): Promise<{ id: string; wife: string; husband: string }> {
  const { id, personId } = await it.newCase();
  const husband = await it.newPerson(it.manager, "Haddad", "Karim");
  await it.world.owner.query("insert into app.case_persons (tenant_id, room_id, case_id, person_id, is_main) values ($1, $2, $3, $4, false)", [it.world.tenantId, it.world.caseRoomId, id, husband]);
  return { id, wife: personId, husband };
}
interface Entry { readonly function: string; readonly action: string }
/** as the database tells it, whatever words the page has for it */
const seen = (phone: Phone): Promise<Entry[]> => it.portalDb.as(phone.secret as SessionSecret, (tx) => tx.query<Entry>("select function, action from app.portal_seen(now() + interval '1 second', 500)"));
const deedsOfOffice = async (phone: Phone): Promise<string[]> => (await seen(phone)).filter((e) => e.function !== "person").map((e) => e.action);

test("that something was written about another of the family is not told: neither what, nor that, nor when", async () => {
  const { id, wife, husband } = await family();
  await call(`/cases/${id}/persons/${wife}/qualifications`, { kind: "vocational", title: "Krankenpflege", recognition: "open" });
  await call(`/cases/${id}/appointments`, { kind: "talk", on: addDays(today, 3), from: "10:00", personIds: [wife], placeKind: "office", language: "de", isOnPortal: true, wantsReminder: false });
  await call(`/cases/${id}/notices`, { personId: wife, subject: "Ablehnung", issuer: "Jobcenter", issuedOn: addDays(today, -2), madeKnown: "post", law: "social", remedy: "objection", instruction: "given", period: "one_month", documentIds: [] });
  await call(`/cases/${id}/letters`, { personId: wife, recipient: "Frauenhaus", subject: "Aufnahme", salutation: "Guten Tag", text: "Bitte um einen Platz.", closing: "Gruß", datedOn: today });
  await call(`/cases/${id}/subject-accesses`, { personId: wife, askedOn: today });
  const [hers, his] = [await it.signedIn(id, wife, "192.0.2.20"), await it.signedIn(id, husband, "192.0.2.21")];
  const written = async (phone: Phone): Promise<string[]> => (await deedsOfOffice(phone)).filter((action) => !/^(case|portal_access)\./.test(action)).sort();
  expect(await written(hers), "she sees each of them").toEqual(expect.arrayContaining(["case_appointment.added", "letter.added", "notice.recorded", "qualification.added", "subject_access.begun"]));
  expect(await written(his)).toEqual([]);
});

test("every table whose rows are somebody's of a case is asked whose they are", async () => {
  const { rows } = await it.world.owner.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r'
       and (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname in ('tenant_id', 'id', 'person_id') and not a.attisdropped) = 3`);
  const { body } = await it.row<{ body: string }>("select pg_get_functiondef('app.portal_is_of_others(uuid, uuid, uuid[])'::regprocedure) as body");
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.map((r) => r.name).filter((name) => !body.includes(`app.${name} `))).toEqual([]);
});

test("what is held back is not told by the record of it either", async () => {
  const { id, personId } = await it.newCase();
  const goal = await call(`/cases/${id}/goals`, { personId, lifeArea: "arbeit", wish: "Ausziehen", wishLanguage: "de" });
  const phone = await it.signedIn(id, personId, "192.0.2.22");
  expect(await deedsOfOffice(phone)).toContain("goal.added");
  const held = await it.post(`/faelle/${id}/portal/zurueckhalten`, it.manager.secret, { thing: `goal:${personId}:${goal}`, reason: "Er liest mit." });
  expect(held.statusCode).toBe(303);
  const after = await deedsOfOffice(phone);
  expect(after).not.toContain("goal.added");
  expect(after, "reading the case is told all the same").toContain("case.read");
});

test("parents with a page of their own do not read what their son of fifteen does on his, nor that he has one", async () => {
  const { id, personId } = await it.newCase();
  await it.world.owner.query("update app.persons set birth_on = $2, birth_precision = 'day' where id = $1", [personId, addMonths(today, -180)]);
  const guardianId = newId();
  await it.world.owner.query("insert into app.person_guardians (tenant_id, room_id, id, person_id, kind, name_ct) values ($1, $2, $3, $4, 'parents', '\\x00')", [it.world.tenantId, it.world.caseRoomId, guardianId, personId]);
  const { card, pin } = await it.give(id, personId, { guardianId });
  const parents = it.phone("192.0.2.23");
  await parents.post("/start", { k: card, pin });
  await parents.post("/pin", { pin: OWN_PIN, again: OWN_PIN });
  const deeds = async (): Promise<string[]> => [...new Set(await deedsOfOffice(parents))].sort();
  const before = await deeds();
  const son = await it.signedIn(id, personId, "192.0.2.24");
  expect((await son.post("/frage", { text: "Darf ich ausziehen?" })).statusCode).toBe(303);
  const pdf = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
  expect((await son.upload("/papier", "jugendamt.pdf", pdf)).statusCode).toBe(303);
  const { items } = (await it.api("GET", `/api/v1/cases/${id}/portal-messages`, it.manager.secret)).json<{ items: { id: string; kind: string; version: number }[] }>();
  const question = items.find((m) => m.kind === "question")!;
  await it.api("PUT", `/api/v1/cases/${id}/portal-messages/${question.id}`, it.manager.secret, { answer: "Das klären wir.", state: "done" }, { "if-match": `"${question.version}"` });
  expect((await parents.get("/papier")).body).not.toContain("jugendamt.pdf");
  expect((await son.get("/papier")).body).toContain("jugendamt.pdf");
  expect((await seen(parents)).filter((e) => e.function === "person").map((e) => e.action).sort(), "no session of his, no question, no paper").toEqual(["portal_pin.set", "portal_session.opened"]);
  expect(await deeds(), "and what the office does about them").toEqual(before);
});

test("who reads in an emergency freezes an access, and neither thaws nor prolongs it nor shows what the team held back", async () => {
  const { id, personId } = await it.newCase();
  await it.signedIn(id, personId, "192.0.2.25");
  const goal = await call(`/cases/${id}/goals`, { personId, lifeArea: "arbeit", wish: "Ausziehen", wishLanguage: "de" });
  await it.post(`/faelle/${id}/portal/zurueckhalten`, it.manager.secret, { thing: `goal:${personId}:${goal}`, reason: "Er liest mit." });
  const access = await it.accessOf(id, personId);
  const { id: hold } = await it.row<{ id: string }>("select id from app.portal_holds where case_id = $1", [id]);
  await it.database.db.write(it.colleague.secret, (tx) => tx.query("select app.begin_emergency_access($1, $2, 'x', 30, current_date + 7)", [newId(), id]));
  const base = `/faelle/${id}/portal`;
  expect((await it.post(`${base}/${access}/sperren`, it.colleague.secret, {})).statusCode).toBe(303);
  expect((await it.post(`${base}/${access}/entsperren`, it.colleague.secret, { how: "alone", isSafe: "ja", card: "same" })).statusCode).toBe(404);
  expect((await it.post(`${base}/zurueckgehalten/${hold}/zeigen`, it.colleague.secret, {})).statusCode).toBe(404);
  await it.world.owner.query("update app.portal_accesses set until_on = current_date + 1 where id = $1", [access]);
  await expect(it.database.db.write(it.colleague.secret, (tx) => tx.run("update app.portal_accesses set until_on = current_date + 400 where id = $1", [access]))).rejects.toThrow();
  expect(await it.row("select frozen_at is not null as frozen, until_on - current_date as days, (select lifted_at from app.portal_holds where id = $2) as lifted from app.portal_accesses where id = $1", [access, hold])).toEqual({ frozen: true, days: 1, lifted: null });
  expect((await it.post(`${base}/${access}/entsperren`, it.manager.secret, { how: "alone", isSafe: "ja", card: "same" })).statusCode).toBe(303);
});

test("the letter at the end of a case is on the page unless it tells of what is held back or of an area that is off", async () => {
  const { id, personId } = await it.newCase();
  const [t, r, me] = [it.world.tenantId, it.world.caseRoomId, it.manager.accountId];
  const [work, sick] = [await call(`/cases/${id}/goals`, { personId, lifeArea: "arbeit", wish: "Pflegerin werden", wishLanguage: "de" }), await call(`/cases/${id}/goals`, { personId, lifeArea: "gesundheit", wish: "Ruhe finden", wishLanguage: "de" })];
  const closure = newId();
  await it.world.owner.query("insert into app.case_closures (tenant_id, room_id, id, case_id, reason, handover, closed_on, closed_by) values ($1, $2, $3, $4, 'goals_reached', 'none_needed', current_date, $5)", [t, r, closure, id, me]);
  await it.world.owner.query("insert into app.closing_letters (tenant_id, room_id, id, case_id, closure_id, person_id, language, content_ct, made_on, made_by) values ($1, $2, gen_random_uuid(), $3, $4, $5, 'de', 'x', current_date, $6)", [t, r, id, closure, personId, me]);
  const phone = await it.signedIn(id, personId, "192.0.2.26");
  const letters = async (): Promise<number> => (await it.portalDb.as(phone.secret as SessionSecret, (tx) => tx.query("select * from app.portal_closing_letters()"))).length;
  const ended = (goal: string): Promise<unknown> => it.world.owner.query("update app.plan_goals set state = 'closed', closed_on = current_date, attainment = 0 where id = $1", [goal]);
  await ended(work);
  expect(await letters()).toBe(1);
  await ended(sick);
  expect(await letters(), "health is off").toBe(0);
  await it.world.owner.query("insert into app.portal_areas (tenant_id, room_id, case_id, person_id, life_area, opened_by) values ($1, $2, $3, $4, 'gesundheit', $5)", [t, r, id, personId, me]);
  expect(await letters()).toBe(1);
  await it.world.owner.query("insert into app.portal_holds (tenant_id, room_id, id, case_id, person_id, kind, row_id, reason_ct, held_by) values ($1, $2, gen_random_uuid(), $3, $4, 'goal', $5, 'x', $6)", [t, r, id, personId, work, me]);
  expect(await letters(), "held back").toBe(0);
});

test("what the person writes comes to nobody who is excluded from the case", async () => {
  const { id, personId } = await it.newCase();
  const phone = await it.signedIn(id, personId, "192.0.2.27");
  await it.world.owner.query("insert into app.case_exclusions (tenant_id, room_id, case_id, account_id, set_by) values ($1, $2, $3, $4, $5)", [it.world.tenantId, it.world.caseRoomId, id, it.manager.accountId, it.teamLead.accountId]);
  expect((await phone.post("/frage", { text: "Arbeitet meine Schwägerin bei Ihnen?" })).statusCode).toBe(303);
  expect(await it.row("select owner_id as owner from app.follow_ups where case_id = $1", [id])).toEqual({ owner: it.teamLead.accountId });
});

test("a consent for a sensitive area alone, or one that is held back, is told neither by itself nor by who helps", async () => {
  const { id, personId } = await it.newCase();
  const { world } = it;
  await world.owner.query("insert into app.legal_bases (tenant_id, id, kind, citation, purpose) values ($1, gen_random_uuid(), 'consent', 'Art. 6 Abs. 1 Buchst. a DSGVO', 'Weitergabe')", [world.tenantId]);
  const shelter = newId();
  await world.owner.query("insert into app.organisations (tenant_id, id, kind, name) values ($1, $2, 'other', 'Frauenhaus')", [world.tenantId, shelter]);
  await world.owner.query("insert into app.rooms (tenant_id, id, kind, name, controller_id, operator_id) values ($1, $2, 'partner', 'Haus', $3, $3)", [world.tenantId, newId(), shelter]);
  const consentFor = (recipientId: string, cells: readonly string[]): Promise<string> => call(`/cases/${id}/consents`, {
    personId, recipientId, categories: cells, purpose: "work", purposeText: "Hilfe finden", direction: "both", releasesSecrecy: true, expiresOn: addMonths(today, 12), givenBy: "person", capacityNoted: true, form: "written", language: "de",
  });
  const [sick, work] = [await consentFor(shelter, ["gesundheit.contact"]), await consentFor(world.partnerOrganisationId, ["arbeit.contact"])];
  await call(`/cases/${id}/shares`, { organisationId: shelter, cells: ["gesundheit.contact"] });
  await call(`/cases/${id}/shares`, { organisationId: world.partnerOrganisationId, cells: ["arbeit.contact"] });
  const phone = await it.signedIn(id, personId, "192.0.2.28");
  const told = async (): Promise<string> => (await Promise.all(["/erlaubt", "/wer-hilft", "/weitergegeben"].map((path) => phone.get(path)))).map((a) => a.body).join() + (await phone.post("/mitnehmen", { format: "json" })).body;
  expect((await told()).includes("Frauenhaus")).toBe(false);
  expect((await phone.get(`/erlaubt/${sick}`)).statusCode).toBe(404);
  expect((await phone.get("/wer-hilft")).body).toContain("Jobcenter Teststadt");
  await world.owner.query("insert into app.portal_areas (tenant_id, room_id, case_id, person_id, life_area, opened_by) values ($1, $2, $3, $4, 'gesundheit', $5)", [world.tenantId, world.caseRoomId, id, personId, it.manager.accountId]);
  for (const path of ["/erlaubt", "/wer-hilft"]) expect((await phone.get(path)).body, "once the person wants it").toContain("Frauenhaus");
  expect((await it.post(`/faelle/${id}/portal/zurueckhalten`, it.manager.secret, { thing: `consent:${personId}:${work}`, reason: "Jemand liest mit." })).statusCode).toBe(303);
  expect((await told()).includes("Jobcenter Teststadt"), "held back").toBe(false);
});

test("the record of one case names no person of another, who would read it on the own page", async () => {
  const [mine, theirs] = [await it.newCase(), await it.newCase(it.colleague)];
  for (const to of ["an", "aus"]) for (const strange of [theirs.personId, newId(), "-".repeat(36)]) {
    expect([to, (await it.post(`/faelle/${mine.id}/portal/bereiche/${to}`, it.manager.secret, { area: `${strange}:gesundheit` })).statusCode]).toEqual([to, 404]);
  }
  expect(await it.row("select count(*)::int as n from app.access_records where action = 'portal_area.changed' and case_id = $1", [mine.id])).toEqual({ n: 0 });
});
