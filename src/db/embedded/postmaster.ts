import { existsSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isAlive, processesIn } from "./processes.ts";

/** What a running server wrote down about itself. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly socketDir: string;
}

export function readPostmaster(place: string): Postmaster | null {
  const file = join(place, "postmaster.pid");
  if (!existsSync(file)) return null;
  const [pid = "", , , port = "", socketDir = ""] = readFileSync(file, "utf8").split("\n");
  // a server in its first moments has not written everything yet; one that was killed then never will
  return Number(pid) > 0 ? { pid: Number(pid), port: Number(port), socketDir } : null;
}

const hasProc = existsSync("/proc/self/cwd");

/** The server that runs on this folder, if one does: not some other process that was given its number since. */
export function runningPostmaster(place: string): Postmaster | null {
  const noted = readPostmaster(place);
  if (noted === null || !isAlive(noted.pid)) return null;
  return !hasProc || processesIn(realpathSync(place)).includes(noted.pid) ? noted : null;
}

/**
 * PostgreSQL recovers from its own stale note, except where the number in it now belongs to another process: there
 * it refuses for ever. The note goes only when nothing sits in the folder any more: children outlive a killed server.
 */
export function clearStaleNote(place: string): void {
  const noted = readPostmaster(place);
  if (!hasProc || noted === null || !isAlive(noted.pid)) return;
  if (processesIn(realpathSync(place)).length === 0) rmSync(join(place, "postmaster.pid"), { force: true });
}
