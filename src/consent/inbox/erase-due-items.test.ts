import { afterAll, beforeAll, expect, test } from "vitest";
import { actor, type Actor } from "../../../test/world.ts";
import { newId } from "../../kernel/id.ts";
import { type SharingWorld, startSharingWorld } from "../sharing-world.test-support.ts";
import { eraseDueItems } from "./erase-due-items.ts";
import { deliverWhatWaits, tellOfChanges } from "./deliver.ts";

let it: SharingWorld;
let officer: Actor;
beforeAll(async () => {
  it = await startSharingWorld();
  officer = await actor(it.world, ["immigration_officer"], "immigration", "Amtmann");
}, 120_000);
afterAll(() => it.close());

const owned = async <R extends object>(sql: string, params: readonly unknown[] = []): Promise<R[]> => (await it.world.owner.query(sql, [...params])).rows as R[];

interface Copy {
  readonly id: string;
  readonly key_ref: string;
  readonly caseId: string;
  readonly personId: string;
}
/** Sent to the foreigners' authority, accepted there, and all of it so many months ago. */
async function accepted(monthsAgo: number): Promise<Copy> {
  const caseId = await it.newCase();
  const personId = await it.personOf(caseId);
  const draft = { recipient: `o:${it.world.otherOrganisationId}`, legalBasisId: it.world.legalBasisId, purpose: "Gefahr abwenden", necessity: "Eilt.", isAcute: true, exception: "stgb_34" };
  const { id } = (await it.api("POST", `/api/v1/cases/${caseId}/disclosures`, it.manager.secret, draft)).json<{ id: string }>();
  await it.api("PUT", `/api/v1/cases/${caseId}/disclosures/${id}/fields`, it.manager.secret, { fields: [`person.names:${personId}`] });
  const sent = await it.api("PUT", `/api/v1/cases/${caseId}/disclosures/${id}/sending`, it.manager.secret, {}, { "if-match": '"1"' });
  expect(sent.statusCode, sent.body).toBe(200);
  await deliverWhatWaits(it.app);
  const [item] = await owned<{ id: string; key_ref: string }>("select i.id, i.key_ref from app.inbox_items i join app.disclosures d on d.thread_id = i.thread_id where d.id = $1", [id]);
  const done = await it.api("PUT", `/api/v1/inbox/${item!.id}/acceptance`, officer.secret, undefined, { "if-match": '"1"' });
  expect(done.statusCode, done.body).toBe(200);
  await owned("update app.inbox_items set received_at = now() - make_interval(months => $2, days => 1), decided_at = now() - make_interval(months => $2, days => 1) where id = $1", [item!.id, monthsAgo]);
  return { ...item!, caseId, personId };
}
const isThere = async (copy: Copy): Promise<boolean> => (await it.get(`/posteingang/${copy.id}`, officer.secret)).statusCode === 200;

test("what was accepted goes two years later with its key, the youngest stays", async () => {
  const [old, young] = [await accepted(24), await accepted(23)];
  expect([await isThere(old), await isThere(young)]).toEqual([true, true]);
  expect(await eraseDueItems(it.app)).toEqual({ erased: 1, held: 0 });
  expect([await isThere(old), await isThere(young)]).toEqual([false, true]);
  expect(await owned("select key_ref from private.keys_to_destroy where key_ref = any ($1)", [[old.key_ref, young.key_ref]])).toEqual([{ key_ref: old.key_ref }]);
  expect(await eraseDueItems(it.app)).toEqual({ erased: 0, held: 0 });
});

test("the municipality sets the months, and three are the least that the database keeps", async () => {
  await owned("delete from app.inbox_items");
  const copy = await accepted(4);
  const set = (months: number) => owned("insert into app.settings (tenant_id, key, value) values ($1, 'inbox_months', $2) on conflict (tenant_id, key) do update set value = excluded.value", [it.world.tenantId, JSON.stringify(months)]);
  await set(5);
  expect((await eraseDueItems(it.app)).erased).toBe(0);
  await set(1);
  const fresh = await accepted(2);
  expect((await eraseDueItems(it.app)).erased).toBe(1);
  // no page saves a value below the least, and none is read with one
  await owned("delete from app.settings where key = 'inbox_months'");
  expect([await isThere(copy), await isThere(fresh)]).toEqual([false, true]);
});

test("nothing goes while somebody works with it: an open item in its thread, or an open follow-up on its person", async () => {
  const [inThread, withPerson] = [await accepted(30), await accepted(30)];
  const [{ thread_id: thread, room_id: room } = { thread_id: "", room_id: "" }] = await owned<{ thread_id: string; room_id: string }>("select thread_id, room_id from app.inbox_items where id = $1", [inThread.id]);
  const notice = newId();
  await owned("insert into app.inbox_items (tenant_id, room_id, id, kind, thread_id, sender_name, key_ref, content_ct, received_at) values ($1, $2, $3, 'correction', $4, 'KIM', 'x:1', '', now() - interval '3 years')", [it.world.tenantId, room, notice, thread]);
  const person = newId();
  await owned("insert into app.persons (tenant_id, room_id, id, key_ref, recorded_by) values ($1, $2, $3, 'x:2', $4)", [it.world.tenantId, room, person, officer.accountId]);
  await owned("update app.inbox_items set person_id = $2 where id = $1", [withPerson.id, person]);
  await owned("insert into app.officer_follow_ups (tenant_id, room_id, id, person_id, owner_id, due_on, title_ct, created_by) values ($1, $2, $3, $4, $5, current_date, '', $5)", [it.world.tenantId, room, newId(), person, officer.accountId]);
  expect(await eraseDueItems(it.app)).toEqual({ erased: 0, held: 2 });
  await owned("update app.inbox_items set state = 'done', decided_at = now() - interval '3 years' where id = $1", [notice]);
  await owned("update app.officer_follow_ups set done_on = current_date, done_by = $1", [officer.accountId]);
  expect(await eraseDueItems(it.app)).toEqual({ erased: 3, held: 0 });
  expect([await isThere(inThread), await isThere(withPerson)]).toEqual([false, false]);
});

test("whoever deleted its copy is not told of a change; whoever still has it is", async () => {
  const [gone, kept] = [await accepted(24), await accepted(1)];
  await eraseDueItems(it.app);
  for (const copy of [gone, kept]) await owned("insert into private.fact_changes (tenant_id, person_id, field) values ($1, $2, 'person.names')", [it.world.tenantId, copy.personId]);
  await tellOfChanges(it.app);
  const told = await owned<{ n: number }>("select count(*)::int as n from app.inbox_items where kind = 'correction' and received_at > now() - interval '1 hour'");
  expect(told[0]!.n).toBe(1);
});
