import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReadingWorld, startReadingWorld } from "../../cases/reading/reading-world.test-support.ts";
import { addDays, addMonths, germanDay } from "../../kernel/calendar-day.ts";
import { actor, type Actor } from "../../../test/world.ts";
import { eraseTonight } from "../erasure/erase-tonight.ts";

let it: ReadingWorld;
let secondLead: Actor;
beforeAll(async () => {
  it = await startReadingWorld();
  secondLead = await actor(it.world, ["team_lead"], "case", "Zweite");
}, 120_000);
afterAll(() => it.close());

const owned = async <R extends object>(sql: string, params: readonly unknown[] = []): Promise<R[]> => (await it.world.owner.query(sql, [...params])).rows as R[];
/** Closed so many months ago, by the manager who leads it. */
async function closed(monthsAgo: number, phase = "closed"): Promise<string> {
  const id = await it.newCase();
  await owned("update app.cases set phase = $2, closed_on = $3 where id = $1", [id, phase, addMonths(it.today, -monthsAgo)]);
  return id;
}
const isThere = async (id: string): Promise<boolean> => (await owned("select 1 from app.cases where id = $1", [id])).length === 1;
const night = () => eraseTonight({ ...it.app, clock: () => new Date() });
const standings = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await it.api("GET", "/api/v1/retention", it.lead.secret)).json<{ files: { caseId: string; standing: string }[] }>().files.map((f) => [f.caseId, f.standing]));

test("a file is offered to the archive before it is erased, and waits for the answer or six months", async () => {
  const [waived, silent, never, young] = [await closed(40), await closed(40), await closed(40), await closed(35)];
  expect(await standings()).toMatchObject({ [waived]: "waiting", [silent]: "waiting", [never]: "waiting" });
  await night();
  expect(await isThere(waived)).toBe(true);
  for (const id of [waived, silent]) expect((await it.api("POST", `/api/v1/cases/${id}/archive-offer`, it.lead.secret)).statusCode).toBe(201);
  expect((await it.post(`/aufbewahrung/${waived}/archiv`, it.lead.secret, { answer: "waived" })).statusCode).toBe(303);
  await owned("update app.archive_offers set offered_on = $2 where case_id = $1", [silent, addMonths(it.today, -6)]);
  expect(await standings()).toMatchObject({ [waived]: "erase", [silent]: "erase", [never]: "waiting" });
  await night();
  expect([await isThere(waived), await isThere(silent), await isThere(never), await isThere(young)]).toEqual([false, false, true, true]);
  const [report] = await owned<{ due: number; erased: number; held: number; waiting: number }>("select due, erased, held, waiting from app.retention_reports order by ran_on desc limit 1");
  expect(report).toEqual({ due: 3, erased: 2, held: 0, waiting: 1 });
});

test("a hold keeps the file; nobody lifts an own one, somebody else does, and its end ends it", async () => {
  const id = await closed(60);
  await it.api("POST", `/api/v1/cases/${id}/archive-offer`, it.lead.secret);
  await it.api("POST", `/api/v1/cases/${id}/archive-offer/answer`, it.lead.secret, { answer: "waived" });
  const set = await it.post(`/faelle/${id}/aufbewahrung`, it.manager.secret, { kind: "legal_dispute", reason: "Klage gegen den Bescheid", untilOn: germanDay(addDays(it.today, 90)) });
  expect(set.statusCode, set.body.slice(0, 800)).toBe(303);
  await night();
  expect(await isThere(id)).toBe(true);
  const [hold] = await owned<{ id: string }>("select id from app.retention_holds where case_id = $1", [id]);
  expect((await it.post(`/faelle/${id}/aufbewahrung/sperren/${hold!.id}/aufheben`, it.manager.secret, {})).statusCode).toBe(422);
  expect((await it.get(`/faelle/${id}/aufbewahrung`, it.lead.secret)).body).toContain("Klage gegen den Bescheid");
  expect((await it.post(`/faelle/${id}/aufbewahrung/sperren/${hold!.id}/aufheben`, it.lead.secret, {})).statusCode).toBe(303);
  await night();
  expect(await isThere(id)).toBe(false);
});

test("a hold says why and until when, and not for ever", async () => {
  const id = await closed(1);
  for (const [fields, words] of [
    [{ kind: "", reason: "x", untilOn: "01.01.2027" }, "Wählen Sie, warum."],
    [{ kind: "audit", reason: "", untilOn: "01.01.2027" }, "Begründen Sie die Sperre."],
    [{ kind: "audit", reason: "Prüfung", untilOn: germanDay(it.today) }, "Wählen Sie einen Tag, der noch kommt."],
    [{ kind: "audit", reason: "Prüfung", untilOn: germanDay(addMonths(it.today, 40)) }, "Höchstens drei Jahre."],
  ] as const) {
    const refused = await it.post(`/faelle/${id}/aufbewahrung`, it.manager.secret, fields);
    expect([refused.statusCode, refused.body.includes(words)]).toEqual([422, true]);
  }
});

test("before its period is over a file goes when a second person agrees; what was stored unlawfully is offered to nobody", async () => {
  const id = await it.newCase();
  const asked = await it.api("POST", `/api/v1/cases/${id}/erasures`, it.manager.secret, { kind: "unlawful", reason: "Die Einwilligung fehlte von Anfang an" });
  expect(asked.statusCode, asked.body).toBe(201);
  const { erasures } = asked.json<{ erasures: { id: string; state: string; isMine: boolean }[] }>();
  expect(erasures).toMatchObject([{ state: "open", isMine: true }]);
  expect((await it.api("POST", `/api/v1/cases/${id}/erasures/${erasures[0]!.id}/verdict`, it.manager.secret, { agrees: true })).statusCode).toBe(422);
  await night();
  expect(await isThere(id)).toBe(true);
  expect((await it.api("POST", `/api/v1/cases/${id}/erasures/${erasures[0]!.id}/verdict`, secondLead.secret, { agrees: true })).statusCode).toBe(200);
  await night();
  expect(await isThere(id)).toBe(false);
});

test("others see nothing of what holds a file, and cannot hold, lift, ask or agree", async () => {
  const id = await closed(1);
  expect((await it.post(`/faelle/${id}/aufbewahrung`, it.manager.secret, { kind: "audit", reason: "Prüfung", untilOn: germanDay(addDays(it.today, 30)) })).statusCode).toBe(303);
  for (const who of [it.colleague, it.officer]) {
    expect((await it.get(`/faelle/${id}/aufbewahrung`, who.secret)).statusCode).toBeGreaterThanOrEqual(403);
    expect((await it.api("POST", `/api/v1/cases/${id}/holds`, who.secret, { kind: "audit", reason: "x", untilOn: "2027-01-01" })).statusCode).toBeGreaterThanOrEqual(403);
    expect((await it.api("POST", `/api/v1/cases/${id}/erasures`, who.secret, { kind: "unlawful", reason: "x" })).statusCode).toBeGreaterThanOrEqual(403);
    expect((await it.get("/aufbewahrung", who.secret)).statusCode).toBe(404);
  }
});

test("persons of the file who have another one stay, and those without any go", async () => {
  const [id, other] = [await closed(50), await it.newCase()];
  const [{ person_id: person } = { person_id: "" }] = await owned<{ person_id: string }>("select person_id from app.case_persons where case_id = $1", [id]);
  const [{ person_id: shared } = { person_id: "" }] = await owned<{ person_id: string }>("select person_id from app.case_persons where case_id = $1", [other]);
  await owned("insert into app.case_persons (tenant_id, room_id, case_id, person_id, is_main) values ($1, $2, $3, $4, false)", [it.world.tenantId, it.world.caseRoomId, id, shared]);
  await it.api("POST", `/api/v1/cases/${id}/archive-offer`, it.lead.secret);
  await it.api("POST", `/api/v1/cases/${id}/archive-offer/answer`, it.lead.secret, { answer: "waived" });
  await night();
  expect([await isThere(id), await isThere(other)]).toEqual([false, true]);
  expect(await owned("select id from app.persons where id = any ($1)", [[person, shared]])).toEqual([{ id: shared }]);
});
