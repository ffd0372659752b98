import { where } from "../engine/expression.ts";
import { atLevel, given, reached } from "../engine/leaves.ts";
import type { RightRule } from "../engine/rule.ts";

/** § 25b Abs. 6 AufenthG: after thirty months with § 60d */
export const nachBeschaeftigungsduldung: RightRule = {
  kind: "right",
  id: "AUFENTHG_25B_6",
  title: "Aufenthaltserlaubnis nach der Beschäftigungsduldung",
  norm: "§ 25b Abs. 6 AufenthG",
  group: "aufenthalt",
  gives: "Aufenthaltserlaubnis nach § 25b ohne die sechs Jahre Aufenthalt",
  consequence: "SOLL",
  conditions: [
    {
      id: "25b6.DAUER",
      title: "Seit 30 Monaten Beschäftigungsduldung",
      sentence: "Sie haben seit 30 Monaten eine Duldung nach § 60d.",
      citation: "§ 25b Abs. 6 AufenthG",
      holds: reached("months60d", "25b6.months60d", "seit 30 Monaten § 60d"),
      evidence: ["Duldungen nach § 60d"],
    },
    {
      id: "25b6.60D",
      title: "Voraussetzungen des § 60d bestehen weiter",
      sentence: "Die Voraussetzungen der Beschäftigungsduldung sind weiter erfüllt.",
      citation: "§ 25b Abs. 6 iVm § 60d AufenthG",
      holds: given("conditions60dStillMet", "Voraussetzungen des § 60d erfüllt"),
      evidence: ["Arbeitsvertrag", "Lohnabrechnungen"],
      remedy: "Die Beschäftigung fortsetzen; das Ende einer Stelle sofort melden und eine neue suchen.",
    },
    {
      id: "25b6.MUND",
      title: "Deutsch A2 mündlich",
      sentence: "Sie sprechen Deutsch auf dem Niveau A2.",
      citation: "§ 25b Abs. 6 AufenthG",
      holds: atLevel("germanOral", "A2", "Deutsch A2 mündlich"),
      evidence: ["Vermerk über ein Gespräch", "Zertifikat A2"],
      remedy: "Deutsch bis A2 lernen.",
    },
    {
      id: "25b6.SCHRIFT",
      title: "Deutsch A2 schriftlich, wenn ein Kurs möglich war",
      sentence: "Konnten Sie einen Integrationskurs besuchen, schreiben Sie Deutsch auf dem Niveau A2.",
      citation: "§ 25b Abs. 6 letzter Halbsatz AufenthG",
      holds: where(given("integrationCoursePossible", "ein Integrationskurs war möglich"), atLevel("germanWritten", "A2", "Deutsch A2 schriftlich")),
      evidence: ["Zertifikat A2", "Nachweis, dass kein Kurs möglich war"],
      remedy: "Deutsch bis A2 schreiben lernen.",
    },
  ],
};
