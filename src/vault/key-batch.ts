import { createHash, randomBytes } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import { newId } from "../kernel/id.ts";
import { errorCode, placeFile, syncDirectory } from "./durable-file.ts";
import { SLOTS_PER_BATCH } from "./key-ref.ts";
import { KeyMissing, VaultUnusable } from "./vault-errors.ts";

export const KEY_BYTES = 32;
const HEADER_BYTES = 64;
const MAGIC = Buffer.from("EKKEYS1\n", "latin1");
const NO_KEY = Buffer.alloc(KEY_BYTES);

export const batchFileName = (batch: string): string => `${batch}.keys`;

/** 8 magic · 2 version · 2 slots · 16 batch uuid · 4 zero · 32 SHA-256 of the preceding 32 bytes. */
function header(batch: string): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(bytes, 0);
  bytes.writeUInt16BE(1, 8);
  bytes.writeUInt16BE(SLOTS_PER_BATCH, 10);
  Buffer.from(batch.replaceAll("-", ""), "hex").copy(bytes, 12);
  createHash("sha256").update(bytes.subarray(0, 32)).digest().copy(bytes, 32);
  return bytes;
}

/** As it lies in a directory to which single keys are lent: no slot holds anything. */
export const emptyBatch = (batch: string): Buffer => Buffer.concat([header(batch), Buffer.alloc(SLOTS_PER_BATCH * KEY_BYTES)]);

/** Makes whole batches of fresh keys, durable when it returns; one directory sync for all of them. */
export function createBatches(dir: string, count: number): { batch: string; keys: Buffer }[] {
  const made = Array.from({ length: count }, () => {
    const batch = newId();
    const keys = randomBytes(SLOTS_PER_BATCH * KEY_BYTES);
    placeFile(dir, batchFileName(batch), Buffer.concat([header(batch), keys]));
    return { batch, keys };
  });
  if (count > 0) syncDirectory(dir);
  return made;
}

/** Null where the slot was zeroed. Throws KeyMissing without the file, VaultUnusable where it is not that batch. */
export function readSlot(dir: string, batch: string, slot: number): Buffer | null {
  const fd = openBatch(dir, batch, "r");
  try {
    const head = Buffer.alloc(HEADER_BYTES);
    const key = Buffer.alloc(KEY_BYTES);
    readSync(fd, head, 0, HEADER_BYTES, 0);
    const got = readSync(fd, key, 0, KEY_BYTES, offsetOf(slot));
    if (got !== KEY_BYTES || !head.equals(header(batch))) throw damaged(batch);
    return key.equals(NO_KEY) ? null : key;
  } finally {
    closeSync(fd);
  }
}

/** Overwrites the slots with zeros, not yet synced. True where any of them still held a key. */
export function zeroSlots(dir: string, batch: string, slots: Iterable<number>): boolean {
  const content = readFileSync(join(dir, batchFileName(batch)));
  const live = [...slots].filter((slot) => !content.subarray(offsetOf(slot), offsetOf(slot) + KEY_BYTES).equals(NO_KEY));
  if (live.length === 0) return false;
  const fd = openBatch(dir, batch, "r+");
  try {
    for (const slot of live) writeSync(fd, NO_KEY, 0, KEY_BYTES, offsetOf(slot));
  } finally {
    closeSync(fd);
  }
  return true;
}

export const offsetOf = (slot: number): number => HEADER_BYTES + slot * KEY_BYTES;

function openBatch(dir: string, batch: string, flags: string): number {
  try {
    return openSync(join(dir, batchFileName(batch)), flags);
  } catch (error) {
    if (errorCode(error) === "ENOENT") throw new KeyMissing();
    throw error;
  }
}

const damaged = (batch: string): VaultUnusable =>
  new VaultUnusable(`Die Schlüsseldatei ${batchFileName(batch)} ist beschädigt. Spielen Sie sie aus der Sicherung der Schlüssel zurück.`);
