import { afterAll, beforeAll, expect, test } from "vitest";
import { checkSchema, roleNames } from "../db/index.ts";
import { KeyDestroyed, KeyMissing } from "../vault/index.ts";
import { settlePortalKeys } from "./portal-keys.ts";
import { OWN_PIN, type PortalWorld, startPortalWorld } from "./portal-world.test-support.ts";

let it: PortalWorld;
beforeAll(async () => {
  it = await startPortalWorld();
}, 120_000);
afterAll(() => it.close());
const act = (path: string, fields: Record<string, string> = {}): Promise<{ statusCode: number }> => it.post(path, it.manager.secret, fields);

test("code and PIN together open the page once, and then the person's own PIN does", async () => {
  const { id, personId } = await it.newCase();
  const { card, pin } = await it.give(id, personId);
  const phone = it.phone();
  expect((await phone.get("/")).headers["location"]).toBe("/start");
  const scanned = await phone.get(`/start?k=${card.replaceAll(" ", "")}`);
  expect(scanned.headers["location"], "the code leaves the address").toBe("/start");
  expect((await phone.post("/start", { k: "-", pin: "000000" === pin ? "111111" : "000000" })).statusCode).toBe(422);
  expect((await phone.post("/start", { k: "-", pin })).statusCode).toBe(303);
  expect((await phone.get("/plan")).headers["location"], "the office's PIN opens the choice of an own one and nothing else").toBe("/pin");
  expect((await phone.post("/pin", { pin: "12345678", again: "12345678" })).statusCode).toBe(422);
  expect((await phone.post("/pin", { pin: OWN_PIN, again: OWN_PIN })).statusCode).toBe(303);
  const home = await phone.get("/");
  expect(home.statusCode).toBe(200);
  expect(home.body, "whoever looks over a shoulder").not.toContain("Amira");
  expect((await phone.get("/daten")).body).toContain("Amira");
  const other = it.phone("192.0.2.2");
  expect((await other.post("/start", { k: card, pin })).statusCode, "the first PIN is over").toBe(422);
  expect((await other.post("/start", { k: card, pin: OWN_PIN })).statusCode).toBe(303);
  expect((await it.phone().post("/start", { k: "0000 0000 0000 0000", pin: OWN_PIN })).statusCode).toBe(422);
});

test("guessing makes the guesser wait, and never the person on the own telephone", async () => {
  const { id, personId } = await it.newCase();
  const { card, pin } = await it.give(id, personId);
  const mine = it.phone("198.51.100.7");
  await mine.post("/start", { k: card, pin });
  await mine.post("/pin", { pin: OWN_PIN, again: OWN_PIN });
  const guesser = it.phone("203.0.113.9");
  const answers: string[] = [];
  for (let i = 0; i < 10; i += 1) answers.push((await guesser.post("/start", { k: card, pin: `falsch ${i}` })).body);
  const isBlocked = (body: string): boolean => body !== answers[0] && body.replaceAll(/value="[^"]*"/g, "") !== answers[0]!.replaceAll(/value="[^"]*"/g, "");
  expect(isBlocked(answers[9]!)).toBe(true);
  expect((await guesser.post("/start", { k: card, pin: OWN_PIN })).statusCode, "even with the right one").toBe(422);
  expect((await mine.post("/start", { k: card, pin: OWN_PIN })).statusCode).toBe(303);
}, 60_000);

test("freezing holds at the next request, in the database and for the keys; thawed, one signs in anew", async () => {
  const { id, personId } = await it.newCase();
  const phone = await it.signedIn(id, personId);
  const access = await it.accessOf(id, personId);
  const { key_ref: key } = await it.row<{ key_ref: string }>("select key_ref from app.cases where id = $1", [id]);
  const sealed = it.portalVault.seal(key, "offen", { tenant: it.world.tenantId, table: "x", column: "y", row: id, version: 1 });
  expect((await act(`/faelle/${id}/portal/${access}/sperren`)).statusCode).toBe(303);
  const refused = await phone.get("/plan");
  expect(refused.statusCode).toBe(401);
  expect(refused.body, "no reason is said").not.toContain("gesperrt, weil");
  expect(() => it.portalVault.open(key, sealed, { tenant: it.world.tenantId, table: "x", column: "y", row: id, version: 1 })).toThrow(KeyDestroyed);
  expect((await phone.post("/start", { k: "-", pin: OWN_PIN })).statusCode).toBe(403);
  expect((await act(`/faelle/${id}/portal/${access}/entsperren`, { how: "alone", isSafe: "ja", card: "same" })).statusCode).toBe(303);
  expect((await phone.get("/plan")).statusCode, "the session ended with the freeze").not.toBe(200);
  expect((await phone.post("/start", { k: "-", pin: OWN_PIN })).statusCode).toBe(303);
  expect((await phone.get("/plan")).statusCode).toBe(200);
  expect((await act(`/faelle/${id}/portal/${access}/beenden`)).statusCode).toBe(303);
  expect((await phone.get("/plan")).statusCode).toBe(401);
  expect((await phone.post("/start", { k: "-", pin: OWN_PIN })).statusCode).toBe(422);
});

test("a death, a date that is over, leaving the case, and the end of a guardian's right end it by themselves", async () => {
  const ways: readonly (readonly [string, (caseId: string, personId: string) => Promise<unknown>])[] = [
    ["died", (_c, p) => it.world.owner.query("update app.persons set died_on = current_date where id = $1", [p])],
    ["over", (c) => it.world.owner.query("update app.portal_accesses set until_on = current_date - 1 where case_id = $1", [c])],
    ["left", (c, p) => it.world.owner.query("update app.case_persons set left_on = current_date where case_id = $1 and person_id = $2", [c, p])],
    ["idle", (c) => it.world.owner.query("update private.portal_sessions s set last_seen_at = now() - interval '1 hour' from app.portal_accesses a where a.id = s.access_id and a.case_id = $1", [c])],
    ["long", (c) => it.world.owner.query("update private.portal_sessions s set expires_at = now() from app.portal_accesses a where a.id = s.access_id and a.case_id = $1", [c])],
  ];
  for (const [name, happens] of ways) {
    const { id, personId } = await it.newCase();
    const phone = await it.signedIn(id, personId);
    expect((await phone.get("/daten")).statusCode, name).toBe(200);
    await happens(id, personId);
    expect((await phone.get("/daten")).statusCode, name).toBe(401);
  }
  const { id, personId } = await it.newCase();
  const guardian = await it.row<{ id: string }>("insert into app.person_guardians (tenant_id, room_id, id, person_id, kind, name_ct) values ($1, $2, gen_random_uuid(), $3, 'parents', '\\x00') returning id", [it.world.tenantId, it.world.caseRoomId, personId]);
  const { card, pin } = await it.give(id, personId, { guardianId: guardian.id });
  const phone = it.phone();
  await phone.post("/start", { k: card, pin });
  await phone.post("/pin", { pin: OWN_PIN, again: OWN_PIN });
  expect((await phone.get("/daten")).statusCode).toBe(200);
  await it.world.owner.query("update app.persons set birth_on = current_date - interval '18 years', birth_precision = 'day' where id = $1", [personId]);
  expect((await phone.get("/daten")).statusCode, "of age").toBe(401);
});

test("the portal's keys open the person's case and no other, and what a crash left behind is put right", async () => {
  const [mine, other] = [await it.newCase(), await it.newCase()];
  await it.signedIn(mine.id, mine.personId);
  const keyOf = async (id: string): Promise<string> => (await it.row<{ key_ref: string }>("select key_ref from app.cases where id = $1", [id])).key_ref;
  const binding = (row: string) => ({ tenant: it.world.tenantId, table: "contacts", column: "text_ct", row, version: 1 });
  const [own, strange] = [await keyOf(mine.id), await keyOf(other.id)];
  expect(it.portalVault.open(own, it.app.vault.seal(own, "meins", binding(mine.id)), binding(mine.id))).toBe("meins");
  const sealed = it.app.vault.seal(strange, "fremd", binding(other.id));
  expect(() => it.portalVault.open(strange, sealed, binding(other.id))).toThrow(/./);
  try { it.portalVault.open(strange, sealed, binding(other.id)); } catch (error) { expect(error instanceof KeyDestroyed || error instanceof KeyMissing).toBe(true); }
  await it.world.owner.query("update app.persons set died_on = current_date where id = $1", [mine.personId]);
  expect((await settlePortalKeys(it.app)).takenBack).toBeGreaterThanOrEqual(2);
  expect(() => it.portalVault.open(own, it.app.vault.seal(own, "meins", binding(mine.id)), binding(mine.id))).toThrow(KeyDestroyed);
  await it.world.owner.query("update app.persons set died_on = null where id = $1", [mine.personId]);
  expect((await settlePortalKeys(it.app)).lent).toBeGreaterThanOrEqual(2);
  expect(it.portalVault.open(own, it.app.vault.seal(own, "meins", binding(mine.id)), binding(mine.id))).toBe("meins");
});

test("the portal's login reads no table, and may call functions of its own name alone", async () => {
  const role = (await it.row<{ rolname: string }>("select rolname from pg_roles where rolname like '%template\\_web\\_portal'")).rolname;
  const { rows } = await it.world.owner.query<{ f: string; may: boolean; is_own: boolean }>(
    `select p.oid::regprocedure::text as f, has_function_privilege($1, p.oid, 'execute') as may, p.proname like 'portal\\_%' as is_own
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('app', 'private')`, [role]);
  expect(rows.filter((r) => r.may && !r.is_own)).toEqual([]);
  expect(rows.filter((r) => r.may).length).toBeGreaterThan(25);
  expect(rows.filter((r) => !r.may).length, "the test sees the others").toBeGreaterThan(150);
  const tables = await it.world.owner.query<{ t: string }>("select c.relname as t from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('app', 'private') and c.relkind in ('r', 'p')");
  expect(tables.rows.length).toBeGreaterThan(80);
  for (const { t } of tables.rows) await expect(it.portalDb.asNobody((tx) => tx.query(`select 1 from app.${t}`)), t).rejects.toThrow();
});

test("every function of a signed-in person refuses nobody, a stranger's secret, the staff's secret and a first PIN", async () => {
  const { id, personId } = await it.newCase();
  const { card, pin } = await it.give(id, personId);
  const phone = it.phone();
  await phone.post("/start", { k: card, pin });
  const functions = (await it.world.owner.query<{ name: string; args: string }>(
    `select p.proname as name, (select string_agg('null::' || t::regtype, ', ') from unnest(p.proargtypes) t) as args from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'app' and p.proname like 'portal\\_%' and has_function_privilege((select rolname from pg_roles where rolname like '%template\\_web\\_portal'), p.oid, 'execute')`)).rows;
  const open = new Set(["portal_standing", "portal_find_card", "portal_attempt", "portal_forget_attempts", "portal_open_session", "portal_end_session",
    "portal_keep_challenge", "portal_take_challenge", "portal_find_passkey", "portal_passkey_attempt", "portal_forget_passkey_attempts", "portal_open_by_passkey"]);
  const beforeOwnPin = new Set(["portal_pin", "portal_set_pin", "portal_touch", "portal_say_language", "portal_me"]);
  const inside = functions.filter((f) => !open.has(f.name));
  expect(inside.length).toBeGreaterThan(18);
  for (const f of inside) {
    const call = `select app.${f.name}(${f.args ?? ""})`;
    await expect(it.portalDb.asNobody((tx) => tx.query(call)), f.name).rejects.toThrow("not signed in");
    await expect(it.portalDb.as(it.manager.secret, (tx) => tx.query(call)), f.name).rejects.toThrow("not signed in");
    if (!beforeOwnPin.has(f.name)) await expect(it.portalDb.as(phone.secret as never, (tx) => tx.query(call)), f.name).rejects.toThrow("not signed in");
  }
  await expect(it.app.db.read(phone.secret as never, (tx) => tx.query("select * from app.cases")), "and the person's secret is none of the staff's").rejects.toThrow("not signed in");
});

test("one grant too many to the portal's login, and the product does not start", async () => {
  const { owner, connection } = it.database;
  const roles = roleNames("einklang_template", String(connection.user));
  const found = async (): Promise<string[]> => (await checkSchema(owner, roles)).map((p) => p.code);
  expect(await found()).toEqual([]);
  for (const [give, take] of [
    [`grant select (id) on app.tenants to "${roles.portal}"`, `revoke select (id) on app.tenants from "${roles.portal}"`],
    [`grant execute on function app.current_tenant() to "${roles.portal}"`, `revoke execute on function app.current_tenant() from "${roles.portal}"`],
    [`grant usage on schema private to "${roles.portal}"`, `revoke usage on schema private from "${roles.portal}"`],
  ] as const) {
    await owner.query(give);
    expect([give, (await found()).includes("portal-login-sees-too-much")]).toEqual([give, true]);
    await owner.query(take);
  }
  expect(await found()).toEqual([]);
});
