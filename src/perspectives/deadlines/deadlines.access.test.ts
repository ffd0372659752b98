import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReadingWorld, startReadingWorld } from "../../cases/reading/reading-world.test-support.ts";
import { addDays, addMonths } from "../../kernel/calendar-day.ts";
import { actor, type Actor } from "../../../test/world.ts";

let it: ReadingWorld;
let officer2: Actor;
beforeAll(async () => {
  it = await startReadingWorld();
  officer2 = await actor(it.world, ["naturalisation_officer"], "naturalisation", "Bürger");
});
afterAll(() => it.close());

const personOf = async (caseId: string): Promise<string> => (await it.world.owner.query<{ id: string }>("select person_id as id from app.case_persons where case_id = $1", [caseId])).rows[0]!.id;
async function addDay(person: string, more: { room?: string; rule?: string; kind?: string; day?: string; detail?: string } = {}): Promise<void> {
  await it.world.owner.query(
    "insert into app.upcoming_days (tenant_id, room_id, person_id, rule, kind, day, detail, computed_on, law_version) values ($1, $2, $3, $4, $5, $6, $7, $8, 'test')",
    [it.world.tenantId, more.room ?? it.world.caseRoomId, person, more.rule ?? "AUFENTHG_25B_1", more.kind ?? "opens", more.day ?? addMonths(it.today, 2), more.detail ?? "SOLL", it.today],
  );
}

test("the preview shows the days of the cases one works in, and of nobody else", async () => {
  const [own, others] = [await it.newCase({ family: "Eigen" }), await it.newCase({ family: "Fremd", lead: it.colleague })];
  await addDay(await personOf(own));
  await addDay(await personOf(others));
  const page = await it.get("/fristen", it.manager.secret);
  expect(page.statusCode).toBe(200);
  expect([page.body.includes("Eigen"), page.body.includes("Fremd")]).toEqual([true, false]);
  const rule = /href="(\/faelle\/[^"]+\/aufenthalt-und-fristen\?person=[^"]+)"/.exec(page.body)![1]!;
  expect((await it.get(rule, it.manager.secret)).statusCode).toBe(200);
  const csv = await it.get("/fristen/liste.csv", it.manager.secret);
  expect([csv.statusCode, csv.body.includes("Eigen"), csv.body.includes("Fremd")]).toEqual([200, true, false]);
  const api = await it.get("/api/v1/upcoming-days", it.manager.secret);
  expect(api.statusCode).toBe(200);
  expect(api.json<{ days: { personId: string }[] }>().days.map((d) => d.personId)).toEqual([await personOf(own)]);
});

test("a team lead sees numbers per manager and no name of any person; files they are excluded from are not counted", async () => {
  const before = await it.get("/fristen", it.lead.secret);
  const hidden = await it.newCase({ family: "Verborgen", lead: it.colleague });
  await addDay(await personOf(hidden), { kind: "ends", rule: "AUFENTHALT", detail: "DULDUNG_60A" });
  const page = await it.get("/fristen", it.lead.secret);
  expect([page.statusCode, page.body.includes("Verborgen"), page.body.includes("Eigen"), page.body.includes("Brandt")]).toEqual([200, false, false, true]);
  expect(page.body).not.toBe(before.body);
  const count = async (): Promise<number> => (await it.database.db.read(it.lead.secret, (tx) => tx.query<{ days: number }>("select days from app.upcoming_by_manager($1) where kind = 'ends'", [addMonths(it.today, 12)]))).reduce((sum, row) => sum + row.days, 0);
  expect(await count()).toBe(1);
  await it.world.owner.query("insert into app.case_exclusions (tenant_id, room_id, case_id, account_id, set_by) values ($1, $2, $3, $4, $5)", [it.world.tenantId, it.world.caseRoomId, hidden, it.lead.accountId, it.colleague.accountId]);
  expect(await count()).toBe(0);
  const asManager = await it.database.db.read(it.manager.secret, (tx) => tx.query("select * from app.upcoming_by_manager($1)", [addMonths(it.today, 12)]));
  expect(asManager).toEqual([]);
});

test("an officer sees the persons of the own room; neither those of another authority nor of case management", async () => {
  const person = async (room: string): Promise<string> => {
    const id = crypto.randomUUID();
    await it.world.owner.query("insert into app.persons (tenant_id, room_id, id, recorded_by, key_ref) values ($1, $2, $3, $4, $5)", [it.world.tenantId, room, id, it.officer.accountId, it.app.vault.newKey()]);
    await it.world.owner.query("insert into app.person_names (tenant_id, room_id, id, person_id, kind, script, family, given, is_primary) values ($1, $2, gen_random_uuid(), $3, 'passport', 'Latn', $4, 'Kim', true)", [it.world.tenantId, room, id, room === it.world.immigrationRoomId ? "Amtsakte" : "Urkunde"]);
    await addDay(id, { room });
    return id;
  };
  await person(it.world.immigrationRoomId);
  await person(it.world.naturalisationRoomId);
  const seen = async (who: Actor): Promise<boolean[]> => {
    const { body } = await it.get("/fristen", who.secret);
    return ["Amtsakte", "Urkunde", "Eigen", "Fremd"].map((name) => body.includes(name));
  };
  expect(await seen(it.officer)).toEqual([true, false, false, false]);
  expect(await seen(officer2)).toEqual([false, true, false, false]);
  expect((await it.get("/fristen", it.administrator.secret)).statusCode).not.toBe(200);
});

test("a follow-up is made with one click in one's own case, and never in that of a colleague", async () => {
  const [own, others] = [await it.newCase({ family: "Klick" }), await it.newCase({ family: "Zaun", lead: it.colleague })];
  const [ownPerson, othersPerson] = [await personOf(own), await personOf(others)];
  const day = addMonths(it.today, 3);
  await addDay(ownPerson, { day });
  await addDay(othersPerson, { day });
  const click = (caseId: string, personId: string) => it.post("/fristen/wiedervorlage", it.manager.secret, { caseId, personId, rule: "AUFENTHG_25B_1", kind: "opens", zurueck: "/fristen" });
  expect((await click(own, ownPerson)).statusCode).toBe(303);
  const made = await it.world.owner.query<{ due_on: string; owner_id: string }>("select due_on::text, owner_id from app.follow_ups where case_id = $1", [own]);
  expect(made.rows).toEqual([{ due_on: addDays(day, -14), owner_id: it.manager.accountId }]);
  for (const [caseId, personId] of [[others, othersPerson], [own, othersPerson], [others, ownPerson]] as const) expect((await click(caseId, personId)).statusCode, `${caseId} ${personId}`).toBe(404);
});

test("an officer's click makes a follow-up on the person of the own room", async () => {
  const { rows } = await it.world.owner.query<{ id: string }>("select person_id as id from app.upcoming_days where room_id = $1", [it.world.immigrationRoomId]);
  const person = rows[0]!.id;
  const page = await it.get("/fristen", it.officer.secret);
  const fields = /action="\/vorgaenge\/[^"]+\/wiedervorlagen\/neu".*?name="title" value="([^"]+)".*?name="dueOn" value="([^"]+)"/s.exec(page.body)!;
  const made = await it.post(`/vorgaenge/${person}/wiedervorlagen/neu`, it.officer.secret, { title: fields[1]!, dueOn: fields[2]! });
  expect(made.statusCode).toBe(303);
  expect((await it.world.owner.query("select due_on::text as due from app.officer_follow_ups where person_id = $1", [person])).rows).toEqual([{ due: fields[2] }]);
});
