import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, complaintsOf, overflow, type Product, shot, startProduct } from "./product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, 180_000);
afterAll(() => product.close());

/** An old phone: narrow, without scripts. */
const phone = (javaScriptEnabled = false): Promise<BrowserContext> => product.browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled });

/** Answers by the words of the question until there is none left. */
async function walk(page: Page, answers: readonly (readonly [RegExp, string | readonly [month: string, year: string]])[], words: { readonly next: string; readonly dontKnow: string; readonly month: string; readonly year: string }): Promise<string[]> {
  const asked: string[] = [];
  for (let heading = await page.locator("h1").textContent(); (await page.locator("legend").count()) > 0; heading = await page.locator("h1").textContent()) {
    asked.push(heading!);
    expect([heading, await overflow(page)]).toEqual([heading, 0]);
    const answer = answers.find(([question]) => question.test(heading!))?.[1];
    if (typeof answer === "string") await page.getByLabel(answer, { exact: true }).check();
    else if (answer !== undefined) {
      await page.getByLabel(words.month, { exact: true }).selectOption(answer[0]);
      await page.getByLabel(words.year, { exact: true }).fill(answer[1]);
    }
    await page.getByRole("button", { name: answer === undefined ? words.dontKnow : words.next, exact: true }).click();
    expect(page.url()).toBe(`${product.origin}/schnellcheck`);
    expect(asked.length).toBeLessThan(18);
  }
  return asked;
}

const GERMAN = { next: "Weiter", dontKnow: "Weiß ich nicht", month: "Monat", year: "Jahr" };
const ANSWERS = [
  [/Welches Papier/, "Duldung"], [/ohne Unterbrechung mit einem Papier/, ["3", "2017"]], [/eine Duldung\?/, ["1", "2020"]], [/Wann sind Sie geboren/, ["5", "1985"]],
  [/Wovon leben Sie/, "Nur von Arbeit oder eigenem Geld"], [/Wie gut ist Ihr Deutsch/, "B1 (Alltag und Arbeit)"], [/Leben in Deutschland/, "Ja, mit 17 oder mehr Punkten"], [/zeigen, wer Sie sind/, "Mit einem gültigen Pass"], [/mit einem Kind/, "Nein"], [/Integrationskurs/, "Nein"],
] as const;

test("in German, without scripts, at 320 px: from the sign-in page to a result that names the right and whom to ask", async () => {
  const context = await phone();
  const page = await context.newPage();
  await page.goto(`${product.origin}/anmelden`);
  await page.getByRole("link", { name: "Schnellcheck in neun Sprachen" }).click();
  await page.getByRole("button", { name: "Anfangen" }).click();
  const asked = await walk(page, ANSWERS, GERMAN);
  expect(asked.length).toBeLessThanOrEqual(10);
  const right = page.getByRole("region", { name: "Aufenthaltserlaubnis nach langer Zeit in Deutschland" });
  expect(await right.textContent()).toContain("Kann passen");
  expect(await right.textContent()).toContain("Das entscheidet die Behörde.");
  expect(await page.getByText("Diakonie Lindenau", { exact: false }).first().isVisible()).toBe(true);
  expect(await overflow(page)).toBe(0);
  await shot(page, "schnellcheck-ergebnis-320");
  expect(await context.cookies()).toEqual([]);
  await page.getByRole("button", { name: "Zurück", exact: true }).click();
  expect(await page.locator("legend").count()).toBe(1);
  expect(await page.getByRole("radio", { checked: true }).count()).toBe(1);
  await context.close();
}, 120_000);

test("in Arabic from right to left, by keyboard alone, and the quick exit is always the first thing to reach", async () => {
  const context = await phone(true);
  const complaints = complaintsOf(context);
  const page = await context.newPage();
  await page.goto(`${product.origin}/schnellcheck`);
  await page.getByRole("link", { name: "العربية" }).click();
  expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
  expect([await axeViolations(page), await overflow(page)]).toEqual([[], 0]);
  await shot(page, "schnellcheck-arabisch-320");
  await page.getByRole("button", { name: "ابدأ" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /أي ورقة/ }).waitFor();
  expect([await axeViolations(page), await overflow(page)]).toEqual([[], 0]);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("مغادرة الصفحة بسرعة");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  expect(await page.getByRole("radio", { checked: true }).getAttribute("value")).toBe("gestattung");
  await page.keyboard.press("ArrowDown");
  expect(await page.getByRole("radio", { checked: true }).getAttribute("value")).toBe("duldung");
  await page.keyboard.press("Enter");
  await page.getByText("السؤال 2").waitFor();
  await page.getByRole("button", { name: "لا أعرف" }).click();
  await page.getByRole("button", { name: "إلى النتيجة الآن" }).click();
  await page.getByRole("heading", { name: "نتيجتك" }).waitFor();
  expect([await axeViolations(page), await overflow(page)]).toEqual([[], 0]);
  await shot(page, "schnellcheck-arabisch-ergebnis-320");
  expect(complaints).toEqual([]);
  await context.close();
}, 120_000);

test("no answer is said beside the question, the language changes on the way, and the result prints without buttons", async () => {
  const context = await product.browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${product.origin}/schnellcheck?sprache=en`);
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("button", { name: "Next" }).click();
  expect(await page.getByRole("alert").textContent()).toContain("Please choose an answer");
  expect(await axeViolations(page)).toEqual([]);
  await page.getByLabel("Chancen-Aufenthalt", { exact: false }).check();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByText("Language").click();
  await page.getByRole("button", { name: "Türkçe" }).click();
  await page.getByText("Soru 2").waitFor();
  await page.getByRole("button", { name: "Bilmiyorum" }).click();
  await page.getByRole("button", { name: "Şimdi sonuca geç" }).click();
  expect(await page.getByText("104c'ye göre oturum izni sona erer", { exact: false }).isVisible()).toBe(true);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("button").filter({ visible: true }).count()).toBe(0);
  expect(await page.getByRole("link").filter({ visible: true }).count()).toBe(0);
  await shot(page, "schnellcheck-druck");
  await context.close();
}, 120_000);
