import { monthsFromEvent } from "../engine/day-number.ts";
import { allOf, leaf, not } from "../engine/expression.ts";
import { given, reached, thresholdOf } from "../engine/leaves.ts";
import type { RightRule } from "../engine/rule.ts";
import { every, type Truth } from "../engine/truth.ts";
import { deadline60c, identityInTime, reasonableSteps } from "./identity-in-time.ts";

/** Applied for no earlier than seven months before it starts, and (taking it up with a Duldung) issued no earlier than six. */
const notTooEarly = leaf({
  says: "frühestens sieben Monate vor Beginn beantragt und sechs vor Beginn erteilt",
  facts: ["trainingStart", "applicationDate"],
  parameters: ["60c.applicationMonthsBefore", "60c.issueMonthsBefore"],
  judge: (at): Truth => {
    const [start, applied] = [at.facts.get("trainingStart"), at.facts.get("applicationDate")];
    if (start === undefined || start === null) return start;
    const before = (parameter: string): number => monthsFromEvent(Number(start), -thresholdOf(at, parameter));
    const issued = at.on >= before("60c.issueMonthsBefore");
    if (!issued) at.changesOn(before("60c.issueMonthsBefore"));
    if (applied === at.on && at.on < before("60c.applicationMonthsBefore")) at.changesOn(before("60c.applicationMonthsBefore"));
    return every([issued, typeof applied === "number" ? applied >= before("60c.applicationMonthsBefore") : (applied as Truth)]);
  },
});

/** § 60c AufenthG */
export const ausbildungsduldung: RightRule = {
  kind: "right",
  id: "AUFENTHG_60C",
  title: "Ausbildungsduldung",
  norm: "§ 60c AufenthG",
  group: "duldung",
  gives: "Duldung für die ganze Ausbildung, mit Beschäftigungserlaubnis; danach § 19d Abs. 1a",
  consequence: "MUSS",
  conditions: [
    {
      id: "60c.VERTRAG",
      title: "Vertrag für eine qualifizierte Ausbildung",
      sentence: "Sie haben einen Vertrag für eine qualifizierte Berufsausbildung, und die Eintragung ist beantragt.",
      citation: "§ 60c Abs. 1 S. 1, Abs. 3 S. 3 AufenthG",
      holds: allOf(given("qualifiedTrainingContract", "Ausbildungsvertrag"), given("registrationRequested", "Eintragung beantragt")),
      evidence: ["Ausbildungsvertrag", "Antrag auf Eintragung bei der Kammer"],
      remedy: "Mit dem Betrieb einen Vertrag schließen; die Kammer trägt ihn ein.",
    },
    {
      id: "60c.ZU_FRUEH",
      title: "Nicht zu früh",
      sentence: "Der Antrag kommt frühestens sieben Monate vor Beginn der Ausbildung; erteilt wird frühestens sechs Monate davor.",
      citation: "§ 60c Abs. 3 S. 1, 2 AufenthG",
      holds: notTooEarly,
      evidence: ["Ausbildungsvertrag", "Eingangsbestätigung des Antrags"],
      remedy: "Den Antrag später (noch einmal) stellen.",
    },
    {
      id: "60c.60A6",
      title: "Kein Ausschluss nach § 60a Abs. 6",
      sentence: "Es liegt kein Grund nach § 60a Abs. 6 AufenthG vor.",
      citation: "§ 60c Abs. 2 Nr. 1 AufenthG",
      holds: not(given("ground60a6", "Ausschlussgrund nach § 60a Abs. 6")),
      evidence: ["Ausländerakte"],
    },
    {
      id: "60c.DULDUNG3M",
      title: "Seit drei Monaten Duldung",
      sentence: "Bei der Antragstellung haben Sie seit mindestens drei Monaten eine Duldung.",
      citation: "§ 60c Abs. 2 Nr. 2 AufenthG",
      holds: reached("duldungMonths", "60c.duldungMonths", "seit drei Monaten Duldung"),
      evidence: ["Duldungen"],
    },
    {
      id: "60c.ID",
      title: "Identität rechtzeitig geklärt",
      sentence: "Ihre Identität ist rechtzeitig geklärt: bei Einreise bis 2016 bis zum Antrag, 2017 bis 2019 spätestens bis 30.6.2020, ab 2020 in den ersten sechs Monaten.",
      citation: "§ 60c Abs. 2 Nr. 3 AufenthG",
      holds: identityInTime(deadline60c, ["60c.entryOldUntil", "60c.entryMiddleUntil", "60c.identityUntil", "60c.identityMonths"]),
      bridge: reasonableSteps("§ 60c Abs. 7 AufenthG"),
      evidence: ["Pass", "Urkunden", "Schreiben der Botschaft"],
      remedy: "Pass oder Urkunden beschaffen; jede Bemühung mit Datum belegen.",
    },
    {
      id: "60c.STRAF",
      title: "Kein Ausschluss nach § 19d Abs. 1 Nr. 6, 7",
      sentence: "Keine Bezüge zu Extremismus, keine vorsätzliche Straftat über den Grenzen, keine Ausweisung.",
      citation: "§ 60c Abs. 2 Nr. 4 AufenthG",
      holds: not(given("exclusion19d67", "Ausschlussgrund nach § 19d Abs. 1 Nr. 6 oder 7")),
      evidence: ["Auszug aus dem Bundeszentralregister"],
    },
    {
      id: "60c.MASSNAHMEN",
      title: "Keine bevorstehende Abschiebung",
      sentence: "Bei der Antragstellung stehen keine konkreten Maßnahmen zur Abschiebung bevor.",
      citation: "§ 60c Abs. 2 Nr. 5 AufenthG",
      holds: not(given("removalMeasuresImminent", "konkrete Maßnahmen stehen bevor")),
      evidence: ["Ausländerakte"],
    },
  ],
  notes: ["Bricht die Ausbildung ab, gibt es einmalig sechs Monate zur Suche (Abs. 6); der Betrieb meldet den Abbruch binnen zwei Wochen (Abs. 5)."],
};
