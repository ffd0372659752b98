import type { StatusKey } from "./names.data.ts";

/** "@-30": that many months from today; "@since-30": holds since then, for what counts months; "@born": the day of birth. */
type Told = string | number | boolean | readonly Readonly<Record<string, string | number | boolean>>[];
/** From and until in months from today; null: without an end. */
type Paper = readonly [status: StatusKey, from: number, until: number | null];

export interface Person {
  /** turns so many years old in so many days from today; negative: turned */
  readonly turns: readonly [years: number, inDays: number];
  readonly isFemale: boolean;
  readonly papers: readonly Paper[];
  readonly facts: Readonly<Record<string, Told>>;
  /** to the first of the story */
  readonly as?: "spouse" | "parent";
}
/** A household with its papers and what is known of it; `origin`: nationality, as in names.data.ts. */
export interface Story {
  readonly origin: string;
  readonly persons: readonly Person[];
}

const NOTHING_ADVERSE = { deception: "none", ausweisungsinteresse: "none", convictions: [] } as const;
const KNOWS_THE_STATE = { fdgoDeclaration: true, basicCivicKnowledge: true, germanOral: "A2" } as const;
const LONG_TOLERATED: readonly Paper[] = [["gestattung", -102, -60], ["duldung", -60, 4]];
const OF_25B = { ...KNOWS_THE_STATE, ...NOTHING_ADVERSE, livesWithMinorUnmarriedChild: false, schoolAgeChildren: false, livelihoodByWorkShare: 0.62, livelihoodPrognosisFull: true, livelihoodException: "none", cooperationRefusedCurrent: false, asylumRejectedQualified: false, followUpAsylumPending: false, unableDueToIllnessOrAge: false, identityClarified: true } as const;
const OF_25A = { ...NOTHING_ADVERSE, schoolYearsSuccessful: 4, inTrainingOrSchool: true, integrationPrognosisPositive: true, fdgoDoubtIndications: false, unableDueToIllness: false, asylumRejectedQualified: false, identityClarified: true } as const;
const OF_NE = { livelihoodSecured: true, pensionMonths: 64, german: "B1", basicCivicKnowledge: true, adequateHousing: true, publicOrderOk: true, employmentAllowed: true, employed: true } as const;
const OF_STAG = {
  german: "B1", civicTestPoints: 28, identityEvidence: "passport", nationalityClarified: true, fdgoDeclaration: true, historicResponsibilityDeclaration: true, sgb2or12: false, fullTimeNow: true, fullTimeMonthsLast24: 24, convictions: [], investigationPending: false,
  exclusion11: "none", polygamy: false, euOrSwissNational: false, absences: [], gaps: [], absencesMonths: 0, protectionGranted: true, guestWorker: false, lawfulHabitualResidence: true, identityClarified: true, housing: true,
} as const;
const OF_60D = { ...KNOWS_THE_STATE, weeklyHours: 35, livelihoodByWork: true, livelihoodLast12MonthsByWork: true, integrationCourseFailedCulpably: false, convictions: [], extremism: false, identityClarified: true, identityClarifiedOn: "2024-06-10", employed: true } as const;
const OF_60C = { qualifiedTrainingContract: true, registrationRequested: true, trainingStart: "@+4", ground60a6: false, removalMeasuresImminent: false, exclusion19d67: false, deceivedABH: false, convictions: [] } as const;
const OF_19D = { adequateHousing: true, german: "B1", convictions: [], extremism: false, deceivedABH: false, delayedRemoval: false } as const;

const one = (origin: string, turns: Person["turns"], isFemale: boolean, papers: readonly Paper[], facts: Person["facts"]): Story => ({ origin, persons: [{ turns, isFemale, papers, facts }] });

/** Invented lives, in every one of which something of the law happens within the year. */
export const STORIES: readonly Story[] = [
  // § 25b: everything there but the language; everything there; in four months; with a conviction
  one("261", [34, 90], false, LONG_TOLERATED, { ...OF_25B, germanOral: "A1", needy: true, asylblg: true }),
  one("423", [41, 200], true, LONG_TOLERATED, { ...OF_25B, benefitLaw: "none", needy: false }),
  one("232", [29, 31], false, [["gestattung", -68, -40], ["duldung", -40, 3]], { ...OF_25B, employed: true, registeredJobseeker: false }),
  one("163", [37, -40], false, LONG_TOLERATED, { ...OF_25B, ausweisungsinteresse: "other_current", convictions: [{ type: "geldstrafe", tagessaetze: 60, intentional: true, foreignersOnly: false }] }),
  { origin: "423", persons: [
    { turns: [39, 12], isFemale: true, papers: [["gestattung", -58, -20], ["duldung", -20, 5]], facts: { ...OF_25B, livesWithMinorUnmarriedChild: true, schoolAgeChildren: true, schoolAttendanceProven: true, singleParent: true } },
    { turns: [12, 140], isFemale: false, as: "parent", papers: [["gestattung", -58, -20], ["duldung", -20, 5]], facts: { assignedToMunicipality: true, habitualResidence: true, inHouseholdWithEligibleParent: false } },
  ] },
  // § 25a: at school; turns 27 within the year; opens within the year; turns 16
  one("438", [17, 60], false, [["gestattung", -50, -20], ["duldung", -20, 4]], { ...OF_25A, needy: true }),
  one("261", [27, 210], true, [["gestattung", -70, -18], ["duldung", -18, 6]], { ...OF_25A, germanSchoolOrVocationalDegree: true, inTrainingOrSchool: false, livelihoodSecured: true }),
  one("423", [16, 100], true, [["gestattung", -44, -8], ["duldung", -8, 4]], { ...OF_25A, schoolYearsSuccessful: 3 }),
  one("998", [18, 150], false, [["gestattung", -30, -14], ["duldung", -14, 2]], { schoolYearsSuccessful: 2, inTrainingOrSchool: true }),
  // § 104c runs out: to § 25b, to § 25a, and to something that holds nothing
  one("423", [36, 70], false, [["gestattung", -110, -60], ["duldung", -60, -14], ["chance", -14, 4]], { ...OF_25B, appliesFor: "AE_25B_1", livelihoodByWorkShare: 0.45, livelihoodPrognosisFull: false }),
  one("261", [22, 120], true, [["gestattung", -96, -50], ["duldung", -50, -10], ["chance", -10, 8]], { ...OF_25A, appliesFor: "AE_25A_1" }),
  one("423", [44, 5], false, [["duldung", -100, -15], ["chance", -15, 3]], { appliesFor: "AE_18A", germanOral: "A2", employed: true }),
  // training: about to begin; in it; completed
  one("261", [19, 33], false, [["gestattung", -26, -9], ["duldung", -9, 3]], { ...OF_60C, identityClarified: false, identityEffortsInTime: true, identityLateNotAttributable: true, germanOral: "B1" }),
  one("232", [20, 80], true, [["gestattung", -32, -12], ["duldung", -12, 3]], { ...OF_60C, registrationRequested: false, identityClarified: true, identityClarifiedOn: "@-30" }),
  one("163", [21, 44], false, [["gestattung", -50, -30], ["duldung", -30, -20], ["duldung60c", -20, 14]], { inTraining: true, inTrainingOrSchool: true, livesOutsideParentalHome: true, trainingCompleted: false, german: "B1", employed: true, receivesSubsistence: "none" }),
  one("423", [24, 300], true, [["gestattung", -66, -46], ["duldung", -46, -38], ["duldung60c", -38, 2]], { ...OF_19D, trainingCompleted: true, jobMatchesQualification: true }),
  // work: asks for § 60d; holds it; thirty months of it are over
  one("438", [33, 66], false, [["gestattung", -74, -24], ["duldung", -24, 4]], { ...OF_60D, employmentMonthsSV: "@since-20" }),
  one("163", [38, 190], false, [["gestattung", -80, -50], ["duldung", -50, -27], ["duldung60d", -27, 3]], { ...OF_60D, ...OF_25B, conditions60dStillMet: true, integrationCoursePossible: false, workAllowedMonths: 30, livesWithMinorUnmarriedChild: true, receivesSubsistence: "none" }),
  one("232", [46, 20], true, [["gestattung", -90, -60], ["duldung", -60, -31], ["duldung60d", -31, 2]], { ...OF_60D, ...OF_25B, conditions60dStillMet: true, integrationCoursePossible: false }),
  one("439", [31, 8], false, [["gestattung", -60, -22], ["duldung", -22, 5]], { ...OF_19D, qualification: "qualifizierte_Berufsausbildung", jobMatchesQualification: true }),
  // unlimited
  one("475", [42, 130], true, [["gestattung", -74, -63], ["fluechtling", -63, 9]], { ...OF_NE, asylumProcedureFrom: "@-74", livelihoodShare: 0.85, german: "A2", bamfRevocationNotice: false, reachedPensionAge: false }),
  one("475", [35, 15], false, [["gestattung", -60, -50], ["fluechtling", -50, 10]], { asylumProcedureFrom: "@-60", livelihoodShare: 0.3, german: "A2", basicCivicKnowledge: true, adequateHousing: true, reachedPensionAge: false }),
  one("224", [48, 77], false, [["gestattung", -84, -66], ["abschiebungsverbot", -66, 6]], OF_NE),
  one("163", [39, 155], false, [["familie", -64, 8]], OF_NE),
  one("439", [32, 99], true, [["fachkraft", -40, 20]], { ...OF_NE, pensionMonths: 38 }),
  // citizenship: the family of somebody who is about to be naturalised; not enough points; married to a German; discretion; born here
  { origin: "475", persons: [
    { turns: [40, 61], isFemale: false, papers: [["gestattung", -122, -112], ["fluechtling", -112, -40], ["unbefristet", -40, null]], facts: OF_STAG },
    { turns: [37, 240], isFemale: true, as: "spouse", papers: [["fluechtling", -90, 12]], facts: { principalNaturalised10: true, relation: "spouse", familyUnit: true, otherConditions10_1: true, german: "B1" } },
    { turns: [1, 100], isFemale: true, as: "parent", papers: [["fluechtling", -8, 12]], facts: { bornInGermany: true, birth: "@born", parentLawfulStayYears: 9, parentUnlimitedRight: true, parentTitle: "NE", habitualResidence: true } },
  ] },
  one("475", [30, 52], true, [["gestattung", -80, -70], ["fluechtling", -70, 4]], { ...OF_STAG, civicTestPoints: 15, fullTimeNow: false, fullTimeMonthsLast24: 6, sgb2or12: true, sgbAttributable: false }),
  one("163", [33, 25], true, [["familie", -41, 14]], { germanSpouse: true, marriageMonths: "@since-46", otherConditions10_1: true, lawfulHabitualResidence: true, german: "B1" }),
  one("439", [52, 85], false, [["fachkraft", -58, 11]], { ...OF_STAG, fullTimeNow: false, fullTimeMonthsLast24: 12, canSupportFamily: false, ernaehrungsfaehig8_1_4: false, specialHardship: true, hardship: true }),
  // who pays changes: 36 months; 18 months of § 25 Abs. 5; 18th birthday without parents; illness; obstacle of one's own
  one("439", [27, 175], true, [["gestattung", -33, 3]], { needy: true, abusiveProlongation: false, german: "A1", asylblg: true, sgb2: false, authorityRequests44a: true }),
  one("273", [45, 9], false, [["gestattung", -60, -40], ["duldung", -40, -5], ["ausreisehindernis", -5, 13]], { needy: true, ableToWork: true, monthsSinceSuspensionDecision: "@since-14", permanentlyReduced: false, german: "A2" }),
  one("423", [18, 75], false, [["gestattung", -14, 2]], { unaccompanied: true, legallyRepresented: true, inTrainingOrSchool: true, needy: true }),
  one("224", [51, 30], true, [["gestattung", -70, -55], ["subsidiaer", -55, 5]], { needy: true, ableToWork: false, permanentlyReduced: false, receivesSubsistence: "SGB_XII", german: "none", unableDueToIllness: true }),
  one("998", [30, 111], false, [["gestattung", -50, -38], ["duldung60b", -38, 1]], { needy: true, selfCausedObstacle: true, identityClarified: false, cooperationRefusedCurrent: true }),
  // § 24 with the children; Fiktion; study; the job after the course
  { origin: "166", persons: [
    { turns: [36, 47], isFemale: true, papers: [["vorueber", -51, 3]], facts: { needy: true, ableToWork: true, sgb2: true, jobcenterObligates15a: true, german: "none", edTreatment: true, workAllowedMonths: 12, livesWithMinorUnmarriedChild: true, receivesSubsistence: "SGB_II", singleParent: true } },
    { turns: [9, 30], isFemale: true, as: "parent", papers: [["vorueber", -51, 3]], facts: { assignedToMunicipality: true, inHouseholdWithEligibleParent: true, habitualResidence: true } },
    { turns: [4, 300], isFemale: false, as: "parent", papers: [["vorueber", -30, 3]], facts: { habitualResidence: true, inHouseholdWithEligibleParent: true } },
  ] },
  one("273", [29, 300], true, [["gestattung", -50, -36], ["abschiebungsverbot", -36, -2], ["fiktion", -2, 3]], { german: "A2", employed: true, needy: false }),
  one("475", [23, 18], false, [["gestattung", -60, -48], ["subsidiaer", -48, 7]], { inTrainingOrSchool: true, german: "C1", needy: false, receivesSubsistence: "none" }),
  one("438", [40, 93], false, [["gestattung", -130, -90], ["duldung", -90, -16], ["bleiberecht", -16, 8]], { german: "B1", registeredJobseeker: true, needy: true, ableToWork: true, firstIssue: true, registrationPreventedNotAttributable: false, validityMonths: 24 }),
  // the child has § 25a: the parents follow; the spouse has § 25b: the other follows
  { origin: "438", persons: [
    { turns: [43, 22], isFemale: true, papers: LONG_TOLERATED, facts: { childHolds25a1: true, childMinor: true, livelihoodByOwnWorkShare: 1, deception: "none", cooperationRefused: false, convictions: [], livesWithMinorUnmarriedChild: true } },
    { turns: [17, 180], isFemale: false, as: "parent", papers: [["gestattung", -102, -60], ["duldung", -60, -7], ["jugend", -7, 17]], facts: { inTrainingOrSchool: true, german: "B2", needy: false, schoolYearsSuccessful: 7 } },
  ] },
  { origin: "261", persons: [
    { turns: [38, 210], isFemale: false, papers: [["duldung", -96, -9], ["bleiberecht", -9, 15]], facts: { german: "A2", firstIssue: true, validityMonths: 24, registrationPreventedNotAttributable: false, sgb2: false, jobcenterObligates15a: false, authorityRequests44a: false, asylblg: false, employed: true, receivesSubsistence: "none" } },
    { turns: [35, 14], isFemale: true, as: "spouse", papers: [["duldung", -60, 3]], facts: { ...KNOWS_THE_STATE, ...NOTHING_ADVERSE, principalHolds25b: true, relation: "spouse", familyUnit: true, livelihoodByWorkShare: 0.7, livelihoodPrognosisFull: true, identityClarified: true, cooperationRefusedCurrent: false, livesWithMinorUnmarriedChild: false, schoolAgeChildren: false } },
  ] },
];

/** Who found what nobody can tick in passing. */
export const FINDERS = ["Frau Sander, Migrationsberatung", "Herr Okonkwo, Jugendmigrationsdienst", "Frau Lindner, Schulsozialarbeit", "Herr Brandt, Case Management"] as const;
/** Keys that somebody saw on paper. */
export const ON_PAPER = /^(german|germanOral|civicTestPoints|basicCivicKnowledge|identityEvidence|identityClarifiedOn|livelihoodByWorkShare|livelihoodShare|pensionMonths|fullTimeMonthsLast24|employmentMonthsSV|weeklyHours|schoolYearsSuccessful|germanSchool|qualif|trainingStart|registrationRequested|bamf|fdgoDeclaration|monthsSinceSuspension|marriageMonths|schoolAttendanceProven|convictions)/;
