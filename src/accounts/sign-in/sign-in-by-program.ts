import type { Visitor } from "../../http/index.ts";
import { isPassword } from "../secrets/password-hash.ts";
import { isCode, openSession, WRONG, WRONG_CODE } from "./sign-in.ts";
import { findSignIn, insertApiSession } from "./sign-in.sql.ts";
import { attempt, strangersSubject, succeeded, throttleSubject, waitSentence } from "./throttle.ts";

export interface ProgramTyped {
  readonly tenantId: string;
  readonly email: string;
  readonly password: string;
  readonly code: string | null;
}
export type ProgramOutcome = { readonly ok: true; readonly secret: string } | { readonly ok: false; readonly code: string; readonly sentence: string };
const failed = (code: string, sentence: string): ProgramOutcome => ({ ok: false, code, sentence });

/** Both steps in one request, counted and answered as at the browser: who guesses here waits there, and learns no more. */
export async function signInByProgram(visitor: Visitor, typed: ProgramTyped): Promise<ProgramOutcome> {
  const { app } = visitor;
  const { tenantId } = typed;
  const email = typed.email.trim().toLowerCase();
  const subject = throttleSubject(visitor, tenantId, email, "password");
  const wait = await attempt(app, tenantId, subject);
  if (wait > 0) return failed("wait", waitSentence(wait));
  const found = await app.db.signIn((tx) => findSignIn(tx, tenantId, email));
  const fits = await isPassword(found?.password_hash, typed.password);
  if (!fits || found === undefined) return failed("sign-in-refused", WRONG);
  await succeeded(app, tenantId, subject);
  const whose = { tenantId, accountId: found.account_id };
  if (found.totp_confirmed) {
    if (typed.code === null) return failed("second-factor-needed", "Das Passwort stimmt. Bitte senden Sie auch den Code Ihrer App.");
    const wrong = await refuseCode(visitor, whose, email, found.totp_sealed, typed.code);
    if (wrong !== null) return wrong;
  }
  const secret = await openSession(app, whose, insertApiSession);
  return secret === null ? failed("sign-in-refused", WRONG) : { ok: true, secret };
}

async function refuseCode(visitor: Visitor, whose: { tenantId: string; accountId: string }, email: string, sealed: Buffer | null, code: string): Promise<ProgramOutcome | null> {
  const { app } = visitor;
  const subject = throttleSubject(visitor, whose.tenantId, email, "code");
  const strangers = strangersSubject(visitor, whose.tenantId, email);
  const wait = (await attempt(app, whose.tenantId, subject)) || (strangers === null ? 0 : await attempt(app, whose.tenantId, strangers, 100));
  if (wait > 0) return failed("wait", waitSentence(wait));
  if (sealed === null || !(await isCode(visitor, whose, sealed, code))) return failed("code-refused", WRONG_CODE);
  await succeeded(app, whose.tenantId, subject);
  return null;
}
