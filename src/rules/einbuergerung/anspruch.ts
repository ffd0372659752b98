import type { RightRule } from "../engine/rule.ts";
import { german, livelihood, noBarPeriod, noConvictions, noExclusion, noInvestigation, test } from "./integration-conditions.ts";
import { capacity, history, identity, loyalty, oneNationality, residence, title } from "./person-conditions.ts";

/** § 10 Abs. 1 StAG */
export const anspruchseinbuergerung: RightRule = {
  kind: "right",
  id: "STAG_10_1",
  title: "Einbürgerung (Anspruch)",
  norm: "§ 10 Abs. 1 StAG",
  group: "einbuergerung",
  gives: "Deutsche Staatsangehörigkeit; die bisherige kann bleiben",
  consequence: "MUSS",
  conditions: [residence, capacity, identity, loyalty, history, title, livelihood, oneNationality, noConvictions, noInvestigation, german, test, noExclusion, noBarPeriod],
  harmless: { singleParent: "Alleinerziehende sind in Nr. 3 nicht ausgenommen; für sie bleibt § 8 Abs. 2 StAG" },
  notes: [
    "Laufende Anträge werden nach neuem Recht entschieden; eine Übergangsregel gibt es nur für Nr. 3 (§ 40a).",
    "Wer Leistungen bezieht und keine Ausnahme hat: § 8 Abs. 2 StAG (Ermessen, besondere Härte).",
  ],
};
