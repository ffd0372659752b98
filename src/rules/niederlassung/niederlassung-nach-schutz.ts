import { afterMonths, type DayNumber } from "../engine/day-number.ts";
import { allOf, anyOf, assumed, leaf, not, unless, whileInForce, whileNotInForce, type At, type Expr } from "../engine/expression.ts";
import { atLeast, atLevel, given, moreThan, oneOf, thresholdOf } from "../engine/leaves.ts";
import type { Condition, RightRule } from "../engine/rule.ts";
import type { Truth } from "../engine/truth.ts";
import { civics, housing, publicOrder, workPermit } from "./conditions.ts";

/** § 26 Abs. 3 AufenthG: refugees and asylees. Since 6.8.2016 two ways: five years, or three with C1 and more livelihood. */

// time of the asylum procedure counts since the Integrationsgesetz; before it was that of the title alone
function startOf(at: At): DayNumber | null | undefined {
  const [held, procedure] = [at.facts.get("aeFrom"), at.facts.get("asylumProcedureFrom")];
  if (held === undefined || held === null || at.book.find("26.3.yearsFast", at.law) === null) return held as null | undefined | number;
  return typeof procedure === "number" ? Math.min(procedure, Number(held)) : Number(held);
}

const since = (parameter: string, says: string): Expr =>
  leaf({
    says,
    facts: ["aeFrom", "asylumProcedureFrom"],
    parameters: [parameter],
    optional: parameter === "26.3.yearsFast" ? [parameter] : [],
    judge: (at): Truth => {
      const version = at.book.find(parameter, at.law);
      const start = startOf(at);
      if (version === null) return false;
      if (start === undefined || start === null) return start;
      const done = afterMonths(start, thresholdOf(at, parameter) * 12);
      if (at.on >= done) return true;
      at.changesOn(done);
      // the procedure may have begun early enough
      return at.facts.get("asylumProcedureFrom") === null ? null : false;
    },
  });

const longEnough = since("26.3.years", "seit fünf Jahren Aufenthaltserlaubnis (mit Asylverfahren)");
const fastEnough = since("26.3.yearsFast", "seit drei Jahren Aufenthaltserlaubnis (mit Asylverfahren)");
const mastersGerman = atLevel("german", "C1", "Deutsch C1");
const fastWay = allOf(fastEnough, assumed(mastersGerman, false));

const livelihood: Condition = {
  id: "26.3.LU",
  title: "Lebensunterhalt überwiegend gesichert",
  sentence: "Ihr Lebensunterhalt ist überwiegend gesichert, nach nur drei Jahren weit überwiegend (etwa drei Viertel). Ab der Regelaltersgrenze braucht es das nach fünf Jahren nicht.",
  citation: "§ 26 Abs. 3 S. 1 Nr. 3, S. 2, S. 3 Nr. 4 AufenthG",
  holds: whileInForce(
    "26.3.yearsFast",
    anyOf(
      allOf(
        assumed(not(allOf(not(assumed(longEnough, true)), fastWay)), true),
        unless(moreThan("livelihoodShare", "26.3.livelihoodShare", "überwiegend gesichert"), given("reachedPensionAge", "Regelaltersgrenze erreicht")),
      ),
      allOf(assumed(fastWay, false), atLeast("livelihoodShare", "26.3.livelihoodShareFast", "weit überwiegend gesichert")),
    ),
  ),
  evidence: ["Lohnabrechnungen", "Leistungsbescheid", "Rentenbescheid"],
  remedy: "Arbeit aufnehmen oder ausweiten.",
};

const duration: Condition = {
  id: "26.3.DAUER",
  title: "Seit fünf Jahren, mit C1 seit drei",
  sentence: "Sie haben die Aufenthaltserlaubnis seit fünf Jahren, mit Deutsch C1 seit drei. Die Zeit des Asylverfahrens zählt mit.",
  citation: "§ 26 Abs. 3 S. 1 Nr. 1, S. 3 Nr. 1, 3 AufenthG",
  holds: unless(longEnough, fastWay),
  evidence: ["Aufenthaltstitel", "Auszug aus dem AZR"],
  remedy: "Mit Deutsch C1 und weit überwiegend gesichertem Lebensunterhalt genügen drei Jahre.",
};

function sinceIntegrationsgesetz(condition: Condition): Condition {
  return { ...condition, citation: `§ 26 Abs. 3 S. 1 Nr. 5 iVm ${condition.citation}`, holds: whileInForce("26.3.yearsFast", condition.holds) };
}

export const niederlassungNachSchutz: RightRule = {
  kind: "right",
  id: "AUFENTHG_26_3",
  title: "Niederlassungserlaubnis für anerkannte Flüchtlinge",
  norm: "§ 26 Abs. 3 AufenthG",
  group: "niederlassung",
  gives: "Unbefristeter Aufenthaltstitel, ohne Rentenbeiträge",
  consequence: "MUSS",
  conditions: [
    {
      id: "26.3.TITEL",
      title: "Asyl- oder Flüchtlingsanerkennung",
      sentence: "Sie haben eine Aufenthaltserlaubnis nach § 25 Abs. 1, § 25 Abs. 2 S. 1 (Flüchtling) oder § 23 Abs. 4. Subsidiärer Schutz genügt nicht; dann gilt § 26 Abs. 4.",
      citation: "§ 26 Abs. 3 S. 1, 6 AufenthG",
      holds: oneOf("title", ["AE_25_1", "AE_25_2_1", "AE_23_4"], "§ 25 Abs. 1, Abs. 2 S. 1 oder § 23 Abs. 4"),
      evidence: ["Aufenthaltstitel", "Bescheid des Bundesamts"],
    },
    duration,
    {
      id: "26.3.BAMF",
      title: "Kein Widerruf in Sicht",
      sentence: "Das Bundesamt hat nicht mitgeteilt, dass Entzug, Widerruf oder Rücknahme in Betracht kommen.",
      citation: "§ 26 Abs. 3 S. 1 Nr. 2 AufenthG",
      holds: allOf(not(given("bamfRevocationNotice", "Mitteilung über Widerruf oder Rücknahme")), whileNotInForce("26.3.yearsFast", given("bamfNegativeNotice", "Mitteilung, dass nichts vorliegt"))),
      evidence: ["Mitteilung des Bundesamts"],
    },
    livelihood,
    {
      id: "26.3.DEUTSCH",
      title: "Deutsch A2",
      sentence: "Sie haben hinreichende Deutschkenntnisse (A2).",
      citation: "§ 26 Abs. 3 S. 1 Nr. 4 AufenthG",
      holds: whileInForce("26.3.yearsFast", unless(atLevel("german", "A2", "Deutsch A2"), given("unableDueToIllness", "Krankheit oder Behinderung"))),
      evidence: ["Zertifikat A2"],
      remedy: "Deutsch bis A2 lernen und eine Prüfung ablegen.",
    },
    ...[publicOrder, workPermit, civics, housing].map(sinceIntegrationsgesetz),
  ],
};
