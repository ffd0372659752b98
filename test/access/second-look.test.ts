import { afterAll, beforeAll, expect, test } from "vitest";
import { type CaseWorld, startCaseWorld } from "../../src/cases/case-world.test-support.ts";
import { newId } from "../../src/kernel/id.ts";
import type { Actor } from "../world.ts";

/**
 * Assessment, plan, papers and the person's page, as somebody tries them who has a valid login and the database under it (an
 * injection under one's own session). Each was open once.
 */
let it: CaseWorld;
beforeAll(async () => {
  it = await startCaseWorld();
}, 120_000);
afterAll(() => it.close());

const sql = <T extends object>(as: Actor, text: string, values: readonly unknown[] = []): Promise<T[]> => it.database.db.write(as.secret, (tx) => tx.query<T>(text, values));
const CT = Buffer.from("sealed");

test("what a case points at is of the same case: another file's task, guardian, document or letter is as if it never was", async () => {
  const [mine, theirs] = [await it.newCase(it.manager), await it.newCase(it.colleague)];
  const [t, r] = [it.world.tenantId, it.world.caseRoomId];
  const [followUp, guardian, document, access] = [newId(), newId(), newId(), newId()];
  await it.world.owner.query("insert into app.follow_ups (tenant_id, room_id, id, case_id, owner_id, due_on, kind, title_ct, created_by) values ($1, $2, $3, $4, $5, current_date, 'task', $6, $5)", [t, r, followUp, theirs.id, it.colleague.accountId, CT]);
  await it.world.owner.query("insert into app.person_guardians (tenant_id, room_id, id, person_id, kind, name_ct) values ($1, $2, $3, $4, 'parents', $5)", [t, r, guardian, theirs.personId, CT]);
  await it.world.owner.query("insert into app.documents (tenant_id, room_id, id, case_id, name_ct, media_type, size, mac, stored_name, author_id) values ($1, $2, $3, $4, $5, 'pdf', 1, $5, 'x', $6)", [t, r, document, theirs.id, CT, it.colleague.accountId]);
  await it.world.owner.query("insert into app.portal_accesses (tenant_id, room_id, id, case_id, person_id, invited_by) values ($1, $2, $3, $4, $5, $6)", [t, r, access, theirs.id, theirs.personId, it.colleague.accountId]);
  const notice = "insert into app.notices (tenant_id, room_id, id, case_id, person_id, subject_ct, issued_on, made_known, law, remedy, instruction, period, due_on, follow_up_id, recorded_by) values ($1, $2, $3, $4, $5, $6, current_date, 'post', 'social', 'objection', 'given', 'one_month', current_date, $7, $8)";
  const invite = "insert into app.portal_accesses (tenant_id, room_id, id, case_id, person_id, guardian_id, invited_by) values ($1, $2, $3, $4, $5, $6, $7)";
  for (const strange of [followUp, newId()]) await expect(sql(it.manager, notice, [t, r, newId(), mine.id, mine.personId, CT, strange, it.manager.accountId]), "notice").rejects.toThrow("not found");
  for (const strange of [guardian, newId()]) await expect(sql(it.manager, invite, [t, r, newId(), mine.id, mine.personId, strange, it.manager.accountId]), "access").rejects.toThrow("not found");
  // whatever loads rows as the owner is held to it as well
  await expect(it.world.owner.query("insert into app.portal_messages (tenant_id, room_id, id, case_id, person_id, access_id, kind, text_ct) values ($1, $2, $3, $4, $5, $6, 'question', $7)", [t, r, newId(), mine.id, mine.personId, access, CT])).rejects.toMatchObject({ code: "23503" });
});

test("no key that leads from one case to another's rows", async () => {
  const { rows } = await it.world.owner.query<{ key: string }>(
    `select r.relname || ': ' || k.conname as key from pg_constraint k join pg_class r on r.oid = k.conrelid join pg_class f on f.oid = k.confrelid
      where k.contype = 'f' and r.relnamespace = 'app'::regnamespace and f.relnamespace = 'app'::regnamespace and f.relname <> 'cases'
        and exists (select from pg_attribute a where a.attrelid = r.oid and a.attname = 'case_id' and a.attnotnull) and exists (select from pg_attribute a where a.attrelid = f.oid and a.attname = 'case_id' and a.attnotnull)
        and not exists (select from pg_attribute a where a.attrelid = r.oid and a.attname = 'case_id' and a.attnum = any (k.conkey))`);
  expect(rows.map((row) => row.key)).toEqual([]);
});

test("the list of who read of a person tells nothing of somebody who is only named beside", async () => {
  const [mine, theirs] = [await it.newCase(it.manager), await it.newCase(it.colleague)];
  await it.api("GET", `/api/v1/persons/${theirs.personId}`, it.colleague.secret);
  await it.api("GET", `/api/v1/persons/${mine.personId}`, it.manager.secret);
  const said = (persons: readonly string[]): Promise<{ action: string; times: number }[]> => sql(it.manager, "select action, sum(times)::int as times from app.records_of_subject($1, $2, 'Europe/Berlin', 500) group by 1 order by 1", [mine.id, persons]);
  const alone = await said([mine.personId]);
  expect(alone.length).toBeGreaterThan(0);
  expect(await said([mine.personId, theirs.personId])).toEqual(alone);
});

test("a letter that was made, and a conference that was held, are written anew by no statement", async () => {
  const { id, personId } = await it.newCase();
  const [t, r, me] = [it.world.tenantId, it.world.caseRoomId, it.manager.accountId];
  const [letter, appointment, conference] = [newId(), newId(), newId()];
  await it.world.owner.query("insert into app.letters (tenant_id, room_id, id, case_id, person_id, content_ct, dated_on, state, author_id) values ($1, $2, $3, $4, $5, $6, current_date, 'made', $7)", [t, r, letter, id, personId, CT, me]);
  await it.world.owner.query("insert into app.case_appointments (tenant_id, room_id, id, case_id, kind, starts_at, ends_at, created_by) values ($1, $2, $3, $4, 'conference', now() - interval '2 hours', now(), $5)", [t, r, appointment, id, me]);
  await it.world.owner.query("insert into app.conferences (tenant_id, room_id, id, case_id, appointment_id, question_ct, state, held_on, created_by) values ($1, $2, $3, $4, $5, $6, 'held', current_date, $7)", [t, r, conference, id, appointment, CT, me]);
  await it.world.owner.query("insert into app.conference_participants (tenant_id, room_id, id, case_id, conference_id, account_id, was_there) values ($1, $2, $3, $4, $5, $6, true)", [t, r, newId(), id, conference, me]);
  const changed = (text: string): Promise<number> => it.database.db.write(it.manager.secret, (tx) => tx.run(text, [id]));
  for (const text of [
    "update app.letters set content_ct = 'x' where case_id = $1", "update app.letters set state = 'draft' where case_id = $1", "update app.conferences set state = 'planned', held_on = null where case_id = $1",
    "update app.conferences set protocol_ct = 'x' where case_id = $1", "update app.conference_participants set was_there = false where case_id = $1", "delete from app.conference_participants where case_id = $1",
  ]) expect([text, await changed(text)]).toEqual([text, 0]);
  await expect(sql(it.manager, "insert into app.conference_participants (tenant_id, room_id, id, case_id, conference_id, person_id) values ($1, $2, $3, $4, $5, $6)", [t, r, newId(), id, conference, personId])).rejects.toThrow("not found");
});

test("no row that somebody makes end takes the key or the file of somebody else's with it", async () => {
  const [theirs, file] = [await it.newCase(it.colleague), `${newId()}.ekf`];
  const { key_ref: key } = await it.row<{ key_ref: string }>("select key_ref from app.cases where id = $1", [theirs.id]);
  const [t, r] = [it.world.tenantId, it.world.caseRoomId];
  await it.world.owner.query("insert into app.documents (tenant_id, room_id, id, case_id, name_ct, media_type, size, mac, stored_name, author_id) values ($1, $2, $3, $4, $5, 'pdf', 1, $5, $6, $7)", [t, r, newId(), theirs.id, CT, file, it.colleague.accountId]);
  const mine = newId();
  await sql(it.manager, "insert into app.peer_consultations (tenant_id, room_id, id, held_on, key_ref, question_ct, author_id) values ($1, $2, $3, current_date, $4, $5, $6)", [t, r, mine, key, CT, it.manager.accountId]);
  await it.world.owner.query("delete from app.peer_consultations where id = $1", [mine]);
  // as the night notes it
  await it.world.owner.query("insert into private.keys_to_destroy (tenant_id, key_ref, stored_name) values ($1, $2, ''), ($1, 'gone', $3), ($1, 'gone', 'free.ekf')", [t, key, file]);
  const due = await it.database.db.asSystem("test", (tx) => tx.query<{ key_ref: string; stored_name: string }>("select key_ref, stored_name from app.keys_to_destroy(100)"));
  expect(due).toEqual([{ key_ref: "gone", stored_name: "free.ekf" }]);
});
