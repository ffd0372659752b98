import { DOCUMENT_LANGUAGES, type DocumentLanguage } from "../../pdf/index.ts";

const WORDS: Readonly<Record<DocumentLanguage, string>> = { de: "Deutsch", en: "Englisch", uk: "Ukrainisch", ar: "Arabisch", prs: "Dari", tr: "Türkisch", ti: "Tigrinya", ru: "Russisch", fr: "Französisch" };
/** Languages that may stand beside German, by the names that people know. */
export const OTHER_LANGUAGES: Readonly<Record<string, string>> = Object.fromEntries(DOCUMENT_LANGUAGES.filter((l) => l !== "de").map((l) => [l, WORDS[l]]));
export const languageName = (code: string): string => (WORDS as Readonly<Record<string, string>>)[code] ?? code;
