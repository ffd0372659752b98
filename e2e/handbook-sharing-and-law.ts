import type { Page } from "playwright-core";
import { open, picture } from "./picture-album.ts";
import type { Product } from "./product.ts";

const as = (product: Product, name: string): Promise<Page> => product.signInAs(name, { width: 1280 });

export async function law(product: Product): Promise<void> {
  const sabine = await as(product, "Sabine Kurz");
  await firstCaseWith(sabine, product, "/aufenthalt-und-fristen", "main a[href*='was-waere-wenn']");
  await picture(sabine, "aufenthalt-und-fristen", { height: 1150 });
  await sabine.getByRole("link", { name: "Was wäre wenn" }).click();
  await sabine.waitForURL(/was-waere-wenn/);
  await sabine.getByLabel("Arbeit, die den ganzen Bedarf deckt").check();
  await sabine.getByLabel("Deutsch B1").check();
  await sabine.getByRole("button", { name: "Vergleichen" }).click();
  await sabine.waitForLoadState();
  await picture(sabine, "was-waere-wenn", { height: 1000 });
  await open(sabine, product, "/fristen");
  await picture(sabine, "fristenvorschau", { height: 900 });
  await open(sabine, product, "/rechtsstand");
  await picture(sabine, "rechtsstand", { height: 700 });
  await sabine.context().close();
  const context = await product.browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "de-DE" });
  const visitor = await context.newPage();
  await open(visitor, product, "/schnellcheck?sprache=de");
  await picture(visitor, "schnellcheck", { height: 760 });
  await context.close();
}

/** The first running case of its manager that has a checklist. */
export async function changeOfBenefit(product: Product): Promise<void> {
  const sabine = await as(product, "Sabine Kurz");
  await open(sabine, product, "/mein-tag");
  const list = await sabine.locator("a[href*='/rechtskreiswechsel']").first().getAttribute("href");
  if (list === null) throw new Error("keine Checkliste auf Mein Tag");
  await open(sabine, product, list);
  await picture(sabine, "rechtskreiswechsel", { height: 900 });
  await sabine.context().close();
}

/** The first of one's own cases whose page under this path has a link that fits; leaves the page there. */
async function firstCaseWith(page: Page, product: Product, path: string, link: string): Promise<void> {
  await open(page, product, "/faelle?zustaendig=ich&stand=laufend");
  const cases = await page.locator("tbody a.row-link").evaluateAll((all) => all.map((a) => a.getAttribute("href")!));
  for (const one of cases) {
    await open(page, product, `${one}${path}`);
    if ((await page.locator(link).count()) > 0) return;
  }
  throw new Error(`kein Fall mit ${link} unter ${path}`);
}

export async function workingTogether(product: Product): Promise<void> {
  const sabine = await as(product, "Sabine Kurz");
  await firstCaseWith(sabine, product, "/einwilligungen", "main a[href*='/einwilligungen/']:not([href*='/neu'])");
  await picture(sabine, "einwilligungen", { height: 900 });
  await sabine.getByRole("link", { name: "Einwilligung aufnehmen" }).first().click();
  await sabine.waitForURL(/einwilligungen\/neu/);
  await picture(sabine, "einwilligung-aufnehmen", { height: 1100 });
  await firstCaseWith(sabine, product, "/uebermittlungen", "main a[href*='/uebermittlungen/']:not([href$='/neu'])");
  await sabine.locator("main a[href*='/uebermittlungen/']:not([href$='/neu'])").first().click();
  await sabine.waitForURL(/uebermittlungen\/[0-9a-f-]{36}/);
  await picture(sabine, "uebermittlung", { height: 900 });
  await sabine.context().close();
  const frank = await as(product, "Frank Meißner");
  await open(frank, product, "/posteingang");
  await picture(frank, "posteingang", { height: 620 });
  await open(frank, product, "/heute");
  await picture(frank, "behoerde-heute", { height: 760 });
  await open(frank, product, "/vorgaenge");
  await picture(frank, "vorgaenge", { height: 760 });
  await frank.locator("tbody tr", { hasText: "fehlen" }).locator("a").first().click();
  await frank.waitForURL(/vorgaenge\/[0-9a-f-]{36}/);
  await picture(frank, "vorgang", { height: 760 });
  await frank.context().close();
}
