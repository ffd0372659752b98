import { allOf, assumed, leaf, not, unless, whileInForce } from "../engine/expression.ts";
import { atLeast, atLevel, given, reached } from "../engine/leaves.ts";
import { dayOf } from "../engine/parameters.ts";
import type { RightRule } from "../engine/rule.ts";
import { noIntentionalCrime } from "../residence/convictions.ts";
import { deadline60d, identityInTime, reasonableSteps } from "./identity-in-time.ts";

/** § 60d AufenthG */
export const beschaeftigungsduldung: RightRule = {
  kind: "right",
  id: "AUFENTHG_60D",
  title: "Beschäftigungsduldung",
  norm: "§ 60d AufenthG",
  group: "duldung",
  gives: "Duldung für 30 Monate; danach § 25b Abs. 6",
  consequence: "SOLL",
  conditions: [
    {
      id: "60d.EINREISE",
      title: "Einreise bis zum Stichtag",
      sentence: "Sie sind bis zum 31.12.2022 eingereist.",
      citation: "§ 60d Abs. 1 AufenthG",
      holds: leaf({
        says: "Einreise bis zum Stichtag",
        facts: ["entryDate"],
        parameters: ["60d.entryUntil"],
        judge: (at) => {
          const entry = at.facts.get("entryDate");
          return entry === undefined || entry === null ? entry : Number(entry) <= dayOf(at.book.get("60d.entryUntil", at.law));
        },
      }),
      evidence: ["Auszug aus dem AZR"],
    },
    {
      id: "60d.ID",
      title: "Identität rechtzeitig geklärt",
      sentence: "Ihre Identität ist rechtzeitig geklärt: bei Einreise bis 2016 bis zum Antrag, sonst bis 31.12.2024 oder bis zu einem früheren Antrag.",
      citation: "§ 60d Abs. 1 Nr. 1 AufenthG",
      holds: identityInTime(deadline60d, ["60d.entryOldUntil", "60d.identityUntil"]),
      bridge: reasonableSteps("§ 60d Abs. 4 AufenthG"),
      evidence: ["Pass", "Urkunden", "Schreiben der Botschaft"],
      remedy: "Pass oder Urkunden beschaffen; jede Bemühung mit Datum belegen.",
    },
    {
      id: "60d.DULDUNG",
      title: "Seit zwölf Monaten Duldung",
      sentence: "Sie haben seit mindestens zwölf Monaten eine Duldung.",
      citation: "§ 60d Abs. 1 Nr. 2 AufenthG",
      holds: reached("duldungMonths", "60d.duldungMonths", "seit zwölf Monaten Duldung"),
      evidence: ["Duldungen"],
    },
    {
      id: "60d.BESCH_MONATE",
      title: "Seit zwölf Monaten Arbeit mit Sozialversicherung",
      sentence: "Sie arbeiten seit mindestens zwölf Monaten sozialversicherungspflichtig.",
      citation: "§ 60d Abs. 1 Nr. 3 AufenthG",
      holds: reached("employmentMonthsSV", "60d.employmentMonths", "seit zwölf Monaten sozialversicherungspflichtig beschäftigt"),
      evidence: ["Arbeitsvertrag", "Lohnabrechnungen", "Meldung zur Sozialversicherung"],
      remedy: "Die Beschäftigung fortsetzen.",
    },
    {
      id: "60d.STUNDEN",
      title: "Mindestens 20 Stunden in der Woche",
      sentence: "Sie arbeiten mindestens 20 Stunden in der Woche.",
      citation: "§ 60d Abs. 1 Nr. 3 AufenthG",
      holds: unless(
        atLeast("weeklyHours", "60d.weeklyHours", "mindestens 20 Stunden"),
        // until 26.2.2024: 35 hours, for single parents 20
        whileInForce("60d.weeklyHoursSingleParent", allOf(assumed(given("singleParent", "alleinerziehend"), false), atLeast("weeklyHours", "60d.weeklyHoursSingleParent", "mindestens 20 Stunden (alleinerziehend)"))),
      ),
      evidence: ["Arbeitsvertrag"],
      remedy: "Die Stundenzahl erhöhen.",
    },
    {
      id: "60d.LU12",
      title: "Lebensunterhalt in den letzten zwölf Monaten",
      sentence: "In den zwölf Monaten vor dem Antrag haben Sie Ihren Lebensunterhalt durch die Arbeit gesichert.",
      citation: "§ 60d Abs. 1 Nr. 4 AufenthG",
      holds: given("livelihoodLast12MonthsByWork", "in den letzten zwölf Monaten gesichert"),
      evidence: ["Lohnabrechnungen"],
    },
    {
      id: "60d.LU",
      title: "Lebensunterhalt heute",
      sentence: "Sie sichern Ihren Lebensunterhalt durch die Arbeit.",
      citation: "§ 60d Abs. 1 Nr. 5 AufenthG",
      holds: given("livelihoodByWork", "durch Arbeit gesichert"),
      evidence: ["Lohnabrechnungen"],
      remedy: "Arbeit ausweiten, bis der Bedarf gedeckt ist.",
    },
    {
      id: "60d.A2",
      title: "Deutsch A2 mündlich",
      sentence: "Sie sprechen Deutsch auf dem Niveau A2.",
      citation: "§ 60d Abs. 1 Nr. 6 AufenthG",
      holds: atLevel("germanOral", "A2", "Deutsch A2 mündlich"),
      evidence: ["Vermerk über ein Gespräch", "Zertifikat A2"],
      remedy: "Deutsch bis A2 lernen.",
    },
    {
      id: "60d.STRAF",
      title: "Keine vorsätzliche Straftat",
      sentence: "Sie wurden nicht wegen einer vorsätzlichen Straftat verurteilt; Geldstrafen bis 90 Tagessätze für Taten, die nur Ausländer begehen können, zählen nicht.",
      citation: "§ 60d Abs. 1 Nr. 7 AufenthG",
      holds: noIntentionalCrime("60d.fineDays", "60d.fineDaysForeignersOnly", "keine vorsätzliche Straftat"),
      evidence: ["Auszug aus dem Bundeszentralregister"],
    },
    {
      id: "60d.KURS",
      title: "Integrationskurs abgeschlossen, wenn verpflichtet",
      sentence: "Einen Integrationskurs, zu dem Sie verpflichtet waren, haben Sie abgeschlossen, oder der Abbruch lag nicht an Ihnen.",
      citation: "§ 60d Abs. 1 Nr. 11 AufenthG",
      holds: not(given("integrationCourseFailedCulpably", "Kurs ohne guten Grund nicht abgeschlossen")),
      evidence: ["Bescheinigung über den Kurs"],
    },
  ],
};
