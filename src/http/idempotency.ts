import { createHmac } from "node:crypto";
import type { WriteTx } from "../db/index.ts";
import { Refused } from "../kernel/errors.ts";
import type { Asking } from "./route.ts";
import type { Session } from "./session.ts";

export interface Replay {
  readonly status: number;
  readonly location: string | null;
  readonly resultId: string | null;
}

const KEY = /^[\w.:-]{8,100}$/;

/**
 * Claims the key for this write. Returns null where it is new, or what the first attempt answered. A second attempt at the
 * same moment waits for the first one's commit, because both insert the same key.
 */
export async function claimKey(tx: WriteTx, { app, session }: Pick<Asking, "app" | "session">, key: string, route: string, request: unknown): Promise<Replay | null> {
  if (!KEY.test(key)) throw new Refused([{ code: "idempotency-key-invalid", sentence: "Der Schlüssel gegen doppeltes Absenden ist ungültig: 8 bis 100 Zeichen aus Buchstaben, Ziffern und . : _ -." }]);
  // under a key that is not in the database: whoever has a copy of it could else guess what was typed, word by word
  const hash = createHmac("sha256", app.vault.installationSecret("idempotency")).update(JSON.stringify([session.tenantId, session.accountId, request])).digest();
  const inserted = await tx.run(
    `insert into app.idempotency_keys (tenant_id, account_id, key, route, request_hash) values ($1, $2, $3, $4, $5)
     on conflict (tenant_id, account_id, key) do nothing`,
    [session.tenantId, session.accountId, key, route, hash],
  );
  if (inserted === 1) return null;
  const before = await tx.get<{ route: string; request_hash: Buffer; status: number | null; location: string | null; result_id: string | null }>(
    "select route, request_hash, status, location, result_id from app.idempotency_keys where tenant_id = $1 and account_id = $2 and key = $3",
    [session.tenantId, session.accountId, key],
  );
  if (before.route !== route || !before.request_hash.equals(hash)) {
    throw new Refused([{ code: "idempotency-key-reused", sentence: "Dieser Schlüssel wurde schon für eine andere Eingabe benutzt. Bitte laden Sie die Seite neu und speichern Sie noch einmal." }]);
  }
  return { status: before.status ?? 303, location: before.location, resultId: before.result_id };
}

export async function keepAnswer(tx: WriteTx, session: Session, key: string, answer: Replay): Promise<void> {
  await tx.run(
    "update app.idempotency_keys set status = $4, location = $5, result_id = $6 where tenant_id = $1 and account_id = $2 and key = $3",
    [session.tenantId, session.accountId, key, answer.status, answer.location, answer.resultId],
  );
}
