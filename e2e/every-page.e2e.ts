import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, complaintsOf, overflow, type Product, shot, startProduct } from "./product.ts";

/** Roles that have pages, by the demo's account that holds them. */
const VISITORS = [
  ["case-management", "Sabine Kurz"],
  ["teamleitung", "Ralf Decker"],
  ["aufnahme", "Petra Lindner"],
  ["verwaltung", "Jana Vogt"],
  ["auslaenderbehoerde", "Frank Meißner"],
  ["einbuergerungsbehoerde", "Birgit Lohmann"],
  ["partner", "Anja Petersen"],
  ["datenschutz", "Katrin Seidel"],
  ["ehrenamt", "Lea Sommer"],
] as const;

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, 180_000);
afterAll(() => product.close());

/** Addresses that differ in ids, in which fact, rule, text or day, and in what is asked of a list are one page; the first of each kind is looked at. */
const kindOf = (path: string): string =>
  path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id").replace(/\?.*$/, "").replace(/\/(angaben|stufen)\/[\w.-]+$/, "/$1/:one").replace(/\/rechtsstand\/[A-Z][A-Z0-9_-]+$/, "/rechtsstand/:rule").replace(/\/texte\/[\w.-]+\//, "/texte/:kind/").replace(/\/vorschlaege\/.+\//, "/vorschlaege/:one/")
    // the person's own pages are looked at as such, and as previews in portal-staff.e2e.ts
    .replace(/\/vorschau\/:id\/.+$/, "/vorschau/:id/:page");
/** More than the first of these are read for links: not every case has a notice, a letter, a conference. */
const MORE = 15;
const leadsOn = (kind: string): boolean =>
  /^\/(faelle|personen|vorgaenge)\/:id$|^\/faelle\/:id\/(plan|plan\/vereinbarungen|termine|fallkonferenzen|bescheide|briefe|dateien|uebergabe|auskunft|portal|uebermittlungen|einwilligungen|freigaben|rechtskreiswechsel|assessment)$/.test(kind);

/** Pages within a file and one's own account are the same for whoever may open them: the first role's are looked at. */
const isSameForAll = (kind: string): boolean => /^\/(konto|hilfe|barrierefreiheit|datenschutz|termine|schnellcheck|rechtsstand)/.test(kind) || /^\/(personen|faelle|vorgaenge)\/(neu|:id\/.+)/.test(kind);
const lookedAt = new Set<string>();
const MOST = 200;

const linksOf = async (page: Page): Promise<string[]> =>
  (await page.locator("a[href^='/']").evaluateAll((all) => all.map((a) => a.getAttribute("href")!.replace(/#.*$/, "")))).filter((link) => link !== "" && !link.startsWith("/abmelden"));

/** The links of a page that is not looked at, as its source names them; none of a page that does not answer. */
async function linksUnseen(page: Page, path: string): Promise<string[]> {
  const answer = await page.context().request.get(`${product.origin}${path}`);
  const source = answer.ok() && (answer.headers()["content-type"] ?? "").startsWith("text/html") ? await answer.text() : "";
  return Array.from(source.matchAll(/<a [^>]*href="(\/[^"#]*)/g), ([, link]) => link!.replaceAll("&amp;", "&")).filter((link) => !link.startsWith("/abmelden"));
}

/** At the usual width and at 320 px, with axe and without scripts. */
async function lookAt(page: Page, plain: Page, path: string, name: string): Promise<string[]> {
  const wrong = (await axeViolations(page)).map((violation) => `${path}: ${violation}`);
  await shot(page, `${name}-1440`);
  const without = plain.goto(`${product.origin}${path}`).then(() => plain.locator("h1").first().textContent());
  await page.setViewportSize({ width: 320, height: 800 });
  const wider = await overflow(page);
  if (wider > 0) wrong.push(`${path}: ${wider} px wider than 320 px`);
  await shot(page, `${name}-320`);
  const withScripts = await page.locator("h1").first().textContent();
  if (withScripts !== (await without)) wrong.push(`${path}: other page without scripts (${withScripts})`);
  await page.setViewportSize({ width: 1440, height: 900 });
  return wrong;
}

test.each(VISITORS)("every page of %s: axe, 320 px, no complaint, and the same without scripts", async (role, name) => {
  const [page, plain] = [await product.signInAs(name), await product.signInAs(name, { javaScriptEnabled: false })];
  const complaints = complaintsOf(page.context());
  const seen = new Set<string>();
  const read = new Map<string, Set<string>>();
  const queue = ["/"];
  const wrong: string[] = [];
  for (let path = queue.shift(); path !== undefined && seen.size < MOST; path = queue.shift()) {
    const kind = kindOf(path);
    if (seen.has(kind) || (isSameForAll(kind) && lookedAt.has(kind))) {
      const others = read.get(kind) ?? new Set();
      if (!leadsOn(kind) || others.has(path) || others.size >= MORE) continue;
      read.set(kind, others.add(path));
      queue.push(...(await linksUnseen(page, path)));
      continue;
    }
    const answer = await page.goto(`${product.origin}${path}`).catch(() => null);
    // downloads have no page
    if (answer === null || !(answer.headers()["content-type"] ?? "").startsWith("text/html")) continue;
    seen.add(kind);
    lookedAt.add(kind);
    if (answer.status() !== 200) wrong.push(`${path}: ${answer.status()}`);
    queue.push(...(await linksOf(page)));
    wrong.push(...(await lookAt(page, plain, path, `${role}${kind.replaceAll(/[^a-z0-9]+/gi, "-")}`)));
  }
  expect(wrong).toEqual([]);
  expect(complaints).toEqual([]);
  expect(seen.size).toBeGreaterThan(0);
  await Promise.all([page.context().close(), plain.context().close()]);
}, 900_000);
