import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { userInfo } from "node:os";
import { EmbeddedProblem, orOwnServer } from "./embedded-problem.ts";

/** PostgreSQL refuses to run as root: started by root, it runs as `nobody`. */
const NOBODY = 65_534;

export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
  /** we are root and start the server as somebody else */
  readonly isOther: boolean;
  /** names in the operating system that may sign in to the database as its owner */
  readonly trustedNames: readonly string[];
}

/** Who runs the server: we ourselves; where we are root, the folder's present owner or else `nobody`. */
export function serverUserFor(dataDir: string): ServerUser {
  const self = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const name = nameOf(self.uid);
  if (self.uid !== 0) return { ...self, isOther: false, trustedNames: ["root", name] };
  const owner = statSync(dataDir, { throwIfNoEntry: false });
  const other = owner === undefined || owner.uid === 0 ? { uid: NOBODY, gid: NOBODY } : { uid: owner.uid, gid: owner.gid };
  return { ...other, isOther: true, trustedNames: [name] };
}

function nameOf(uid: number): string {
  try {
    return userInfo().username;
  } catch {
    throw new EmbeddedProblem(
      `Das Benutzerkonto ${uid} hat keinen Eintrag in /etc/passwd; damit läuft das eingebettete PostgreSQL nicht. ` +
        `Starten Sie unter einem eingetragenen Konto. ${orOwnServer}`,
    );
  }
}

/** For spawn: as that user, in a directory everybody can enter, with nothing of our environment. */
export const spawnAs = (user: ServerUser, libraries: string) => ({
  ...(user.isOther ? { uid: user.uid, gid: user.gid } : {}),
  cwd: "/",
  env: { LC_ALL: "C", TZ: "UTC", PATH: "/usr/bin:/bin", LD_LIBRARY_PATH: libraries },
});

/** Tried rather than computed from modes: access lists and mounts count too. */
export function canReach(user: ServerUser, path: string): boolean {
  if (!user.isOther) return true;
  const { uid, gid } = user;
  return spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", path], { uid, gid, cwd: "/", stdio: "ignore" }).status === 0;
}
