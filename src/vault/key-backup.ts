import { existsSync } from "node:fs";
import { appendFile, copyFile, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { errorCode, syncDirectory } from "./durable-file.ts";
import { SECRET_FILE, SIGNING_FILE } from "./installation-secrets.ts";
import { VaultUnusable } from "./vault-errors.ts";

const LOG = "erasure.log";
const isKept = (name: string): boolean => name === SECRET_FILE || name === SIGNING_FILE || /^[0-9a-f-]{36}\.keys$/.test(name);

/** The log is copied last: a key destroyed while copying is then named in the copy's own log. */
export async function backupKeys(dir: string, target: string): Promise<void> {
  if (existsSync(target)) throw new VaultUnusable(`Das Ziel ${target} gibt es schon. Nennen Sie ein Verzeichnis, das noch nicht besteht.`);
  const unfinished = join(dirname(resolve(target)), `.${basename(target)}.unfinished`);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  try {
    for (const name of (await readdir(dir)).filter(isKept)) await copySynced(join(dir, name), join(unfinished, name));
    await copySynced(join(dir, LOG), join(unfinished, LOG));
    syncDirectory(unfinished);
    await rename(unfinished, target);
    syncDirectory(dirname(resolve(target)));
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Puts back what is missing in `dir`; what is there stays, and both erasure logs count together, so that no destroyed
 * key comes back. Run it with everything stopped, then openVault.
 */
export async function restoreKeys(backup: string, dir: string): Promise<{ restored: number }> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  // The log goes first: a restore that dies half-way must not leave keys without the list of those to purge.
  const log = await readIfThere(join(backup, LOG));
  if (log !== null) await appendFile(join(dir, LOG), `\n${log}\n`, { mode: 0o600, flush: true });
  const missing = (await readdir(backup)).filter((name) => isKept(name) && !existsSync(join(dir, name)));
  for (const name of missing) await copySynced(join(backup, name), join(dir, name));
  syncDirectory(dir);
  return { restored: missing.length };
}

async function copySynced(from: string, to: string): Promise<void> {
  // Named as sweepTemporary expects: a half-restored batch must not lie about unpurged.
  const unfinished = join(dirname(to), `.${basename(to)}.copy.tmp`);
  await copyFile(from, unfinished);
  {
    await using file = await open(unfinished, "r+");
    await file.chmod(0o600);
    await file.sync();
  }
  await rename(unfinished, to);
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}
