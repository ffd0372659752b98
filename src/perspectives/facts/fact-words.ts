import { germanDay, parseCalendarDay } from "../../kernel/calendar-day.ts";
import type { FactSpec } from "../../rules/index.ts";
import type { FactSource } from "./fact-entry.ts";
import { NONE_WORDS } from "./fact-words.data.ts";

export const SOURCES: Readonly<Record<FactSource, string>> = { said: "Die Person hat es gesagt", paper: "Ich habe es auf Papier gesehen", register: "Es steht in einem Register", finding: "Jemand hat es festgestellt" };
export const SOURCES_SHORT: Readonly<Record<FactSource, string>> = { said: "gesagt", paper: "auf Papier gesehen", register: "aus einem Register", finding: "festgestellt" };

const WORDS: Readonly<Record<string, string>> = {
  none: "keine", A1: "A1", A2: "A2", B1: "B1", B2: "B2", C1: "C1", C2: "C2", age_appropriate: "dem Alter entsprechend", oral_everyday: "mündlich im Alltag",
  passport: "Pass oder Passersatz", other_official_documents: "andere amtliche Urkunden mit Bild", other_evidence: "andere Nachweise", sworn_statement: "eigene Angaben, eidesstattlich versichert",
  ASYLBLG: "AsylbLG", SGB_II: "SGB II", SGB_XII: "SGB XII", late_application: "zu spät beantragt", other: "andere",
  spouse: "Ehefrau oder Ehemann", civil_partner: "eingetragene Lebenspartnerschaft", minor_child: "minderjähriges Kind", minor_unmarried_child: "minderjähriges, lediges Kind", adult_child: "volljähriges Kind",
  studierende: "Studium", auszubildende_lehrberuf: "Ausbildung in einem anerkannten Beruf", berufsvorbereitung: "Berufsvorbereitung", familie_ergaenzend: "Familie mit Kindern, vorübergehend ergänzend",
  alleinerziehend_10_1_3: "alleinerziehend, Arbeit nicht zumutbar (§ 10 Abs. 1 Nr. 3 SGB II)", pflege_angehoeriger: "Pflege naher Angehöriger",
  qualifizierte_Berufsausbildung: "qualifizierte Berufsausbildung", staatl_anerkannte_Pflegehilfe: "staatlich anerkannte Pflegehilfe", Hochschulstudium: "Hochschulstudium in Deutschland",
  auslaendischer_Abschluss_2_Jahre: "ausländischer Abschluss und zwei Jahre passende Arbeit", qualifizierte_Beschaeftigung_3_Jahre: "drei Jahre qualifizierte Arbeit",
  geldstrafe: "Geldstrafe", freiheitsstrafe: "Freiheitsstrafe", jugendstrafe: "Jugendstrafe", erziehungsmassregel: "Erziehungsmaßregel", zuchtmittel: "Zuchtmittel",
  parents: "durch die Eltern", past_own: "selbst, früher", current_own: "selbst, bis heute", other_current: "ein anderes, das noch besteht",
  "54_1_1": "§ 54 Abs. 1 Nr. 1", "54_1_2": "§ 54 Abs. 1 Nr. 2", "54_1_4": "§ 54 Abs. 1 Nr. 4", "54_2_1": "§ 54 Abs. 2 Nr. 1", "54_2_2": "§ 54 Abs. 2 Nr. 2",
  "1_activity": "verfassungsfeindliche Betätigung", "1a_false_declaration": "unrichtiges Bekenntnis", "2_expulsion": "Ausweisungsinteresse", "3b_equality": "Missachtung der Gleichberechtigung",
  AE_18A: "§ 18a AufenthG", AE_25A_1: "§ 25a Abs. 1 AufenthG", AE_25B_1: "§ 25b Abs. 1 AufenthG", NE: "Niederlassungserlaubnis",
};
/** A code of the catalogue, as people say it. */
export const wordOf = (code: string, key = ""): string => (code === "none" ? NONE_WORDS[key] : undefined) ?? WORDS[code] ?? code.replaceAll("_", " ");
/** Codes that nobody has given a word: a test keeps it empty for what a form offers. */
export const hasWord = (code: string): boolean => WORDS[code] !== undefined;

/** The question as it stands on the page, which asks for shares in percent. */
export const questionOf = (spec: FactSpec): string => spec.label.replace(" (0 bis 1)", "");

/** Shares are kept from 0 to 1 and said in percent. */
export const isShare = (key: string): boolean => key.endsWith("Share");

export function valueWords(spec: FactSpec, value: unknown): string {
  if (value === null || value === undefined) return "nicht bekannt";
  if (typeof value === "boolean") return value ? "ja" : "nein";
  if (typeof value === "number") return isShare(spec.key) ? `${Math.round(value * 100)} %` : spec.growth === "months" ? `${value} ${value === 1 ? "Monat" : "Monate"}` : value.toLocaleString("de");
  if (Array.isArray(value)) return value.length === 0 ? "keine" : value.map((row) => rowWords(spec, row as Readonly<Record<string, unknown>>)).join("; ");
  if (typeof value !== "string") return "erfasst";
  const day = spec.type === "date" ? parseCalendarDay(value) : null;
  return day === null ? wordOf(value, spec.key) : germanDay(day);
}

function rowWords(spec: FactSpec, row: Readonly<Record<string, unknown>>): string {
  const parts = (spec.items ?? []).filter((item) => row[item.key] !== null && row[item.key] !== undefined && row[item.key] !== false);
  return parts.map((item) => (row[item.key] === true ? item.label : item.type === "enum" ? valueWords(item, row[item.key]) : `${item.label} ${valueWords(item, row[item.key])}`)).join(", ");
}
