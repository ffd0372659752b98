import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { look, type Product, startProduct } from "./product.ts";

let it: Product;
beforeAll(async () => {
  it = await startProduct();
}, 180_000);
afterAll(() => it.close());

/** What was sent is delivered by the system job within seconds. */
async function waitFor(page: Page, url: string, text: string): Promise<void> {
  await expect.poll(async () => {
    await page.goto(url);
    return page.getByText(text).count();
  }, { timeout: 60_000, interval: 500 }).toBeGreaterThan(0);
}

test("two facts go to the immigration office, whose officer sees just those and asks back", { timeout: 300_000 }, async () => {
  const manager = await it.signInAs("Sabine Kurz");
  await manager.goto(`${it.origin}/faelle`);
  await manager.locator("a.row-link").first().click();
  await manager.getByRole("link", { name: "Einwilligungen und Freigaben" }).click();
  await manager.getByRole("link", { name: "Übermittlungen" }).click();
  await look(manager, "list");
  await manager.getByRole("link", { name: "Neue Übermittlung" }).click();
  await manager.getByLabel("Empfänger").selectOption({ label: "Ausländerbehörde Kreis Lindenau" });
  await manager.getByLabel("Rechtsgrundlage").selectOption(await manager.getByLabel("Rechtsgrundlage").locator("option", { hasText: "Buchst. e" }).first().getAttribute("value"));
  await manager.getByLabel("Zweck").fill("Erteilung einer Beschäftigungserlaubnis");
  await look(manager, "new");
  await manager.getByRole("button", { name: "Weiter: Angaben wählen" }).click();
  expect(await manager.getByRole("alert").getByText("warum es ohne diese Angaben nicht geht").count()).toBe(1);
  await manager.getByLabel("Erforderlich, weil").fill("Der Ausbildungsbetrieb braucht die Erlaubnis vor Vertragsbeginn.");
  await manager.getByLabel("Akute Gefahr").check();
  await manager.getByLabel("Ausnahme von der Schweigepflicht").selectOption({ index: 2 });
  await manager.getByRole("button", { name: "Weiter: Angaben wählen" }).click();
  await look(manager, "choose");
  await manager.getByLabel(/^Name:/).first().check();
  await manager.getByLabel(/^Staatsangehörigkeit:/).first().check();
  await manager.getByRole("button", { name: "Weiter: Schreiben ansehen" }).click();
  await look(manager, "letter");
  const url = manager.url();
  await manager.getByRole("button", { name: "Jetzt übermitteln" }).click();
  await manager.waitForURL(url);

  const officer = await it.signInAs("Frank Meißner");
  await waitFor(officer, `${it.origin}/posteingang`, "Name, Staatsangehörigkeit");
  await look(officer, "inbox");
  await officer.getByRole("link", { name: "Name, Staatsangehörigkeit" }).first().click();
  const letter = officer.locator("article.letter");
  expect(await letter.locator("dt", { hasText: "Name" }).count()).toBe(1);
  expect(await letter.locator("dt").count()).toBe(5);
  await look(officer, "item");
  await officer.getByLabel("Was möchten Sie wissen?").fill("Liegt der Pass im Original vor?");
  await officer.getByRole("button", { name: "Nachfragen" }).click();
  await waitFor(manager, url, "Liegt der Pass im Original vor?");
  await look(manager, "asked-back");
});

test("a request of the immigration office is refused with its reason, and its asker sees received", { timeout: 300_000 }, async () => {
  const officer = await it.signInAs("Frank Meißner");
  await officer.goto(`${it.origin}/anfragen/neu`);
  await officer.getByLabel("An", { exact: true }).selectOption({ label: "Kommunales Integrationszentrum Kreis Lindenau" });
  await officer.getByLabel("Um wen geht es?").fill("L. Petrow, geboren 1990");
  await officer.getByLabel("Was brauchen Sie?").fill("Aktuelle Anschrift");
  await officer.getByLabel("Grundlage").fill("§ 87 Abs. 1 AufenthG");
  await officer.getByLabel("Wir berufen uns auf § 87 AufenthG").check();
  await officer.getByRole("button", { name: "Anfrage senden" }).click();
  const asked = officer.url();
  await look(officer, "request");
  const before = await officer.locator("main").innerText();

  const lead = await it.signInAs("Ralf Decker");
  await waitFor(lead, `${it.origin}/posteingang`, "L. Petrow");
  await look(lead, "lead-inbox");
  await lead.getByRole("link", { name: /L\. Petrow/ }).click();
  await lead.getByLabel("Grund").last().fill("Anvertraut im Beratungsgespräch.");
  for (const [question, answer] of [["öffentliche Stelle", "ja"], ["Schule", "nein"], ["anvertraut", "ja"], ["Schweigepflicht", "ja"], ["Sozialdaten\\?", "nein"]] as const) {
    await lead.getByRole("group", { name: new RegExp(question) }).first().getByLabel(answer, { exact: true }).check();
  }
  await look(lead, "lead-request");
  await lead.getByRole("button", { name: "Ablehnen" }).click();
  expect(await lead.getByText("geprüft: verboten").count()).toBe(1);
  await look(lead, "lead-refused");
  await officer.goto(asked);
  expect((await officer.locator("main").innerText()).replace("Zugestellt.", "").trim()).toBe(before.replace("Zugestellt.", "").trim());
  await officer.goto(`${it.origin}/anfragen`);
  await look(officer, "requests");
});
