import ar from "../../../data/consent-texts/ar.json" with { type: "json" };
import de from "../../../data/consent-texts/de.json" with { type: "json" };
import en from "../../../data/consent-texts/en.json" with { type: "json" };
import fr from "../../../data/consent-texts/fr.json" with { type: "json" };
import prs from "../../../data/consent-texts/prs.json" with { type: "json" };
import ru from "../../../data/consent-texts/ru.json" with { type: "json" };
import ti from "../../../data/consent-texts/ti.json" with { type: "json" };
import tr from "../../../data/consent-texts/tr.json" with { type: "json" };
import uk from "../../../data/consent-texts/uk.json" with { type: "json" };
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import type { LifeArea, PortalLanguage, Said } from "../views.ts";
import { texts } from "./index.ts";

/** The words that the person read on the sheet when it was signed: the page says the same thing by the same name. */
const sheets = { de, en, uk, ar, prs, tr, ti, ru, fr } as const;
const found = (words: Readonly<Record<string, string>>, key: string): string | undefined => words[key];

/** A value is kept apart from the words around it: a Latin name in an Arabic sentence would turn its order. */
export const say = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (values[name] === undefined ? whole : typeof values[name] === "number" ? String(values[name]) : `\u2068${values[name]}\u2069`));

export const areaWords = (language: PortalLanguage, area: LifeArea): Said => inLanguage(language, found(sheets[language].areas, area.key), area.label);
export const purposeWords = (language: PortalLanguage, purpose: string): Said => inLanguage(language, found(sheets[language].purposes, purpose), purpose);
export const kindWords = (language: PortalLanguage, kind: string): Said => inLanguage(language, found(sheets[language].kinds, kind) ?? found(sheets[language].facts, kind), kind);
const inLanguage = (language: PortalLanguage, words: string | undefined, german: string): Said => (words === undefined ? { text: german, lang: "de" } : { text: words, lang: texts[language].lang });

/** Things in a row, by the comma of the language. */
export const inRow = (language: PortalLanguage, words: readonly string[]): string => words.join(texts[language].dir === "rtl" ? "، " : language === "ti" ? "፣ " : ", ");

/** Digits are those of letters and tickets in Germany, in every language, and the calendar is the Gregorian one. */
const formats = new Map<string, Intl.DateTimeFormat>();
function format(language: PortalLanguage, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(texts[language].locale, { ...options, timeZone: "UTC", calendar: "gregory", numberingSystem: "latn" });
  formats.set(key, known);
  return known;
}
const at = (day: CalendarDay): Date => new Date(`${day}T00:00:00Z`);
/** As on a leaf of a calendar. */
export const leafOf = (language: PortalLanguage, day: CalendarDay): { weekday: string; number: string; month: string } => ({
  weekday: format(language, { weekday: "long" }).format(at(day)),
  number: String(Number(day.slice(8))),
  // beside a number some languages bend the month
  month: format(language, { day: "numeric", month: "long" }).formatToParts(at(day)).find(({ type }) => type === "month")!.value,
});
/** `Freitag, 27. November 2026`. */
export const longDay = (language: PortalLanguage, day: CalendarDay): string => format(language, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(at(day));
/** `27.11.2026`, as on every letter: whoever compares the two finds the same. */
export const shortDay = germanDay;

/** A language or a country by its code; in German where the browser's data have no word of the person's language. */
export function displayName(language: PortalLanguage, type: "language" | "region", code: string): Said {
  const own = nameIn(texts[language].locale, type, code);
  return own === null ? { text: nameIn("de-DE", type, code) ?? code, lang: "de" } : { text: own, lang: texts[language].lang };
}
function nameIn(locale: string, type: "language" | "region", code: string): string | null {
  try {
    if (Intl.DisplayNames.supportedLocalesOf([locale]).length === 0) return null;
    return new Intl.DisplayNames([locale], { type, fallback: "none" }).of(code) ?? null;
  } catch {
    return null;
  }
}
