import type { CalendarDay } from "../../kernel/calendar-day.ts";

/** What the pages about the state of the law show. */
export interface RuleLine {
  readonly id: string;
  readonly title: string;
  readonly norm: string;
  readonly group: string;
  readonly reachesBackTo: CalendarDay | null;
  readonly conditions: number;
  readonly thresholds: number;
  readonly unverified: number;
  readonly examples: number;
  readonly boundaryCases: number;
  /** all that a search looks at */
  readonly words: string;
}
export interface RuleName {
  readonly id: string;
  readonly title: string;
}
export interface ParameterShown {
  readonly id: string;
  readonly value: string;
  readonly unit: string;
  readonly inForceSince: CalendarDay | null;
  readonly until: CalendarDay | null;
  readonly citation: string;
  readonly evidence: string;
  readonly isUnverified: boolean;
  readonly rules: readonly RuleName[];
  readonly words: string;
}
export interface ConditionShown {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  readonly citation: string;
  readonly evidence: readonly string[];
  readonly isFinding: boolean;
  readonly thresholds: readonly string[];
  /** worked examples in which it fails or stays open */
  readonly examples: readonly string[];
}
export interface TableLine {
  readonly outcome: string;
  readonly sentence: string;
  readonly citation: string;
}
export interface Example {
  readonly id: string;
  readonly on: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly outcome: string;
  readonly unmet: readonly string[];
  readonly note: string;
  readonly isFromSource: boolean;
  readonly source: string;
  readonly passes: boolean;
}
export interface RuleDetail {
  readonly id: string;
  readonly title: string;
  readonly norm: string;
  readonly group: string;
  readonly gives: string;
  readonly notes: readonly string[];
  readonly harmless: readonly string[];
  readonly reachesBackTo: CalendarDay | null;
  readonly conditions: readonly ConditionShown[];
  readonly lines: readonly TableLine[];
  readonly thresholds: readonly ParameterShown[];
  readonly facts: readonly { readonly key: string; readonly label: string; readonly isAdverse: boolean }[];
  readonly examples: readonly Example[];
  readonly boundaryCases: number;
}
export interface ChangedExample {
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  readonly on: CalendarDay;
  readonly now: string;
  readonly later: string;
}
export interface PendingShown {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  readonly source: string;
  readonly rules: readonly RuleName[];
  readonly thresholds: readonly ParameterShown[];
  readonly changed: readonly ChangedExample[];
}

export const GROUPS = { aufenthalt: "Aufenthalt", duldung: "Duldung", niederlassung: "Niederlassung", einbuergerung: "Einbürgerung", kurs: "Kurse", leistung: "Leistungen" } as const;
export const groupWords = (group: string): string => (Object.hasOwn(GROUPS, group) ? GROUPS[group as keyof typeof GROUPS] : group);

const UNITS: Readonly<Record<string, string>> = { years: "Jahre", months: "Monate", days: "Tage", hours: "Stunden", share: "(Anteil)", bool: "", date: "", enum: "", text: "", EUR: "Euro", UE: "Unterrichtseinheiten", "of 33": "von 33", "months of last 24": "Monate der letzten 24" };
/** The value as people read it. */
export function valueWords(one: Pick<ParameterShown, "value" | "unit">): string {
  if (one.unit === "date") return `${one.value.slice(8, 10)}.${one.value.slice(5, 7)}.${one.value.slice(0, 4)}`;
  if (one.unit === "bool") return one.value === "true" ? "gilt" : "gilt nicht";
  const unit = UNITS[one.unit] ?? one.unit;
  const value = one.unit === "text" || one.unit === "enum" ? one.value : one.value.replace(/^>/, "mehr als ").replace(".", ",");
  return `${value}${unit === "" ? "" : ` ${unit}`}`;
}

/** Evidence is kept in English beside the data; the longer phrase comes before the shorter that it holds. */
const EVIDENCE: readonly (readonly [string, string])[] = [
  ["consolidated statute text of 2013-01-11 and as amended 2021-07-09", "konsolidierte Gesetzestexte vom 11.1.2013 und vom 9.7.2021"],
  ["consolidated statute text, compared by date up to 2026-08-19", "konsolidierter Gesetzestext, nach Tagen verglichen bis 19.8.2026"],
  ["consolidated statute text, compared by date", "konsolidierter Gesetzestext, nach Tagen verglichen"],
  ["consolidated statute text of 2026-08-19", "konsolidierter Gesetzestext vom 19.8.2026"],
  ["windows between from memory, verify", "Zeiten dazwischen aus dem Gedächtnis, zu prüfen"],
  ["change day from memory, verify", "Tag der Änderung aus dem Gedächtnis, zu prüfen"],
  ["start from memory, verify", "Beginn aus dem Gedächtnis, zu prüfen"],
  ["day from memory, verify", "Tag aus dem Gedächtnis, zu prüfen"],
  ["from memory, verify for start", "Beginn aus dem Gedächtnis, zu prüfen"],
  ["from memory, verify", "aus dem Gedächtnis, zu prüfen"],
  ["exact last day 30./31.12.2025 to be checked in", "letzter Tag (30. oder 31.12.2025) zu prüfen in"],
  ["first seen 2025-12-25, exact day to be checked", "zuerst gesehen am 25.12.2025, genauer Tag zu prüfen"],
  ["first day between 12.6. and 30.7.2026, to be checked", "erster Tag zwischen 12.6. und 30.7.2026, zu prüfen"],
  ["present in 2021-04 mirror", "in der Fassung vom April 2021 enthalten"],
  ["case law, headnote", "Rechtsprechung, Leitsatz"],
  ["administrative practice", "Verwaltungspraxis"],
  ["secondary source", "Sekundärquelle"],
  ["interpretation", "Auslegung"],
  ["guidance", "Anwendungshinweise"],
];
export const evidenceWords = (evidence: string): string => EVIDENCE.reduce((text, [english, german]) => text.replaceAll(english, german), evidence);
