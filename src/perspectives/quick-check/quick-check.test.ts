import fc from "fast-check";
import { expect, test } from "vitest";
import { calendarDay } from "../../kernel/calendar-day.ts";
import { factCatalogue, lawBook, listParameters } from "../../rules/index.ts";
import { catalogues, LANGUAGES, optionWords, wordsOf } from "./catalogue.ts";
import { resultsOf, topicOf } from "./check-result.ts";
import { factsOfAnswers, NUMBERS_IN_ANSWERS } from "./facts-of-answers.ts";
import { openQuestions, publicRules, rulesFor } from "./next-question.ts";
import { type Answers, type Question, type QuestionId, QUESTIONS, UNKNOWN } from "./questions.ts";
import { readStep } from "./read-answers.ts";

const TODAY = calendarDay("2026-11-22");
const MONTHS = ["1958-04", "1999-07", "2009-02", "2016-01", "2018-06", "2020-11", "2022-03", "2024-08", "2026-11"];
const answerTo = (question: Question) => fc.constantFrom(...(question.kind === "month" ? MONTHS : question.options), UNKNOWN);
/** An answer to every question, whether it will be asked or not. */
const everything = fc.tuple(...QUESTIONS.map(answerTo)).map((all) => new Map(QUESTIONS.map((question, index) => [question.id, all[index]!])));
const RUNS = { numRuns: 150, seed: 20_261_122 };

/** The check as somebody walks it; `pick` says which of the open questions is asked. */
function walk(told: ReadonlyMap<QuestionId, string>, pick: (open: readonly Question[]) => Question = (open) => open[0]!): Answers {
  const answers = new Map<QuestionId, string>();
  for (let open = openQuestions(answers, TODAY); open.length > 0; open = openQuestions(answers, TODAY)) {
    const { id } = pick(open);
    answers.set(id, told.get(id)!);
  }
  return answers;
}
const outcomes = (answers: Answers) => Object.fromEntries(resultsOf(answers, TODAY).map(({ rule, outcome }) => [rule, outcome]));

test("in whatever order the questions come, the rights come out the same, and as if everything had been asked", () => {
  fc.assert(
    fc.property(everything, fc.infiniteStream(fc.nat(17)), (told, luck) => {
      const usual = walk(told);
      const other = walk(told, (open) => open[luck.next().value % open.length]!);
      expect(outcomes(other)).toEqual(outcomes(usual));
      expect(outcomes(usual)).toEqual(outcomes(told));
    }),
    RUNS,
  );
});

test("the check stops when nothing more can matter, after far fewer questions than there are", () => {
  let [asked, all] = [0, 0];
  fc.assert(
    fc.property(everything, (told) => {
      const answers = walk(told);
      [asked, all] = [asked + answers.size, all + QUESTIONS.length];
      expect(answers.size).toBeLessThan(QUESTIONS.length);
      const stands = outcomes(answers);
      for (const question of QUESTIONS.filter(({ id }) => !answers.has(id))) {
        for (const option of question.kind === "month" ? MONTHS : question.options) {
          // a time of a paper that the person does not have is asked of nobody
          if (question.id !== "paper") expect([question.id, option, outcomes(new Map([...answers, [question.id, option]]))]).toEqual([question.id, option, stands]);
        }
      }
    }),
    RUNS,
  );
  expect(asked).toBeLessThan(all * 0.6);
});

test("the paper is asked first, and exceptions only after all requirements", () => {
  expect(openQuestions(new Map(), TODAY)[0]!.id).toBe("paper");
  fc.assert(fc.property(everything, (told) => {
    const order = [...walk(told).keys()].map((id) => QUESTIONS.find((question) => question.id === id)!.isException === true);
    // an exception opens nothing that had to be asked before it
    expect(order).toEqual(order.toSorted((a, b) => Number(a) - Number(b)));
  }), RUNS);
});

test("no answer makes a right certain: what is not asked keeps every right of residence open", () => {
  fc.assert(fc.property(everything, (told) => {
    for (const { rule, outcome, standing } of resultsOf(told, TODAY)) {
      expect(["may_fit", "open", "later", "not_now", "no_fit"]).toContain(standing);
      if (rule !== "INTEGRATIONSKURS") expect(["OFFEN", "NEIN"], rule).toContain(outcome);
    }
  }), RUNS);
  for (const language of LANGUAGES) expect(JSON.stringify(catalogues[language].standing)).not.toMatch(/Anspruch|sicher|bewilligt|genehmigt|approved|granted|entitled|certain/i);
});

test("nothing adverse is asked, and every fact that an answer names is one of the rules", () => {
  for (const { id, keys } of QUESTIONS) for (const key of keys) expect([id, key, factCatalogue.get(key)?.adverse ?? false, factCatalogue.has(key)]).toEqual([id, key, false, true]);
  fc.assert(fc.property(everything, (told) => {
    for (const key of Object.keys(factsOfAnswers(told, TODAY))) expect([key, factCatalogue.get(key)?.adverse ?? false, factCatalogue.has(key)]).toEqual([key, false, true]);
  }), RUNS);
});

test("a Duldung of five years becomes possible later, and a month is counted from its end", () => {
  const told = new Map<QuestionId, string>([["paper", "duldung"], ["since", "2021-08"], ["duldung_since", "2022-03"], ["birth", "1985-01"], ["living", "all"], ["german", "B1"], ["test", "passed"], ["passport", "passport"], ["children", "none"], ["course", "no"]]);
  const right = resultsOf(told, TODAY).find(({ rule }) => rule === "AUFENTHG_25B_1")!;
  expect([right.standing, right.from, right.lacking]).toEqual(["later", "2027-08", ["time"]]);
  expect(resultsOf(new Map([...told, ["since", "2019-01"]]), TODAY).find(({ rule }) => rule === "AUFENTHG_25B_1")).toMatchObject({ standing: "may_fit", outcome: "OFFEN", lacking: [], unsure: [] });
});

test("a window is told by its last month: whoever is 27 in March applies by February", () => {
  const told = new Map<QuestionId, string>([["paper", "duldung"], ["since", "2019-01"], ["duldung_since", "2022-03"], ["birth", "2000-03"], ["living", "all"], ["school", "degree"], ["passport", "passport"]]);
  // of a birth date that is known to the month, the first day counts: nobody comes too late by our word
  expect(resultsOf(told, TODAY).find(({ rule }) => rule === "AUFENTHG_25A_1")).toMatchObject({ standing: "may_fit", until: "2027-02" });
});

test("numbers that stand in answers are those of the law today, and every condition has its topic", () => {
  for (const [id, value] of Object.entries(NUMBERS_IN_ANSWERS)) {
    const today = listParameters(lawBook).find((one) => one.id === id && (one.inForceSince ?? "") <= TODAY && (one.until ?? "9999") >= TODAY);
    expect([id, Number(String(today?.value).replace(">", ""))]).toEqual([id, value]);
  }
  expect(publicRules.flatMap((rule) => rule.conditions.map(({ id }) => id)).filter((id) => topicOf(id) === undefined)).toEqual([]);
  expect(rulesFor(new Map([["paper", "ne"]])).map(({ id }) => id)).toEqual(["STAG_10_1"]);
});

const keysOf = (value: unknown, path = ""): string[] => (typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`)) : [path]);
const bracesOf = (value: unknown): string[] => (typeof value === "object" && value !== null ? Object.values(value).flatMap(bracesOf) : [(String(value).match(/\{\w+\}/g) ?? []).toSorted().join()]);

test.each(LANGUAGES)("the texts in %s have every key and every place of the German ones, and none is left German", (language) => {
  const [texts, german] = [catalogues[language], catalogues.de];
  expect(keysOf(texts)).toEqual(keysOf(german));
  expect(bracesOf(texts)).toEqual(bracesOf(german));
  for (const question of QUESTIONS) {
    const { ask, options } = wordsOf(texts, question.id);
    expect(Object.keys(options), question.id).toEqual([...question.options]);
    if (language !== "de") expect(ask).not.toBe(wordsOf(german, question.id).ask);
    for (const option of question.options) expect(optionWords(texts, question, option).length, option).toBeGreaterThan(1);
  }
  expect(texts.language).toBe(language);
});

test("what comes back is not trusted: unknown questions, answers and languages are as if they had not been sent", () => {
  const step = readStep({ in: "xx", a_paper: "duldung", a_german: "Z9", a_since: "2099-01", a_evil: "1", frage: "children", antwort: "many", tat: "weiter" }, TODAY);
  expect([step.language, [...step.answers], step.shown]).toEqual(["de", [["paper", "duldung"]], { id: "children", answer: "many", month: "", year: "", isRefused: true }]);
  const arabic = readStep({ in: "ar", a_paper: "duldung", frage: "since", monat: "3", jahr: "٢٠٢١", tat: "weiter" }, TODAY);
  expect([arabic.language, arabic.answers.get("since")]).toEqual(["ar", "2021-03"]);
  const back = readStep({ in: "ar", a_paper: "duldung", a_since: "2021-03", tat: "zurueck", frage: "german" }, TODAY);
  expect([[...back.answers.keys()], back.shown]).toEqual([["paper"], { id: "since", answer: "2021-03", month: "3", year: "2021", isRefused: false }]);
});
