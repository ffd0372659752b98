import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_CARD, DEMO_PIN } from "../src/demo/index.ts";
import { axeViolations, complaintsOf, overflow, type Product, shot, startProduct } from "./product.ts";

const OWN_PIN = "37194628";
let product: Product;
let site: string;
beforeAll(async () => {
  product = await startProduct();
  const { portal } = product.application;
  if (portal === null || !("address" in portal)) throw new Error(`no own page: ${JSON.stringify(portal)}`);
  site = portal.address;
}, 180_000);
afterAll(() => product.close());

/** A telephone without scripts: everything of the own page works there, too. */
const phone = async (): Promise<Page> => (await product.browser.newContext({ viewport: { width: 390, height: 780 }, javaScriptEnabled: false, locale: "de-DE" })).newPage();
const check = async (page: Page, name: string): Promise<void> => {
  expect([name, await axeViolations(page)]).toEqual([name, []]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect([name, await overflow(page)]).toEqual([name, 0]);
  await shot(page, `${name}-320`);
  await page.setViewportSize({ width: 1440, height: 900 });
  await shot(page, `${name}-1440`);
};

test("the demo's page opens with the code and PIN that npm start prints", async () => {
  const page = await phone();
  await page.goto(`${site}/start?k=${DEMO_CARD}`);
  expect(page.url(), "the code stands in no address").toBe(`${site}/start`);
  await page.getByLabel("PIN", { exact: false }).first().fill(DEMO_PIN);
  await page.locator("main form button.strong").first().click();
  await page.locator("nav.places").waitFor();
  await page.context().close();
});

test("access is given in the talk, used on a telephone, frozen at the next click, opened again, and ended", async () => {
  const staff = await product.signInAs("Sabine Kurz");
  const complaints = complaintsOf(staff.context());
  await staff.goto(`${product.origin}/faelle?phase=planning`);
  await staff.locator("a.row-link").first().click();
  await staff.getByRole("link", { name: "Personen und Haushalt" }).click();
  await staff.getByRole("link", { name: "Eigene Seite" }).click();
  const casePage = staff.url();
  await check(staff, "portal-staff-empty");
  await staff.getByRole("link", { name: "Zugang geben" }).first().click();
  await check(staff, "portal-invite");
  await staff.getByRole("button", { name: "Code und PIN zeigen" }).click();
  await staff.getByRole("img", { name: "Code für die eigene Seite" }).waitFor();
  expect(await staff.locator("[data-portal-pin]").isVisible(), "the PIN is not beside the code").toBe(false);
  await check(staff, "portal-card");
  const [card = "", pin = ""] = [await staff.locator("[data-portal-card]").textContent(), await staff.locator("[data-portal-pin]").textContent()].map((text) => text ?? "");
  await staff.reload();
  expect(await staff.locator("[data-portal-card]").count(), "shown once").toBe(0);

  const person = await phone();
  await person.goto(`${site}/start`);
  await person.locator("input[name=k]").fill(card);
  await person.locator("input[name=pin]").fill(pin);
  await person.locator("main form button.strong").first().click();
  await person.waitForURL(`${site}/pin`);
  await person.locator("input[name=pin]").fill(OWN_PIN);
  await person.locator("input[name=again]").fill(OWN_PIN);
  await person.locator("main form button.strong").first().click();
  await person.locator("nav.places").waitFor();
  await person.goto(`${site}/frage`);
  await person.locator("textarea[name=text]").fill("Wann sehen wir uns wieder?");
  await person.locator("main form button.strong").first().click();
  await person.getByText("Wann sehen wir uns wieder?").first().waitFor();

  await staff.goto(casePage);
  await staff.getByText("Wann sehen wir uns wieder?").waitFor();
  await check(staff, "portal-staff");
  await staff.getByRole("link", { name: "Antworten" }).click();
  await staff.getByRole("textbox", { name: "Antwort" }).fill("Am Montag um neun.");
  await staff.getByRole("button", { name: "Antwort auf die Seite stellen" }).click();
  await staff.getByText("Die Antwort steht auf der Seite der Person.").waitFor();
  await person.reload();
  await person.getByText("Am Montag um neun.").waitFor();

  await staff.getByRole("button", { name: "Sofort sperren" }).click();
  await staff.getByText("Der Zugang ist gesperrt.").waitFor();
  await check(staff, "portal-freeze-why");
  await staff.getByLabel("Handy verloren oder gestohlen").check();
  await staff.getByRole("button", { name: "Grund speichern" }).click();
  await staff.getByText("Grund: Handy verloren oder gestohlen").waitFor();
  expect((await person.goto(`${site}/plan`))?.status()).toBe(401);
  expect(await person.locator("nav.places").count()).toBe(0);
  await staff.getByRole("link", { name: "Sperre aufheben" }).click();
  await staff.getByLabel("im Gespräch, die Person war allein").check();
  await staff.getByLabel("Die Person hat mir bestätigt", { exact: false }).check();
  await staff.getByLabel("Code und PIN bleiben").check();
  await check(staff, "portal-thaw");
  await staff.getByRole("button", { name: "Sperre aufheben" }).click();
  await staff.getByText("Die Sperre ist aufgehoben", { exact: false }).waitFor();
  await person.goto(`${site}/start`);
  await person.locator("input[name=pin]").fill(OWN_PIN);
  await person.locator("main form button.strong").first().click();
  await person.locator("nav.places").waitFor();
  await staff.getByRole("button", { name: "Beenden" }).click();
  await staff.getByText("Der Zugang ist beendet.").waitFor();
  expect((await person.goto(`${site}/plan`))?.status()).toBe(401);
  expect(complaints).toEqual([]);
}, 120_000);
