import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReadingWorld, startReadingWorld } from "../../cases/reading/reading-world.test-support.ts";
import { addDays, addMonths, germanDay } from "../../kernel/calendar-day.ts";

let it: ReadingWorld;
beforeAll(async () => {
  it = await startReadingWorld();
}, 120_000);
afterAll(() => it.close());

const row = async <T>(sql: string, values: unknown[]): Promise<T> => (await it.world.owner.query(sql, values)).rows[0] as T;
const versionOf = async (id: string): Promise<string> => String((await row<{ version: number }>("select version from app.cases where id = $1", [id])).version);
const personOf = async (id: string): Promise<string> => (await row<{ person_id: string }>("select person_id from app.case_persons where case_id = $1", [id])).person_id;
const ok = async <T>(method: "POST" | "PUT" | "GET", path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> => {
  const answer = await it.api(method as never, path, it.manager.secret, body as never, headers);
  expect(answer.statusCode, answer.body.slice(0, 600)).toBeLessThan(300);
  return answer.json<T>();
};
async function plannedCase() {
  const id = await it.newCase({ family: "Okafor" });
  const goal = await ok<{ id: string }>("POST", `/api/v1/cases/${id}/goals`, { personId: await personOf(id), lifeArea: "arbeit", wish: "Ich will in der Pflege arbeiten", wishLanguage: "de", goal: "" });
  const steps: string[] = [];
  for (const title of ["Zeugnis anerkennen", "Hospitation im Krankenhaus", "Sprachkurs B2"]) steps.push((await ok<{ id: string }>("POST", `/api/v1/cases/${id}/goals/${goal.id}/measures`, { title, responsible: "person", dueOn: addDays(it.today, 30) })).id);
  return { id, goalId: goal.id, steps: steps as [string, string, string], person: await personOf(id) };
}
const BARE = { reason: "", handover: "", handoverText: "", organisationId: "", closedOn: "", note: "" };

test("closing asks on one page what becomes of each goal and step, and keeps what was typed", async () => {
  const { id, goalId, steps } = await plannedCase();
  await it.addFollowUp(id, it.manager, "Zeugnis anfordern", addDays(it.today, 3));
  const shown = (await it.get(`/faelle/${id}/abschluss`, it.manager.secret)).body;
  for (const words of ["Ich will in der Pflege arbeiten", "Hospitation im Krankenhaus", "Zeugnis anfordern", germanDay(addDays(it.today, 84)), germanDay(addDays(it.today, 168)), germanDay(addMonths(it.today, 36))]) expect(shown).toContain(words);
  const refused = await it.post(`/faelle/${id}/abschluss`, it.manager.secret, { ...BARE, reason: "goals_reached", handover: "to_organisation", handoverText: "", [`step.${steps[1]}`]: "dropped", "aftercareOn.1": germanDay(it.today), note: "Sie ist zufrieden", _version: await versionOf(id) });
  expect(refused.statusCode).toBe(422);
  for (const words of ["Zum Abschluss braucht jedes Ziel ein Ergebnis.", "Sagen Sie, was aus diesem Schritt wird.", "Schreiben Sie kurz, warum er entfällt.", "welche Stelle übernimmt", "Noch offen: Zeugnis anfordern", "Die Nachsorge ist ein Tag, der noch kommt.", "Sie ist zufrieden"]) expect(refused.body).toContain(words);
  expect((await row<{ phase: string }>("select phase from app.cases where id = $1", [id])).phase).toBe("clearing");
  expect((await row<{ n: number }>("select count(*) as n from app.plan_reviews where case_id = $1", [id])).n).toBe(0);
  expect(goalId).not.toBe("");
});

test("closed, it says what was reached, who goes on, and somebody asks afterwards", async () => {
  const { id, goalId, steps, person } = await plannedCase();
  const office = await row<{ id: string; name: string }>("select id, name from app.organisations where tenant_id = $1 and closed_at is null order by name limit 1", [it.world.tenantId]);
  const closed = await it.post(`/faelle/${id}/abschluss`, it.manager.secret, {
    ...BARE, reason: "goals_reached", handover: "to_organisation", organisationId: office.id, [`attainment.${goalId}`]: "-1", [`level.${goalId}`]: "4", [`step.${steps[0]}`]: "done", [`step.${steps[1]}`]: "dropped", [`why.${steps[1]}`]: "Station geschlossen",
    [`step.${steps[2]}`]: "goes_on", [`with.${steps[2]}`]: `office:${office.id}`, "aftercareOn.1": germanDay(addDays(it.today, 84)), "aftercareOn.2": "", letterPersonId: person, letterLanguage: "ar", _version: await versionOf(id),
  });
  expect(closed.statusCode, closed.body.slice(0, 2000)).toBe(303);
  expect(await row("select state, attainment, level_after from app.plan_goals where id = $1", [goalId])).toEqual({ state: "closed", attainment: -1, level_after: 4 });
  expect((await it.world.owner.query("select state from app.plan_measures where case_id = $1 order by position", [id])).rows.map((r) => r.state)).toEqual(["done", "dropped", "running"]);
  const page = (await it.get(`/faelle/${id}/abschluss`, it.manager.secret)).body;
  for (const words of ["Ziele erreicht", office.name, "teilweise erreicht", germanDay(addMonths(it.today, 36)), "Abschlussbrief als PDF", germanDay(addDays(it.today, 84))]) expect(page).toContain(words);
  const letter = /abschluss\/([0-9a-f-]{36})\/brief\.pdf/.exec(page)![1]!;
  const paper = await it.get(`/faelle/${id}/abschluss/${letter}/brief.pdf`, it.manager.secret);
  expect([paper.statusCode, paper.body.startsWith("%PDF")]).toEqual([200, true]);
  expect(await row("select kind, owner_id from app.follow_ups where case_id = $1 and done_on is null", [id])).toEqual({ kind: "aftercare", owner_id: it.manager.accountId });
  // others find neither the page nor the paper
  for (const path of ["abschluss", `abschluss/${letter}/brief.pdf`]) expect((await it.get(`/faelle/${id}/${path}`, it.colleague.secret)).statusCode).toBe(404);
});

test("a program that says nothing of the plan closes as ever, and one that judges goals judges all", async () => {
  const { id, goalId } = await plannedCase();
  const path = `/api/v1/cases/${id}/closure`;
  const base = { reason: "contact_lost", handover: "none_needed" };
  const half = await it.api("PUT", path, it.manager.secret, { ...base, goals: [{ goalId, attainment: 0 }] } as never, { "if-match": `"${await versionOf(id)}"` });
  expect([half.statusCode, half.body.includes("step-not-decided")]).toEqual([422, true]);
  const stale = await it.api("PUT", path, it.manager.secret, base as never, { "if-match": '"77"' });
  expect([409, 412]).toContain(stale.statusCode);
  await ok("PUT", path, { ...base, aftercareOn: addDays(it.today, 90) }, { "if-match": `"${await versionOf(id)}"` });
  expect((await row<{ state: string }>("select state from app.plan_goals where id = $1", [goalId])).state).toBe("open");
  const { items } = await ok<{ items: { keptUntil: string; aftercare: { dueOn: string; result: null }[] }[] }>("GET", `/api/v1/cases/${id}/closures`);
  expect(items).toMatchObject([{ keptUntil: addMonths(it.today, 36), aftercare: [{ dueOn: addDays(it.today, 90), result: null }] }]);
});

test("aftercare stands on the day of the lead, is recorded once, and leads back into the case", async () => {
  const id = await it.newCase({ family: "Rahimi" });
  await ok("PUT", `/api/v1/cases/${id}/closure`, { reason: "goals_reached", handover: "none_needed", aftercareOn: addDays(it.today, 5) }, { "if-match": `"${await versionOf(id)}"` });
  const contact = (await row<{ id: string }>("select id from app.aftercare_contacts where case_id = $1", [id])).id;
  const at = `/faelle/${id}/nachsorge/${contact}`;
  expect((await it.get("/mein-tag", it.manager.secret)).body).toContain(at);
  expect((await it.get(at, it.colleague.secret)).statusCode).toBe(404);
  const bare = await it.post(at, it.manager.secret, { note: "War am Telefon" });
  expect([bare.statusCode, bare.body.includes("War am Telefon")]).toEqual([422, true]);
  const said = await it.post(at, it.manager.secret, { result: "reopen", note: "Hat die Arbeit verloren" });
  expect([said.statusCode, said.headers["location"]]).toEqual([303, `/faelle/${id}/wiederaufnahme`]);
  expect((await it.get("/mein-tag", it.manager.secret)).body).not.toContain(at);
  expect((await it.post(at, it.manager.secret, { result: "stable", note: "" })).statusCode).toBe(422);
  expect((await it.get(`/faelle/${id}/abschluss`, it.manager.secret)).body).toContain("möchte wieder ins Case Management");
  // nobody says something else afterwards, past the program neither
  await expect(it.database.db.write(it.manager.secret, (tx) => tx.run("update app.aftercare_contacts set result = 'stable' where id = $1", [contact]))).rejects.toThrow();
});
