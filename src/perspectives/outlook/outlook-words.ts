import { type CalendarDay, germanDay, parseCalendarDay } from "../../kernel/calendar-day.ts";
import { factCatalogue, type Outcome } from "../../rules/index.ts";

export type Shape = "check" | "half" | "empty" | "cross" | "full" | "triangle";
export interface OutcomeWords {
  /** the law's own word */
  readonly word: string;
  readonly sentence: string;
  readonly tone: "success" | "accent" | "warning" | "danger" | "neutral";
  readonly shape: Shape;
}
const good = (word: string, sentence: string): OutcomeWords => ({ word, sentence, tone: "success", shape: "check" });
const bad = (word: string, sentence: string): OutcomeWords => ({ word, sentence, tone: "neutral", shape: "empty" });
const pays = (word: string, sentence: string): OutcomeWords => ({ word, sentence, tone: "accent", shape: "full" });

/** Each answer in the word of the law and in one plain sentence. None says that anything is granted: the authority decides. */
export const OUTCOMES: Readonly<Record<Outcome, OutcomeWords>> = {
  MUSS: good("MUSS", "Nach den Angaben sind die Voraussetzungen erfüllt. Dann hat die Behörde keinen Spielraum."),
  SOLL: good("SOLL", "Nach den Angaben sind die Voraussetzungen erfüllt. Dann wird im Regelfall erteilt."),
  KANN: { word: "KANN", sentence: "Die Behörde entscheidet nach Ermessen. Gute Nachweise zählen.", tone: "accent", shape: "half" },
  NEIN: bad("NEIN", "Heute nicht: Mindestens eine Voraussetzung fehlt."),
  VERSAGT: { word: "VERSAGT", sentence: "Heute schließt das Gesetz es aus. Lassen Sie das rechtlich prüfen.", tone: "danger", shape: "cross" },
  AUSGESETZT: { word: "AUSGESETZT", sentence: "Die Entscheidung ruht, bis ein anderes Verfahren beendet ist.", tone: "warning", shape: "half" },
  OFFEN: { word: "OFFEN", sentence: "Nichts spricht dagegen; es fehlen noch Angaben.", tone: "warning", shape: "half" },
  FIKTION_MOEGLICH: good("FIKTION MÖGLICH", "Ein Antrag vor Ablauf hält den Aufenthalt aufrecht, wenn die Behörde es bescheinigt."),
  KEINE_FIKTION: bad("KEINE FIKTION", "Dieser Antrag hielte den Aufenthalt nicht aufrecht."),
  BERECHTIGT: good("BERECHTIGT", "Nach den Angaben besteht die Berechtigung."),
  AUSGESCHLOSSEN: bad("AUSGESCHLOSSEN", "Nach den Angaben besteht kein Anspruch."),
  ANSPRUCH: good("ANSPRUCH", "Nach den Angaben besteht ein Anspruch."),
  PFLICHT: pays("PFLICHT", "Nach den Angaben besteht Schulpflicht."),
  BERECHTIGUNG_MOEGLICH: good("BERECHTIGUNG MÖGLICH", "Eine Teilnahmeberechtigung kann ausgestellt werden."),
  NUR_ORIENTIERUNGSKURS: pays("NUR ORIENTIERUNGSKURS", "Mit B1 bleibt der Orientierungskurs."),
  VERPFLICHTET: pays("VERPFLICHTET", "Die Teilnahme ist Pflicht."),
  ZULASSUNG_ERMESSEN: { word: "ZULASSUNG NACH ERMESSEN", sentence: "Das Bundesamt kann zulassen, wenn Plätze frei sind.", tone: "accent", shape: "half" },
  ZULASSUNG_GESPERRT: bad("ZULASSUNG GESPERRT", "Zulassungen gibt es derzeit nicht."),
  ASYLBLG_1A: pays("§ 1a AsylbLG", "Eingeschränkte Leistungen des Sozialamts."),
  ASYLBLG_1_4: pays("§ 1 Abs. 4 AsylbLG", "Überbrückungsleistungen."),
  ASYLBLG_2: pays("§ 2 AsylbLG", "Leistungen des Sozialamts wie nach dem SGB XII, mit Gesundheitskarte."),
  ASYLBLG_3: pays("§ 3 AsylbLG", "Grundleistungen des Sozialamts."),
  AUSGESCHLOSSEN_SGB_II: bad("AUSGESCHLOSSEN", "Kein Grundsicherungsgeld mit diesem Aufenthalt."),
  KEINE: pays("KEINE LEISTUNG", "Der Bedarf ist selbst gedeckt."),
  SGB_II: pays("SGB II", "Grundsicherungsgeld vom Jobcenter."),
  SGB_VIII: pays("SGB VIII", "Das Jugendamt sorgt für den Unterhalt."),
  SGB_XII_3: pays("SGB XII, 3. Kapitel", "Hilfe zum Lebensunterhalt vom Sozialamt."),
  SGB_XII_4: pays("SGB XII, 4. Kapitel", "Grundsicherung vom Sozialamt."),
};
const GOOD: ReadonlySet<string> = new Set(["MUSS", "SOLL", "KANN", "FIKTION_MOEGLICH", "BERECHTIGT", "ANSPRUCH", "PFLICHT", "BERECHTIGUNG_MOEGLICH", "VERPFLICHTET", "NUR_ORIENTIERUNGSKURS", "ZULASSUNG_ERMESSEN"]);
export const isGood = (outcome: Outcome): boolean => GOOD.has(outcome);
/** Known to fail today; OFFEN and AUSGESETZT are not. */
const BAD: ReadonlySet<string> = new Set(["NEIN", "VERSAGT", "AUSGESCHLOSSEN", "KEINE_FIKTION", "ZULASSUNG_GESPERRT"]);
export const isBad = (outcome: Outcome): boolean => BAD.has(outcome);

const STATUS: readonly (readonly [RegExp, string])[] = [
  [/^GESTATTUNG/, "Gestattung"], [/^DULDUNG_60B/, "Duldung § 60b"], [/^DULDUNG_60C/, "Ausbildungsduldung"], [/^DULDUNG_60D/, "Beschäftigungsduldung"], [/^DULDUNG/, "Duldung"],
  [/^FIKTION_24/, "Fiktion § 24"], [/^FIKTION/, "Fiktionsbescheinigung"], [/^GUEB/, "Grenzübertrittsbescheinigung"], [/^VOLLZIEHBAR/, "ausreisepflichtig"], [/^SCHUTZGESUCH/, "Schutzgesuch § 24"],
  [/^NE/, "Niederlassungserlaubnis"], [/^DEUTSCH/, "deutsche Staatsangehörigkeit"], [/^AE$/, "Aufenthaltserlaubnis"],
];
/** A paper as people say it. */
export function statusWords(code: string): string {
  const known = STATUS.find(([shape]) => shape.test(code))?.[1];
  if (known !== undefined) return known;
  const [, section, letter, paragraph, sentence] = /^AE_(\d+)([A-Z]?)(?:_(\d)(?:_(\d))?)?/.exec(code) ?? [];
  if (section === undefined) return code;
  return `§ ${section}${(letter ?? "").toLowerCase()}${paragraph === undefined ? "" : ` Abs. ${paragraph}`}${sentence === undefined ? "" : ` S. ${sentence}`}`;
}

const VALUES: Readonly<Record<string, string>> = { none: "keine", age_appropriate: "altersgemäß", oral_everyday: "im Alltag mündlich", passport: "Pass", other_official_documents: "andere amtliche Urkunden", other_evidence: "andere Nachweise", sworn_statement: "eidesstattliche Versicherung", ASYLBLG: "AsylbLG", SGB_II: "SGB II", SGB_XII: "SGB XII" };
/** A fact as people read it. */
export function valueWords(key: string, value: unknown): string {
  if (value === null || value === undefined) return "nicht bekannt";
  if (typeof value === "boolean") return value ? "ja" : "nein";
  if (typeof value === "number") return /share/i.test(key) ? `${Math.round(value * 100)} %` : String(value).replace(".", ",");
  if (Array.isArray(value)) return key === "stay" ? value.map((one) => stayWords(one as Record<string, unknown>)).join("; ") : value.length === 0 ? "keine" : `${value.length} ${value.length === 1 ? "Eintrag" : "Einträge"}`;
  if (typeof value !== "string") return "erfasst";
  const day = parseCalendarDay(value);
  return day !== null ? germanDay(day) : key === "status" || key === "title" ? statusWords(value) : (VALUES[value] ?? value.replaceAll("_", " "));
}
const stayWords = (one: Record<string, unknown>): string => `${statusWords(typeof one["basis"] === "string" ? one["basis"] : "")} ${dayOr(one["from"], "?")} bis ${dayOr(one["to"], "heute")}`;
const dayOr = (value: unknown, other: string): string => (typeof value === "string" ? germanDay(value as CalendarDay) : other);
/** The question of the catalogue, for a list of what is missing. */
export const factQuestion = (key: string): string => factCatalogue.get(key)?.label ?? key;

export const thresholdWords = (value: string | number | boolean, unit: string): string => {
  const day = typeof value === "string" ? parseCalendarDay(value) : null;
  if (day !== null) return germanDay(day);
  if (typeof value === "boolean") return value ? "gilt" : "gilt nicht";
  if (unit === "share") return String(value).startsWith(">") ? `mehr als ${Math.round(Number(String(value).slice(1)) * 100)} %` : `${Math.round(Number(value) * 100)} %`;
  return `${String(value).replace(".", ",")} ${UNITS[unit] ?? unit}`;
};
const UNITS: Readonly<Record<string, string>> = { months: "Monate", years: "Jahre", days: "Tage", level: "", points: "Punkte", hours: "Stunden", enum: "", "months of last 24": "von 24 Monaten", "of 33": "von 33 Fragen", UE: "Unterrichtseinheiten", text: "", share: "" };
