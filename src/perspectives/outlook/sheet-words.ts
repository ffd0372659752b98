import ar from "../../../data/outlook/ar.json" with { type: "json" };
import de from "../../../data/outlook/de.json" with { type: "json" };
import en from "../../../data/outlook/en.json" with { type: "json" };
import fr from "../../../data/outlook/fr.json" with { type: "json" };
import prs from "../../../data/outlook/prs.json" with { type: "json" };
import ru from "../../../data/outlook/ru.json" with { type: "json" };
import ti from "../../../data/outlook/ti.json" with { type: "json" };
import tr from "../../../data/outlook/tr.json" with { type: "json" };
import uk from "../../../data/outlook/uk.json" with { type: "json" };
import type { DocumentLanguage, Said } from "../../pdf/index.ts";
import { type Catalogue, catalogues } from "../quick-check/catalogue.ts";

export type SheetWords = typeof de;
export const sheetWords: Readonly<Record<DocumentLanguage, SheetWords>> = { de, en, uk, ar, prs, tr, ti, ru, fr };

/** One sentence in German and in the language of the paper, chosen from both catalogues alike. */
export type Say = (choose: (words: SheetWords, check: Catalogue) => string, values?: Readonly<Record<string, Said>>) => Said;

export function sayIn(language: DocumentLanguage): Say {
  return (choose, values = {}) => ({ de: filled(choose(de, catalogues.de), values, "de"), other: filled(choose(sheetWords[language], catalogues[language]), values, "other") });
}

/** What is put in does not turn the sentence around it. */
const filled = (sentence: string, values: Readonly<Record<string, Said>>, side: keyof Said): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (values[name] === undefined ? whole : `\u2068${values[name][side]}\u2069`));

export const same = (text: string): Said => ({ de: text, other: text });
