import { createHmac, randomBytes } from "node:crypto";
import * as OTPAuth from "otpauth";
import QRCode from "qrcode";
import type { App } from "../../http/index.ts";
import { openText, sealText } from "./sealed-text.ts";

const PERIOD = 30;

/** A new secret of 160 bits, as apps take it: letters and digits of base32. */
export const newTotpSecret = (): string => new OTPAuth.Secret({ size: 20 }).base32;

const totpOf = (secret: string, label: string): OTPAuth.TOTP =>
  new OTPAuth.TOTP({ issuer: "Einklang", label, algorithm: "SHA1", digits: 6, period: PERIOD, secret: OTPAuth.Secret.fromBase32(secret) });

export const totpAddress = (secret: string, email: string): string => totpOf(secret, email).toString();

/** The step (half minute since 1970) that the code belongs to; null where it fits none from one before to one after. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const digits = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) return null;
  const delta = totpOf(secret, "").validate({ token: digits, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD) + delta;
}

interface Whose {
  readonly tenantId: string;
  readonly accountId: string;
}
const binding = ({ tenantId, accountId }: Whose): string => `${tenantId} ${accountId}`;
export const sealTotpSecret = (app: Pick<App, "vault">, whose: Whose, secret: string): Buffer => sealText(app, "totp", secret, binding(whose));
export const openTotpSecret = (app: Pick<App, "vault">, whose: Whose, sealed: Buffer): string | null => openText(app, "totp", sealed, binding(whose));

const ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

/** Ten codes of ten letters and digits (49 bits each), without signs that look alike; each counts once. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => {
    const letters = Array.from({ length: 10 }, () => ALPHABET[uniform(ALPHABET.length)]!);
    return `${letters.slice(0, 5).join("")}-${letters.slice(5).join("")}`;
  });
}
function uniform(below: number): number {
  for (;;) {
    const byte = randomBytes(1)[0]!;
    if (byte < 256 - (256 % below)) return byte % below;
  }
}

/** Keyed with a secret outside the database: 49 bits would not withstand guessing against a stolen plain hash. */
export const recoveryHash = (app: Pick<App, "vault">, whose: Whose, code: string): Buffer =>
  createHmac("sha256", app.vault.installationSecret("accounts recovery code")).update(`${binding(whose)} ${code.toLowerCase().replace(/[^a-z0-9]/g, "")}`).digest();

export const looksLikeRecoveryCode = (code: string): boolean => code.toLowerCase().replace(/[^a-z0-9]/g, "").length === 10;

export interface QrPicture {
  /** side in modules, quiet zone included */
  readonly size: number;
  /** one SVG path of all dark modules */
  readonly path: string;
}

/** As a path rather than a picture file: it needs no script, no style and no second request. */
export function qrPicture(text: string): QrPicture {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const quiet = 4;
  let path = "";
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) if (modules.get(y, x)) path += `M${x + quiet} ${y + quiet}h1v1h-1z`;
  }
  return { size: modules.size + 2 * quiet, path };
}
