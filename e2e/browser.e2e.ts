import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "./browser.ts";

const screenshots = join(dirname(import.meta.dirname), "screenshots");
const fontFolder = join(dirname(createRequire(import.meta.url).resolve("@fontsource/noto-sans-arabic/package.json")), "files");
const font = readFileSync(join(fontFolder, "noto-sans-arabic-arabic-400-normal.woff2")).toString("base64");

const page = `<!doctype html><html lang="ar" dir="rtl"><style>
  @font-face { font-family: Arabic; src: url(data:font/woff2;base64,${font}) format("woff2"); }
  body { font: 32px Arabic, sans-serif }
</style><title>Probe</title><p id="name"><bdi>فاطمة الزهراء</bdi></p><p lang="de" dir="ltr">Fatima Al-Zahra, Übersicht</p></html>`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => browser.close());

test("the browser draws Arabic from the product's own font, right to left, page after page", async () => {
  mkdirSync(screenshots, { recursive: true });
  for (const width of [1280, 320]) {
    const tab = await browser.newPage({ viewport: { width, height: 300 } });
    await tab.setContent(page);
    expect(await tab.evaluate(async () => (await document.fonts.ready).check("32px Arabic", "فاطمة"))).toBe(true);
    expect(await tab.evaluate(() => [...document.fonts].map(({ status }) => status))).toEqual(["loaded"]);
    const name = await tab.locator("#name bdi").boundingBox();
    // right to left: the name begins at the right edge
    expect(width - (name!.x + name!.width)).toBeLessThan(20);
    const picture = await tab.screenshot({ path: join(screenshots, `browser-${width}.png`) });
    expect(picture.byteLength).toBeGreaterThan(2000);
    await tab.close();
  }
});
