import topics from "../../../data/quick-check/topics.json" with { type: "json" };
import type { Outcome, Rule } from "../../rules/index.ts";

const TOPIC_OF = topics as Readonly<Record<string, string>>;
const BY_TOPIC: Readonly<Record<string, string>> = {
  german: "Sprachkursträger, Prüfstelle", test: "Prüfstelle des Bundesamts (meist die Volkshochschule)", identity: "Konsulat oder Botschaft; Ausländerbehörde", living: "Arbeitgeber; Agentur für Arbeit oder Jobcenter",
  pension: "Deutsche Rentenversicherung", school: "Schule oder Betrieb", children: "Schule der Kinder", housing: "Wohnungsamt", paper: "Ausländerbehörde", given: "Ausländerbehörde", authority: "Rechtsberatung",
};
const BY_ID: readonly (readonly [RegExp, string])[] = [
  [/A2|MUND|SCHRIFT|N4$|B1$/, "german"], [/\.ID$/, "identity"], [/LU|BESCH|STUNDEN/, "living"], [/VERTRAG|1A$/, "school"],
];

/** With whom a condition is brought about. */
export function withWhom(conditionId: string): string | null {
  const topic = TOPIC_OF[conditionId] ?? BY_ID.find(([shape]) => shape.test(conditionId))?.[1];
  return topic === undefined ? null : (BY_TOPIC[topic] ?? null);
}

const OFFICES: Readonly<Record<string, string>> = {
  INTEGRATIONSKURS: "Kursträger; Zulassung beim Bundesamt (BAMF)", BERUFSSPRACHKURS: "Jobcenter oder Agentur für Arbeit", KINDERGELD: "Familienkasse", BAFOEG: "Amt für Ausbildungsförderung",
  BAB: "Agentur für Arbeit", WOHNGELD: "Wohngeldstelle", KITA: "Jugendamt", SCHULPFLICHT_NRW: "Kommunales Integrationszentrum, Schulamt", STAG_4_3: "Standesamt",
};
/** The office that decides on a right. */
export function officeOf(rule: Rule, outcome: Outcome | null): string {
  if (rule.id === "RECHTSKREIS") return outcome === "SGB_II" ? "Jobcenter" : outcome === "SGB_VIII" ? "Jugendamt" : "Sozialamt";
  return OFFICES[rule.id] ?? (rule.group === "einbuergerung" ? "Einbürgerungsbehörde" : "Ausländerbehörde");
}
