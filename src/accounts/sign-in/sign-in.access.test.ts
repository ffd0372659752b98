import * as OTPAuth from "otpauth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { actor, type Actor, buildWorld, type World } from "../../../test/world.ts";
import { buildServer, newSessionSecret, secretHash } from "../../http/index.ts";
import { chrome } from "../../main/chrome.ts";
import { routes } from "../../main/routes.ts";
import type { SessionSecret } from "../../db/index.ts";
import { hashPassword } from "../secrets/password-hash.ts";
import { newTotpSecret, recoveryHash, sealTotpSecret } from "../secrets/second-factor.ts";
import { pruneAttempts } from "./sign-in.sql.ts";

const PASSWORD = "vier pferde lesen moos";
let it: TestServer;
let city: World;
let now = new Date("2026-11-22T10:00:00Z");
let knownHash: string;
beforeAll(async () => {
  it = await startTestServer({ clock: () => now });
  city = await buildWorld(it.database.owner, "Echtstadt", false);
  knownHash = await hashPassword(PASSWORD);
});
afterAll(() => it.close());

interface Person extends Actor { readonly email: string; readonly totp: OTPAuth.TOTP }
/** Somebody of a real municipality with password and, unless told otherwise, second factor. */
async function somebody(withFactor = true): Promise<Person> {
  const made = await actor(city, ["case_manager"], "case");
  const whose = { tenantId: city.tenantId, accountId: made.accountId };
  const secret = newTotpSecret();
  const sealed = sealTotpSecret(it.app, whose, secret);
  await city.owner.query(
    "update private.credentials set password_hash = $3, totp_sealed = $4, totp_confirmed_at = case when $5 then now() end, recovery_hashes = $6 where tenant_id = $1 and account_id = $2",
    [city.tenantId, made.accountId, knownHash, withFactor ? sealed : null, withFactor, [recoveryHash(it.app, whose, "abcde-fghjk")]],
  );
  return { ...made, email: `${made.accountId}@example.org`, totp: new OTPAuth.TOTP({ secret: OTPAuth.Secret.fromBase32(secret) }) };
}

type Cookies = Record<string, string>;
async function send(path: string, fields: Record<string, string>, cookies: Cookies = {}, from = "203.0.113.7", headers: Record<string, string> = {}) {
  const answer = await it.server.inject({
    method: "POST",
    url: path,
    remoteAddress: from,
    headers: { "content-type": "application/x-www-form-urlencoded", cookie: Object.entries(cookies).map(([k, v]) => `${k}=${v}`).join("; "), ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
  const set: Cookies = { ...cookies };
  for (const c of answer.cookies) set[c.name] = c.value;
  return { answer, cookies: set, location: answer.headers.location as string | undefined };
}
const signIn = (who: { email: string }, password = PASSWORD, more: { cookies?: Cookies; from?: string; weiter?: string } = {}) =>
  send("/anmelden", { kommune: city.tenantId, email: who.email, passwort: password, ...(more.weiter === undefined ? {} : { weiter: more.weiter }) }, more.cookies, more.from);

test("the password alone opens nothing where a second factor is set; with the code of the app one is in", async () => {
  const who = await somebody();
  const first = await signIn(who, PASSWORD, { weiter: "/konto" });
  expect([first.answer.statusCode, first.location, first.cookies["einklang"]]).toEqual([303, "/anmelden/code", undefined]);
  const second = await send("/anmelden/code", { code: who.totp.generate({ timestamp: now.getTime() }) }, first.cookies);
  expect([second.answer.statusCode, second.location]).toEqual([303, "/konto"]);
  const cookie = second.answer.cookies.find((c) => c.name === "einklang")!;
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect((await it.get("/konto", cookie.value as SessionSecret)).statusCode).toBe(200);
  const { rows } = await city.owner.query("select action from app.access_records where account_id = $1", [who.accountId]);
  expect(rows.map((r: { action: string }) => r.action)).toContain("session.opened");
});

test("a code counts once, also for somebody who looked over the shoulder, and an older one no more", async () => {
  const who = await somebody();
  const code = who.totp.generate({ timestamp: now.getTime() });
  expect((await send("/anmelden/code", { code }, (await signIn(who)).cookies)).location).toBe("/");
  const again = await send("/anmelden/code", { code }, (await signIn(who)).cookies);
  expect([again.answer.statusCode, again.answer.cookies.some((c) => c.name === "einklang")]).toEqual([422, false]);
  const older = await send("/anmelden/code", { code: who.totp.generate({ timestamp: now.getTime() - 30_000 }) }, (await signIn(who)).cookies);
  expect(older.answer.statusCode).toBe(422);
});

test("a recovery code counts once, however it is typed", async () => {
  const who = await somebody();
  expect((await send("/anmelden/code", { code: "ABCDE FGHJK" }, (await signIn(who)).cookies)).location).toBe("/");
  expect((await send("/anmelden/code", { code: "abcde-fghjk" }, (await signIn(who)).cookies)).answer.statusCode).toBe(422);
});

test("the step between password and code ends after five minutes, with a changed password, and was never forged", async () => {
  const who = await somebody();
  const { cookies } = await signIn(who);
  const before = now;
  now = new Date(now.getTime() + 6 * 60_000);
  expect((await send("/anmelden/code", { code: who.totp.generate({ timestamp: now.getTime() }) }, cookies)).location).toBe("/anmelden");
  now = before;
  await city.owner.query("update private.credentials set password_hash = 'other' where account_id = $1", [who.accountId]);
  expect((await send("/anmelden/code", { code: who.totp.generate({ timestamp: now.getTime() }) }, cookies)).location).toBe("/anmelden");
  expect((await send("/anmelden/code", { code: "123456" }, { einklang_schritt: Buffer.from(JSON.stringify({ email: who.email })).toString("base64url") })).location).toBe("/anmelden");
});

test("without a second factor one reaches the own account alone, and no token", async () => {
  const who = await somebody(false);
  const { cookies, location } = await signIn(who);
  expect(location).toBe("/");
  const secret = cookies["einklang"] as SessionSecret;
  expect((await it.get("/konto", secret)).statusCode).toBe(200);
  const token = await it.post("/konto/zugangstoken", secret, { name: "x", rechte: "read", tage: "5" });
  expect([token.statusCode, token.body.includes("zweiter Faktor eingerichtet")]).toEqual([422, true]);
});

describe("guessing", () => {
  test("an unknown address and a wrong password read the same and cost the same work", async () => {
    const who = await somebody();
    const body = (text: string, email: string): string => text.replaceAll(email, "…");
    const [wrong, unknown] = [await signIn(who, "falsch falsch falsch"), await signIn({ email: "niemand@example.org" }, "falsch falsch falsch")];
    expect([wrong.answer.statusCode, body(wrong.answer.body, who.email)]).toEqual([unknown.answer.statusCode, body(unknown.answer.body, "niemand@example.org")]);
    expect(wrong.answer.headers["set-cookie"]).toEqual(unknown.answer.headers["set-cookie"]);
    // work of the processor and not time on the clock, which tells how busy the machine is: one argon2 is most of it
    const took = async (email: string, n: number): Promise<number> => {
      const before = process.cpuUsage();
      await signIn({ email }, "falsch falsch falsch", { from: `198.51.100.${n}` });
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const median = (xs: number[]): number => xs.sort((a, b) => a - b)[Math.floor(xs.length / 2)]!;
    const times: [number[], number[]] = [[], []];
    for (let n = 0; n < 7; n += 1) {
      times[0].push(await took(who.email, n));
      times[1].push(await took(`niemand${n}@example.org`, n));
    }
    const [known, nobody] = [median(times[0]), median(times[1])];
    expect(Math.min(known, nobody) / Math.max(known, nobody)).toBeGreaterThan(0.4);
  });

  test("too many attempts stop the one who makes them and nobody else", async () => {
    const who = await somebody();
    const attacker = "203.0.113.66";
    for (let n = 0; n < 5; n += 1) await signIn(who, `falsch ${n}`, { from: attacker });
    const stopped = await signIn(who, PASSWORD, { from: attacker });
    expect([stopped.answer.statusCode, stopped.answer.body.includes("Zu viele Versuche")]).toEqual([422, true]);
    expect((await signIn(who, PASSWORD, { from: "203.0.113.8" })).location).toBe("/anmelden/code");
    expect((await signIn(await somebody(), PASSWORD, { from: attacker })).location).toBe("/anmelden/code");
  });

  test("behind one office address, a browser that signed in before is not locked out by a colleague", async () => {
    const who = await somebody(false);
    const mine = (await signIn(who)).cookies;
    for (let n = 0; n < 6; n += 1) await signIn(who, "falsch");
    expect((await signIn(who)).answer.body).toContain("Zu viele Versuche");
    expect((await signIn(who, PASSWORD, { cookies: mine })).location).toBe("/");
  });

  test("forty at the same moment are counted one by one", async () => {
    const who = await somebody();
    const answers = await Promise.all(Array.from({ length: 40 }, () => signIn(who, "falsch", { from: "203.0.113.99" })));
    expect(answers.filter((a) => a.answer.body.includes("stimmen nicht")).length).toBe(5);
  });

  test("the code cannot be guessed either", async () => {
    const who = await somebody();
    const { cookies } = await signIn(who);
    for (let n = 0; n < 5; n += 1) await send("/anmelden/code", { code: "000000" }, cookies);
    expect((await send("/anmelden/code", { code: who.totp.generate({ timestamp: now.getTime() }) }, cookies)).answer.body).toContain("Zu viele Versuche");
  });

  test("what is over is forgotten", async () => {
    await city.owner.query("update private.sign_in_failures set failed_at = array[now() - interval '1 hour']");
    expect(await it.database.db.signIn((tx) => pruneAttempts(tx))).toBeGreaterThan(0);
    expect((await city.owner.query("select from private.sign_in_failures")).rowCount).toBe(0);
  });
});

test("a session planted before signing in is not taken over, and ends", async () => {
  const attacker = await actor(city, ["case_manager"], "case");
  const who = await somebody(false);
  const { cookies } = await signIn(who, PASSWORD, { cookies: { einklang: attacker.secret } });
  expect(cookies["einklang"]).not.toBe(attacker.secret);
  expect((await it.get("/konto", attacker.secret)).headers.location).toBe("/anmelden?weiter=%2Fkonto");
  const planted = newSessionSecret(city.tenantId);
  await signIn(who, PASSWORD, { cookies: { einklang: planted } });
  expect((await it.get("/konto", planted)).statusCode).toBe(303);
});

test("a disabled account does not get in, and a form from another site neither", async () => {
  const who = await somebody(false);
  const foreign = await send("/anmelden", { kommune: city.tenantId, email: who.email, passwort: PASSWORD }, {}, "203.0.113.7", { "sec-fetch-site": "cross-site" });
  expect(foreign.answer.statusCode).toBe(403);
  await city.owner.query("update app.accounts set disabled_at = now() where id = $1", [who.accountId]);
  expect((await signIn(who)).answer.statusCode).toBe(422);
});

test.each(["//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example"])("signing in never leads to another site: %j", async (weiter) => {
  const who = await somebody(false);
  expect((await signIn(who, PASSWORD, { weiter })).location).toBe("/");
});

describe("trying it out", () => {
  const demo = (tenantId: string, accountId: string, from: string) => send("/anmelden/vorfuehrung", { kommune: tenantId, konto: accountId }, {}, from);
  test("one click opens a session of a demo's account, from this machine alone", async () => {
    const someone = await actor(it.world, ["team_lead"], "case", "Vorführ");
    const shown = await it.get("/anmelden");
    expect(shown.body).toContain("Vorführ");
    expect((await it.server.inject({ url: "/anmelden", remoteAddress: "192.0.2.4" })).body).not.toContain("Vorführ");
    const inside = await demo(it.world.tenantId, someone.accountId, "127.0.0.1");
    expect((await it.get("/konto", inside.cookies["einklang"] as SessionSecret)).statusCode).toBe(200);
    expect((await demo(it.world.tenantId, someone.accountId, "192.0.2.4")).cookies["einklang"]).toBeUndefined();
  });
  test("never an account of a real municipality, whose people do not show", async () => {
    const who = await somebody(false);
    expect((await demo(city.tenantId, who.accountId, "127.0.0.1")).cookies["einklang"]).toBeUndefined();
    expect((await demo(it.world.tenantId, who.accountId, "127.0.0.1")).cookies["einklang"]).toBeUndefined();
    expect((await it.get("/anmelden")).body).not.toContain(who.accountId);
  });
});

describe("invitations", () => {
  const invite = async (accountId: string, kind = "first_administrator"): Promise<string> => {
    const link = newSessionSecret(city.tenantId);
    await city.owner.query("insert into private.invitations (tenant_id, token_hash, account_id, kind, expires_at) values ($1, $2, $3, $4, now() + interval '1 day')", [city.tenantId, secretHash(link), accountId, kind]);
    return link;
  };
  test("a link sets the password once and leads to the second factor", async () => {
    const { accountId, secret } = await actor(city, ["case_manager"], "case", "Neumann");
    const link = await invite(accountId);
    expect((await it.get(`/einladung/${link}`)).body).toContain("Neumann");
    const weak = await send(`/einladung/${link}`, { passwort: "Neumann-Echtstadt", wiederholung: "anders" });
    expect([weak.answer.statusCode, weak.answer.body.includes("probieren andere zuerst"), weak.answer.body.includes("nicht gleich")]).toEqual([422, true, true]);
    const done = await send(`/einladung/${link}`, { passwort: PASSWORD, wiederholung: PASSWORD });
    expect(done.location).toBe("/konto/zweiter-faktor");
    expect((await it.get("/konto/zweiter-faktor", done.cookies["einklang"] as SessionSecret)).body).toContain("Schlüssel:");
    expect((await send(`/einladung/${link}`, { passwort: PASSWORD, wiederholung: PASSWORD })).answer.statusCode).toBe(404);
    expect((await it.get("/konto", secret)).statusCode).toBe(303);
  });
  test("a recovery that nobody confirmed opens nothing, and looks like a link that never was", async () => {
    const who = await somebody();
    const [waiting, never] = [await it.get(`/einladung/${await invite(who.accountId, "recovery")}`), await it.get(`/einladung/${newSessionSecret(city.tenantId)}`)];
    expect([waiting.statusCode, waiting.body]).toEqual([404, never.body]);
  });
});

test("who asks is said by a proxy that is trusted, and by nobody else", async () => {
  const who = await somebody();
  const from = (trusted: readonly string[]) => async (remoteAddress: string, forwarded: string) => {
    const server = await buildServer({ app: { ...it.app, config: { ...it.app.config, trustedProxies: trusted } }, routes, chrome, assetsDir: it.app.filesDir.replace(/files$/, ""), requestsPerMinute: 100_000 });
    const answer = await server.inject({ method: "POST", url: "/api/v1/sessions", remoteAddress, headers: { "x-forwarded-for": forwarded }, payload: { tenant_id: city.tenantId, email: who.email, password: "falsch" } });
    await server.close();
    return answer.json<{ refusals: { code: string }[] }>().refusals[0]!.code;
  };
  const [nobody, proxy] = [from([]), from(["198.51.100.4"])];
  // a made-up address does not help whoever guesses
  for (let i = 0; i < 5; i += 1) await nobody("198.51.100.4", `203.0.113.${100 + i}`);
  expect(await nobody("198.51.100.4", "203.0.113.120")).toBe("wait");
  // behind the proxy the clients are told apart, and the proxy's own count does not stop them
  expect(await proxy("198.51.100.4", "203.0.113.130")).toBe("sign-in-refused");
});

test("after a load in bulk the demo's sign-in still offers each role once or some times, and not thousands", async () => {
  const offered = async (): Promise<{ tenant_id: string; roles: string[] }[]> => it.app.db.signIn((tx) => tx.query("select tenant_id, roles from app.sign_in_demo_accounts()"));
  const before = (await offered()).length;
  for (let i = 0; i < 12; i += 1) await actor(it.world, ["case_manager"], "case");
  await actor(it.world, ["team_lead"], "case");
  const after = (await offered()).filter((a) => a.tenant_id === it.world.tenantId);
  expect(after.filter((a) => a.roles.includes("case_manager"))).toHaveLength(8);
  expect(after.some((a) => a.roles.includes("team_lead"))).toBe(true);
  expect(after.length).toBeGreaterThan(before);
});
