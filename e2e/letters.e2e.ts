import { afterAll, beforeAll, expect, test } from "vitest";
import { photograph } from "../src/files/file-samples.test-support.ts";
import { axeViolations, complaintsOf, look, overflow, type Product, startProduct } from "./product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, 120_000);
afterAll(() => product.close());

/** A case of one's own that has papers: the first in planning. */
async function openCase(page: Awaited<ReturnType<Product["signInAs"]>>): Promise<string> {
  await page.goto(`${product.origin}/faelle?zustaendig=ich&phase=planning`);
  await page.locator("tbody a.row-link").first().click();
  await page.waitForURL(/\/faelle\/[0-9a-f-]{36}$/);
  return page.url();
}

test("a notice: the telephone photographs it without a login, the screen notices, the time limit is reckoned and stands on the day", async () => {
  const page = await product.signInAs("Kurz");
  const complaints = complaintsOf(page.context());
  const base = await openCase(page);
  await page.goto(`${base}/bescheide/neu`);
  await page.getByRole("button", { name: "Code zeigen" }).click();
  await look(page, "bescheid-code");
  await page.getByText("Ohne Kamera: Adresse abtippen").click();
  const address = (await page.locator("code.secret-text").textContent())!;
  // a telephone of somebody who is signed in nowhere, without scripts
  const phone = await (await product.browser.newContext({ viewport: { width: 390, height: 800 }, javaScriptEnabled: false, hasTouch: true, isMobile: true })).newPage();
  await phone.goto(address);
  expect(await overflow(phone)).toBe(0);
  await phone.getByLabel("Foto").setInputFiles([{ name: "IMG_1.jpg", mimeType: "image/jpeg", buffer: photograph() }, { name: "IMG_2.jpg", mimeType: "image/jpeg", buffer: photograph(1) }]);
  await phone.getByRole("button", { name: "Senden" }).click();
  expect(await phone.getByText("2 Seiten sind angekommen.").isVisible()).toBe(true);
  const shots = process.env["EINKLANG_SHOTS"];
  if (shots !== undefined) await phone.screenshot({ path: `${shots}/bescheid-handy-390.png`, fullPage: true });
  // the screen goes on by itself, and shows the code no more
  await page.getByText("2 Seiten angekommen.").waitFor();
  expect(await page.locator("svg.qr-code").count()).toBe(0);
  await phone.getByRole("button", { name: /^Fertig/ }).click();
  await phone.goto(address);
  expect(await phone.getByText("Dieser Code gilt nicht mehr").first().isVisible()).toBe(true);
  await phone.context().close();
  await page.getByRole("link", { name: "Weiter zu den Angaben" }).click();
  await page.getByRole("button", { name: "Ablegen und Frist rechnen" }).click();
  expect(await page.locator("[aria-invalid=true]").count()).toBeGreaterThan(0);
  await page.getByLabel("Worum geht es?").fill("Ablehnung des Umzugs");
  // a day that is over whenever this runs
  await page.getByRole("textbox", { name: "Datum des Bescheids" }).fill("03.11.2025");
  await look(page, "bescheid-angaben");
  await page.getByRole("button", { name: "Ablegen und Frist rechnen" }).click();
  await page.waitForURL(/\/bescheide\/[0-9a-f-]{36}$/);
  expect(await page.locator(".limit-day").textContent()).toBe("08.12.2025");
  expect(await page.locator(".limit-steps").textContent()).toContain("§ 37 Abs. 2 Satz 1 SGB X");
  expect(await page.getByText("keine Rechtsberatung").isVisible()).toBe(true);
  await page.locator(".preview-picture img").first().evaluate((img: HTMLImageElement) => img.decode());
  await look(page, "bescheid");
  await page.getByRole("link", { name: "Bescheide", exact: true }).click();
  await look(page, "bescheide");
  // the browser notes the refusal of the empty form, and nothing else
  expect(complaints.filter((c) => !c.includes("status of 422"))).toEqual([]);
  await page.context().close();
}, 120_000);

test("a file is seen in place without scripts, said what it is, and proves something", async () => {
  const page = await product.signInAs("Kurz", { javaScriptEnabled: false });
  const base = await openCase(page);
  await page.goto(`${base}/dateien`);
  await page.getByRole("link", { name: /ansehen$/ }).first().click();
  expect(await page.locator("#vorschau iframe, #vorschau img").count()).toBe(1);
  await page.getByRole("link", { name: "Zur Datei" }).click();
  await page.waitForURL(/\/dateien\/[0-9a-f-]{36}$/);
  await page.getByLabel("Datum auf dem Papier").fill("01.11.2026");
  await page.getByRole("button", { name: "Speichern" }).click();
  expect(await page.getByLabel("Datum auf dem Papier").inputValue()).toBe("01.11.2026");
  await page.getByRole("link", { name: "Angabe damit belegen" }).click();
  await page.waitForURL(/\/belegen$/);
  const told = page.getByRole("radio");
  if ((await told.count()) > 0) {
    await told.first().check();
    await page.getByRole("button", { name: "Damit belegen" }).click();
    expect(await page.locator(".answer").count()).toBe(1);
  }
  await page.context().close();
}, 120_000);

test("a letter: from a template, filled, beside Arabic, made as PDF; and on the municipality's Word paper", async () => {
  const page = await product.signInAs("Kurz");
  const base = await openCase(page);
  await page.goto(`${base}/briefe`);
  await look(page, "briefe");
  await page.getByRole("link", { name: "Einladung zum Gespräch", exact: true }).click();
  await page.getByLabel("Empfänger").fill("Amira Haddad\nWeg 1\n59999 Lindenau");
  await page.getByRole("textbox", { name: "Text", exact: true }).fill("wir möchten mit Ihnen sprechen.\n\nAm Montag um 10 Uhr im Rathaus.");
  await page.getByText("Zweisprachig").click();
  await page.getByLabel("Andere Sprache").selectOption("ar");
  await page.getByLabel("Text in dieser Sprache").fill("نود أن نتحدث معك عن خطواتك التالية.\n\nمتى وأين");
  await look(page, "brief-schreiben");
  await page.getByRole("button", { name: "Speichern und ansehen" }).click();
  await page.waitForURL(/\/briefe\/[0-9a-f-]{36}$/);
  await look(page, "brief");
  const pdf = await page.context().request.get(`${page.url()}/vorschau.pdf`);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await page.getByRole("button", { name: "Word: Kreisbogen (Beispiel)" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Herunterladen" }).last().click()]);
  expect(download.suggestedFilename()).toMatch(/^Brief .*\.docx$/);
  await page.goto(`${base}/dateien`);
  await page.getByRole("link", { name: /ansehen$/ }).first().click();
  await look(page, "dateien-ansicht");
  await page.getByRole("link", { name: "Zur Datei" }).click();
  await look(page, "datei");
  await page.getByRole("link", { name: "Angabe damit belegen" }).click();
  await look(page, "belegen");
  await page.context().close();
}, 120_000);

test("texts and letter papers: the pages of the team lead and the administration", async () => {
  const lead = await product.signInAs("Decker");
  await lead.goto(`${product.origin}/briefvorlagen`);
  await look(lead, "briefvorlagen");
  await lead.getByRole("link", { name: "Nicht erreicht" }).click();
  await look(lead, "briefvorlage");
  await lead.context().close();
  const administrator = await product.signInAs("Vogt");
  await administrator.goto(`${product.origin}/verwaltung/briefbogen`);
  expect(await axeViolations(administrator)).toEqual([]);
  await look(administrator, "briefbogen");
  await administrator.context().close();
}, 120_000);
