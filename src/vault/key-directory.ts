import { chmodSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { errorCode, sweepTemporary } from "./durable-file.ts";
import { VaultUnusable } from "./vault-errors.ts";

const OTHERS = 0o077;

/** Makes the directory where it is missing, closes an empty one, refuses one with content that others may read. */
export function prepareKeyDirectory(dir: string): { hasBatches: boolean } {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const names = readdirSync(dir);
    if (names.length === 0 && isOpenToOthers(dir)) chmodSync(dir, 0o700);
    if (isOpenToOthers(dir))
      throw new VaultUnusable(
        `Das Schlüsselverzeichnis ${dir} ist für andere Benutzer des Rechners lesbar. Schließen Sie es mit: chmod 700 '${dir}'`,
      );
    sweepTemporary(dir);
    return { hasBatches: names.some((name) => name.endsWith(".keys")) };
  } catch (error) {
    const code = errorCode(error);
    if (code === "EACCES" || code === "EPERM" || code === "EROFS" || code === "ENOTDIR" || code === "EEXIST")
      throw new VaultUnusable(`Das Schlüsselverzeichnis ${dir} kann nicht benutzt werden (${code}). Prüfen Sie Pfad, Eigentümer und Rechte (EINKLANG_KEY_DIR).`, { cause: error });
    throw error;
  }
}

const isOpenToOthers = (dir: string): boolean => (statSync(dir).mode & OTHERS) !== 0;
