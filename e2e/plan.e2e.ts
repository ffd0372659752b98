import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { complaintsOf, look, type Product, startProduct } from "./product.ts";

let it: Product;
beforeAll(async () => {
  it = await startProduct();
}, 180_000);
afterAll(() => it.close());

const casesOf = async (manager: Page, query: string): Promise<string[]> => {
  await manager.goto(`${it.origin}/faelle${query}`);
  return manager.locator("a.row-link").evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href));
};
async function firstWith(page: Page, urls: readonly string[], path: string, text: string): Promise<string> {
  for (const url of urls) {
    await page.goto(`${url}${path}`);
    if ((await page.getByText(text, { exact: true }).count()) > 0) return url;
  }
  throw new Error(`no case of the invented Kreis says ${text}`);
}

test("a plan begins with one form, is worked with one click, agreed in Arabic, reviewed, and tells what changed", async () => {
  const manager = await it.signInAs("Sabine Kurz");
  const complaints = complaintsOf(manager.context());
  const url = await firstWith(manager, await casesOf(manager, "?phase=assessment"), "/plan", "Noch kein Ziel");
  await look(manager, "plan-empty");
  await manager.getByRole("link", { name: "Erstes Ziel eintragen" }).click();
  await manager.getByLabel("Was möchte die Person erreichen?").fill("Ich will wieder als Pflegerin arbeiten");
  await manager.getByRole("radio", { name: "Ausbildung und Arbeit" }).check();
  await manager.getByLabel("Erster Schritt").fill("Zeugnis übersetzen lassen");
  await look(manager, "plan-new-goal");
  await manager.getByRole("button", { name: "Ziel eintragen" }).click();
  await manager.getByText("Schritt hinzufügen").click();
  await manager.getByLabel("Was wird getan?").fill("Stellenangebote schicken");
  await manager.getByLabel("Wer tut es?").selectOption({ label: "Jobcenter Kreis Lindenau" });
  await manager.getByRole("button", { name: "Hinzufügen" }).click();
  await manager.getByText("Schritt hinzugefügt.").waitFor();
  await manager.getByRole("button", { name: "Erledigt: Zeugnis übersetzen lassen" }).click();
  await manager.getByRole("button", { name: "Doch nicht erledigt: Zeugnis übersetzen lassen" }).click();
  await manager.getByRole("button", { name: "Erledigt: Zeugnis übersetzen lassen" }).click();
  await manager.locator(".goal-facts", { hasText: "1 von 2 erledigt" }).waitFor();
  await look(manager, "plan");

  await manager.getByRole("link", { name: "Vereinbaren", exact: true }).click();
  await manager.getByLabel("Sprache neben Deutsch").selectOption("ar");
  await manager.getByRole("button", { name: "Anzeigen" }).click();
  await manager.getByLabel(/Ziel auf Arabisch/).fill("أريد أن أعمل ممرضة من جديد");
  await manager.getByLabel("Wer hat übersetzt?").fill("Sprachmittlungspool");
  await look(manager, "plan-agree");
  await manager.getByRole("button", { name: "Vereinbaren" }).click();
  await manager.getByText("Bestätigen Sie, dass Sie den Plan zusammen gelesen haben").first().waitFor();
  await manager.getByLabel("Wir haben den Plan zusammen gelesen").check();
  await manager.getByRole("button", { name: "Vereinbaren" }).click();
  await manager.getByText("gemeinsam bestätigt").first().waitFor();
  await look(manager, "plan-agreement");
  const paper = await manager.request.get(`${manager.url()}/blatt.pdf`);
  expect((await paper.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await manager.goto(`${url}/plan/massnahmen/${await stepId(manager, url)}`);
  await manager.getByRole("textbox", { name: "Bis wann?" }).fill("31.12.2027");
  await look(manager, "plan-step");
  await manager.getByRole("button", { name: "Speichern" }).click();
  await manager.goto(`${url}/plan/vereinbarungen`);
  await manager.getByText("Seit der letzten Vereinbarung geändert").waitFor();
  await look(manager, "plan-agreements");

  await manager.goto(`${url}/plan/ueberpruefung`);
  await manager.getByLabel("mehr erreicht", { exact: true }).check();
  await manager.getByRole("group", { name: /^Stufe heute/ }).getByLabel("4").check();
  await look(manager, "plan-review");
  await manager.getByRole("button", { name: "Überprüfung festhalten" }).click();
  await manager.getByText("Überprüfung festgehalten, Wiedervorlage angelegt.").waitFor();
  await look(manager, "plan-effect-small");
  // the one refusal on the way is answered with 422
  expect(complaints.filter((c) => !c.includes("422"))).toEqual([]);
});
const stepId = async (page: Page, url: string): Promise<string> => {
  await page.goto(`${url}/plan`);
  return (await page.getByRole("link", { name: "Stellenangebote schicken" }).first().getAttribute("href"))!.slice(-36);
};

test("plans of the invented Kreis: templates, what changed, my day, and the step of a partner who says how it stands", async () => {
  const manager = await it.signInAs("Sabine Kurz", { javaScriptEnabled: false });
  await manager.goto(`${it.origin}/mein-tag`);
  await manager.getByRole("heading", { name: "Schritte aus Plänen" }).waitFor();
  const url = await firstWith(manager, await casesOf(manager, "?phase=monitoring"), "/plan", "Auf einen Blick");
  const scripted = await it.signInAs("Sabine Kurz");
  for (const [path, name] of [["", "plan-on-case"], ["/plan", "plan-full"], ["/plan/wirkung", "plan-effect"], ["/plan/vorlagen", "plan-templates"], ["/plan/vorlagen/neu", "plan-template-new"]] as const) {
    await scripted.goto(`${url}${path}`);
    await look(scripted, name);
  }
  await scripted.goto(`${it.origin}/mein-tag`);
  await look(scripted, "plan-my-day");
  await manager.goto(`${url}/plan/vorlagen`);
  await manager.getByText("Zur Ruhe kommen").click();
  await manager.getByRole("button", { name: "In den Plan übernehmen: Zur Ruhe kommen" }).click();
  await manager.getByRole("heading", { name: "Ich schlafe besser und schaffe meinen Tag." }).waitFor();

  const partner = await it.signInAs("Anja Petersen");
  await partner.goto(`${it.origin}/freigaben`);
  await partner.getByRole("heading", { name: /Ihre Schritte in Plänen/ }).waitFor();
  await look(partner, "plan-partner-list");
  await partner.locator("section").filter({ hasText: "Ihre Schritte in Plänen" }).getByRole("link").first().click();
  await partner.getByLabel("erledigt", { exact: true }).check();
  await partner.getByLabel("Was kam heraus?").fill("Zwei Angebote geschickt");
  await look(partner, "plan-partner-report");
  await partner.getByRole("button", { name: "Melden" }).click();
  await partner.getByText("Sie schrieben: Zwei Angebote geschickt").waitFor();
  await look(partner, "plan-partner-case");
});
