// Whether the packages are there as package-lock.json names them, and bringing them where not.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./lock.mjs";

const NODE_MAJOR = 24;
const ownNode = `node_modules/node-${process.platform}-${process.arch}`;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * npm writes node_modules/.package-lock.json last, when everything is in place: it is missing after a broken-off
 * installation. Versions are compared, not dates: npm writes both files at the same moment in either order.
 * Without withDev, an installation with `npm ci --omit=dev` is complete.
 */
export function isInstalled(root, withDev) {
  const wanted = packagesIn(join(root, "package-lock.json"));
  const present = packagesIn(join(root, "node_modules", ".package-lock.json"));
  if (wanted === null) throw new Error(`Die Datei package-lock.json fehlt oder ist beschädigt (in ${root}).`);
  if (present === null) return false;
  // npm passes over an optional package that it could not fetch; our Node is optional only where another is new enough
  const needsNode = Number.parseInt(process.versions.node, 10) < NODE_MAJOR;
  return Object.entries(wanted).every(
    ([place, { version, integrity, optional, link, dev }]) =>
      place === "" ||
      (optional === true && !(needsNode && place === ownNode)) ||
      link === true ||
      (dev === true && !withDev) ||
      (present[place]?.version === version &&
        present[place]?.integrity === integrity &&
        existsSync(join(root, place, "package.json"))),
  );
}

/** The Node that came with the packages; the one that runs now where it is new enough and none came (not Linux). */
export function findNode(root) {
  const own = join(root, ownNode, "bin", "node");
  if (existsSync(own) && spawnSync(own, ["--version"]).status === 0) return own;
  if (Number.parseInt(process.versions.node, 10) >= NODE_MAJOR) return process.execPath;
  throw new Error(
    `Einklang braucht Node ${NODE_MAJOR}; hier läuft ${process.version}. Für dieses System ` +
      `(${process.platform}-${process.arch}) kam keines mit. Bitte Node ${NODE_MAJOR} installieren und neu starten.`,
  );
}

/** npm as npm itself names it where it started us; else the one on the path. */
function npmCommand() {
  const script = process.env.npm_execpath ?? "";
  return /npm-cli\.c?js$/.test(script) && existsSync(script) ? [process.execPath, [script]] : ["npm", []];
}

function npmCi(root) {
  const [command, before] = npmCommand();
  const args = [...before, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  return new Promise((resolve, reject) => {
    // no shell, so that spaces in the path mean nothing; npm's own lines go to stderr, answers of commands to stdout
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", 2, 2] });
    const pass = SIGNALS.map((signal) => [signal, () => child.kill(signal)]);
    for (const [signal, kill] of pass) process.on(signal, kill);
    child.on("error", (error) => reject(new Error(`npm lässt sich nicht starten: ${error.message}`)));
    child.on("exit", (code, signal) => {
      for (const [name, kill] of pass) process.removeListener(name, kill);
      if (code === 0) resolve(undefined);
      else reject(new Error(`Die Pakete ließen sich nicht installieren (npm ci endete mit ${code ?? signal}).`));
    });
  });
}

async function install(root, withDev) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  console.error("Pakete werden installiert (npm ci); das dauert beim ersten Mal etwa eine Minute …");
  const ticker = setInterval(() => console.error(`… noch dabei, ${seconds()} Sekunden`), 15_000);
  try {
    await npmCi(root);
  } finally {
    clearInterval(ticker);
  }
  if (!isInstalled(root, withDev)) throw new Error("npm ci lief durch, aber es fehlen Pakete. Bitte node_modules löschen und neu starten.");
  console.error(`Pakete sind da (${seconds()} Sekunden).`);
}

export async function ensureInstalled(root, withDev) {
  if (isInstalled(root, withDev)) return;
  await withLock(
    join(root, ".einklang", "install.lock"),
    () => (isInstalled(root, withDev) ? undefined : install(root, withDev)),
    () => console.error("Ein anderer Start installiert gerade die Pakete; bitte warten …"),
  ).catch((error) => {
    if (error.code === "EACCES" || error.code === "EROFS") {
      throw new Error(`Die Pakete fehlen, und in ${root} darf hier nicht geschrieben werden. Bitte dort als Eigentümer „npm ci“ ausführen.`);
    }
    throw error;
  });
}
