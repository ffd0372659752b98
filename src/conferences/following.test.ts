import { afterAll, beforeAll, expect, test } from "vitest";
import { type SharingWorld, startSharingWorld } from "../consent/sharing-world.test-support.ts";
import { actor } from "../../test/world.ts";
import { addDays, germanDay } from "../kernel/calendar-day.ts";

let it: SharingWorld;
beforeAll(async () => {
  it = await startSharingWorld();
});
afterAll(() => it.close());

interface Made { readonly caseId: string; readonly personId: string; readonly id: string; readonly appointmentId: string }
const agenda = (personId: string) => ({ question: "Was nun?", accountIds: [it.manager.accountId], organisationIds: [it.world.partnerOrganisationId], personIds: [personId], items: [{ title: "Praktikum", lifeArea: "arbeit", personId }] });
async function called(): Promise<Made> {
  const caseId = await it.newCase();
  const personId = await it.personOf(caseId);
  const made = await it.api("POST", `/api/v1/cases/${caseId}/conferences`, it.manager.secret, { ...agenda(personId), on: addDays(it.today, 10), from: "10:00", place: "Raum 1" });
  expect(made.statusCode, made.body).toBe(201);
  return { caseId, personId, ...made.json<{ id: string; appointmentId: string }>() };
}
interface Shown { readonly state: string; readonly startsAt: string; readonly appointmentId: string; readonly version: number; readonly protocol: { tasks: { title: string }[] } | null; readonly items: { title: string }[] }
const read = async (k: Made): Promise<Shown> => (await it.api("GET", `/api/v1/conferences/${k.id}`, it.manager.secret)).json<Shown>();
const stateOf = async (appointmentId: string) => (await it.world.owner.query<{ state: string }>("select state from app.case_appointments where id = $1", [appointmentId])).rows[0]!.state;
const todo = async (k: Made): Promise<string> => (await it.get(`/faelle/${k.caseId}`, it.manager.secret)).body;
const invitation = async (k: Made) => {
  const { rows } = await it.world.owner.query<{ id: string }>("select id from app.conference_participants where conference_id = $1 and organisation_id is not null", [k.id]);
  return it.get(`/faelle/${k.caseId}/fallkonferenzen/${k.id}/einladung/${rows[0]!.id}`, it.manager.secret);
};

test("a conference that is cancelled cancels its appointment, puts whom to tell on the own day, and its invitation becomes one that takes it back", async () => {
  const k = await called();
  const answer = await it.post(`/faelle/${k.caseId}/fallkonferenzen/${k.id}/absagen`, it.manager.secret, {});
  expect(answer.statusCode).toBe(303);
  expect([await stateOf(k.appointmentId), (await read(k)).state]).toEqual(["cancelled", "cancelled"]);
  expect(await todo(k)).toMatch(/ist abgesagt: Bescheid geben an /);
  expect((await it.get(`/faelle/${k.caseId}/fallkonferenzen/${k.id}`, it.manager.secret)).body).toContain("Absage als PDF");
  expect((await invitation(k)).statusCode).toBe(200);
});

test("a conference that is moved takes its appointment along; the old one stays to be seen, and the invitations say both days", async () => {
  const k = await called();
  const path = `/faelle/${k.caseId}/fallkonferenzen/${k.id}`;
  expect((await it.get(`${path}/verlegen`, it.manager.secret)).body).toContain("Danach steht auf Ihrem Tag, wem Sie Bescheid geben");
  const moved = await it.post(`${path}/verlegen`, it.manager.secret, { on: germanDay(addDays(it.today, 17)), from: "14:00", _version: "1" });
  expect(moved.statusCode, moved.body.slice(0, 1500)).toBe(303);
  const now = await read(k);
  expect([await stateOf(k.appointmentId), await stateOf(now.appointmentId), now.version]).toEqual(["moved", "planned", 2]);
  expect(await todo(k)).toMatch(/ist auf .* verlegt: Bescheid geben an /);
  expect((await it.get(path, it.manager.secret)).body).toContain(`dass der Termin vom ${germanDay(addDays(it.today, 10))} nicht stattfindet`);
  expect((await it.post(`${path}/verlegen`, it.manager.secret, { on: germanDay(addDays(it.today, 18)), from: "14:00", _version: "1" })).statusCode).toBe(409);
});

test("its appointment alone is neither moved nor cancelled nor planned again: the page and the refusal lead to the conference", async () => {
  const k = await called();
  const base = `/faelle/${k.caseId}/termine`;
  const page = (await it.get(base, it.manager.secret)).body;
  expect(page).toContain(`/faelle/${k.caseId}/fallkonferenzen`);
  expect(page).not.toContain(`${base}/${k.appointmentId}/verlegen`);
  expect((await it.post(`${base}/${k.appointmentId}/stand`, it.manager.secret, { state: "cancelled" })).body).toContain("gehört zu einer Fallkonferenz");
  expect((await it.post(`${base}/${k.appointmentId}/verlegen`, it.manager.secret, { on: germanDay(addDays(it.today, 17)), from: "14:00", _version: "1" })).statusCode).toBe(422);
  expect((await it.api("PUT", `/api/v1/appointments/${k.appointmentId}/state`, it.manager.secret, { state: "cancelled" })).statusCode).toBe(422);
  expect((await it.api("POST", `/api/v1/appointments/${k.appointmentId}/moves`, it.manager.secret, { on: addDays(it.today, 17), from: "14:00" }, { "if-match": '"1"' })).statusCode).toBe(422);
  expect([await stateOf(k.appointmentId), (await read(k)).state]).toEqual(["planned", "planned"]);
  await it.api("POST", `/api/v1/conferences/${k.id}/cancellation`, it.manager.secret);
  expect((await it.api("PUT", `/api/v1/appointments/${k.appointmentId}/state`, it.manager.secret, { state: "planned" })).statusCode).toBe(422);
});

test("programs change, move, cancel and write the protocol by the same rules, and say which version they saw", async () => {
  const k = await called();
  const base = `/api/v1/conferences/${k.id}`;
  const changed = { ...agenda(k.personId), items: [{ title: "Wohnung", lifeArea: "wohnen", personId: k.personId }] };
  expect((await it.api("PATCH", base, it.manager.secret, changed)).statusCode).toBe(428);
  expect((await it.api("PATCH", base, it.manager.secret, changed, { "if-match": '"1"' })).json<Shown>()).toMatchObject({ items: [{ title: "Wohnung" }], version: 2 });
  expect((await it.api("PATCH", base, it.manager.secret, changed, { "if-match": '"1"' })).statusCode).toBe(412);
  expect((await it.api("POST", `${base}/moves`, it.manager.secret, { on: addDays(it.today, 12), from: "09:00" }, { "if-match": '"2"' })).json<Shown>().version).toBe(3);
  const protocol = { agreements: "Gesprochen.", tasks: [{ title: "Anrufen", who: `account:${it.manager.accountId}`, dueOn: addDays(it.today, 14) }] };
  expect((await it.api("POST", `${base}/protocol`, it.manager.secret, protocol, { "if-match": '"3"' })).statusCode).toBe(422);
  await it.world.owner.query("update app.case_appointments set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour' where case_id = $1", [k.caseId]);
  expect((await it.api("POST", `${base}/protocol`, it.manager.secret, protocol, { "if-match": '"3"' })).json<Shown>()).toMatchObject({ state: "held", protocol: { tasks: [{ title: "Anrufen" }] } });
  expect((await it.api("POST", `${base}/cancellation`, it.manager.secret)).statusCode).toBe(422);
  const outside = await actor(it.world, ["case_manager"], "case", "Fremd");
  for (const [method, path] of [["PATCH", base], ["POST", `${base}/moves`], ["POST", `${base}/cancellation`], ["POST", `${base}/protocol`]] as const) {
    const body = path === base ? changed : path.endsWith("moves") ? { on: addDays(it.today, 12), from: "09:00" } : path.endsWith("protocol") ? protocol : undefined;
    for (const as of [outside, it.partner]) expect((await it.api(method, path, as.secret, body, { "if-match": '"4"' })).statusCode, path).toBe(404);
  }
});

test("programs keep consultations without names: found names are refused, the author alone changes, and others of the room read", async () => {
  const body = { heldOn: it.today, question: "Wie bleibt jemand im Gespräch?", hypotheses: "", ideas: "Geduld", isChecked: false };
  const made = await it.api("POST", "/api/v1/peer-consultations", it.manager.secret, body);
  expect(made.statusCode, made.body).toBe(201);
  const path = `/api/v1/peer-consultations/${made.json<{ id: string }>().id}`;
  const colleague = await actor(it.world, ["case_manager"], "case", "Rat");
  expect((await it.api("GET", path, colleague.secret)).json()).toMatchObject({ ideas: "Geduld", isMine: false });
  expect((await it.api("GET", "/api/v1/peer-consultations", colleague.secret)).json<{ items: unknown[] }>().items.length).toBeGreaterThan(0);
  expect((await it.api("PATCH", path, colleague.secret, body, { "if-match": '"1"' })).statusCode).toBe(422);
  expect((await it.api("PATCH", path, it.manager.secret, { ...body, ideas: "Nachfragen" }, { "if-match": '"1"' })).json()).toMatchObject({ ideas: "Nachfragen", version: 2 });
  expect((await it.api("PATCH", path, it.manager.secret, body, { "if-match": '"1"' })).statusCode).toBe(412);
  const caseId = await it.newCase();
  const { rows: [name] } = await it.world.owner.query<{ family: string }>("select n.family from app.person_names n join app.case_persons c on c.person_id = n.person_id where c.case_id = $1 limit 1", [caseId]);
  expect((await it.api("POST", "/api/v1/peer-consultations", it.manager.secret, { ...body, question: `Was rät man ${name!.family}?` })).statusCode).toBe(422);
  for (const as of [it.partner, it.dataProtectionOfficer]) for (const where of [path, "/api/v1/peer-consultations"]) expect((await it.api("GET", where, as.secret)).statusCode).toBe(404);
});
