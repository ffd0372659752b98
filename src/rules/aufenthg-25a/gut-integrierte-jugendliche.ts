import type { RightRule } from "../engine/rule.ts";
import { asylumBar, duldungOr104c, identity, livelihood, longStay, noDoubts, noExpulsionInterest, noOwnDeception, noSecurityBar, oldEnough, prognosis, school, youngEnough } from "./conditions.ts";

/** § 25a Abs. 1 AufenthG. It asks for no level of German and no declaration: a common error. */
export const gutIntegrierteJugendliche: RightRule = {
  kind: "right",
  id: "AUFENTHG_25A_1",
  title: "Aufenthaltserlaubnis für gut integrierte Jugendliche und junge Volljährige",
  norm: "§ 25a Abs. 1 AufenthG",
  group: "aufenthalt",
  gives: "Aufenthaltserlaubnis; Leistungen des Jobcenters statt AsylbLG. Kein Anspruch auf den Integrationskurs.",
  consequence: { parameter: "25a.discretion" },
  conditions: [duldungOr104c, longStay, school, youngEnough, oldEnough, prognosis, noDoubts, livelihood, noOwnDeception, identity, noExpulsionInterest, noSecurityBar, asylumBar],
  notes: ["Beim Übergang in Arbeit sinkt die Prognose zum Lebensunterhalt, wenn Analogleistungen enden: früh planen."],
};
