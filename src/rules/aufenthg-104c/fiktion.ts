import { allOf, always, assumed, leaf } from "../engine/expression.ts";
import { given, noneOf } from "../engine/leaves.ts";
import type { TableRule } from "../engine/rule.ts";

const expired = leaf({
  says: "§ 104c ist am Tag des Antrags abgelaufen",
  facts: ["validTo"],
  judge: (at) => {
    const validTo = at.facts.get("validTo");
    if (validTo === undefined || validTo === null) return validTo;
    if (at.on <= Number(validTo)) at.changesOn(Number(validTo) + 1);
    return at.on > Number(validTo);
  },
});

/** § 104c Abs. 2 S. 3 AufenthG nF: what an application does while the title of § 104c runs out */
export const fiktionNach104c: TableRule = {
  kind: "table",
  id: "AUFENTHG_104C_NF",
  title: "Fiktionswirkung eines Antrags aus § 104c",
  norm: "§ 104c Abs. 2, § 81 Abs. 4 AufenthG",
  group: "aufenthalt",
  gives: "Ob der Titel nach Ablauf als fortbestehend gilt, bis die Behörde entscheidet",
  conditions: [],
  rows: [
    {
      outcome: "KEINE_FIKTION",
      when: assumed(allOf(assumed(given("holds104c", "Aufenthaltserlaubnis nach § 104c"), true), noneOf("appliesFor", ["AE_25A", "AE_25A_1", "AE_25A_2", "AE_25B", "AE_25B_1", "AE_25B_4", "AE_25B_6"], "Antrag auf einen anderen Titel als § 25a oder § 25b")), false),
      citation: "§ 104c Abs. 2 S. 3 AufenthG",
      sentence: "Nur ein Antrag nach § 25a oder § 25b hält das Aufenthaltsrecht aufrecht.",
      question: "104cnf.ANTRAG",
    },
    {
      outcome: "KEINE_FIKTION",
      when: assumed(expired, false),
      citation: "§ 81 Abs. 4 S. 1 AufenthG",
      sentence: "Der Antrag muss vor Ablauf des Titels gestellt werden.",
      question: "104cnf.ABLAUF",
    },
    {
      outcome: "FIKTION_MOEGLICH",
      when: always,
      citation: "§ 104c Abs. 2, § 81 Abs. 4 AufenthG",
      sentence: "Wer rechtzeitig nach § 25a oder § 25b beantragt, behält den Titel bis zur Entscheidung.",
      question: "104cnf.ANTRAG",
    },
  ],
};
