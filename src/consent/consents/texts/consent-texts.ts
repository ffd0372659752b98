import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { NotFound } from "../../../kernel/errors.ts";
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

/** An earlier version lies beside the present one as `<language>.<version>.json`: what was signed can be printed again. */
export function consentText(language: SheetLanguage, version?: string): ConsentText {
  const text = load().get(language);
  if (text === undefined) throw new Error(`no text of a consent in ${language}`);
  if (version === undefined || version === text.version) return text;
  const path = fileURLToPath(new URL(`${language}.${version}.json`, DIR));
  if (!VERSION.test(version) || !existsSync(path)) throw new NotFound();
  return JSON.parse(readFileSync(path, "utf8")) as ConsentText;
}
const VERSION = /^[\w-]{1,40}$/;

/** German and the other language, as they were in that version. */
export const textsFor = (language: SheetLanguage, version?: string): { de: ConsentText; other: ConsentText } => ({ de: consentText("de", version), other: consentText(language, version) });
