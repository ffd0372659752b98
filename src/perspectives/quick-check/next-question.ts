import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { factCatalogue, type Facts, getRule, nextQuestions, readFacts, type Rule } from "../../rules/index.ts";
import { countsTimeBefore, factsOfAnswers, isDuldungPaper, isTitlePaper } from "./facts-of-answers.ts";
import { type Answers, type Question, QUESTIONS } from "./questions.ts";

/** Rights that somebody can make sense of alone; those that hang on a day in a file (§§ 60c, 60d, 19d) need a counsellor. */
const PUBLIC_RULES = ["AUFENTHG_25A_1", "AUFENTHG_25B_1", "AUFENTHG_26_3", "AUFENTHG_26_4", "AUFENTHG_9_2", "STAG_10_1", "INTEGRATIONSKURS"] as const;
export type PublicRule = (typeof PUBLIC_RULES)[number];
export const publicRules: readonly Rule[] = PUBLIC_RULES.map(getRule);

/** § 9 is for titles that have no easier way (§ 26); a Niederlassungserlaubnis needs none of the lower rights again. */
export function rulesFor(answers: Answers): readonly Rule[] {
  const paper = answers.get("paper");
  return publicRules.filter(({ id }) => (id === "AUFENTHG_9_2" ? paper === "ae_family" || paper === "ae_work" : paper !== "ne" || id === "STAG_10_1"));
}

export const factsOf = (answers: Answers, today: CalendarDay): Facts => readFacts(factCatalogue, factsOfAnswers(answers, today)).facts;

/** Questions of time are asked for what the paper makes of them; before the paper is known, for none. */
function isForPaper(question: Question, answers: Answers): boolean {
  const paper = answers.get("paper") ?? "";
  if (question.id === "since") return countsTimeBefore(paper);
  if (question.id === "duldung_since") return isDuldungPaper(paper);
  if (question.id === "title_since") return isTitlePaper(paper);
  return true;
}

/** All questions whose answer can still change what some right comes to, the next one first. */
export function openQuestions(answers: Answers, today: CalendarDay): readonly Question[] {
  const waiting = nextQuestions(rulesFor(answers), factsOf(answers, today), today);
  const open = QUESTIONS.flatMap((question, order) => {
    if (answers.has(question.id) || !isForPaper(question, answers)) return [];
    const rules = new Set(waiting.filter(({ fact }) => question.keys.includes(fact.key)).flatMap(({ rules }) => rules));
    return rules.size === 0 ? [] : [{ question, order, weight: rules.size }];
  });
  const ranked = open.sort((a, b) => Number(a.question.isException ?? false) - Number(b.question.isException ?? false) || b.weight - a.weight || a.order - b.order);
  return ranked.map(({ question }) => question);
}
