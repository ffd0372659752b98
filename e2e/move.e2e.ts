import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, dayOf, germanDay } from "../src/kernel/calendar-day.ts";
import { complaintsOf, look, type Product, startProduct } from "./product.ts";

/** Kreis Lindenau gives a package on the word of the person; Stadt Birkenfels takes it in. */
let it: Product;
let giver: Page;
let taker: Page;
let file: string;
let paket: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };
const today = dayOf(new Date());
beforeAll(async () => {
  it = await startProduct();
  [giver, taker] = [await it.signInAs("Sabine Kurz"), await it.signInAs("Clara Winter")];
  for (const page of [giver, taker]) page.setDefaultTimeout(20_000);
}, 240_000);
afterAll(() => it.close());

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole("button", { name }).first().click();

test("nothing goes before everybody in the package has agreed; then it is made, and noted", async () => {
  const complaints = complaintsOf(giver.context());
  await giver.goto(`${it.origin}/faelle?zustaendig=ich&phase=implementation`);
  file = new URL((await giver.locator("tbody a.row-link").first().getAttribute("href"))!, it.origin).href;
  await giver.goto(`${file}/umzug`);
  await look(giver, "umzug-auswahl");
  await press(giver, "Paket vorbereiten");
  await giver.getByText("Schreiben Sie, wohin die Person zieht.").first().waitFor();
  await giver.getByLabel("Neue Kommune").fill("Stadt Birkenfels");
  await giver.getByRole("textbox", { name: /^Umzug am/ }).fill(germanDay(addDays(today, 21)));
  for (const part of await giver.locator("input[name=parts]").all()) await part.check();
  await press(giver, "Paket vorbereiten");
  await giver.getByText("Lesen Sie das Paket mit der Person").waitFor();
  await look(giver, "umzug-paket");
  expect(await giver.getByRole("button", { name: "Paket erstellen und übergeben" }).count()).toBe(0);
  for (let asked = await giver.getByText("fehlt noch").count(); asked > 0; asked -= 1) {
    await giver.getByLabel("Wer dabei war").fill("Frau Sahin hat gedolmetscht");
    await press(giver, "Zustimmung festhalten");
    await giver.getByText("Zustimmung festgehalten.").waitFor();
  }
  await press(giver, "Paket erstellen und übergeben");
  await giver.getByText("Das Paket ist erstellt.").waitFor();
  const [zip] = await Promise.all([giver.waitForEvent("download"), giver.getByRole("link", { name: "Paket für Stadt Birkenfels" }).click()]);
  paket = { name: "paket.zip", mimeType: "application/zip", buffer: readFileSync(await zip.path()) };
  expect(paket.buffer.subarray(0, 2).toString()).toBe("PK");
  // what was refused on purpose
  expect(complaints.filter((c) => !c.includes("422"))).toEqual([]);
}, 90_000);

test("the other municipality reads it, opens a case by it, and no consent holds by itself", async () => {
  // what was given opens nothing of the giver's file
  expect((await taker.goto(`${file}/umzug`))?.status()).toBe(404);
  await taker.goto(`${it.origin}/faelle/neu/aus-paket`);
  await taker.locator("input[type=file]").setInputFiles({ name: "liste.zip", mimeType: "application/zip", buffer: Buffer.from("PK kein Paket") });
  await press(taker, "Ansehen");
  await taker.getByText("Das ist kein Paket aus Einklang.").first().waitFor();
  await taker.locator("input[type=file]").setInputFiles(paket);
  await press(taker, "Ansehen");
  await taker.getByText("Keine Einwilligung gilt von selbst.").waitFor();
  await look(taker, "umzug-uebernehmen");
  await press(taker, "Fall anlegen");
  await taker.getByText(/aus dem Paket angelegt/).waitFor();
  const own = new URL(taker.url());
  await taker.goto(`${it.origin}${own.pathname}/plan`);
  await look(taker, "umzug-angekommen");
  await taker.goto(`${it.origin}${own.pathname}/einwilligungen`);
  expect(await taker.getByText("in Kraft").count()).toBe(0);
}, 90_000);
