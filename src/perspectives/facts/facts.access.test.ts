import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReadingWorld, startReadingWorld } from "../../cases/reading/reading-world.test-support.ts";
import { newId } from "../../kernel/id.ts";
import { addDays } from "../../kernel/calendar-day.ts";
import { actor, type Actor } from "../../../test/world.ts";

let it: ReadingWorld;
let officer: Actor;
let caseId: string;
let person: string;
beforeAll(async () => {
  it = await startReadingWorld();
  officer = await actor(it.world, ["immigration_officer"], "immigration", "Zweit");
  caseId = await it.newCase({ family: "Wand" });
  person = (await rows<{ id: string }>("select person_id as id from app.case_persons where case_id = $1", [caseId]))[0]!.id;
});
afterAll(() => it.close());

const rows = async <T extends object>(sql: string, values: readonly unknown[]): Promise<T[]> => (await it.world.owner.query<T>(sql, [...values])).rows;
const told = (key: string, value: unknown, more: object = {}) => ({ caseId, key, value, source: "said", ...more });
const url = (id: string, more = ""): string => `/api/v1/persons/${id}/facts${more}`;
const send = (who: Actor, id: string, body: unknown, headers = {}) => it.api("POST", url(id), who.secret, body, headers);

test("whoever does not work on the case learns nothing, and cannot tell the person from nobody", async () => {
  const made = await send(it.manager, person, told("fullTimeNow", true));
  expect(made.statusCode).toBe(201);
  const { id } = made.json<{ id: string }>();
  for (const who of [it.colleague, it.lead, it.officer, officer, it.administrator]) {
    for (const target of [person, newId()]) {
      expect((await it.get(url(target), who.secret)).statusCode).toBe(404);
      expect((await send(who, target, told("fullTimeNow", false))).statusCode).toBe(404);
      expect((await it.api("DELETE", url(target, `/${id}`), who.secret, undefined, { "if-match": '"1"' })).statusCode).toBe(404);
      for (const path of ["", "/fullTimeNow"]) expect((await it.get(`/faelle/${caseId}/personen/${target}/angaben${path}`, who.secret)).statusCode).toBe(404);
    }
  }
  expect(await rows("select 1 as x from app.facts where person_id = $1 and withdrawn_at is null", [person])).toHaveLength(1);
});

test("what may hurt is read in the case under which it was told, and not by the team of another case with the same person", async () => {
  const other = await it.newCase({ lead: it.colleague, personId: person });
  await send(it.manager, person, told("investigationPending", true));
  await send(it.manager, person, told("unableDueToIllness", true));
  await send(it.manager, person, told("germanOral", "A2"));
  const read = async (who: Actor) => (await it.get(url(person), who.secret)).json<{ facts: Record<string, unknown>; entries: { key: string }[] }>();
  expect((await read(it.manager)).facts).toMatchObject({ investigationPending: true, unableDueToIllness: true, germanOral: "A2" });
  const seen = await read(it.colleague);
  expect(seen.facts).toMatchObject({ investigationPending: null, unableDueToIllness: null, germanOral: "A2" });
  expect(seen.entries.map((e) => e.key)).not.toContain("investigationPending");
  // and nobody takes back what stands in another file
  const entry = (await it.get(url(person), it.manager.secret)).json<{ entries: { id: string; key: string; version: number }[] }>().entries.find((e) => e.key === "germanOral")!;
  expect((await it.api("DELETE", url(person, `/${entry.id}`), it.colleague.secret, undefined, { "if-match": `"${entry.version}"` })).statusCode).toBe(404);
  expect((await it.post(`/faelle/${other}/personen/${person}/angaben/germanOral/${entry.id}/zuruecknehmen`, it.colleague.secret, {})).statusCode).toBe(404);
  // nor puts somebody into a file who does not belong to it
  expect((await send(it.manager, person, { ...told("fullTimeNow", true), caseId: other })).statusCode).toBe(404);
  const stranger = await it.newPerson([["Latn", "Fremd", "Ada"]]);
  expect((await send(it.manager, stranger, told("fullTimeNow", true))).statusCode).toBe(404);
});

test("a repeated call records once; a version that is gone takes nothing back; whoever only watches a closed case writes nothing", async () => {
  const once = { "idempotency-key": "facts-once" };
  const [first, second] = [await send(it.manager, person, told("weeklyHours", 30), once), await send(it.manager, person, told("weeklyHours", 30), once)];
  expect(first.json()).toEqual(second.json());
  const { id } = first.json<{ id: string }>();
  expect(await rows("select 1 as x from app.facts where person_id = $1 and key = 'weeklyHours'", [person])).toHaveLength(1);
  const remove = (version: number) => it.api("DELETE", url(person, `/${id}`), it.manager.secret, undefined, { "if-match": `"${version}"` });
  expect((await it.api("DELETE", url(person, `/${id}`), it.manager.secret)).statusCode).toBe(428);
  expect([(await remove(7)).statusCode, (await remove(1)).statusCode, (await remove(1)).statusCode]).toEqual([412, 200, 404]);
  await rows("update app.cases set phase = 'closed', closed_on = $2 where id = $1", [caseId, it.today]);
  expect((await send(it.manager, person, told("weeklyHours", 30))).statusCode).toBe(422);
  await rows("update app.cases set phase = 'clearing', closed_on = null where id = $1", [caseId]);
});

test("in the room of an authority facts hang on the person alone, and the case management next door sees none of it", async () => {
  const [id, key] = [newId(), it.app.vault.newKey()];
  await rows("insert into app.persons (tenant_id, room_id, id, recorded_by, key_ref) values ($1, $2, $3, $4, $5)", [it.world.tenantId, it.world.immigrationRoomId, id, officer.accountId, key]);
  const fact = { key: "identityClarified", value: true, source: "paper", statedOn: addDays(it.today, -3) };
  expect((await send(officer, id, fact)).statusCode).toBe(201);
  expect((await send(officer, id, { key: "deception", value: "none", source: "register" })).statusCode).toBe(201);
  expect((await send(officer, id, { ...fact, caseId })).statusCode).toBe(404);
  expect((await it.get(url(id), it.officer.secret)).json<{ facts: Record<string, unknown> }>().facts).toMatchObject({ identityClarified: true, deception: "none" });
  for (const who of [it.manager, it.lead]) expect((await it.get(url(id), who.secret)).statusCode).toBe(404);
});

test("reading and writing stand in the record, with no word of what was told", async () => {
  const records = await rows<{ action: string; object_kind: string }>("select action, object_kind from app.access_records where account_id = $1 and action like 'fact.%'", [it.manager.accountId]);
  expect([...new Set(records.map((r) => r.action))].sort()).toEqual(["fact.listed", "fact.recorded", "fact.withdrawn"]);
  expect(await rows("select 1 as x from app.access_records where to_jsonb(access_records)::text ~ 'investigationPending|germanOral'", [])).toEqual([]);
});
