import { createHash } from "node:crypto";
import { type App, newSessionSecret, parseSessionSecret, type Redirect, redirect, secretHash, SESSION_COOKIE, type SetCookie, type Visitor } from "../../http/index.ts";
import { newId } from "../../kernel/id.ts";
import { endThisSession } from "../own/own-account.sql.ts";
import { ownPath } from "../own-path.ts";
import { isPassword } from "../secrets/password-hash.ts";
import { openText, sealText } from "../secrets/sealed-text.ts";
import { looksLikeRecoveryCode, openTotpSecret, recoveryHash, stepOfCode } from "../secrets/second-factor.ts";
import { findSignIn, type FoundAccount, insertDemoSession, insertSession, takeRecoveryCode, takeTotpStep } from "./sign-in.sql.ts";
import { attempt, DEVICE_COOKIE, DEVICE_DAYS, newDeviceCookie, strangersSubject, succeeded, throttleSubject, waitSentence } from "./throttle.ts";

const STEP_COOKIE = "einklang_schritt";
const STEP_MINUTES = 5;

export interface Typed {
  readonly tenantId: string;
  readonly email: string;
  readonly password: string;
  readonly onward: string;
}
export type Outcome = { readonly ok: true; readonly redirect: Redirect } | { readonly ok: false; readonly sentence: string };
const failed = (sentence: string): Outcome => ({ ok: false, sentence });
export const WRONG = "E-Mail-Adresse oder Passwort stimmen nicht.";
export const WRONG_CODE = "Der Code stimmt nicht oder wurde schon benutzt. Warten Sie auf den nächsten Code in der App.";

/** First step. An unknown address and a wrong password take the same way and the same time, and read the same. */
export async function signInWithPassword(visitor: Visitor, typed: Typed): Promise<Outcome> {
  const { app } = visitor;
  const email = typed.email.trim().toLowerCase();
  const subject = throttleSubject(visitor, typed.tenantId, email, "password");
  const wait = await attempt(app, typed.tenantId, subject);
  if (wait > 0) return failed(waitSentence(wait));
  const found = await app.db.signIn((tx) => findSignIn(tx, typed.tenantId, email));
  const fits = await isPassword(found?.password_hash, typed.password);
  if (!fits || found === undefined) return failed(WRONG);
  await succeeded(app, typed.tenantId, subject);
  if (found.totp_confirmed) {
    const cookies = [{ name: STEP_COOKIE, value: sealStep(visitor, typed.tenantId, email, found, ownPath(typed.onward)), maxAgeSeconds: STEP_MINUTES * 60 }];
    return { ok: true, redirect: { ...redirect("/anmelden/code"), cookies } };
  }
  return opened(visitor, { tenantId: typed.tenantId, accountId: found.account_id, email }, ownPath(typed.onward));
}

interface Step {
  readonly tenantId: string;
  readonly email: string;
  readonly onward: string;
  readonly until: number;
  /** of the password hash: a password changed meanwhile ends the step */
  readonly print: string;
}
const printOf = (found: FoundAccount): string => createHash("sha256").update(found.password_hash ?? "").digest("base64url").slice(0, 16);

function sealStep({ app, now }: Visitor, tenantId: string, email: string, found: FoundAccount, onward: string): string {
  const step: Step = { tenantId, email, onward, until: now.getTime() + STEP_MINUTES * 60_000, print: printOf(found) };
  return sealText(app, "sign-in-step", JSON.stringify(step), "step").toString("base64url");
}

/** What the first step left behind, as long as it holds. */
export function readStep(visitor: Visitor): Step | null {
  const cookie = visitor.cookies[STEP_COOKIE];
  const text = cookie === undefined ? null : openText(visitor.app, "sign-in-step", Buffer.from(cookie, "base64url"), "step");
  const step = text === null ? null : (JSON.parse(text) as Step);
  return step !== null && step.until > visitor.now.getTime() ? step : null;
}

/** Second step: a code of the app, which counts once, or one of the recovery codes. */
export async function signInWithCode(visitor: Visitor, step: Step, code: string): Promise<Outcome | "start-again"> {
  const { app } = visitor;
  const subject = throttleSubject(visitor, step.tenantId, step.email, "code");
  const strangers = strangersSubject(visitor, step.tenantId, step.email);
  const wait = (await attempt(app, step.tenantId, subject)) || (strangers === null ? 0 : await attempt(app, step.tenantId, strangers, 100));
  if (wait > 0) return failed(waitSentence(wait));
  const found = await app.db.signIn((tx) => findSignIn(tx, step.tenantId, step.email));
  if (found === undefined || printOf(found) !== step.print || found.totp_sealed === null) return "start-again";
  const whose = { tenantId: step.tenantId, accountId: found.account_id };
  if (!(await isCode(visitor, whose, found.totp_sealed, code))) return failed(WRONG_CODE);
  await succeeded(app, step.tenantId, subject);
  return opened(visitor, { ...whose, email: step.email }, ownPath(step.onward));
}

export async function isCode({ app, now }: Visitor, whose: { tenantId: string; accountId: string }, sealed: Buffer, code: string): Promise<boolean> {
  if (looksLikeRecoveryCode(code)) return app.db.signIn((tx) => takeRecoveryCode(tx, whose.tenantId, whose.accountId, recoveryHash(app, whose, code)));
  const secret = openTotpSecret(app, whose, sealed);
  const step = secret === null ? null : stepOfCode(secret, code, now);
  return step !== null && app.db.signIn((tx) => takeTotpStep(tx, whose.tenantId, whose.accountId, step));
}

interface Whose {
  readonly tenantId: string;
  readonly accountId: string;
  readonly email: string;
}

/** A session under a secret made now: one that somebody planted before signing in is never taken over, and ends. */
export async function opened(visitor: Visitor, whose: Whose, onward: string): Promise<Outcome> {
  const secret = await openSession(visitor.app, whose, insertSession);
  if (secret === null) return failed(WRONG);
  await endFormer(visitor);
  const cookies: SetCookie[] = [
    { name: SESSION_COOKIE, value: secret },
    { name: STEP_COOKIE, value: null },
    { name: DEVICE_COOKIE, value: newDeviceCookie(visitor.app, whose.tenantId, whose.email), maxAgeSeconds: DEVICE_DAYS * 86_400 },
  ];
  return { ok: true, redirect: { ...redirect(onward), cookies } };
}

/** Without a password: the database checks that the tenant is a demo, `mayTryDemo` that the visitor sits at this machine. */
export async function openDemo(visitor: Visitor, tenantId: string, accountId: string, onward: string): Promise<Redirect | null> {
  const secret = mayTryDemo(visitor) ? await openSession(visitor.app, { tenantId, accountId }, insertDemoSession) : null;
  if (secret === null) return null;
  await endFormer(visitor);
  return { ...redirect(ownPath(onward)), cookies: [{ name: SESSION_COOKIE, value: secret }] };
}

/** Behind a reverse proxy every visitor seems to sit at this machine, so the public address must be of this machine too. */
export const mayTryDemo = ({ app, isLoopback }: Pick<Visitor, "app" | "isLoopback">): boolean =>
  isLoopback && app.config.isLoopback && ["localhost", "127.0.0.1", "[::1]"].includes(new URL(app.config.origin).hostname);

export async function openSession(app: App, whose: Omit<Whose, "email">, insert: typeof insertSession): Promise<string | null> {
  const secret = newSessionSecret(whose.tenantId);
  const { sessionIdleMinutes: idleMinutes, sessionHours: hours } = app.config;
  const ok = await app.db.signIn((tx) => insert(tx, { tenantId: whose.tenantId, accountId: whose.accountId, sessionId: newId(), secretHash: secretHash(secret), idleMinutes, hours }));
  return ok ? secret : null;
}

async function endFormer({ app, cookies }: Visitor): Promise<void> {
  const former = parseSessionSecret(cookies[SESSION_COOKIE]);
  // it may have ended long ago
  if (former !== null) await app.db.write(former, endThisSession).catch(() => undefined);
}
