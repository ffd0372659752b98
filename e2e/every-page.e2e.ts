import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, complaintsOf, overflow, type Product, shot, startProduct } from "./product.ts";

/** Roles that have pages, by the demo's account that holds them. */
const VISITORS = [
  ["teamleitung", "Ralf Decker"],
  ["case-management", "Sabine Kurz"],
  ["aufnahme", "Petra Lindner"],
  ["verwaltung", "Jana Vogt"],
  ["auslaenderbehoerde", "Frank Meißner"],
  ["partner", "Anja Petersen"],
  ["datenschutz", "Katrin Seidel"],
] as const;

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, 180_000);
afterAll(() => product.close());

/** Addresses that differ in ids and in what is asked of a list are one page; the first of each kind is looked at. */
const kindOf = (path: string): string => path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id").replace(/\?.*$/, "");

async function crawl(page: Page, most: number): Promise<string[]> {
  const seen = new Map<string, string>();
  const queue = ["/"];
  while (queue.length > 0 && seen.size < most) {
    const path = queue.shift()!;
    if (seen.has(kindOf(path))) continue;
    const answer = await page.goto(`${product.origin}${path}`).catch(() => null);
    // downloads have no page
    if (answer === null || !(answer.headers()["content-type"] ?? "").startsWith("text/html")) continue;
    expect(answer.status(), path).toBe(200);
    seen.set(kindOf(path), path);
    const links = await page.locator("a[href^='/']").evaluateAll((all) => all.map((a) => a.getAttribute("href")!));
    queue.push(...links.map((link) => link.replace(/#.*$/, "")).filter((link) => link !== "" && !seen.has(kindOf(link)) && !link.startsWith("/abmelden")));
  }
  return [...seen.values()];
}

test.each(VISITORS)("every page of %s: axe, 320 px, no complaint, and the same without scripts", async (role, name) => {
  const page = await product.signInAs(name);
  const complaints = complaintsOf(page.context());
  const pages = await crawl(page, 80);
  expect(pages.length).toBeGreaterThan(3);
  const plain = await product.signInAs(name, { javaScriptEnabled: false });
  const wrong: string[] = [];
  for (const path of pages) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${product.origin}${path}`);
    wrong.push(...(await axeViolations(page)).map((v) => `${path}: ${v}`));
    await shot(page, `${role}${kindOf(path).replaceAll(/[^a-z0-9]+/gi, "-")}-1440`);
    await page.setViewportSize({ width: 320, height: 800 });
    const wider = await overflow(page);
    if (wider > 0) wrong.push(`${path}: ${wider} px wider than 320 px`);
    await shot(page, `${role}${kindOf(path).replaceAll(/[^a-z0-9]+/gi, "-")}-320`);
    await plain.goto(`${product.origin}${path}`);
    const [withScripts, without] = await Promise.all([page, plain].map((p) => p.locator("h1").first().textContent()));
    if (withScripts !== without) wrong.push(`${path}: other page without scripts (${withScripts} / ${without})`);
  }
  console.log(`${role}: ${pages.length} pages`);
  expect(wrong).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
  await plain.context().close();
}, 300_000);
