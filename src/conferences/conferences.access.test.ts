import { afterAll, beforeAll, expect, test } from "vitest";
import { actor, buildWorld } from "../../test/world.ts";
import { statusOf } from "../cases/case-world.test-support.ts";
import { type SharingWorld, startSharingWorld } from "../consent/sharing-world.test-support.ts";
import { addDays, germanDay } from "../kernel/calendar-day.ts";
import { newId } from "../kernel/id.ts";
import { findNames } from "./peer/find-names.ts";

let it: SharingWorld;
beforeAll(async () => {
  it = await startSharingWorld();
});
afterAll(() => it.close());

interface Made { readonly caseId: string; readonly personId: string; readonly id: string; readonly path: string }
async function newConference(more: Record<string, unknown> = {}, cells: readonly string[] = [], daysAhead = 10): Promise<Made> {
  const caseId = await it.newCase();
  const personId = await it.personOf(caseId);
  if (cells.length > 0) await it.newConsent(caseId, cells);
  const answer = await it.post(`/faelle/${caseId}/fallkonferenzen/neu`, it.manager.secret, {
    question: "Wie gelingt der Einstieg in die Ausbildung?", on: germanDay(addDays(it.today, daysAhead)), from: "10:00", accountIds: [it.manager.accountId], organisationIds: [it.world.partnerOrganisationId], personIds: [personId],
    title1: "Praktikum im Betrieb", area1: "arbeit", about1: personId, title2: "Wie es zu Hause geht", area2: "gesundheit", about2: personId, ...more,
  });
  expect(answer.statusCode, answer.body.slice(0, 3000)).toBe(303);
  const id = /fallkonferenzen\/([0-9a-f-]{36})/.exec(String(answer.headers.location))![1]!;
  return { caseId, personId, id, path: `/faelle/${caseId}/fallkonferenzen/${id}` };
}
interface Hears { readonly may: boolean; readonly why: string }
async function officeHears(k: Made): Promise<Hears[]> {
  const api = (await it.api("GET", `/api/v1/conferences/${k.id}`, it.manager.secret)).json<{ participants: { id: string; kind: string }[]; hears: (Hears & { participantId: string })[] }>();
  const office = api.participants.find((p) => p.kind === "office")!;
  return api.hears.filter((h) => h.participantId === office.id).map(({ may, why }) => ({ may, why }));
}
async function begun(k: Made): Promise<void> {
  await it.world.owner.query("update app.case_appointments set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour' where case_id = $1", [k.caseId]);
}

test("an office hears only the items that a consent covers, and the page says why not the others", async () => {
  const k = await newConference({}, ["arbeit.contact"]);
  const [work, health] = await officeHears(k);
  expect(work!.may).toBe(true);
  expect(health).toMatchObject({ may: false });
  expect(health!.why).toContain("hat dafür keine Einwilligung gegeben (Gesundheit)");
  const page = (await it.get(k.path, it.manager.secret)).body;
  expect(page).toContain("gesperrt");
  expect(page).toContain("Einmal fehlt die Erlaubnis");
});

test("a consent that is withdrawn before the meeting closes the item at once; another one opens it again", async () => {
  const caseId = await it.newCase();
  const consentId = await it.newConsent(caseId, ["arbeit.contact"]);
  const personId = await it.personOf(caseId);
  const made = await it.api("POST", `/api/v1/cases/${caseId}/conferences`, it.manager.secret, { question: "Was nun?", on: addDays(it.today, 5), from: "10:00", accountIds: [it.manager.accountId], organisationIds: [it.world.partnerOrganisationId], personIds: [], items: [{ title: "Praktikum", lifeArea: "arbeit", personId }] });
  expect(made.statusCode, made.body).toBe(201);
  const k = { caseId, personId, id: made.json<{ id: string }>().id, path: "" };
  expect((await officeHears(k))[0]!.may).toBe(true);
  await it.world.owner.query("update app.consents set withdrawn_at = now(), withdrawn_recorded_by = recorded_by, withdrawal_form = 'oral' where id = $1", [consentId]);
  expect((await officeHears(k))[0]).toMatchObject({ may: false, why: expect.stringContaining("hat die Einwilligung widerrufen") });
  await it.newConsent(caseId, ["arbeit.contact"]);
  expect((await officeHears(k))[0]!.may).toBe(true);
});

test("a consent that ends before the meeting, or lets the office only tell, is none", async () => {
  const k = await newConference();
  await it.newConsent(k.caseId, ["arbeit.contact"], { expires_on: addDays(it.today, 3) });
  await it.newConsent(k.caseId, ["gesundheit.contact"], { direction: "from_recipient" });
  const [work, health] = await officeHears(k);
  expect(work!.why).toContain("vor dem Termin endet");
  expect(health!.why).toContain("nur erlaubt, dass die Stelle berichtet");
});

test("what is entrusted is the team's alone, whatever was consented", async () => {
  const k = await newConference({ entrusted1: "ja" }, ["arbeit.contact", "gesundheit.contact"]);
  expect(await officeHears(k)).toEqual([{ may: false, why: "anvertraut: bleibt im Team" }, { may: true, why: expect.stringContaining("Einwilligung gilt") }]);
});

test("the invitation of an office is a PDF, and of another conference it is not there", async () => {
  const k = await newConference({}, ["arbeit.contact"]);
  const other = await newConference();
  const { rows } = await it.world.owner.query<{ id: string }>("select id from app.conference_participants where conference_id = $1 and organisation_id is not null", [k.id]);
  const pdf = await it.get(`${k.path}/einladung/${rows[0]!.id}`, it.manager.secret);
  expect(pdf.statusCode).toBe(200);
  expect(pdf.rawPayload.subarray(0, 4).toString()).toBe("%PDF");
  expect((await it.get(`${other.path}/einladung/${rows[0]!.id}`, it.manager.secret)).statusCode).toBe(404);
});

test("the protocol is sealed, written once, and its tasks come to whoever takes them", async () => {
  const k = await newConference({}, ["arbeit.contact", "arbeit.task"]);
  await it.share(k.caseId, ["arbeit.task"]);
  const invited = await it.world.owner.query<{ id: string }>("select id from app.conference_participants where conference_id = $1", [k.id]);
  const body = { presentIds: invited.rows.map((r) => r.id), agreements: "Das Jobcenter prüft ein Praktikum.", task1: "Praktikumsplatz suchen", who1: `office:${it.world.partnerOrganisationId}`, due1: germanDay(addDays(it.today, 14)), task2: "Familie informieren", who2: `account:${it.manager.accountId}`, due2: germanDay(addDays(it.today, 7)), _version: "1" };
  expect((await it.post(`${k.path}/protokoll`, it.manager.secret, body)).statusCode).toBe(422);
  await begun(k);
  const saved = await it.post(`${k.path}/protokoll`, it.manager.secret, body);
  expect(saved.statusCode, saved.body.slice(0, 3000)).toBe(303);
  const { rows } = await it.world.owner.query<{ protocol_ct: Buffer; state: string }>("select protocol_ct, state from app.conferences where id = $1", [k.id]);
  expect(rows[0]!.state).toBe("held");
  expect(rows[0]!.protocol_ct.toString("latin1")).not.toContain("Praktikum");
  expect((await it.get("/freigaben", it.partner.secret)).body).toContain("Praktikumsplatz suchen");
  expect((await it.get("/freigaben", it.partner.secret)).body).not.toContain("Familie informieren");
  expect((await it.get(`/faelle/${k.caseId}`, it.manager.secret)).body).toContain("Familie informieren");
  expect((await it.get(k.path, it.manager.secret)).body).toContain("war bei „Wie es zu Hause geht“ nicht zugelassen");
  expect((await it.post(`${k.path}/protokoll`, it.manager.secret, { ...body, _version: "2" })).statusCode).toBe(422);
  expect((await it.post(`${k.path}/bearbeiten`, it.manager.secret, { ...body, _version: "2" })).statusCode).toBe(422);
});

test("an office without a share that covers tasks is given none", async () => {
  const k = await newConference({}, ["arbeit.contact"]);
  await begun(k);
  const refused = await it.post(`${k.path}/protokoll`, it.manager.secret, { agreements: "Gesprochen.", task1: "Suchen", who1: `office:${it.world.partnerOrganisationId}`, due1: germanDay(addDays(it.today, 14)), _version: "1" });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain("keine Freigabe, die Aufgaben");
  expect((await it.world.owner.query("select 1 from app.follow_ups where case_id = $1 and for_organisation_id is not null", [k.caseId])).rowCount).toBe(0);
});

test("nobody outside the team finds a conference: the invited office, authorities, other rooms, other tenants", async () => {
  const k = await newConference({}, ["arbeit.contact"]);
  const foreign = await buildWorld(it.world.owner, "Anderswo");
  for (const as of [it.partner.secret, (await actor(it.world, ["immigration_officer"], "immigration")).secret, (await actor(it.world, ["case_manager"], "case")).secret, (await actor(foreign, ["team_lead"], "case")).secret]) {
    for (const path of [k.path, `${k.path}/protokoll`, `/api/v1/conferences/${k.id}`, `/api/v1/cases/${k.caseId}/conferences`]) expect([403, 404], path).toContain(await statusOf(it, as, "GET", path));
  }
});

test("names are found as whole words, in every spelling, and nothing else", () => {
  const names = ["Haddad", "Amira", "Müller-Öz", "Al Khatib", "Li", "2026-0007"];
  expect(findNames("Frau HADDAD und Amiras Bruder", names)).toEqual(["Amira", "Haddad"]);
  expect(findNames("Herr Mueller kam mit Khatib; Fall 2026-0007", names)).toEqual(["2026-0007", "Al Khatib", "Müller-Öz"]);
  expect(findNames("Sie liebt Halle, im Jahr 2026 auch die Haddadi", names)).toEqual([]);
});

test("a consultation is anonymous: a name of an own case is refused with what was found, and taken once it was checked", async () => {
  const caseId = await it.newCase();
  const { rows: [name] } = await it.world.owner.query<{ family: string }>("select n.family from app.person_names n join app.case_persons c on c.person_id = n.person_id where c.case_id = $1 limit 1", [caseId]);
  const body = { heldOn: germanDay(it.today), question: `Wie geht es mit ${name!.family} weiter?`, ideas: "Geduld" };
  const refused = await it.post("/fallberatungen/neu", it.manager.secret, body);
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain(`„${name!.family}“`);
  expect(refused.body).toContain("Geduld");
  const taken = await it.post("/fallberatungen/neu", it.manager.secret, { ...body, isChecked: "ja" });
  expect(taken.statusCode).toBe(303);
  const { rows } = await it.world.owner.query<{ row: string }>("select to_jsonb(p)::text as row from app.peer_consultations p");
  expect(rows[0]!.row).not.toMatch(/Geduld|case_id|person_id/);
});

test("a consultation is read by the room's case workers, changed by its author alone, and by nobody of another office", async () => {
  const made = await it.post("/fallberatungen/neu", it.manager.secret, { heldOn: germanDay(it.today), question: "Wie bleibt jemand im Gespräch, der nicht kommt?", hypotheses: "Scham" });
  const path = String(made.headers.location);
  const colleague = await actor(it.world, ["case_manager"], "case");
  expect((await it.get(path, colleague.secret)).body).toContain("Scham");
  expect((await it.get(`${path}/druck`, colleague.secret)).statusCode).toBe(200);
  expect((await it.post(`${path}/bearbeiten`, colleague.secret, { heldOn: germanDay(it.today), question: "Anders", _version: "1" })).statusCode).toBe(422);
  for (const as of [it.partner, it.dataProtectionOfficer, await actor(it.world, ["immigration_officer"], "immigration")]) expect((await it.get(path, as.secret)).statusCode).toBe(404);
});

test("who is not invited any more is not told of it by the appointment: not on the own page, not by a reminder", async () => {
  const k = await newConference();
  const husband = newId();
  await it.world.owner.query("insert into app.persons (tenant_id, room_id, id, recorded_by, key_ref) values ($1, $2, $3, $4, $5)", [it.world.tenantId, it.world.caseRoomId, husband, it.manager.accountId, it.app.vault.newKey()]);
  await it.world.owner.query("insert into app.person_names (tenant_id, room_id, id, person_id, kind, family, given, is_primary) values ($1, $2, $3, $4, 'passport', 'Haddad', 'Karim', true)", [it.world.tenantId, it.world.caseRoomId, newId(), husband]);
  await it.world.owner.query("insert into app.case_persons (tenant_id, room_id, case_id, person_id, is_main) values ($1, $2, $3, $4, false)", [it.world.tenantId, it.world.caseRoomId, k.caseId, husband]);
  const invite = async (personIds: readonly string[]): Promise<void> => {
    const { version } = (await it.api("GET", `/api/v1/conferences/${k.id}`, it.manager.secret)).json<{ version: number }>();
    const answer = await it.post(`${k.path}/bearbeiten`, it.manager.secret, { _version: String(version), question: "Was nun?", accountIds: [it.manager.accountId], personIds, title1: "Praktikum", area1: "arbeit", about1: k.personId });
    expect(answer.statusCode, answer.body.slice(0, 2000)).toBe(303);
  };
  const told = async (): Promise<unknown> => ({
    persons: (await it.world.owner.query<{ p: string }>("select person_id as p from app.case_appointment_persons where case_id = $1", [k.caseId])).rows.map((r) => r.p).sort(),
    reminders: (await it.world.owner.query<{ p: string }>("select person_id as p from app.outgoing_mails where case_id = $1 and state = 'waiting'", [k.caseId])).rows.map((r) => r.p).sort(),
    isOnPortal: (await it.world.owner.query<{ p: boolean }>("select is_on_portal as p from app.case_appointments where case_id = $1", [k.caseId])).rows[0]!.p,
  });
  const both = [husband, k.personId].sort();
  await invite(both);
  expect(await told()).toEqual({ persons: both, reminders: both, isOnPortal: true });
  await invite([k.personId]);
  expect(await told()).toEqual({ persons: [k.personId], reminders: [k.personId], isOnPortal: true });
  await invite([]);
  expect(await told()).toMatchObject({ reminders: [], isOnPortal: false });
});
