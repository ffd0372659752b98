import { afterAll, beforeAll, expect, test } from "vitest";
import { type SharingWorld, startSharingWorld } from "../sharing-world.test-support.ts";

let it: SharingWorld;
beforeAll(async () => {
  it = await startSharingWorld();
});
afterAll(() => it.close());

const TASK = { kind: "accompany", firstName: "Grace", happensOn: "31.12.2027", happensAt: "09:30", place: "Rathaus, Eingang", language: "en" };

test("a volunteer sees first name, time, place and language, and nothing more; not even which case it is", async () => {
  const caseId = await it.newCase({ family: "Okafor" });
  const given = await it.post(`/faelle/${caseId}/ehrenamt`, it.manager.secret, { ...TASK, accountId: it.volunteer.accountId });
  expect(given.statusCode, given.body.slice(0, 500)).toBe(303);
  const api = (await it.api("GET", "/api/v1/volunteer-tasks", it.volunteer.secret)).json() as { items: Record<string, unknown>[] };
  expect(Object.keys(api.items[0]!).toSorted()).toEqual(["firstName", "happensAt", "happensOn", "id", "kind", "language", "place", "state", "title", "version"]);
  const page = await it.get("/ehrenamt", it.volunteer.secret);
  expect(page.body).toContain("Grace");
  expect(page.body).not.toContain("Okafor");
  expect(page.body).not.toContain(caseId);
  for (const path of [`/faelle/${caseId}`, `/faelle/${caseId}/ehrenamt`, "/personen", "/faelle"]) expect([path, (await it.get(path, it.volunteer.secret)).statusCode]).toEqual([path, 404]);
});

test("a volunteer answers own tasks alone, and the team sees the answer", async () => {
  const caseId = await it.newCase();
  await it.post(`/faelle/${caseId}/ehrenamt`, it.manager.secret, { ...TASK, firstName: "Samir", accountId: it.volunteer.accountId });
  const task = ((await it.api("GET", "/api/v1/volunteer-tasks", it.volunteer.secret)).json() as { items: { id: string; firstName: string }[] }).items.find((t) => t.firstName === "Samir")!;
  expect((await it.post(`/ehrenamt/${task.id}/antwort`, it.partner.secret, { answer: "accepted.1" })).statusCode).toBe(404);
  expect((await it.post(`/ehrenamt/${task.id}/antwort`, it.volunteer.secret, { answer: "accepted.1" })).statusCode).toBe(303);
  expect((await it.api("POST", `/api/v1/volunteer-tasks/${task.id}/answer`, it.volunteer.secret, { answer: "declined" }, { "if-match": '"1"' })).statusCode).toBe(412);
  expect((await it.get(`/faelle/${caseId}/ehrenamt`, it.manager.secret)).body).toContain("zugesagt");
});

test("a surname, a day that is over, or somebody who is no volunteer is refused in words", async () => {
  const caseId = await it.newCase();
  const answer = await it.post(`/faelle/${caseId}/ehrenamt`, it.manager.secret, { ...TASK, firstName: "Grace Okafor", happensOn: "01.01.2020", accountId: it.partner.accountId });
  expect(answer.statusCode).toBe(422);
  for (const sentence of ["Nur der Vorname", "in der Vergangenheit", "aus dem Ehrenamt"]) expect(answer.body).toContain(sentence);
});

test("a step of the plan reaches a volunteer only as what was written for the volunteer, and stands as the volunteer says", async () => {
  const caseId = await it.newCase({ family: "Okafor" });
  const goal = await it.post(`/faelle/${caseId}/plan/ziele/neu`, it.manager.secret, { personId: await it.personOf(caseId), lifeArea: "arbeit", wish: "Weg von meinem Mann", title: "Wohnung heimlich ansehen", responsible: "volunteer", dueOn: "30.12.2027" });
  const goalId = /#ziel-([0-9a-f-]{36})/.exec(String(goal.headers.location))![1]!;
  const measure = (await it.world.owner.query<{ id: string }>("select id from app.plan_measures where goal_id = $1", [goalId])).rows[0]!.id;
  const ask = (more: Record<string, string>) => it.post(`/faelle/${caseId}/plan/massnahmen/${measure}/ehrenamt`, it.manager.secret, { ...TASK, firstName: "Marta", accountId: it.volunteer.accountId, title: "Zu einem Termin begleiten", ...more });
  expect((await ask({ title: "Frau Okafor begleiten" })).body).toContain("Im Titel steht ein Nachname");
  expect((await ask({})).statusCode).toBe(303);
  const page = (await it.get("/ehrenamt", it.volunteer.secret)).body;
  expect(page).toContain("Zu einem Termin begleiten");
  for (const hidden of ["Weg von meinem Mann", "Wohnung heimlich ansehen", "Okafor", caseId, measure]) expect(page).not.toContain(hidden);
  const stateOf = async () => (await it.world.owner.query<{ state: string; task: string }>("select state, volunteer_task_id as task from app.plan_measures where id = $1", [measure])).rows[0]!;
  const { task } = await stateOf();
  await it.post(`/ehrenamt/${task}/antwort`, it.volunteer.secret, { answer: "accepted.1" });
  expect((await stateOf()).state).toBe("running");
  await it.post(`/ehrenamt/${task}/antwort`, it.volunteer.secret, { answer: "done.2" });
  expect((await stateOf()).state).toBe("done");
});
