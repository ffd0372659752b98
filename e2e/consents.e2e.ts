import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, complaintsOf, overflow, type Product, shot, startProduct } from "./product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, 180_000);
afterAll(() => product.close());

/** A running case of hers about one adult whose language a translator checked. */
async function arabicCase(page: Page): Promise<string> {
  await page.goto(`${product.origin}/faelle`);
  const hrefs = await page.locator("tbody a[href^='/faelle/']").evaluateAll((all) => [...new Set(all.map((a) => a.getAttribute("href")!.replace(/[?#].*/, "")))]);
  for (const href of hrefs) {
    await page.goto(`${product.origin}${href}/einwilligungen/neu`);
    const persons = page.locator("main a[href*='?person=']");
    if ((await persons.count()) > 0) await persons.first().click();
    const language = page.locator("select[name=language]");
    if ((await language.count()) === 1 && (await language.inputValue()) === "ar" && (await page.locator("input[name=givenBy][value=person]").isChecked())) return href;
  }
  throw new Error("no case about an adult who speaks Arabic");
}

/** At the usual width, and at 320 px: nothing for axe, nothing wider than the screen. */
async function look(page: Page, name: string): Promise<void> {
  const { width } = page.viewportSize()!;
  await shot(page, `consents-${name}-${width}`);
  expect(await axeViolations(page), name).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await overflow(page), name).toBe(0);
  await shot(page, `consents-${name}-320`);
  await page.setViewportSize({ width, height: 900 });
}

async function answer(page: Page, sentence: string): Promise<void> {
  await page.getByRole("checkbox", { name: "Die Person versteht, worein sie einwilligt" }).check();
  await page.getByLabel("Stelle", { exact: true }).selectOption({ label: "Jobcenter Kreis Lindenau" });
  await page.getByRole("radio", { name: /^Beide Seiten/ }).check();
  // a life area that the case has nothing in lies folded
  for (const fold of await page.locator("details.category-far:not([open]) > summary").all()) await fold.click();
  for (const name of ["Ausbildung und Arbeit: Kontakte und Notizen", "Ausbildung und Arbeit: Aufgaben", "Sprache: Zeugnisse und Verträge", "Sprachen"]) await page.getByRole("checkbox", { name, exact: true }).check();
  await page.getByRole("radio", { name: /entbindet für das Angekreuzte/ }).check();
  await page.getByLabel("Zweck").selectOption("work");
  await page.getByLabel("Was soll die Stelle damit tun?").press("End");
  await page.getByLabel("Was soll die Stelle damit tun?").pressSequentially(sentence);
}

test("a consent in German and Arabic: asked, refused in words, read together, signed, brought back, withdrawn in part", async () => {
  const page = await product.signInAs("Sabine Kurz");
  page.setDefaultTimeout(20_000);
  const complaints = complaintsOf(page.context());
  const base = `${product.origin}${await arabicCase(page)}/einwilligungen`;
  await look(page, "questions");
  await page.getByLabel("Was soll die Stelle damit tun?").pressSequentially("Bewerbung");
  await page.getByRole("button", { name: "Weiter: zusammen lesen" }).click();
  await page.getByRole("alert").getByText("Eine Einwilligung, die niemanden nennt, ist unwirksam").waitFor();
  expect(await page.getByLabel("Was soll die Stelle damit tun?").inputValue()).toBe("Bewerbung");
  await look(page, "refused");
  await answer(page, "en sollen abgestimmt werden.");
  await page.getByRole("button", { name: "Weiter: zusammen lesen" }).click();
  await page.getByRole("heading", { name: "Zusammen lesen" }).waitFor();
  // as it will be signed: German on the left, Arabic from right to left beside it
  expect(await page.locator(".sheet [lang=ar][dir=rtl]").count()).toBeGreaterThan(20);
  expect(await page.locator(".sheet").innerText()).toContain("Bewerbungen sollen abgestimmt werden.");
  await look(page, "read");
  await page.getByRole("button", { name: "Zurück und ändern" }).click();
  expect(await page.getByRole("checkbox", { name: "Ausbildung und Arbeit: Aufgaben" }).isChecked()).toBe(true);
  await page.getByRole("button", { name: "Weiter: zusammen lesen" }).click();
  await page.getByRole("button", { name: /^Die Person willigt ein/ }).click();
  await page.getByText("Das unterschriebene Blatt fehlt noch").waitFor();
  await look(page, "one");
  const one = page.url();
  const [paper] = await Promise.all([page.waitForEvent("download", { timeout: 90_000 }), page.getByRole("link", { name: "Blatt drucken (PDF)" }).click()]);
  expect(paper.suggestedFilename()).toBe("einwilligung.pdf");
  await page.goto(`${one}/blatt`);
  await look(page, "upload");
  await page.locator("input[type=file]").setInputFiles({ name: "blatt.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n") });
  await page.getByRole("button", { name: "Ablegen" }).click();
  await page.getByText("Das Blatt ist abgelegt.").waitFor();
  await page.getByRole("link", { name: "Widerruf", exact: true }).click();
  await look(page, "withdrawal");
  await page.getByRole("radio", { name: "Nur, was hier angekreuzt ist" }).check();
  await page.getByRole("checkbox", { name: "Ausbildung und Arbeit: Aufgaben" }).check();
  await page.getByRole("button", { name: "Widerruf aufnehmen" }).click();
  await page.getByRole("heading", { name: "Beleg über Ihren Widerruf" }).waitFor();
  expect(await page.locator(".sheet [lang=ar]").first().innerText()).toContain("إيصال");
  await look(page, "receipt");
  await page.goto(base);
  expect(await page.locator("main").innerText()).toContain("in Teilen widerrufen");
  await look(page, "list");
  // that a refusal is one (422) stands in the console too
  expect(complaints.filter((c) => !c.includes("status of 422"))).toEqual([]);
  await page.context().close();
}, 300_000);

test("the same on a telephone without scripts", async () => {
  const page = await product.signInAs("Sabine Kurz", { width: 390, javaScriptEnabled: false });
  page.setDefaultTimeout(20_000);
  await arabicCase(page);
  await answer(page, "Bewerbungen sollen abgestimmt werden.");
  await page.getByRole("button", { name: "Weiter: zusammen lesen" }).click();
  await page.getByRole("button", { name: /^Die Person willigt ein/ }).click();
  await page.getByText("Das unterschriebene Blatt fehlt noch").waitFor();
  await shot(page, "consents-one-390-without-scripts");
  await page.context().close();
}, 300_000);

test("an administrator says who checked a text, and it can be signed", async () => {
  const page = await product.signInAs("Jana Vogt");
  await page.goto(`${product.origin}/verwaltung/einwilligungstexte`);
  await look(page, "texts");
  await page.getByRole("link", { name: "Türkisch" }).click();
  await look(page, "text");
  await page.getByLabel("Wer hat den Text geprüft?").fill("Ayşe Demir, vereidigte Übersetzerin");
  await page.getByRole("textbox", { name: "Geprüft am" }).fill("01.02.2026");
  await page.getByRole("button", { name: "Prüfung eintragen" }).click();
  await page.getByText("Die Prüfung ist eingetragen").waitFor();
  expect(await page.getByRole("row", { name: /Türkisch/ }).innerText()).toContain("geprüft");
  await page.context().close();
}, 120_000);
