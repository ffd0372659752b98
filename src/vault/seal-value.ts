import { createCipheriv, createDecipheriv, hkdfSync, type KeyObject, randomBytes } from "node:crypto";
import { Tampered } from "./vault-errors.ts";

/** Where a ciphertext belongs. `version` is that of the value itself, so that an older text cannot be put back. */
export interface Binding {
  readonly tenant: string;
  readonly table: string;
  readonly column: string;
  readonly row: string;
  readonly version: number | string;
}

const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FRAME_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

const field = (text: string): string => `${Buffer.byteLength(text)}:${text},`;

/** Lengths stand before the fields, so that no two bindings share an encoding ("a","bc" and "ab","c"). */
const encodeBinding = (purpose: string, b: Binding): Buffer =>
  Buffer.from(`${purpose},${field(b.tenant)}${field(b.table)}${field(b.column)}${field(b.row)}${field(String(b.version))}`);

export function sealBytes(key: KeyObject, plaintext: string | Uint8Array, binding: Binding): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(encodeBinding("einklang-value-1", binding));
  const body = typeof plaintext === "string" ? cipher.update(plaintext, "utf8") : cipher.update(plaintext);
  return Buffer.concat([Buffer.of(FORMAT), nonce, body, cipher.final(), cipher.getAuthTag()]);
}

export function openBytes(key: KeyObject, sealed: Uint8Array, binding: Binding): Buffer {
  if (sealed.length < FRAME_BYTES || sealed[0] !== FORMAT) throw new Tampered();
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(1, 1 + NONCE_BYTES))
    .setAAD(encodeBinding("einklang-value-1", binding))
    .setAuthTag(sealed.subarray(end));
  const body = decipher.update(sealed.subarray(1 + NONCE_BYTES, end));
  try {
    decipher.final();
  } catch {
    throw new Tampered();
  }
  return body;
}

/** A key for one purpose and place, from a data key; gone with it. */
export const deriveBytes = (key: KeyObject, purpose: string, binding: Binding, salt: Uint8Array): Buffer =>
  Buffer.from(hkdfSync("sha256", key, salt, encodeBinding(`einklang-derive-1,${field(purpose)}`, binding), 32));
