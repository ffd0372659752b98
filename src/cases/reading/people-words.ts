import { type CalendarDay, germanDay, yearsBetween } from "../../kernel/calendar-day.ts";
import { languageLabel } from "../case-words.ts";
import type { CasePersonRow, LanguageFact } from "./case-persons.sql.ts";

export const nameOf = (given: string | null | undefined, family: string | null | undefined): string =>
  [given, family].filter((part) => part !== null && part !== undefined && part !== "").join(" ") || "unbekannt";

/** "M. Brandt": enough where the full name stands elsewhere on the page. */
export const shortName = (name: string): string => {
  const parts = name.split(" ");
  return parts.length < 2 ? name : `${parts[0]!.slice(0, 1)}. ${parts.slice(1).join(" ")}`;
};

const NUMBERS = ["keine", "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];
export const personCount = (n: number): string => (n === 1 ? "eine Person" : `${NUMBERS[n] ?? n} Personen`);

export interface AgeWords {
  readonly age: string;
  readonly born: string;
}

const MONTH = new Intl.DateTimeFormat("de", { month: "long", year: "numeric", timeZone: "UTC" });

/** Age and birth date, no more exact than what is known. */
export function ageWords(person: Pick<CasePersonRow, "birth_on" | "birth_precision" | "birth_placeholder">, today: CalendarDay): AgeWords | null {
  if (person.birth_on === null) return null;
  const born = person.birth_on as CalendarDay;
  const years = yearsBetween(born, today);
  const word = (exact: boolean): string => `${exact ? "" : "etwa "}${years} ${years === 1 ? "Jahr" : "Jahre"}`;
  switch (person.birth_precision) {
    case "day":
      return { age: word(!person.birth_placeholder), born: `* ${germanDay(born)}${person.birth_placeholder ? " (Tag vermutlich Platzhalter)" : ""}` };
    case "month":
      return { age: word(false), born: `* ${MONTH.format(new Date(`${born}T00:00:00Z`))}` };
    case "year":
      return { age: word(false), born: `* ${born.slice(0, 4)}` };
    default:
      return { age: word(false), born: `* um ${born.slice(0, 4)}, geschätzt` };
  }
}

const languageWord = (language: LanguageFact): string =>
  `${languageLabel(language.code)}${language.level === "" || language.level === "native" ? "" : ` ${language.level}`}`;
export const languagesOf = (person: Pick<CasePersonRow, "languages">): string => [...new Set(person.languages.map(languageWord))].join(", ");
export const needsInterpreter = (person: Pick<CasePersonRow, "languages">): boolean => person.languages.some((language) => language.needs_interpreter);

/** BCP 47 for a text in a script: fonts and screen readers go by it. */
export const langOfScript = (script: string): string => ({ Arab: "ar", Ethi: "ti", Cyrl: "uk", Grek: "el", Hebr: "he", Geor: "ka", Armn: "hy" })[script] ?? `und-${script}`;

/** The main name of a person in both scripts. */
export function namesOf(person: Pick<CasePersonRow, "names">): { latin: string; own: string | undefined; lang: string | undefined } {
  const latin = person.names.find((name) => name.script === "Latn");
  const own = person.names.find((name) => name.script !== "Latn");
  const ownText = own && [own.given, own.family].filter((part) => part !== "").join(" ");
  const latinText = latin && [latin.family, latin.given].filter((part) => part !== "").join(", ");
  return { latin: latinText ?? ownText ?? "ohne Namen", own: latin && ownText, lang: own && langOfScript(own.script) };
}
