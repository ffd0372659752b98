import type { Locator, Page } from "playwright-core";
import { type Effort, Hand, secondsOf } from "./hand.ts";
import type { Product } from "./product.ts";

/** A mother and her child, new to the office: what a case manager types in and after the first long talk. */
const AREAS: readonly (readonly [area: string, level: number, said: Readonly<Partial<Record<"own" | "resource" | "need" | "words", string>>>])[] = [
  ["Aufenthalt und Recht", 4, { resource: "hat den Bescheid und kennt das Datum" }],
  ["Einbürgerung", 1, {}],
  ["Sprache", 2, { own: "2", resource: "A2 bestanden, liest schon gut", need: "B1-Kurs am Vormittag, nah an der Kita", words: "Ich verstehe viel, aber ich traue mich nicht zu sprechen." }],
  ["Schule, Bildung, Kita", 2, { resource: "Yara freut sich auf andere Kinder", need: "Kitaplatz ab Januar, Anmeldung beim Jugendamt" }],
  ["Ausbildung und Arbeit", 2, { own: "1", resource: "sechs Jahre als Krankenpflegerin gearbeitet", need: "Weg zurück in die Pflege, Praktikum zum Kennenlernen", words: "Ich möchte wieder in einem Krankenhaus arbeiten." }],
  ["Anerkennung von Qualifikationen", 2, { resource: "Diplom und Zeugnisse im Original vorhanden", need: "Beratung zur Anerkennung, Übersetzung der Zeugnisse" }],
  ["Existenzsicherung und Leistungen", 3, { resource: "Bürgergeld bewilligt bis Mai", need: "Hilfe beim Antrag auf Kinderzuschlag und Teilhabe" }],
  ["Wohnen", 3, { own: "2", need: "zwei Zimmer sind für drei zu eng", words: "Nachts hören wir die Nachbarn, das Kind wacht auf." }],
  ["Gesundheit", 4, { resource: "Hausärztin gefunden, Yara ist geimpft" }],
  ["Familie und Kinder", 4, { resource: "der Alltag mit dem Kind gelingt gut" }],
  ["Soziale Teilhabe und Ehrenamt", 2, { own: "2", need: "Kontakte im Ort, gern ein Frauencafé", words: "Ich kenne hier nur meine Nachbarin." }],
  ["Behörden und Verwaltung", 3, { resource: "legt alle Briefe in einen Ordner", need: "jemand, der schwierige Briefe mitliest" }],
];
const LEARNT = [{ what: "Krankenpflegerin", kind: "Berufsausbildung", country: "Syrien", year: "2014" }, { what: "Näht und ändert Kleidung", kind: "Können" }] as const;
const AROUND = [{ who: "Yara", from: "Familie" }, { who: "Schwester in Köln", from: "Familie" }, { who: "Nachbarin im ersten Stock", from: "Nachbarschaft" }] as const;

export interface Walked {
  readonly steps: readonly Effort[];
  readonly file: string;
}
/** By the first letters of its word. The browser forgets them after a second, which a machine at work may let pass: then it is set. */
const choose = async (hand: Hand, field: Locator, word: string): Promise<void> => {
  await hand.write(field, word);
  const words = await field.evaluate((select) => Array.from((select as HTMLSelectElement).options, (option) => option.label));
  await field.selectOption({ label: words.find((label) => label.startsWith(word)) ?? word });
};
const tick = async (hand: Hand, box: Locator): Promise<void> => {
  await hand.reach(box);
  hand.think();
  await hand.press("Space");
};
const enter = async (hand: Hand, button: Locator): Promise<void> => {
  await hand.reach(button);
  hand.think();
  await hand.press("Enter");
};

async function mother(hand: Hand, page: Page): Promise<void> {
  await hand.write(page.getByLabel(/^Familienname(?! in)/), "Al-Khatib");
  await hand.write(page.getByLabel(/^Vornamen(?! in)/), "Rim");
  await hand.write(page.getByLabel(/^Geburtsdatum/), "14.08.1991");
  await choose(hand, page.getByLabel("Geschlecht"), "weiblich");
  await hand.write(page.getByLabel(/^Einreise/), "10/2023");
  await choose(hand, page.getByLabel(/^Staatsangehörigkeit/), "Syrien");
  await choose(hand, page.getByLabel("Sprache", { exact: false }).first(), "Arabisch");
  await tick(hand, page.getByLabel("Sprachmittlung nötig"));
  await hand.write(page.getByLabel(/^Nummer oder Adresse/), "0151 55548213");
  await hand.write(page.getByLabel(/^Straße und Hausnummer/), "Mühlenweg 4");
  await hand.write(page.getByLabel(/^Postleitzahl/), "59199");
  await hand.write(page.getByLabel("Ort", { exact: false }).last(), "Ahrfeld");
  await enter(hand, page.getByRole("button", { name: "Person aufnehmen" }));
  await page.getByText("Die Person ist aufgenommen.").first().waitFor();
}

/** Both persons and the case, begun from the list of cases. */
async function recordThem(hand: Hand, page: Page, product: Product): Promise<string> {
  await page.goto(`${product.origin}/faelle`);
  hand.begin("Personen und Fall aufnehmen");
  await hand.click(page.getByRole("link", { name: "Neuer Fall" }).first());
  await page.waitForURL(/faelle\/neu/);
  await hand.click(page.getByRole("link", { name: /^(Neue Person|Person anlegen)$/ }).first());
  await page.waitForURL(/personen\/neu/);
  await mother(hand, page);
  await hand.click(page.getByRole("link", { name: "Neue Person" }).first());
  await page.waitForURL(/personen\/neu/);
  await hand.write(page.getByLabel(/^Familienname(?! in)/), "Al-Khatib");
  await hand.write(page.getByLabel(/^Vornamen(?! in)/), "Yara");
  await hand.write(page.getByLabel(/^Geburtsdatum/), "03.02.2022");
  await enter(hand, page.getByRole("button", { name: "Person aufnehmen" }));
  await page.getByText("Die Person ist aufgenommen.").first().waitFor();
  await enter(hand, page.getByRole("button", { name: "Fall eröffnen" }));
  await page.waitForURL(/\/faelle\/[0-9a-f-]{36}/);
  return page.url().replace(/[?#].*/, "");
}

async function assess(hand: Hand, page: Page): Promise<void> {
  hand.begin("Einschätzung, zwölf Lebensbereiche");
  await hand.click(page.getByRole("link", { name: "Plan", exact: true }).first());
  await hand.click(page.getByRole("link", { name: "Assessment", exact: true }));
  await hand.click(page.getByRole("link", { name: "Einschätzen" }));
  await page.waitForURL(/assessment\/neu/);
  for (const [area, level, said] of AREAS) {
    const group = page.getByRole("group", { name: area, exact: true });
    await hand.reach(group.locator("input[type=radio]:checked"));
    hand.think();
    // from "nicht gefragt", the last, the arrow comes round to the first
    await hand.press("ArrowRight", level);
    if (!(await group.locator(`input[type=radio][value="${level}"]`).isChecked())) throw new Error(`${area}: another step is chosen`);
    if (said.own !== undefined) await choose(hand, group.getByLabel(/^Die Person sagt/), said.own);
    if (said.resource !== undefined) await hand.write(group.getByLabel("Kann, hat, kennt"), said.resource);
    if (said.need !== undefined) await hand.write(group.getByLabel("Braucht"), said.need);
    if (said.words !== undefined) await hand.write(group.getByLabel("In Worten der Person"), said.words);
  }
  await enter(hand, page.getByRole("button", { name: "Speichern", exact: true }));
  await page.getByText("Einschätzung gespeichert.").waitFor();
}

async function learnt(hand: Hand, page: Page): Promise<void> {
  hand.begin("Gelernt und gekonnt, zwei Zeilen");
  for (const one of LEARNT) {
    await hand.click(page.locator("#qualifikationen").getByRole("link", { name: "Hinzufügen" }));
    await page.waitForURL(/qualifikationen\/neu/);
    await hand.write(page.getByLabel("Was?", { exact: true }), one.what);
    await choose(hand, page.getByLabel("Art", { exact: true }), one.kind);
    if ("country" in one) await choose(hand, page.getByLabel(/^Wo\?/), one.country);
    if ("year" in one) await hand.write(page.getByLabel(/^Bis wann\?/), one.year);
    await hand.press("Enter");
    await page.getByText("Eingetragen.", { exact: true }).waitFor();
  }
}

async function around(hand: Hand, page: Page): Promise<void> {
  hand.begin("Wer wichtig ist, drei Menschen");
  for (const one of AROUND) {
    await hand.click(page.locator("#netzwerk").getByRole("link", { name: "Hinzufügen" }));
    await page.waitForURL(/netzwerk\/neu/);
    await hand.write(page.getByLabel("Wer?", { exact: true }), one.who);
    if (one.from !== "Familie") await choose(hand, page.getByLabel("Woher?"), one.from);
    await enter(hand, page.getByRole("button", { name: "Speichern" }));
    await page.getByText("Eingetragen.", { exact: true }).waitFor();
  }
}

/** Everything that the first assessment needs, from two people whom nobody knows yet; leaves the page at the assessment. */
export async function walkFirstAssessment(page: Page, product: Product): Promise<Walked> {
  page.setDefaultTimeout(30_000);
  const hand = new Hand(page);
  const file = await recordThem(hand, page, product);
  await assess(hand, page);
  await learnt(hand, page);
  await around(hand, page);
  return { steps: hand.steps, file };
}

export const minutesOf = (steps: readonly Effort[]): number => steps.reduce((sum, step) => sum + secondsOf(step), 0) / 60;
