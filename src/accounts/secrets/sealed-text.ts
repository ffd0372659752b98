import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { App } from "../../http/index.ts";

/** What a sealed text is for; a text sealed for one thing opens for no other. */
export type SealPurpose = "totp" | "sign-in-step" | "enrolment" | "known-device";

const keyOf = (app: Pick<App, "vault">, purpose: SealPurpose): Buffer => app.vault.installationSecret(`accounts ${purpose}`);

/** AES-256-GCM under a secret of the installation: for what belongs to an account and to no person or case. */
export function sealText(app: Pick<App, "vault">, purpose: SealPurpose, text: string, boundTo: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(app, purpose), nonce).setAAD(Buffer.from(boundTo));
  return Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
}

/** null where it was changed, sealed for something else, or never sealed here */
export function openText(app: Pick<App, "vault">, purpose: SealPurpose, sealed: Buffer, boundTo: string): string | null {
  if (sealed.length < 29) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyOf(app, purpose), sealed.subarray(0, 12)).setAAD(Buffer.from(boundTo)).setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
