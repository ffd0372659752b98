import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { computeMarked, computeTonight } from "../src/perspectives/index.ts";
import { axeViolations, complaintsOf, overflow, type Product, shot, startProduct } from "./product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  // the night has been
  await computeMarked(product.application.app);
  await computeTonight(product.application.app);
}, 180_000);
afterAll(() => product.close());

/** Of each page: nothing for axe to find, no scrolling to the side, and a picture to look at. */
async function looksRight(page: Page, name: string): Promise<void> {
  expect([name, await axeViolations(page), await overflow(page)]).toEqual([name, [], 0]);
  await shot(page, name);
}

test("a case manager sees the coming days as a picture, a table and a list, filters them, and makes a follow-up with one click", async () => {
  const page = await product.signInAs("Kurz");
  const complaints = complaintsOf(page.context());
  await page.getByRole("link", { name: "Fristenvorschau", exact: true }).first().click();
  await page.getByRole("link", { name: "12 Monate" }).click();
  await looksRight(page, "fristen-1440");
  await page.getByText("Als Tabelle", { exact: true }).click();
  // the picture and the table say the same
  const inPicture = await page.locator(".deadline-grid .deadline-number").allTextContents();
  const inTable = (await page.locator(".deadline-picture tbody td.is-numeric").allTextContents()).filter((text) => text !== "0");
  expect(inPicture.length).toBeGreaterThan(3);
  expect(inTable.toSorted()).toEqual(inPicture.toSorted());
  await page.getByText("Filter", { exact: true }).click();
  await page.getByLabel("Was geschieht").selectOption("ends");
  await page.getByRole("button", { name: "Anwenden" }).click();
  expect(new URL(page.url()).search).toContain("art=ends");
  expect(await page.getByText("Fenster öffnet sich", { exact: true }).locator("visible=true").count()).toBe(0);
  await page.getByRole("button", { name: /^Wiedervorlage zu Aufenthaltspapier/ }).first().click();
  await page.getByRole("link", { name: "Ansehen oder ändern" }).click();
  expect(await page.getByLabel("Was ist zu tun?").inputValue()).toMatch(/endet am \d{2}\.\d{2}\.\d{4}: vorbereiten$/);
  expect(complaints).toEqual([]);
  await page.context().close();
}, 120_000);

test("a team lead sees numbers per manager, an officer the persons of the room", async () => {
  const lead = await product.signInAs("Decker");
  await lead.goto(`${product.origin}/fristen`);
  expect(await lead.getByRole("table", { name: "Fristen je Case Manager:in" }).getByRole("row").count()).toBeGreaterThan(4);
  await looksRight(lead, "fristen-leitung-1440");
  await lead.context().close();
  const officer = await product.signInAs("Meißner", { width: 320 });
  await officer.goto(`${product.origin}/fristen?monate=12`);
  await looksRight(officer, "fristen-behoerde-320");
  await officer.getByRole("button", { name: /^Wiedervorlage zu/ }).first().click();
  await officer.waitForURL(/\/vorgaenge\/[0-9a-f-]{36}$/);
  await officer.context().close();
}, 120_000);

test("at 320 px and without scripts: an event typed by hand becomes a checklist, is worked on and stands on the day", async () => {
  const page = await product.signInAs("Brandt", { width: 320, javaScriptEnabled: false });
  await page.goto(`${product.origin}/faelle?zustaendig=ich&phase=planning`);
  await page.locator("tbody a.row-link").first().click();
  await page.getByRole("link", { name: "Aufenthalt und Fristen", exact: true }).click();
  await page.getByRole("link", { name: "Rechtskreiswechsel", exact: true }).click();
  const address = page.url();
  await page.getByRole("link", { name: "Ereignis eintragen" }).first().click();
  await page.getByRole("button", { name: "Checkliste anlegen" }).click();
  // refused, with the reasons beside the fields
  expect(await page.locator("[aria-invalid=true]").count()).toBeGreaterThan(0);
  await page.getByLabel("Was geschieht?").selectOption("recognition");
  await page.getByLabel("An welchem Tag?").fill("1.11.2026");
  await page.getByRole("button", { name: "Checkliste anlegen" }).click();
  const card = page.locator("section.card", { hasText: "Anerkennung durch das BAMF" }).first();
  expect(await card.textContent()).toContain("Gesundheitskarte");
  await card.getByRole("button", { name: /^Erledigt:/ }).first().click();
  expect(await page.getByText("Erledigt.", { exact: false }).first().isVisible()).toBe(true);
  await card.getByRole("link", { name: /Girokonto eröffnen/ }).click();
  await page.getByLabel("nicht nötig").check();
  await page.getByLabel("Notiz").fill("hat schon ein Konto");
  await page.getByRole("button", { name: "Speichern" }).click();
  expect(page.url().startsWith(address)).toBe(true);
  expect(await page.getByText("hat schon ein Konto").isVisible()).toBe(true);
  expect(await overflow(page)).toBe(0);
  await shot(page, "rechtskreiswechsel-320");
  await page.goto(`${product.origin}/mein-tag`);
  expect(await page.locator("#rechtskreiswechsel").textContent()).toContain("Anerkennung durch das BAMF");
  expect(await overflow(page)).toBe(0);
  await page.context().close();
}, 120_000);

test("a proposal is read, taken on or declined with a reason, by keyboard; the pages have nothing for axe", async () => {
  const page = await product.signInAs("Kurz");
  const proposals = page.locator("#rechtskreiswechsel .line", { hasText: "Vorschlag" });
  await page.goto(`${product.origin}/mein-tag`);
  await looksRight(page, "mein-tag-wechsel-1440");
  await proposals.first().getByRole("link").click();
  await page.waitForURL(/\/rechtskreiswechsel$/);
  await looksRight(page, "rechtskreiswechsel-vorschlag-1440");
  await page.getByRole("link", { name: /^Ablehnen/ }).first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/ablehnen$/);
  await looksRight(page, "rechtskreiswechsel-ablehnen-1440");
  await page.goBack();
  await page.waitForURL(/\/rechtskreiswechsel$/);
  await page.getByRole("button", { name: /^Checkliste übernehmen/ }).first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/#liste-/);
  await looksRight(page, "rechtskreiswechsel-1440");
  await page.context().close();
}, 120_000);
