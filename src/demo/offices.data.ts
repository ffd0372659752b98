import type { StatusKey } from "./names.data.ts";

/** What officers have to do, invented. */
export const TASKS: Readonly<Record<"abh" | "ebh", readonly string[]>> = {
  abh: [
    "Nachweis Lebensunterhalt nachfordern", "Duldung verlängern", "Pass vorlegen lassen", "Anhörung vorbereiten", "Antwort des BAMF abwarten", "eAT bestellt, Eingang prüfen", "Stellungnahme der Bundesagentur abwarten", "Antrag § 25b prüfen", "Übergang aus § 104c klären",
    "Fiktionsbescheinigung läuft ab", "Beschäftigungserlaubnis entscheiden", "BZR-Auszug anfordern", "Wohnsitzauflage prüfen", "Familiennachzug: Urkunden übersetzen lassen", "Ladung kam zurück, Anschrift klären",
  ],
  ebh: [
    "Sicherheitsanfrage beantwortet?", "Nachweis Deutsch B1 fehlt", "Einbürgerungstest nachreichen lassen", "Loyalitätserklärung aufnehmen", "BZR-Auszug anfordern", "Rentenverlauf anfordern", "Personenstandsurkunden prüfen", "Akte der Ausländerbehörde anfordern",
    "Urkunde vorbereiten", "Feier im Kreishaus: Einladung", "Antrag unvollständig: erinnern", "Gebühr eingegangen?", "Miteinbürgerung der Kinder klären", "Identität: Botschaft hat geschrieben",
  ],
};
export const PAPERS = [
  ["Reisepass Kopie.pdf", "identity", "Kopie des Reisepasses"], ["Geburtsurkunde mit Uebersetzung.pdf", "family", "Geburtsurkunde, beglaubigte Übersetzung"], ["Zertifikat B1.pdf", "language", "Deutsch B1: bestanden"], ["Leben in Deutschland.pdf", "language", "Test Leben in Deutschland: 29 von 33"],
  ["Lohnabrechnungen.pdf", "livelihood", "Lohnabrechnungen, sechs Monate"], ["Arbeitsvertrag.pdf", "livelihood", "Arbeitsvertrag, unbefristet"], ["Schulbescheinigung.pdf", "school", "Schulbescheinigung"], ["Duldung Kopie.pdf", "residence", "Kopie der Duldung"], ["Bescheid BAMF.pdf", "notice", "Bescheid des Bundesamts"],
] as const;
export const PLACES: Readonly<Record<"abh" | "ebh", readonly string[]>> = { abh: ["Zimmer 114", "Zimmer 115", "Schalter 3", "Schalter 4"], ebh: ["Zimmer 208", "Zimmer 210", "Kleiner Sitzungssaal"] };
export const APPOINTMENTS: Readonly<Record<"abh" | "ebh", Readonly<Record<string, number>>>> = {
  abh: { papers: 5, application: 3, hearing: 2, fingerprints: 4, collect: 5, counselling: 1 }, ebh: { papers: 5, application: 2, declaration: 4, certificate: 3, counselling: 2 },
};
/** Whom a check could be about at all: those with one of these papers. */
export const CHECKED: Readonly<Record<"abh" | "ebh", readonly StatusKey[]>> = { abh: ["duldung", "chance", "gestattung"], ebh: ["fluechtling", "subsidiaer", "bleiberecht", "niederlassung", "familie", "fachkraft", "freizuegig"] };
/** Of those who came on top: what an office works on most. */
export const COMMON: Readonly<Record<"abh" | "ebh", readonly StatusKey[]>> = { abh: ["duldung", "duldung", "chance", "gestattung"], ebh: ["fluechtling", "niederlassung", "bleiberecht", "subsidiaer", "familie"] };
export function rightFor(office: "abh" | "ebh", age: number, index: number): string {
  if (office === "abh") return age < 27 ? "AUFENTHG_25A_1" : index % 5 === 4 ? "AUFENTHG_25B_4" : "AUFENTHG_25B_1";
  return age < 18 ? "STAG_10_2" : index % 6 === 5 ? "STAG_9_1" : "STAG_10_1";
}
/** Colleagues of the two offices: without a second person nothing leaves an authority. */
export const COLLEAGUES = [
  { key: "albers", office: "abh", given: "Carina", family: "Albers", job: "Sachbearbeitung Ausländerbehörde", room: "abh", roles: ["immigration_officer"] },
  { key: "stahl", office: "ebh", given: "Jonas", family: "Stahl", job: "Sachbearbeitung Einbürgerung", room: "ebh", roles: ["naturalisation_officer"] },
] as const;
