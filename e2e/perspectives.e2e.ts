import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, overflow, type Product, startProduct } from "./product.ts";

let it: Product;
beforeAll(async () => {
  it = await startProduct();
}, 180_000);
afterAll(() => it.close());

const CARD = "Aufenthaltserlaubnis bei nachhaltiger Integration";

/** Set to a folder: pictures of every page on the way. */
const SHOTS = process.env["EINKLANG_SHOTS"];
async function look(page: Page, name: string): Promise<void> {
  expect(await axeViolations(page), name).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await overflow(page), name).toBe(0);
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}-${width}.png`, fullPage: true });
  }
}

/** The first of the manager's cases that has a card of this name. */
async function caseWith(manager: Page, card: string): Promise<string> {
  await manager.goto(`${it.origin}/faelle`);
  const cases = await manager.locator("a.row-link").evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href));
  for (const url of cases) {
    await manager.goto(`${url}/aufenthalt-und-fristen`);
    if ((await manager.getByRole("heading", { name: card, exact: true }).count()) > 0) return url;
  }
  throw new Error(`no case of the invented Kreis has ${card}`);
}

test.each([true, false])("a case manager opens the page from the case, unfolds a condition to its wording, tries what if, and takes a paper along (scripts %s)", async (javaScriptEnabled) => {
  const manager = await it.signInAs("Sabine Kurz", { javaScriptEnabled });
  // finding a case goes over many pages; without scripts nothing else can be waited for either
  const url = await caseWith(manager, CARD);
  await manager.goto(url);
  await manager.getByRole("heading", { name: "Aufenthalt und Fristen" }).waitFor();
  await manager.getByRole("navigation", { name: "Teile der Akte" }).getByRole("link", { name: "Aufenthalt und Fristen" }).click();
  await manager.getByRole("heading", { name: "Zeitleiste" }).waitFor();
  if (javaScriptEnabled) await look(manager, "outlook");

  const card = manager.locator("section.right-card").filter({ has: manager.getByRole("heading", { name: CARD, exact: true }) });
  const condition = card.locator("details.condition").filter({ hasText: "Bekenntnis zur Grundordnung" });
  if (!(await condition.isVisible())) await card.locator("details.conditions-met > summary").click();
  await condition.locator("summary").first().click();
  await condition.getByText("Wortlaut § 25b Abs. 1 AufenthG").click();
  await condition.getByText("freiheitlichen demokratischen Grundordnung").last().waitFor();
  if (javaScriptEnabled) await look(manager, "outlook-condition");
  await manager.getByText("Als Tabelle").first().click();
  await manager.getByRole("table").first().waitFor();

  await manager.getByRole("link", { name: "Was wäre wenn" }).first().click();
  await manager.getByLabel("Arbeit, die den ganzen Bedarf deckt").check();
  await manager.getByLabel("Deutsch B1").check();
  await manager.getByRole("textbox", { name: "Ab wann?" }).fill("gestern");
  await manager.getByRole("button", { name: "Vergleichen" }).click();
  await manager.getByText("Schreiben Sie einen Tag ab heute").first().waitFor();
  await manager.getByRole("textbox", { name: "Ab wann?" }).fill("01.03.2031");
  await manager.getByRole("button", { name: "Vergleichen" }).click();
  await manager.getByText("Das bewegt sich").waitFor();
  await manager.getByText("nachher", { exact: true }).first().waitFor();
  if (javaScriptEnabled) await look(manager, "what-if");

  await manager.getByRole("link", { name: "Zurück zu Aufenthalt und Fristen" }).click();
  await manager.getByLabel("Sprache").selectOption("ar");
  const [download] = await Promise.all([manager.waitForEvent("download"), manager.getByRole("button", { name: "PDF herunterladen" }).click()]);
  expect(download.suggestedFilename()).toBe("Aufenthalt-und-Fristen.pdf");
  expect(readFileSync((await download.path())!).subarray(0, 5).toString()).toBe("%PDF-");
  await manager.context().close();
}, 240_000);
