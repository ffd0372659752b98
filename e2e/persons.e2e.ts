import { mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openCase } from "../src/persons/person-asking.test-support.ts";
import { buildAssets } from "../src/ui/index.ts";
import { startTestServer, type TestServer } from "../test/server.ts";
import { actor, type Actor } from "../test/world.ts";
import { launchBrowser } from "./browser.ts";

const screenshots = join(dirname(import.meta.dirname), "screenshots");
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let it: TestServer;
let browser: Browser;
let origin: string;
let manager: Actor;
let lead: Actor;
let ids: { amira: string; pair: string };

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  const assetsDir = mkdtempSync(join(tmpdir(), "einklang-assets-"));
  await buildAssets(assetsDir);
  it = await startTestServer({ assetsDir });
  browser = await launchBrowser();
  await it.server.listen({ port: 0, host: "127.0.0.1" });
  origin = `http://127.0.0.1:${(it.server.server.address() as AddressInfo).port}`;
  manager = await actor(it.world, ["case_manager"], "case", "Brandt");
  lead = await actor(it.world, ["team_lead", "case_manager"], "case", "Yıldız");
  const make = async (who: Actor, person: object): Promise<string> => (await it.api("POST", "/api/v1/persons", who.secret, { ...person, confirmed: true })).json().id;
  const amira = await make(manager, {
    birth: "12.03.1992", gender: "female", entry: "08/2015",
    names: [{ family: "Haddad", given: "Amira", primary: true }, { family: "حداد", given: "أميرة", kind: "own_script" }, { family: "Al-Khatib", given: "Amira", kind: "former", until: "1.5.2014" }],
    nationalities: [{ code: "475" }, { code: "998" }], languages: [{ code: "ar", level: "native", preferred: true, interpreter: true }, { code: "de", level: "A2" }],
    addresses: [{ street: "Nordring 4", postcode: "59999", town: "Lindenau", protected: true, from: "01.08.2024" }, { street: "Bahnhofstraße 100", postcode: "59998", town: "Birkenfels", until: "31.07.2024" }],
    channels: [{ value: "0171 555 48 22", safe: "yes", hint: "WhatsApp, nicht abends" }, { kind: "email", value: "amira.haddad@example.org", safe: "no", hint: "liest der Bruder" }],
    residenceStatuses: [{ short: "§ 25b Abs. 1", label: "§ 16b Absatz 1 AufenthG (Studium)", from: "1.5.2025", until: "30.4.2027", evidence: "eAT gesehen" }, { short: "Aufenthaltsgestattung", until: "30.4.2025" }],
    guardians: [{ kind: "proxy", name: "Sami Haddad", scope: ["authorities", "mail"] }],
  });
  await openCase(it.world, manager, [amira]);
  await make(manager, { birth: "1985?", names: [{ family: "Бондаренко", given: "Наталья" }] });
  await make(manager, { birth: "1.1.1998", names: [{ family: "Tekle", given: "Rahwa", primary: true }, { family: "ተክለ", given: "ራህዋ", kind: "own_script" }], languages: [{ code: "ti" }] });
  const double = await make(manager, { birth: "12.3.1992", names: [{ family: "Hadad", given: "Amera" }], channels: [{ value: "01715554822" }] });
  const { pairs } = (await it.api("GET", "/api/v1/duplicate-pairs", lead.secret)).json() as { pairs: { id: string; firstId: string; secondId: string }[] };
  ids = { amira, pair: pairs.find((p) => [p.firstId, p.secondId].includes(double))!.id };
});
afterAll(async () => {
  await browser.close();
  await it.close();
});

async function opened(path: string, width: number, who: Actor, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled });
  await context.addCookies([{ name: "einklang", value: who.secret, url: origin }]);
  const tab = await context.newPage();
  tab.setDefaultTimeout(10_000);
  await tab.goto(`${origin}${path}`, { waitUntil: "load" });
  return tab;
}
const violations = async (tab: Page): Promise<string[]> => {
  await tab.evaluate(`${axeSource};0`);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const found = await tab.evaluate((runOnly) => (window as unknown as { axe: { run(d: Document, o: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run(document, { runOnly }), tags);
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(" | ")}`);
};

const PAGES = [
  ["personen", () => "/personen", "manager"], ["personen-suche", () => "/personen?q=Haddad", "lead"], ["person", () => `/personen/${ids.amira}`, "manager"], ["person-neu", () => "/personen/neu", "manager"],
  ["person-bearbeiten", () => `/personen/${ids.amira}/bearbeiten`, "manager"], ["person-weg", () => `/personen/${ids.amira}/erreichbarkeit/neu`, "manager"], ["person-vertretung", () => `/personen/${ids.amira}/vertretung/neu`, "manager"],
  ["doppelungen", () => "/doppelungen", "lead"], ["doppelung", () => `/doppelungen/${ids.pair}`, "lead"], ["zusammengefuehrt", () => "/doppelungen/zusammengefuehrt", "lead"],
] as const;

test.each(PAGES.flatMap(([name, path, who]) => [1440, 320].map((width) => ({ name, path, who, width }))))("$name at $width px: no axe violation and no sideways scrolling", async ({ name, path, who, width }) => {
  const tab = await opened(path(), width, who === "lead" ? lead : manager);
  expect(await violations(tab)).toEqual([]);
  expect(await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  await tab.screenshot({ path: join(screenshots, `${name}-${width}.png`), fullPage: true });
  await tab.context().close();
});

test("without scripts: record a person, be warned of the double, confirm, add a language", async () => {
  const tab = await opened("/personen/neu", 1024, manager, false);
  await tab.getByLabel("Familienname", { exact: false }).first().fill("Haddad");
  await tab.getByLabel("Vornamen", { exact: false }).first().fill("Amira");
  await tab.getByLabel("Geburtsdatum (freiwillig)").fill("12.3.92");
  await tab.getByRole("button", { name: "Person aufnehmen" }).click();
  expect(await tab.getByText("Es könnte schon eine Akte geben").isVisible()).toBe(true);
  await tab.screenshot({ path: join(screenshots, "person-neu-warnung-1024.png"), fullPage: true });
  await tab.getByRole("button", { name: "Trotzdem neu aufnehmen" }).click();
  expect(await tab.getByText("Die Person ist aufgenommen.").isVisible()).toBe(true);
  await tab.getByRole("link", { name: "Sprache hinzufügen" }).click();
  await tab.getByLabel("Sprache", { exact: true }).selectOption("ar");
  await tab.getByRole("button", { name: "Speichern" }).click();
  expect(await tab.getByText("Arabisch").first().isVisible()).toBe(true);
  await tab.context().close();
});
