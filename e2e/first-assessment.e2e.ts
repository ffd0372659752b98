import { afterAll, beforeAll, expect, test } from "vitest";
import { minutesOf, walkFirstAssessment } from "./first-assessment-steps.ts";
import { type Product, startProduct } from "./product.ts";

/** "In at most 15 minutes of typing": counted strokes times the seconds of a model; the clock of the machine decides nothing. */
const MOST_MINUTES = 15;
/** All that the form asks. A language, the family, an address or what somebody learnt is known, and no field of it. */
const ASKED = /^((level|own|entrusted|resource|need|words)\.[a-z_]+|assessedOn|wordsLanguage|isTogether)$/;

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, 180_000);
afterAll(() => product.close());

test("two people whom nobody knows are recorded and assessed by keyboard in at most a quarter of an hour, and nothing is asked twice", async () => {
  const page = await product.signInAs("Sabine Kurz");
  const { steps, file } = await walkFirstAssessment(page, product);
  expect(steps.map((step) => step.step)).toHaveLength(4);
  expect(minutesOf(steps)).toBeLessThan(MOST_MINUTES);
  // everything typed is there
  expect(await page.locator(".said-area").count()).toBe(11);
  expect(await page.locator("#netzwerk tbody tr").count()).toBe(3);

  await page.getByRole("link", { name: "Erneut einschätzen" }).click();
  await page.waitForURL(/assessment\/neu/);
  const asked = await page.locator("main form [name]").evaluateAll((all) => all.filter((e) => !["hidden", "submit"].includes((e as HTMLInputElement).type)).map((e) => (e as HTMLInputElement).name));
  expect(asked.filter((name) => !ASKED.test(name) && name !== "state")).toEqual([]);
  const known = (area: string): Promise<string> => page.getByRole("group", { name: area, exact: true }).locator(".assess-known").innerText();
  expect(await known("Sprache")).toContain("Arabisch");
  expect(await known("Wohnen")).toContain("Ahrfeld");
  expect(await known("Familie und Kinder")).toContain("Yara, 4 Jahre");
  expect(await known("Ausbildung und Arbeit")).toContain("Krankenpflegerin");
  await page.goto(`${file}/assessment`);
  await page.locator("#netzwerk").getByRole("link", { name: "Hinzufügen" }).click();
  expect(await page.locator("datalist option").evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value))).toEqual(["Yara"]);
}, 240_000);
