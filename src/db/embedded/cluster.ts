import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, lchownSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Binaries } from "./binaries.ts";
import { EmbeddedProblem, orOwnServer } from "./embedded-problem.ts";
import { isAlive } from "./processes.ts";
import { type ServerUser, spawnAs } from "./server-user.ts";

export const SUPERUSER = "postgres";
export const OWNER = "einklang_owner";

/** Files of a database: made where there are none, checked where there are. */
export function ensureCluster(place: string, user: ServerUser, binaries: Binaries, durable: boolean): void {
  if (!existsSync(join(place, "PG_VERSION"))) create(place, user, binaries, durable);
  const found = Number.parseInt(readFileSync(join(place, "PG_VERSION"), "utf8"), 10);
  if (found !== binaries.major) {
    throw new EmbeddedProblem(
      `Die Datenbank in ${place} ist von PostgreSQL ${found}, mitgebracht wird PostgreSQL ${binaries.major}. ` +
        "Spielen Sie eine Sicherung in eine neue Datenbank ein, oder starten Sie die frühere Fassung von Einklang.",
    );
  }
  const { uid } = statSync(place);
  if (uid !== user.uid) {
    throw new EmbeddedProblem(
      `Die Datenbank in ${place} gehört dem Konto ${uid}; gestartet wurde unter ${process.getuid?.()}. ` +
        `Starten Sie unter demselben Konto wie beim ersten Mal, oder wählen Sie mit EINKLANG_DATA_DIR einen anderen Ordner. ${orOwnServer}`,
    );
  }
  // PostgreSQL refuses a folder that others may enter, and others have no business here
  chmodSync(place, 0o700);
}

/** Made aside and moved into place: a first start that is killed leaves nothing half made. */
function create(place: string, user: ServerUser, binaries: Binaries, durable: boolean): void {
  clearAside(place);
  const aside = `${place}.neu-${process.pid}`;
  mkdirSync(aside, { mode: 0o700 });
  if (user.isOther) chownSync(aside, user.uid, user.gid);
  // The builtin locale came with 17; before, the operating system's C.UTF-8 sorts the same.
  const locale =
    binaries.major >= 17 ? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : ["--locale=C.UTF-8"];
  const made = spawnSync(
    binaries.initdb,
    ["-D", aside, "-U", SUPERUSER, "-E", "UTF8", ...locale, "--auth=reject", "--no-instructions", ...(durable ? [] : ["--no-sync"])],
    { ...spawnAs(user, binaries.libraries), encoding: "utf8" },
  );
  if (made.status !== 0) {
    rmSync(aside, { recursive: true, force: true });
    const reason = made.error?.message ?? made.stderr.trim();
    throw new EmbeddedProblem(`Die Datenbank in ${place} ließ sich nicht anlegen: ${reason} ${orOwnServer}`);
  }
  try {
    renameSync(aside, place);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    // another start was quicker: its database is as good
    if (!existsSync(join(place, "PG_VERSION"))) {
      throw new EmbeddedProblem(`Der Ordner ${place} ist nicht leer und enthält keine Datenbank (${(error as Error).message}).`);
    }
  }
}

function clearAside(place: string): void {
  const prefix = `${basename(place)}.neu-`;
  for (const name of readdirSync(dirname(place))) {
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length)))) {
      rmSync(join(dirname(place), name), { recursive: true, force: true });
    }
  }
}

/**
 * Who may sign in: the operating system's account that starts Einklang as superuser and owner, without a password that
 * could leak; every other login by its password. Returns whether anything changed.
 */
export function writeAccess(place: string, user: ServerUser): boolean {
  const rules = [
    `local all ${SUPERUSER} peer map=einklang`,
    `local all ${OWNER} peer map=einklang`,
    "local all all scram-sha-256",
  ];
  const names = user.trustedNames.flatMap((name) => [SUPERUSER, OWNER].map((login) => `einklang "${name}" ${login}`));
  const changes = [
    writeIfChanged(join(place, "pg_hba.conf"), rules, user),
    writeIfChanged(join(place, "pg_ident.conf"), names, user),
  ];
  return changes.includes(true);
}

function writeIfChanged(file: string, lines: readonly string[], user: ServerUser): boolean {
  const text = `${lines.join("\n")}\n`;
  if (existsSync(file) && readFileSync(file, "utf8") === text) return false;
  // Root writes here into a folder of the server's user: never through a link that somebody put in the file's place.
  const draft = `${file}.neu`;
  rmSync(draft, { force: true });
  writeFileSync(draft, text, { mode: 0o600, flag: "wx" });
  if (user.isOther) lchownSync(draft, user.uid, user.gid);
  renameSync(draft, file);
  return true;
}
