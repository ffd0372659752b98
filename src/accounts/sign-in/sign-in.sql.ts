import type { WriteTx } from "../../db/index.ts";

export interface SignInTenant {
  readonly id: string;
  readonly name: string;
  readonly is_demo: boolean;
}
export const listSignInTenants = (tx: WriteTx): Promise<SignInTenant[]> => tx.query("select * from app.sign_in_tenants()");

export interface DemoAccount {
  readonly tenant_id: string;
  readonly tenant_name: string;
  readonly account_id: string;
  readonly title: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly job_title: string;
  readonly organisation: string;
  readonly roles: readonly string[];
  readonly room_name: string | null;
}
export const listDemoAccounts = (tx: WriteTx): Promise<DemoAccount[]> => tx.query("select * from app.sign_in_demo_accounts()");

export interface FoundAccount {
  readonly account_id: string;
  readonly password_hash: string | null;
  readonly totp_sealed: Buffer | null;
  readonly totp_confirmed: boolean;
}
export const findSignIn = (tx: WriteTx, tenantId: string, email: string): Promise<FoundAccount | undefined> =>
  tx.find("select * from app.sign_in_find($1, $2)", [tenantId, email]);

/** Seconds to wait; 0 where the attempt counts. `free` attempts in 15 minutes wait for nothing. */
export async function countAttempt(tx: WriteTx, tenantId: string, subject: Buffer, free: number): Promise<number> {
  return (await tx.get<{ wait: number }>("select app.sign_in_attempt($1, $2, $3) as wait", [tenantId, subject, free])).wait;
}
export const forgetAttempts = (tx: WriteTx, tenantId: string, subject: Buffer): Promise<unknown> => tx.query("select app.sign_in_forget_failures($1, $2)", [tenantId, subject]);
export async function pruneAttempts(tx: WriteTx): Promise<number> {
  return (await tx.get<{ n: number }>("select app.sign_in_prune_failures() as n")).n;
}

/** false where the code of this step was used before */
export async function takeTotpStep(tx: WriteTx, tenantId: string, accountId: string, step: number): Promise<boolean> {
  return (await tx.get<{ ok: boolean }>("select app.sign_in_use_totp_step($1, $2, $3) as ok", [tenantId, accountId, step])).ok;
}
export async function takeRecoveryCode(tx: WriteTx, tenantId: string, accountId: string, hash: Buffer): Promise<boolean> {
  return (await tx.get<{ ok: boolean }>("select app.sign_in_use_recovery_code($1, $2, $3) as ok", [tenantId, accountId, hash])).ok;
}

export interface NewSession {
  readonly tenantId: string;
  readonly accountId: string;
  readonly sessionId: string;
  readonly secretHash: Buffer;
  readonly idleMinutes: number;
  readonly hours: number;
}
const sessionValues = (s: NewSession): unknown[] => [s.tenantId, s.accountId, s.sessionId, s.secretHash, `${s.idleMinutes} minutes`, `${s.hours} hours`];
export async function insertSession(tx: WriteTx, session: NewSession): Promise<boolean> {
  return (await tx.get<{ ok: boolean }>("select app.sign_in_open_session($1, $2, $3, $4, $5::interval, $6::interval) as ok", sessionValues(session))).ok;
}
/** As insertSession, for a program that carries the secret itself. */
export async function insertApiSession(tx: WriteTx, session: NewSession): Promise<boolean> {
  return (await tx.get<{ ok: boolean }>("select app.sign_in_open_session($1, $2, $3, $4, $5::interval, $6::interval, 'api') as ok", sessionValues(session))).ok;
}
/** As insertSession, and only in a tenant that is a demo. */
export async function insertDemoSession(tx: WriteTx, session: NewSession): Promise<boolean> {
  return (await tx.get<{ ok: boolean }>("select app.sign_in_open_demo_session($1, $2, $3, $4, $5::interval, $6::interval) as ok", sessionValues(session))).ok;
}

export interface Invitation {
  readonly account_id: string;
  readonly kind: "invitation" | "recovery" | "first_administrator";
  readonly email: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly organisation: string;
  readonly tenant_name: string;
  readonly is_demo: boolean;
  readonly resets_second_factor: boolean;
}
export const findInvitation = (tx: WriteTx, tenantId: string, hash: Buffer): Promise<Invitation | undefined> =>
  tx.find("select * from app.sign_in_find_invitation($1, $2)", [tenantId, hash]);

/** Uses the link up and sets the password; undefined where somebody used it meanwhile. */
export const acceptInvitation = (tx: WriteTx, tenantId: string, hash: Buffer, passwordHash: string): Promise<{ account_id: string; email: string; has_second_factor: boolean } | undefined> =>
  tx.find("select * from app.sign_in_accept_invitation($1, $2, $3)", [tenantId, hash, passwordHash]);
