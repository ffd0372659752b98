import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { EmbeddedProblem } from "./embedded-problem.ts";
import { canReach, type ServerUser } from "./server-user.ts";

/** Where a folder lies out of reach for the server's user (below a home of mode 0700), its data lie here. */
export const SYSTEM_FOLDER = "/var/lib/einklang";

/**
 * Where the database files lie: as asked, or in a folder of SYSTEM_FOLDER. The choice is written down beside the
 * asked folder: a home whose mode changes later must not make the data seem lost and a second, empty database appear.
 */
export function placeFor(asked: string, user: ServerUser): string {
  const dataDir = resolve(asked);
  makeFolder(dirname(dataDir));
  const note = `${dataDir}.liegt-woanders`;
  if (existsSync(note)) return notedPlace(note, dataDir);
  if (canReach(user, dirname(dataDir))) return dataDir;
  if (existsSync(join(dataDir, "PG_VERSION"))) {
    throw new EmbeddedProblem(
      `Die Datenbank liegt in ${dataDir}, aber das Konto, unter dem sie läuft (${user.uid}), kommt dort nicht mehr hin. ` +
        "Geben Sie den Ordnern darüber das Recht zum Durchgehen (chmod o+x).",
    );
  }
  const place = join(SYSTEM_FOLDER, createHash("sha256").update(dataDir).digest("hex").slice(0, 16), "postgres");
  makeFolder(dirname(place));
  writeFileSync(note, `${place}\n${dataDir}\n`);
  // for whoever finds the folder there and wonders
  writeFileSync(join(dirname(place), "belongs-to"), `${dataDir}\n`);
  return place;
}

function notedPlace(note: string, dataDir: string): string {
  const [place = "", writtenFor = ""] = readFileSync(note, "utf8").split("\n");
  if (writtenFor === dataDir) return place;
  throw new EmbeddedProblem(
    `Der Ordner ${writtenFor} wurde hierher (${dataDir}) verschoben oder kopiert; seine Datenbank liegt in ${place}. ` +
      `Verschoben: Ändern Sie die zweite Zeile von ${note} in ${dataDir}. Kopiert: Löschen Sie ${note}, dann beginnt eine leere Datenbank.`,
  );
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new EmbeddedProblem(`Der Ordner ${folder} lässt sich nicht anlegen: ${(error as Error).message}`);
  }
}
