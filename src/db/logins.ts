import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Roles are per cluster, databases are many: each database has roles of its own, named after it. */
export interface RoleNames {
  readonly owner: string;
  readonly staff: string;
  readonly web_staff: string;
  readonly auth: string;
  readonly jobs: string;
  /** what the jobs login takes on for the work of one job: the staff's rows, and none of the queue's */
  readonly job_work: string;
  /** the person's own page: may call the functions named portal_ and nothing else */
  readonly portal: string;
}

export const roleNames = (database: string, owner: string): RoleNames => ({
  owner,
  staff: `${database}_staff`,
  web_staff: `${database}_web_staff`,
  auth: `${database}_web_auth`,
  jobs: `${database}_jobs`,
  job_work: `${database}_job_work`,
  portal: `${database}_web_portal`,
});

export const LOGINS = ["web_staff", "auth", "jobs", "portal"] as const;
export type Login = (typeof LOGINS)[number];
export type LoginPasswords = Readonly<Record<Login, string>>;

const fileIn = (keyDir: string, database: string): string => join(keyDir, `logins-${database}.json`);

/** The generated passwords of the logins lie with the keys, since whoever has both has everything. */
export function readLoginPasswords(keyDir: string, database: string): LoginPasswords | null {
  const file = fileIn(keyDir, database);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as LoginPasswords) : null;
}

/** Those that are there stay; a login that came with a new version gets its own. */
export function completeLoginPasswords(keyDir: string, database: string): LoginPasswords {
  const known: Partial<Record<Login, string>> = readLoginPasswords(keyDir, database) ?? {};
  if (LOGINS.every((login) => known[login] !== undefined)) return known as LoginPasswords;
  const made = Object.fromEntries(LOGINS.map((l) => [l, known[l] ?? randomBytes(24).toString("base64url")])) as Record<Login, string>;
  const file = fileIn(keyDir, database);
  const half = `${file}.${process.pid}`;
  writeFileSync(half, JSON.stringify(made), { mode: 0o600, flush: true });
  chmodSync(half, 0o600);
  renameSync(half, file);
  return made;
}
