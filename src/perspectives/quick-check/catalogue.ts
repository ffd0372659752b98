import ar from "../../../data/quick-check/ar.json" with { type: "json" };
import de from "../../../data/quick-check/de.json" with { type: "json" };
import en from "../../../data/quick-check/en.json" with { type: "json" };
import fr from "../../../data/quick-check/fr.json" with { type: "json" };
import prs from "../../../data/quick-check/prs.json" with { type: "json" };
import ru from "../../../data/quick-check/ru.json" with { type: "json" };
import ti from "../../../data/quick-check/ti.json" with { type: "json" };
import tr from "../../../data/quick-check/tr.json" with { type: "json" };
import uk from "../../../data/quick-check/uk.json" with { type: "json" };
import type { Question, QuestionId } from "./questions.ts";

/** The texts of one language; the German ones are the original, and a test holds the others to their keys. */
export type Catalogue = typeof de;
export const LANGUAGES = ["de", "en", "uk", "ar", "prs", "tr", "ti", "ru", "fr"] as const;
export type Language = (typeof LANGUAGES)[number];
export const catalogues: Readonly<Record<Language, Catalogue>> = { de, en, uk, ar, prs, tr, ti, ru, fr };

/** Whatever else stands in an address is German. */
export const languageOf = (code: string): Language => LANGUAGES.find((known) => known === code) ?? "de";

export const directionOf = (language: Language): "ltr" | "rtl" => (catalogues[language].dir === "rtl" ? "rtl" : "ltr");

/** `{n}` and its like are put in. */
export const say = (text: string, words: Readonly<Record<string, string | number>>): string => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(words[name] ?? whole));

export interface QuestionWords {
  readonly ask: string;
  readonly hint: string;
  readonly options: Readonly<Record<string, string>>;
}
export function wordsOf(catalogue: Catalogue, id: QuestionId): QuestionWords {
  const { ask, hint, options = {} } = catalogue.questions[id] as { ask: string; hint: string; options?: Readonly<Record<string, string>> };
  return { ask, hint, options };
}
export const optionWords = (catalogue: Catalogue, question: Question, answer: string): string => (question.kind === "month" ? monthWords(answer) : (wordsOf(catalogue, question.id).options[answer] ?? answer));
export const monthWords = (month: string): string => `${month.slice(5, 7)}/${month.slice(0, 4)}`;
