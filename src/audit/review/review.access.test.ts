import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { actor, type Actor } from "../../../test/world.ts";
import { newId } from "../../kernel/id.ts";

let site: TestServer;
let officer: Actor;
let manager: Actor;
let caseId: string;

beforeAll(async () => {
  site = await startTestServer();
  const { world } = site;
  officer = await actor(world, ["data_protection_officer"], null, "Datenschutz");
  manager = await actor(world, ["case_manager"], "case", "Fallführung");
  const other = await actor(world, ["immigration_officer"], "immigration", "Amtmann");
  caseId = newId();
  await world.owner.query("insert into app.cases (tenant_id, room_id, id, number, opened_on, key_ref, created_by) values ($1, $2, $3, '2026-0007', current_date, 'x', $4)", [world.tenantId, world.caseRoomId, caseId, manager.accountId]);
  const put = (room: string, account: string, action: string, at: string, ofCase: string | null): Promise<unknown> =>
    world.owner.query("insert into app.access_records (tenant_id, id, room_id, at, account_id, function, action, object_kind, object_ids, case_id) values ($1, $2, $3, $4, $5, 'case_manager', $6, 'case', $7, $8)", [world.tenantId, newId(), room, at, account, action, [newId()], ofCase]);
  for (let i = 0; i < 60; i += 1) await put(world.caseRoomId, manager.accountId, "case.read", `2026-03-${String(1 + (i % 28)).padStart(2, "0")} 10:${String(i).padStart(2, "0")}`, i < 5 ? caseId : null);
  await put(world.caseRoomId, manager.accountId, "contact.added", "2026-05-05 12:00", caseId);
  await put(world.immigrationRoomId, other.accountId, "person.read", "2026-05-06 12:00", null);
});
afterAll(() => site.close());

const rowsOf = (html: string): number => html.match(/<tr>/g)!.length - 1;

test("the data protection officer reads the record of the controller's rooms and of no other", async () => {
  const { body, statusCode } = await site.get("/protokoll", officer.secret);
  expect(statusCode).toBe(200);
  expect(body).toContain("Kontakt: angelegt");
  expect(body).toContain("Fallführung");
  expect(body).not.toContain("Amtmann");
  expect(body).not.toContain("Person: gelesen");
});

test("filters by account, kind, days and case number", async () => {
  const rows = async (query: string): Promise<number> => rowsOf((await site.get(`/protokoll?${query}`, officer.secret)).body);
  expect(await rows("art=contact")).toBe(1);
  expect(await rows("fall=2026-0007")).toBe(6);
  expect(await rows("von=2026-05-05&bis=05.05.2026")).toBe(1);
  expect(await rows(`konto=${manager.accountId}&art=contact`)).toBe(1);
  expect((await site.get("/protokoll?fall=2026-9999", officer.secret)).body).toContain("gibt es in Ihren Aktenbereichen nicht");
});

test("pages by key: every line once, none left out", async () => {
  const seen: string[] = [];
  for (let href: string | undefined = "/protokoll?art=case"; href !== undefined; ) {
    const { body } = await site.get(href, officer.secret);
    seen.push(...[...body.matchAll(/\d{2}\.03\.2026, 10:\d{2}:00/g)].map(([when]) => when));
    href = /href="(\/protokoll\?[^"]*nach=[^"]*)"/.exec(body)?.[1]?.replaceAll("&amp;", "&");
  }
  expect(seen).toHaveLength(60);
  expect(new Set(seen).size).toBe(60);
});

test("reading the record is recorded with what was shown", async () => {
  const count = async (): Promise<{ reads: number; shown: number }> =>
    (await site.world.owner.query("select count(*)::integer as reads, max(cardinality(object_ids)) as shown from app.access_records where action = 'record.read' and account_id = $1", [officer.accountId])).rows[0] as { reads: number; shown: number };
  const before = await count();
  await site.get("/protokoll", officer.secret);
  expect(await count()).toEqual({ reads: before.reads + 1, shown: 50 });
});

test("for everybody else there is no such page, and no names by the way", async () => {
  expect((await site.get("/protokoll", manager.secret)).statusCode).toBe(404);
  const names = await site.database.db.read(manager.secret, (tx) => tx.query("select * from app.recorded_accounts()"));
  expect(names).toEqual([]);
  expect(await site.database.db.read(manager.secret, (tx) => tx.query("select * from app.recorded_cases(array[$1]::uuid[], null)", [caseId]))).toEqual([]);
});

test("what was administered is read by the other administrators and by data protection officers, without files and without signing in", async () => {
  const { world } = site;
  const [one, other] = [await actor(world, ["tenant_administrator"], null, "Erste"), await actor(world, ["tenant_administrator"], null, "Zweite")];
  const made = await site.api("POST", "/api/v1/accounts", one.secret, { email: "neues.konto@example.org", given_name: "Nora", family_name: "Neukonto", organisation_id: world.organisationId, side: "management" });
  expect(made.statusCode).toBe(201);
  await site.get("/protokoll", officer.secret);
  for (const who of [other, officer]) {
    const { body, statusCode } = await site.get("/verwaltung/protokoll", who.secret);
    expect([statusCode, body.includes("Konto: angelegt"), body.includes("Neukonto"), body.includes("Erste")]).toEqual([200, true, true, true]);
    expect(body).not.toMatch(/Fall: gelesen|Kontakt: angelegt|Anmeldung: |Protokoll: gelesen/);
    const { items } = (await site.api("GET", "/api/v1/administration-records", who.secret)).json<{ items: { action: string; accountId: string }[] }>();
    expect(items.map((line) => [line.action, line.accountId])).toContainEqual(["account.created", one.accountId]);
  }
  for (const who of [manager]) expect((await site.get("/verwaltung/protokoll", who.secret)).statusCode).toBe(404);
  // the record of the rooms stays that of the rooms
  expect((await site.get("/protokoll", officer.secret)).body).not.toContain("Neukonto");
});
