import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GALLERY_PAGES, type GalleryPage, renderGallery } from "../src/ui/index.ts";
import { launchBrowser } from "./browser.ts";
import { type UiServer, serveUi } from "./ui-server.ts";

const screenshots = join(dirname(import.meta.dirname), "screenshots");
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

let browser: Browser;
let server: UiServer;
beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  browser = await launchBrowser();
  server = await serveUi((url) => {
    const page = url.pathname.replace(/^\/_galerie\/?/, "") as GalleryPage;
    return GALLERY_PAGES.includes(page) ? { body: renderGallery(page, url.searchParams.has("rtl") ? "rtl" : "ltr") } : null;
  });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function opened(page: GalleryPage, width: number, rtl: boolean, javaScriptEnabled = true): Promise<{ tab: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled });
  const tab = await context.newPage();
  const complaints: string[] = [];
  tab.on("pageerror", (error) => complaints.push(error.message));
  tab.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await tab.goto(`${server.origin}/_galerie/${page}${rtl ? "?rtl" : ""}`, { waitUntil: "load" });
  return { tab, complaints };
}

const violations = async (tab: Page): Promise<string[]> => {
  await tab.evaluate(`${axeSource};0`);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const found = await tab.evaluate((runOnly) => (window as unknown as { axe: { run(d: Document, o: object): Promise<AxeResults> } }).axe.run(document, { runOnly }), tags);
  return found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
};

const sizes = [1440, 768, 320].flatMap((width) => [false, true].map((rtl) => ({ width, rtl, dir: rtl ? "rtl" : "ltr" })));

describe.each(GALLERY_PAGES)("the gallery's page “%s”", (page) => {
  test.each(sizes)("at $width px, $dir: no axe violation, no sideways scrolling, nothing the policy refuses", async ({ width, rtl, dir }) => {
    const { tab, complaints } = await opened(page, width, rtl);
    await tab.evaluate(() => document.fonts.ready);
    expect(await violations(tab)).toEqual([]);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await tab.screenshot({ path: join(screenshots, `galerie-${page || "bausteine"}-${width}-${dir}.png`), fullPage: true });
    await tab.context().close();
  });
});

test("without scripts the navigation still opens as a sheet on a phone, and nothing is shown that would do nothing", async () => {
  const { tab } = await opened("", 320, false, false);
  const link = tab.getByRole("link", { name: "Import" });
  expect(await link.isVisible()).toBe(false);
  await tab.getByRole("button", { name: "Menü", exact: true }).click();
  expect(await link.isVisible()).toBe(true);
  expect(await tab.getByText("nichts ausgewählt").isVisible()).toBe(false);
  await tab.context().close();
});

test("printed, only the content is left", async () => {
  const { tab } = await opened("fall", 1000, false);
  await tab.emulateMedia({ media: "print" });
  expect(await tab.getByRole("navigation", { name: "Hauptnavigation" }).isVisible()).toBe(false);
  expect(await tab.getByRole("button", { name: "Speichern" }).isVisible()).toBe(false);
  expect(await tab.getByRole("heading", { name: "Verlauf" }).isVisible()).toBe(true);
  await tab.screenshot({ path: join(screenshots, "galerie-fall-druck.png"), fullPage: true });
  await tab.context().close();
});
