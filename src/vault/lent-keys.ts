import { closeSync, existsSync, fsyncSync, openSync, readdirSync, writeSync } from "node:fs";
import { join } from "node:path";
import { placeFileOnce } from "./durable-file.ts";
import { batchFileName, emptyBatch, KEY_BYTES, offsetOf, readSlot } from "./key-batch.ts";
import { KeyDestroyed } from "./vault-errors.ts";
import { type KeyRef, makeKeyRef, parseKeyRef, SLOTS_PER_BATCH } from "./key-ref.ts";
import { zeroOnDisk } from "./zero-keys.ts";

/**
 * Some keys of one directory in another, under the same references: a process that has only that directory opens what these keys
 * sealed, and nothing else. Lending is undone by zeros in that directory alone; the key itself stays where it is.
 */
export function lendKeys(from: string, to: string, refs: readonly string[]): void {
  for (const ref of new Set(refs)) {
    const parsed = parseKeyRef(ref);
    if (parsed === null) throw new TypeError("not a key reference");
    const key = readSlot(from, parsed.batch, parsed.slot);
    if (key === null) throw new KeyDestroyed();
    if (!existsSync(join(to, batchFileName(parsed.batch)))) placeFileOnce(to, batchFileName(parsed.batch), emptyBatch(parsed.batch));
    const fd = openSync(join(to, batchFileName(parsed.batch)), "r+");
    try {
      writeSync(fd, key, 0, KEY_BYTES, offsetOf(parsed.slot));
      fsyncSync(fd);
    } finally {
      key.fill(0);
      closeSync(fd);
    }
  }
}

/** What is lent by now, read from the directory itself. */
export function lentKeys(to: string): KeyRef[] {
  const refs: KeyRef[] = [];
  for (const name of existsSync(to) ? readdirSync(to) : []) {
    if (!name.endsWith(".keys")) continue;
    const batch = name.slice(0, -5);
    for (let slot = 0; slot < SLOTS_PER_BATCH; slot += 1) {
      const key = readSlot(to, batch, slot);
      if (key === null) continue;
      key.fill(0);
      refs.push(makeKeyRef(batch, slot));
    }
  }
  return refs;
}

export function takeBackKeys(to: string, refs: readonly string[]): void {
  zeroOnDisk(to, refs.filter((ref): ref is KeyRef => parseKeyRef(ref) !== null));
}
