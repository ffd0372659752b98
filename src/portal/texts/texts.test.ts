import { expect, test } from "vitest";
import { calendarDay } from "../../kernel/calendar-day.ts";
import { PORTAL_LANGUAGES, portalLanguageOf } from "../views.ts";
import { texts } from "./index.ts";
import { areaWords, displayName, kindWords, leafOf, longDay, purposeWords, say, shortDay } from "./words.ts";

type Leaf = readonly [path: string, text: string];
const leavesOf = (value: unknown, path = ""): Leaf[] => (typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${path}.${key}`)) : [[path, String(value)]]);
const placesIn = (text: string): string => (text.match(/\{\w+\}/g) ?? []).toSorted().join();
const german = leavesOf(texts.de);
const others = PORTAL_LANGUAGES.filter((language) => language !== "de");

test.each(others)("%s has every text of the German page, none empty, with the same places for what is put in", (language) => {
  const own = new Map(leavesOf(texts[language]));
  expect([...own.keys()].toSorted()).toEqual(german.map(([path]) => path).toSorted());
  for (const [path, text] of german) {
    const translated = own.get(path)!;
    expect([path, placesIn(translated)]).toEqual([path, placesIn(text)]);
    if (path !== ".draft") expect([path, translated.trim() === ""]).toEqual([path, false]);
  }
});

/** The same word in both languages, by no mistake. */
const SAME = new Set(["Plan", "PIN", "Start", "Name", "Menu", "Code", "Person", "Programm", "Program", "Notes", "Menü", "Telefon", "Papier"]);
test.each(others)("nothing in %s is left in German", (language) => {
  const own = new Map(leavesOf(texts[language]));
  const left = german.filter(([path, text]) => own.get(path) === text && !SAME.has(text) && ![".dir", ".site.name"].includes(path) && /\p{L}{3}/u.test(text.replaceAll(/\{\w+\}/g, "")));
  expect(left).toEqual([]);
});

const SCRIPTS: Readonly<Record<string, RegExp>> = { ar: /\p{Script=Arabic}/u, prs: /\p{Script=Arabic}/u, ti: /\p{Script=Ethiopic}/u, ru: /\p{Script=Cyrillic}/u, uk: /\p{Script=Cyrillic}/u };
test.each(Object.keys(SCRIPTS) as (keyof typeof texts)[])("every sentence of %s is written in its letters", (language) => {
  const technical = /^\.(lang|dir|locale|review)$/;
  const strange = leavesOf(texts[language]).filter(([path, text]) => !technical.test(path) && text.replaceAll(/\{\w+\}|PDF|JSON|PIN|[\d\s–·:]/g, "") !== "" && !SCRIPTS[language]!.test(text));
  expect(strange).toEqual([]);
});

test("a translation that nobody has read says so on every page; one that somebody read names who and when", () => {
  expect(texts.de.review).toBe("original");
  for (const language of others) {
    const { review, draft } = texts[language];
    expect(review === "draft" ? draft.length > 20 : /\S+ \d{4}-\d{2}-\d{2}$/.test(review) && draft === "", language).toBe(true);
  }
});

test("no text says a word by which somebody behind the shoulder would know whose page it is", () => {
  for (const language of PORTAL_LANGUAGES) {
    for (const [path, text] of leavesOf({ site: texts[language].site, start: texts[language].start, still: texts[language].still })) expect([language, path, /ausländer|integration|asyl|migra|behörde|jobcenter|amt\b/i.test(text)]).toEqual([language, path, false]);
  }
});

test("days have the digits of German letters and the months of the language, in the Gregorian calendar", () => {
  const day = calendarDay("2026-11-27");
  expect(shortDay(day)).toBe("27.11.2026");
  expect(longDay("ar", day)).toBe("الجمعة، 27 تشرين الثاني 2026");
  expect(longDay("prs", day)).toContain("2026");
  expect(leafOf("ru", day)).toEqual({ weekday: "пятница", number: "27", month: "ноября" });
  for (const language of PORTAL_LANGUAGES) expect(longDay(language, day)).not.toMatch(/[\u0660-\u0669\u06F0-\u06F9]/);
});

test("life areas and kinds have the words of the sheet that was signed; what a municipality named itself stays German", () => {
  expect(areaWords("ar", { key: "arbeit", label: "Arbeit" })).toEqual({ text: "التدريب المهني والعمل", lang: "ar" });
  expect(areaWords("ar", { key: "nachbarschaft", label: "Nachbarschaft" })).toEqual({ text: "Nachbarschaft", lang: "de" });
  for (const language of PORTAL_LANGUAGES) for (const kind of ["contact", "task", "papers", "notices", "certificates", "identity", "residence", "reachability", "language", "family"]) expect([language, kind, kindWords(language, kind).lang]).toEqual([language, kind, texts[language].lang]);
  expect(purposeWords("fr", "work").text).toBe("Formation et travail");
});

test("languages and countries are named in the person's language, or else in German", () => {
  expect(displayName("de", "language", "ti")).toEqual({ text: "Tigrinya", lang: "de" });
  for (const language of PORTAL_LANGUAGES) for (const code of ["SY", "AF", "ER", "UA", "TR"]) expect(displayName(language, "region", code).text.length).toBeGreaterThan(2);
  expect(displayName("ti", "language", "xx-nonsense-code").text).not.toBe("");
});

test("what is put into a sentence is kept apart from it, and a number is not", () => {
  expect(say("من {recipient} إلى {n}", { recipient: "Jobcenter", n: 3 })).toBe("من \u2068Jobcenter\u2069 إلى 3");
  expect(say("{other} bleibt", {})).toBe("{other} bleibt");
});

test("Persian and its tags are shown as Dari, and what nobody knows in German", () => {
  expect([portalLanguageOf("fa"), portalLanguageOf("fa-AF"), portalLanguageOf("ti"), portalLanguageOf("xx"), portalLanguageOf(null)]).toEqual(["prs", "prs", "ti", "de", "de"]);
});
