import { unless } from "../engine/expression.ts";
import { atLevel, given, reached } from "../engine/leaves.ts";
import type { Condition } from "../engine/rule.ts";

/** § 9 Abs. 2 AufenthG, which §§ 9 and 26 Abs. 4 share (and § 26 Abs. 3 in part). */

const ill = given("unableDueToIllness", "Krankheit oder Behinderung");

export const heldFor = (id: string, parameter: string, citation: string): Condition => ({
  id,
  title: "Seit fünf Jahren Aufenthaltserlaubnis",
  sentence: "Sie haben seit fünf Jahren eine Aufenthaltserlaubnis.",
  citation,
  holds: reached("aeMonths", parameter, "seit fünf Jahren Aufenthaltserlaubnis", "months", 12),
  evidence: ["Aufenthaltstitel", "Auszug aus dem AZR"],
});

export const livelihood: Condition = {
  id: "9.N2",
  title: "Lebensunterhalt gesichert",
  sentence: "Ihr Lebensunterhalt ist gesichert. Wer das wegen Krankheit oder Behinderung nicht kann, braucht es nicht.",
  citation: "§ 9 Abs. 2 S. 1 Nr. 2, S. 6 AufenthG",
  holds: unless(given("livelihoodSecured", "Lebensunterhalt gesichert"), ill),
  evidence: ["Lohnabrechnungen", "Arbeitsvertrag", "Mietvertrag"],
  remedy: "Arbeit aufnehmen oder ausweiten, bis der Bedarf gedeckt ist.",
};

export const pension: Condition = {
  id: "9.N3",
  title: "60 Monate Rentenbeiträge",
  sentence: "Sie oder Ihr Ehepartner haben 60 Monate Rentenbeiträge; Kindererziehung und Pflege zählen mit. In Ausbildung oder bei Krankheit braucht es das nicht.",
  citation: "§ 9 Abs. 2 S. 1 Nr. 3, S. 6, Abs. 3 AufenthG",
  holds: unless(
    reached("pensionMonths", "9.pensionMonths", "60 Monate Rentenbeiträge"),
    reached("spousePensionMonths", "9.pensionMonths", "60 Monate des Ehepartners"),
    given("inTraining", "in Ausbildung"),
    ill,
  ),
  evidence: ["Versicherungsverlauf der Rentenversicherung"],
  remedy: "Weiter Beiträge zahlen; Kindererziehungszeiten klären lassen.",
};

export const publicOrder: Condition = {
  id: "9.N4",
  title: "Keine Gründe der öffentlichen Sicherheit",
  sentence: "Gründe der öffentlichen Sicherheit oder Ordnung stehen nicht entgegen.",
  citation: "§ 9 Abs. 2 S. 1 Nr. 4 AufenthG",
  holds: given("publicOrderOk", "keine entgegenstehenden Gründe"),
  evidence: ["Auszug aus dem Bundeszentralregister"],
};

export const workPermit: Condition = {
  id: "9.N5",
  title: "Arbeit erlaubt",
  sentence: "Sie oder Ihr Ehepartner dürfen arbeiten.",
  citation: "§ 9 Abs. 2 S. 1 Nr. 5, Abs. 3 S. 1 AufenthG",
  holds: given("employmentAllowed", "Beschäftigung erlaubt"),
  evidence: ["Aufenthaltstitel"],
};

export const german: Condition = {
  id: "9.N7",
  title: "Deutsch B1",
  sentence: "Sie haben ausreichende Deutschkenntnisse (B1). Wer das wegen Krankheit oder Behinderung nicht kann, braucht es nicht.",
  citation: "§ 9 Abs. 2 S. 1 Nr. 7, S. 3 AufenthG",
  holds: unless(atLevel("german", "B1", "Deutsch B1"), ill),
  evidence: ["Zertifikat Integrationskurs", "Zertifikat B1"],
  remedy: "Deutsch bis B1 lernen und eine Prüfung ablegen.",
};

export const civics: Condition = {
  id: "9.N8",
  title: "Grundkenntnisse der Rechts- und Gesellschaftsordnung",
  sentence: "Sie kennen die Grundzüge der Rechts- und Gesellschaftsordnung. Wer das wegen Krankheit oder Behinderung nicht kann, braucht es nicht.",
  citation: "§ 9 Abs. 2 S. 1 Nr. 8, S. 3 AufenthG",
  holds: unless(given("basicCivicKnowledge", "Grundkenntnisse"), ill),
  evidence: ["Zertifikat „Leben in Deutschland“"],
  remedy: "Den Test „Leben in Deutschland“ bestehen.",
};

export const housing: Condition = {
  id: "9.N9",
  title: "Ausreichender Wohnraum",
  sentence: "Sie haben genug Wohnraum für sich und Ihre Familie.",
  citation: "§ 9 Abs. 2 S. 1 Nr. 9, § 2 Abs. 4 AufenthG",
  holds: given("adequateHousing", "ausreichender Wohnraum"),
  evidence: ["Mietvertrag"],
  remedy: "Eine größere Wohnung finden.",
};

