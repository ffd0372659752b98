import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { actor, type Actor, buildWorld, grant, signIn, type World } from "../../../test/world.ts";
import type { SessionSecret, WriteTx } from "../../db/index.ts";
import { secretHash, newSessionSecret } from "../../http/index.ts";
import { newId } from "../../kernel/id.ts";

let it: TestServer;
let world: World;
let a: Actor;
let b: Actor;
beforeAll(async () => {
  it = await startTestServer();
  world = it.world;
  a = await actor(world, ["tenant_administrator"], null, "Anders");
  b = await actor(world, ["tenant_administrator"], null, "Brandt");
});
afterAll(() => it.close());

const rolesOf = async (secret: SessionSecret): Promise<string[]> => (await it.api("GET", "/api/v1/me", secret)).json<{ roles: string[] }>().roles;
const write = <T>(as: Actor, work: (tx: WriteTx) => Promise<T>): Promise<T> => it.database.db.write(as.secret, work);
const fails = async (work: Promise<unknown>): Promise<boolean> => work.then(() => false, () => true);

/** an account that A made for themselves, with a session of its own */
async function alter(side = "management"): Promise<Actor> {
  const made = await it.api("POST", "/api/v1/accounts", a.secret, { email: `alter-${newId()}@example.org`, given_name: "Alter", family_name: "Ego", organisation_id: world.organisationId, side });
  const accountId = made.json<{ id: string }>().id;
  return { accountId, secret: await signIn(world, accountId, side === "management" ? world.caseRoomId : null) };
}
const grantTo = (who: Actor, role: string, by: Actor = a, more: object = {}) =>
  it.api("POST", `/api/v1/accounts/${who.accountId}/memberships`, by.secret, { role, room_id: ["tenant_administrator", "controller_deputy", "data_protection_officer"].includes(role) ? null : world.caseRoomId, controller_id: ["controller_deputy", "data_protection_officer"].includes(role) ? world.organisationId : null, ...more });
const idOf = (answer: Awaited<ReturnType<typeof grantTo>>): string => answer.json<{ id: string }>().id;
/** as it was granted, nothing changed since */
const FIRST = { "if-match": '"1"' };
const confirm = (id: string, by: Actor) => it.api("PUT", `/api/v1/memberships/${id}/confirmation`, by.secret, undefined, FIRST);

describe("an administrator alone", () => {
  test.each(["case_manager", "team_lead", "intake", "tenant_administrator", "controller_deputy", "data_protection_officer"])("cannot give %s to an account of their own making", async (role) => {
    const ego = await alter();
    const granted = await grantTo(ego, role);
    expect(granted.json()).toMatchObject({ state: "waiting" });
    const id = idOf(granted);
    const refused = await confirm(id, a);
    expect(refused.json()).toMatchObject({ status: 422, refusals: [{ code: "own-grant" }] });
    // past the program, straight at the database
    expect(await fails(write(a, (tx) => tx.run("update app.memberships set confirmed_by = $2, confirmed_at = now() where id = $1", [id, a.accountId])))).toBe(true);
    expect(await fails(write(a, (tx) => tx.run("update app.memberships set confirmed_by = $2, confirmed_at = now() where id = $1", [id, b.accountId])))).toBe(true);
    expect(await fails(write(a, (tx) => tx.run("update app.memberships set confirmed_at = now() where id = $1", [id])))).toBe(true);
    expect(await fails(write(a, (tx) => tx.run("update app.memberships set needs_confirmation = false where id = $1", [id])))).toBe(true);
    expect(await rolesOf(ego.secret)).toEqual([]);
  });

  test("cannot give it to themselves, nor insert it as already confirmed or as granted by somebody else", async () => {
    // an administrator's account stands on neither side and keeps its side
    expect((await grantTo(a, "case_manager")).json()).toMatchObject({ refusals: [{ code: "wall" }] });
    const values = [world.tenantId, newId(), (await alter()).accountId, world.caseRoomId, a.accountId, b.accountId];
    const columns = "tenant_id, id, account_id, account_side, room_id, room_side, role, from_on, granted_by";
    const row = "$1, $2, $3, 'management', $4, 'management', 'case_manager', current_date";
    expect(await fails(write(a, (tx) => tx.run(`insert into app.memberships (${columns}, needs_confirmation) values (${row}, $5, $6::text = '')`, values)))).toBe(true);
    expect(await fails(write(a, (tx) => tx.run(`insert into app.memberships (${columns}) values (${row}, $6)`, values.with(4, b.accountId))))).toBe(true);
    expect(await fails(write(a, (tx) => tx.run(`insert into app.memberships (${columns}, confirmed_by, confirmed_at) values (${row}, $5, $6, now())`, values)))).toBe(true);
  });

  test("does not become the only pair of eyes by ending the other administrators", async () => {
    const city = await buildWorld(it.database.owner, "Alleinstadt");
    const lone = await actor(city, ["tenant_administrator"], null);
    const other = await actor(city, ["tenant_administrator"], null);
    const ego = await actor(city, [], null);
    const { rows } = await city.owner.query<{ id: string }>("select id from app.memberships where account_id = $1", [other.accountId]);
    expect((await it.api("DELETE", `/api/v1/memberships/${rows[0]!.id}`, lone.secret, undefined, FIRST)).statusCode).toBe(200);
    for (const role of ["tenant_administrator", "controller_deputy"]) {
      const granted = await it.api("POST", `/api/v1/accounts/${ego.accountId}/memberships`, lone.secret, { role, controller_id: role === "controller_deputy" ? city.organisationId : null });
      expect(granted.json()).toMatchObject({ state: "waiting" });
    }
    expect(await rolesOf(ego.secret)).toEqual([]);
    expect((await it.get("/verwaltung", other.secret)).statusCode).toBe(404);
  });

  test("cannot lengthen a role, begin an ended one again, or say that somebody else ended it", async () => {
    const worker = await actor(world, [], "case");
    const id = await grant(world, worker.accountId, "case_manager", "case");
    expect(await rolesOf(worker.secret)).toEqual(["case_manager"]);
    expect(await write(a, (tx) => tx.run("update app.memberships set until_on = current_date + 5 where id = $1", [id]))).toBe(1);
    for (const until of ["current_date + 6", "null"]) expect(await fails(write(a, (tx) => tx.run(`update app.memberships set until_on = ${until} where id = $1`, [id])))).toBe(true);
    expect((await it.api("DELETE", `/api/v1/memberships/${id}`, a.secret, undefined, FIRST)).json()).toMatchObject({ state: "ended" });
    expect(await rolesOf(worker.secret)).toEqual([]);
    for (const change of ["ended_at = null", "ended_at = now() + interval '1 day'", `ended_by = '${b.accountId}'`]) expect(await fails(write(a, (tx) => tx.run(`update app.memberships set ${change} where id = $1`, [id])))).toBe(true);
  });

  test("cannot take over an account by recovery, nor by inviting it again", async () => {
    const lead = await actor(world, ["team_lead"], "case");
    const asked = await it.post(`/verwaltung/konten/${lead.accountId}/wiederherstellung`, a.secret, { faktor: "ja" });
    const link = /\/einladung\/[\w.-]+/.exec(asked.body)![0];
    expect((await it.get(link)).statusCode).toBe(404);
    const { reference } = (await write(a, (tx) => tx.query<{ reference: string; account_id: string }>("select * from app.recoveries_to_confirm()"))).find((r) => r.account_id === lead.accountId)!;
    expect((await it.post(`/verwaltung/wiederherstellungen/${reference}/bestaetigen`, a.secret, {})).statusCode).toBe(422);
    expect((await it.get(link)).statusCode).toBe(404);
    const again = await it.post(`/verwaltung/konten/${lead.accountId}/einladung`, a.secret, {});
    expect([again.statusCode, again.body.includes("Wiederherstellung")]).toEqual([422, true]);
    // with the second administrator it opens, and no longer once the first is disabled
    expect((await it.post(`/verwaltung/wiederherstellungen/${reference}/bestaetigen`, b.secret, {})).statusCode).toBe(303);
    expect((await it.get(link)).statusCode).toBe(200);
    await world.owner.query("update app.accounts set disabled_at = now() where id = $1", [a.accountId]);
    expect((await it.get(link)).statusCode).toBe(404);
    await world.owner.query("update app.accounts set disabled_at = null where id = $1", [a.accountId]);
  });

  test("cannot keep the link of an invitation until somebody else has confirmed the role, and then use it", async () => {
    const hire = await alter();
    const asked = await it.post(`/verwaltung/konten/${hire.accountId}/einladung`, a.secret, {});
    const link = /\/einladung\/[\w.-]+/.exec(asked.body)![0];
    expect((await it.get(link)).statusCode).toBe(200);
    const id = idOf(await grantTo(hire, "case_manager"));
    expect((await it.get(link)).statusCode).toBe(200);
    expect((await confirm(id, b)).json()).toMatchObject({ state: "in_force" });
    expect((await it.get(link)).statusCode).toBe(404);
    expect((await it.server.inject({ method: "POST", url: link, headers: { "content-type": "application/x-www-form-urlencoded" }, payload: "passwort=Ein-langes-Passwort-77&wiederholung=Ein-langes-Passwort-77" })).statusCode).toBe(404);
  });

  test("nobody confirms their own role or recovery, and the person it is about neither", async () => {
    const city = await alter("neutral");
    const id = idOf(await grantTo(city, "tenant_administrator"));
    expect((await confirm(id, city)).statusCode).toBe(404);
    expect((await confirm(id, b)).json()).toMatchObject({ state: "in_force" });
    expect(await rolesOf(city.secret)).toEqual(["tenant_administrator"]);
    expect((await it.post(`/verwaltung/konten/${b.accountId}/wiederherstellung`, a.secret, {})).statusCode).toBe(200);
    const { reference } = (await write(b, (tx) => tx.query<{ reference: string; account_id: string }>("select * from app.recoveries_to_confirm()"))).find((r) => r.account_id === b.accountId)!;
    expect((await it.post(`/verwaltung/wiederherstellungen/${reference}/bestaetigen`, b.secret, {})).statusCode).toBe(422);
    expect((await it.post(`/verwaltung/wiederherstellungen/${reference}/ablehnen`, b.secret, {})).statusCode).toBe(303);
    expect((await it.post(`/verwaltung/konten/${b.accountId}/wiederherstellung`, b.secret, {})).statusCode).toBe(422);
  });
});

describe("who else may confirm", () => {
  test("the deputy of the controller, for rooms of that controller alone", async () => {
    const deputy = await actor(world, ["controller_deputy"], null);
    const ego = await alter();
    const id = idOf(await grantTo(ego, "case_manager"));
    const shown = await it.get("/verwaltung/bestaetigungen", deputy.secret);
    expect([shown.statusCode, shown.body.includes("Alter Ego")]).toEqual([200, true]);
    expect((await it.get("/verwaltung/konten", deputy.secret)).statusCode).toBe(404);
    expect((await confirm(id, deputy)).json()).toMatchObject({ state: "in_force" });
    expect(await rolesOf(ego.secret)).toEqual(["case_manager"]);
    const officer = await alter("authority");
    const other = idOf(await grantTo(officer, "immigration_officer", a, { room_id: world.immigrationRoomId }));
    expect((await it.get("/verwaltung/bestaetigungen", deputy.secret)).body).not.toContain(other);
    expect((await confirm(other, deputy)).statusCode).toBe(404);
    expect(await fails(write(deputy, (tx) => tx.runOne("update app.memberships set confirmed_by = $2, confirmed_at = now() where id = $1", [other, deputy.accountId])))).toBe(true);
  });

  test("not the team lead, who may give the right of intake to own case workers and to nobody else", async () => {
    const lead = await actor(world, ["team_lead"], "case");
    const worker = await actor(world, ["case_manager"], "case");
    const stranger = await actor(world, [], "case");
    const insert = (who: Actor) => write(lead, (tx) => tx.runOne("insert into app.memberships (tenant_id, id, account_id, account_side, room_id, room_side, role, from_on, granted_by) values ($1, $2, $3, 'management', $4, 'management', 'intake', current_date, $5)", [world.tenantId, newId(), who.accountId, world.caseRoomId, lead.accountId]));
    await insert(worker);
    await insert(stranger);
    expect(await rolesOf(worker.secret)).toEqual(["case_manager", "intake"]);
    expect(await rolesOf(stranger.secret)).toEqual([]);
    const other = await actor(world, ["team_lead"], "case");
    expect(await fails(write(other, (tx) => tx.runOne("update app.memberships set confirmed_by = $2, confirmed_at = now() where account_id = $1 and role = 'intake'", [stranger.accountId, other.accountId])))).toBe(true);
  });
});

test("the wall: an account of case management gets no role in an authority's room, said in a sentence and held by the table", async () => {
  const worker = await actor(world, ["case_manager"], "case");
  const refused = await grantTo(worker, "immigration_officer", a, { room_id: world.immigrationRoomId });
  expect(refused.json()).toMatchObject({ status: 422, refusals: [{ code: "wall", sentence: expect.stringContaining("Niemand gehört zum Case Management und zugleich zur") }] });
  const values = [world.tenantId, newId(), worker.accountId, world.immigrationRoomId, a.accountId];
  for (const side of ["management", "authority"]) {
    expect(await fails(write(a, (tx) => tx.run(`insert into app.memberships (tenant_id, id, account_id, account_side, room_id, room_side, role, from_on, granted_by) values ($1, $2, $3, '${side}', $4, 'authority', 'immigration_officer', current_date, $5)`, values)))).toBe(true);
  }
  const moved = await it.post(`/verwaltung/konten/${worker.accountId}/aendern`, a.secret, { given_name: "Kim", family_name: "X", organisation_id: world.organisationId, side: "authority", _version: "1" });
  expect([moved.statusCode, moved.body.includes("bleibt auf seiner Seite")]).toEqual([422, true]);
  expect(await fails(write(a, (tx) => tx.run("update app.accounts set side = 'authority' where id = $1", [worker.accountId])))).toBe(true);
});

test("a disabled account stops at its next request, with its tokens, and enabling it brings no session back", async () => {
  const worker = await actor(world, ["case_manager"], "case");
  const token = newSessionSecret(world.tenantId);
  await write(worker, (tx) => tx.query("select app.create_own_token($1, $2, 'x', '{read}', '5 days')", [newId(), secretHash(token)]));
  const asToken = (): Promise<{ statusCode: number }> => it.server.inject({ url: "/api/v1/me", headers: { authorization: `Bearer ${token}` } });
  expect([(await it.get("/konto", worker.secret)).statusCode, (await asToken()).statusCode]).toEqual([200, 200]);
  expect((await it.post(`/verwaltung/konten/${worker.accountId}/sperren`, a.secret, {})).statusCode).toBe(303);
  expect([(await it.get("/konto", worker.secret)).statusCode, (await asToken()).statusCode]).toEqual([303, 401]);
  expect((await it.post(`/verwaltung/konten/${worker.accountId}/freigeben`, a.secret, {})).statusCode).toBe(303);
  expect([(await it.get("/konto", worker.secret)).statusCode, (await asToken()).statusCode]).toEqual([303, 401]);
  expect((await it.post(`/verwaltung/konten/${a.accountId}/sperren`, a.secret, {})).statusCode).toBe(422);
});

test("administrators reach no person and no case, and others reach no administration", async () => {
  for (const table of ["persons", "cases", "case_persons", "contacts", "person_names"]) {
    const seen = await write(a, (tx) => tx.query<{ n: number }>(`select count(*)::integer as n from app.${table}`)).catch(() => [{ n: 0 }]);
    expect([table, seen[0]!.n]).toEqual([table, 0]);
  }
  const worker = await actor(world, ["case_manager", "team_lead"], "case");
  for (const path of ["/verwaltung", "/verwaltung/konten", "/verwaltung/konten/neu", "/verwaltung/stellen", "/verwaltung/aktenbereiche", "/verwaltung/bestaetigungen", "/verwaltung/einstellungen", "/verwaltung/lebensbereiche", "/verwaltung/rechtsgrundlagen", `/verwaltung/konten/${a.accountId}`]) {
    expect([path, (await it.get(path, worker.secret)).statusCode]).toEqual([path, 404]);
  }
  expect((await grantTo(worker, "tenant_administrator", worker)).statusCode).toBe(404);
});

test("another municipality's accounts, offices and rooms are not there", async () => {
  const elsewhere = await buildWorld(it.database.owner, "Anderswo");
  const theirs = await actor(elsewhere, ["case_manager"], "case");
  for (const path of [`/verwaltung/konten/${theirs.accountId}`, `/verwaltung/stellen/${elsewhere.organisationId}`, `/verwaltung/aktenbereiche/${elsewhere.caseRoomId}`]) expect((await it.get(path, a.secret)).statusCode).toBe(404);
  const ego = await alter();
  expect((await grantTo(ego, "case_manager", a, { room_id: elsewhere.caseRoomId })).json()).toMatchObject({ refusals: [{ code: "room-missing" }] });
  expect((await grantTo(theirs, "case_manager")).statusCode).toBe(404);
});
