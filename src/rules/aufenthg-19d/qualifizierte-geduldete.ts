import type { RightRule } from "../engine/rule.ts";
import { afterTraining, german, housing, noCrime, noDeception, noDelay, noExtremism, qualification } from "./conditions.ts";

/** § 19d Abs. 1 AufenthG */
export const qualifizierteGeduldete: RightRule = {
  kind: "right",
  id: "AUFENTHG_19D_1",
  title: "Aufenthaltserlaubnis für qualifizierte Geduldete",
  norm: "§ 19d Abs. 1 AufenthG",
  group: "aufenthalt",
  gives: "Aufenthaltserlaubnis zur Beschäftigung",
  consequence: { parameter: "19d1.discretion" },
  conditions: [qualification, housing, german, noDeception, noDelay, noExtremism, noCrime],
};

/** § 19d Abs. 1a AufenthG: after the training for which § 60c was granted */
export const nachAusbildungsduldung: RightRule = {
  kind: "right",
  id: "AUFENTHG_19D_1A",
  title: "Aufenthaltserlaubnis nach der Ausbildungsduldung",
  norm: "§ 19d Abs. 1a AufenthG",
  group: "aufenthalt",
  gives: "Aufenthaltserlaubnis zur Beschäftigung für zwei Jahre",
  since: "2020-01-01",
  consequence: "MUSS",
  conditions: [afterTraining, housing, german, noExtremism, noCrime],
  notes: ["Endet die Stelle aus Gründen in der Person, wird die Erlaubnis widerrufen (Abs. 1b)."],
};
