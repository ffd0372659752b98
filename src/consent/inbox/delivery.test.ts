import { readdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actor, type Actor, buildWorld } from "../../../test/world.ts";
import { newId } from "../../kernel/id.ts";
import { type SharingWorld, startSharingWorld } from "../sharing-world.test-support.ts";
import { deliverWhatWaits } from "./deliver.ts";

let it: SharingWorld;
let officer: Actor;
beforeAll(async () => {
  it = await startSharingWorld();
  officer = await actor(it.world, ["immigration_officer"], "immigration", "Amtmann");
}, 120_000);
afterAll(() => it.close());

const owned = async <R extends object>(sql: string, params: readonly unknown[] = []): Promise<R[]> => (await it.world.owner.query(sql, [...params])).rows as R[];

/** Sent at once, by an exception; not delivered yet. */
async function send(more: Record<string, string> = {}, also: readonly string[] = []): Promise<{ id: string; caseId: string; keyRef: string }> {
  const caseId = await it.newCase();
  return sendFrom(caseId, more, also);
}
async function sendFrom(caseId: string, more: Record<string, string> = {}, also: readonly string[] = []): Promise<{ id: string; caseId: string; keyRef: string }> {
  const draft = { recipient: `o:${it.world.otherOrganisationId}`, legalBasisId: it.world.legalBasisId, purpose: "Gefahr abwenden", necessity: "Eilt.", isAcute: true, exception: "stgb_34", ...more };
  const made = await it.api("POST", `/api/v1/cases/${caseId}/disclosures`, it.manager.secret, draft);
  expect(made.statusCode, made.body).toBe(201);
  const { id } = made.json<{ id: string }>();
  const base = `/api/v1/cases/${caseId}/disclosures/${id}`;
  const chosen = await it.api("PUT", `${base}/fields`, it.manager.secret, { fields: [`person.names:${await it.personOf(caseId)}`, ...also] });
  expect(chosen.statusCode, chosen.body).toBe(200);
  const sent = await it.api("PUT", `${base}/sending`, it.manager.secret, {}, { "if-match": '"1"' });
  expect(sent.statusCode, sent.body).toBe(200);
  const [row] = await owned<{ key_ref: string }>("select key_ref from app.cases where id = $1", [caseId]);
  return { id, caseId, keyRef: row!.key_ref };
}
const itemsOf = (disclosureId: string) => owned<{ id: string; tenant_id: string; room_id: string; key_ref: string; stored_names: string[] }>("select i.* from app.inbox_items i join app.disclosures d on d.thread_id = i.thread_id where d.id = $1", [disclosureId]);

test("a run that breaks off before its commit leaves the letter waiting, and the next delivers it once", async () => {
  const { id } = await send();
  const breaking = { ...it.app, db: { ...it.app.db, asSystem: (reason: string, work: (tx: never) => Promise<unknown>) => it.app.db.asSystem(reason, async (tx) => { const done = await work(tx as never); if (done === true) throw new Error("the process ended"); return done; }) } } as typeof it.app;
  expect(await deliverWhatWaits(breaking)).toEqual({ delivered: 0, failed: 1 });
  expect(await itemsOf(id)).toHaveLength(0);
  expect(await Promise.all([deliverWhatWaits(it.app), deliverWhatWaits(it.app)]).then((runs) => runs.reduce((n, r) => n + r.delivered, 0))).toBe(1);
  expect(await itemsOf(id)).toHaveLength(1);
});

test("what was sealed with a key that is destroyed by now arrives nowhere and waits no longer", async () => {
  const { id, keyRef } = await send();
  await it.app.vault.destroy([keyRef]);
  expect(await deliverWhatWaits(it.app)).toEqual({ delivered: 1, failed: 0 });
  expect(await itemsOf(id)).toHaveLength(0);
});

test("the recipient's copy lies under a key of its own, and outlives the file of the sender", async () => {
  const { id, keyRef } = await send();
  await deliverWhatWaits(it.app);
  const [item] = await itemsOf(id);
  expect(item!.key_ref).not.toBe(keyRef);
  await it.app.vault.destroy([keyRef]);
  expect((await it.get(`/posteingang/${item!.id}`, officer.secret)).body).toContain("Gefahr abwenden");
});

test("a letter to another municipality arrives in its case management, and nowhere in the own", async () => {
  const other = await buildWorld(it.world.owner, "Nachbarstadt");
  const lead = await actor(other, ["team_lead"], "case", "Nachbar");
  const { id } = await send({ recipient: `t:${other.tenantId}` });
  await deliverWhatWaits(it.app);
  const [item] = await itemsOf(id);
  expect([item!.tenant_id, item!.room_id]).toEqual([other.tenantId, other.caseRoomId]);
  const letter = await it.get(`/posteingang/${item!.id}`, lead.secret);
  expect([letter.statusCode, letter.body.includes(`KI Teststadt`)]).toEqual([200, true]);
  expect((await it.get(`/posteingang/${item!.id}`, officer.secret)).statusCode).toBe(404);
  const accepted = await it.api("PUT", `/api/v1/inbox/${item!.id}/acceptance`, lead.secret, undefined, { "if-match": '"1"' });
  expect(accepted.statusCode, accepted.body).toBe(200);
  await deliverWhatWaits(it.app);
  expect(await owned("select recipient_state from app.disclosures where id = $1", [id])).toEqual([{ recipient_state: "accepted" }]);
});

test("a file travels under the recipient's key, can be read there, and goes with a decline", async () => {
  const caseId = await it.newCase();
  const boundary = "grenze";
  const pdf = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";
  const payload = `--${boundary}\r\ncontent-disposition: form-data; name="kind"\r\n\r\ncertificate\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="Zeugnis.pdf"\r\ncontent-type: application/pdf\r\n\r\n${pdf}\r\n--${boundary}--\r\n`;
  const kept = await it.server.inject({ method: "POST", url: `/api/v1/cases/${caseId}/documents`, headers: { cookie: `einklang=${it.manager.secret}`, "content-type": `multipart/form-data; boundary=${boundary}`, "idempotency-key": newId() }, payload });
  expect(kept.statusCode, kept.body).toBe(201);
  const { id } = await sendFrom(caseId, {}, [`document:${kept.json<{ id: string }>().id}`]);
  await deliverWhatWaits(it.app);
  const [item] = await itemsOf(id);
  expect(item!.stored_names).toHaveLength(1);
  const file = await it.get(`/posteingang/${item!.id}/dateien/0`, officer.secret);
  expect([file.statusCode, file.body]).toEqual([200, pdf]);
  expect((await it.post(`/posteingang/${item!.id}/zurueckweisen`, officer.secret, {})).statusCode).toBe(303);
  expect(await owned("select stored_name from private.keys_to_destroy where key_ref = $1 order by 1", [item!.key_ref])).toEqual([{ stored_name: "" }, { stored_name: item!.stored_names[0] }]);
  expect(readdirSync(it.app.filesDir).length).toBeGreaterThan(0);
});
