import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inventedPdf } from "../src/demo/invented-pdf.ts";
import { axeViolations, overflow, type Product, startProduct } from "./product.ts";

let it: Product;
const dir = mkdtempSync(join(tmpdir(), "einklang-paper-"));
beforeAll(async () => {
  it = await startProduct();
}, 180_000);
afterAll(async () => {
  await it.close();
  rmSync(dir, { recursive: true, force: true });
});

async function look(page: Page, name: string): Promise<void> {
  expect(await axeViolations(page), name).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await overflow(page), name).toBe(0);
  await page.setViewportSize({ width: 1440, height: 900 });
}
/** What was sent is delivered by the system job within seconds. */
async function waitFor(page: Page, url: string, text: string): Promise<void> {
  await expect.poll(async () => {
    await page.goto(url);
    return page.getByText(text).count();
  }, { timeout: 60_000, interval: 500 }).toBeGreaterThan(0);
}

test("an officer's day: from what is due to the Vorgang, a follow-up, a paper, a check, and the letter of what is missing", { timeout: 300_000 }, async () => {
  const page = await it.signInAs("Frank Meißner");
  expect(new URL(page.url()).pathname).toBe("/heute");
  await look(page, "day");
  await page.getByRole("link", { name: "Vorgänge", exact: true }).click();
  await look(page, "list");
  await page.getByRole("link", { name: "Weiter" }).click();
  expect(await page.locator("tbody tr").count()).toBeGreaterThan(10);
  await page.goto(`${it.origin}/vorgaenge?sortierung=name`);
  await page.locator("a.row-link").first().click();
  const file = page.url();
  await look(page, "file");

  await page.getByRole("link", { name: "Wiedervorlage", exact: true }).click();
  await page.getByLabel("Was ist zu tun?").fill("Passverlängerung nachweisen lassen");
  await page.getByRole("button", { name: "Speichern" }).click();
  expect(await page.getByText("Geben Sie einen Tag ein").count()).toBeGreaterThan(0);
  await page.getByRole("textbox", { name: "Fällig am" }).fill("31.12.2030");
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.waitForURL(file);
  expect(await page.getByText("Passverlängerung nachweisen lassen").count()).toBe(1);

  await page.getByRole("link", { name: "Unterlagen", exact: true }).click();
  writeFileSync(join(dir, "Reisepass.pdf"), inventedPdf(["Reisepass"]));
  writeFileSync(join(dir, "Falle.pdf"), "<html><script>alert(1)</script></html>");
  await page.locator("input[name=file]").setInputFiles(join(dir, "Falle.pdf"));
  await page.getByRole("button", { name: "Datei ablegen" }).click();
  expect(await page.getByRole("alert").count()).toBeGreaterThan(0);
  await page.locator("input[name=file]").setInputFiles(join(dir, "Reisepass.pdf"));
  await page.getByLabel("Art", { exact: true }).selectOption({ label: "Identität und Pass" });
  await page.getByRole("button", { name: "Datei ablegen" }).click();
  await page.getByRole("link", { name: "Reisepass.pdf" }).first().waitFor();
  await look(page, "papers");

  await page.goto(`${file}/vollstaendigkeit/neu`);
  await look(page, "new check");
  await page.getByLabel(/§ 25b Abs. 6/).check();
  await page.getByRole("button", { name: "Beginnen" }).click();
  await page.getByLabel("Stand: Arbeitsvertrag").first().selectOption({ label: "liegt vor" });
  await page.getByLabel("Datei: Arbeitsvertrag").first().selectOption({ label: "Reisepass.pdf" });
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.getByRole("button", { name: "Alles Offene als fehlend vermerken" }).click();
  await look(page, "check");
  const [letter] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Schreiben: Was fehlt (PDF)" }).click()]);
  expect(letter.suggestedFilename()).toBe("Fehlende Unterlagen.pdf");
  await page.getByRole("link", { name: "Liste drucken" }).click();
  await look(page, "missing");
  expect(await page.getByText("Duldungen nach § 60d").count()).toBe(1);
});

test("an appointment is made, stands on its day and on paper, and who came is ticked, without scripts", { timeout: 300_000 }, async () => {
  const page = await it.signInAs("Birgit Lohmann", { javaScriptEnabled: false });
  await page.goto(`${it.origin}/vorgaenge?sortierung=name`);
  await page.locator("a.row-link").first().click();
  await page.getByRole("link", { name: "Termin", exact: true }).click();
  const today = new Intl.DateTimeFormat("de", { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "Europe/Berlin" }).format(new Date());
  await page.getByLabel("Tag", { exact: true }).fill(today);
  await page.getByLabel("Uhrzeit").fill("7:45");
  await page.getByLabel("Raum oder Ort").fill("Zimmer 299");
  await page.getByLabel("Zweck").selectOption({ label: "Einbürgerungsurkunde aushändigen" });
  await page.getByRole("button", { name: "Termin anlegen" }).click();
  await page.goto(`${it.origin}/termine/liste`);
  expect(await page.getByText("Zimmer 299").count()).toBe(1);
  await page.goto(`${it.origin}/termine`);
  const row = page.locator("tr", { hasText: "Zimmer 299" });
  await row.getByRole("button", { name: /: nicht erschienen/ }).click();
  expect(await page.locator("tr", { hasText: "Zimmer 299" }).getByText("nicht erschienen").count()).toBeGreaterThan(0);
});

test("a case manager asks, the officer links and answers, a second officer agrees, and the answer stands with whoever asked", { timeout: 300_000 }, async () => {
  const manager = await it.signInAs("Sabine Kurz");
  await manager.goto(`${it.origin}/anfragen/neu`);
  await manager.getByLabel("An", { exact: true }).selectOption({ label: "Ausländerbehörde Kreis Lindenau" });
  await manager.getByLabel("Für den Fall").selectOption({ index: 1 });
  await manager.getByLabel("Um wen geht es?").fill("Q. Nachfrage, geboren 1990");
  await manager.getByLabel("Was brauchen Sie?").fill("Bis wann gilt der Titel?");
  await manager.getByLabel("Grundlage").fill("Einwilligung vom 12.11.2026");
  await manager.getByRole("button", { name: "Anfrage senden" }).click();
  const asked = manager.url();

  const officer = await it.signInAs("Frank Meißner");
  await waitFor(officer, `${it.origin}/posteingang`, "Q. Nachfrage");
  await officer.getByRole("link", { name: /Q\. Nachfrage/ }).click();
  const item = officer.url();
  await look(officer, "request");
  // whom it is about, an officer says: somebody of the own room
  await officer.goto(`${it.origin}/vorgaenge?sortierung=name`);
  const name = (await officer.locator("a.row-link .name bdi").first().textContent())!;
  await officer.goto(item);
  await officer.getByLabel("Name oder Geburtsdatum").fill(name);
  await officer.getByRole("button", { name: "Suchen", exact: true }).last().click();
  await officer.getByRole("button", { name: /zuordnen/ }).first().click();
  await officer.getByRole("link", { name: "Übermittlung vorbereiten" }).click();
  await officer.getByLabel("Rechtsgrundlage").selectOption({ index: 1 });
  await officer.getByLabel("Erforderlich, weil").fill("Der Träger verlangt das Ende des Titels.");
  await officer.getByLabel(/^Name:/).check();
  await look(officer, "new disclosure");
  await officer.getByRole("button", { name: "Weiter: Schreiben ansehen" }).click();
  await look(officer, "letter");
  await officer.getByRole("button", { name: "Zur Entscheidung vorlegen" }).click();

  const second = await it.signInAs("Carina Albers");
  await second.getByRole("link", { name: "Übermittlung an Kommunales Integrationszentrum Kreis Lindenau" }).last().click();
  await look(second, "judging");
  await second.getByLabel("ja, senden").check();
  await second.getByRole("button", { name: "Festhalten" }).click();
  await waitFor(manager, asked, "Übermittlung gekommen");
  await manager.getByRole("link", { name: "Zur Übermittlung im Posteingang" }).click();
  expect(await manager.getByText("Der Träger verlangt das Ende des Titels.").count()).toBe(1);
  expect(await manager.getByText(name).count()).toBeGreaterThan(0);
});
