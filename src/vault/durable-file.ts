import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, openSync, readdirSync, renameSync, rmSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { VaultUnusable } from "./vault-errors.ts";

const TEMPORARY = /^\..*\.tmp$/;
const ABANDONED_AFTER_MS = 3_600_000;

export function syncDirectory(dir: string): void {
  const fd = openSync(dir, "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Writes and syncs the bytes under a temporary name; the caller renames or links it. Leaves nothing when it fails. */
function writeTemporary(dir: string, name: string, bytes: Uint8Array): string {
  const path = join(dir, `.${name}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    const fd = openSync(path, "wx", 0o600);
    try {
      writeFileSync(fd, bytes);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    return path;
  } catch (error) {
    rmSync(path, { force: true });
    throw asUnusable(error);
  }
}

/** The file is there whole or not at all. The directory is not synced: call syncDirectory before relying on it. */
export function placeFile(dir: string, name: string, bytes: Uint8Array): void {
  renameSync(writeTemporary(dir, name, bytes), join(dir, name));
}

/** As placeFile, but the first of several processes wins and the others' bytes are dropped; synced. */
export function placeFileOnce(dir: string, name: string, bytes: Uint8Array): void {
  const temporary = writeTemporary(dir, name, bytes);
  try {
    linkSync(temporary, join(dir, name));
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  } finally {
    unlinkSync(temporary);
  }
  syncDirectory(dir);
}

/** Removes what a crash left half-written. Young ones stay: another process may be writing them now. */
export function sweepTemporary(dir: string, now: number = Date.now()): void {
  for (const name of readdirSync(dir)) {
    if (!TEMPORARY.test(name)) continue;
    const stat = statSync(join(dir, name), { throwIfNoEntry: false });
    if (stat !== undefined && now - stat.mtimeMs > ABANDONED_AFTER_MS) rmSync(join(dir, name), { force: true });
  }
}

export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;

function asUnusable(error: unknown): unknown {
  const code = errorCode(error);
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG")
    return new VaultUnusable("Der Datenträger der Schlüssel ist voll. Es wurde nichts gespeichert. Schaffen Sie dort Platz (EINKLANG_KEY_DIR).", { cause: error });
  if (code === "EROFS" || code === "EACCES" || code === "EPERM")
    return new VaultUnusable("In das Schlüsselverzeichnis darf nicht geschrieben werden. Prüfen Sie Eigentümer und Rechte (EINKLANG_KEY_DIR).", { cause: error });
  return error;
}
