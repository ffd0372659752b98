import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, overflow, type Product, shot, startProduct } from "./product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, 180_000);
afterAll(() => product.close());

const without = { javaScriptEnabled: false };

/** What has the focus: whether it shows, and where it lies. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const box = element.getBoundingClientRect();
    const looks = [getComputedStyle(element), getComputedStyle(element, "::after"), ...(element.nextElementSibling === null ? [] : [getComputedStyle(element.nextElementSibling)])];
    return {
      // what is typed in a field is not its name
      name: (element.getAttribute("aria-label") ?? (element.matches("textarea") ? null : element.textContent) ?? "").trim() || element.id,
      hasRing: looks.some((look) => look.outlineStyle !== "none" && Number.parseFloat(look.outlineWidth) > 0),
      isInView: box.bottom > 0 && box.top < innerHeight && box.width > 0,
    };
  });

/** On by the tab key until something is reached; nothing on the way may hide that it has the focus. */
async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    expect([at.name, at.hasRing, at.isInView]).toEqual([at.name, true, true]);
    if (name.test(at.name)) return;
  }
  throw new Error(`${name} was not reached by the tab key`);
}

test("a contact is found, written and saved by keyboard alone, and the focus is always to be seen", async () => {
  const page = await product.signInAs("Sabine Kurz");
  await page.goto(`${product.origin}/faelle?zustaendig=ich`);
  const first = (await page.locator("tbody th").first().textContent())!;
  await tabTo(page, /^Zum Inhalt$/, 1);
  await page.keyboard.press("Enter");
  await tabTo(page, new RegExp(first.slice(0, 12).replace(/[()]/g, ".")));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/faelle\/[0-9a-f-]{36}$/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, /^f-text|text$/);
  await page.keyboard.type("Nur mit der Tastatur geschrieben.");
  await tabTo(page, /^Speichern$/);
  await page.keyboard.press("Enter");
  await page.getByText("Nur mit der Tastatur geschrieben.").first().waitFor();
  await page.context().close();
}, 120_000);

test("without scripts a view is saved, the list begins with it, and all its hits are given at once", async () => {
  const page = await product.signInAs("Ralf Decker", without);
  await page.goto(`${product.origin}/faelle?stand=alle&phase=closed`);
  await page.getByText("Ansicht speichern").click();
  await page.getByLabel("Name der Ansicht").fill("Abgeschlossene");
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.goto(`${product.origin}/faelle`);
  expect(await page.getByRole("link", { name: "Abgeschlossene" }).getAttribute("aria-current")).toBe("true");
  await page.getByRole("link", { name: "Laufend" }).click();
  await page.getByRole("link", { name: "Alle", exact: true }).click();
  await page.goto(`${product.origin}/faelle?stand=laufend`);
  const all = page.getByRole("link", { name: /^Alle \d+ Treffer zuweisen$/ });
  const count = Number(/\d+/.exec((await all.textContent())!)![0]);
  expect(count).toBeGreaterThan(50);
  await all.click();
  await page.getByLabel("An wen?").selectOption({ label: "Kurz, Sabine" });
  await page.getByRole("button", { name: `${count} Fälle zuweisen` }).click();
  expect(await page.locator("tbody tr").count()).toBe(count);
  await shot(page, "faelle-zugewiesen-1440");
  await page.context().close();
}, 120_000);

test("without scripts only what a role needs is asked for", async () => {
  const page = await product.signInAs("Jana Vogt", without);
  await page.goto(`${product.origin}/verwaltung/konten`);
  await page.getByRole("link", { name: /Lindner, Petra/ }).click();
  await page.getByRole("link", { name: "Rolle vergeben" }).first().click();
  await page.getByLabel("Datenschutzbeauftragte Person").check();
  await page.getByRole("button", { name: "Weiter" }).click();
  expect([await page.getByLabel("Für welche verantwortliche Stelle?").count(), await page.getByLabel("In welchem Aktenbereich?").count()]).toEqual([1, 0]);
  await page.getByRole("link", { name: "andere Rolle" }).click();
  await page.getByLabel("Case Management", { exact: true }).check();
  await page.getByRole("button", { name: "Weiter" }).click();
  expect([await page.getByLabel("Für welche verantwortliche Stelle?").count(), await page.getByLabel("In welchem Aktenbereich?").count()]).toEqual([0, 1]);
  await page.getByRole("button", { name: "Rolle vergeben" }).click();
  await page.getByText("wartet auf Bestätigung").first().waitFor();
  await page.context().close();
}, 120_000);

test("on a phone a form within a case begins on the first screen, and a case of the list is a card", async () => {
  const page = await product.signInAs("Sabine Kurz", { width: 390 });
  await page.goto(`${product.origin}/faelle?zustaendig=ich`);
  const heights = await page.locator("tbody tr").evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
  expect(Math.max(...heights)).toBeLessThan(130);
  await page.locator("tbody a").first().click();
  await page.getByRole("link", { name: "Wiedervorlage anlegen" }).click();
  expect((await page.getByLabel("Was ist zu tun?").boundingBox())!.y).toBeLessThan(400);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.context().close();
}, 120_000);

test("a file is chosen by German words, whatever language the browser speaks", async () => {
  const context = await product.browser.newContext({ locale: "en-US", viewport: { width: 1280, height: 900 } });
  const page = await product.signInAs("Sabine Kurz");
  await context.addCookies(await page.context().cookies());
  const english = await context.newPage();
  await page.goto(`${product.origin}/faelle?zustaendig=ich`);
  const href = await page.locator("tbody a").first().getAttribute("href");
  await english.goto(`${product.origin}${href}/dateien`);
  const input = english.getByLabel("Datei", { exact: true });
  const colour = (): Promise<string> => input.evaluate((element) => getComputedStyle(element).color);
  expect([await english.getByText("Datei wählen").isVisible(), await colour()]).toEqual([true, "rgba(0, 0, 0, 0)"]);
  await input.setInputFiles({ name: "Bescheid.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n") });
  expect([await english.getByText("noch keine gewählt").isVisible(), (await colour()) === "rgba(0, 0, 0, 0)"]).toEqual([false, false]);
  await shot(english, "datei-gewaehlt");
  await Promise.all([context.close(), page.context().close()]);
}, 120_000);

test("pages that no link leads to at first: axe and 320 px", async () => {
  const wrong: string[] = [];
  const look = async (page: Page, name: string): Promise<void> => {
    wrong.push(...(await axeViolations(page)).map((violation) => `${name}: ${violation}`));
    await shot(page, `${name}-1440`);
    await page.setViewportSize({ width: 320, height: 800 });
    const wider = await overflow(page);
    if (wider > 0) wrong.push(`${name}: ${wider} px wider than 320 px`);
    await shot(page, `${name}-320`);
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  const sabine = await product.signInAs("Sabine Kurz");
  await sabine.goto(`${product.origin}/faelle?vertretung=ja`);
  await sabine.getByText("Ansicht speichern").click();
  await look(sabine, "ansicht-speichern");
  await sabine.getByLabel("Name der Ansicht").fill("In Vertretung");
  await sabine.getByRole("button", { name: "Speichern" }).click();
  await sabine.getByText("Ansicht gespeichert.").waitFor();
  await look(sabine, "faelle-mit-ansicht");
  await sabine.goto(`${product.origin}/faelle/ansichten`);
  await look(sabine, "ansichten");
  await sabine.goto(`${product.origin}/gibt-es-nicht`);
  await look(sabine, "nicht-gefunden");
  const jana = await product.signInAs("Jana Vogt");
  await jana.goto(`${product.origin}/verwaltung/konten`);
  await jana.getByRole("link", { name: /Lindner, Petra/ }).click();
  await jana.waitForURL(/konten\/[0-9a-f-]{36}$/);
  await jana.goto(`${jana.url()}/rollen/neu?rolle=data_protection_officer`);
  await look(jana, "rolle-zweiter-schritt");
  expect(wrong).toEqual([]);
  await Promise.all([sabine.context().close(), jana.context().close()]);
}, 120_000);
