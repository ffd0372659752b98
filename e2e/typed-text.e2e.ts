import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { go } from "./first-day-steps.ts";
import { type Product, shot, startProduct } from "./product.ts";

/** What is typed is never lost, whatever happens between the first letter and the saving; and no mouse is needed for it. */
const WHO = "Nadia Haddad";
let product: Product;
/** a case that she leads */
let casePath: string;

beforeAll(async () => {
  product = await startProduct();
  const page = await product.signInAs(WHO);
  await go(page, product, "/faelle?zustaendig=ich");
  casePath = (await page.locator("tbody a.row-link").first().getAttribute("href"))!;
  await page.context().close();
}, 180_000);
afterAll(() => product.close());

const focused = (page: Page): Promise<string> => page.evaluate(() => (document.activeElement as HTMLElement).innerText || (document.activeElement as HTMLInputElement).name);

/** Tab by tab, as somebody without a mouse; fails where the focus cannot be seen. */
async function tabTo(page: Page, isThere: (page: Page) => Promise<boolean>, most = 80): Promise<void> {
  for (let i = 0; i < most; i += 1) {
    if (await isThere(page)) return;
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => {
      const active = document.activeElement as HTMLElement;
      const shown = (style: CSSStyleDeclaration) => (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
      // rows show it on what is drawn over them, chips and ticks on what stands around or beside the control
      const around = [active, active.parentElement, active.nextElementSibling].flatMap((one) => (one === null ? [] : [getComputedStyle(one), getComputedStyle(one, "::after")]));
      return active === document.body || around.some(shown);
    });
    expect(outline, `focus on ${await focused(page)} is not to be seen`).toBe(true);
  }
  throw new Error("not reached by Tab");
}
const isNamed = (name: string) => (page: Page): Promise<boolean> => page.evaluate((wanted) => (document.activeElement as HTMLInputElement).name === wanted, name);
const isCalled = (words: RegExp) => (page: Page): Promise<boolean> =>
  page.evaluate(({ source, flags }) => new RegExp(source, flags).test((document.activeElement as HTMLElement).ariaLabel || (document.activeElement as HTMLElement).innerText || ""), { source: words.source, flags: words.flags });

test("by keys alone: to the list, into a case, a contact written and saved, a follow-up ticked off", async () => {
  const page = await product.signInAs(WHO);
  await go(page, product, "/mein-tag");
  await page.keyboard.press("g");
  await page.keyboard.press("f");
  await page.waitForURL(/\/faelle$/);
  await tabTo(page, (p) => p.evaluate(() => document.activeElement!.matches("tbody a.row-link")), 60);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/faelle\/[0-9a-f-]{36}$/);
  const here = new URL(page.url()).pathname;
  await tabTo(page, isNamed("text"));
  await page.keyboard.type("Nur mit Tasten geschrieben.");
  await tabTo(page, isNamed("isEntrusted"));
  await page.keyboard.press("Space");
  await tabTo(page, isCalled(/^Speichern$/));
  await page.keyboard.press("Enter");
  await page.getByText("Kontakt gespeichert.").waitFor();
  await go(page, product, `${here}/wiedervorlagen/neu`);
  await page.getByLabel("Was ist zu tun?").fill("Rückruf wegen der Wohnung");
  await page.getByLabel("Fällig am", { exact: true }).fill("1.12.2026");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${here}`);
  await tabTo(page, isCalled(/^Erledigt: Rückruf wegen der Wohnung/));
  await page.keyboard.press("Enter");
  await page.waitForLoadState();
  await expect.poll(() => page.getByRole("button", { name: "Erledigt: Rückruf wegen der Wohnung" }).count()).toBe(0);
  await page.context().close();
});

test("`?` shows the keys; switched off in the account, single keys do nothing", async () => {
  const page = await product.signInAs(WHO);
  await go(page, product, "/mein-tag");
  await page.keyboard.press("?");
  expect(await page.getByRole("dialog").isVisible()).toBe(true);
  await shot(page, "tasten");
  await page.keyboard.press("Escape");
  const toggle = async (): Promise<void> => {
    await go(page, product, "/konto");
    await page.getByRole("button", { name: /Tastenkürzel|Tasten/ }).click();
    await page.waitForLoadState();
  };
  await toggle();
  await page.keyboard.press("?");
  await page.keyboard.press("g");
  await page.keyboard.press("f");
  await page.waitForTimeout(300);
  expect([await page.getByRole("dialog").count(), new URL(page.url()).pathname]).toEqual([0, "/konto"]);
  await toggle();
  await page.context().close();
});

test("without scripts: a refused contact comes back as it was typed, says why, and is saved once put right", async () => {
  const page = await product.signInAs(WHO, { javaScriptEnabled: false });
  await go(page, product, `${casePath}/kontakte/neu`);
  await page.getByLabel("Was wurde besprochen?").fill("Hausbesuch mit Sprachmittlung");
  await page.getByLabel("anvertraut").check();
  await page.getByLabel("Hausbesuch").check();
  await page.getByLabel("Tag", { exact: true }).fill("31.12.2099");
  await page.getByRole("button", { name: "Speichern" }).click();
  expect(await page.getByText("Dieser Tag liegt in der Zukunft.").first().isVisible()).toBe(true);
  await shot(page, "abgewiesen-ohne-skript");
  expect(await page.getByLabel("Was wurde besprochen?").inputValue()).toBe("Hausbesuch mit Sprachmittlung");
  expect([await page.getByLabel("anvertraut").isChecked(), await page.getByLabel("Hausbesuch").isChecked(), await page.getByLabel("Tag", { exact: true }).inputValue()]).toEqual([true, true, "31.12.2099"]);
  await page.getByLabel("Tag", { exact: true }).fill("20.11.2026");
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.getByText("Kontakt gespeichert.").waitFor();
  await page.context().close();
});

test.each([true, false])("two tabs, scripts %s: the later save is refused, shows what changed and keeps what was typed", async (javaScriptEnabled) => {
  const one = await product.signInAs(WHO, { javaScriptEnabled });
  await go(one, product, `${casePath}/wiedervorlagen/neu`);
  await one.getByLabel("Was ist zu tun?").fill("Termin klären");
  await one.getByLabel("Fällig am", { exact: true }).fill("2.12.2026");
  await one.getByRole("button", { name: "Speichern" }).click();
  const path = (await one.getByRole("link", { name: "Termin klären" }).first().getAttribute("href"))!;
  await go(one, product, path);
  const two = await one.context().newPage();
  await go(two, product, path);
  await one.getByLabel("Was ist zu tun?").fill("Termin am Vormittag klären");
  await one.getByRole("button", { name: "Speichern" }).click();
  await one.waitForURL((url) => url.pathname !== path);
  await two.getByLabel("Was ist zu tun?").fill("Termin mit Sprachmittlung klären");
  const [answer] = await Promise.all([two.waitForResponse((response) => response.request().method() === "POST" && response.url().endsWith(path)), two.getByRole("button", { name: "Speichern" }).click()]);
  expect(answer.status()).toBe(409);
  await two.waitForLoadState();
  expect(await two.locator("main").innerText()).toContain("Termin am Vormittag klären");
  expect(await two.getByLabel("Was ist zu tun?").inputValue()).toBe("Termin mit Sprachmittlung klären");
  await shot(two, `zwei-fenster-${javaScriptEnabled ? "mit" : "ohne"}-skript`);
  await two.getByRole("button", { name: "Speichern" }).click();
  await two.waitForURL((url) => url.pathname !== path);
  await go(two, product, path);
  expect(await two.getByLabel("Was ist zu tun?").inputValue()).toBe("Termin mit Sprachmittlung klären");
  await go(two, product, path);
  await one.context().close();
});

test("a draft survives a closed browser, and is gone once it is saved", async () => {
  const before = await product.signInAs(WHO);
  await go(before, product, casePath);
  await before.getByLabel("Was wurde besprochen?").pressSequentially("Noch nicht fertig: die Kita hat");
  await before.getByText(/Entwurf gespeichert/).waitFor();
  await before.context().close();
  const after = await product.signInAs(WHO, { javaScriptEnabled: false });
  await go(after, product, casePath);
  const text = after.getByLabel("Was wurde besprochen?");
  expect(await text.inputValue()).toBe("Noch nicht fertig: die Kita hat");
  await text.fill("Fertig: die Kita hat einen Platz.");
  await after.getByRole("button", { name: "Speichern" }).click();
  await after.getByText("Kontakt gespeichert.").waitFor();
  expect(await after.getByLabel("Was wurde besprochen?").inputValue()).toBe("");
  await after.context().close();
});

/** From another machine: what else is signed in under this account ends. */
async function endAllSessions(): Promise<void> {
  const elsewhere = await product.signInAs(WHO);
  await go(elsewhere, product, "/konto/sitzungen");
  await elsewhere.getByRole("button", { name: "Überall sonst abmelden" }).click();
  await elsewhere.waitForLoadState();
  await elsewhere.context().close();
}

async function signInBeside(page: Page): Promise<void> {
  const tab = await page.context().newPage();
  await tab.goto(`${product.origin}/anmelden`);
  await tab.getByRole("button", { name: new RegExp(WHO) }).first().click();
  await tab.waitForURL((url) => !url.pathname.startsWith("/anmelden"));
  await tab.close();
}

test.each([true, false])("the session ends while typing, scripts %s: signed in again beside it, the text is sent once", async (javaScriptEnabled) => {
  const text = `Langes Gespräch über die Wohnungssuche, mitgeschrieben ${javaScriptEnabled ? "mit" : "ohne"} Skript.`;
  const page = await product.signInAs(WHO, { javaScriptEnabled });
  await go(page, product, `${casePath}/kontakte/neu`);
  await endAllSessions();
  await page.getByLabel("Was wurde besprochen?").pressSequentially(text);
  if (javaScriptEnabled) {
    await page.getByText("Ihre Sitzung ist abgelaufen. Ihr Text steht noch hier.").waitFor();
    await shot(page, "sitzung-zu-ende-beim-schreiben");
    expect(await page.getByLabel("Was wurde besprochen?").inputValue()).toBe(text);
  }
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.getByText("Ihre Sitzung ist zu Ende").waitFor();
  expect(await page.locator("blockquote").filter({ hasText: text }).isVisible()).toBe(true);
  await shot(page, `sitzung-zu-ende-${javaScriptEnabled ? "mit" : "ohne"}-skript`);
  await signInBeside(page);
  await page.getByRole("button", { name: "Jetzt speichern" }).click();
  await page.getByText("Kontakt gespeichert.").waitFor();
  expect(await page.getByText(text).count()).toBe(1);
  await page.context().close();
});
