import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReadingWorld, startReadingWorld } from "../../cases/reading/reading-world.test-support.ts";
import { addMonths } from "../../kernel/calendar-day.ts";
import { KeyDestroyed } from "../../vault/index.ts";
import { eraseTonight } from "./erase-tonight.ts";

let it: ReadingWorld;
beforeAll(async () => {
  it = await startReadingWorld();
}, 120_000);
afterAll(() => it.close());

const owned = async <R extends object>(sql: string, params: readonly unknown[] = []): Promise<R[]> => (await it.world.owner.query(sql, [...params])).rows as R[];
const night = () => eraseTonight({ ...it.app, clock: () => new Date() });

/** Without a name, under a key of its own. */
async function consultation(monthsAgo: number): Promise<{ id: string; key: string; sealed: Buffer; binding: Parameters<typeof it.app.vault.seal>[2] }> {
  const [id, key] = [randomUUID(), it.app.vault.newKey()];
  const binding = { tenant: it.world.tenantId, table: "peer_consultations", column: "question_ct", row: id, version: 1 };
  const sealed = it.app.vault.seal(key, "Wie bleibt jemand im Gespräch?", binding);
  await owned("insert into app.peer_consultations (tenant_id, room_id, id, held_on, key_ref, question_ct, author_id) values ($1, $2, $3, $4, $5, $6, $7)", [it.world.tenantId, it.world.caseRoomId, id, addMonths(it.today, -monthsAgo), key, sealed, it.manager.accountId]);
  return { id, key, sealed, binding };
}
const left = async (...ids: string[]) => (await owned<{ id: string }>("select id from app.peer_consultations where id = any ($1) order by held_on", [ids])).map((row) => row.id);

test("a consultation without names ends after its months, its key with it, and the report of the night counts it", async () => {
  const [old, young] = [await consultation(24), await consultation(23)];
  expect(it.app.vault.open(old.key, old.sealed, old.binding)).toContain("Gespräch");
  await night();
  expect(await left(old.id, young.id)).toEqual([young.id]);
  expect(() => it.app.vault.open(old.key, old.sealed, old.binding)).toThrow(KeyDestroyed);
  expect(it.app.vault.open(young.key, young.sealed, young.binding)).toContain("Gespräch");
  const [report] = await owned<{ due: number; consultations_erased: number }>("select due, consultations_erased from app.retention_reports where room_id = $1 order by ran_on desc limit 1", [it.world.caseRoomId]);
  expect(report).toEqual({ due: 0, consultations_erased: 1 });
  expect((await it.get("/aufbewahrung", it.lead.secret)).body).toContain("Fallberatungen gelöscht");
});

test("the municipality chooses the months, and never fewer than three", async () => {
  const [fresh, older] = [await consultation(2), await consultation(5)];
  await owned("insert into app.settings (tenant_id, key, value) values ($1, 'consultation_months', '1')", [it.world.tenantId]);
  await night();
  expect(await left(fresh.id, older.id)).toEqual([fresh.id]);
});

test("a consultation that a restored backup brought back goes before anything is served", async () => {
  const back = await consultation(1);
  await owned("select app.purge_destroyed($1)", [[back.key]]);
  expect(await left(back.id)).toEqual([]);
});

test("codes for photographs go a day after they died; what was photographed with them stays in the file", async () => {
  const caseId = await it.newCase();
  const of = [it.world.tenantId, it.world.caseRoomId];
  const document = randomUUID();
  await owned("insert into app.documents (tenant_id, room_id, id, case_id, name_ct, kind, media_type, size, mac, stored_name, author_id) values ($1, $2, $3, $4, '\\x01', 'notice', 'jpeg', 1, '\\x01', 'x.ekf', $5)", [...of, document, caseId, it.manager.accountId]);
  const ticket = async (hoursAgo: number): Promise<string> => {
    const id = randomUUID();
    await owned("insert into app.photo_tickets (tenant_id, room_id, id, case_id, account_id, token_hash, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, now() - make_interval(hours => $7), now() - make_interval(hours => $7) + interval '15 minutes')", [...of, id, caseId, it.manager.accountId, randomBytes(32), hoursAgo]);
    return id;
  };
  const [dead, fresh] = [await ticket(26), await ticket(20)];
  await owned("insert into app.photo_pages (tenant_id, room_id, case_id, ticket_id, document_id, position) values ($1, $2, $3, $4, $5, 1)", [...of, caseId, dead, document]);
  await it.app.db.asSystem("what is over goes", (tx) => tx.query("select * from app.delete_what_is_over()"));
  expect(await owned("select id from app.photo_tickets where id = any ($1)", [[dead, fresh]])).toEqual([{ id: fresh }]);
  expect(await owned("select 1 from app.documents where id = $1", [document])).toHaveLength(1);
});
