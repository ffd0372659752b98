import { createCipheriv, createDecipheriv } from "node:crypto";

export const CHUNK_BYTES = 65_536;
export const TAG_BYTES = 16;
export const SALT_BYTES = 16;
const MAGIC = Buffer.from("EKFILE1\n", "latin1");
export const HEAD_BYTES = MAGIC.length + SALT_BYTES;

/** The stored bytes are not what was written there: changed, cut, swapped, or another file's. */
export class FileDamaged extends Error {
  constructor() {
    super("stored file is damaged");
  }
}

export const makeHead = (salt: Uint8Array): Buffer => Buffer.concat([MAGIC, salt]);

export function saltOf(head: Buffer): Buffer {
  if (head.length !== HEAD_BYTES || !head.subarray(0, MAGIC.length).equals(MAGIC)) throw new FileDamaged();
  return head.subarray(MAGIC.length);
}

function nonce(index: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUIntBE(index, 5, 6);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

export function sealChunk(key: Buffer, head: Buffer, index: number, last: boolean, plain: Uint8Array): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, nonce(index, last)).setAAD(head);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

export function openChunk(key: Buffer, head: Buffer, index: number, last: boolean, sealed: Buffer): Buffer {
  if (sealed.length < TAG_BYTES) throw new FileDamaged();
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv("aes-256-gcm", key, nonce(index, last)).setAAD(head).setAuthTag(sealed.subarray(end));
  const plain = decipher.update(sealed.subarray(0, end));
  try {
    decipher.final();
  } catch {
    throw new FileDamaged();
  }
  return plain;
}
