#!/usr/bin/env node
// Starts a command of src/main: installs the packages where they are missing, then hands over to the Node 24
// that came with them. Runs on Node 20 without any package, so: plain JavaScript, nothing but Node's own modules.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ensureInstalled, findNode } from "./install.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const mainFolder = join(root, "src", "main");
const [command = "", ...args] = process.argv.slice(2);

/** The commands that package.json names and that exist by now; other files of src/main can be started as well. */
function commands() {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return Object.values(scripts)
    .flatMap((script) => /^node bin\/einklang\.mjs ([a-z-]+)$/.exec(script)?.[1] ?? [])
    .filter((name) => existsSync(join(mainFolder, `${name}.ts`)));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Who started us, and who started that one: npm puts a shell between itself and us. Linux alone tells the second. */
function ancestors() {
  let above = "";
  try {
    above = readFileSync(`/proc/${process.ppid}/stat`, "utf8").split(") ").at(-1).split(" ")[1];
  } catch {
    // no /proc, or gone in this moment: the first differs then
  }
  return `${process.ppid} ${above}`;
}

/** Stops what runs below when npm above was killed: npm cannot pass that on, and the port would stay taken. */
function watchParent(child) {
  if (!process.env.npm_lifecycle_event) return;
  const before = ancestors();
  setInterval(() => {
    if (ancestors() !== before) child.kill("SIGTERM");
  }, 1000).unref();
}

function run(node, file) {
  const child = spawn(
    node,
    [
      // garbage of requests is swept earlier than Node would by itself: 240 MB under load instead of 365
      "--max-semi-space-size=8",
      "--import",
      pathToFileURL(join(root, "node_modules", "tsx", "dist", "loader.mjs")).href,
      "--import",
      pathToFileURL(join(root, "bin", "stop-with-launcher.mjs")).href,
      file,
      ...args,
    ],
    {
      stdio: "inherit",
      env: {
        ...process.env,
        PATH: [join(root, "node_modules", ".bin"), process.env.PATH].filter(Boolean).join(delimiter),
        // tsx looks for tsconfig.json in the current directory, which may be any
        TSX_TSCONFIG_PATH: join(root, "tsconfig.json"),
      },
    },
  );
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  watchParent(child);
  child.on("error", (error) => fail(`Node 24 lässt sich nicht starten (${node}): ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

const file = join(mainFolder, `${command}.ts`);
if (!/^[a-z-]+$/.test(command) || !existsSync(file)) {
  fail(`Den Befehl „${command}“ gibt es nicht. Es gibt: ${commands().join(", ") || "noch keinen"}.`);
}
try {
  await ensureInstalled(root, command === "test-all");
  run(findNode(root), file);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
