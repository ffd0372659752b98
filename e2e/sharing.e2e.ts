import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { look, type Product, startProduct } from "./product.ts";

let it: Product;
beforeAll(async () => {
  it = await startProduct();
}, 180_000);
afterAll(() => it.close());

/** The first of the manager's cases for which a consent towards the Jobcenter holds and speaks of contacts. */
async function caseForJobcenter(manager: Page): Promise<string> {
  await manager.goto(`${it.origin}/faelle`);
  const cases = await manager.locator("a.row-link").evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href));
  for (const url of cases) {
    await manager.goto(`${url}/freigaben/neu`);
    const office = manager.getByLabel("Jobcenter Kreis Lindenau");
    if ((await office.count()) === 0) continue;
    // of some consents a part was withdrawn, in the invented Kreis too
    await manager.goto(`${url}/freigaben/neu?stelle=${await office.getAttribute("value")}`);
    if ((await manager.getByRole("checkbox", { name: "Ausbildung und Arbeit: Kontakte und Notizen" }).count()) > 0) return url;
  }
  throw new Error("no case of the invented Kreis has a consent towards the Jobcenter");
}

test("a case is shared with the Jobcenter, whose worker sees that and nothing else, adds feedback, and loses it with the withdrawal", async () => {
  const manager = await it.signInAs("Sabine Kurz");
  const url = await caseForJobcenter(manager);
  await manager.goto(`${url}/freigaben`);
  await look(manager, "shares");
  // one that the invented Kreis already has makes room
  while ((await manager.getByRole("article").filter({ hasText: "Jobcenter" }).count()) > 0) {
    await manager.getByRole("article").filter({ hasText: "Jobcenter" }).first().getByRole("link").first().click();
    await manager.getByRole("button", { name: "Freigabe beenden" }).click();
  }
  await manager.getByRole("link", { name: "Neue Freigabe" }).click();
  await look(manager, "choose-office");
  await manager.getByLabel("Jobcenter Kreis Lindenau").check();
  await manager.getByRole("button", { name: "Weiter" }).click();
  await look(manager, "choose-what");
  await manager.getByRole("button", { name: "Weiter zur Vorschau" }).click();
  await manager.getByText("Noch sieht es niemand").waitFor();
  await look(manager, "preview");
  const share = manager.url();
  const partner = await it.signInAs("Anja Petersen");
  await look(partner, "partner-list");
  await manager.getByLabel(/Anja Petersen/).check();
  await manager.getByRole("button", { name: "Freigabe beginnen" }).click();
  await manager.getByText("Gespeichert.").waitFor();
  await manager.goto(`${share}/aufgaben/neu`);
  await manager.getByLabel("Was ist zu tun?").fill("Stellenangebote in der Pflege schicken");
  await manager.getByRole("textbox", { name: "Bis wann?" }).fill("31.12.2027");
  await look(manager, "task");
  await manager.getByRole("button", { name: "Aufgabe geben" }).click();

  await partner.goto(`${it.origin}/freigaben`);
  await look(partner, "partner-list-with-task");
  await partner.getByRole("link", { name: "Stellenangebote in der Pflege schicken" }).click();
  await look(partner, "partner-case");
  await partner.getByRole("link", { name: "Kontakt oder Rückmeldung" }).click();
  await partner.getByRole("button", { name: "Speichern" }).click();
  expect(await partner.getByRole("alert").getByText("Schreiben Sie, was war.").count()).toBe(1);
  await partner.getByLabel("Was war?").fill("Vorstellungsgespräch am Montag um 10 Uhr.");
  await look(partner, "partner-contact");
  if ((await partner.getByLabel("Ausbildung und Arbeit").count()) > 0) await partner.getByLabel("Ausbildung und Arbeit").check();
  await partner.getByRole("button", { name: "Speichern" }).click();
  await partner.getByText("Vorstellungsgespräch am Montag um 10 Uhr.").waitFor();
  await partner.getByRole("button", { name: "Erledigt" }).click();
  await partner.getByText("Aufgabe, erledigt").waitFor();
  const shared = partner.url();
  expect((await partner.goto(url))?.status()).toBe(404);

  await manager.goto(url);
  await manager.getByText("das Fallteam und Jobcenter").first().waitFor();
  await manager.goto(share);
  await look(manager, "share");
  await manager.getByRole("button", { name: "Freigabe beenden" }).click();
  expect((await partner.goto(shared))?.status()).toBe(404);

  const officer = await it.signInAs("Katrin Seidel");
  for (const part of ["einwilligungen", "freigaben", "uebermittlungen", "pruefungen"]) {
    await officer.goto(`${it.origin}/datenschutz/weitergaben?art=${part}`);
    await look(officer, `oversight-${part}`);
  }
  const number = (await manager.locator("h1").locator("..").getByText(/^Fall \d/).first().textContent())!.replace("Fall ", "");
  await officer.goto(`${it.origin}/datenschutz/pruefung`);
  await officer.getByLabel("Fallnummer").fill(number);
  await officer.getByLabel("Weshalb prüfen Sie?").fill("Stichprobe nach dem Prüfplan, vierte Woche");
  await look(officer, "begin-check");
  await officer.getByRole("button", { name: "Akte zum Lesen öffnen" }).click();
  await officer.getByText("Sie lesen im Rahmen einer Prüfung").waitFor();
  await look(officer, "check");
}, 300_000);

test("one entry that was confided is released from the entry itself, and taken back", async () => {
  const manager = await it.signInAs("Sabine Kurz");
  const url = await caseForJobcenter(manager);
  await manager.goto(`${url}/kontakte/neu`);
  await manager.getByLabel("Was wurde besprochen?").fill("Hat im Vertrauen von der Kündigung erzählt.");
  await manager.getByLabel("anvertraut").check();
  await manager.getByLabel("Ausbildung und Arbeit").check();
  await manager.getByRole("button", { name: "Speichern" }).click();
  await manager.waitForURL((at) => !at.pathname.endsWith("/neu"));
  const entry = await manager.locator("a[href*='/kontakte/']").evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href).find((href) => !href.endsWith("/neu"))!);
  await manager.goto(entry);
  await manager.getByRole("link", { name: "Die Person gibt genau diesen Eintrag frei" }).click();
  await look(manager, "release");
  await manager.getByLabel("Jobcenter Kreis Lindenau").check();
  await manager.getByRole("button", { name: "Freigabe aufnehmen" }).click();
  await manager.getByText("Freigegeben, und nur dieser Eintrag.").waitFor();
  await look(manager, "released");
  await manager.getByRole("button", { name: "Zurücknehmen" }).click();
  await manager.getByText("Zurückgenommen.").waitFor();
}, 120_000);

test("a volunteer gets a task with first name, time, place and language, and answers it", async () => {
  const manager = await it.signInAs("Sabine Kurz");
  await manager.goto(`${it.origin}/faelle`);
  await manager.locator("a.row-link").first().click();
  await manager.waitForURL(/\/faelle\/[0-9a-f-]+$/);
  await manager.goto(`${manager.url()}/ehrenamt`);
  await look(manager, "volunteers");
  await manager.getByLabel("Wer?").selectOption({ index: 1 });
  await manager.getByRole("textbox", { name: "Tag" }).fill("31.12.2027");
  await manager.getByRole("textbox", { name: /Uhrzeit/ }).fill("9.30");
  await manager.getByRole("textbox", { name: "Ort" }).fill("Rathaus, Eingang");
  await manager.getByRole("button", { name: "Anbieten" }).click();
  await manager.getByText("Angeboten.").waitFor();
  const volunteer = await it.signInAs("Lea Sommer");
  await look(volunteer, "volunteer");
  await volunteer.getByRole("button", { name: "Zusagen" }).first().click();
  await volunteer.getByText("Danke, zugesagt.").waitFor();
}, 120_000);
