import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReadingWorld, startReadingWorld } from "../cases/reading/reading-world.test-support.ts";
import { addDays, germanDay } from "../kernel/calendar-day.ts";

let it: ReadingWorld;
beforeAll(async () => {
  it = await startReadingWorld();
}, 120_000);
afterAll(() => it.close());

const WORDS = { situation: "Sucht Arbeit in der Pflege", wishes: "Will in Lindenau bleiben", careful: "", people: "Frau Sahin vom Verein" };
const sheetsOf = async (id: string, secret = it.colleague.secret) => (await it.api("GET", `/api/v1/cases/${id}/handover-sheets`, secret as never)).json<{ items: { id: string; kind: string; words: Record<string, string>; standing: { title: string; lines: string[] }[]; readOn: string | null }[] }>().items;

test("a case changes hands with its sheet: the giver loses it, the taker finds it on the day and confirms", async () => {
  const id = await it.newCase({ family: "Okafor" });
  await it.addFollowUp(id, it.manager, "Zeugnis anfordern", addDays(it.today, 3));
  const given = await it.post(`/faelle/${id}/uebergabe`, it.manager.secret, { kind: "change", toId: it.colleague.accountId, untilOn: "", ...WORDS });
  expect(given.statusCode, given.body.slice(0, 800)).toBe(303);
  expect((await it.get(`/faelle/${id}`, it.manager.secret)).statusCode).toBe(404);
  const day = (await it.get("/mein-tag", it.colleague.secret)).body;
  expect(day).toContain("Übergaben an mich");
  const [sheet] = await sheetsOf(id);
  expect(sheet).toMatchObject({ kind: "change", words: { situation: WORDS.situation, people: WORDS.people }, readOn: null });
  expect(JSON.stringify(sheet!.standing)).toContain("Zeugnis anfordern");
  expect((await it.get(`/faelle/${id}/uebergabe/${sheet!.id}`, it.colleague.secret)).body).toContain("Will in Lindenau bleiben");
  const paper = await it.get(`/faelle/${id}/uebergabe/${sheet!.id}/blatt.pdf`, it.colleague.secret);
  expect([paper.statusCode, paper.body.startsWith("%PDF")]).toEqual([200, true]);
  expect((await it.post(`/faelle/${id}/uebergabe/${sheet!.id}/gelesen`, it.colleague.secret, {})).statusCode).toBe(303);
  expect((await it.get("/mein-tag", it.colleague.secret)).body).not.toContain("Übergaben an mich");
  expect((await it.post(`/faelle/${id}/uebergabe/${sheet!.id}/gelesen`, it.colleague.secret, {})).statusCode).toBe(404);
});

test("somebody stands in until a day, and gives it back to the lead with what happened", async () => {
  const id = await it.newCase({ family: "Rahimi" });
  const until = addDays(it.today, 10);
  expect((await it.post(`/faelle/${id}/uebergabe`, it.manager.secret, { kind: "substitution", toId: it.colleague.accountId, untilOn: germanDay(until), ...WORDS })).statusCode).toBe(303);
  expect((await it.get(`/faelle/${id}`, it.manager.secret)).statusCode).toBe(200);
  expect((await it.get(`/faelle/${id}`, it.colleague.secret)).statusCode).toBe(200);
  const [row] = (await it.world.owner.query<{ function: string; until_on: string }>("select function, until_on::text as until_on from app.case_team where case_id = $1 and account_id = $2", [id, it.colleague.accountId])).rows;
  expect(row).toEqual({ function: "substitute", until_on: until });
  expect((await it.post(`/faelle/${id}/uebergabe`, it.colleague.secret, { kind: "return", toId: it.manager.accountId, untilOn: "", ...WORDS, situation: "Der Bescheid ist da" })).statusCode).toBe(303);
  expect((await it.get("/mein-tag", it.manager.secret)).body).toContain("Zurück an die Leitung");
});

test("a sheet without a word, to oneself, or without an end is refused, and nothing typed is lost", async () => {
  const id = await it.newCase();
  for (const [fields, words] of [
    [{ kind: "change", toId: it.colleague.accountId, untilOn: "", situation: "", wishes: "", careful: "", people: "" }, "Schreiben Sie wenigstens einen Satz"],
    [{ kind: "change", toId: it.manager.accountId, untilOn: "", ...WORDS }, "Wählen Sie jemand anderen."],
    [{ kind: "substitution", toId: it.colleague.accountId, untilOn: "", ...WORDS }, "bis wann die Vertretung dauert"],
  ] as const) {
    const refused = await it.post(`/faelle/${id}/uebergabe`, it.manager.secret, fields);
    expect([refused.statusCode, refused.body.includes(words)]).toEqual([422, true]);
    if (fields.people !== "") expect(refused.body).toContain("Frau Sahin vom Verein");
  }
  expect((await it.get(`/faelle/${id}`, it.manager.secret)).statusCode).toBe(200);
});

test("others neither read a sheet nor give a case away", async () => {
  const id = await it.newCase();
  expect((await it.post(`/faelle/${id}/uebergabe`, it.manager.secret, { kind: "substitution", toId: it.lead.accountId, untilOn: germanDay(addDays(it.today, 2)), ...WORDS })).statusCode).toBe(303);
  const [sheet] = await sheetsOf(id, it.manager.secret);
  for (const who of [it.colleague, it.officer]) {
    for (const path of ["", `/${sheet!.id}`, `/${sheet!.id}/blatt.pdf`]) expect((await it.get(`/faelle/${id}/uebergabe${path}`, who.secret)).statusCode).toBe(404);
    expect((await it.post(`/faelle/${id}/uebergabe`, who.secret, { kind: "change", toId: who.accountId, untilOn: "", ...WORDS })).statusCode).toBe(404);
  }
  // the giver is no taker
  expect((await it.post(`/faelle/${id}/uebergabe/${sheet!.id}/gelesen`, it.manager.secret, {})).statusCode).toBe(404);
});

test("who stands in already stays until the longer day, and what was begun is kept on the server", async () => {
  const id = await it.newCase();
  await it.addToTeam(id, it.colleague, "substitute", addDays(it.today, -5), addDays(it.today, 3));
  const until = addDays(it.today, 20);
  expect((await it.post(`/entwuerfe/${id}/handover.situation`, it.manager.secret, { text: "Angefangen" })).statusCode).toBe(200);
  const begun = (await it.get(`/faelle/${id}/uebergabe`, it.manager.secret)).body;
  for (const words of ["Angefangen", "wiederhergestellt"]) expect(begun).toContain(words);
  expect((await it.get(`/faelle/${id}/uebergabe`, it.colleague.secret)).body).not.toContain("Angefangen");
  expect((await it.post(`/faelle/${id}/uebergabe`, it.manager.secret, { kind: "substitution", toId: it.colleague.accountId, untilOn: germanDay(until), ...WORDS })).statusCode).toBe(303);
  const rows = (await it.world.owner.query<{ until_on: string }>("select until_on::text as until_on from app.case_team where case_id = $1 and account_id = $2 order by until_on", [id, it.colleague.accountId])).rows;
  expect(rows.map((r) => r.until_on)).toEqual([addDays(it.today, -1), until]);
  expect((await it.get(`/faelle/${id}/uebergabe`, it.manager.secret)).body).not.toContain("Angefangen");
  // whoever is in for good stays so
  const member = await it.newCase();
  await it.addToTeam(member, it.colleague, "member");
  expect((await it.post(`/faelle/${member}/uebergabe`, it.manager.secret, { kind: "substitution", toId: it.colleague.accountId, untilOn: germanDay(until), ...WORDS })).statusCode).toBe(303);
  expect((await it.world.owner.query("select until_on from app.case_team where case_id = $1 and account_id = $2", [member, it.colleague.accountId])).rows).toEqual([{ until_on: null }]);
});

test("the fields begin with what stands in the case", async () => {
  const id = await it.newCase();
  const person = (await it.world.owner.query<{ person_id: string }>("select person_id from app.case_persons where case_id = $1", [id])).rows[0]!.person_id;
  for (const [path, body] of [["goals", { personId: person, lifeArea: "arbeit", wish: "Ich will Busfahrerin werden", wishLanguage: "de", goal: "" }]] as const) expect((await it.api("POST", `/api/v1/cases/${id}/${path}`, it.manager.secret, body)).statusCode).toBe(201);
  expect((await it.get(`/faelle/${id}/uebergabe`, it.manager.secret)).body).toContain("„Ich will Busfahrerin werden“</textarea>");
});

test("when a sheet was read is said by the clock, once, and never taken back", async () => {
  const id = await it.newCase();
  expect((await it.post(`/faelle/${id}/uebergabe`, it.manager.secret, { kind: "substitution", toId: it.colleague.accountId, untilOn: germanDay(addDays(it.today, 2)), ...WORDS })).statusCode).toBe(303);
  const asTaker = (sql: string) => it.database.db.write(it.colleague.secret, (tx) => tx.run(`update app.handover_sheets set ${sql} where case_id = $1`, [id]));
  await asTaker("read_at = '2001-01-01'");
  const year = (await it.world.owner.query<{ year: number }>("select extract(year from read_at)::integer as year from app.handover_sheets where case_id = $1", [id])).rows[0]!.year;
  expect(year).toBeGreaterThan(2024);
  for (const sql of ["read_at = null", "read_at = '2099-01-01'"]) await expect(asTaker(sql)).rejects.toThrow();
});

test("closing plans the aftercare as a task of the lead in the closed file", async () => {
  const id = await it.newCase();
  const version = (await it.world.owner.query<{ version: number }>("select version from app.cases where id = $1", [id])).rows[0]!.version;
  const closed = await it.api("PUT", `/api/v1/cases/${id}/closure`, it.manager.secret, { reason: "goals_reached", handover: "none_needed", aftercareOn: addDays(it.today, 90) }, { "if-match": `"${version}"` });
  expect(closed.statusCode, closed.body).toBe(200);
  const rows = (await it.world.owner.query<{ due: string; owner_id: string }>("select due_on::text as due, owner_id from app.follow_ups where case_id = $1 and done_on is null", [id])).rows;
  expect(rows).toEqual([{ due: addDays(it.today, 90), owner_id: it.manager.accountId }]);
  expect((await it.post(`/faelle/${id}/kontakte/neu`, it.manager.secret, { kind: "phone", text: "Arbeitet, es geht ihr gut" })).statusCode).toBe(303);
});
