import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_CARD, DEMO_PIN } from "../src/demo/index.ts";
import { factTexts } from "../src/portal/texts/fact-texts.data.ts";
import { axeViolations, overflow, type Product, shot, startProduct } from "./product.ts";

const OWN_PIN = "58203716";
let product: Product;
let site: string;
beforeAll(async () => {
  product = await startProduct();
  const { portal } = product.application;
  if (portal === null || !("address" in portal)) throw new Error(`no own page: ${JSON.stringify(portal)}`);
  site = portal.address;
}, 180_000);
afterAll(() => product.close());

const check = async (page: Page, name: string): Promise<void> => {
  expect([name, await axeViolations(page)]).toEqual([name, []]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect([name, await overflow(page)]).toEqual([name, 0]);
  await page.setViewportSize({ width: 390, height: 780 });
  await shot(page, `${name}-390`);
};
const strong = (page: Page) => page.locator("main form button.strong").first().click();

/** That it works without scripts is tested in portal.e2e.ts; here axe needs them. */
test("the person says a fact, sees it wait, reads who saw what, and takes everything along as a paper, in Arabic too", async () => {
  const page = await (await product.browser.newContext({ viewport: { width: 390, height: 780 }, locale: "de-DE", acceptDownloads: true })).newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${site}/start?k=${DEMO_CARD}`);
  await page.locator("input[name=pin]").fill(DEMO_PIN);
  await strong(page);
  if (page.url().endsWith("/pin")) {
    await page.locator("input[name=pin]").fill(OWN_PIN);
    await page.locator("input[name=again]").fill(OWN_PIN);
    await strong(page);
  }
  await page.locator("nav.places").waitFor();
  for (const language of ["de", "ar"] as const) {
    const t = factTexts[language];
    await page.goto(`${site}/sprache?zu=/daten`);
    await page.locator(`button[value=${language}]`).first().click();
    await page.getByRole("link", { name: t.title }).waitFor();
    await check(page, `portal-data-${language}`);
    await page.getByRole("link", { name: t.title }).click();
    await check(page, `portal-say-${language}`);
    await page.getByRole("link", { name: t.labels.weeklyHours }).click();
    await page.locator("input[name=value]").fill("viele");
    await strong(page);
    await page.getByRole("alert").waitFor();
    await check(page, `portal-say-refused-${language}`);
    expect(await page.locator("input[name=value]").inputValue()).toBe("viele");
    await page.locator("input[name=value]").fill("24");
    await strong(page);
    await page.getByRole("status").waitFor();
    await page.getByText(t.waits).first().waitFor();
    await page.goto(`${site}/gesehen`);
    await check(page, `portal-seen-${language}`);
    await page.goto(`${site}/`);
    await check(page, `portal-home-${language}`);
    await page.goto(`${site}/mitnehmen`);
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("button[value=pdf]").click()]);
    const bytes = readFileSync((await download.path())!);
    expect([download.suggestedFilename(), bytes.subarray(0, 5).toString()]).toEqual(["meine-daten.pdf", "%PDF-"]);
  }
  await page.context().close();
}, 120_000);
