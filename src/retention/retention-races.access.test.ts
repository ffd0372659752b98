import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReadingWorld, startReadingWorld } from "../cases/reading/reading-world.test-support.ts";
import { addDays, addMonths } from "../kernel/calendar-day.ts";
import { newId } from "../kernel/id.ts";
import { eraseTonight } from "./erasure/erase-tonight.ts";

/** What happens while the night erases, and who may not decide on it. Each was open once. */
let it: ReadingWorld;
beforeAll(async () => {
  it = await startReadingWorld();
}, 120_000);
afterAll(() => it.close());

const owned = async <R extends object>(sql: string, params: readonly unknown[] = []): Promise<R[]> => (await it.world.owner.query(sql, [...params])).rows as R[];
const there = async (ids: readonly string[]): Promise<boolean[]> => {
  const left = new Set((await owned<{ id: string }>("select id from app.cases where id = any ($1)", [ids])).map((r) => r.id));
  return ids.map((id) => left.has(id));
};
/** Due since so many months: the archive has waived it. */
async function due(monthsAgo: number): Promise<string> {
  const id = await it.newCase();
  await owned("update app.cases set phase = 'closed', closed_on = $2 where id = $1", [id, addMonths(it.today, -monthsAgo)]);
  await owned("insert into app.archive_offers (tenant_id, room_id, case_id, offered_on, offered_by, answer, answered_on, answered_by) values ($1, $2, $3, $4, $5, 'waived', $4, $5)", [it.world.tenantId, it.world.caseRoomId, id, addMonths(it.today, -1), it.lead.accountId]);
  return id;
}
const hold = (id: string, as = it.manager) => it.api("POST", `/api/v1/cases/${id}/holds`, as.secret, { kind: "legal_dispute", reason: "Klage ist anhängig", untilOn: addDays(it.today, 90) });

test("a hold or a reopening that came while the night had begun keeps the file", async () => {
  const [locked, heldMeanwhile, reopened, gone] = [await due(60), await due(50), await due(49), await due(48)];
  const other = new pg.Client({ ...it.database.connection, database: it.database.name });
  await other.connect();
  try {
    await other.query("begin");
    // somebody is at work on the first file: the night waits there, having chosen all four
    await other.query("select 1 from app.cases where id = $1 for key share", [locked]);
    const night = eraseTonight({ ...it.app, clock: () => new Date() });
    await expect.poll(async () => (await owned<{ n: number }>("select count(*)::int as n from pg_locks l join pg_stat_activity a on a.pid = l.pid where not l.granted and a.datname = current_database()"))[0]!.n, { timeout: 30_000 }).toBeGreaterThan(0);
    const held = hold(heldMeanwhile);
    const opened = owned("update app.cases set phase = 'reopened', closed_on = null where id = $1", [reopened]);
    expect((await held).statusCode).toBe(201);
    await opened;
    await other.query("insert into app.retention_holds (tenant_id, room_id, id, case_id, kind, reason_ct, until_on, set_by) values ($1, $2, $3, $4, 'audit', 'x', $5, $6)", [it.world.tenantId, it.world.caseRoomId, newId(), locked, addDays(it.today, 9), it.lead.accountId]);
    await other.query("commit");
    await night;
  } finally {
    await other.end();
  }
  expect(await there([locked, heldMeanwhile, reopened, gone])).toEqual([true, true, true, false]);
}, 60_000);

test("whoever reads a file in an emergency asks for no erasure, agrees to none, and lifts no hold", async () => {
  const id = await it.newCase();
  const asked = await it.api("POST", `/api/v1/cases/${id}/erasures`, it.manager.secret, { kind: "unlawful", reason: "Hätte nie gespeichert werden dürfen" });
  expect(asked.statusCode, asked.body).toBe(201);
  await hold(id);
  await it.database.db.write(it.colleague.secret, (tx) => tx.query("select app.begin_emergency_access($1, $2, 'x', 30, current_date + 7)", [newId(), id]));
  expect((await it.get(`/faelle/${id}/aufbewahrung`, it.colleague.secret)).statusCode, "reading is what it is for").toBe(200);
  for (const sql of ["update app.erasure_requests set agreed_at = now() where case_id = $1", "update app.retention_holds set lifted_at = now() where case_id = $1"]) {
    expect([sql, await it.database.db.write(it.colleague.secret, (tx) => tx.run(sql, [id]))]).toEqual([sql, 0]);
  }
  const second = await it.newCase();
  await it.database.db.write(it.colleague.secret, (tx) => tx.query("select app.begin_emergency_access($1, $2, 'x', 30, current_date + 7)", [newId(), second]));
  expect((await it.api("POST", `/api/v1/cases/${second}/erasures`, it.colleague.secret, { kind: "unlawful", reason: "Ich will es weg haben" })).statusCode).toBe(404);
  expect(await it.database.db.write(it.lead.secret, (tx) => tx.run("update app.erasure_requests set agreed_at = now() where case_id = $1", [id])), "the lead of the room is the second person").toBe(1);
});

test("what the archive answered is answered once, and by whoever says so", async () => {
  const id = await due(40);
  await expect(it.database.db.write(it.lead.secret, (tx) => tx.run("update app.archive_offers set answer = 'taken' where case_id = $1", [id]))).resolves.toBe(0);
  expect(await owned("select answer from app.archive_offers where case_id = $1", [id])).toEqual([{ answer: "waived" }]);
});

test("a text that is judged anew while the answer is given out is in the paper as judged, or is judged no more", async () => {
  const id = await it.newCase();
  const { person_id: personId } = (await owned<{ person_id: string }>("select person_id from app.case_persons where case_id = $1", [id]))[0]!;
  const begun = (await it.api("POST", `/api/v1/cases/${id}/subject-accesses`, it.manager.secret, { personId, askedOn: it.today })).json<{ id: string; version: number }>();
  const review = "insert into app.subject_access_reviews (tenant_id, room_id, id, case_id, access_id, place, row_id, verdict, detail_ct, reviewed_by) values ($1, $2, $3, $4, $5, 'contacts.text_ct', $3, 'withheld', $6, $7)";
  const values = (): unknown[] => [it.world.tenantId, it.world.caseRoomId, newId(), id, begun.id, it.app.vault.seal(key, '{"passages":[],"reason":null,"hash":""}', { tenant: it.world.tenantId, table: "x", column: "y", row: id, version: 1 }), it.manager.accountId];
  const { key_ref: key } = (await owned<{ key_ref: string }>("select key_ref from app.cases where id = $1", [id]))[0]!;
  let giving: Promise<{ statusCode: number }> | undefined;
  await it.database.db.write(it.manager.secret, async (tx) => {
    await tx.query(review, values());
    giving = it.api("POST", `/api/v1/cases/${id}/subject-accesses/${begun.id}/giving`, it.manager.secret, { identityBy: "known", how: "handed_over" }, { "if-match": `"${begun.version}"` });
    await expect.poll(async () => (await owned<{ n: number }>("select count(*)::int as n from pg_locks l join pg_stat_activity a on a.pid = l.pid where not l.granted and a.datname = current_database()"))[0]!.n, { timeout: 40_000 }).toBeGreaterThan(0);
  });
  await giving;
  await owned("update app.subject_accesses set state = 'dropped' where id = $1 and state = 'open'", [begun.id]);
  await expect(it.database.db.write(it.manager.secret, (tx) => tx.query(review, values()))).rejects.toThrow("not found");
}, 90_000);
