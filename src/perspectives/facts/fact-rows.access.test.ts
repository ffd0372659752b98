import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReadingWorld, startReadingWorld } from "../../cases/reading/reading-world.test-support.ts";
import { newId } from "../../kernel/id.ts";
import type { Actor } from "../../../test/world.ts";
import { isGuarded } from "./fact-entry.ts";
import { factBinding, findKnownFacts } from "./known-facts.ts";

let it: ReadingWorld;
beforeAll(async () => {
  it = await startReadingWorld();
});
afterAll(() => it.close());

const rows = async <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> => (await it.world.owner.query<T>(sql, [...values])).rows;
const personOf = async (caseId: string): Promise<string> => (await rows<{ id: string }>("select person_id as id from app.case_persons where case_id = $1", [caseId]))[0]!.id;

interface Place { readonly personId: string; readonly caseId: string | null; readonly roomId?: string; readonly by?: Actor }
async function addFact({ personId, caseId, roomId = it.world.caseRoomId, by = it.manager }: Place, key: string, value: unknown): Promise<string> {
  const id = newId();
  const [{ key_ref }] = (await rows<{ key_ref: string }>("select key_ref from app.persons where id = $1", [personId])) as [{ key_ref: string }];
  const text = JSON.stringify(value);
  const sealed = isGuarded(key) ? it.app.vault.seal(key_ref, text, factBinding(it.world.tenantId, id)) : null;
  await rows(
    "insert into app.facts (tenant_id, room_id, id, person_id, case_id, key, value, value_ct, is_guarded, source, stated_on, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'said', $10, $11)",
    [it.world.tenantId, roomId, id, personId, caseId, key, sealed === null ? text : null, sealed, sealed !== null, it.today, by.accountId],
  );
  return id;
}
const keysSeenBy = async (who: Actor, personId: string): Promise<string[] | null> =>
  it.reading(who, async (tx) => (await findKnownFacts(tx, it.app.vault, [personId], it.today)).get(personId)?.entries.map((e) => e.key).sort() ?? null);

test("a person in two cases: what may hurt stays with the team under whose case it was told", async () => {
  const first = await it.newCase({ family: "Zwei" });
  const personId = await personOf(first);
  const second = await it.newCase({ lead: it.colleague, personId });
  await addFact({ personId, caseId: first }, "germanOral", "A2");
  await addFact({ personId, caseId: first }, "investigationPending", true);
  await addFact({ personId, caseId: second, by: it.colleague }, "ableToWork", false);
  expect(await keysSeenBy(it.manager, personId)).toEqual(["germanOral", "investigationPending"]);
  expect(await keysSeenBy(it.colleague, personId)).toEqual(["ableToWork", "germanOral"]);
  // what one team reads as not known, the rules read as not known, and never as "no"
  const { facts } = (await it.reading(it.colleague, (tx) => findKnownFacts(tx, it.app.vault, [personId], it.today))).get(personId)!;
  expect([facts["investigationPending"], facts["ableToWork"]]).toEqual([null, false]);
  expect(await keysSeenBy(it.lead, personId)).toBeNull();
  expect(await keysSeenBy(it.administrator, personId)).toBeNull();
});

test("nothing is written under a case that is not one's own, nor of a person who is not in it, nor in another's name", async () => {
  const [own, others] = [await it.newCase({ family: "Eigen" }), await it.newCase({ family: "Fremd", lead: it.colleague })];
  const [person, stranger] = [await personOf(own), await personOf(others)];
  const insert = (caseId: string | null, personId: string, by: Actor = it.manager, more: { column: string; value: unknown } | null = null): Promise<unknown> => it.database.db.write(it.manager.secret, (tx) => tx.run(
    `insert into app.facts (tenant_id, room_id, id, person_id, case_id, key, value, source, stated_on, recorded_by${more === null ? "" : `, ${more.column}`}) values ($1, $2, $3, $4, $5, 'fullTimeNow', 'true', 'said', $6, $7${more === null ? "" : ", $8"})`,
    [it.world.tenantId, it.world.caseRoomId, newId(), personId, caseId, it.today, by.accountId, ...(more === null ? [] : [more.value])],
  ));
  await expect(insert(own, person)).resolves.toBe(1);
  for (const [caseId, personId] of [[own, stranger], [others, person], [others, stranger], [null, person]] as const) await expect(insert(caseId, personId), `${caseId} ${personId}`).rejects.toThrow();
  await expect(insert(own, person, it.colleague)).rejects.toThrow();
  // nobody of the staff writes as the person
  await expect(insert(own, person, it.manager, { column: "is_by_person", value: true })).rejects.toThrow();
});

test("an entry is only ever taken back: its value, its source and its case cannot be changed", async () => {
  const caseId = await it.newCase({ family: "Fest" });
  const personId = await personOf(caseId);
  const id = await addFact({ personId, caseId }, "germanOral", "A2");
  const change = (who: Actor, set: string): Promise<number> => it.database.db.write(who.secret, (tx) => tx.run(`update app.facts set ${set} where id = $1`, [id]));
  for (const set of ["value = '\"C1\"'", "source = 'paper'", "case_id = null", "recorded_by = tenant_id", "is_guarded = true"]) await expect(change(it.manager, set), set).rejects.toThrow();
  expect(await change(it.colleague, "withdrawn_at = now()")).toBe(0);
  expect(await change(it.manager, "withdrawn_at = now()")).toBe(1);
});

test("what may hurt lies sealed in the row, for this row and this person alone", async () => {
  const caseId = await it.newCase({ family: "Siegel" });
  const personId = await personOf(caseId);
  const [id, other] = [await addFact({ personId, caseId }, "deception", "past_own"), await addFact({ personId, caseId }, "extremism", true)];
  const [row] = (await rows<{ value: unknown; value_ct: Buffer; line: string; key_ref: string }>("select f.value, f.value_ct, f::text as line, p.key_ref from app.facts f join app.persons p on p.id = f.person_id where f.id = $1", [id])) as [{ value: unknown; value_ct: Buffer; line: string; key_ref: string }];
  expect([row.value, row.line.includes("past_own"), row.value_ct.includes("past_own")]).toEqual([null, false, false]);
  expect(() => it.app.vault.open(row.key_ref, row.value_ct, factBinding(it.world.tenantId, other))).toThrow();
  // nor could a program that forgets to seal write it: the table refuses a guarded value in plain
  await expect(rows("insert into app.facts (tenant_id, room_id, id, person_id, case_id, key, value, is_guarded, source, stated_on, recorded_by) values ($1, $2, gen_random_uuid(), $3, $4, 'deception', '\"past_own\"', true, 'said', current_date, $5)", [it.world.tenantId, it.world.caseRoomId, personId, caseId, it.manager.accountId])).rejects.toThrow(/guarded_facts_are_sealed/);
});

test("the night reads nothing that may hurt, and nobody but the night asks it", async () => {
  const caseId = await it.newCase({ family: "Nacht" });
  const personId = await personOf(caseId);
  await addFact({ personId, caseId }, "germanOral", "B1");
  await addFact({ personId, caseId }, "ausweisungsinteresse", "54_2_1");
  const seen = await rows<{ key: string }>("select key from app.facts_for_deadlines($1, $2)", [it.world.tenantId, [personId]]);
  expect(seen.map((f) => f.key)).toEqual(["germanOral"]);
  await expect(it.database.db.read(it.manager.secret, (tx) => tx.query("select * from app.facts_for_deadlines($1, $2)", [it.world.tenantId, [personId]]))).rejects.toThrow();
  const granted = await rows<{ who: string }>("select distinct grantee as who from information_schema.role_routine_grants where routine_schema = 'app' and routine_name = 'facts_for_deadlines' and grantee <> current_user");
  expect(granted.map((g) => g.who.replace(/^.*_(?=jobs|staff|partner|system|public)/i, ""))).toEqual(["jobs"]);
});

test("an officer reads and writes on the persons of the own room without a case, and sees nothing of case management", async () => {
  const personId = newId();
  const { tenantId, immigrationRoomId } = it.world;
  await rows("insert into app.persons (tenant_id, room_id, id, recorded_by, key_ref) values ($1, $2, $3, $4, $5)", [tenantId, immigrationRoomId, personId, it.officer.accountId, it.app.vault.newKey()]);
  await addFact({ personId, caseId: null, roomId: immigrationRoomId, by: it.officer }, "germanOral", "B1");
  await addFact({ personId, caseId: null, roomId: immigrationRoomId, by: it.officer }, "investigationPending", false);
  expect(await keysSeenBy(it.officer, personId)).toEqual(["germanOral", "investigationPending"]);
  expect(await keysSeenBy(it.manager, personId)).toBeNull();
  const caseId = await it.newCase({ family: "Beratung" });
  const other = await personOf(caseId);
  await addFact({ personId: other, caseId }, "germanOral", "A1");
  expect(await keysSeenBy(it.officer, other)).toBeNull();
});
