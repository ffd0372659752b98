import { findRule } from "../../rules/index.ts";
import { type DayKind, PAPER } from "./upcoming-days.ts";

export const KIND_NOUNS: Readonly<Record<DayKind, string>> = { opens: "Fenster öffnet sich", closes: "Fenster schließt sich", switch: "Wechsel der Leistung", ends: "Papier endet" };

/** What the kind says of this rule: a duty begins and ends, it is no window. */
export const kindWords = ({ rule, kind }: { readonly rule: string; readonly kind: DayKind }): string =>
  rule === "SCHULPFLICHT_NRW" ? (kind === "opens" ? "Pflicht beginnt" : "Pflicht endet") : KIND_NOUNS[kind];

const SHORT: Readonly<Record<string, string>> = {
  [PAPER]: "Aufenthaltspapier", RECHTSKREIS: "Leistungssystem", INTEGRATIONSKURS: "Integrationskurs", BERUFSSPRACHKURS: "Berufssprachkurs", KINDERGELD: "Kindergeld",
  BAFOEG: "BAföG", BAB: "Berufsausbildungsbeihilfe", WOHNGELD: "Wohngeld", KITA: "Kita-Platz", SCHULPFLICHT_NRW: "Schulpflicht",
};

/** What stands in a list: the paragraph where the field says it so, else the word. */
export const ruleShort = (rule: string): string => SHORT[rule] ?? findRule(rule)?.norm ?? rule;
export const ruleTitle = (rule: string): string => (rule === PAPER ? "Ende des Aufenthaltspapiers" : (findRule(rule)?.title ?? rule));

const PAPERS: readonly (readonly [RegExp, string])[] = [
  [/^GESTATTUNG/, "Aufenthaltsgestattung"], [/^DULDUNG_60([A-D])/, "Duldung (§ 60{1})"], [/^FIKTION_24/, "Fiktionsbescheinigung (§ 24)"], [/^FIKTION/, "Fiktionsbescheinigung"],
  [/^GUEB/, "Grenzübertrittsbescheinigung"], [/^NE/, "Niederlassungserlaubnis"], [/^AE_104C/, "Aufenthaltserlaubnis § 104c"], [/^AE_(\d+)([A-Z]?)(?:_(\d+))?/, "Aufenthaltserlaubnis § {1}{2}"],
];

export function paperWords(code: string): string {
  for (const [shape, words] of PAPERS) {
    const found = shape.exec(code);
    if (found === null) continue;
    const said = words.replace(/\{(\d)\}/g, (_all, n: string) => (found[Number(n)] ?? "").toLowerCase());
    return found[3] === undefined ? said : `${said} Abs. ${found[3]}`;
  }
  return "Papier";
}

const SYSTEMS: Readonly<Record<string, string>> = {
  ASYLBLG_3: "Grundleistungen AsylbLG", ASYLBLG_2: "Analogleistungen § 2 AsylbLG", ASYLBLG_1A: "eingeschränkt § 1a AsylbLG", ASYLBLG_1_4: "Überbrückung AsylbLG", SGB_II: "SGB II", SGB_VIII: "Jugendhilfe SGB VIII",
  SGB_XII_3: "SGB XII, 3. Kapitel", SGB_XII_4: "Grundsicherung SGB XII", AUSGESCHLOSSEN_SGB_II: "kein SGB II", KEINE: "keine Leistungen", OFFEN: "offen",
};
export const systemWords = (code: string): string => SYSTEMS[code] ?? code;

/** What of a day the list says beside the rule: from where to where, which paper, which condition ends. */
export function detailWords(day: { readonly rule: string; readonly kind: DayKind; readonly detail: string }): string {
  if (day.kind === "switch") return day.detail.split(">").map(systemWords).join(" → ");
  if (day.kind === "ends") return paperWords(day.detail);
  if (day.kind === "closes") return findRule(day.rule)?.conditions.find((c) => c.id === day.detail)?.title ?? "";
  return "";
}

/** For a follow-up: what comes, without a name. */
export const dayWords = (day: { readonly rule: string; readonly kind: DayKind; readonly detail: string }): string =>
  day.kind === "switch" ? `Leistung wechselt: ${detailWords(day)}` : day.kind === "ends" ? `${detailWords(day)} endet` : `${ruleShort(day.rule)}: ${kindWords(day)}`;
