import { renderToString } from "preact-render-to-string";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { renderDocument } from "../src/ui/index.ts";
import { launchBrowser } from "./browser.ts";
import { ISLAND_PAGES, readersLine } from "./islands-page.tsx";
import { type UiServer, serveUi } from "./ui-server.ts";

let browser: Browser;
let server: UiServer;
let signedIn = true;
let tab: Page;

function answer(url: URL) {
  const json = (value: unknown) => ({ body: JSON.stringify(value), type: "application/json" });
  if (url.pathname === "/entwurf") return signedIn ? json({}) : { body: "", status: 401 };
  if (url.pathname === "/suche.json") return json({ groups: [{ label: "Fälle", items: [{ label: "Erster", href: "/neu" }, { label: "<img src=x>", href: "/faelle" }] }] });
  if (url.pathname === "/leser") return { body: renderToString(readersLine(url.searchParams.has("anvertraut") ? "nur Sie" : "alle")) };
  if (url.pathname === "/stand") return json({ done: 9, total: 9, finished: true, href: "/faelle" });
  const page = ISLAND_PAGES[url.pathname];
  return page ? { body: renderDocument({ title: "Probe", body: page, shortcuts: url.searchParams.has("aus") ? "off" : "on" }) } : null;
}

beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveUi(answer);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(async () => {
  signedIn = true;
  server.asked.length = 0;
  tab = await (await browser.newContext()).newPage();
  await tab.goto(`${server.origin}/`);
  return async () => tab.context().close();
});

test("`/` goes to the search, `g f` to the cases, `?` shows all keys", async () => {
  await tab.keyboard.press("/");
  expect(await tab.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("q");
  await tab.keyboard.type("g f");
  expect(new URL(tab.url()).pathname).toBe("/");
  await tab.locator("main").focus();
  await tab.keyboard.press("?");
  await tab.getByRole("dialog", { name: "Tastenkürzel" }).waitFor();
  await tab.keyboard.press("Escape");
  await tab.locator("main").focus();
  await tab.keyboard.type("gf");
  await tab.waitForURL("**/faelle");
});

test("single keys do nothing where they are switched off", async () => {
  await tab.goto(`${server.origin}/?aus`);
  await tab.keyboard.press("?");
  expect(await tab.locator("dialog[open]").count()).toBe(0);
});

test("Strg+K finds, arrows choose, Enter goes; a name that is markup stays text", async () => {
  await tab.keyboard.press("Control+k");
  await tab.getByRole("combobox").fill("er");
  await tab.getByText("2 Treffer").waitFor();
  expect(await tab.getByRole("option").nth(1).textContent()).toContain("<img src=x>");
  await tab.keyboard.press("ArrowDown");
  expect(await tab.getByRole("option").nth(1).getAttribute("aria-selected")).toBe("true");
  await tab.keyboard.press("Enter");
  await tab.waitForURL("**/faelle");
});

test("a long text is kept on the server while it is typed, and never in the browser", async () => {
  await tab.getByLabel("Text").fill("Erstes Gespräch");
  await tab.getByText("Entwurf gespeichert").waitFor();
  const sent = server.asked.find((line) => line.startsWith("POST /entwurf"));
  expect(new URLSearchParams(sent!.split(" ")[2]).get("text")).toBe("Erstes Gespräch");
  expect(sent).toContain("_csrf=t");
  expect(await tab.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test("after the session ended the text stays, and signing in happens in another window", async () => {
  signedIn = false;
  await tab.getByLabel("Text").fill("noch da");
  const link = tab.getByRole("link", { name: "In einem neuen Fenster anmelden" });
  await link.waitFor();
  expect(await link.getAttribute("target")).toBe("_blank");
  expect(await tab.getByLabel("Text").inputValue()).toBe("noch da");
  signedIn = true;
  await tab.evaluate(() => window.dispatchEvent(new Event("focus")));
  await tab.getByText("Entwurf gespeichert").waitFor();
});

test("the readers' line follows the choices and never sends what is typed", async () => {
  await tab.getByLabel("Text").fill("geheim");
  await tab.getByLabel("anvertraut").check();
  await tab.getByText("nur Sie").waitFor();
  expect(server.asked.filter((line) => line.startsWith("GET /leser"))).toEqual(["GET /leser?anvertraut=ja"]);
});

test("leaving with unsaved text asks first", async () => {
  await tab.getByLabel("Tag", { exact: true }).fill("1.1.2027");
  const asked = tab.waitForEvent("dialog");
  void tab.getByRole("link", { name: "weg" }).click();
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  expect(await tab.getByLabel("Tag", { exact: true }).inputValue()).toBe("1.1.2027");
});

test("the head's box ticks every row and the count says so", async () => {
  await tab.getByLabel("Alle auf dieser Seite auswählen").check();
  expect(await tab.getByLabel("1 auswählen").isChecked()).toBe(true);
  await tab.getByLabel("2 auswählen").uncheck();
  expect(await tab.getByLabel("Alle auf dieser Seite auswählen").evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
});

test("a form opened in a dialog posts to its own address and takes the focus", async () => {
  await tab.getByRole("link", { name: "Neu" }).click();
  const dialog = tab.getByRole("dialog", { name: "Neue Sache" });
  await dialog.waitFor();
  expect(await dialog.locator("form").getAttribute("action")).toBe(`${server.origin}/neu`);
  expect(await tab.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("was");
});

test("progress moves by itself and goes on when done", async () => {
  await tab.goto(`${server.origin}/laeuft`);
  await tab.waitForURL("**/faelle");
});
