import type { Facts } from "../../rules/index.ts";

/**
 * Which rules matter now, by paper, age and what is known; and which are a far goal. Chosen for the talk between two people:
 * whoever holds a Gestattung is not helped by twelve cards on naturalisation that all say NEIN. What is not here is not lost:
 * it stands in the folded list of all other rules, with its answer.
 */
export type Place = "now" | "goal" | "other";
export interface Relevance {
  readonly place: Place;
  readonly why: string;
}
interface Seen {
  readonly status: string;
  readonly age: number | null;
  readonly is: (key: string) => boolean;
}
type Choose = (seen: Seen) => Relevance | null;

const now = (why: string): Relevance => ({ place: "now", why });
const goal = (why: string): Relevance => ({ place: "goal", why });
const DULDUNG = /^DULDUNG_60[ACD]|^DULDUNG_60A/;
const TOLERATED = /^DULDUNG/;
const HUMANITARIAN = /^AE_(22|23|24|25)/;
const TITLE = /^AE(?!_104C)/;

const CHOICES: Readonly<Record<string, Choose>> = {
  AUFENTHG_25A_1: ({ status, age }) => (!(TOLERATED.test(status) || status === "AE_104C") || (age !== null && (age < 12 || age >= 27)) ? null : now(age === null ? "Der Weg für junge Menschen unter 27; das Geburtsdatum fehlt noch." : `Der Weg für junge Menschen: heute ${age} Jahre alt, möglich bis zum 27. Geburtstag.`)),
  AUFENTHG_25A_2_PARENT: ({ is }) => (is("childHolds25a1") ? now("Ein Kind hat die Erlaubnis nach § 25a.") : null),
  AUFENTHG_25B_1: ({ status, age }) => (age !== null && age < 18 ? null : TOLERATED.test(status) ? now("Der häufigste Weg aus der Duldung.") : status === "AE_104C" ? now("Nach § 104c geht es nur mit § 25a oder § 25b weiter.") : null),
  AUFENTHG_25B_4: ({ is }) => (is("principalHolds25b") ? now("Ehepartner oder Elternteil hat § 25b.") : null),
  AUFENTHG_25B_6: ({ status }) => (status.startsWith("DULDUNG_60D") ? now("Der Weg aus der Beschäftigungsduldung.") : null),
  AUFENTHG_104C_NF: ({ status }) => (status === "AE_104C" ? now("§ 104c läuft aus: Welcher Antrag hält den Aufenthalt?") : null),
  AUFENTHG_60C: ({ status, is, age }) => (/^(DULDUNG_60A|GESTATTUNG)/.test(status) && (is("qualifiedTrainingContract") || is("inTraining") || (age !== null && age >= 15 && age < 30)) ? now("Eine Ausbildung sichert den Aufenthalt für ihre Dauer.") : null),
  AUFENTHG_60D: ({ status, age, is }) => (status.startsWith("DULDUNG_60A") && (age === null || age >= 18) && (is("employed") || is("livelihoodByWork")) ? now("Wer arbeitet, kann mit § 60d zu § 25b kommen.") : null),
  AUFENTHG_19D_1: ({ status, is }) => (DULDUNG.test(status) && is("jobMatchesQualification") ? now("Eine passende Stelle mit Qualifikation ist erfasst.") : null),
  AUFENTHG_19D_1A: ({ status }) => (status.startsWith("DULDUNG_60C") ? now("Nach der Ausbildung folgt dieser Titel.") : null),
  AUFENTHG_26_3: ({ status }) => (/^AE_(25_1|25_2_1|23_4)$/.test(status) ? now("Der unbefristete Titel für anerkannte Flüchtlinge.") : null),
  AUFENTHG_26_4: ({ status }) => (/^AE_(22|23|24|25_2_2|25_3|25_4|25_5|25A|25B)/.test(status) ? now("Der unbefristete Titel nach humanitärem Aufenthalt.") : null),
  AUFENTHG_9_2: ({ status }) => (TITLE.test(status) && !HUMANITARIAN.test(status) ? now("Der unbefristete Titel.") : null),
  STAG_10_1: ({ status }) => (status.startsWith("NE") || /^AE_(25_1|25_2|25A|25B|23_4|23_2|18|19|28|29|30|31|32|36)/.test(status) ? now("Dieser Titel kann zur Einbürgerung reichen.") : /^(GESTATTUNG|DULDUNG|AE|FIKTION)/.test(status) ? goal("Erst mit einem Titel, der zur Einbürgerung reicht.") : null),
  STAG_9_1: ({ is }) => (is("germanSpouse") ? now("Der Ehepartner ist deutsch.") : null),
  STAG_10_2: ({ is }) => (is("principalNaturalised10") ? now("Ein Familienmitglied wird eingebürgert.") : null),
  STAG_4_3: ({ is, age }) => (is("bornInGermany") && (age === null || age < 18) ? now("In Deutschland geboren.") : null),
  INTEGRATIONSKURS: ({ status, age }) => (/^(GESTATTUNG|DULDUNG|AE)/.test(status) && (age === null || age >= 16) ? now("Ob und wie der Kurs offensteht, hängt am Papier und an der Frist.") : null),
  BERUFSSPRACHKURS: ({ status, is, age }) => (/^(GESTATTUNG|DULDUNG|AE|NE)/.test(status) && (age === null || age >= 16) && (is("employed") || is("registeredJobseeker")) ? now("Nach B1 geht es mit dem Berufssprachkurs weiter.") : null),
  RECHTSKREIS: ({ status }) => (status === "" ? null : now("Wer heute zahlt, und wann das wechselt.")),
  KINDERGELD: ({ is }) => (is("livesWithMinorUnmarriedChild") ? now("Ein minderjähriges Kind lebt im Haushalt.") : null),
  BAFOEG: ({ is }) => (is("inTrainingOrSchool") && !is("inTraining") ? now("Wegen Schule oder Studium.") : null),
  BAB: ({ is }) => (is("inTraining") ? now("Wegen der Ausbildung.") : null),
  WOHNGELD: ({ is }) => (is("employed") ? now("Mit Arbeit kann Wohngeld den Rest tragen, ohne dem Aufenthalt zu schaden.") : null),
  KITA: ({ age }) => (age !== null && age < 7 ? now("Wegen des Alters.") : null),
  SCHULPFLICHT_NRW: ({ age }) => (age !== null && age >= 5 && age < 18 ? now("Wegen des Alters.") : null),
};
const NOT_FOR_CHILDREN = new Set(["INTEGRATIONSKURS", "BERUFSSPRACHKURS", "AUFENTHG_60D"]);

/** `facts` as they stand on the day, ages and months filled in. */
export function relevanceOf(rule: string, facts: Facts): Relevance {
  const word = facts.get("status");
  const age = facts.get("age");
  const seen: Seen = { status: typeof word === "string" ? word : "", age: typeof age === "number" ? age : null, is: (key) => facts.get(key) === true };
  if (seen.age !== null && seen.age < 15 && NOT_FOR_CHILDREN.has(rule)) return { place: "other", why: "" };
  return CHOICES[rule]?.(seen) ?? { place: "other", why: "" };
}
