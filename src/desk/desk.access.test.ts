import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../kernel/calendar-day.ts";
import { newId } from "../kernel/id.ts";
import { type ReadingWorld, startReadingWorld } from "../cases/reading/reading-world.test-support.ts";
import { actor, type Actor, buildWorld } from "../../test/world.ts";

let it: ReadingWorld;
let caseId: string;
let neighbour: Actor;
beforeAll(async () => {
  it = await startReadingWorld();
  caseId = await it.newCase({ family: "Haddad" });
  await it.addContact(caseId, it.manager, "nur für das Fallteam", { areas: ["sprache"] });
  await it.addFollowUp(caseId, it.manager, "geheime Wiedervorlage", it.today);
  neighbour = await actor(await buildWorld(it.world.owner, "Birkenfels"), ["case_manager", "team_lead"], "case");
});
afterAll(() => it.close());

const PARTS = ["", "/fallblatt", "/protokoll"];
const API = ["", "/timeline"];
const pagesOf = (id: string): string[] => [...PARTS.map((part) => `/faelle/${id}${part}`), ...API.map((part) => `/api/v1/cases/${id}${part}`)];
const withoutId = (text: string): string => text.replace(/Kennung[^<]*/g, "");

test.each([
  ["another case manager", () => it.colleague],
  ["an officer of the immigration authority", () => it.officer],
  ["the administrator", () => it.administrator],
  ["the lead of another municipality", () => neighbour],
])("for %s a case is not there, exactly like one that does not exist", async (_who, whoOf) => {
  const who = whoOf();
  const missing = newId();
  for (const [path, nowhere] of pagesOf(caseId).map((path, i) => [path, pagesOf(missing)[i]!] as const)) {
    const [refused, unknown] = await Promise.all([it.get(path, who.secret), it.get(nowhere, who.secret)]);
    expect([path, refused.statusCode, withoutId(refused.body)]).toEqual([path, 404, withoutId(unknown.body)]);
  }
});

test("their lists, searches and days hold nothing of it", async () => {
  for (const who of [it.colleague, it.officer, it.administrator, neighbour]) {
    for (const path of ["/faelle?stand=alle", "/faelle/liste.csv?stand=alle", "/mein-tag", "/suche?q=Haddad", "/suche.json?q=Haddad", "/suche.json?q=2026-1", "/auslastung", "/api/v1/cases?state=all", "/api/v1/my-day", "/api/v1/search?q=Haddad"]) {
      const answer = await it.get(path, who.secret);
      // what was typed comes back in the box alone
      expect([path, answer.body.replaceAll('value="Haddad"', "").includes("Haddad"), answer.body.includes(caseId), answer.body.includes("geheime Wiedervorlage")]).toEqual([path, false, false, false]);
    }
  }
});

test("a team lead who has not joined sees the head and the way in, and not one text", async () => {
  const page = await it.get(`/faelle/${caseId}`, it.lead.secret);
  expect(page.statusCode).toBe(200);
  expect([page.body.includes("Haddad"), page.body.includes("Beitreten"), page.body.includes("nur für das Fallteam"), page.body.includes("geheime Wiedervorlage")]).toEqual([true, true, false, false]);
  for (const part of ["/fallblatt", "/protokoll"]) expect((await it.get(`/faelle/${caseId}${part}`, it.lead.secret)).statusCode).toBe(404);
  expect((await it.get(`/api/v1/cases/${caseId}/timeline`, it.lead.secret)).statusCode).toBe(404);
  const file = (await it.get(`/api/v1/cases/${caseId}`, it.lead.secret)).json<{ isOpen: boolean; entries: unknown[]; followUps: unknown[]; persons: unknown[] }>();
  expect(file).toMatchObject({ isOpen: false, entries: [], followUps: [], persons: [] });
});

test("a joined team lead sees what the team sees", async () => {
  const joined = await it.newCase({ family: "Beigetreten" });
  await it.addContact(joined, it.manager, "im Team lesbar");
  await it.addToTeam(joined, it.lead, "member");
  const page = await it.get(`/faelle/${joined}`, it.lead.secret);
  expect([page.statusCode, page.body.includes("im Team lesbar")]).toEqual([200, true]);
});

test("the end of a substitution ends the reading at the next request", async () => {
  const id = await it.newCase();
  const row = await it.addToTeam(id, it.colleague, "substitute", addDays(it.today, -3), it.today);
  expect((await it.get(`/faelle/${id}`, it.colleague.secret)).statusCode).toBe(200);
  await it.world.owner.query("update app.case_team set until_on = current_date - 1 where id = $1", [row]);
  expect((await it.get(`/faelle/${id}`, it.colleague.secret)).statusCode).toBe(404);
});

test("under emergency access the file opens for its minutes, its record does not", async () => {
  const id = await it.newCase();
  const { tenantId, caseRoomId, owner } = it.world;
  await owner.query("insert into app.emergency_accesses (tenant_id, room_id, id, case_id, account_id, key_ref, reason_ct, ends_at, review_due_on) select $1, $2, $3, $4, $5, key_ref, '\\x', now() + interval '30 minutes', current_date + 7 from app.cases where id = $4", [tenantId, caseRoomId, newId(), id, it.colleague.accountId]);
  await owner.query("update app.emergency_accesses set reason_ct = $2 where case_id = $1", [id, it.app.vault.seal((await owner.query("select key_ref from app.cases where id = $1", [id])).rows[0].key_ref, "akut", { tenant: tenantId, table: "emergency_accesses", column: "reason_ct", row: (await owner.query("select id from app.emergency_accesses where case_id = $1", [id])).rows[0].id, version: 1 })]);
  const page = await it.get(`/faelle/${id}`, it.colleague.secret);
  expect([page.statusCode, page.body.includes("Notzugriff")]).toEqual([200, true]);
  expect((await it.get(`/faelle/${id}/protokoll`, it.colleague.secret)).statusCode).toBe(404);
  await owner.query("update app.emergency_accesses set began_at = began_at - interval '2 hours', ends_at = ends_at - interval '2 hours' where case_id = $1", [id]);
  expect((await it.get(`/faelle/${id}`, it.colleague.secret)).statusCode).toBe(404);
});

test("every reading is recorded with what it showed", async () => {
  const id = await it.newCase({ family: "Protokolliert" });
  await it.get(`/faelle/${id}`, it.manager.secret);
  await it.get(`/faelle/${id}`, it.lead.secret);
  await it.get("/faelle?q=Protokolliert", it.lead.secret);
  const { rows } = await it.world.owner.query("select action, purpose, account_id, object_ids, case_id from app.access_records where $1 = any (object_ids) order by at", [id]);
  expect(rows.map((r) => [r.action, r.purpose, r.account_id, r.object_ids.length])).toEqual([
    ["case.read", "", it.manager.accountId, 1],
    ["case.read", "head", it.lead.accountId, 1],
    ["cases.listed", "", it.lead.accountId, 1],
  ]);
});
