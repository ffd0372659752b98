/**
 * What the public check may ask. Its questions are plainer than the facts of the rules: one answer stands for several facts
 * (`facts-of-answers.ts`). Adverse facts (§ 87 AufenthG: convictions, false statements, refused cooperation) are no questions
 * here at all: on a public page, on a borrowed phone, nobody should have to type them, and the answer "ask somebody" is the
 * same with and without them. They stay open, and each result says so.
 */
export interface Question {
  readonly id: QuestionId;
  readonly kind: "choice" | "month";
  readonly options: readonly string[];
  /** facts of the rules that its answer speaks of */
  readonly keys: readonly string[];
  /** only looked at where a requirement fails or is not known: asked after everything else */
  readonly isException?: true;
}

export const PAPERS = ["gestattung", "duldung", "duldung_60b", "duldung_60c", "duldung_60d", "ae_104c", "ae_refugee", "ae_subsidiary", "ae_25_3", "ae_24", "ae_25a", "ae_25b", "ae_25_5", "ae_family", "ae_work", "ne"] as const;
export type Paper = (typeof PAPERS)[number];

export type QuestionId =
  | "paper" | "since" | "duldung_since" | "title_since" | "birth" | "living" | "german" | "test" | "passport" | "school" | "housing" | "pension" | "children" | "course"
  | "abroad" | "situation" | "fulltime" | "illness";

const choice = (id: QuestionId, options: readonly string[], keys: readonly string[]): Question => ({ id, kind: "choice", options, keys });
const month = (id: QuestionId, keys: readonly string[]): Question => ({ id, kind: "month", options: [], keys });
const exception = (question: Question): Question => ({ ...question, isException: true });

/** In the order of asking where as many rights wait for two of them. */
export const QUESTIONS: readonly Question[] = [
  choice("paper", PAPERS, ["status", "title", "holds104c", "protectionGranted", "duldungEntitlement", "employmentAllowed", "firstIssue", "validityMonths", "euOrSwissNational"]),
  month("since", ["stay", "asylumProcedureFrom"]),
  month("duldung_since", ["stay", "duldungMonths"]),
  month("title_since", ["stay", "aeMonths", "aeFrom", "monthsSinceIssue"]),
  month("birth", ["birthDate", "age"]),
  choice("living", ["all", "most", "less", "none"], ["livelihoodSecured", "livelihoodByWorkShare", "familyLivelihoodShare", "livelihoodShare", "benefitLaw", "sgb2or12", "sgb2", "asylblg"]),
  choice("german", ["none", "A1", "A2", "B1", "B2", "C1"], ["german", "germanOral"]),
  choice("test", ["passed", "some", "none"], ["basicCivicKnowledge", "civicTestPoints"]),
  choice("passport", ["passport", "other", "none"], ["identityClarified", "identityEvidence", "nationalityClarified"]),
  choice("school", ["degree", "three", "less"], ["schoolYearsSuccessful", "germanSchoolOrVocationalDegree"]),
  choice("housing", ["yes", "no"], ["adequateHousing"]),
  choice("pension", ["five", "three", "one", "less"], ["pensionMonths", "spousePensionMonths"]),
  choice("children", ["school", "small", "none"], ["livesWithMinorUnmarriedChild", "schoolAgeChildren", "schoolAttendanceProven"]),
  choice("course", ["yes", "no"], ["jobcenterObligates15a", "authorityRequests44a"]),
  choice("abroad", ["no", "yes"], ["absences", "absencesMonths"]),
  exception(choice("situation", ["school", "apprenticeship", "study", "single_parent", "care", "none"], ["inTrainingOrSchool", "inTraining", "livelihoodException"])),
  exception(choice("fulltime", ["me", "spouse", "no"], ["fullTimeNow", "fullTimeMonthsLast24", "spouseFullTime20of24", "livesWithSpouseAndMinorChild"])),
  exception(choice("illness", ["yes", "no"], ["unableDueToIllness", "unableDueToIllnessOrAge"])),
];

const byId: ReadonlyMap<string, Question> = new Map(QUESTIONS.map((question) => [question.id, question]));
export const findQuestion = (id: string): Question | undefined => byId.get(id);

/** Nobody has to know: an answer like any other. */
export const UNKNOWN = "unknown";
/** By question, in the order in which they were given. A month is `YYYY-MM`. */
export type Answers = ReadonlyMap<QuestionId, string>;

const MONTH = /^(19|20)\d\d-(0[1-9]|1[0-2])$/;

/** Whether a text is an answer to the question; months ahead of today are none. */
export function isAnswer(question: Question, text: string, today: string): boolean {
  if (text === UNKNOWN) return true;
  return question.kind === "choice" ? question.options.includes(text) : MONTH.test(text) && text <= today.slice(0, 7) && text >= "1920-01";
}
