import { readFileSync, writeFileSync } from "node:fs";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { getRule } from "../all-rules.ts";
import { factCatalogue } from "../catalogue/catalogue.ts";
import { dayNumber, dayOfNumber } from "../engine/day-number.ts";
import { readFacts, type Facts } from "../engine/facts.ts";
import type { LawBook, ParameterRow } from "../engine/parameters.ts";
import type { Rule } from "../engine/rule.ts";
import { evaluateRead } from "../evaluate/evaluate.ts";
import { parametersOf } from "../evaluate/reach.ts";
import { lawBook, parameterRows } from "../law-book.ts";
import { residenceCases, type Make } from "./boundary-cases.test-support.ts";
import { furtherCases } from "./boundary-cases-2.test-support.ts";

const FILE = new URL("boundary-answers.txt", import.meta.url);
const HISTORY = new URL("history.txt", import.meta.url);
const TODAY = "2026-11-22" as CalendarDay;
const FAR = 5_000_000;

/** Today, the last day of the window of § 104c, and each day on which the law of a rule changed, with the day before. */
function daysOf(rule: Rule): readonly CalendarDay[] {
  const { required, optional } = parametersOf(rule);
  const changes = [...required, ...optional].flatMap((id) => lawBook.versionsOf(id).flatMap((version) => [version.from, version.until]));
  const days = [...changes, dayNumber("2027-07-01" as CalendarDay)].flatMap((day) => (Math.abs(day) < FAR ? [day - 1, day] : []));
  return [...new Set([...days, dayNumber(TODAY)])].sort((a, b) => a - b).map(dayOfNumber);
}

export interface BoundaryCase {
  /** rule and variant */
  readonly key: string;
  readonly rule: Rule;
  readonly facts: Facts;
  readonly day: CalendarDay;
}

export function boundaryCases(): readonly BoundaryCase[] {
  return Object.entries({ ...residenceCases, ...furtherCases }).flatMap(([id, { base, variants }]) => {
    const rule = getRule(id);
    return Object.entries<Make>({ base: () => ({}), ...variants }).flatMap(([name, make]) =>
      daysOf(rule).map((day) => ({ key: `${id} | ${name}`, rule, day, facts: readFacts(factCatalogue, { ...base(day), ...make(day) }).facts })));
  });
}

export function answerOf({ rule, facts, day }: BoundaryCase, book: LawBook): string {
  const answer = evaluateRead(rule, facts, dayNumber(day), { book });
  return answer.kind === "refused" ? "refused" : [answer.outcome, ...answer.unmet].join(" ");
}

/** One line for each variant: the day from which an answer holds, and the answer; the next where it changes. */
export function linesOf(cases: readonly BoundaryCase[], answers: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const [index, { key, day }] of cases.entries()) {
    const isNew = key !== cases[index - 1]?.key;
    if (isNew) lines.push(`${key} =>`);
    if (isNew || answers[index] !== answers[index - 1]) lines[lines.length - 1] += ` ${day} ${answers[index]};`;
  }
  return lines;
}

/** The answers as they were reviewed. */
export const reviewedLines = (): readonly string[] => readFileSync(FILE, "utf8").trimEnd().split("\n");

/** From when until when each version of each threshold holds. */
export const historyOf = (rows: readonly ParameterRow[]): readonly string[] => rows.map((row) => `${row.id} ${row.validFrom ?? "?"}..${row.validTo ?? ""}`);
export const reviewedHistory = (): readonly string[] => readFileSync(HISTORY, "utf8").trimEnd().split("\n");

/** For whoever changes the law: writes what the rules answer now, to be read line by line as a difference. */
export function writeAnswers(): void {
  const cases = boundaryCases();
  writeFileSync(FILE, `${linesOf(cases, cases.map((entry) => answerOf(entry, lawBook))).join("\n")}\n`);
  writeFileSync(HISTORY, `${historyOf(parameterRows).join("\n")}\n`);
}
