import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nameOfProcess } from "./processes.ts";

/** A command beside the running product uses the same server; whoever leaves last turns it off. */
export interface Attendance {
  /** true where nobody else alive uses the server any more */
  leave(): boolean;
}

let arrivals = 0;

const folderOf = (place: string): string => `${place}.in-use`;

/** Whether a live process uses the server on this place. */
export const isInUse = (place: string): boolean => readdirSync(folderOf(place)).some((name) => isPresent(folderOf(place), name));

/** Written down beside the data folder, which belongs to the server's user and is no place for root to write. */
export function attend(place: string): Attendance {
  const folder = folderOf(place);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  arrivals += 1;
  const own = `${nameOfProcess(process.pid)}-${arrivals}`;
  writeFileSync(join(folder, own), "");
  return {
    leave() {
      rmSync(join(folder, own), { force: true });
      return !isInUse(place);
    },
  };
}

/** Forgets those that were killed before they could leave. */
function isPresent(folder: string, name: string): boolean {
  const process = name.slice(0, name.lastIndexOf("-"));
  if (nameOfProcess(Number.parseInt(name, 10)) === process) return true;
  rmSync(join(folder, name), { force: true });
  return false;
}
