import type { FactSpec } from "../engine/facts.ts";

const LEVELS = ["none", "A1", "A2", "B1", "B2", "C1", "C2"];

/** School, language, declarations. */
export const integrationFacts: readonly FactSpec[] = [
  { key: "german", type: "enum", label: "Wie gut sprechen Sie Deutsch (mit Nachweis)?", values: [...LEVELS, "age_appropriate", "oral_everyday"] },
  { key: "germanOral", type: "enum", label: "Wie gut können Sie Deutsch sprechen?", values: LEVELS },
  { key: "germanWritten", type: "enum", label: "Wie gut können Sie Deutsch schreiben?", values: LEVELS },
  { key: "b1NotAttainable", type: "boolean", label: "Feststellung: Ist B1 trotz Bemühen nicht oder nur sehr schwer erreichbar?" },
  { key: "seriousSustainedEffort", type: "boolean", label: "Haben Sie sich ernsthaft und nachhaltig um B1 bemüht?" },
  { key: "hardship", type: "boolean", label: "Feststellung: Liegt eine Härte vor?" },
  { key: "specialHardship", type: "boolean", label: "Feststellung: Liegt eine besondere Härte oder ein öffentliches Interesse vor?" },
  { key: "civicTestPoints", type: "number", label: "Wie viele der 33 Fragen haben Sie im Einbürgerungstest richtig beantwortet?" },
  { key: "basicCivicKnowledge", type: "boolean", label: "Haben Sie Grundkenntnisse der Rechts- und Gesellschaftsordnung (zum Beispiel Test „Leben in Deutschland“)?" },
  { key: "schoolYearsSuccessful", type: "number", label: "Wie viele Jahre haben Sie in Deutschland erfolgreich eine Schule besucht?" },
  { key: "germanSchoolOrVocationalDegree", type: "boolean", label: "Haben Sie in Deutschland einen Schul- oder Berufsabschluss erworben?" },
  { key: "inTrainingOrSchool", type: "boolean", label: "Gehen Sie zur Schule, machen Sie eine Ausbildung oder studieren Sie?" },
  { key: "inTraining", type: "boolean", label: "Machen Sie eine Ausbildung, die zu einem anerkannten Abschluss führt?" },
  { key: "integrationCourseSuccess", type: "boolean", label: "Haben Sie den Integrationskurs erfolgreich abgeschlossen?" },
  { key: "integrationCoursePossible", type: "boolean", label: "Hätten Sie einen Integrationskurs besuchen können?" },
  { key: "integrationCourseFailedCulpably", type: "boolean", label: "Haben Sie einen Kurs, zu dem Sie verpflichtet waren, ohne guten Grund nicht abgeschlossen?" },
  { key: "integrationPrognosisPositive", type: "boolean", label: "Feststellung: Werden Sie sich voraussichtlich gut einfügen?" },
  { key: "specialIntegration", type: "boolean", label: "Feststellung: Gibt es besondere Integrationsleistungen in Deutschland?" },
  { key: "unableDueToIllness", type: "boolean", label: "Verhindert eine Krankheit oder Behinderung, dass Sie diese Voraussetzung erfüllen?" },
  { key: "unableDueToIllnessOrAge", type: "boolean", label: "Verhindern eine Krankheit, eine Behinderung oder das Alter, dass Sie diese Voraussetzung erfüllen?" },
  { key: "fdgoDeclaration", type: "boolean", label: "Haben Sie sich schriftlich zur freiheitlichen demokratischen Grundordnung bekannt?" },
  { key: "historicResponsibilityDeclaration", type: "boolean", label: "Haben Sie das Bekenntnis zur historischen Verantwortung Deutschlands abgegeben?" },
  { key: "guestWorker", type: "boolean", label: "Kamen Sie bis 30.6.1974 als Gastarbeiterin oder Gastarbeiter (DDR: bis 13.6.1990), oder zu so jemandem als Ehepartner?" },
  { key: "lawfulHabitualResidence", type: "boolean", label: "Leben Sie rechtmäßig und auf Dauer in Deutschland?" },
  { key: "absences", type: "list", label: "Waren Sie länger im Ausland?", items: [
    { key: "from", type: "date", label: "von" },
    { key: "to", type: "date", label: "bis" },
    { key: "returnedWithinAbhDeadline", type: "boolean", label: "Rückkehr in der von der Behörde bestimmten Frist" },
  ] },
  { key: "absencesMonths", type: "number", label: "Wie viele Monate waren Sie insgesamt im Ausland?" },
  { key: "gaps", type: "list", label: "Gab es Zeiten ohne gültigen Titel?", items: [
    { key: "from", type: "date", label: "von" },
    { key: "to", type: "date", label: "bis" },
    { key: "cause", type: "enum", open: true, label: "Ursache", values: ["late_application", "other"] },
  ] },
  { key: "otherConditions10_1", type: "boolean", label: "Sind die übrigen Voraussetzungen des § 10 Abs. 1 StAG erfüllt?" },
];

/** Family and household. */
export const familyFacts: readonly FactSpec[] = [
  { key: "livesWithMinorUnmarriedChild", type: "boolean", label: "Leben Sie mit einem minderjährigen, ledigen Kind zusammen?" },
  { key: "livesWithSpouseAndMinorChild", type: "boolean", label: "Leben Sie mit Ehepartner und minderjährigem Kind zusammen?" },
  { key: "singleParent", type: "boolean", label: "Sind Sie alleinerziehend?" },
  { key: "schoolAgeChildren", type: "boolean", label: "Haben Sie Kinder im schulpflichtigen Alter?" },
  { key: "schoolAttendanceProven", type: "boolean", label: "Können Sie deren Schulbesuch nachweisen?" },
  { key: "childHolds25a1", type: "boolean", label: "Hat Ihr Kind eine Aufenthaltserlaubnis nach § 25a Abs. 1?" },
  { key: "childMinor", type: "boolean", label: "Ist dieses Kind minderjährig?" },
  { key: "principalHolds25b", type: "boolean", label: "Hat Ihr Ehepartner oder Elternteil eine Aufenthaltserlaubnis nach § 25b Abs. 1?" },
  { key: "principalNaturalised10", type: "boolean", label: "Wird Ihr Ehepartner oder Elternteil nach § 10 Abs. 1 StAG eingebürgert?" },
  { key: "relation", type: "enum", label: "In welchem Verhältnis stehen Sie zu dieser Person?", values: ["spouse", "civil_partner", "minor_child", "minor_unmarried_child", "adult_child", "other"] },
  { key: "familyUnit", type: "boolean", label: "Leben Sie mit dieser Person in familiärer Lebensgemeinschaft?" },
  { key: "germanSpouse", type: "boolean", label: "Ist Ihr Ehepartner deutsch?" },
  { key: "marriageMonths", type: "number", growth: "months", label: "Seit wie vielen Monaten sind Sie verheiratet?" },
  { key: "spouseFullTime20of24", type: "boolean", label: "Arbeitet Ihr Ehepartner Vollzeit, und das in 20 der letzten 24 Monate?" },
  { key: "spousePensionMonths", type: "number", growth: "months", label: "Wie viele Monate Rentenbeiträge hat Ihr Ehepartner?" },
  { key: "bornInGermany", type: "boolean", label: "Wurde das Kind in Deutschland geboren?" },
  { key: "birth", type: "date", label: "Wann wurde das Kind geboren?" },
  { key: "parentLawfulStayYears", type: "number", label: "Wie viele Jahre lebte ein Elternteil bei der Geburt rechtmäßig in Deutschland?" },
  { key: "parentUnlimitedRight", type: "boolean", label: "Hatte dieser Elternteil bei der Geburt ein unbefristetes Aufenthaltsrecht?" },
  { key: "parentTitle", type: "enum", open: true, label: "Welchen Titel hatte dieser Elternteil bei der Geburt?", values: ["AE_25A_1", "AE_25B_1", "NE"] },
  { key: "inHouseholdWithEligibleParent", type: "boolean", label: "Lebt das Kind mit einem Elternteil, der Leistungen nach dem SGB II bekommt?" },
];
