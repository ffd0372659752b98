import type { VNode } from "preact";
import { z } from "zod";
import { bytes, type Bytes, publicRoute, type Route, type Visitor } from "../../http/index.ts";
import { type CalendarDay, dayOf } from "../../kernel/calendar-day.ts";
import { renderDocument } from "../../ui/index.ts";
import { catalogues, directionOf, type Language, languageOf } from "./catalogue.ts";
import { resultsOf } from "./check-result.ts";
import { listCounsellingPlaces } from "./counselling.sql.ts";
import { openQuestions } from "./next-question.ts";
import { QuestionPage, StartPage } from "./question.page.tsx";
import { type Answers, findQuestion } from "./questions.ts";
import { readStep, type Step } from "./read-answers.ts";
import { ResultPage } from "./result.page.tsx";

/** No cookie, nothing kept by the browser, and no other site learns where somebody was. */
const HEADERS = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", "referrer-policy": "no-referrer", "x-robots-tag": "noarchive" };

function sent(language: Language, body: VNode): Bytes {
  const { title, lang } = catalogues[language];
  return bytes(renderDocument({ title, body, lang, dir: directionOf(language), style: "quick-check", scripts: [], referrer: "no-referrer", shortcuts: "off" }), HEADERS);
}

const start = publicRoute({
  path: "/schnellcheck",
  method: "GET",
  about: "The public quick check: what it is, in nine languages. No answer ever stands in an address.",
  query: z.object({ sprache: z.string().catch("de") }),
  handle: async (_visitor, { query }) => sent(languageOf(query.sprache), <StartPage language={languageOf(query.sprache)} />),
});

const step = publicRoute({
  path: "/schnellcheck",
  method: "POST",
  about: "The next question or the result; the answers come along in the body and are kept nowhere.",
  body: z.record(z.string(), z.unknown()),
  handle: async (visitor, { body }) => answerStep(visitor, readStep(body, todayOf(visitor))),
});
const todayOf = ({ app, now }: Visitor): CalendarDay => dayOf(now, app.config.timeZone);

async function answerStep(visitor: Visitor, { language, answers, wants, shown }: Step): Promise<Bytes> {
  const today = todayOf(visitor);
  if (wants === "again") return sent(language, <StartPage language={language} />);
  const open = openQuestions(answers, today);
  const question = shown === null ? open[0] : findQuestion(shown.id);
  if (wants === "result" || question === undefined) return sent(language, await resultPage(visitor, language, answers, today));
  const { isRefused, ...typed } = shown ?? { answer: "", month: "", year: "", isRefused: false };
  return sent(language, <QuestionPage language={language} question={question} answers={answers} stillOpen={open.length} typed={typed} isRefused={isRefused} />);
}

async function resultPage({ app }: Visitor, language: Language, answers: Answers, today: CalendarDay): Promise<VNode> {
  const places = await app.db.signIn(listCounsellingPlaces);
  return <ResultPage language={language} answers={answers} results={resultsOf(answers, today)} places={places} today={today} />;
}

export const quickCheckRoutes: readonly Route[] = [start, step];
