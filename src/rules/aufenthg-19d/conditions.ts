import { allOf, anyOf, not, whileInForce } from "../engine/expression.ts";
import { atLevel, denied, given, oneOf } from "../engine/leaves.ts";
import type { Condition } from "../engine/rule.ts";
import { noIntentionalCrime } from "../residence/convictions.ts";

const matchingJob = given("jobMatchesQualification", "eine Stelle, die zur Qualifikation passt");

export const qualification: Condition = {
  id: "19d.N1",
  title: "Qualifikation und passende Stelle",
  sentence: "Sie haben hier eine qualifizierte Ausbildung, eine staatlich anerkannte Pflegehilfeausbildung (seit 1.3.2024) oder ein Studium abgeschlossen, oder einen anerkannten Abschluss und zwei Jahre passende Arbeit, oder drei Jahre qualifizierte Arbeit; und eine passende Stelle.",
  citation: "§ 19d Abs. 1 Nr. 1 AufenthG",
  holds: allOf(
    anyOf(
      oneOf("qualification", ["qualifizierte_Berufsausbildung", "Hochschulstudium", "auslaendischer_Abschluss_2_Jahre", "qualifizierte_Beschaeftigung_3_Jahre"], "Ausbildung, Studium oder qualifizierte Arbeit"),
      whileInForce("19d.assistantNursing", oneOf("qualification", ["staatl_anerkannte_Pflegehilfe"], "staatlich anerkannte Pflegehilfe")),
    ),
    matchingJob,
  ),
  evidence: ["Abschlusszeugnis", "Arbeitsvertrag", "Anerkennungsbescheid"],
  remedy: "Eine Ausbildung abschließen oder eine passende Stelle finden.",
};

export const afterTraining: Condition = {
  id: "19d.1A",
  title: "Ausbildung mit Ausbildungsduldung abgeschlossen",
  sentence: "Sie haben die Ausbildung, für die Sie eine Ausbildungsduldung hatten, abgeschlossen und eine passende Stelle.",
  citation: "§ 19d Abs. 1a AufenthG",
  holds: allOf(given("hadAusbildungsduldung60c", "Ausbildungsduldung"), given("trainingCompleted", "Ausbildung abgeschlossen"), matchingJob),
  evidence: ["Abschlusszeugnis", "Arbeitsvertrag"],
  remedy: "Die Ausbildung abschließen und eine passende Stelle finden.",
};

export const housing: Condition = {
  id: "19d.N2",
  title: "Ausreichender Wohnraum",
  sentence: "Sie haben genug Wohnraum.",
  citation: "§ 19d Abs. 1 Nr. 2, § 2 Abs. 4 AufenthG",
  holds: given("adequateHousing", "ausreichender Wohnraum"),
  evidence: ["Mietvertrag"],
  remedy: "Eine Wohnung finden.",
};

export const german: Condition = {
  id: "19d.N3",
  title: "Deutsch B1",
  sentence: "Sie haben ausreichende Deutschkenntnisse (B1).",
  citation: "§ 19d Abs. 1 Nr. 3, § 2 Abs. 11 AufenthG",
  holds: atLevel("german", "B1", "Deutsch B1"),
  evidence: ["Zertifikat B1", "Abschlusszeugnis einer deutschen Schule"],
  remedy: "Deutsch bis B1 lernen und eine Prüfung ablegen.",
};

export const noDeception: Condition = {
  id: "19d.N4",
  title: "Keine Täuschung der Ausländerbehörde",
  sentence: "Sie haben die Ausländerbehörde nicht vorsätzlich getäuscht.",
  citation: "§ 19d Abs. 1 Nr. 4 AufenthG",
  holds: denied("deceivedABH", "keine Täuschung"),
  evidence: ["Ausländerakte"],
};

export const noDelay: Condition = {
  id: "19d.N5",
  title: "Ausreise nicht hinausgezögert",
  sentence: "Sie haben die Aufenthaltsbeendigung nicht vorsätzlich hinausgezögert oder behindert.",
  citation: "§ 19d Abs. 1 Nr. 5 AufenthG",
  holds: denied("delayedRemoval", "nicht hinausgezögert"),
  evidence: ["Ausländerakte"],
};

export const noExtremism: Condition = {
  id: "19d.N6",
  title: "Keine Bezüge zu Extremismus",
  sentence: "Sie haben keine Bezüge zu extremistischen oder terroristischen Organisationen.",
  citation: "§ 19d Abs. 1 Nr. 6 AufenthG",
  holds: not(given("extremism", "Bezüge zu Extremismus")),
  evidence: [],
};

export const noCrime: Condition = {
  id: "19d.N7",
  title: "Keine vorsätzliche Straftat",
  sentence: "Sie wurden nicht wegen einer vorsätzlichen Straftat verurteilt. Geldstrafen bis 50 Tagessätze zählen nicht, bei Taten, die nur Ausländer begehen können, bis 90.",
  citation: "§ 19d Abs. 1 Nr. 7 AufenthG",
  holds: noIntentionalCrime("19d.fineDays", "19d.fineDaysForeignersOnly", "keine vorsätzliche Straftat über den Grenzen"),
  evidence: ["Auszug aus dem Bundeszentralregister"],
};
