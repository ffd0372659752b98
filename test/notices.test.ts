import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DOCUMENT_LANGUAGES } from "../src/pdf/index.ts";

const read = (language: string): string => readFileSync(join(import.meta.dirname, `../docs/datenschutz/informationen/${language}.md`), "utf8");
const gaps = (text: string): string[] => [...text.matchAll(/\[[^\]]+\]/g)].map((m) => m[0]);
const shape = (text: string): string[] => text.split("\n").filter((line) => line !== "").map((line) => /^(?:#+|>)?/.exec(line)?.[0] ?? "");

test.each(DOCUMENT_LANGUAGES)("the notice under Art. 13 and 14 DSGVO says the same in %s, and leaves the same gaps to fill", (language) => {
  expect(shape(read(language))).toEqual(shape(read("de")));
  expect(gaps(read(language))).toEqual(gaps(read("de")));
});

test.each(DOCUMENT_LANGUAGES.filter((language) => language !== "de"))("no paragraph of the notice in %s is the German one", (language) => {
  const german = new Set(read("de").split("\n").filter((line) => line !== ""));
  expect(read(language).split("\n").filter((line) => german.has(line))).toEqual([]);
});

test("every paper for data protection is marked as a draft", () => {
  const papers = ["README", "dsfa", "verzeichnis", "rollenkonzept", "loeschkonzept", "vereinbarung-art-26", "auftragsverarbeitung-art-28", "dienstvereinbarung-protokoll", "datenpanne", "informationen/README", "informationen/de"];
  const unmarked = papers.filter((name) => !readFileSync(join(import.meta.dirname, `../docs/datenschutz/${name}.md`), "utf8").includes("**Entwurf zum Anpassen, keine Rechtsberatung."));
  expect(unmarked).toEqual([]);
});
