import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildAssets } from "../../ui/index.ts";
import { texts } from "../texts/index.ts";
import { ADDRESS, PORTAL_LANGUAGES, type PortalLanguage } from "../views.ts";
import { frameOf, fresh, galleryOf, wholeOf } from "./gallery.test-support.ts";
import { HomePage, PlanPage, renderPortalPage, StartPage, wholeHtml } from "./index.ts";

let assets: string;
beforeAll(async () => {
  assets = mkdtempSync(join(tmpdir(), "einklang-portal-"));
  await buildAssets(assets);
}, 120_000);
afterAll(() => rmSync(assets, { recursive: true, force: true }));

const attributes = (html: string, name: string): string[] => [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map((match) => match[1]!);
const pagesIn = (language: PortalLanguage): [string, string][] => Object.entries(galleryOf(language)).map(([name, page]) => [name, renderPortalPage(page)]);

test.each(PORTAL_LANGUAGES)("every page in %s says its language and direction, has one heading on top, and a label for each field", (language) => {
  for (const [name, html] of pagesIn(language)) {
    const where = `${language} ${name}`;
    expect(html.startsWith(`<!doctype html><html lang="${texts[language].lang}" dir="${texts[language].dir}">`), where).toBe(true);
    expect([where, html.match(/<h1[ >]/g)?.length]).toEqual([where, 1]);
    const ids = attributes(html, "id");
    expect([where, ids.filter((id, index) => ids.indexOf(id) !== index)]).toEqual([where, []]);
    const labelled = new Set(attributes(html, "for"));
    for (const [field] of html.matchAll(/<(?:input|textarea|select)[^>]*>/g)) if (!/type="hidden"/.test(field)) expect([where, field, labelled.has(/ id="([^"]+)"/.exec(field)?.[1] ?? "")]).toEqual([where, field, true]);
    for (const target of [...attributes(html, "aria-describedby"), ...attributes(html, "aria-labelledby")].flatMap((value) => value.split(" "))) expect([where, ids.includes(target)]).toEqual([where, true]);
    expect([where, html.match(/undefined|\[object|\{\w+\}/)?.[0]]).toEqual([where, undefined]);
  }
});

test("every page has the quick exit before anything else but the way home, as a plain link that says nothing of where it came from", () => {
  for (const [name, html] of pagesIn("ar")) {
    const links = [...html.matchAll(/<a [^>]*>/g)].map(([link]) => link);
    expect([name, links[2]]).toEqual([name, expect.stringContaining(`class="exit" href="${ADDRESS.exit}"`)]);
    expect([name, links[2]]).toEqual([name, expect.stringContaining('rel="noreferrer')]);
    expect(html).toContain('<meta name="referrer" content="no-referrer"');
  }
});

test("titles and addresses are words that tell nothing: no office, no law, no name", () => {
  for (const language of PORTAL_LANGUAGES) {
    const { site } = texts[language];
    const harmless = new Set([site.name, ...[site.plan, site.dates, site.more].map((word) => `${word} · ${site.name}`)]);
    for (const [name, html] of pagesIn(language)) {
      const title = /<title>([^<]*)<\/title>/.exec(html)![1]!.replaceAll("&#39;", "'");
      expect([language, name, harmless.has(title)]).toEqual([language, name, true]);
      for (const address of [...attributes(html, "href"), ...attributes(html, "action")]) expect(address).not.toMatch(/ausl|integration|einwilligung|amt|behoerde|amira|haddad/i);
    }
  }
});

test("nothing inline and nothing of another site: the strictest policy holds", () => {
  for (const [name, html] of pagesIn("ti")) {
    expect([name, html.match(/ style="| on\w+="|<style|<script(?! type="module" src="\/)/)?.[0]]).toEqual([name, undefined]);
    const outside = [...attributes(html, "src"), ...attributes(html, "href"), ...attributes(html, "action")].filter((address) => !/^(\/|#|tel:|\?)/.test(address));
    expect([name, outside]).toEqual([name, []]);
  }
});

test("what somebody typed stands in its own language and apart from the words around it", () => {
  const home = renderPortalPage(galleryOf("ar")["home"]!);
  expect(home).toContain('<bdi lang="de">Zeugnis übersetzen lassen</bdi>');
  expect(home, "nobody's name on top").not.toContain("أميرة");
  expect(home).toContain('<time datetime="2026-11-18" dir="ltr">18.11.2026</time>');
  const hostile = renderPortalPage(HomePage({ frame: frameOf("de"), view: { next: [], moreOpen: 0, helper: { role: "lead", name: "<script>alert(1)</script>", office: null, phone: null, until: null }, helpers: 0, lastSeen: [], unreadAnswers: 0 } }));
  expect(hostile).not.toContain("<script>alert");
});

test("a step is ticked by its own button; what an office does has none; what was ticked can be taken back", () => {
  const plan = renderPortalPage(galleryOf("de")["plan"]!);
  const forms = plan.split("<form").slice(1).filter((form) => form.includes(`action="${ADDRESS.tick}"`)).map((form) => [/name="measure" value="(\w+)"/.exec(form)![1], /name="done" value="(\w+)"/.exec(form)![1]]);
  // the first is the notice on top
  expect(forms).toEqual([["m4", "no"], ["m1", "yes"], ["m2", "yes"], ["m4", "no"]]);
  const byStaff = renderPortalPage(PlanPage({ frame: frameOf("de"), view: { agreedOn: null, letters: [], goals: [{ id: "g", lifeArea: { key: "arbeit", label: "Arbeit" }, wish: null, goal: { text: "Ziel", lang: "de" }, state: "open", attainment: null, measures: [{ id: "m", title: { text: "Schritt", lang: "de" }, who: "you", office: null, dueOn: frameOf("de").today, state: "done", doneOn: frameOf("de").today, doneByPerson: false }] }] } }));
  expect(byStaff).not.toContain(ADDRESS.tick);
});

test("a PIN is never shown again, nor offered for keeping; what else was typed stands there", () => {
  const page = renderPortalPage(StartPage({ frame: frameOf("de", { isSignedIn: false }), view: { secret: "", triesLeft: 2, passkey: "none", again: { values: { k: "ABCD-12", pin: "991133" }, refusals: [{ code: "pin_wrong", field: "pin" }] } } }));
  expect(page).toContain('value="ABCD-12"');
  expect(page).not.toContain("991133");
  expect(page).toMatch(/id="f-pin"[^>]*aria-invalid="true"[^>]*autocomplete="off"/);
  expect(page).toContain("Noch 2 Versuche.");
  const clean = renderPortalPage(StartPage({ frame: frameOf("de", { isSignedIn: false }), view: { secret: "s3cret", triesLeft: null, passkey: "none", again: fresh } }));
  expect(clean.match(/href="[^"]*s3cret/)).toBeNull();
});

test.each(PORTAL_LANGUAGES)("the first page in %s, with all that it loads, stays under 100 kB, and so does the page inside", (language) => {
  for (const name of ["start", "home"]) {
    const html = renderPortalPage(galleryOf(language)[name]!);
    const named = [...html.matchAll(/\/assets\/([\w.-]+)/g)].map((match) => match[1]!);
    const sheet = readFileSync(join(assets, named.find((file) => file.endsWith(".css"))!), "utf8");
    // each script of writing has one font, which only phones without one load
    const script = language === "ti" ? "ethiopic" : language === "ar" || language === "prs" ? "arabic" : null;
    const fonts = readdirSync(assets).filter((file) => script !== null && file.includes(`${script}-400`) && sheet.includes(file));
    expect([name, named.length, fonts.length]).toEqual([name, name === "start" ? 4 : 3, script === null ? 0 : 1]);
    const total = Buffer.byteLength(html) + [...named, ...fonts].reduce((sum, file) => sum + statSync(join(assets, file)).size, 0);
    expect([name, total <= 100_000, total]).toEqual([name, true, total]);
  }
});

test("the style sheet knows no left and no right of its own, and nothing that a telephone of 2019 would not understand", () => {
  for (const name of readdirSync(assets).filter((file) => /^portal(?:\.rtl)?-[A-Z0-9]{8}\.css$/.test(file))) {
    const sheet = readFileSync(join(assets, name), "utf8").replaceAll(/@font-face\{[^}]*\}/g, "");
    expect(sheet.length).toBeGreaterThan(5000);
    expect(sheet.match(/@import|https?:|@layer|@container|:has\(|:is\(|:where\(|inset:|inset-|(?:margin|padding)-(?:inline|block):|[;{]gap:|aspect-ratio|clamp\(|min\(|max\(|color-mix|oklch|dvh|&/g)).toBeNull();
    expect(sheet.match(/float:|(?:margin|padding|border)-(?:left|right)-?(?:width|color)?:/g)?.filter((rule) => !/padding-(left|right):/.test(rule)) ?? []).toEqual([]);
  }
  const scripts = readdirSync(assets).filter((file) => /^portal.*\.js$/.test(file)).map((file) => readFileSync(join(assets, file), "utf8"));
  expect(scripts.length).toBe(2);
  for (const script of scripts) {
    expect(script.match(/\?\.|\?\?/g)).toBeNull();
    expect(script).not.toMatch(/localStorage|sessionStorage|indexedDB/);
  }
});

test.each(PORTAL_LANGUAGES)("what is taken along in %s stands on its own: it loads nothing, links nowhere, asks nothing, and says what the pages say", (language) => {
  const html = wholeHtml(frameOf(language), wholeOf(language));
  const { data, plan, dates, consents, seen, passed } = texts[language];
  for (const { title } of [data, plan, dates, consents, seen, passed]) expect(html.replaceAll("&#39;", "'")).toContain(title);
  for (const words of ["Amira Haddad", "Zeugnis übersetzen lassen", "Jobcenter Kreis Lindenau", "§ 4 KKG"]) expect([words, html.includes(words)]).toEqual([words, true]);
  expect(html.match(/<form|<script|<button|<input|src=|href="(?!tel:)|undefined|\{\w+\}/)).toBeNull();
});
