import * as OTPAuth from "otpauth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { actor, type Actor, buildWorld, grant, signIn, type World } from "../../../test/world.ts";
import type { SessionSecret } from "../../db/index.ts";
import { newId } from "../../kernel/id.ts";
import { hashPassword } from "../secrets/password-hash.ts";

const PASSWORD = "vier pferde lesen moos";
let it: TestServer;
let city: World;
beforeAll(async () => {
  it = await startTestServer();
  city = await buildWorld(it.database.owner, "Echtstadt", false);
});
afterAll(() => it.close());

async function somebody(world: World): Promise<Actor> {
  const made = await actor(world, ["case_manager"], "case");
  await world.owner.query("update private.credentials set password_hash = $2 where account_id = $1", [made.accountId, await hashPassword(PASSWORD)]);
  return made;
}
const bearer = (token: string, method: "GET" | "POST" | "PUT", url: string, payload?: object) =>
  it.server.inject({ method, url, headers: { authorization: `Bearer ${token}`, "idempotency-key": newId() }, ...(payload === undefined ? {} : { payload }) });

test("changing the password asks for the old one and ends every other session", async () => {
  const me = await somebody(it.world);
  const other = await signIn(it.world, me.accountId, it.world.caseRoomId);
  const change = (altes: string, passwort: string) => it.post("/konto/passwort", me.secret, { altes, passwort, wiederholung: passwort });
  expect((await change("falsch", "trübe lampen singen quer")).body).toContain("nicht Ihr jetziges Passwort");
  expect((await change(PASSWORD, "Passwort2026!")).body).toContain("probieren andere zuerst");
  expect((await change(PASSWORD, "trübe lampen singen quer")).statusCode).toBe(303);
  expect([(await it.get("/konto", me.secret)).statusCode, (await it.get("/konto", other)).statusCode]).toEqual([200, 303]);
  for (let n = 0; n < 5; n += 1) await change(`falsch ${n}`, "x");
  expect((await change("trübe lampen singen quer", "noch ein neues moos")).body).toContain("Zu viele Versuche");
});

describe("the second factor", () => {
  const secretOn = (body: string): { sealed: string; totp: OTPAuth.TOTP } => ({
    sealed: /name="geheimnis" value="([^"]+)"/.exec(body)![1]!,
    totp: new OTPAuth.TOTP({ secret: OTPAuth.Secret.fromBase32(/secret-text">([A-Z2-7 ]+)</.exec(body)![1]!.replaceAll(" ", "")) }),
  });
  test("is demanded outside demos before anything else, proved by a code, and shows ten recovery codes once", async () => {
    const me = await somebody(city);
    expect((await it.get("/verwaltung", me.secret)).statusCode).toBe(404);
    const shown = await it.get("/konto/zweiter-faktor", me.secret);
    const { sealed, totp } = secretOn(shown.body);
    const wrong = await it.post("/konto/zweiter-faktor", me.secret, { geheimnis: sealed, code: "000000" });
    expect([wrong.statusCode, secretOn(wrong.body).totp.secret.base32]).toEqual([422, totp.secret.base32]);
    const done = await it.post("/konto/zweiter-faktor", me.secret, { geheimnis: sealed, code: totp.generate() });
    expect([done.statusCode, done.body.match(/<code>/g)?.length]).toEqual([200, 10]);
    // replacing it asks for the password
    const next = secretOn((await it.get("/konto/zweiter-faktor", me.secret)).body);
    expect((await it.post("/konto/zweiter-faktor", me.secret, { geheimnis: next.sealed, code: next.totp.generate() })).body).toContain("nicht Ihr jetziges Passwort");
    expect((await it.post("/konto/zweiter-faktor", me.secret, { geheimnis: next.sealed, code: next.totp.generate(), passwort: PASSWORD })).statusCode).toBe(200);
  });
  test("a secret sealed in another session is not taken: nobody's form plants a factor", async () => {
    const [me, attacker] = [await somebody(city), await somebody(city)];
    const { sealed, totp } = secretOn((await it.get("/konto/zweiter-faktor", attacker.secret)).body);
    expect((await it.post("/konto/zweiter-faktor", me.secret, { geheimnis: sealed, code: totp.generate() })).statusCode).toBe(422);
  });
});

describe("tokens", () => {
  const create = async (me: Actor, scopes: string[]): Promise<string> => {
    const answer = await it.post("/konto/zugangstoken", me.secret, { name: "Auswertung", rechte: scopes, tage: "30" });
    return /secret-text">([\w.-]+)</.exec(answer.body)![1]!;
  };
  test("one that may read cannot write", async () => {
    const admin = await actor(it.world, ["tenant_administrator"], null);
    const [reads, writes] = [await create(admin, ["read"]), await create(admin, ["write"])];
    const office = { kind: "jobcenter", name: "Jobcenter" };
    expect((await bearer(reads, "GET", "/api/v1/organisations")).statusCode).toBe(200);
    expect((await bearer(reads, "POST", "/api/v1/organisations", office)).statusCode).toBe(404);
    expect((await bearer(writes, "POST", "/api/v1/organisations", office)).statusCode).toBe(201);
  });
  test("one makes no tokens, opens no page, and reaches neither password nor factor", async () => {
    const me = await somebody(it.world);
    const token = (await create(me, ["read", "write"])) as SessionSecret;
    expect((await it.post("/konto/zugangstoken", token, { name: "zweiter", rechte: "read", tage: "5" })).statusCode).toBe(404);
    expect((await it.get("/konto", token)).statusCode).toBe(404);
    for (const call of ["app.create_own_token(gen_random_uuid(), '\\x00', 'x', '{read}', '5 days')", "app.own_credentials()", "app.set_own_password('x')", "app.set_own_second_factor('\\x00', 1, '{}')", "app.end_own_sessions(null)"]) {
      await expect(it.database.db.write(token, (tx) => tx.query(`select * from ${call}`))).rejects.toThrow("not found");
    }
  });
  test("one ends when it is revoked, and its scopes, name and days are checked by the database too", async () => {
    const me = await somebody(it.world);
    const token = await create(me, ["read"]);
    const id = /zugangstoken\/([0-9a-f-]{36})\/widerrufen/.exec((await it.get("/konto/zugangstoken", me.secret)).body)![1]!;
    expect((await bearer(token, "GET", "/api/v1/me")).json()).toMatchObject({ kind: "token", scopes: ["read"] });
    expect((await it.post(`/konto/zugangstoken/${id}/widerrufen`, me.secret, {})).statusCode).toBe(303);
    expect((await bearer(token, "GET", "/api/v1/me")).statusCode).toBe(401);
    for (const [scopes, days, name] of [["{}", "5 days", "x"], ["{read,admin}", "5 days", "x"], ["{read}", "367 days", "x"], ["{read}", "-1 days", "x"], ["{read}", "5 days", ""]]) {
      const made = await it.database.db.write(me.secret, (tx) => tx.get<{ ok: boolean }>("select app.create_own_token($1, $2, $3, $4, $5::interval) as ok", [newId(), Buffer.from(`${scopes}${days}${name}`), name, scopes, days]));
      expect([scopes, days, made.ok]).toEqual([scopes, days, false]);
    }
  });
});

test("sessions are listed and ended one by one or all; somebody else's are not there", async () => {
  const [me, other] = [await somebody(it.world), await somebody(it.world)];
  const [second, third] = [await signIn(it.world, me.accountId, null), await signIn(it.world, me.accountId, null)];
  const idOf = async (secret: SessionSecret): Promise<string> => (await it.database.db.read(secret, (tx) => tx.get<{ session_id: string }>("select session_id from app.own_session()"))).session_id;
  expect((await it.post(`/konto/sitzungen/${await idOf(other.secret)}/beenden`, me.secret, {})).statusCode).toBe(404);
  expect((await it.post(`/konto/sitzungen/${await idOf(second)}/beenden`, me.secret, {})).statusCode).toBe(303);
  expect([(await it.get("/konto", second)).statusCode, (await it.get("/konto", third)).statusCode, (await it.get("/konto", other.secret)).statusCode]).toEqual([303, 200, 200]);
  expect((await it.post("/konto/sitzungen/alle-beenden", me.secret, {})).statusCode).toBe(303);
  expect([(await it.get("/konto", third)).statusCode, (await it.get("/konto", me.secret)).statusCode]).toEqual([303, 200]);
});

test("signing out ends the session in the database, and needs the proof of the session", async () => {
  const me = await somebody(it.world);
  const forged = await it.server.inject({ method: "POST", url: "/abmelden", headers: { cookie: `einklang=${me.secret}`, "content-type": "application/x-www-form-urlencoded" }, payload: "_csrf=falsch" });
  expect([forged.statusCode, (await it.get("/konto", me.secret)).statusCode]).toEqual([403, 200]);
  const out = await it.post("/abmelden", me.secret, {});
  expect([out.headers.location, out.cookies.find((c) => c.name === "einklang")?.value]).toEqual(["/anmelden", ""]);
  expect((await it.get("/konto", me.secret)).statusCode).toBe(303);
});

test("a session acts in one room, chosen among one's own, and leaves it when the role there ends", async () => {
  const me = await somebody(it.world);
  const secondRoom = newId();
  await it.world.owner.query("insert into app.rooms (tenant_id, id, kind, name, controller_id, operator_id) values ($1, $2, 'case_management', 'Zweites Team', $3, $3)", [it.world.tenantId, secondRoom, it.world.organisationId]);
  const roomNow = async (): Promise<unknown> => (await it.api("GET", "/api/v1/me", me.secret)).json<{ room_id: unknown }>().room_id;
  expect((await it.post("/konto/aktenbereich", me.secret, { aktenbereich: secondRoom })).statusCode).toBe(422);
  const membership = await grant({ ...it.world, caseRoomId: secondRoom }, me.accountId, "case_manager", "case");
  expect((await it.post("/konto/aktenbereich", me.secret, { aktenbereich: secondRoom })).statusCode).toBe(303);
  expect(await roomNow()).toBe(secondRoom);
  await it.world.owner.query("update app.memberships set ended_at = now() where id = $1", [membership]);
  expect(await roomNow()).toBeNull();
});

test("keys of single letters are switched off and on", async () => {
  const me = await somebody(it.world);
  await it.post("/konto/tastenkuerzel", me.secret, { an: "nein" });
  expect((await it.get("/konto", me.secret)).body).toContain("Tastenkürzel einschalten");
});
