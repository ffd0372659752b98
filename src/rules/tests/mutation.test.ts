import { expect, test } from "vitest";
import { LawBook, type ParameterRow } from "../engine/parameters.ts";
import { parametersOf } from "../evaluate/reach.ts";
import { allRules } from "../all-rules.ts";
import { lawBook, parameterRows } from "../law-book.ts";
import { answerOf, boundaryCases, historyOf, linesOf, reviewedHistory, reviewedLines } from "./boundary-run.test-support.ts";
import { shownOnly } from "./shown-only.test-support.ts";

const cases = boundaryCases();
const answers = cases.map((entry) => answerOf(entry, lawBook));

test("on the days around every change of law, facts around every threshold get the reviewed answers", () => {
  expect(linesOf(cases, answers)).toEqual(reviewedLines());
});

const moved = (day: string | null, by: number): string | null => (day === null ? null : new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10));

/** Every value changed by one. */
function changedValues(row: ParameterRow): readonly ParameterRow["value"][] {
  if (typeof row.value === "number") return [row.value + 1, row.value - 1].filter((value) => value >= 0);
  if (typeof row.value === "boolean") return [!row.value];
  if (row.unit === "date") return [moved(row.value, 1)!, moved(row.value, -1)!];
  if (row.value.startsWith(">")) return [`>${Number(row.value.slice(1)) + 1}`, `>${Number(row.value.slice(1)) - 1}`];
  return [row.value === "SOLL" ? "KANN" : "SOLL"];
}

/** Every day of validity moved by one. */
const changedDays = (row: ParameterRow): readonly ParameterRow[] =>
  (["validFrom", "validTo"] as const).flatMap((key) => (row[key] === null ? [] : [{ ...row, [key]: moved(row[key], 1) }, { ...row, [key]: moved(row[key], -1) }]));

const history = reviewedHistory();

/* A moved day that changes no answer is one that the law itself makes idle: seven years with a course are more than the five of
   the new law. The reviewed history holds those. */
test("changing any threshold by one changes an answer; moving a day of its validity changes an answer or the reviewed history", () => {
  expect(historyOf(parameterRows)).toEqual(history);
  const survivors: string[] = [];
  let byAnswers = 0;
  for (const [index, row] of parameterRows.entries()) {
    if (shownOnly.has(row.id)) continue;
    const users = new Set(allRules.filter((rule) => [...parametersOf(rule).required, ...parametersOf(rule).optional].includes(row.id)).map((rule) => rule.id));
    const affected = cases.flatMap((entry, at) => (users.has(entry.rule.id) ? [at] : []));
    const changesAnAnswer = (mutant: ParameterRow): boolean => {
      const book = new LawBook(parameterRows.with(index, mutant));
      return affected.some((at) => answerOf(cases[at]!, book) !== answers[at]);
    };
    for (const value of changedValues(row)) if (!changesAnAnswer({ ...row, value })) survivors.push(`${row.id} ${row.validFrom}..${row.validTo}: ${row.value} -> ${value}`);
    for (const mutant of changedDays(row)) {
      if (changesAnAnswer(mutant)) byAnswers += 1;
      else if (historyOf([mutant])[0] === history[index]) survivors.push(`${row.id} ${mutant.validFrom}..${mutant.validTo}`);
    }
  }
  expect(survivors).toEqual([]);
  expect(byAnswers).toBeGreaterThan(100);
}, 120_000);

test("the versions of a threshold follow each other without a hole and without an overlap", () => {
  const wrong = parameterRows.filter((row) => row.validTo !== null && !/^(104c\.available|stag10\.years(IntegrationCourse|Special|Turbo)|stag10\.(livelihoodNotAttributableWaiver|excluded23_1|excluded18d)|25a\.minAgeAtApplication|60d\.weeklyHoursSingleParent)$/.test(row.id))
    .filter((row) => !parameterRows.some((next) => next.id === row.id && next.validFrom === moved(row.validTo, 1)));
  expect(wrong).toEqual([]);
});

test("thresholds that change no answer are shown as the list has them", () => {
  const used = new Set(allRules.flatMap((rule) => parametersOf(rule).required.concat(parametersOf(rule).optional)));
  expect(parameterRows.every((row) => used.has(row.id) || shownOnly.has(row.id))).toBe(true);
  for (const [id, values] of shownOnly) {
    const rows = parameterRows.filter((row) => row.id === id);
    expect(rows.map((row) => String(row.value)), id).toEqual(values);
  }
});
