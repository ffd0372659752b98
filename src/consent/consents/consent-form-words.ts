import type { Direction } from "../consent-words.ts";

/** What a consent is for. The person hears the example; the sentence beside it says what exactly. */
export const PURPOSES = {
  work: { label: "Ausbildung und Arbeit", example: "Das Jobcenter soll die Bewerbungen kennen, damit niemand doppelt vermittelt." },
  benefits: { label: "Leistungen klären", example: "Das Sozialamt soll den Antrag auf Bildung und Teilhabe ohne neue Belege bearbeiten." },
  language: { label: "Sprachkurs finden", example: "Der Kursträger soll Einstufung und Arbeitszeiten kennen und einen passenden Kurs anbieten." },
  housing: { label: "Wohnung", example: "Das Wohnungsamt soll Größe der Familie und Einkommen kennen und eine Wohnung vorschlagen." },
  health: { label: "Gesundheit", example: "Das Gesundheitsamt soll den Termin zur Untersuchung mit der Beratung abstimmen." },
  school_and_care: { label: "Schule und Kita", example: "Das Schulamt soll die Zeugnisse sehen und einen Schulplatz zuweisen." },
  residence: { label: "Aufenthalt", example: "Die Beratung soll mit der Ausländerbehörde klären, welche Unterlagen noch fehlen." },
  naturalisation: { label: "Einbürgerung", example: "Die Einbürgerungsbehörde soll die Sprachnachweise vorab prüfen." },
  family: { label: "Familie", example: "Das Jugendamt soll wissen, welche Hilfe die Familie schon bekommt." },
  counselling: { label: "Beratung abstimmen", example: "Die Migrationsberatung und das Case Management sollen sich absprechen." },
  volunteers: { label: "Ehrenamtliche Begleitung", example: "Die Initiative soll eine Begleitung zu Terminen finden." },
  moving_away: { label: "Umzug", example: "Das Integrationszentrum am neuen Wohnort soll die Begleitung fortsetzen." },
  other: { label: "Anderer Zweck", example: "Beschreiben Sie ihn so, dass die Person ihn wiedererkennt." },
} as const;
export type Purpose = keyof typeof PURPOSES;

export const FORMS = { written: "schriftlich, mit Unterschrift", oral: "mündlich, mit Vermerk", electronic: "elektronisch" } as const;
export type ConsentForm = keyof typeof FORMS;

export const GIVEN_BY = {
  person: "die Person selbst",
  parents: "die Eltern",
  guardian: "Vormundschaft oder Pflegschaft",
  custodian: "rechtliche Betreuung",
  proxy: "bevollmächtigte Person",
} as const;
export type GivenBy = keyof typeof GIVEN_BY;

/** Which way, said from where the person stands. */
export const DIRECTION_CHOICES: Readonly<Record<Direction, string>> = {
  both: "Beide Seiten dürfen einander sagen, was unten angekreuzt ist",
  to_recipient: "Nur das Case Management darf es der Stelle sagen",
  from_recipient: "Nur die Stelle darf es dem Case Management sagen",
};

/** Languages of the sheet. `prs` is Dari. Whoever speaks another has it interpreted, and signs the German one. */
export const SHEET_LANGUAGES = {
  de: { german: "Deutsch", own: "Deutsch", lang: "de", dir: "ltr" },
  en: { german: "Englisch", own: "English", lang: "en", dir: "ltr" },
  uk: { german: "Ukrainisch", own: "Українська", lang: "uk", dir: "ltr" },
  ar: { german: "Arabisch", own: "العربية", lang: "ar", dir: "rtl" },
  prs: { german: "Dari", own: "دری", lang: "prs", dir: "rtl" },
  tr: { german: "Türkisch", own: "Türkçe", lang: "tr", dir: "ltr" },
  ti: { german: "Tigrinya", own: "ትግርኛ", lang: "ti", dir: "ltr" },
  ru: { german: "Russisch", own: "Русский", lang: "ru", dir: "ltr" },
  fr: { german: "Französisch", own: "Français", lang: "fr", dir: "ltr" },
} as const;
export type SheetLanguage = keyof typeof SHEET_LANGUAGES;
export const isSheetLanguage = (code: string): code is SheetLanguage => Object.hasOwn(SHEET_LANGUAGES, code);
