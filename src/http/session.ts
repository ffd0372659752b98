import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { ReadTx, SessionSecret } from "../db/index.ts";

/** Whoever is signed in, as the database sees it at this request. Roles are those in force now. */
export interface Session {
  readonly id: string;
  readonly tenantId: string;
  readonly tenantName: string;
  readonly isDemo: boolean;
  readonly accountId: string;
  readonly roomId: string | null;
  readonly roomName: string | null;
  readonly roomKind: string | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly organisation: string;
  readonly roles: readonly string[];
  readonly kind: "browser" | "api" | "token" | "job";
  readonly scopes: readonly string[];
  readonly shortcuts: boolean;
  readonly needsTouch: boolean;
  readonly needsSecondFactor: boolean;
}

export const SESSION_COOKIE = "einklang";

/** A new secret: the tenant it belongs to, and 256 random bits. */
export const newSessionSecret = (tenantId: string): SessionSecret =>
  `${tenantId}.${randomBytes(32).toString("base64url")}` as SessionSecret;

const SECRET = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[A-Za-z0-9_-]{43}$/;
export const parseSessionSecret = (text: string | undefined): SessionSecret | null =>
  text !== undefined && SECRET.test(text) ? (text as SessionSecret) : null;

/** What the database keeps of a secret. */
export const secretHash = (secret: string): Buffer => createHash("sha256").update(secret).digest();

/** Bound to the session: a form of another session, or of none, does not carry it. */
export const csrfToken = (secret: SessionSecret): string => createHmac("sha256", secret).update("csrf").digest("base64url");
export function isCsrfToken(secret: SessionSecret, given: unknown): boolean {
  if (typeof given !== "string") return false;
  const want = Buffer.from(csrfToken(secret));
  const got = Buffer.from(given);
  return want.length === got.length && timingSafeEqual(want, got);
}

interface SessionRow {
  session_id: string;
  tenant_id: string;
  tenant_name: string;
  is_demo: boolean;
  account_id: string;
  room_id: string | null;
  room_name: string | null;
  room_kind: string | null;
  given_name: string;
  family_name: string;
  organisation: string;
  roles: string[];
  kind: "browser" | "api" | "token" | null;
  scopes: string[] | null;
  shortcuts: boolean;
  needs_touch: boolean | null;
  needs_second_factor: boolean;
}

/** The account that a secret belongs to or belonged to, also where the session has ended; proves nothing about rights. */
export const accountOfSecret = async (tx: ReadTx): Promise<string> => (await tx.get<{ id: string | null }>("select app.whose_secret() as id")).id ?? "";

/** The session of this transaction; NotSignedIn where it ended, the account is disabled or the secret is wrong. */
export async function loadSession(tx: ReadTx): Promise<Session> {
  const row = await tx.get<SessionRow>("select * from app.own_session()");
  return {
    id: row.session_id,
    tenantId: row.tenant_id,
    tenantName: row.tenant_name,
    isDemo: row.is_demo,
    accountId: row.account_id,
    roomId: row.room_id,
    roomName: row.room_name,
    roomKind: row.room_kind,
    givenName: row.given_name,
    familyName: row.family_name,
    organisation: row.organisation,
    roles: row.roles,
    kind: row.kind ?? "job",
    scopes: row.scopes ?? ["read", "write"],
    shortcuts: row.shortcuts,
    needsTouch: row.needs_touch ?? false,
    needsSecondFactor: row.needs_second_factor,
  };
}
