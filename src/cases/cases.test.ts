import { addDays, dayOf } from "../kernel/calendar-day.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actor } from "../../test/world.ts";
import { type CaseWorld, startCaseWorld } from "./case-world.test-support.ts";
import { RELATION_KINDS } from "./people/relation-kinds.ts";

let it: CaseWorld;
beforeAll(async () => {
  it = await startCaseWorld();
});
afterAll(() => it.close());

const inTwoWeeks = addDays(dayOf(new Date()), 14);

test("whoever opens a case leads it, and its number counts within the year", async () => {
  const one = await it.newCase();
  const two = await it.newCase();
  expect(Number(two.number.slice(5))).toBe(Number(one.number.slice(5)) + 1);
  const head = await it.row<{ lead_id: string; main_name: string; phase: string }>("select lead_id, main_name, phase from app.cases where id = $1", [one.id]);
  expect(head).toEqual({ lead_id: it.manager.accountId, main_name: "Haddad, Amira", phase: "enquiry" });
});

test("a team lead names who leads, and then sees the head alone", async () => {
  const personId = await it.newPerson(it.teamLead);
  const answer = await it.api("POST", "/api/v1/cases", it.teamLead.secret, { personIds: [personId], leadId: it.colleague.accountId });
  expect(answer.statusCode).toBe(201);
  const { id } = answer.json<{ id: string }>();
  expect((await it.api("POST", `/api/v1/cases/${id}/contacts`, it.teamLead.secret, { text: "Hallo" })).statusCode).toBe(404);
  expect((await it.api("POST", `/api/v1/cases/${id}/contacts`, it.colleague.secret, { text: "Hallo" })).statusCode).toBe(201);
});

test("a case manager cannot name another lead", async () => {
  const personId = await it.newPerson(it.manager);
  const answer = await it.api("POST", "/api/v1/cases", it.manager.secret, { personIds: [personId], leadId: it.colleague.accountId });
  expect(answer.json()).toMatchObject({ status: 422, refusals: [{ code: "names-another-lead" }] });
});

test("a phase is moved past others: it happens, and what was skipped is named", async () => {
  const { id } = await it.newCase();
  const page = await it.post(`/faelle/${id}/phase`, it.manager.secret, { to: "implementation", on: "", _version: "1" });
  expect(page.statusCode).toBe(303);
  const flash = Buffer.from(page.cookies.find((c) => c.name === "einklang_flash")!.value, "base64url").toString();
  expect(flash).toContain("Übersprungen wird: Klärung, Aufnahme, Assessment, Planung.");
  const late = await it.post(`/faelle/${id}/phase`, it.manager.secret, { to: "monitoring", _version: "1" });
  expect(late.statusCode).toBe(409);
  expect((await it.row<{ phase: string }>("select phase from app.cases where id = $1", [id])).phase).toBe("implementation");
});

test("phases overlap where somebody says that one goes on", async () => {
  const { id } = await it.newCase();
  await it.api("PUT", `/api/v1/cases/${id}/phase`, it.manager.secret, { to: "implementation" }, { "if-match": '"1"' });
  const moved = await it.api("PUT", `/api/v1/cases/${id}/phase`, it.manager.secret, { to: "monitoring", keepOpen: ["implementation"] }, { "if-match": '"2"' });
  expect(moved.json<{ openPhases: string[] }>().openPhases.sort()).toEqual(["implementation", "monitoring"]);
});

test("closing names open follow-ups first; reopening brings the case back", async () => {
  const { id } = await it.newCase();
  await it.api("POST", `/api/v1/cases/${id}/follow-ups`, it.manager.secret, { title: "Zeugnis übersetzen lassen", dueOn: inTwoWeeks });
  const close = { reason: "goals_reached", handover: "none_needed" };
  const first = await it.api("PUT", `/api/v1/cases/${id}/closure`, it.manager.secret, close, { "if-match": '"1"' });
  expect(first.statusCode).toBe(422);
  expect(first.body).toContain("Zeugnis übersetzen lassen");
  const second = await it.api("PUT", `/api/v1/cases/${id}/closure`, it.manager.secret, { ...close, openFollowUps: "finish" }, { "if-match": '"1"' });
  expect(second.json()).toMatchObject({ phase: "closed" });
  const again = await it.api("PUT", `/api/v1/cases/${id}/reopening`, it.manager.secret, {}, { "if-match": '"2"' });
  expect(again.json()).toMatchObject({ phase: "reopened", closedOn: null, openPhases: ["reopened"] });
});

test("an admission without basis and information is refused with the norms, and decided it moves the case", async () => {
  const { id } = await it.newCase();
  const path = `/api/v1/cases/${id}/admission`;
  const bare = await it.api("PUT", path, it.manager.secret, { decision: "admitted", decidedOn: "2026-01-05" }, { "if-match": '"1"' });
  expect(bare.json<{ refusals: { norm?: string }[] }>().refusals.map((r) => r.norm)).toEqual(["Art. 6 DSGVO", "Art. 13, 14 DSGVO"]);
  const whole = { decision: "admitted", decidedOn: "2026-01-05", legalBasisId: it.world.legalBasisId, informedOn: "2026-01-05", informedLanguage: "ar" };
  const decided = await it.api("PUT", path, it.manager.secret, whole, { "if-match": '"1"' });
  expect(decided.json()).toMatchObject({ decision: "admitted", version: 2 });
  expect(await it.row("select phase, admitted_on::text from app.cases where id = $1", [id])).toEqual({ phase: "admitted", admitted_on: "2026-01-05" });
});

test("a contact about two of a family is separated person by person", async () => {
  const { id, personId } = await it.newCase();
  const child = await it.newPerson(it.manager, "Haddad", "Sami");
  await it.api("POST", `/api/v1/cases/${id}/persons`, it.manager.secret, { personId: child });
  const made = await it.api("POST", `/api/v1/cases/${id}/contacts`, it.manager.secret, { text: "Mit beiden gesprochen", personIds: [personId, child] });
  const contact = made.json<{ id: string; personIds: string[] }>();
  expect(contact.personIds.toSorted()).toEqual([personId, child].toSorted());
  const corrected = await it.api("PUT", `/api/v1/cases/${id}/contacts/${contact.id}`, it.manager.secret, { text: "Nur mit dem Kind", personIds: [child] }, { "if-match": '"1"' });
  expect(corrected.json()).toMatchObject({ personIds: [child], version: 2, text: "Nur mit dem Kind" });
});

test("the database keeps every kind of relation that the page offers, and no other", async () => {
  const { constraint } = (await it.row("select pg_get_constraintdef(oid) as constraint from pg_constraint where conname = 'case_relations_kind_check'", [])) as { constraint: string };
  expect([...constraint.matchAll(/'([a-z_]+)'/g)].map((m) => m[1]!).toSorted()).toEqual(Object.keys(RELATION_KINDS).toSorted());
  for (const [kind, { inverse }] of Object.entries(RELATION_KINDS)) expect(RELATION_KINDS[inverse].inverse, kind).toBe(kind);
});

test("a relation is read from both sides, and its mirror is known already", async () => {
  const { id, personId } = await it.newCase();
  const child = await it.newPerson(it.manager, "Haddad", "Sami");
  await it.api("POST", `/api/v1/cases/${id}/persons`, it.manager.secret, { personId: child });
  const made = await it.api("POST", `/api/v1/cases/${id}/relations`, it.manager.secret, { personId, otherPersonId: child, kind: "child" });
  expect(made.json()).toMatchObject({ relations: [{ kind: "child", inverse: "parent" }] });
  const mirror = await it.api("POST", `/api/v1/cases/${id}/relations`, it.manager.secret, { personId: child, otherPersonId: personId, kind: "parent" });
  expect(mirror.json()).toMatchObject({ refusals: [{ code: "relation-known" }] });
});

test("a telephone note finds its case by number or by name, and asks where a name fits several", async () => {
  const personId = await it.newPerson(it.manager, "Öztürk-Einmalig", "Gül");
  const { id, number } = (await it.api("POST", "/api/v1/cases", it.manager.secret, { personIds: [personId] })).json<{ id: string; number: string }>();
  for (const who of [number, "ozturk-einmalig", "Gül Öztürk"]) {
    const note = await it.post("/telefonnotiz", it.manager.secret, { who, text: "Ruft morgen zurück" });
    expect([who, note.headers.location]).toEqual([who, `/faelle/${id}`]);
  }
  expect(await it.row("select count(*)::int as n, bool_or(is_complete) as complete from app.contacts where case_id = $1", [id])).toEqual({ n: 3, complete: false });
  await it.newCase();
  const unclear = await it.post("/telefonnotiz", it.manager.secret, { who: "Haddad", text: "Ruft morgen zurück" });
  expect([unclear.statusCode, unclear.body.includes("Welcher Fall?"), unclear.body.includes("Ruft morgen zurück")]).toEqual([422, true, true]);
});

test("a Kurzberatung becomes a case", async () => {
  const saved = await it.post("/kurzberatungen/neu", it.manager.secret, { language: "ar", lifeAreas: "wohnen", outcome: "answered" });
  const adviceId = saved.headers.location!.split("=")[1]!;
  const { id } = await it.newCase(it.manager, { adviceId });
  expect(await it.row("select case_id, outcome from app.short_advices where id = $1", [adviceId])).toEqual({ case_id: id, outcome: "became_case" });
});

test("a follow-up is done, opened again and moved; its owner must be of the team", async () => {
  const { id } = await it.newCase();
  const made = (await it.api("POST", `/api/v1/cases/${id}/follow-ups`, it.manager.secret, { title: "Anrufen", dueOn: inTwoWeeks })).json<{ id: string }>();
  const path = `/api/v1/cases/${id}/follow-ups/${made.id}`;
  expect((await it.api("PUT", `${path}/done`, it.manager.secret)).json<{ doneOn: string | null }>().doneOn).not.toBeNull();
  expect((await it.api("DELETE", `${path}/done`, it.manager.secret)).json()).toMatchObject({ doneOn: null, version: 3 });
  const foreign = await it.api("PUT", path, it.manager.secret, { title: "Anrufen", dueOn: inTwoWeeks, ownerId: it.colleague.accountId }, { "if-match": '"3"' });
  expect(foreign.json()).toMatchObject({ refusals: [{ code: "owner-not-on-team" }] });
  expect((await it.row<{ d: string }>("select next_due_on::text as d from app.cases where id = $1", [id])).d).toBe(inTwoWeeks);
});

test("whoever stood in and now leads does no longer stand in", async () => {
  const { id } = await it.newCase();
  await it.api("POST", `/api/v1/cases/${id}/team`, it.manager.secret, { accountId: it.colleague.accountId, function: "substitute", untilOn: inTwoWeeks });
  await it.api("POST", `/api/v1/cases/${id}/hand-over`, it.manager.secret, { accountId: it.colleague.accountId });
  const { team } = (await it.api("GET", `/api/v1/cases/${id}`, it.colleague.secret)).json() as { team: { function: string; name: string }[] };
  expect(team.map((member) => member.function)).toEqual(["lead"]);
});

test("whoever hands a case over loses it at once, and the open follow-ups go along", async () => {
  const { id } = await it.newCase();
  await it.api("POST", `/api/v1/cases/${id}/follow-ups`, it.manager.secret, { title: "Anrufen", dueOn: inTwoWeeks });
  expect((await it.post(`/faelle/${id}/team/uebergeben`, it.manager.secret, { accountId: it.colleague.accountId })).statusCode).toBe(303);
  expect((await it.get(`/faelle/${id}/kontakte/neu`, it.manager.secret)).statusCode).toBe(404);
  expect((await it.get(`/faelle/${id}/kontakte/neu`, it.colleague.secret)).statusCode).toBe(200);
  expect(await it.row("select owner_id from app.follow_ups where case_id = $1", [id])).toEqual({ owner_id: it.colleague.accountId });
});

test("a lead does not simply leave the team", async () => {
  const { id } = await it.newCase();
  const row = await it.row<{ id: string }>("select id from app.case_team where case_id = $1", [id]);
  const answer = await it.api("DELETE", `/api/v1/cases/${id}/team/${row.id}`, it.manager.secret);
  expect(answer.json()).toMatchObject({ refusals: [{ code: "lead-hands-over" }] });
});

test("every form within a case opens", async () => {
  const { id } = await it.newCase();
  for (const path of ["kontakte/neu", "phase", "aufnahme", "abschluss", "wiederaufnahme", "team", "personen", "dateien", "wiedervorlagen/neu", "lesende"]) {
    const answer = await it.get(`/faelle/${id}/${path}`, it.manager.secret);
    expect([path, answer.statusCode]).toEqual([path, 200]);
  }
  for (const path of ["/faelle/neu", "/telefonnotiz", "/kurzberatungen/neu", "/notzugriff", `/vertretungen/${it.manager.accountId}`]) expect([path, (await it.get(path, it.manager.secret)).statusCode]).toEqual([path, 200]);
  for (const path of ["/vertretungen", `/faelle/${id}/team`, `/faelle/${id}/beitreten`, `/faelle/zuweisen?fall=${id}`]) expect([path, (await it.get(path, it.teamLead.secret)).statusCode]).toEqual([path, 200]);
});

test("intake, who reads no cases, is led back to the persons and not to a list that is not there", async () => {
  const intake = await actor(it.world, ["intake"], "case", "Lindner");
  const person = await it.api("POST", "/api/v1/persons", intake.secret, { names: [{ family: "Neu", given: "Ahmad" }] });
  const { body } = await it.get(`/faelle/neu?person=${person.json<{ id: string }>().id}`, intake.secret);
  expect([body.includes("Abbrechen"), body.includes('href="/faelle"')]).toEqual([true, false]);
});
