import type { FactSpec } from "../engine/facts.ts";

const BASES = ["GESTATTUNG", "DULDUNG_60A", "DULDUNG_60B", "DULDUNG_60C", "DULDUNG_60D", "FIKTION_81_3", "FIKTION_81_4", "AE", "AE_104C", "NE", "GUEB"];

/** Who somebody is, since when and on what footing. */
export const personFacts: readonly FactSpec[] = [
  { key: "birthDate", type: "date", label: "Wann sind Sie geboren?" },
  { key: "age", type: "number", growth: "years", label: "Wie alt sind Sie (in vollendeten Jahren)?" },
  { key: "ageYears", type: "number", growth: "years", label: "Wie alt ist das Kind (in vollendeten Jahren)?" },
  { key: "status", type: "enum", open: true, label: "Welches Aufenthaltspapier haben Sie heute?", values: ["GESTATTUNG", "DULDUNG_60A", "DULDUNG_60B", "DULDUNG_60C", "DULDUNG_60D", "GUEB", "VOLLZIEHBAR_AUSREISEPFLICHTIG", "SCHUTZGESUCH_24", "FIKTION_24", "AE_20A", "AE_24", "AE_25_2_1", "AE_25_2_2", "AE_25_3", "AE_25_5", "AE_25A_1", "AE_25B_1", "AE_104C", "NE"] },
  { key: "title", type: "enum", open: true, label: "Welchen Aufenthaltstitel haben Sie heute?", values: ["AE_18A", "AE_23_1", "AE_24", "AE_25_1", "AE_25_2_1", "AE_25_2_2", "AE_25_3", "AE_25_5", "AE_25A_1", "AE_25B_1", "AE_104C", "DULDUNG_60A_2_1", "DULDUNG_60A_2_3", "GESTATTUNG", "NE"] },
  { key: "stay", type: "list", label: "Welche Papiere hatten Sie seit der Einreise, von wann bis wann?", items: [
    { key: "basis", type: "enum", open: true, label: "Papier", values: BASES },
    { key: "from", type: "date", label: "gültig ab" },
    { key: "to", type: "date", label: "gültig bis (offen, wenn es noch gilt)" },
  ] },
  { key: "stayMonths", type: "number", growth: "months", label: "Seit wie vielen Monaten leben Sie ununterbrochen in Deutschland?" },
  { key: "duldungMonths", type: "number", growth: "months", label: "Seit wie vielen Monaten haben Sie eine Duldung?" },
  { key: "months60d", type: "number", growth: "months", label: "Seit wie vielen Monaten haben Sie eine Beschäftigungsduldung (§ 60d)?" },
  { key: "aeMonths", type: "number", growth: "months", label: "Seit wie vielen Monaten haben Sie eine Aufenthaltserlaubnis?" },
  { key: "lawfulStayMonths", type: "number", growth: "months", label: "Seit wie vielen Monaten leben Sie rechtmäßig in Deutschland?" },
  { key: "aeFrom", type: "date", label: "Seit wann haben Sie die Aufenthaltserlaubnis?" },
  { key: "asylumProcedureFrom", type: "date", label: "Wann begann das Asylverfahren, das zu diesem Titel führte?" },
  { key: "entryDate", type: "date", label: "Wann sind Sie nach Deutschland eingereist?" },
  { key: "firstIssued", type: "date", label: "Wann wurde der Titel oder die Fiktionsbescheinigung erstmals ausgestellt?" },
  { key: "validTo", type: "date", label: "Bis wann gilt der Titel?" },
  { key: "applicationDate", type: "date", label: "Wann wurde der Antrag gestellt?" },
  { key: "appliesFor", type: "enum", open: true, label: "Welcher Titel wird beantragt?", values: ["AE_18A", "AE_25A_1", "AE_25B_1"] },
  { key: "duldungEntitlement", type: "boolean", label: "Besteht ein Anspruch auf eine Duldung, auch wenn sie nicht ausgestellt ist?" },
  { key: "holds104c", type: "boolean", label: "Haben Sie eine Aufenthaltserlaubnis nach § 104c?" },
  { key: "previous104c", type: "boolean", label: "Hatten Sie schon einmal eine Aufenthaltserlaubnis nach § 104c?" },
  { key: "followUpAsylumPending", type: "boolean", label: "Läuft ein Asylfolgeantrag?" },
  { key: "asylumRejectedQualified", type: "boolean", label: "Wurde der Asylantrag als offensichtlich unbegründet nach § 10 Abs. 3 S. 2 AufenthG abgelehnt?" },
  { key: "protectionGranted", type: "boolean", label: "Wurde nach dem Asylverfahren Schutz zuerkannt?" },
  { key: "identityClarified", type: "boolean", label: "Ist Ihre Identität geklärt?" },
  { key: "identityClarifiedOn", type: "date", label: "Wann wurde Ihre Identität geklärt?" },
  { key: "identityEffortsReasonable", type: "boolean", label: "Haben Sie alles Zumutbare getan, um Ihre Identität zu klären?" },
  { key: "identityEffortsInTime", type: "boolean", label: "Haben Sie das innerhalb der Frist getan?" },
  { key: "identityLateNotAttributable", type: "boolean", label: "Konnte die Identität ohne Ihr Verschulden erst nach der Frist geklärt werden?" },
  { key: "identityEvidence", type: "enum", label: "Womit können Sie Ihre Identität belegen?", values: ["passport", "other_official_documents", "other_evidence", "sworn_statement", "none"] },
  { key: "identityAppraisalPositive", type: "boolean", label: "Feststellung: Ist die Identität nach Würdigung aller Angaben geklärt?" },
  { key: "nationalityClarified", type: "boolean", label: "Ist Ihre Staatsangehörigkeit geklärt?" },
  { key: "passportObtainableAndReasonable", type: "boolean", label: "Können Sie einen Pass bekommen, und ist das zumutbar?" },
  { key: "euOrSwissNational", type: "boolean", label: "Sind Sie Staatsangehörige oder Staatsangehöriger der EU oder der Schweiz?" },
  { key: "renouncesOldNationality", type: "boolean", label: "Geben Sie die bisherige Staatsangehörigkeit auf?" },
  { key: "legallyRepresented", type: "boolean", label: "Werden Sie gesetzlich vertreten?" },
  { key: "unaccompanied", type: "boolean", label: "Sind Sie minderjährig und ohne Eltern hier?" },
];

function adverse(spec: FactSpec): FactSpec {
  return { ...spec, adverse: true };
}

/** What may hurt the person where an authority knows it: the person's to give (§ 87 AufenthG). */
export const adverseFacts: readonly FactSpec[] = ([
  { key: "convictions", type: "list", label: "Gibt es Verurteilungen?", items: [
    { key: "type", type: "enum", open: true, label: "Art der Strafe", values: ["geldstrafe", "freiheitsstrafe", "jugendstrafe", "erziehungsmassregel", "zuchtmittel"] },
    { key: "tagessaetze", type: "number", label: "Zahl der Tagessätze" },
    { key: "months", type: "number", label: "Dauer in Monaten" },
    { key: "suspended", type: "boolean", label: "zur Bewährung ausgesetzt" },
    { key: "remitted", type: "boolean", label: "nach der Bewährungszeit erlassen" },
    { key: "intentional", type: "boolean", label: "vorsätzlich" },
    { key: "foreignersOnly", type: "boolean", label: "Tat, die nur Ausländer begehen können" },
    { key: "hateMotiveEstablished", type: "boolean", label: "menschenverachtender Beweggrund im Urteil festgestellt" },
  ] },
  { key: "investigationPending", type: "boolean", label: "Läuft ein Ermittlungsverfahren?" },
  { key: "ausweisungsinteresse", type: "enum", open: true, label: "Besteht ein Ausweisungsinteresse (§ 54 AufenthG)?", values: ["none", "54_1_1", "54_1_2", "54_1_4", "54_2_1", "54_2_2", "other_current"] },
  { key: "deception", type: "enum", label: "Wurde die Behörde über Identität oder Staatsangehörigkeit getäuscht?", values: ["none", "parents", "past_own", "current_own"] },
  { key: "deceptionPeriodsInStay", type: "boolean", label: "Beruht ein Teil der Aufenthaltszeit auf einer Täuschung?" },
  { key: "repeatedIntentionalFalseStatements", type: "boolean", label: "Verhindern wiederholte, vorsätzlich falsche Angaben derzeit die Abschiebung?" },
  { key: "deceivedABH", type: "boolean", label: "Wurde die Ausländerbehörde vorsätzlich getäuscht?" },
  { key: "delayedRemoval", type: "boolean", label: "Wurde die Aufenthaltsbeendigung vorsätzlich hinausgezögert oder behindert?" },
  { key: "cooperationRefused", type: "boolean", label: "Werden zumutbare Anforderungen an die Mitwirkung nicht erfüllt?" },
  { key: "cooperationRefusedCurrent", type: "boolean", label: "Verhindert oder verzögert fehlende Mitwirkung derzeit die Ausreise?" },
  { key: "extremism", type: "boolean", label: "Gibt es Bezüge zu extremistischen oder terroristischen Organisationen?" },
  { key: "fdgoDoubtIndications", type: "boolean", label: "Gibt es konkrete Anhaltspunkte gegen das Bekenntnis zur freiheitlichen demokratischen Grundordnung?" },
  { key: "exclusion11", type: "enum", open: true, label: "Liegt ein Ausschlussgrund nach § 11 StAG vor?", values: ["none", "1_activity", "1a_false_declaration", "2_expulsion", "3b_equality"] },
  { key: "polygamy", type: "boolean", label: "Sind Sie mit mehreren Personen gleichzeitig verheiratet?" },
  { key: "sperrfrist35aUntil", type: "date", label: "Bis wann läuft eine Sperrfrist nach § 35a StAG?" },
  { key: "ground60a6", type: "boolean", label: "Liegt ein Ausschlussgrund nach § 60a Abs. 6 AufenthG vor?" },
  { key: "exclusion19d67", type: "boolean", label: "Liegt ein Ausschlussgrund nach § 19d Abs. 1 Nr. 6 oder 7 AufenthG vor?" },
  { key: "removalMeasuresImminent", type: "boolean", label: "Stehen konkrete Maßnahmen zur Abschiebung bevor?" },
  { key: "bamfNegativeNotice", type: "boolean", label: "Hat das Bundesamt mitgeteilt, dass kein Widerruf oder keine Rücknahme vorliegt?" },
  { key: "bamfRevocationNotice", type: "boolean", label: "Hat das Bundesamt mitgeteilt, dass ein Widerruf oder eine Rücknahme in Betracht kommt?" },
  { key: "publicOrderOk", type: "boolean", label: "Stehen keine Gründe der öffentlichen Sicherheit oder Ordnung entgegen?" },
  { key: "selfCausedObstacle", type: "boolean", label: "Kann die Abschiebung aus selbst zu vertretenden Gründen nicht vollzogen werden?" },
  { key: "abusiveProlongation", type: "boolean", label: "Wurde die Dauer des Aufenthalts rechtsmissbräuchlich selbst beeinflusst?" },
] satisfies readonly FactSpec[]).map(adverse);
