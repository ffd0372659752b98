import { wordOf } from "../engine/facts.ts";
import { afterYears, yearsComplete } from "../engine/day-number.ts";
import { allOf, always, anyOf, assumed, isInForce, leaf, not, unless, where, whileInForce } from "../engine/expression.ts";
import { atLeast, denied, given, noneOf, oneOf, thresholdOf } from "../engine/leaves.ts";
import type { Condition } from "../engine/rule.ts";
import { isDuldung, isDuldung60b, isPermittedOrTolerated } from "../residence/status.ts";
import { beforeDay, holds104c, uninterruptedStay } from "../residence/uninterrupted-stay.ts";

const has104c = oneOf("status", ["AE_104C"], "Aufenthaltserlaubnis nach § 104c");
const branchIsOpen = beforeDay("104c.branchEnds", "der Weg für Inhaber des § 104c ist noch offen");

const holdsDuldung = leaf({
  says: "Duldung, nicht nach § 60b",
  facts: ["status"],
  judge: (at) => {
    const status = at.facts.get("status");
    return status === undefined || status === null ? status : isDuldung(wordOf(status)) && !isDuldung60b(wordOf(status));
  },
});
const duldungForAYear = uninterruptedStay({ says: "seit zwölf Monaten Duldung", counts: isDuldung, parameter: "25a.duldungMonths", unit: "months", gapParameter: "25a.gapToleranceMonths", oneGapOnly: false, counts60b: () => false });

export const duldungOr104c: Condition = {
  id: "25a.P",
  title: "§ 104c oder seit zwölf Monaten Duldung",
  sentence: "Sie haben eine Aufenthaltserlaubnis nach § 104c oder seit mindestens zwölf Monaten eine Duldung. Zeiten mit einer Duldung nach § 60b zählen nicht.",
  citation: "§ 25a Abs. 1 S. 1, § 60b Abs. 5 S. 1 AufenthG",
  holds: anyOf(allOf(has104c, branchIsOpen), allOf(holdsDuldung, duldungForAYear)),
  evidence: ["Duldungen", "elektronischer Aufenthaltstitel", "Auszug aus dem AZR"],
  remedy: "Die Duldung lückenlos verlängern, bis zwölf Monate voll sind.",
};

export const longStay: Condition = {
  id: "25a.N1",
  title: "Aufenthalt seit drei Jahren",
  sentence: "Sie leben seit drei Jahren ohne Unterbrechung erlaubt, geduldet oder gestattet hier. Lücken bis zu drei Monaten schaden nicht.",
  citation: "§ 25a Abs. 1 S. 1 Nr. 1, Abs. 5 AufenthG; § 60b Abs. 5 S. 1 AufenthG",
  holds: uninterruptedStay({ says: "Aufenthalt seit drei Jahren", counts: isPermittedOrTolerated, parameter: "25a.stayYears", unit: "years", gapParameter: "25a.gapToleranceMonths", oneGapOnly: false, counts60b: holds104c }),
  evidence: ["Auszug aus dem AZR", "Melderegister"],
};

export const school: Condition = {
  id: "25a.N2",
  title: "Drei Jahre Schule oder ein Abschluss",
  sentence: "Sie haben in Deutschland in der Regel drei Jahre erfolgreich eine Schule besucht oder einen Schul- oder Berufsabschluss erworben. Bei Krankheit oder Behinderung wird davon abgesehen.",
  citation: "§ 25a Abs. 1 S. 1 Nr. 2 AufenthG",
  holds: unless(
    anyOf(atLeast("schoolYearsSuccessful", "25a.schoolYears", "drei Jahre erfolgreich Schule"), given("germanSchoolOrVocationalDegree", "Schul- oder Berufsabschluss in Deutschland")),
    whileInForce("25a.illnessWaiver", given("unableDueToIllness", "Krankheit oder Behinderung")),
  ),
  evidence: ["Zeugnisse", "Schulbescheinigungen", "Abschlusszeugnis"],
  remedy: "Weiter zur Schule gehen oder einen Abschluss machen.",
};

export const youngEnough: Condition = {
  id: "25a.N3",
  title: "Antrag vor dem 27. Geburtstag",
  sentence: "Der Antrag wird spätestens am Tag vor Ihrem 27. Geburtstag gestellt.",
  citation: "§ 25a Abs. 1 S. 1 Nr. 3 AufenthG; §§ 187 Abs. 2, 188 Abs. 2 BGB",
  holds: leaf({
    says: "Antrag vor Vollendung des 27. Lebensjahres",
    facts: ["birthDate", "applicationDate"],
    parameters: ["25a.maxAgeApplication"],
    judge: (at) => {
      const [born, applied] = [at.facts.get("birthDate"), at.facts.get("applicationDate")];
      if (born === undefined || applied === undefined) return undefined;
      if (born === null || applied === null) return null;
      const end = afterYears(Number(born), thresholdOf(at, "25a.maxAgeApplication"));
      // not filed yet: the window closes with the day before the birthday
      if (applied === at.on && at.on < end) at.changesOn(end);
      return Number(applied) < end;
    },
  }),
  evidence: ["Eingangsbestätigung des Antrags", "Geburtsurkunde"],
};

export const oldEnough: Condition = {
  id: "25a.MINAGE",
  title: "Mindestens 14 Jahre alt",
  sentence: "Sie sind am Tag der Entscheidung mindestens 14 Jahre alt („jugendlich“).",
  citation: "§ 25a Abs. 1 S. 1 AufenthG; § 1 Abs. 2 JGG",
  holds: leaf({
    says: "mindestens 14 Jahre alt",
    facts: ["birthDate"],
    parameters: ["25a.minAge"],
    optional: ["25a.minAgeAtApplication"],
    judge: (at) => {
      const born = at.facts.get("birthDate");
      if (born === undefined || born === null) return born;
      const age = thresholdOf(at, "25a.minAge");
      const applied = at.facts.get("applicationDate");
      // until 31.7.2015 the application itself had to come after the 15th birthday
      const day = typeof applied === "number" && isInForce(at.book.find("25a.minAgeAtApplication", at.law)) ? applied : at.on;
      if (yearsComplete(Number(born), day) >= age) return true;
      at.changesOn(afterYears(Number(born), age));
      return false;
    },
  }),
  evidence: ["Geburtsurkunde"],
};

export const prognosis: Condition = {
  id: "25a.N4",
  title: "Positive Integrationsprognose",
  sentence: "Es erscheint gewährleistet, dass Sie sich auf Grund Ihrer Ausbildung und Lebensverhältnisse einfügen. Das stellt eine benannte Person fest.",
  citation: "§ 25a Abs. 1 S. 1 Nr. 4 AufenthG; VG Göttingen 1 A 280/19 (bei Minderjährigen großzügig)",
  holds: given("integrationPrognosisPositive", "positive Prognose"),
  isFinding: true,
  evidence: ["Berichte der Schule", "Referenzen", "Ausbildungsvertrag"],
  remedy: "Berichte und Referenzen sammeln, die das Einfügen zeigen.",
};

export const noDoubts: Condition = {
  id: "25a.N5",
  title: "Keine Anhaltspunkte gegen die Grundordnung",
  sentence: "Es gibt keine konkreten Anhaltspunkte dafür, dass Sie sich nicht zur freiheitlichen demokratischen Grundordnung bekennen. Eine Erklärung ist nicht nötig.",
  citation: "§ 25a Abs. 1 S. 1 Nr. 5 AufenthG",
  holds: whileInForce("25a.fdgoIndications", denied("fdgoDoubtIndications", "keine Anhaltspunkte")),
  evidence: [],
};

export const livelihood: Condition = {
  id: "25a.LU",
  title: "Lebensunterhalt gesichert oder in Ausbildung",
  sentence: "Ihr Lebensunterhalt ist gesichert. Solange Sie zur Schule gehen, eine Ausbildung machen oder studieren, schaden öffentliche Leistungen nicht.",
  citation: "§ 5 Abs. 1 Nr. 1, § 25a Abs. 1 S. 2 AufenthG",
  holds: unless(given("livelihoodSecured", "Lebensunterhalt gesichert"), given("inTrainingOrSchool", "Schule, Ausbildung oder Studium")),
  bridge: { when: always, citation: "§ 5 Abs. 3 S. 2 AufenthG", sentence: "Die Behörde kann davon absehen." },
  evidence: ["Schulbescheinigung", "Ausbildungsvertrag", "Lohnabrechnungen"],
  remedy: "Schule, Ausbildung oder Studium aufnehmen, oder eine Arbeit, die den Bedarf deckt.",
};

export const noOwnDeception: Condition = {
  id: "25a.V1",
  title: "Keine eigene Täuschung",
  sentence: "Die Abschiebung ist nicht wegen Ihrer eigenen falschen Angaben ausgesetzt. Angaben der Eltern werden Ihnen nicht zugerechnet.",
  citation: "§ 25a Abs. 1 S. 3 AufenthG",
  failure: "VERSAGT",
  holds: noneOf("deception", ["current_own"], "keine laufende eigene Täuschung"),
  evidence: ["Ausländerakte"],
  remedy: "Angaben berichtigen.",
};

export const identity: Condition = {
  id: "25a.ID",
  title: "Identität geklärt",
  sentence: "Ihre Identität ist geklärt. Wer § 104c hat und alles Zumutbare getan hat, kann die Erlaubnis auch ohne das bekommen; sonst kann die Behörde davon absehen.",
  citation: "§ 25a Abs. 6, § 5 Abs. 1 Nr. 1a, Abs. 3 S. 2 AufenthG",
  holds: given("identityClarified", "Identität geklärt"),
  bridge: {
    when: where(assumed(has104c, false), assumed(given("identityEffortsReasonable", "alles Zumutbare getan"), false)),
    citation: "§ 25a Abs. 6 S. 2, § 5 Abs. 3 S. 2 AufenthG",
    sentence: "Die Behörde kann die Erlaubnis trotzdem erteilen.",
  },
  evidence: ["Pass", "Schreiben der Botschaft", "Nachweise der Bemühungen"],
  remedy: "Pass beschaffen; jede Bemühung belegen.",
};

export const noExpulsionInterest: Condition = {
  id: "25a.GEN",
  title: "Kein Ausweisungsinteresse",
  sentence: "Es besteht kein Ausweisungsinteresse. Die Behörde kann davon absehen.",
  citation: "§ 5 Abs. 1 Nr. 2, Abs. 3 S. 2 AufenthG",
  holds: oneOf("ausweisungsinteresse", ["none", "54_1_2", "54_1_4"], "kein Ausweisungsinteresse"),
  bridge: { when: always, citation: "§ 5 Abs. 3 S. 2 AufenthG", sentence: "Die Behörde kann davon absehen." },
  evidence: ["Auszug aus dem Bundeszentralregister"],
};

export const noSecurityBar: Condition = {
  id: "25a.SPERRE",
  title: "Keine Gefahr für die Sicherheit",
  sentence: "Es besteht kein Ausweisungsinteresse nach § 54 Abs. 1 Nr. 2 oder 4 AufenthG.",
  citation: "§ 5 Abs. 4 AufenthG",
  failure: "VERSAGT",
  holds: noneOf("ausweisungsinteresse", ["54_1_2", "54_1_4"], "kein Fall des § 54 Abs. 1 Nr. 2, 4"),
  evidence: [],
};

export const asylumBar: Condition = {
  id: "25a.ASYL",
  title: "Keine Sperre aus dem Asylverfahren",
  sentence: "Der Asylantrag wurde nicht nach § 10 Abs. 3 S. 2 abgelehnt. Davon kann die Behörde absehen.",
  citation: "§ 10 Abs. 3 S. 2, § 25a Abs. 4 AufenthG",
  holds: not(given("asylumRejectedQualified", "als offensichtlich unbegründet abgelehnt (§ 10 Abs. 3 S. 2)")),
  bridge: { when: always, citation: "§ 25a Abs. 4 AufenthG", sentence: "Abweichend von § 10 Abs. 3 S. 2 kann die Erlaubnis erteilt werden." },
  evidence: ["Bescheid des Bundesamts"],
};
