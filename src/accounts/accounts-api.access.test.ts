import * as OTPAuth from "otpauth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { actor, type Actor, buildWorld, type World } from "../../test/world.ts";
import type { SessionSecret } from "../db/index.ts";
import { SESSION_COOKIE } from "../http/index.ts";
import { hashPassword } from "./secrets/password-hash.ts";
import { newTotpSecret, sealTotpSecret } from "./secrets/second-factor.ts";

/** A program that has no page: it signs in, keeps its tokens, and administers, all under /api/v1. */
const PASSWORD = "vier pferde lesen moos";
let it: TestServer;
let city: World;
let now = new Date("2026-11-22T10:00:00Z");
let hash: string;
beforeAll(async () => {
  it = await startTestServer({ clock: () => now });
  city = await buildWorld(it.database.owner, "Echtstadt", false);
  hash = await hashPassword(PASSWORD);
});
afterAll(() => it.close());

interface Person extends Actor { readonly email: string; readonly totp: OTPAuth.TOTP }
async function somebody(roles: readonly string[] = ["case_manager"], room: "case" | null = "case"): Promise<Person> {
  const made = await actor(city, roles, room);
  const secret = newTotpSecret();
  const sealed = sealTotpSecret(it.app, { tenantId: city.tenantId, accountId: made.accountId }, secret);
  await city.owner.query("update private.credentials set password_hash = $3, totp_sealed = $4, totp_confirmed_at = now() where tenant_id = $1 and account_id = $2", [city.tenantId, made.accountId, hash, sealed]);
  return { ...made, email: `${made.accountId}@example.org`, totp: new OTPAuth.TOTP({ secret: OTPAuth.Secret.fromBase32(secret) }) };
}
let calls = 0;
function call(token: string, method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: object, headers: Record<string, string> = {}) {
  return it.server.inject({ method, url: `/api/v1${path}`, headers: { authorization: `Bearer ${token}`, "idempotency-key": `accounts-${(calls += 1)}`, ...headers }, ...(body === undefined ? {} : { payload: body }) });
}
const enter = (who: { email: string }, more: object, from = "203.0.113.9") =>
  it.server.inject({ method: "POST", url: "/api/v1/sessions", remoteAddress: from, payload: { tenant_id: city.tenantId, email: who.email, password: PASSWORD, ...more } });
/** each in a minute of its own, since a code counts once */
async function signedIn(who: Person): Promise<SessionSecret> {
  now = new Date(now.getTime() + 60_000);
  const answer = await enter(who, { code: who.totp.generate({ timestamp: now.getTime() }) });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json<{ token: SessionSecret }>().token;
}
const code = (answer: { json(): { refusals?: { code: string }[] } }): string | undefined => answer.json().refusals?.[0]?.code;

describe("signing in", () => {
  test("takes the password and the code, and nothing less; the secret is a bearer's and no cookie", async () => {
    const who = await somebody();
    expect(code(await enter(who, {}))).toBe("second-factor-needed");
    expect(code(await enter(who, { code: "000000" }))).toBe("code-refused");
    expect(code(await enter(who, { password: "falsch geraten heute" }))).toBe("sign-in-refused");
    expect(code(await enter({ email: "nobody@example.org" }, {}))).toBe("sign-in-refused");
    const token = await signedIn(who);
    expect((await call(token, "GET", "/me")).json()).toMatchObject({ account_id: who.accountId, kind: "api", roles: ["case_manager"] });
    expect((await it.server.inject({ url: "/konto", headers: { cookie: `${SESSION_COOKIE}=${token}` } })).statusCode).toBe(404);
    expect((await it.server.inject({ url: "/api/v1/me", headers: { cookie: `${SESSION_COOKIE}=${token}` } })).statusCode).toBe(404);
    const { rows } = await city.owner.query("select action from app.access_records where account_id = $1", [who.accountId]);
    expect(rows).toContainEqual({ action: "session.opened" });
  });

  test("counts attempts together with those at the browser, and says to wait", async () => {
    const who = await somebody();
    for (let i = 0; i < 3; i += 1) await enter(who, { password: "falsch" }, "203.0.113.20");
    for (let i = 0; i < 2; i += 1) await it.server.inject({ method: "POST", url: "/anmelden", remoteAddress: "203.0.113.20", headers: { "content-type": "application/x-www-form-urlencoded" }, payload: new URLSearchParams({ kommune: city.tenantId, email: who.email, passwort: "falsch" }).toString() });
    expect(code(await enter(who, {}, "203.0.113.20"))).toBe("wait");
    expect(code(await enter(who, {}, "203.0.113.21"))).toBe("second-factor-needed");
  });

  test("a session is seen, ended from elsewhere, and signs out with an answer", async () => {
    const who = await somebody();
    const [one, two, three] = [await signedIn(who), await signedIn(who), await signedIn(who)];
    const listed = (await call(one, "GET", "/sessions")).json<{ items: { id: string; kind: string; is_current: boolean }[] }>().items;
    expect(listed.filter((s) => s.kind === "api")).toHaveLength(3);
    const mine = listed.find((s) => s.is_current)!;
    expect((await call(two, "DELETE", `/sessions/${mine.id}`)).json()).toEqual({ id: mine.id, is_ended: true });
    expect((await call(one, "GET", "/me")).statusCode).toBe(401);
    expect((await call(two, "DELETE", "/sessions")).statusCode).toBe(200);
    expect((await call(three, "GET", "/me")).statusCode).toBe(401);
    const out = await call(two, "DELETE", "/sessions/current");
    expect([out.statusCode, (await call(two, "GET", "/me")).statusCode]).toEqual([200, 401]);
    expect((await it.database.owner.query("select count(*)::int as n from app.access_records where account_id = $1 and action = 'session.ended'", [who.accountId])).rows).toEqual([{ n: 3 }]);
  });
});

describe("personal tokens", () => {
  test("are made, listed and revoked by somebody who signed in; the secret is told once", async () => {
    const who = await somebody();
    const session = await signedIn(who);
    const key = { "idempotency-key": "one-and-the-same-token" };
    const body = { name: "Fachverfahren", scopes: ["read"], days: 30 };
    const first = (await call(session, "POST", "/tokens", body, key)).json<{ id: string; token: string }>();
    const again = (await call(session, "POST", "/tokens", body, key)).json<{ id: string; token: null }>();
    expect([again.id, again.token]).toEqual([first.id, null]);
    expect((await call(session, "GET", "/tokens")).json()).toMatchObject({ items: [{ id: first.id, name: "Fachverfahren", scopes: ["read"] }] });
    expect((await call(first.token, "GET", "/me")).json()).toMatchObject({ kind: "token", scopes: ["read"] });
    // a token makes no tokens, ends nothing, and one that reads changes nothing
    const writing = (await call(session, "POST", "/tokens", { ...body, scopes: ["write"] })).json<{ token: string }>().token;
    for (const token of [first.token, writing]) {
      expect((await call(token, "POST", "/tokens", body)).statusCode).toBe(404);
      expect((await call(token, "DELETE", `/tokens/${first.id}`)).statusCode).toBe(404);
      expect((await call(token, "DELETE", "/sessions")).statusCode).toBe(404);
      expect((await call(token, "PUT", "/me/room", { room_id: city.caseRoomId })).statusCode).toBe(404);
    }
    expect((await call(session, "DELETE", `/tokens/${first.id}`)).statusCode).toBe(200);
    expect((await call(first.token, "GET", "/me")).statusCode).toBe(401);
  });

  test("nobody ends the sessions or tokens of somebody else, nor tells them from ones that are not there", async () => {
    const [one, other] = [await somebody(), await somebody()];
    const [mine, theirs] = [await signedIn(one), await signedIn(other)];
    const id = (await call(theirs, "GET", "/sessions")).json<{ items: { id: string; is_current: boolean }[] }>().items.find((s) => s.is_current)!.id;
    const answers = [await call(mine, "DELETE", `/sessions/${id}`), await call(mine, "DELETE", "/sessions/0190a0a0-0000-7000-8000-00000000dead")];
    expect(answers.map((a) => [a.statusCode, a.body])).toEqual([[404, answers[0]!.body], [404, answers[0]!.body]]);
    expect((await call(theirs, "GET", "/me")).statusCode).toBe(200);
  });
});

test("a session of a program works in another room of its own, and in no other", async () => {
  const who = await somebody();
  const session = await signedIn(who);
  expect((await call(session, "GET", "/me/rooms")).json()).toMatchObject({ items: [{ id: city.caseRoomId }] });
  expect((await call(session, "PUT", "/me/room", { room_id: city.caseRoomId })).json()).toEqual({ room_id: city.caseRoomId });
  expect(code(await call(session, "PUT", "/me/room", { room_id: city.immigrationRoomId }))).toBe("not-your-room");
});

describe("administering", () => {
  test("invites, recovers with a second person, and shows each link once", async () => {
    const [a, b] = [await somebody(["tenant_administrator"], null), await somebody(["tenant_administrator"], null)];
    const [first, second] = [await signedIn(a), await signedIn(b)];
    const made = (await call(first, "POST", "/accounts", { email: "neu@example.org", given_name: "Neu", family_name: "Hier", organisation_id: city.organisationId, side: "management" })).json<{ id: string }>();
    const key = { "idempotency-key": "an-invitation-once" };
    const link = (await call(first, "POST", `/accounts/${made.id}/invitation`, undefined, key)).json<{ link: string }>().link;
    expect((await call(first, "POST", `/accounts/${made.id}/invitation`, undefined, key)).json()).toMatchObject({ link: null });
    expect((await it.server.inject({ url: link })).body).toContain("neu@example.org");
    const lost = await somebody();
    const recovery = (await call(first, "POST", `/accounts/${lost.accountId}/recovery`, { resets_second_factor: true })).json<{ link: string }>();
    const opens = async (): Promise<boolean> => (await it.server.inject({ url: recovery.link })).body.includes(lost.email);
    expect(await opens()).toBe(false);
    const { reference } = (await call(second, "GET", "/recoveries")).json<{ items: { reference: string; account_id: string }[] }>().items.find((r) => r.account_id === lost.accountId)!;
    // never who asked for it
    expect(code(await call(first, "PUT", `/recoveries/${reference}/confirmation`))).toBe("recovery-not-yours");
    expect((await call(second, "PUT", `/recoveries/${reference}/confirmation`)).json()).toEqual({ account_id: lost.accountId, state: "confirmed" });
    expect(await opens()).toBe(true);
    expect((await call(first, "DELETE", `/recoveries/${reference}`)).json()).toEqual({ account_id: lost.accountId, state: "declined" });
    expect(await opens()).toBe(false);
    const worker = await signedIn(await somebody());
    for (const [method, path] of [["POST", `/accounts/${made.id}/invitation`], ["POST", `/accounts/${made.id}/recovery`], ["GET", "/recoveries"], ["DELETE", `/recoveries/${reference}`]] as const) {
      expect([path, (await call(worker, method, path, method === "POST" ? {} : undefined)).statusCode]).toEqual([path, 404]);
    }
  });

  test("closes a room and then its organisation, each at the version that was read", async () => {
    const admin = await signedIn(await somebody(["tenant_administrator"], null));
    const office = (await call(admin, "POST", "/organisations", { kind: "other", name: "Auslaufstelle" })).json<{ id: string }>().id;
    const room = (await call(admin, "POST", "/rooms", { kind: "partner", name: "Auslauf", controller_id: office, joint_agreement: null, operator_id: office })).json<{ id: string }>().id;
    const at = (version: number) => ({ "if-match": `"${version}"` });
    expect((await call(admin, "PUT", `/organisations/${office}/closed`)).statusCode).toBe(428);
    expect((await call(admin, "PUT", `/organisations/${office}/closed`, undefined, at(7))).statusCode).toBe(412);
    expect(code(await call(admin, "PUT", `/organisations/${office}/closed`, undefined, at(1)))).toBe("office-has-rooms");
    expect((await call(admin, "PUT", `/rooms/${room}/closed`, undefined, at(1))).json()).toMatchObject({ is_closed: true });
    expect((await call(admin, "PUT", `/organisations/${office}/closed`, undefined, at(1))).json()).toMatchObject({ is_closed: true });
  });
});
