import { mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildServer } from "../src/http/index.ts";
import { chrome } from "../src/main/chrome.ts";
import { accountsRoutes } from "../src/accounts/index.ts";
import { homeRoute } from "../src/main/home.tsx";
import { buildAssets } from "../src/ui/index.ts";
import { startTestServer, type TestServer } from "../test/server.ts";
import { actor, type Actor } from "../test/world.ts";
import { launchBrowser } from "./browser.ts";

// this capability alone, so that a page of another one cannot turn it red
const routes = [...accountsRoutes, homeRoute];
const screenshots = join(dirname(import.meta.dirname), "screenshots");
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let it: TestServer;
let server: FastifyInstance;
let browser: Browser;
let origin: string;
let administrator: Actor;
let worker: Actor;
beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  it = await startTestServer({ routes });
  const assetsDir = mkdtempSync(join(tmpdir(), "einklang-assets-"));
  await buildAssets(assetsDir);
  server = await buildServer({ app: it.app, routes, chrome, assetsDir });
  await server.listen({ port: 0, host: "127.0.0.1" });
  origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
  administrator = await actor(it.world, ["tenant_administrator"], null, "Verwalter");
  const second = await actor(it.world, ["tenant_administrator"], null, "Zweite");
  worker = await actor(it.world, ["case_manager", "team_lead"], "case", "Brandt");
  const ego = await actor(it.world, [], "case", "Neu");
  await it.api("POST", `/api/v1/accounts/${ego.accountId}/memberships`, administrator.secret, { role: "case_manager", room_id: it.world.caseRoomId });
  await it.api("POST", `/api/v1/accounts/${ego.accountId}/memberships`, second.secret, { role: "intake", room_id: it.world.caseRoomId, until_on: "31.12.2099" });
  await it.post(`/verwaltung/konten/${worker.accountId}/wiederherstellung`, second.secret, { faktor: "ja" });
  await it.post("/konto/zugangstoken", administrator.secret, { name: "Auswertung Fachdienst", rechte: "read", tage: "30" });
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await it.close();
});

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
async function violations(tab: Page): Promise<string[]> {
  await tab.evaluate(`${axeSource};0`);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const found = await tab.evaluate((runOnly) => (window as unknown as { axe: { run(d: Document, o: object): Promise<AxeResults> } }).axe.run(document, { runOnly }), tags);
  return found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
}

const PAGES: readonly [string, () => string, boolean][] = [
  ["anmelden", () => "/anmelden", false],
  ["konto", () => "/konto", true],
  ["konto-passwort", () => "/konto/passwort", true],
  ["konto-sitzungen", () => "/konto/sitzungen", true],
  ["konto-zweiter-faktor", () => "/konto/zweiter-faktor", true],
  ["konto-aktenbereich", () => "/konto/aktenbereich", true],
  ["konto-zugangstoken", () => "/konto/zugangstoken", true],
  ["verwaltung", () => "/verwaltung", true],
  ["verwaltung-konten", () => "/verwaltung/konten", true],
  ["verwaltung-konto", () => `/verwaltung/konten/${worker.accountId}`, true],
  ["verwaltung-konto-neu", () => "/verwaltung/konten/neu", true],
  ["verwaltung-rolle-neu", () => `/verwaltung/konten/${worker.accountId}/rollen/neu`, true],
  ["verwaltung-wiederherstellung", () => `/verwaltung/konten/${worker.accountId}/wiederherstellung`, true],
  ["verwaltung-stellen", () => "/verwaltung/stellen", true],
  ["verwaltung-stelle", () => `/verwaltung/stellen/${it.world.organisationId}`, true],
  ["verwaltung-aktenbereiche", () => "/verwaltung/aktenbereiche", true],
  ["verwaltung-aktenbereich-neu", () => "/verwaltung/aktenbereiche/neu", true],
  ["verwaltung-aktenbereich", () => `/verwaltung/aktenbereiche/${it.world.caseRoomId}`, true],
  ["verwaltung-bestaetigungen", () => "/verwaltung/bestaetigungen", true],
  ["verwaltung-einstellungen", () => "/verwaltung/einstellungen", true],
  ["verwaltung-lebensbereiche", () => "/verwaltung/lebensbereiche", true],
  ["verwaltung-rechtsgrundlagen", () => "/verwaltung/rechtsgrundlagen", true],
];

test.each(PAGES)("%s reads well at 1440 and at 320 px, without axe violations", async (name, path, signedIn) => {
  for (const width of [1440, 320]) {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    if (signedIn) await context.addCookies([{ name: "einklang", value: administrator.secret, url: origin }]);
    const tab = await context.newPage();
    const complaints: string[] = [];
    tab.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    expect((await tab.goto(origin + path(), { waitUntil: "load" }))?.status()).toBe(200);
    await tab.evaluate(() => document.fonts.ready);
    await tab.screenshot({ path: join(screenshots, `${name}-${width}.png`), fullPage: true });
    expect([width, await violations(tab)]).toEqual([width, []]);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await context.close();
  }
});

test("by typing alone and without scripts: an account, its invitation, a first password", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies([{ name: "einklang", value: administrator.secret, url: origin }]);
  const tab = await context.newPage();
  await tab.goto(`${origin}/verwaltung/konten/neu`);
  await tab.getByLabel("Vorname").fill("Katrin");
  await tab.getByLabel("E-Mail-Adresse").fill("k.yilmaz@example.org");
  await tab.getByLabel("Stelle", { exact: true }).selectOption({ index: 1 });
  await tab.getByRole("button", { name: "Anlegen und einladen" }).click();
  await tab.getByText("Geben Sie den Familiennamen ein.").first().waitFor();
  expect(await tab.getByLabel("Vorname").inputValue()).toBe("Katrin");
  await tab.getByLabel("Familienname").fill("Yılmaz");
  await tab.getByRole("button", { name: "Anlegen und einladen" }).click();
  const link = new URL((await tab.locator("code").textContent())!).pathname;
  const fresh = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await fresh.goto(origin + link);
  await fresh.getByLabel("Neues Passwort").fill("vier pferde lesen moos");
  await fresh.getByLabel("Noch einmal").fill("vier pferde lesen moos");
  await fresh.screenshot({ path: join(screenshots, "einladung-1440.png"), fullPage: true });
  await fresh.getByRole("button", { name: "Passwort setzen" }).click();
  await fresh.goto(`${origin}/konto`);
  expect(await fresh.getByRole("heading", { level: 1 }).textContent()).toBe("Mein Konto");
});

test("one click signs in to the demo, and signing out leads back", async () => {
  const tab = await (await browser.newContext()).newPage();
  await tab.goto(`${origin}/anmelden?weiter=/konto`);
  await tab.getByRole("button", { name: /Anmelden als .*Brandt/ }).click();
  await tab.waitForURL(`${origin}/konto`);
  expect(await tab.getByText("Teamleitung").first().isVisible()).toBe(true);
});
