import { createHash } from "node:crypto";
import type { App } from "../../http/index.ts";

/** Where a code leads, and how often it was used: each use makes another secret, so that none counts twice. */
export interface TicketPlace {
  readonly tenantId: string;
  readonly keyRef: string;
  readonly ticketId: string;
  readonly turn: number;
}

/**
 * Made from the key of the case, so that the page may show the code again while nothing was photographed, and the database
 * knows a hash alone. It dies with the key.
 */
export function photoSecret({ vault }: Pick<App, "vault">, { tenantId, keyRef, ticketId, turn }: TicketPlace): string {
  const binding = { tenant: tenantId, table: "photo_tickets", column: "token_hash", row: ticketId, version: turn };
  return vault.deriveKey(keyRef, "photo ticket", binding, Buffer.from(ticketId)).toString("base64url");
}

export const hashOfSecret = (secret: string): Buffer => createHash("sha256").update(secret).digest();

export const phoneAddress = (secret: string): string => `/foto/${secret}`;
