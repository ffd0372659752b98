import { open } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "./durable-file.ts";
import { batchFileName, zeroSlots } from "./key-batch.ts";
import { type KeyRef, parseKeyRef } from "./key-ref.ts";
import { KeyMissing } from "./vault-errors.ts";

function slotsByBatch(refs: Iterable<KeyRef>): Map<string, Set<number>> {
  const byBatch = new Map<string, Set<number>>();
  for (const ref of refs) {
    const parsed = parseKeyRef(ref);
    if (parsed === null) continue;
    const slots = byBatch.get(parsed.batch);
    if (slots === undefined) byBatch.set(parsed.batch, new Set([parsed.slot]));
    else slots.add(parsed.slot);
  }
  return byBatch;
}

/** Zeroes without waiting for the disk. A batch that is not there holds nothing to destroy. */
export function zeroOnDisk(dir: string, refs: Iterable<KeyRef>): void {
  for (const [batch, slots] of slotsByBatch(refs)) zeroIfThere(dir, batch, slots);
}

/** Zeroes and syncs; returns how many batches still held a key that should have been gone. */
export async function destroyOnDisk(dir: string, refs: Iterable<KeyRef>): Promise<number> {
  let revived = 0;
  for (const [batch, slots] of slotsByBatch(refs)) {
    const found = zeroIfThere(dir, batch, slots);
    if (found === null) continue;
    if (found) revived += 1;
    // Synced even where zeros were found: whoever wrote them may not have synced.
    await using file = await open(join(dir, batchFileName(batch)), "r+");
    await file.sync();
  }
  return revived;
}

function zeroIfThere(dir: string, batch: string, slots: Iterable<number>): boolean | null {
  try {
    return zeroSlots(dir, batch, slots);
  } catch (error) {
    if (error instanceof KeyMissing || errorCode(error) === "ENOENT") return null;
    throw error;
  }
}
