import { afterAll, beforeAll, expect, test } from "vitest";
import { type CaseWorld, startCaseWorld } from "../cases/case-world.test-support.ts";

let it: CaseWorld;
beforeAll(async () => {
  it = await startCaseWorld({ clock: () => new Date("2026-11-23T09:00:00Z") });
});
afterAll(() => it.close());

const GOAL = { wish: "Ich will als Pflegerin arbeiten", lifeArea: "arbeit" };
async function newGoal(caseId: string, personId: string, more: Record<string, string> = {}): Promise<{ goalId: string; measureId: string }> {
  const answer = await it.post(`/faelle/${caseId}/plan/ziele/neu`, it.manager.secret, { personId, ...GOAL, title: "Zeugnis übersetzen lassen", responsible: "person", dueOn: "20.12.2026", ...more });
  expect(answer.statusCode, answer.body.slice(0, 3000)).toBe(303);
  const goalId = /#ziel-([0-9a-f-]{36})/.exec(String(answer.headers.location))![1]!;
  return { goalId, measureId: (await it.row<{ id: string }>("select id from app.plan_measures where goal_id = $1", [goalId]))?.id };
}

test("an empty plan says what to do first, and a goal with its first step takes one form", async () => {
  const { id, personId } = await it.newCase();
  expect((await it.get(`/faelle/${id}/plan`, it.manager.secret)).body).toContain("Noch kein Ziel");
  await newGoal(id, personId);
  const page = await it.get(`/faelle/${id}/plan`, it.manager.secret);
  for (const words of ["Ich will als Pflegerin arbeiten", "Zeugnis übersetzen lassen", "die Person selbst", "bis 20.12.2026", "0 von 1"]) expect(page.body).toContain(words);
});

test("a goal without a step is taken, and the page asks for one", async () => {
  const { id, personId } = await it.newCase();
  await newGoal(id, personId, { title: "" });
  expect((await it.get(`/faelle/${id}/plan`, it.manager.secret)).body).toContain("Wer tut was bis wann?");
});

test("texts of the plan lie sealed in the database", async () => {
  const { id, personId } = await it.newCase();
  const { goalId, measureId } = await newGoal(id, personId);
  const goal = await it.row<{ wish_ct: Buffer }>("select wish_ct from app.plan_goals where id = $1", [goalId]);
  const measure = await it.row<{ title_ct: Buffer }>("select title_ct from app.plan_measures where id = $1", [measureId]);
  expect(goal.wish_ct.toString("latin1")).not.toContain("Pflegerin");
  expect(measure.title_ct.toString("latin1")).not.toContain("Zeugnis");
});

test("what is refused comes back with what was typed", async () => {
  const { id, personId } = await it.newCase();
  const empty = await it.post(`/faelle/${id}/plan/ziele/neu`, it.manager.secret, { personId, lifeArea: "arbeit", wish: "", title: "Anrufen", responsible: "person", dueOn: "20.12.2026" });
  expect(empty.statusCode).toBe(422);
  expect(empty.body).toContain("am besten in ihren Worten");
  expect(empty.body).toContain("Anrufen");
  const late = await it.post(`/faelle/${id}/plan/ziele/neu`, it.manager.secret, { personId, ...GOAL, title: "Anrufen", responsible: "person", dueOn: "01.01.2020" });
  expect(late.statusCode).toBe(422);
  expect(late.body).toContain("liegt in der Vergangenheit");
  const stranger = await it.post(`/faelle/${id}/plan/ziele/neu`, it.manager.secret, { personId, ...GOAL, title: "Anrufen", responsible: `account:${it.officer.accountId}`, dueOn: "20.12.2026" });
  expect(stranger.body).toContain("Wählen Sie, wer es tut.");
});

test("what is entrusted is given to no office and to nobody of the volunteers, by the page and by the database", async () => {
  const { id, personId } = await it.newCase();
  const { goalId, measureId } = await newGoal(id, personId, { isEntrusted: "ja" });
  for (const responsible of [`office:${it.world.partnerOrganisationId}`, "volunteer"]) {
    const answer = await it.post(`/faelle/${id}/plan/ziele/${goalId}/massnahmen/neu`, it.manager.secret, { title: "Begleiten", responsible, dueOn: "20.12.2026" });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain("Anvertrautes bleibt im Team");
  }
  await expect(it.world.owner.query("update app.plan_measures set responsible_kind = 'volunteer' where id = $1", [measureId])).rejects.toThrow(/entrusted_stays_in_the_team/);
});

test("one click says that a step is done, and another takes it back", async () => {
  const { id, personId } = await it.newCase();
  const { measureId } = await newGoal(id, personId);
  const stand = (state: string) => it.post(`/faelle/${id}/plan/massnahmen/${measureId}/stand`, it.manager.secret, { state });
  const now = () => it.row<{ state: string; done_on: unknown }>("select state, done_on::text from app.plan_measures where id = $1", [measureId]);
  expect((await stand("done")).statusCode).toBe(303);
  expect(await now()).toEqual({ state: "done", done_on: "2026-11-23" });
  expect((await it.get(`/faelle/${id}/plan`, it.manager.secret)).body).toContain("Doch nicht erledigt: Zeugnis übersetzen lassen");
  await stand("open");
  expect(await now()).toEqual({ state: "open", done_on: null });
  await stand("running");
  expect((await now()).state).toBe("running");
});

test("a step that somebody else changed meanwhile is compared, not overwritten", async () => {
  const { id, personId } = await it.newCase();
  const { measureId } = await newGoal(id, personId);
  const change = { title: "Zeugnis beglaubigen lassen", responsible: "person", dueOn: "20.12.2026", state: "running", result: "", _version: "1" };
  expect((await it.post(`/faelle/${id}/plan/massnahmen/${measureId}`, it.manager.secret, change)).statusCode).toBe(303);
  const late = await it.post(`/faelle/${id}/plan/massnahmen/${measureId}`, it.manager.secret, { ...change, title: "Etwas anderes" });
  expect(late.statusCode).toBe(409);
  expect(late.body).toContain("Zeugnis beglaubigen lassen");
  expect(late.body).toContain("Etwas anderes");
});

test("the plan of a case is nobody's but its team's", async () => {
  const { id, personId } = await it.newCase();
  const { goalId, measureId } = await newGoal(id, personId);
  for (const stranger of [it.colleague, it.teamLead, it.officer, it.administrator]) {
    for (const path of ["", "/ziele/neu", `/ziele/${goalId}`, `/massnahmen/${measureId}`, "/vereinbarungen", "/vereinbarungen/neu", "/ueberpruefung", "/wirkung", "/vorlagen", "/vorlagen/neu"]) {
      expect([path, (await it.get(`/faelle/${id}/plan${path}`, stranger.secret)).statusCode]).toEqual([path, 404]);
    }
    expect((await it.post(`/faelle/${id}/plan/massnahmen/${measureId}/stand`, stranger.secret, { state: "done" })).statusCode).toBe(404);
  }
  expect((await it.row<{ state: string }>("select state from app.plan_measures where id = $1", [measureId])).state).toBe("open");
});

test("a measure of one case is not reached through another", async () => {
  const [mine, other] = [await it.newCase(), await it.newCase()];
  const { measureId, goalId } = await newGoal(mine.id, mine.personId);
  expect((await it.post(`/faelle/${other.id}/plan/massnahmen/${measureId}/stand`, it.manager.secret, { state: "done" })).statusCode).toBe(404);
  expect((await it.post(`/faelle/${other.id}/plan/ziele/${goalId}/massnahmen/neu`, it.manager.secret, { title: "Fremd", responsible: "person", dueOn: "20.12.2026" })).statusCode).toBe(404);
});

test("my day shows what is mine within a week and what others let pass in my cases, each once, and nobody else's", async () => {
  const { id, personId } = await it.newCase();
  const { goalId } = await newGoal(id, personId, { title: "" });
  const add = (title: string, responsible: string, dueOn: string) => it.post(`/faelle/${id}/plan/ziele/${goalId}/massnahmen/neu`, it.manager.secret, { title, responsible, dueOn });
  await add("Bei der Kammer anrufen", `account:${it.manager.accountId}`, "25.11.2026");
  await add("Erst im neuen Jahr", `account:${it.manager.accountId}`, "15.02.2027");
  await add("Angebot schicken lassen", `office:${it.world.partnerOrganisationId}`, "25.11.2026");
  const day = async (as = it.manager) => (await it.get("/mein-tag", as.secret)).body;
  expect(await day()).toContain("Bei der Kammer anrufen");
  for (const later of ["Erst im neuen Jahr", "Angebot schicken lassen"]) expect(await day()).not.toContain(later);
  await it.world.owner.query("update app.plan_measures set due_on = '2026-11-20' where case_id = $1 and responsible_kind = 'office'", [id]);
  expect(await day()).toContain("Angebot schicken lassen");
  for (const other of [it.colleague, it.teamLead]) expect(await day(other)).not.toContain("Kammer");
});

test("the same work goes through the API, guarded by versions, and strangers get nothing", async () => {
  const { id, personId } = await it.newCase();
  const made = await it.api("POST", `/api/v1/cases/${id}/goals`, it.manager.secret, { personId, lifeArea: "arbeit", wish: "Ich will arbeiten" });
  expect(made.statusCode, made.body).toBe(201);
  const goalId = made.json<{ id: string }>().id;
  const step = await it.api("POST", `/api/v1/cases/${id}/goals/${goalId}/measures`, it.manager.secret, { title: "Bewerben", responsible: "person", dueOn: "2026-12-20" });
  const measureId = step.json<{ id: string }>().id;
  const change = { title: "Bewerben", responsible: "person", dueOn: "2026-12-20", state: "done", result: "Zusage" };
  expect((await it.api("PUT", `/api/v1/cases/${id}/measures/${measureId}`, it.manager.secret, change, { "if-match": '"1"' })).json()).toMatchObject({ state: "done", doneOn: "2026-11-23", result: "Zusage", version: 2 });
  expect((await it.api("PUT", `/api/v1/cases/${id}/measures/${measureId}`, it.manager.secret, change, { "if-match": '"1"' })).statusCode).toBe(412);
  const agreed = await it.api("POST", `/api/v1/cases/${id}/agreements`, it.manager.secret, { personId, language: "de", goalIds: [goalId], agreedOn: "2026-11-23", signing: "together", confirmed: true });
  expect(agreed.statusCode, agreed.body).toBe(201);
  const reviewed = await it.api("POST", `/api/v1/cases/${id}/plan-reviews`, it.manager.secret, { kind: "closing", reviewedOn: "2026-11-23", nextReviewOn: null, goals: [{ goalId, attainment: 2, level: 4 }] });
  expect(reviewed.statusCode, reviewed.body).toBe(201);
  expect((await it.api("GET", `/api/v1/cases/${id}/goals`, it.manager.secret)).json<{ items: { state: string; attainment: number }[] }>().items[0]).toMatchObject({ state: "closed", attainment: 2, levelAfter: 4 });
  const used = await it.api("POST", `/api/v1/cases/${id}/plan-templates/first_job/use`, it.manager.secret, { personId, goals: [0] });
  expect(used.statusCode, used.body).toBe(201);
  for (const stranger of [it.colleague, it.officer, it.administrator]) {
    for (const path of ["goals", "measures", "agreements", "plan-reviews"]) expect([path, (await it.api("GET", `/api/v1/cases/${id}/${path}`, stranger.secret)).statusCode]).toEqual([path, 404]);
    expect((await it.api("PUT", `/api/v1/cases/${id}/measures/${measureId}`, stranger.secret, change, { "if-match": '"2"' })).statusCode).toBe(404);
  }
});

test("a goal that others help with is not entrusted before its steps are back in the team", async () => {
  const { id, personId } = await it.newCase();
  const { goalId } = await newGoal(id, personId, { responsible: `office:${it.world.partnerOrganisationId}` });
  const answer = await it.post(`/faelle/${id}/plan/ziele/${goalId}`, it.manager.secret, { wish: "Ich will arbeiten", lifeArea: "arbeit", wishLanguage: "de", goal: "", isEntrusted: "ja", state: "open", _version: "1" });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain("erst jemandem im Team");
});

test("whoever leads the case from now on has the open steps of whoever led it before, and not what is done", async () => {
  const { id, personId } = await it.newCase();
  const { goalId } = await newGoal(id, personId, { title: "Offen", responsible: `account:${it.manager.accountId}` });
  await it.post(`/faelle/${id}/plan/ziele/${goalId}/massnahmen/neu`, it.manager.secret, { title: "Getan", responsible: `account:${it.manager.accountId}`, dueOn: "20.12.2026" });
  await it.world.owner.query("update app.plan_measures set state = 'done', done_on = '2026-11-20' where case_id = $1 and position = 2", [id]);
  await it.api("POST", "/api/v1/reassignments", it.teamLead.secret, { caseIds: [id], toAccountId: it.colleague.accountId });
  const { rows } = await it.world.owner.query<{ who: string }>("select responsible_account_id as who from app.plan_measures where case_id = $1 order by position", [id]);
  expect(rows.map((r) => r.who)).toEqual([it.colleague.accountId, it.manager.accountId]);
  expect((await it.get(`/faelle/${id}/plan`, it.manager.secret)).statusCode).toBe(404);
  expect((await it.get("/mein-tag", it.manager.secret)).body).not.toContain("Offen");
});
