import type { CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_CARD, DEMO_PIN } from "../src/demo/index.ts";
import { complaintsOf, look, type Product, startProduct } from "./product.ts";

let product: Product;
let site: string;
beforeAll(async () => {
  product = await startProduct();
  const { portal } = product.application;
  if (portal === null || !("address" in portal)) throw new Error(`no own page: ${JSON.stringify(portal)}`);
  site = portal.address;
}, 180_000);
afterAll(() => product.close());

interface Handset { readonly page: Page; readonly cdp: CDPSession; readonly authenticatorId: string }
/** A telephone that knows a finger, as the browser's own tools play it. */
async function handset(): Promise<Handset> {
  const page = await (await product.browser.newContext({ viewport: { width: 390, height: 780 }, locale: "de-DE" })).newPage();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", { options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
  return { page, cdp, authenticatorId };
}
const byPhone = 'form[data-passkey="open"] button';
async function byPin(page: Page): Promise<void> {
  await page.goto(`${site}/start?k=${DEMO_CARD}&sprache=de`);
  await page.goto(`${site}/start?sprache=de`);
  await page.locator("input[name=pin]").fill(DEMO_PIN);
  await page.locator('form[action="/start"] button:not([name])').last().click();
  await page.locator("nav.places").waitFor();
}
/** Where the way by the telephone stands: above the PIN, or below it. */
const isAbove = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const [phone, pin] = [document.querySelector('form[data-passkey="open"]')!, document.querySelector("input[name=pin]")!];
    return (phone.compareDocumentPosition(pin) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  });
const signOut = async (page: Page): Promise<void> => {
  await page.goto(`${site}/mehr`);
  await page.locator('form[action="/abmelden"] button').click();
};

test("set up with the PIN, the telephone opens the page by finger, also where nothing is left but the telephone; removed, it opens no more", async () => {
  const { page, cdp, authenticatorId } = await handset();
  const complaints = complaintsOf(page.context());
  await page.goto(`${site}/start`);
  await page.locator(byPhone).waitFor();
  expect(await isAbove(page), "nobody is led to it who did not set it up").toBe(false);
  await byPin(page);
  await page.goto(`${site}/mehr`);
  await page.locator('a[href="/ohne-pin"]').click();
  await look(page, "portal-passkeys");
  await page.locator("input[name=pin]").fill(DEMO_PIN);
  await page.locator('form[action="/ohne-pin"] button').click();
  await page.locator('form[data-passkey="add"] button').waitFor();
  await look(page, "portal-passkeys-now");
  await page.locator('form[data-passkey="add"] button').click();
  await page.locator(".own-phone").waitFor();
  await look(page, "portal-passkeys-own");
  const { credentials } = await cdp.send("WebAuthn.getCredentials", { authenticatorId });
  expect(credentials.map((c) => [c.isResidentCredential, c.rpId])).toEqual([[true, "localhost"]]);

  await signOut(page);
  await page.goto(`${site}/start`);
  await page.locator(byPhone).waitFor();
  expect(await isAbove(page)).toBe(true);
  await look(page, "portal-start-passkey");
  await page.locator(byPhone).click();
  await page.locator("nav.places").waitFor();

  await page.context().clearCookies();
  await page.goto(`${site}/start`);
  await page.locator(byPhone).click();
  await page.locator("nav.places").waitFor();

  await page.goto(`${site}/ohne-pin`);
  await page.locator('.own-phone button').click();
  await page.locator(".done").waitFor();
  expect(await page.locator(".own-phone").count()).toBe(0);
  await signOut(page);
  await page.goto(`${site}/start`);
  expect(complaints).toEqual([]);
  await page.locator(byPhone).click();
  await page.locator(".refused").waitFor();
  await look(page, "portal-start-forgotten");
  await expect.poll(async () => (await cdp.send("WebAuthn.getCredentials", { authenticatorId })).credentials.length, { message: "the telephone forgets it, too" }).toBe(0);
  await byPin(page);
  await page.context().close();
}, 120_000);

test("a finger that does not fit says so and leaves the PIN; without scripts and without such a telephone there is only the PIN", async () => {
  const { page, cdp, authenticatorId } = await handset();
  await byPin(page);
  await page.goto(`${site}/ohne-pin`);
  await page.locator("input[name=pin]").fill(DEMO_PIN);
  await page.locator('form[action="/ohne-pin"] button').click();
  await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  await page.locator('form[data-passkey="add"] button').click();
  await page.locator('[data-told="failed"]').waitFor();
  await look(page, "portal-passkeys-failed");
  await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true });
  await page.locator('form[data-passkey="add"] button').click();
  await page.locator(".own-phone").waitFor();
  await page.context().close();

  for (const javaScriptEnabled of [false, true]) {
    const plain = await (await product.browser.newContext({ viewport: { width: 390, height: 780 }, javaScriptEnabled })).newPage();
    await byPin(plain);
    await plain.goto(`${site}/ohne-pin`);
    await plain.locator('[data-able="no"]').waitFor();
    expect([javaScriptEnabled, await plain.locator("input[name=pin]").isVisible(), await plain.locator(".own-phone button").isVisible()]).toEqual([javaScriptEnabled, false, true]);
    await signOut(plain);
    await plain.goto(`${site}/start`);
    expect([javaScriptEnabled, await plain.locator(byPhone).isVisible()]).toEqual([javaScriptEnabled, false]);
    await plain.context().close();
  }
}, 120_000);
