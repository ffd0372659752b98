import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, dayOf, germanDay } from "../src/kernel/calendar-day.ts";
import { complaintsOf, look, type Product, startProduct } from "./product.ts";

/** A case changes hands, ends with its results, is asked after, and taken up again. */
let it: Product;
let manager: Page;
let file: string;
const today = dayOf(new Date());
beforeAll(async () => {
  it = await startProduct();
  manager = await it.signInAs("Sabine Kurz");
  manager.setDefaultTimeout(20_000);
}, 240_000);
afterAll(() => it.close());

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole("button", { name }).first().click();
/** One of the own cases that has a plan with an open step. */
async function plannedCase(page: Page): Promise<string> {
  await page.goto(`${it.origin}/faelle?zustaendig=ich&phase=implementation`);
  const links = await page.locator("tbody a.row-link").all();
  for (const url of await Promise.all(links.map(async (link) => new URL((await link.getAttribute("href"))!, it.origin).href))) {
    await page.goto(`${url}/abschluss`);
    if ((await page.locator("input[name^='step.']").count()) > 0) return url;
  }
  throw new Error("no case with a plan");
}

test("somebody stands in with a sheet, finds it on the day and confirms it", async () => {
  const complaints = complaintsOf(manager.context());
  file = await plannedCase(manager);
  await manager.goto(`${file}/uebergabe`);
  await look(manager, "uebergabe");
  expect(await manager.getByLabel("Was der Person wichtig ist").inputValue()).toContain("„");
  await manager.getByLabel("Vertretung für einige Tage").check();
  const to = manager.getByLabel("An wen?");
  const name = (await to.locator("option").nth(1).innerText()).split(",")[0]!;
  await to.selectOption({ index: 1 });
  await manager.getByRole("textbox", { name: /^Bis wann/ }).fill(germanDay(addDays(today, 10)));
  await manager.getByLabel("Worum es geht").fill("Der Schulplatz fehlt noch.");
  await press(manager, "Übergeben");
  await manager.getByText("Das Blatt ist geschrieben.").waitFor();
  const colleague = await it.signInAs(name);
  await colleague.goto(`${it.origin}/mein-tag`);
  await colleague.locator("section", { hasText: "Übergaben an mich" }).locator(`a[href^='${new URL(file).pathname}/uebergabe/']`).click();
  await look(colleague, "uebergabeblatt");
  await colleague.getByText("Der Schulplatz fehlt noch.").waitFor();
  await press(colleague, "Gelesen");
  await colleague.getByText("Gelesen.").first().waitFor();
  await colleague.context().close();
  expect(complaints).toEqual([]);
}, 90_000);

test("closed on one page, with keys alone: what is missing is said beside it, and nothing typed is lost", async () => {
  await manager.goto(`${file}/abschluss`);
  await look(manager, "abschluss");
  await manager.getByRole("textbox", { name: /^Was ist vereinbart/ }).fill("Das Jobcenter ruft im Januar an.");
  await manager.getByRole("button", { name: "Fall abschließen" }).focus();
  await manager.keyboard.press("Enter");
  await manager.getByText("Zum Abschluss braucht jedes Ziel ein Ergebnis.").first().waitFor();
  await look(manager, "abschluss-unvollstaendig");
  expect(await manager.getByRole("textbox", { name: /^Was ist vereinbart/ }).inputValue()).toBe("Das Jobcenter ruft im Januar an.");
  await manager.getByLabel("Grund", { exact: true }).selectOption("handed_to_regular_system");
  await manager.locator("input[name=handover][value=to_organisation]").check();
  await manager.getByLabel("Welche Stelle im Regelsystem").selectOption({ label: "Jobcenter Kreis Lindenau" });
  for (const [i, goal] of (await manager.locator("input[name^='attainment.'][value='0']").all()).entries()) {
    await goal.focus();
    await manager.keyboard.press("Space");
    if (i === 0) expect(await goal.isChecked()).toBe(true);
  }
  for (const step of await manager.locator("input[name^='step.'][value=goes_on]").all()) await step.check();
  for (const select of await manager.locator("select[name^='with.']").all()) await select.selectOption("person");
  for (const name of ["openFollowUps", "appointments"]) for (const first of (await manager.locator(`input[name=${name}]`).all()).slice(0, 1)) await first.check();
  await manager.getByRole("textbox", { name: /^Nachsorge 1/ }).fill(germanDay(addDays(today, 2)));
  await manager.getByRole("button", { name: "Fall abschließen" }).focus();
  await manager.keyboard.press("Enter");
  await manager.getByText("Fall abgeschlossen.").waitFor();
  await look(manager, "abgeschlossen");
  const [letter] = await Promise.all([manager.waitForEvent("download"), manager.getByText("Abschlussbrief als PDF").click()]);
  expect(letter.suggestedFilename()).toBe("brief.pdf");
}, 90_000);

test("asked after on the day, and taken up again without scripts; each consent is to be asked for anew", async () => {
  const plain = await it.signInAs("Sabine Kurz", { javaScriptEnabled: false });
  await plain.goto(`${it.origin}/mein-tag`);
  const at = new URL(file).pathname;
  for (const fold of await plain.locator("details.more-lines > summary").all()) await fold.click();
  await plain.locator(`a[href^='${at}/nachsorge/']`).first().click();
  await plain.getByLabel("möchte wieder ins Case Management").check();
  await plain.getByLabel("Was hat sie gesagt?").fill("Hat die Wohnung verloren.");
  await press(plain, "Festhalten");
  await plain.waitForURL(`**${at}/wiederaufnahme`);
  await press(plain, "Wieder aufnehmen");
  await plain.getByText("warum der Fall wieder aufgenommen wird").first().waitFor();
  await plain.getByLabel("Warum?").fill("Sucht wieder eine Wohnung.");
  for (const goal of (await plain.locator("input[name=goalIds]").all()).slice(0, 1)) await goal.check();
  await press(plain, "Wieder aufnehmen");
  await plain.getByText("Der Fall läuft wieder").waitFor();
  await plain.context().close();
  await manager.goto(`${file}/wiederaufnahme`);
  await look(manager, "wieder-aufgenommen");
  await manager.goto(file);
  await manager.getByText("Sucht wieder eine Wohnung.").first().waitFor();
}, 90_000);
