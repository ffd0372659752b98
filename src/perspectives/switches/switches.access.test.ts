import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReadingWorld, startReadingWorld } from "../../cases/reading/reading-world.test-support.ts";
import { addDays, addMonths, germanDay } from "../../kernel/calendar-day.ts";
import type { Actor } from "../../../test/world.ts";

let it: ReadingWorld;
beforeAll(async () => {
  it = await startReadingWorld();
});
afterAll(() => it.close());

const rows = async <T extends object>(sql: string, values: readonly unknown[]): Promise<T[]> => (await it.world.owner.query<T>(sql, [...values])).rows;
const personOf = async (caseId: string): Promise<string> => (await rows<{ id: string }>("select person_id as id from app.case_persons where case_id = $1", [caseId]))[0]!.id;
const path = (caseId: string, more = ""): string => `/faelle/${caseId}/rechtskreiswechsel${more}`;
const mayRead = async (who: Actor, caseId: string): Promise<number> => (await it.get(path(caseId), who.secret)).statusCode;

/** A case in which a title by § 104c ends in five months. */
async function caseWithProposal(lead = it.manager): Promise<{ caseId: string; whose: { personId: string; template: string; eventOn: string } }> {
  const caseId = await it.newCase({ lead, family: "Wechsel" });
  const personId = await personOf(caseId);
  const eventOn = addMonths(it.today, 5);
  await rows("insert into app.upcoming_days (tenant_id, room_id, person_id, rule, kind, day, detail, computed_on, law_version) values ($1, $2, $3, 'AUFENTHALT', 'ends', $4, 'AE_104C', $5, 'test')", [it.world.tenantId, it.world.caseRoomId, personId, eventOn, it.today]);
  return { caseId, whose: { personId, template: "chance_104c", eventOn } };
}
const itemsOf = (caseId: string) => rows<{ id: string; item_key: string; state: string; version: number; due_on: string }>("select id, item_key, state, version, due_on::text from app.switch_items where case_id = $1 order by position", [caseId]);

test("a proposal is taken on: its checklist stands with owners and days, and is not proposed again", async () => {
  const { caseId, whose } = await caseWithProposal();
  const before = await it.get(path(caseId), it.manager.secret);
  expect([before.statusCode, before.body.includes("Chancen-Aufenthaltsrecht läuft aus"), before.body.includes("Vorschlag")]).toEqual([200, true, true]);
  expect((await it.post(path(caseId, "/uebernehmen"), it.manager.secret, whose)).statusCode).toBe(303);
  const after = await it.get(path(caseId), it.manager.secret);
  expect([after.body.includes(">Vorschlag<"), after.body.includes("Fiktionsbescheinigung holen"), after.body.includes("0 von 10 erledigt")]).toEqual([false, true, true]);
  const items = await itemsOf(caseId);
  expect(items).toHaveLength(10);
  expect(items.every((item) => item.due_on >= addDays(it.today, 7))).toBe(true);
  // titles lie sealed, so that a copy of the database tells nothing
  expect((await rows<{ t: Buffer }>("select title_ct as t from app.switch_items where case_id = $1", [caseId])).some((row) => row.t.includes("Pass"))).toBe(false);
  // what is not proposed any more is not taken on twice
  expect((await it.post(path(caseId, "/uebernehmen"), it.manager.secret, whose)).statusCode).toBe(404);
});

test("a proposal is declined with a reason, and never without", async () => {
  const { caseId, whose } = await caseWithProposal();
  const decline = path(caseId, `/vorschlaege/${whose.personId}/${whose.template}/${whose.eventOn}/ablehnen`);
  expect((await it.get(decline, it.manager.secret)).statusCode).toBe(200);
  const refused = await it.post(decline, it.manager.secret, { reason: " " });
  expect([refused.statusCode, refused.body.includes("Schreiben Sie, warum")]).toEqual([422, true]);
  expect((await it.post(decline, it.manager.secret, { reason: "Die Familie zieht vorher weg." })).statusCode).toBe(303);
  const page = await it.get(path(caseId), it.manager.secret);
  expect([page.body.includes(">Vorschlag<"), page.body.includes("Die Familie zieht vorher weg.")]).toEqual([false, true]);
});

test("an event that nobody computes is typed by hand; the same twice, a stranger and no day are refused beside their fields", async () => {
  const caseId = await it.newCase({ family: "Hand" });
  const whose = { personId: await personOf(caseId), template: "recognition", eventOn: germanDay(addDays(it.today, -2)) };
  expect((await it.post(path(caseId, "/neu"), it.manager.secret, whose)).statusCode).toBe(303);
  const codes = async (body: Record<string, string>): Promise<[number, boolean]> => {
    const answer = await it.post(path(caseId, "/neu"), it.manager.secret, body);
    return [answer.statusCode, answer.body.includes('aria-invalid="true"')];
  };
  expect(await codes(whose)).toEqual([422, true]);
  expect(await codes({ ...whose, personId: await personOf(await it.newCase({ lead: it.colleague })) })).toEqual([422, true]);
  expect(await codes({ ...whose, eventOn: "bald" })).toEqual([422, true]);
  expect(await codes({ ...whose, template: "gibt-es-nicht" })).toEqual([422, true]);
});

test("items are ticked off, changed and added; the last one closes the checklist, and an open one opens it again", async () => {
  const { caseId, whose } = await caseWithProposal();
  await it.post(path(caseId, "/uebernehmen"), it.manager.secret, whose);
  const items = await itemsOf(caseId);
  for (const item of items.slice(1)) await it.post(path(caseId, `/punkte/${item.id}/erledigt`), it.manager.secret, {});
  const first = items[0]!;
  const change = { title: "Pass besorgen", ownerKind: "office", ownerName: "", dueOn: germanDay(addDays(it.today, 3)), state: "not_needed", note: "hat schon einen", _version: String(first.version) };
  expect((await it.post(path(caseId, `/punkte/${first.id}`), it.manager.secret, change)).statusCode).toBe(422);
  expect((await it.post(path(caseId, `/punkte/${first.id}`), it.manager.secret, { ...change, ownerName: "Konsulat" })).statusCode).toBe(303);
  const state = async (): Promise<string> => (await rows<{ state: string }>("select state from app.switch_checklists where case_id = $1", [caseId]))[0]!.state;
  expect(await state()).toBe("done");
  const list = (await rows<{ id: string }>("select id from app.switch_checklists where case_id = $1", [caseId]))[0]!.id;
  expect((await it.post(path(caseId, `/${list}/punkte/neu`), it.manager.secret, { title: "Dolmetscher bestellen", ownerKind: "manager", ownerName: "", dueOn: germanDay(addDays(it.today, 3)) })).statusCode).toBe(303);
  expect(await state()).toBe("open");
  // who saves over a change of somebody else sees both
  expect((await it.post(path(caseId, `/punkte/${first.id}`), it.manager.secret, { ...change, ownerName: "Konsulat" })).statusCode).toBe(409);
  const settled = await rows<{ by: string }>("select distinct settled_by as by from app.switch_items where case_id = $1 and state <> 'open'", [caseId]);
  expect(settled).toEqual([{ by: it.manager.accountId }]);
});

test("what is due stands on the day of whoever leads the case, with the proposals, and of nobody else", async () => {
  const { caseId, whose } = await caseWithProposal(it.colleague);
  const open = await caseWithProposal(it.colleague);
  await it.post(path(caseId, "/uebernehmen"), it.colleague.secret, whose);
  await rows("update app.switch_items set due_on = $2 where case_id = $1 and position = 1", [caseId, addDays(it.today, -3)]);
  const day = await it.get("/mein-tag", it.colleague.secret);
  expect([day.body.includes("Identität klären"), day.body.includes(path(open.caseId)), day.body.includes(`überfällig seit ${germanDay(addDays(it.today, -3))}`)]).toEqual([true, true, true]);
  const other = await it.get("/mein-tag", it.manager.secret);
  expect([other.body.includes(path(caseId)), other.body.includes(path(open.caseId))]).toEqual([false, false]);
});

test("nobody outside the team reads or writes: neither a colleague, nor the team lead who has not joined, nor an officer", async () => {
  const { caseId, whose } = await caseWithProposal();
  await it.post(path(caseId, "/uebernehmen"), it.manager.secret, whose);
  const item = (await itemsOf(caseId))[0]!;
  for (const who of [it.colleague, it.lead, it.officer, it.administrator]) {
    expect(await mayRead(who, caseId)).not.toBe(200);
    for (const more of ["/uebernehmen", `/punkte/${item.id}/erledigt`]) expect((await it.post(path(caseId, more), who.secret, whose)).statusCode).toBeGreaterThanOrEqual(400);
    expect((await it.post(path(caseId, "/neu"), who.secret, { ...whose, template: "move" })).statusCode).toBeGreaterThanOrEqual(400);
  }
  // an item of one case is not reached through another of one's own
  const own = await it.newCase({ lead: it.colleague });
  expect((await it.post(path(own, `/punkte/${item.id}/erledigt`), it.colleague.secret, {})).statusCode).toBe(404);
  expect((await itemsOf(caseId)).filter((i) => i.state !== "open")).toEqual([]);
});
