import { calendarDay } from "../../kernel/calendar-day.ts";
import { getRule, listParameters, metadataOf } from "../../rules/index.ts";
import { answerQuestion } from "./answer-question.ts";
import { readQuestion } from "./read-question.ts";

/** Examples of the API's description: made by the rules themselves, so that they cannot say something else. */
const DAY = calendarDay("2026-08-01");

export const QUESTION_EXAMPLE = {
  facts: { status: "DULDUNG_60A", birthDate: "1990-05-03", stay: [{ basis: "GESTATTUNG", from: "2019-03-01", to: "2021-06-30" }, { basis: "DULDUNG_60A", from: "2021-07-01", to: null }], germanOral: "A2", livelihoodByWorkShare: 0.7 },
  rules: ["AUFENTHG_25B_1"],
  on: DAY,
  earliestDays: true,
};

function exampleAnswer(): unknown {
  const read = readQuestion(QUESTION_EXAMPLE, DAY);
  if (!read.ok) throw new Error("the example of the API is refused");
  return answerQuestion(read.value, DAY);
}
export const EVALUATION_EXAMPLE = exampleAnswer();
export const RULE_EXAMPLE = metadataOf(getRule("AUFENTHG_25B_1"));
export const PARAMETER_EXAMPLE = listParameters().find(({ id }) => id === "25b.stayYearsSingle")!;
