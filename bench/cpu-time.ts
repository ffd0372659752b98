import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// of a clock that ticks a hundred times a second: right over a slice, not over a request
const MS_PER_TICK = 10;

interface Stat {
  readonly parent: number;
  readonly ms: number;
}
function statOf(pid: string): Stat | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ");
    return { parent: Number(fields[1]), ms: (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK };
  } catch {
    // ended between two looks
    return null;
  }
}

/** Milliseconds of a core that a process has used so far, all its threads together. */
export const cpuOf = (pid: number): number => statOf(String(pid))?.ms ?? 0;

/** The same for all server processes of PostgreSQL that are alive. */
export function cpuOfDatabase(dataDir: string): number {
  const postmaster = Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(statOf).reduce((sum, stat) => (stat?.parent === postmaster ? sum + stat.ms : sum), 0);
}
