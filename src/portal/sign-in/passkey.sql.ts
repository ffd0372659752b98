import type { ReadTx, WriteTx } from "../../db/index.ts";

/** Opening with the telephone: what the portal's login may ask. Nothing in it is secret but what a browser holds as a cookie. */
export const keepChallenge = (tx: WriteTx, holder: Buffer, challenge: Buffer): Promise<unknown> => tx.query("select app.portal_keep_challenge($1, $2)", [holder, challenge]);
export const takeChallenge = async (tx: WriteTx, holder: Buffer): Promise<Buffer | null> => (await tx.get<{ c: Buffer | null }>("select app.portal_take_challenge($1) as c", [holder])).c;

export interface FoundPasskey { readonly tenant_id: string; readonly passkey_id: string; readonly public_key: Buffer; readonly transports: string[] }
export const findPasskey = (tx: ReadTx, credential: Buffer): Promise<FoundPasskey | undefined> => tx.find<FoundPasskey>("select * from app.portal_find_passkey($1)", [credential]);
export const countPasskeyTry = async (tx: WriteTx, credential: Buffer, who: Buffer, free: number): Promise<number> => (await tx.get<{ wait: number }>("select app.portal_passkey_attempt($1, $2, $3) as wait", [credential, who, free])).wait;
export const forgetPasskeyTries = (tx: WriteTx, credential: Buffer, who: Buffer): Promise<unknown> => tx.query("select app.portal_forget_passkey_attempts($1, $2)", [credential, who]);

export interface PasskeySession { readonly credential: Buffer; readonly publicKey: Buffer; readonly counter: number; readonly id: string; readonly hash: Buffer; readonly idleMinutes: number; readonly hours: number }
export type PasskeyOutcome = "opened" | "unknown" | "counter" | "frozen" | "ended" | "expired" | "invited";
export const insertPasskeySession = async (tx: WriteTx, s: PasskeySession): Promise<PasskeyOutcome> =>
  (await tx.get<{ o: PasskeyOutcome }>("select app.portal_open_by_passkey($1, $2, $3, $4, $5, make_interval(mins => $6), make_interval(hours => $7)) as o", [s.credential, s.publicKey, s.counter, s.id, s.hash, s.idleMinutes, s.hours])).o;

export interface OwnPasskey { readonly id: string; readonly number: number; readonly created_at: Date; readonly last_used_at: Date | null; readonly credential_id: Buffer; readonly transports: string[] }
export const listPasskeys = (tx: ReadTx): Promise<OwnPasskey[]> => tx.query<OwnPasskey>("select * from app.portal_passkeys_of()");
export interface BegunPasskey { readonly challenge: Buffer; readonly passkey_id: string; readonly number: number }
export const beginPasskey = async (tx: WriteTx, b: BegunPasskey): Promise<boolean> => (await tx.get<{ ok: boolean }>("select app.portal_begin_passkey($1, $2, $3) as ok", [b.challenge, b.passkey_id, b.number])).ok;
export const takeBegunPasskey = (tx: WriteTx): Promise<BegunPasskey | undefined> => tx.find<BegunPasskey>("select * from app.portal_take_begun_passkey()");
export interface NewPasskey { readonly id: string; readonly number: number; readonly credential: Buffer; readonly publicKey: Buffer; readonly counter: number; readonly transports: readonly string[] }
export const insertPasskey = async (tx: WriteTx, p: NewPasskey): Promise<boolean> =>
  (await tx.get<{ ok: boolean }>("select app.portal_add_passkey($1, $2, $3, $4, $5, $6) as ok", [p.id, p.credential, p.publicKey, p.counter, p.transports, p.number])).ok;
export const removePasskey = async (tx: WriteTx, id: string): Promise<boolean> => (await tx.get<{ ok: boolean }>("select app.portal_remove_passkey($1) as ok", [id])).ok;
