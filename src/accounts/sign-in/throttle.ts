import { createHmac, randomBytes } from "node:crypto";
import type { App, Visitor } from "../../http/index.ts";
import { openText, sealText } from "../secrets/sealed-text.ts";
import { countAttempt, forgetAttempts } from "./sign-in.sql.ts";

export const DEVICE_COOKIE = "einklang_geraet";
export const DEVICE_DAYS = 180;

type Who = Pick<Visitor, "app" | "clientAddress" | "cookies">;

/**
 * Attempts count per account and client together, so that nobody can lock somebody else out. A browser that signed in to this
 * account before counts by itself: a colleague behind the same office address cannot lock it out either.
 */
export function throttleSubject(visitor: Who, tenantId: string, email: string, step: "password" | "code"): Buffer {
  const device = knownDevice(visitor, tenantId, email);
  return subjectOf(visitor.app, [step, tenantId, email, device === null ? `at ${visitor.clientAddress}` : `on ${device}`]);
}

/**
 * All strangers together, at the second step alone: who gets there knows the password, and a net of many addresses could
 * otherwise guess six digits. Known browsers stay outside, so this locks nobody out of the own one.
 */
export const strangersSubject = (visitor: Who, tenantId: string, email: string): Buffer | null =>
  knownDevice(visitor, tenantId, email) === null ? subjectOf(visitor.app, ["strangers", tenantId, email]) : null;

/** Guesses of the old password in a session that is open: counted per account and session. */
export const sessionSubject = (app: App, tenantId: string, sessionId: string): Buffer => subjectOf(app, ["session", tenantId, sessionId]);

const subjectOf = (app: App, parts: readonly string[]): Buffer => createHmac("sha256", app.vault.installationSecret("accounts throttle")).update(JSON.stringify(parts)).digest();

const deviceBinding = (tenantId: string, email: string): string => `${tenantId} ${email}`;
function knownDevice({ app, cookies }: Who, tenantId: string, email: string): string | null {
  const cookie = cookies[DEVICE_COOKIE];
  return cookie === undefined ? null : openText(app, "known-device", Buffer.from(cookie, "base64url"), deviceBinding(tenantId, email));
}
export const newDeviceCookie = (app: App, tenantId: string, email: string): string =>
  sealText(app, "known-device", randomBytes(16).toString("hex"), deviceBinding(tenantId, email)).toString("base64url");

/** In a transaction of its own: what counts the attempt must not be rolled back with it. Seconds to wait, 0 for none. */
export const attempt = (app: App, tenantId: string, subject: Buffer, free = 5): Promise<number> => app.db.signIn((tx) => countAttempt(tx, tenantId, subject, free));
export const succeeded = (app: App, tenantId: string, subject: Buffer): Promise<unknown> => app.db.signIn((tx) => forgetAttempts(tx, tenantId, subject));

export function waitSentence(seconds: number): string {
  const time = seconds < 60 ? `${seconds} Sekunden` : seconds < 120 ? "eine Minute" : `${Math.ceil(seconds / 60)} Minuten`;
  return `Zu viele Versuche. Bitte warten Sie ${time} und versuchen Sie es dann noch einmal.`;
}
