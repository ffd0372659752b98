import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { SHEET_LANGUAGES, type SheetLanguage } from "../consent-form-words.ts";
import type { ConsentText } from "./consent-text.ts";

const DIR = new URL("../../../../data/consent-texts/", import.meta.url);
const known = new Map<SheetLanguage, ConsentText>();

/** Read once: a new version comes with a new release, and never in between. Checked for completeness by a test. */
function load(): ReadonlyMap<SheetLanguage, ConsentText> {
  if (known.size > 0) return known;
  for (const language of Object.keys(SHEET_LANGUAGES) as SheetLanguage[]) {
    const path = fileURLToPath(new URL(`${language}.json`, DIR));
    if (existsSync(path)) known.set(language, JSON.parse(readFileSync(path, "utf8")) as ConsentText);
  }
  return known;
}

export const textVersions = (): Partial<Record<SheetLanguage, string>> => Object.fromEntries([...load()].map(([language, text]) => [language, text.version]));

export function consentText(language: SheetLanguage): ConsentText {
  const text = load().get(language);
  if (text === undefined) throw new Error(`no text of a consent in ${language}`);
  return text;
}
export const textsFor = (language: SheetLanguage): { de: ConsentText; other: ConsentText } => ({ de: consentText("de"), other: consentText(language) });
