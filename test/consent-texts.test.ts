import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LIFE_AREAS } from "../src/accounts/index.ts";
import { DOCUMENT_LANGUAGES } from "../src/pdf/index.ts";

const DIR = join(import.meta.dirname, "../data/consent-texts");
const read = (name: string): Record<string, unknown> => JSON.parse(readFileSync(join(DIR, `${name}.json`), "utf8")) as Record<string, unknown>;
const foreign = DOCUMENT_LANGUAGES.filter((language) => language !== "de");

/** Every sentence with its place: `statements.0.heading` → text. */
function sentences(value: unknown, place = ""): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[place, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => sentences(inner, place === "" ? key : `${place}.${key}`));
}
const textOf = (language: string) => sentences(read(language)).filter(([place]) => place !== "language" && place !== "version");
const german = new Map(textOf("de"));
const braces = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? "").sort();

test.each(foreign)("%s says everything that German says, in the same order, and puts in the same names", (language) => {
  const said = textOf(language);
  expect(said.map(([place]) => place)).toEqual([...german.keys()]);
  expect(said.filter(([, text]) => text.trim() === "").map(([place]) => place)).toEqual([]);
  const wrong = said.filter(([place, text]) => braces(text).join() !== braces(german.get(place) ?? "").join());
  expect(wrong).toEqual([]);
});

// "Die" and "Name" are words of other languages too: only such as no other of these has.
const GERMAN_WORDS = /\b(?:und|nicht|oder|wird|werden|Ihnen|Ihre|unterschrieben|Stelle|Einwilligung|Schweigepflicht|Aufenthalt|Bescheide|Behörde|für)\b/u;
test.each(foreign)("nothing of German is left over in %s", (language) => {
  const left = textOf(language).filter(([place, text]) => text === german.get(place) || GERMAN_WORDS.test(text));
  expect(left).toEqual([]);
});

const SCRIPTS: Readonly<Record<string, RegExp>> = { uk: /\p{Script=Cyrillic}/u, ru: /\p{Script=Cyrillic}/u, ar: /\p{Script=Arabic}/u, prs: /\p{Script=Arabic}/u, ti: /\p{Script=Ethiopic}/u };
test.each(Object.keys(SCRIPTS))("every sentence of %s is written in its own script", (language) => {
  expect(textOf(language).filter(([, text]) => SCRIPTS[language]?.test(text) !== true)).toEqual([]);
});

test("letters that only one of two neighbouring languages has stand in that one alone", () => {
  const whole = (language: string): string => textOf(language).map(([, text]) => text).join(" ");
  expect(whole("uk")).toMatch(/[іїєґ]/);
  expect(whole("uk")).not.toMatch(/[ыэъё]/);
  expect(whole("ru")).not.toMatch(/[іїєґ]/);
  expect(whole("prs")).toMatch(/[پچگکی]/);
  expect(whole("ar")).not.toMatch(/[پچگکی]/);
});

test.each(DOCUMENT_LANGUAGES)("%s names every life area that a municipality starts with", (language) => {
  expect(Object.keys(read(language)["areas"] as object)).toEqual(LIFE_AREAS.map(([key]) => key));
});

test("German calls the life areas what a municipality calls them", () => {
  expect(Object.entries(read("de")["areas"] as object)).toEqual(LIFE_AREAS.map(([key, label]) => [key, label]));
});

test.each(DOCUMENT_LANGUAGES)("the text of %s is the one that its version stands for", (language) => {
  const { version } = read(language);
  const fingerprint = createHash("sha256").update(JSON.stringify(textOf(language))).digest("hex");
  const known = read("versions") as Record<string, string>;
  expect(known[`${language} ${String(version)}`], "a changed text gets a new version").toBe(fingerprint);
});
