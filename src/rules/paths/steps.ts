/**
 * The steps of which ways to a secure status are made: from which papers a right leads to which. Whether and when a step can
 * be taken, the rule of that right says.
 */
export interface PathStep {
  readonly rule: string;
  readonly from: RegExp;
  /** the paper held after it */
  readonly to: string;
  readonly risks: readonly string[];
  /** what can be taken as met once the step before was taken */
  /** worth taking only for these: whatever else is open after it was open before */
  readonly leadsTo?: readonly string[];
  /** parameter of the months that must lie between this step and the one before */
  readonly monthsAfter?: string;
  /** taken only where this fact is known to be so */
  readonly onlyIf?: string;
  readonly brings?: Readonly<Record<string, string | number | boolean>>;
}

/** Nobody needs to leave these any more. */
export const isSecure = (status: string): boolean => status === "NE" || status === "DEUTSCH";

const DULDUNG = /^DULDUNG_60[AC]/;

export const pathSteps: readonly PathStep[] = [
  { rule: "AUFENTHG_60C", from: /^DULDUNG_60A|^GESTATTUNG/, to: "DULDUNG_60C", risks: ["Bricht die Ausbildung ab, bleiben einmalig sechs Monate zur Suche."], leadsTo: ["AUFENTHG_19D_1A"], brings: { hadAusbildungsduldung60c: true } },
  { rule: "AUFENTHG_60D", from: DULDUNG, to: "DULDUNG_60D", risks: ["Die Duldung wird widerrufen, wenn die Arbeit endet; der Betrieb meldet das binnen zwei Wochen."], leadsTo: ["AUFENTHG_25B_6"], brings: { conditions60dStillMet: true } },
  { rule: "AUFENTHG_25A_1", from: /^DULDUNG_60[ACD]|^AE_104C/, to: "AE_25A_1", risks: ["Der Antrag muss vor dem 27. Geburtstag gestellt sein.", "Mit § 25a gibt es keinen Anspruch auf den Integrationskurs."] },
  { rule: "AUFENTHG_25B_1", from: /^DULDUNG_60|^AE_104C/, to: "AE_25B_1", risks: ["Höchstens zwei Jahre je Erteilung; bei der Verlängerung wird wieder geprüft."] },
  { rule: "AUFENTHG_25B_6", from: /^DULDUNG_60D/, to: "AE_25B_1", risks: ["Die Beschäftigung muss bis dahin bestehen."] },
  { rule: "AUFENTHG_19D_1", from: DULDUNG, to: "AE_19D", risks: ["Der Titel hängt an einer passenden Stelle."] },
  { rule: "AUFENTHG_19D_1A", from: /^DULDUNG_60C/, to: "AE_19D", monthsAfter: "60c.trainingMonths", risks: ["Endet die Stelle aus Gründen in der Person, wird der Titel widerrufen."] },
  { rule: "AUFENTHG_26_3", from: /^AE_(25_1|25_2_1|23_4)$/, to: "NE", risks: [] },
  { rule: "AUFENTHG_26_4", from: /^AE_(22|23|24|25_2_2|25_3|25_4|25_5|25A|25B)/, to: "NE", risks: ["Ermessen der Behörde."] },
  { rule: "AUFENTHG_9_2", from: /^AE_(18|19|28|30|31|32|36)/, to: "NE", risks: [] },
  { rule: "STAG_10_1", from: /^(AE|NE)/, to: "DEUTSCH", risks: ["Verfahren dauern oft länger als ein Jahr; die Voraussetzungen müssen bei der Entscheidung vorliegen."] },
  { rule: "STAG_9_1", from: /^(AE|NE)/, to: "DEUTSCH", onlyIf: "germanSpouse", risks: ["Die Ehe muss bei der Entscheidung bestehen."] },
];
