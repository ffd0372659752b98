import { allOf } from "../engine/expression.ts";
import { given, oneOf } from "../engine/leaves.ts";
import type { RightRule } from "../engine/rule.ts";
import { civics, declaration, livelihood, noCurrentDeception, noSeriousExpulsionInterest, oralGerman, schoolAttendance } from "./conditions.ts";

/** § 25b Abs. 4 AufenthG: conditions of Abs. 1 S. 2 Nr. 2–5, no stay of one's own */
export const familieNachhaltigIntegrierter: RightRule = {
  kind: "right",
  id: "AUFENTHG_25B_4",
  title: "Aufenthaltserlaubnis für die Familie nachhaltig Integrierter",
  norm: "§ 25b Abs. 4 AufenthG",
  group: "aufenthalt",
  gives: "Aufenthaltserlaubnis für Ehepartner und minderjährige, ledige Kinder, ohne eigene Aufenthaltszeit",
  consequence: "SOLL",
  conditions: [
    {
      id: "25b4.P",
      title: "Ehepartner oder minderjähriges Kind in familiärer Gemeinschaft",
      sentence: "Sie sind Ehepartner, Lebenspartner oder minderjähriges, lediges Kind einer Person mit § 25b Abs. 1 und leben mit ihr zusammen.",
      citation: "§ 25b Abs. 4 S. 1 AufenthG",
      holds: allOf(
        given("principalHolds25b", "§ 25b Abs. 1 in der Familie"),
        oneOf("relation", ["spouse", "civil_partner", "minor_child", "minor_unmarried_child"], "Ehepartner, Lebenspartner oder minderjähriges, lediges Kind"),
        given("familyUnit", "familiäre Lebensgemeinschaft"),
      ),
      evidence: ["Heiratsurkunde", "Geburtsurkunde", "Meldebescheinigung"],
      remedy: "Erwachsene Kinder brauchen einen eigenen Weg (§ 25a, § 25b Abs. 1).",
    },
    declaration, civics, livelihood, oralGerman, schoolAttendance, noCurrentDeception, noSeriousExpulsionInterest,
  ],
  harmless: { stayMonths: "eine eigene Aufenthaltszeit ist nicht verlangt" },
};
