import { join } from "node:path";
import type { Page } from "playwright-core";
import { bytesOfAlbum, emptyAlbum, open, openCase, picture } from "./picture-album.ts";
import { assessing, ending, meeting, ownPage, planning, writing } from "./handbook-whole-case.ts";
import { changeOfBenefit, law, workingTogether } from "./handbook-sharing-and-law.ts";
import { type Product, startProduct } from "./product.ts";

const LIST = join(import.meta.dirname, "..", "data", "fallliste.xlsx");
const MOST_BYTES = 6_000_000;

interface Shown {
  readonly number: string;
  readonly family: string;
}

/** The first case of a list that is as a picture wants it: its number, and the family name of its main person. */
async function firstCase(page: Page, product: Product, query: string, isWanted: (row: { text: string; hasOwnScript: boolean; persons: number }) => boolean): Promise<Shown> {
  await open(page, product, `/faelle?${query}&spalten=number&spalten=persons&spalten=lead`);
  const rows = await page.locator("tbody tr").evaluateAll((all) => all.map((row) => ({ text: (row as HTMLElement).innerText, name: row.querySelector("th bdi")?.textContent ?? "", hasOwnScript: row.querySelector(".name-own") !== null, persons: Number(row.querySelector("td.is-numeric")?.textContent) })));
  const found = rows.find(isWanted);
  const number = /\d{4}-\d{4}/.exec(found?.text ?? "")?.[0];
  if (found === undefined || number === undefined) throw new Error(`kein passender Fall unter ${query}`);
  return { number, family: found.name.split(",")[0]! };
}
/** A family with names in two scripts, led by whoever looks. */
const familyOf = (page: Page, product: Product): Promise<Shown> => firstCase(page, product, "zustaendig=ich", (row) => row.hasOwnScript && row.persons >= 3);
/** A case that somebody else leads. */
const othersCase = async (product: Product): Promise<string> => {
  const ralf = await as(product, "Ralf Decker");
  const { number } = await firstCase(ralf, product, "stand=laufend", (row) => row.text.includes("Martin Brandt"));
  await ralf.context().close();
  return number;
};

/** Walks to every state that the German handbook shows, and takes its picture. */
export async function takePictures(say: (line: string) => void): Promise<void> {
  const product = await startProduct();
  try {
    emptyAlbum();
    for (const [chapter, walk] of CHAPTERS) {
      say(chapter);
      await walk(product);
    }
    const bytes = bytesOfAlbum();
    if (bytes > MOST_BYTES) throw new Error(`Die Bilder haben zusammen ${bytes} Byte; höchstens ${MOST_BYTES} dürfen es sein.`);
    say(`${(bytes / 1000).toFixed(0)} kB in docs/handbuch/bilder`);
  } finally {
    await product.close();
  }
}

const as = (product: Product, name: string): Promise<Page> => product.signInAs(name, { width: 1280 });

async function signingIn(product: Product): Promise<void> {
  const context = await product.browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "de-DE" });
  const visitor = await context.newPage();
  await open(visitor, product, "/anmelden");
  await picture(visitor, "anmelden", { height: 900 });
  await context.close();
  const sabine = await as(product, "Sabine Kurz");
  await open(sabine, product, "/konto/zweiter-faktor");
  await picture(sabine, "zweiter-faktor", { height: 760 });
  await open(sabine, product, "/konto/aktenbereich");
  await picture(sabine, "aktenbereich", { height: 430 });
  await sabine.context().close();
}

async function myDayAndCase(product: Product): Promise<void> {
  const sabine = await as(product, "Sabine Kurz");
  await open(sabine, product, "/mein-tag");
  await picture(sabine, "mein-tag");
  const { number, family } = await familyOf(sabine, product);
  await openCase(sabine, product, number);
  await picture(sabine, "fall", { height: 900 });
  const composer = sabine.locator("form", { has: sabine.getByLabel("Was wurde besprochen?") });
  await composer.getByLabel("Was wurde besprochen?").fill(`Familie ${family} hat den Arbeitsvertrag bekommen. Sie fürchtet, dass der Vermieter davon erfährt.`);
  await picture(sabine, "lesende", { of: composer, height: 420 });
  await composer.getByLabel("anvertraut").check();
  // the line comes anew from the server
  await composer.getByText("auch nicht über Freigabe").waitFor();
  await picture(sabine, "kontakt", { of: composer, height: 420 });
  await open(sabine, product, "/kurzberatungen/neu");
  for (const tap of ["Arabisch", "Wohnen", "Frage geklärt"]) await sabine.getByLabel(tap, { exact: true }).check();
  await picture(sabine, "kurzberatung", { height: 700 });
  await open(sabine, product, "/notzugriff");
  await sabine.getByLabel("Fallnummer").fill(await othersCase(product));
  await sabine.getByLabel("Warum jetzt?").fill("Die Klinik ruft an. Niemand vom Fallteam ist erreichbar.");
  await sabine.getByLabel("15 Minuten").check();
  await picture(sabine, "notzugriff", { height: 700 });
  await sabine.context().close();
}

async function keyboard(product: Product): Promise<void> {
  const sabine = await as(product, "Sabine Kurz");
  await open(sabine, product, "/faelle");
  await sabine.keyboard.press("Control+k");
  await sabine.getByText("Neue Kurzberatung").first().waitFor();
  await picture(sabine, "springen", { height: 640 });
  await sabine.keyboard.press("Escape");
  await open(sabine, product, "/faelle");
  await sabine.keyboard.press("?");
  await picture(sabine, "tasten", { of: sabine.locator("dialog[open]") });
  await sabine.context().close();
}

async function distributing(product: Product): Promise<void> {
  const ralf = await as(product, "Ralf Decker");
  await open(ralf, product, "/auslastung");
  await picture(ralf, "auslastung", { height: 640 });
  await open(ralf, product, "/faelle?zustaendig=niemand");
  await ralf.getByLabel("Alle auf dieser Seite auswählen").check();
  await ralf.getByLabel("Ausgewählte zuweisen an").selectOption({ label: "Sabine Kurz" });
  await picture(ralf, "faelle-zuweisen", { height: 560 });
  await open(ralf, product, "/faelle?ueberfaellig=ja&sortierung=faellig");
  await ralf.getByText("Ansicht speichern").click();
  await ralf.getByLabel("Name der Ansicht").fill("Zuerst Überfälliges");
  await picture(ralf, "ansicht", { height: 420 });
  await open(ralf, product, "/vertretungen");
  await ralf.locator("tbody tr", { hasText: "Sabine Kurz" }).locator("a").first().click();
  await ralf.getByRole("textbox", { name: "Erster Tag" }).fill("07.12.2026");
  await ralf.getByRole("textbox", { name: "Letzter Tag" }).fill("18.12.2026");
  await ralf.getByLabel("Ständige Vertretung").selectOption({ label: "Yılmaz, Emre" });
  await picture(ralf, "vertretung", { height: 620 });
  await openCase(ralf, product, await othersCase(product));
  await ralf.getByLabel("Warum treten Sie bei?").fill("Fallberatung auf Bitte des Case Managers");
  await picture(ralf, "beitreten", { height: 520 });
  await ralf.context().close();
}

async function persons(product: Product): Promise<void> {
  const ralf = await as(product, "Ralf Decker");
  await open(ralf, product, "/personen?q=Hadad");
  await picture(ralf, "personen-suche", { height: 480 });
  await recordPerson(ralf, product, { family: "Aziz", given: "Mariam", birth: "12.03.1992", number: "0171 555 48 22" }, { family: "عزيز", given: "مريم" });
  await recordPerson(ralf, product, { family: "Asis", given: "Maryam", birth: "03.12.1992", number: "01715554822" });
  await open(ralf, product, "/doppelungen");
  await ralf.locator("li", { hasText: "Aziz" }).getByRole("link", { name: /^Entscheiden/ }).first().click();
  await picture(ralf, "doppelung", { height: 820 });
  await ralf.getByRole("button", { name: "Zusammen: dieselbe Person" }).click();
  await ralf.waitForURL((url) => !/[0-9a-f-]{36}$/.test(url.pathname));
  await open(ralf, product, "/doppelungen/zusammengefuehrt");
  await picture(ralf, "zusammengefuehrt", { height: 400 });
  await ralf.context().close();
  const sabine = await as(product, "Sabine Kurz");
  const { number } = await familyOf(sabine, product);
  await open(sabine, product, `/personen?q=${number}`);
  await sabine.locator("tbody a[href^='/personen/']").first().click();
  await sabine.waitForURL(/\/personen\/[0-9a-f-]{36}/);
  await picture(sabine, "person", { height: 860 });
  await sabine.getByRole("link", { name: /^Aufenthalt: Verlauf/ }).click();
  await sabine.waitForURL(/aufenthalt$/);
  await picture(sabine, "aufenthalt", { height: 620 });
  await sabine.context().close();
}

async function recordPerson(page: Page, product: Product, latin: Record<"family" | "given" | "birth" | "number", string>, own?: Record<"family" | "given", string>): Promise<void> {
  await open(page, product, "/personen/neu");
  await page.getByLabel(/^Familienname(?! in)/).fill(latin.family);
  await page.getByLabel(/^Vornamen(?! in)/).fill(latin.given);
  await page.getByLabel(/^Geburtsdatum/).fill(latin.birth);
  await page.getByLabel(/^Nummer oder Adresse/).fill(latin.number);
  if (own !== undefined) {
    await page.getByLabel(/^Familienname in eigener Schrift/).fill(own.family);
    await page.getByLabel(/^Vornamen in eigener Schrift/).fill(own.given);
  }
  await page.getByRole("button", { name: "Person aufnehmen" }).click();
  const warned = page.getByRole("button", { name: "Trotzdem neu aufnehmen" });
  await page.getByText("Die Person ist aufgenommen.").or(warned).first().waitFor();
  if (await warned.isVisible()) await warned.click();
  await page.getByText("Die Person ist aufgenommen.").first().waitFor();
}

async function readingIn(product: Product): Promise<void> {
  const ralf = await as(product, "Ralf Decker");
  await open(ralf, product, "/import/neu");
  await ralf.getByLabel("Woher kommt die Liste?").fill("Excel-Liste des Case Managements, Stand Oktober");
  await ralf.getByLabel("Zum Teil").check();
  await picture(ralf, "liste-herkunft", { height: 820 });
  await ralf.getByLabel("Datei mit der Liste").setInputFiles(LIST);
  await ralf.getByRole("button", { name: "Hochladen und Spalten ansehen" }).click();
  await ralf.waitForURL(/spalten/);
  await picture(ralf, "liste-spalten", { height: 860 });
  await ralf.getByRole("button", { name: "Liste lesen und prüfen" }).click();
  await ralf.waitForURL(/pruefen/, { timeout: 120_000 });
  await ralf.locator("#zeile-13").getByLabel("Getrennt", { exact: true }).check();
  await ralf.locator("#zeile-13").getByText("Gespeichert.").waitFor();
  await ralf.locator("#zeile-15").getByLabel("Zusammen", { exact: true }).check();
  await ralf.locator("#zeile-15").getByText("Gespeichert.").waitFor();
  await picture(ralf, "liste-pruefen", { height: 980 });
  await ralf.getByRole("button", { name: /^\d+ übernehmen, \d+ später entscheiden$/ }).click();
  await ralf.waitForURL(/bericht/, { timeout: 240_000 });
  await picture(ralf, "liste-bericht");
  await ralf.context().close();
}

async function administering(product: Product): Promise<void> {
  const jana = await as(product, "Jana Vogt");
  await open(jana, product, "/verwaltung");
  await picture(jana, "verwaltung", { height: 640 });
  await open(jana, product, "/verwaltung/einstellungen");
  await picture(jana, "einstellungen", { height: 620 });
  await open(jana, product, "/verwaltung/konten");
  await jana.getByRole("link", { name: /Lindner, Petra/ }).first().click();
  await jana.getByRole("link", { name: "Rolle vergeben" }).click();
  await jana.getByLabel("Case Management", { exact: true }).check();
  await jana.getByRole("button", { name: "Weiter" }).click();
  await jana.getByLabel("In welchem Aktenbereich?").selectOption({ label: "Case Management (KIM)" });
  await picture(jana, "rolle", { height: 720 });
  await jana.getByRole("button", { name: "Rolle vergeben" }).click();
  await jana.waitForURL((url) => !url.pathname.endsWith("/neu"));
  await jana.context().close();
  const thomas = await as(product, "Thomas Reimer");
  await open(thomas, product, "/verwaltung/bestaetigungen");
  await picture(thomas, "bestaetigungen", { height: 520 });
  await thomas.context().close();
}

async function record(product: Product): Promise<void> {
  const katrin = await as(product, "Katrin Seidel");
  await open(katrin, product, "/protokoll");
  await picture(katrin, "protokoll", { height: 720 });
  await open(katrin, product, "/notzugriffe");
  await picture(katrin, "notzugriffe", { height: 420 });
  await katrin.context().close();
}

/** In the order that shows each page before later chapters fill it. */
const CHAPTERS: readonly (readonly [string, (product: Product) => Promise<void>])[] = [
  ["Anmelden", signingIn],
  ["Mein Tag und der Fall", myDayAndCase],
  ["Tastatur", keyboard],
  ["Fälle verteilen", distributing],
  ["Personen und Doppelungen", persons],
  ["Verwaltung", administering],
  ["Datenschutz", record],
  ["Aufenthalt und Fristen, Schnellcheck, Rechtsstand", law],
  ["Rechtskreiswechsel", changeOfBenefit],
  ["Einwilligungen, Übermittlungen, Vorgänge der Behörde", workingTogether],
  ["Einschätzen und das Gespräch", assessing],
  ["Der Plan", planning],
  ["Termine und Konferenzen", meeting],
  ["Bescheide und Briefe", writing],
  ["Übergabe, Aufbewahrung, Auskunft", ending],
  ["Die eigene Seite", ownPage],
  ["Liste einlesen", readingIn],
];
