import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import pino from "pino";
import { loadConfig } from "../src/config.ts";
import { loadLindenau } from "../src/demo/index.ts";
import { type Application, openApplication } from "../src/main/application.ts";
import { asOwner } from "../src/main/first-tenant.ts";
import { launchBrowser } from "./browser.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The whole product with the invented Kreis on a port of its own, and a browser before it. */
export interface Product {
  readonly origin: string;
  readonly application: Application;
  readonly browser: Browser;
  readonly anchorDir: string;
  /** signed in by one click on the demo's sign-in page, as a new user would */
  signInAs(name: string, options?: { width?: number; javaScriptEnabled?: boolean }): Promise<Page>;
  close(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

export async function startProduct(): Promise<Product> {
  const dir = mkdtempSync(join(tmpdir(), "einklang-e2e-"));
  // as root, PostgreSQL runs as nobody and must get through; else its data would lie, and stay, elsewhere
  chmodSync(dir, 0o711);
  const port = await freePort();
  const anchorDir = join(dir, "anchors");
  const config = loadConfig({ PORT: String(port), PORTAL_PORT: String(await freePort()), EINKLANG_DATA_DIR: join(dir, "data"), EINKLANG_KEY_DIR: join(dir, "keys"), EINKLANG_ANCHOR_DIR: anchorDir });
  const [application, browser] = await Promise.all([
    openApplication(config, { log: pino({ level: "error" }), prepare: (store) => asOwner(store, (owner) => loadLindenau(owner, store.vault, new Date(), store.filesDir)) }),
    launchBrowser(),
  ]);
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    application,
    browser,
    anchorDir,
    signInAs: async (name, { width = 1440, javaScriptEnabled = true } = {}) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled, locale: "de-DE", acceptDownloads: true });
      const page = await context.newPage();
      await page.goto(`${origin}/anmelden`);
      await page.getByRole("button", { name: new RegExp(name) }).first().click();
      await page.waitForURL((url) => !url.pathname.startsWith("/anmelden"));
      return page;
    },
    close: async () => {
      await browser.close();
      await application.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** What axe finds on the page by WCAG 2.2 AA and good practice. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(`${axeSource};0`);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const found = await page.evaluate((runOnly) => (window as unknown as { axe: { run(d: Document, o: object): Promise<AxeResults> } }).axe.run(document, { runOnly }), tags);
  return found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

/** Pixels that the page is wider than the window. */
export const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Set to a folder: pictures of every page on the way. Without, none is taken: whole pages take a while. */
const SHOTS = process.env["EINKLANG_SHOTS"];
export async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

/** What every page on the way keeps: nothing that axe finds, nothing wider than a small telephone; and a picture where somebody asks for it. */
export async function look(page: Page, name: string): Promise<void> {
  assert.deepEqual(await axeViolations(page), [], name);
  await page.setViewportSize({ width: 320, height: 800 });
  assert.equal(await overflow(page), 0, name);
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}-${width}.png`, fullPage: true });
  }
}

/** Everything the page complains of: failed scripts, and what the content security policy refused. */
export function complaintsOf(context: BrowserContext): string[] {
  const complaints: string[] = [];
  const listen = (page: Page): void => {
    page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on("console", (message) => message.type() === "error" && complaints.push(`${page.url()}: ${message.text()}`));
  };
  for (const page of context.pages()) listen(page);
  context.on("page", listen);
  return complaints;
}
