import type { Page } from "playwright-core";
import { open, picture } from "./picture-album.ts";
import type { Product } from "./product.ts";

const as = (product: Product, name: string): Promise<Page> => product.signInAs(name, { width: 1280 });
const ID = "[0-9a-f-]{36}";

/** The cases that somebody leads, in the order of their list. */
async function ownCases(page: Page, product: Product): Promise<readonly string[]> {
  await open(page, product, "/faelle?zustaendig=ich&stand=laufend");
  return page.locator("tbody a.row-link").evaluateAll((all) => all.map((a) => a.getAttribute("href")!));
}
/** What the first of these cases has whose page names it: nothing is opened on the way, so that no record tells of it. */
async function firstWith(page: Page, product: Product, cases: readonly string[], part: string, wanted: RegExp): Promise<{ readonly file: string; readonly found: string }> {
  for (const file of cases) {
    const found = wanted.exec(await (await page.context().request.get(`${product.origin}${file}${part}`)).text());
    if (found !== null) return { file, found: found[0] };
  }
  throw new Error(`kein Fall mit ${String(wanted)} unter ${part}`);
}

export async function assessing(product: Product): Promise<void> {
  const sabine = await as(product, "Sabine Kurz");
  const cases = await ownCases(sabine, product);
  const { file } = await firstWith(sabine, product, cases, "/assessment", /svg class="network"/);
  await open(sabine, product, `${file}/assessment`);
  await picture(sabine, "profil", { of: sabine.locator(".column-main > .card").first() });
  await picture(sabine, "netzwerk", { of: sabine.locator("#netzwerk"), height: 620 });
  await sabine.locator("a[href*='/assessment/neu/']").first().click();
  await sabine.waitForURL(/assessment\/neu/);
  const language = sabine.getByRole("group", { name: "Sprache", exact: true });
  await language.locator("label", { hasText: /^2/ }).click();
  await language.getByLabel("Braucht").fill("einen Kurs am Vormittag, nah an der Kita");
  await picture(sabine, "einschaetzen", { of: sabine.locator("main .card").last(), height: 660 });
  const talked = await firstWith(sabine, product, cases, "/plan", /von beiden bestätigt/);
  await open(sabine, product, `${talked.file}/gespraech?sprache=ar`);
  await picture(sabine, "gespraech", { height: 820 });
  await sabine.context().close();
}

export async function planning(product: Product): Promise<void> {
  const sabine = await as(product, "Sabine Kurz");
  const cases = await ownCases(sabine, product);
  const { file } = await firstWith(sabine, product, cases, "/plan", /von beiden bestätigt/);
  await open(sabine, product, `${file}/plan`);
  await picture(sabine, "plan", { height: 900 });
  await open(sabine, product, `${file}/plan/vereinbarungen/neu?sprache=ar`);
  await picture(sabine, "plan-vereinbaren", { of: sabine.locator("main .card").last(), height: 620 });
  const { file: told } = await firstWith(sabine, product, cases, "/plan/wirkung", /class="steps is-up"/);
  await open(sabine, product, `${told}/plan/wirkung`);
  await picture(sabine, "wirkung", { of: sabine.locator(".card", { hasText: "Vorher und nachher" }), height: 520 });
  await sabine.context().close();
}

export async function meeting(product: Product): Promise<void> {
  const sabine = await as(product, "Sabine Kurz");
  await open(sabine, product, "/kalender");
  await picture(sabine, "kalender", { height: 720 });
  const { found } = await firstConference(product);
  await found.context().close();
  await open(sabine, product, "/fallberatungen");
  await picture(sabine, "fallberatung", { height: 360 });
  await sabine.context().close();
}

/** Two are invented, in the cases of whoever leads them. */
async function firstConference(product: Product): Promise<{ readonly found: Page }> {
  for (const name of ["Sabine Kurz", "Martin Brandt", "Emre Yılmaz", "Nadia Haddad"]) {
    const page = await as(product, name);
    const conference = await firstWith(page, product, await ownCases(page, product), "/fallkonferenzen", new RegExp(`/faelle/${ID}/fallkonferenzen/${ID}`)).catch(() => null);
    if (conference !== null) {
      await open(page, product, conference.found);
      await picture(page, "fallkonferenz", { height: 900 });
      return { found: page };
    }
    await page.context().close();
  }
  throw new Error("keine Fallkonferenz");
}

export async function writing(product: Product): Promise<void> {
  const sabine = await as(product, "Sabine Kurz");
  const cases = await ownCases(sabine, product);
  const notice = await firstWith(sabine, product, cases, "/bescheide", /(Widerspruch|Klage) in \d+ Tagen/);
  await open(sabine, product, `${notice.file}/bescheide`);
  await sabine.locator("tbody tr", { hasText: notice.found }).locator("a").first().click();
  await sabine.waitForURL(new RegExp(`bescheide/${ID}`));
  await picture(sabine, "bescheid", { of: sabine.locator(".column-main > .card").first(), height: 620 });
  const letter = await firstWith(sabine, product, cases, "/briefe", new RegExp(`/faelle/${ID}/briefe/${ID}`));
  await open(sabine, product, letter.found);
  await picture(sabine, "brief", { of: sabine.locator(".columns").first(), height: 560 });
  await sabine.context().close();
}

export async function ending(product: Product): Promise<void> {
  const sabine = await as(product, "Sabine Kurz");
  const cases = await ownCases(sabine, product);
  const { file } = await firstWith(sabine, product, cases, "/uebergabe", /Ziele und offene Schritte/);
  await open(sabine, product, `${file}/uebergabe`);
  await picture(sabine, "uebergabe", { of: sabine.locator(".columns").first(), height: 700 });
  await open(sabine, product, `${file}/abschluss`);
  await picture(sabine, "abschluss", { height: 1000 });
  const access = await firstWith(sabine, product, cases, "/auskunft", new RegExp(`/faelle/${ID}/auskunft/${ID}`));
  await open(sabine, product, access.found);
  await picture(sabine, "auskunft", { height: 760 });
  await sabine.context().close();
  const ralf = await as(product, "Ralf Decker");
  await open(ralf, product, "/aufbewahrung");
  await picture(ralf, "aufbewahrung", { height: 700 });
  await ralf.context().close();
}

const PIN = "48291735";
/** Access is given in the talk; then the page as she sees it on her telephone. */
export async function ownPage(product: Product): Promise<void> {
  const { portal } = product.application;
  if (portal === null || !("address" in portal)) throw new Error("die eigenen Seiten laufen nicht");
  const sabine = await as(product, "Sabine Kurz");
  const { file } = await firstWith(sabine, product, await ownCases(sabine, product), "/plan", /von beiden bestätigt/);
  await open(sabine, product, `${file}/portal/einladen`);
  await sabine.getByLabel("Sprache der Seite").selectOption("ar");
  await sabine.getByRole("button", { name: "Code und PIN zeigen" }).click();
  const said = async (what: string): Promise<string> => ((await sabine.locator(`[data-portal-${what}]`).textContent()) ?? "").trim();
  const [code, pin] = [await said("card"), await said("pin")];
  const context = await product.browser.newContext({ viewport: { width: 390, height: 780 }, locale: "ar" });
  const person = await context.newPage();
  await person.goto(`${portal.address}/start?sprache=ar`);
  await person.locator("input[name=k]").fill(code);
  await person.locator("input[name=pin]").fill(pin);
  await person.locator("main form button.strong").first().click();
  await person.locator("input[name=again]").fill(PIN);
  await person.locator("input[name=pin]").fill(PIN);
  await person.locator("main form button.strong").first().click();
  await person.locator("nav.places").waitFor();
  await person.goto(`${portal.address}/`);
  await picture(person, "eigene-seite-handy", { width: 390, height: 780 });
  await context.close();
  await open(sabine, product, `${file}/portal`);
  await picture(sabine, "eigene-seite", { height: 760 });
  await sabine.context().close();
}
