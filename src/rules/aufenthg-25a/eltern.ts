import { allOf, not } from "../engine/expression.ts";
import { atLeast, given, noneOf } from "../engine/leaves.ts";
import type { RightRule } from "../engine/rule.ts";
import { noIntentionalCrime } from "../residence/convictions.ts";

/** § 25a Abs. 2 S. 1 AufenthG: parents of a minor who holds § 25a Abs. 1 */
export const elternGutIntegrierter: RightRule = {
  kind: "right",
  id: "AUFENTHG_25A_2_PARENT",
  title: "Aufenthaltserlaubnis für Eltern gut integrierter Jugendlicher",
  norm: "§ 25a Abs. 2 S. 1 AufenthG",
  group: "aufenthalt",
  gives: "Aufenthaltserlaubnis nach Ermessen der Behörde",
  consequence: "KANN",
  conditions: [
    {
      id: "25a2.P",
      title: "Minderjähriges Kind mit § 25a Abs. 1",
      sentence: "Ihr minderjähriges Kind hat eine Aufenthaltserlaubnis nach § 25a Abs. 1.",
      citation: "§ 25a Abs. 2 S. 1 AufenthG",
      holds: allOf(given("childHolds25a1", "Kind hat § 25a Abs. 1"), given("childMinor", "Kind ist minderjährig")),
      evidence: ["Aufenthaltstitel des Kindes", "Geburtsurkunde"],
      remedy: "Zuerst den Antrag des Kindes stellen.",
    },
    {
      id: "25a2.N1",
      title: "Keine Täuschung, zumutbare Mitwirkung",
      sentence: "Die Abschiebung wird nicht durch falsche Angaben, Täuschung oder fehlende zumutbare Mitwirkung verhindert oder verzögert.",
      citation: "§ 25a Abs. 2 S. 1 Nr. 1 AufenthG",
      holds: allOf(noneOf("deception", ["current_own"], "keine laufende Täuschung"), not(given("cooperationRefused", "Mitwirkung verweigert"))),
      evidence: ["Ausländerakte"],
      remedy: "Angaben berichtigen und zumutbar mitwirken.",
    },
    {
      id: "25a2.N2",
      title: "Lebensunterhalt ganz durch Arbeit",
      sentence: "Sie sichern Ihren Lebensunterhalt ganz durch eigene Arbeit.",
      citation: "§ 25a Abs. 2 S. 1 Nr. 2 AufenthG",
      holds: atLeast("livelihoodByOwnWorkShare", "25a2.livelihoodShare", "ganz durch eigene Arbeit gesichert"),
      evidence: ["Lohnabrechnungen", "Arbeitsvertrag"],
      remedy: "Arbeit aufnehmen oder ausweiten, bis der ganze Bedarf gedeckt ist.",
    },
    {
      id: "25a2.STRAF",
      title: "Keine vorsätzliche Straftat",
      sentence: "Sie wurden nicht wegen einer vorsätzlichen Straftat verurteilt. Geldstrafen bis 50 Tagessätze zählen nicht, bei Taten, die nur Ausländer begehen können, bis 90.",
      citation: "§ 25a Abs. 3 AufenthG",
      failure: "VERSAGT",
      holds: noIntentionalCrime("25a2.fineDays", "25a2.fineDaysForeignersOnly", "keine vorsätzliche Straftat über den Grenzen"),
      evidence: ["Auszug aus dem Bundeszentralregister"],
    },
  ],
};
