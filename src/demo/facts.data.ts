import type { StatusKey } from "./names.data.ts";

/** What somebody might have said, by key of the catalogue: one of the values, or nothing. */
type Choices = Readonly<Record<string, readonly (string | number | boolean)[]>>;

export const OF_EVERYBODY: Choices = {
  germanOral: ["A1", "A2", "A2", "B1", "none"], needy: [true, true, false], employed: [true, false], identityClarified: [true, true, false], livesWithMinorUnmarriedChild: [true, false], adequateHousing: [true, false], habitualResidence: [true],
};
export const ALSO_OF_WORKERS: Choices = { weeklyHours: [12, 20, 30, 39], employmentMonthsSV: ["@since-5", "@since-14", "@since-26"], receivesSubsistence: ["none", "SGB_II"], registeredJobseeker: [false, true] };
export const OF_CHILDREN: Choices = { inTrainingOrSchool: [true], assignedToMunicipality: [true], habitualResidence: [true], schoolYearsSuccessful: [1, 2, 3] };

const ON_THE_WAY: Choices = { basicCivicKnowledge: [true, false], fdgoDeclaration: [true], livelihoodByWorkShare: [0.2, 0.45, 0.7, 1], schoolAgeChildren: [true, false], integrationPrognosisPositive: [true] };
const SETTLED: Choices = { german: ["A2", "B1", "B2"], civicTestPoints: [16, 22, 29, 33], pensionMonths: [14, 31, 58], livelihoodSecured: [true, false], basicCivicKnowledge: [true], identityEvidence: ["passport", "other_official_documents"] };

export const BY_STATUS: Partial<Readonly<Record<StatusKey, Choices>>> = {
  duldung: { ...ON_THE_WAY, cooperationRefusedCurrent: [false] }, chance: { ...ON_THE_WAY, appliesFor: ["AE_25B_1"] }, gestattung: { qualifiedTrainingContract: [false], qualification: ["none", "qualifizierte_Berufsausbildung"] },
  fluechtling: { ...SETTLED, firstIssue: [true] }, subsidiaer: { ...SETTLED, registeredJobseeker: [true] }, niederlassung: SETTLED, bleiberecht: SETTLED, familie: { ...SETTLED, germanSpouse: [true, false] }, fachkraft: SETTLED, abschiebungsverbot: SETTLED,
  vorueber: { edTreatment: [true], workAllowedMonths: [12], sgb2: [true, false], integrationCourseSuccess: [true, false] },
};

export const OFFICE_FACTS: Readonly<Record<"abh" | "ebh", Choices>> = {
  abh: {
    germanOral: ["A1", "A2", "A2", "B1"], identityClarified: [true, false], identityEffortsReasonable: [true, false], livelihoodByWorkShare: [0.3, 0.55, 0.8], fdgoDeclaration: [true], basicCivicKnowledge: [true, false], livelihoodPrognosisFull: [true, false],
    integrationPrognosisPositive: [true, false], ausweisungsinteresse: ["none"], deception: ["none", "none", "past_own"], edTreatment: [true], schoolYearsSuccessful: [2, 3, 5],
  },
  ebh: {
    german: ["B1", "B1", "B2", "A2"], civicTestPoints: [18, 25, 31], identityEvidence: ["passport", "passport", "other_official_documents"], nationalityClarified: [true], fdgoDeclaration: [true], historicResponsibilityDeclaration: [true], sgb2or12: [false, true], fullTimeNow: [true, false],
    fullTimeMonthsLast24: [8, 20, 24], sgbAttributable: [false], investigationPending: [false], lawfulHabitualResidence: [true], housing: [true],
  },
};
