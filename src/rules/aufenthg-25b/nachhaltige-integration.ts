import type { RightRule } from "../engine/rule.ts";
import { asylumBar, civics, declaration, generalConditions, identityOf104c, livelihood, longStay, noCurrentDeception, noSeriousExpulsionInterest, oralGerman, schoolAttendance, toleratedOr104c } from "./conditions.ts";

/** § 25b Abs. 1 AufenthG */
export const nachhaltigeIntegration: RightRule = {
  kind: "right",
  id: "AUFENTHG_25B_1",
  title: "Aufenthaltserlaubnis bei nachhaltiger Integration",
  norm: "§ 25b Abs. 1 AufenthG",
  group: "aufenthalt",
  gives: "Aufenthaltserlaubnis für längstens zwei Jahre, verlängerbar; Leistungen des Jobcenters; Anspruch auf den Integrationskurs",
  consequence: "SOLL",
  conditions: [toleratedOr104c, longStay, declaration, civics, livelihood, oralGerman, schoolAttendance, noCurrentDeception, noSeriousExpulsionInterest, generalConditions, identityOf104c, asylumBar],
  harmless: {
    receivesWohngeld: "Wohngeld ist unschädlich (§ 25b Abs. 1 S. 2 Nr. 3 letzter Halbsatz)",
    deceptionPeriodsInStay: "Zeit, die auf einer Täuschung beruht, zählt für Nr. 1 mit (asyl.net M31294)",
    birthDate: "ein Alter ist nicht vorausgesetzt; Altersgründe (Abs. 3) sind ein Befund",
  },
  notes: [
    "Die Voraussetzungen gelten „regelmäßig“: Fehlt eine, ist die Integration in der Regel nicht nachhaltig; ausgeschlossen ist die Erlaubnis damit nicht.",
    "Eine frühere eigene Täuschung ist kein Versagungsgrund, kann den Fall aber untypisch machen (dann Ermessen).",
  ],
};
