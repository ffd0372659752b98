import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { type Language, languageOf } from "./catalogue.ts";
import { type Answers, findQuestion, isAnswer, type QuestionId, UNKNOWN } from "./questions.ts";

/** What a page of the check sends back: everything answered so far, the question that was shown, and which button was pressed. */
export interface Step {
  readonly language: Language;
  readonly answers: Answers;
  readonly wants: "next" | "result" | "again";
  /** shown again with what was typed: because somebody went back, or because it is no answer */
  readonly shown: Shown | null;
}
export interface Shown {
  readonly id: QuestionId;
  readonly answer: string;
  readonly month: string;
  readonly year: string;
  readonly isRefused: boolean;
}

type Fields = Readonly<Record<string, unknown>>;
const text = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === "string" ? value.slice(0, 40) : "";
};

/** Nothing of it is trusted: what is no question or no answer is as if it had not been sent. */
export function readStep(fields: Fields, today: CalendarDay): Step {
  const chosen = text(fields, "sprache");
  const language = languageOf(chosen === "" ? text(fields, "in") : chosen);
  const answers = carriedAnswers(fields, today);
  const act = chosen === "" ? text(fields, "tat") : "sprache";
  if (act === "neu") return { language, answers: new Map(), wants: "again", shown: null };
  if (act === "zurueck") return { language, answers: withoutLast(answers), wants: answers.size === 0 ? "again" : "next", shown: lastOf(answers) };
  if (act === "ergebnis") return { language, answers, wants: "result", shown: null };
  const question = findQuestion(text(fields, "frage"));
  if ((act !== "weiter" && act !== "unbekannt") || question === undefined || answers.has(question.id)) return { language, answers, wants: "next", shown: null };
  const typed = { answer: text(fields, "antwort"), month: text(fields, "monat"), year: digits(text(fields, "jahr")) };
  const answer = act === "unbekannt" ? UNKNOWN : question.kind === "month" ? `${typed.year}-${digits(typed.month).padStart(2, "0")}` : typed.answer;
  if (!isAnswer(question, answer, today)) return { language, answers, wants: "next", shown: { id: question.id, ...typed, isRefused: true } };
  return { language, answers: new Map([...answers, [question.id, answer]]), wants: "next", shown: null };
}

function carriedAnswers(fields: Fields, today: CalendarDay): Answers {
  const answers = new Map<QuestionId, string>();
  for (const [name, value] of Object.entries(fields)) {
    const question = name.startsWith("a_") ? findQuestion(name.slice(2)) : undefined;
    if (question !== undefined && typeof value === "string" && isAnswer(question, value, today)) answers.set(question.id, value);
  }
  return answers;
}
const withoutLast = (answers: Answers): Answers => new Map([...answers].slice(0, -1));

function lastOf(answers: Answers): Shown | null {
  const last = [...answers].at(-1);
  if (last === undefined) return null;
  const [id, answer] = last;
  const isMonth = findQuestion(id)?.kind === "month" && answer !== UNKNOWN;
  return { id, answer, month: isMonth ? String(Number(answer.slice(5))) : "", year: isMonth ? answer.slice(0, 4) : "", isRefused: false };
}

/** Arabic and Persian keyboards type digits of their own. */
const digits = (typed: string): string => typed.trim().replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
