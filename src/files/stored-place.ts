import { constants } from "node:fs";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { isId, newId } from "../kernel/id.ts";

const SUFFIX = ".ekf";
const UNFINISHED = "unfinished";
const ABANDONED_AFTER_MS = 24 * 3_600_000;

export const newStoredName = (): string => `${newId()}${SUFFIX}`;

/** `<last two digits>/<stored name>`: the last digits are random, the first are the time. Guards against paths. */
export function placeOf(dir: string, storedName: string): { folder: string; path: string } {
  const id = storedName.slice(0, -SUFFIX.length);
  if (!storedName.endsWith(SUFFIX) || !isId(id)) throw new TypeError("not a stored name");
  const folder = join(dir, id.slice(-2));
  return { folder, path: join(folder, storedName) };
}

export async function unfinishedPath(dir: string, storedName: string): Promise<string> {
  const folder = join(dir, UNFINISHED);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return join(folder, `${storedName}.part`);
}

export async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder, constants.O_RDONLY);
  await handle.sync();
}

/** Removes uploads that a crash interrupted more than a day ago; returns how many. */
export async function sweepUnfinished(dir: string, now: number = Date.now()): Promise<number> {
  const folder = join(dir, UNFINISHED);
  let removed = 0;
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    if (now - (await stat(path)).mtimeMs < ABANDONED_AFTER_MS) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

/** Every stored name, for the job that looks for files whose row was never committed. */
export async function* listStored(dir: string): AsyncGenerator<string> {
  for (const shard of await namesIn(dir)) {
    if (!/^[0-9a-f]{2}$/.test(shard)) continue;
    for (const name of await namesIn(join(dir, shard))) if (name.endsWith(SUFFIX)) yield name;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
