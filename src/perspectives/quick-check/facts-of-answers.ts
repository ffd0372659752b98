import { addDays, addMonths, calendarDay, type CalendarDay } from "../../kernel/calendar-day.ts";
import type { FactInput } from "../../rules/index.ts";
import { type Answers, type Paper, type QuestionId, UNKNOWN } from "./questions.ts";

/** The paper as the rules name it. */
const STATUS: Readonly<Record<Paper, string>> = {
  gestattung: "GESTATTUNG", duldung: "DULDUNG_60A", duldung_60b: "DULDUNG_60B", duldung_60c: "DULDUNG_60C", duldung_60d: "DULDUNG_60D", ae_104c: "AE_104C",
  ae_refugee: "AE_25_2_1", ae_subsidiary: "AE_25_2_2", ae_25_3: "AE_25_3", ae_24: "AE_24", ae_25a: "AE_25A_1", ae_25b: "AE_25B_1", ae_25_5: "AE_25_5", ae_family: "AE_29", ae_work: "AE_18A", ne: "NE",
};
/** What somebody with this paper held before it, where the time before counts; the others are asked for the time of the title alone. */
const BEFORE: Partial<Record<Paper, string>> = { duldung: "GESTATTUNG", duldung_60b: "GESTATTUNG", duldung_60c: "GESTATTUNG", duldung_60d: "GESTATTUNG", ae_104c: "DULDUNG_60A", ae_refugee: "GESTATTUNG", ae_subsidiary: "GESTATTUNG" };
export const isDuldungPaper = (paper: string): boolean => paper.startsWith("duldung");
export const isTitlePaper = (paper: string): boolean => paper.startsWith("ae_") || paper === "ne";
export const countsTimeBefore = (paper: string): boolean => paper in BEFORE;

/** Numbers of the law that stand in an answer; a test holds them against the law book. */
export const NUMBERS_IN_ANSWERS = { "25a.schoolYears": 3, "9.pensionMonths": 60, "einbtest.pass": 17, "stag10.fullTimeMonths": 20, "25b.workShare": 0.5 } as const;
const SHARES: Readonly<Record<string, number>> = { all: 1, most: 0.6, less: 0.3, none: 0 };
const PENSION: Readonly<Record<string, number>> = { five: NUMBERS_IN_ANSWERS["9.pensionMonths"], three: 36, one: 12, less: 0 };

type Answered = (id: QuestionId) => string | null;

/**
 * The facts that answers stand for. What nobody asked is left out and so unknown. Three things are taken as given, and the result
 * says so: the declarations can be made at the authority, a title permits work, and it was first issued for a year at least.
 */
export function factsOfAnswers(answers: Answers, today: CalendarDay): FactInput {
  const told: Answered = (id) => {
    const answer = answers.get(id);
    return answer === undefined || answer === UNKNOWN ? null : answer;
  };
  return { fdgoDeclaration: true, historicResponsibilityDeclaration: true, gaps: [], registrationPreventedNotAttributable: false, ...ofPaper(told, today), ...ofAge(told, today), ...ofLiving(told), ...ofIntegration(told), ...ofFamily(told) };
}

function ofPaper(told: Answered, today: CalendarDay): FactInput {
  const paper = told("paper") as Paper | null;
  if (paper === null) return {};
  const isTitle = isTitlePaper(paper);
  const [since, held] = [startOf(told("since"), today), startOf(told(isTitle ? "title_since" : "duldung_since"), today)];
  const isProtected = paper === "ae_refugee" || paper === "ae_subsidiary";
  return {
    status: STATUS[paper],
    ...(isDuldungPaper(paper) ? {} : { duldungEntitlement: false }),
    ...(isTitle ? { employmentAllowed: true, firstIssue: true, validityMonths: 12, protectionGranted: isProtected } : {}),
    ...(isProtected && since !== null ? { asylumProcedureFrom: since } : {}),
    // whoever holds one of these papers is no citizen of the Union
    euOrSwissNational: false,
    stay: stayOf(paper, since, held),
  };
}

function stayOf(paper: Paper, since: CalendarDay | null, held: CalendarDay | null): FactInput[string] {
  const current = { basis: STATUS[paper], from: held, to: null };
  const before = BEFORE[paper];
  if (before === undefined) return held === null ? null : [current];
  if (since === null && held === null) return null;
  // whoever says that the paper is older than the stay has been here as long as the paper
  if (since !== null && held !== null && since >= held) return [current];
  // time with § 60b does not count, so that it stays open what counts until its beginning is known
  const earlier = paper === "duldung_60b" && held === null ? null : before;
  return [{ basis: earlier, from: since, to: held === null ? null : addDays(held, -1) }, current];
}

/** A month is known, not the day: a time counts from the month's end, so that no right is promised early. */
function startOf(month: string | null, today: CalendarDay): CalendarDay | null {
  if (month === null) return null;
  const end = addDays(addMonths(calendarDay(`${month}-01`), 1), -1);
  return end < today ? end : today;
}

function ofAge(told: Answered, today: CalendarDay): FactInput {
  const month = told("birth");
  if (month === null) return {};
  const age = Number(today.slice(0, 4)) - Number(month.slice(0, 4)) - (today.slice(5, 7) <= month.slice(5, 7) ? 1 : 0);
  return { birthDate: `${month}-01`, legallyRepresented: age < 16, ...(age < 65 ? { reachedPensionAge: false, guestWorker: false } : {}) };
}

function ofLiving(told: Answered): FactInput {
  const [living, situation, fulltime, pension] = [told("living"), told("situation"), told("fulltime"), told("pension")];
  const paysJobcenter = isTitlePaper(told("paper") ?? "");
  const gets = living !== null && living !== "all";
  return {
    ...(living === null ? {} : {
      livelihoodSecured: !gets, livelihoodByWorkShare: SHARES[living], familyLivelihoodShare: SHARES[living], livelihoodShare: SHARES[living],
      benefitLaw: gets ? (paysJobcenter ? "SGB_II" : "ASYLBLG") : "none", sgb2or12: gets && paysJobcenter, sgb2: gets && paysJobcenter, asylblg: gets && !paysJobcenter,
    }),
    ...(situation === null ? {} : { inTrainingOrSchool: ["school", "apprenticeship", "study"].includes(situation), inTraining: situation === "apprenticeship" || situation === "study", livelihoodException: EXCEPTIONS[situation] ?? "none" }),
    ...(fulltime === null ? {} : { fullTimeNow: fulltime === "me", fullTimeMonthsLast24: fulltime === "me" ? NUMBERS_IN_ANSWERS["stag10.fullTimeMonths"] : 0, spouseFullTime20of24: fulltime === "spouse", livesWithSpouseAndMinorChild: fulltime === "spouse" }),
    ...(pension === null ? {} : { pensionMonths: PENSION[pension], spousePensionMonths: PENSION[pension] }),
  };
}
const EXCEPTIONS: Readonly<Record<string, string>> = { apprenticeship: "auszubildende_lehrberuf", study: "studierende", single_parent: "alleinerziehend_10_1_3", care: "pflege_angehoeriger" };

function ofIntegration(told: Answered): FactInput {
  const [german, test, school, course, illness] = [told("german"), told("test"), told("school"), told("course"), told("illness")];
  return {
    ...(german === null ? {} : { german }),
    ...(test === null ? {} : { basicCivicKnowledge: test !== "none", civicTestPoints: test === "passed" ? NUMBERS_IN_ANSWERS["einbtest.pass"] : 0 }),
    ...(school === null ? {} : { germanSchoolOrVocationalDegree: school === "degree", schoolYearsSuccessful: school === "less" ? 0 : NUMBERS_IN_ANSWERS["25a.schoolYears"] }),
    ...(course === null ? {} : { jobcenterObligates15a: course === "yes", authorityRequests44a: course === "yes" }),
    ...(illness === null ? {} : { unableDueToIllness: illness === "yes", unableDueToIllnessOrAge: illness === "yes" }),
  };
}

function ofFamily(told: Answered): FactInput {
  const [passport, children, housing, abroad] = [told("passport"), told("children"), told("housing"), told("abroad")];
  return {
    ...(passport === null ? {} : passport === "passport" ? { identityClarified: true, identityEvidence: "passport", nationalityClarified: true } : passport === "none" ? { identityClarified: false, identityEvidence: "none" } : { identityEvidence: "other_official_documents" }),
    ...(children === null ? {} : { livesWithMinorUnmarriedChild: children !== "none", schoolAgeChildren: children === "school", schoolAttendanceProven: children === "school" }),
    ...(housing === null ? {} : { adequateHousing: housing === "yes" }),
    ...(abroad === "no" ? { absences: [], absencesMonths: 0 } : {}),
  };
}
