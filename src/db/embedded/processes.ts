import { readFileSync, readdirSync, readlinkSync } from "node:fs";

/** The fields of /proc/<pid>/stat behind the name, which may itself hold spaces and brackets. */
function statOf(pid: number): string[] | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ");
  } catch {
    return null;
  }
}

/** Whether it runs; an ended process that nobody collected (zombie) does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return statOf(pid)?.[0] !== "Z";
}

/** The process together with when it started: numbers are given out again, this pair is not (where /proc exists). */
export const nameOfProcess = (pid: number): string => `${pid}-${statOf(pid)?.[19] ?? ""}`;

/** Processes whose current directory is this folder: a PostgreSQL server and all its children sit in their data folder. */
export function processesIn(folder: string): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => {
      if (!(pid > 0)) return false;
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === folder;
      } catch {
        return false;
      }
    });
}
