import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReadingWorld, startReadingWorld } from "../../cases/reading/reading-world.test-support.ts";
import { addDays, addMonths } from "../../kernel/calendar-day.ts";

let it: ReadingWorld;
beforeAll(async () => {
  it = await startReadingWorld();
}, 120_000);
afterAll(() => it.close());

const row = async <T>(sql: string, values: unknown[]): Promise<T> => (await it.world.owner.query(sql, values)).rows[0] as T;
const versionOf = async (id: string): Promise<string> => String((await row<{ version: number }>("select version from app.cases where id = $1", [id])).version);
const personOf = async (id: string): Promise<string> => (await row<{ person_id: string }>("select person_id from app.case_persons where case_id = $1", [id])).person_id;

/** With a goal that was partly reached, a consent in force, and a colleague in the team. */
async function closedCase() {
  const id = await it.newCase({ family: "Okafor" });
  const colleague = await it.addToTeam(id, it.colleague, "member");
  const personId = await personOf(id);
  const goal = (await it.api("POST", `/api/v1/cases/${id}/goals`, it.manager.secret, { personId, lifeArea: "arbeit", wish: "Ich will arbeiten", wishLanguage: "de", goal: "" })).json<{ id: string }>().id;
  const office = await row<{ id: string }>("select id from app.organisations where tenant_id = $1 and closed_at is null order by name limit 1", [it.world.tenantId]);
  const consent = "00000000-0000-7000-8000-" + id.slice(-12);
  await it.world.owner.query("begin");
  await it.world.owner.query(
    `insert into app.consents (tenant_id, room_id, id, case_id, person_id, recipient_id, purpose, purpose_ct, direction, releases_secrecy, form, language, text_version, given_by, capacity_noted, given_on, expires_on, recorded_by)
     values ($1, $2, $3, $4, $5, $6, 'work', 'sealed', 'both', false, 'written', 'de', '2026-11', 'person', true, $7, $8, $9)`,
    [it.world.tenantId, it.world.caseRoomId, consent, id, personId, office.id, addDays(it.today, -3), addDays(it.today, 200), it.manager.accountId]);
  await it.world.owner.query("insert into app.consent_categories (tenant_id, room_id, case_id, consent_id, life_area, kind) values ($1, $2, $3, $4, 'arbeit', 'contact')", [it.world.tenantId, it.world.caseRoomId, id, consent]);
  await it.world.owner.query("commit");
  const closed = await it.api("PUT", `/api/v1/cases/${id}/closure`, it.manager.secret, { reason: "goals_reached", handover: "none_needed", goals: [{ goalId: goal, attainment: -1 }], aftercareOn: addDays(it.today, 90) }, { "if-match": `"${await versionOf(id)}"` });
  expect(closed.statusCode, closed.body).toBe(200);
  return { id, goal, consent, colleague };
}
const isDue = async (id: string, on: string): Promise<boolean> =>
  (await it.database.db.read(it.lead.secret, (tx) => tx.query<{ case_id: string }>("select case_id from app.files_due_here($1)", [on]))).some((f) => f.case_id === id);
const stateOf = async (id: string, consent: string): Promise<string> => (await it.reading(it.manager, (tx) => tx.get<{ state: string }>("select state from app.consent_states($1) where consent_id = $2", [id, consent]))).state;

test("taken up again, the clock of deletion stops, chosen goals go on, and each consent is to be asked for anew", async () => {
  const { id, goal, consent } = await closedCase();
  const later = addMonths(it.today, 37);
  expect([await isDue(id, later), await stateOf(id, consent)]).toEqual([true, "expired"]);
  const page = (await it.get(`/faelle/${id}/wiederaufnahme`, it.manager.secret)).body;
  for (const words of ["Ich will arbeiten", "teilweise erreicht", "neu einzuholen", "Brandt"]) expect(page).toContain(words);
  const bare = await it.post(`/faelle/${id}/wiederaufnahme`, it.manager.secret, { note: "", leadId: "", goalIds: goal, _version: await versionOf(id) });
  expect([bare.statusCode, bare.body.includes("warum der Fall wieder aufgenommen wird")]).toEqual([422, true]);
  const done = await it.post(`/faelle/${id}/wiederaufnahme`, it.manager.secret, { note: "Hat die Arbeit verloren", leadId: it.manager.accountId, goalIds: goal, _version: await versionOf(id) });
  expect(done.statusCode, done.body.slice(0, 1500)).toBe(303);
  expect([await isDue(id, later), await stateOf(id, consent)]).toEqual([false, "expired"]);
  expect((await row<{ state: string }>("select state from app.plan_goals where id = $1", [goal])).state).toBe("open");
  // nobody asks any more how it goes without; the team was asked again and the colleague is out
  expect(await row("select count(*) filter (where kind = 'aftercare') as aftercare, count(*) as all from app.follow_ups where case_id = $1 and done_on is null", [id])).toEqual({ aftercare: 0, all: 1 });
  expect((await it.get(`/faelle/${id}`, it.colleague.secret)).statusCode).toBe(404);
  const after = (await it.get(`/faelle/${id}/wiederaufnahme`, it.manager.secret)).body;
  expect(after).toContain(`einwilligungen/neu?person=`);
  expect(after).toContain(`wie=${consent}`);
  expect((await it.get(`/faelle/${id}`, it.manager.secret)).body).toContain("Hat die Arbeit verloren");
});

test("another lead takes it, and whoever gave it has it no more", async () => {
  const { id, colleague } = await closedCase();
  const done = await it.post(`/faelle/${id}/wiederaufnahme`, it.manager.secret, { note: "Neuer Anlauf", leadId: it.colleague.accountId, teamIds: colleague, _version: await versionOf(id) });
  expect([done.statusCode, done.headers["location"]]).toEqual([303, "/mein-tag"]);
  expect((await it.get(`/faelle/${id}`, it.manager.secret)).statusCode).toBe(404);
  expect((await it.get("/mein-tag", it.colleague.secret)).body).toContain("Einwilligungen neu einholen");
});

test("others take nothing up, and a case that runs is not taken up", async () => {
  const { id } = await closedCase();
  const body = { note: "Angriff", leadId: it.officer.accountId };
  expect((await it.post(`/faelle/${id}/wiederaufnahme`, it.officer.secret, body)).statusCode).toBe(404);
  const running = await it.newCase();
  expect((await it.post(`/faelle/${running}/wiederaufnahme`, it.manager.secret, { note: "Noch einmal", leadId: "", _version: await versionOf(running) })).statusCode).toBe(422);
});
