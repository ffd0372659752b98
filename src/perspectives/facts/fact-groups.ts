import { factCatalogue, type FactSpec, listRules } from "../../rules/index.ts";
import { isGuarded, OF_REGISTER } from "./fact-entry.ts";
import { HELP } from "./fact-words.data.ts";

/** Situations of life, in the order of a conversation. */
export const GROUPS = {
  stay: "Aufenthalt",
  family: "Familie",
  school: "Schule und Ausbildung",
  work: "Arbeit und Lebensunterhalt",
  language: "Sprache und Kenntnisse",
  identity: "Identität",
  declarations: "Erklärungen und Feststellungen",
  guarded: "Was Sie nicht fragen müssen",
} as const;
export type GroupKey = keyof typeof GROUPS;

const KEYS: Readonly<Record<Exclude<GroupKey, "stay" | "work" | "guarded">, readonly string[]>> = {
  family: [
    "livesWithMinorUnmarriedChild", "livesWithSpouseAndMinorChild", "singleParent", "schoolAgeChildren", "schoolAttendanceProven", "childHolds25a1", "childMinor", "principalHolds25b", "principalNaturalised10",
    "relation", "familyUnit", "germanSpouse", "marriageMonths", "spouseFullTime20of24", "spousePensionMonths", "bornInGermany", "birth", "parentLawfulStayYears", "parentUnlimitedRight", "parentTitle",
    "inHouseholdWithEligibleParent", "livesOutsideParentalHome", "unaccompanied", "legallyRepresented",
  ],
  school: [
    "schoolYearsSuccessful", "germanSchoolOrVocationalDegree", "inTrainingOrSchool", "inTraining", "integrationCourseSuccess", "integrationCoursePossible", "integrationCourseFailedCulpably", "qualification",
    "jobMatchesQualification", "hadAusbildungsduldung60c", "trainingCompleted", "qualifiedTrainingContract", "registrationRequested", "trainingStart", "jobcenterObligates15a", "authorityRequests44a", "registrationPreventedNotAttributable",
  ],
  language: ["german", "germanOral", "germanWritten", "seriousSustainedEffort", "civicTestPoints", "basicCivicKnowledge"],
  identity: [
    "identityClarified", "identityClarifiedOn", "identityEffortsReasonable", "identityEffortsInTime", "identityLateNotAttributable", "identityEvidence", "nationalityClarified", "passportObtainableAndReasonable",
    "euOrSwissNational", "renouncesOldNationality", "edTreatment",
  ],
  declarations: ["fdgoDeclaration", "historicResponsibilityDeclaration", "otherConditions10_1"],
};
const STAY: ReadonlySet<string> = new Set([
  "stayMonths", "duldungMonths", "months60d", "aeMonths", "lawfulStayMonths", "aeFrom", "asylumProcedureFrom", "firstIssued", "validTo", "applicationDate", "appliesFor", "duldungEntitlement", "holds104c", "previous104c",
  "followUpAsylumPending", "asylumRejectedQualified", "protectionGranted", "lawfulHabitualResidence", "habitualResidence", "absences", "absencesMonths", "gaps", "guestWorker", "assignedToMunicipality", "firstIssue",
  "monthsSinceIssue", "validityMonths", "monthsSinceSuspensionDecision", "protectionInOtherEuState",
]);

/** Each fact stands in one place. What may hurt stands apart, whatever part of life it belongs to; what nobody placed is work and means. */
export function groupOf(spec: FactSpec): GroupKey {
  if (isGuarded(spec.key)) return "guarded";
  if (OF_REGISTER.has(spec.key) || STAY.has(spec.key)) return "stay";
  if (spec.label.startsWith("Feststellung:")) return "declarations";
  return (Object.keys(KEYS) as (keyof typeof KEYS)[]).find((group) => KEYS[group].includes(spec.key)) ?? "work";
}

/** Facts that can be recorded, by group, as the catalogue orders them. */
export const factsByGroup: ReadonlyMap<GroupKey, readonly FactSpec[]> = Map.groupBy([...factCatalogue.values()].filter((spec) => !OF_REGISTER.has(spec.key)), groupOf);
/** Keys that a list here names and no rule knows: a test keeps it empty. */
export const strayKeys = (): readonly string[] => [...Object.values(KEYS).flat(), ...STAY].filter((key) => !factCatalogue.has(key));

const RULES_SHOWN = 3;
const normsOf: ReadonlyMap<string, readonly string[]> = (() => {
  const norms = new Map<string, string[]>();
  for (const rule of listRules()) for (const fact of rule.facts) norms.set(fact.key, [...new Set([...(norms.get(fact.key) ?? []), rule.norm])]);
  return norms;
})();

/** How it is told from the next one, and what it is needed for; the latter from the rules themselves. */
export function helpOf(key: string): string {
  const norms = normsOf.get(key) ?? [];
  const help = HELP[key] === undefined ? "" : `${HELP[key]} `;
  if (norms.length === 0) return `${help}Zurzeit fragt keine Regel danach.`;
  const more = norms.length - RULES_SHOWN;
  return `${help}Zählt für ${norms.slice(0, RULES_SHOWN).join(", ")}${more === 1 ? " und eine weitere Regel" : more > 1 ? ` und ${more} weitere Regeln` : ""}.`;
}
