import { languageLabel } from "../../cases/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { factValueWords, questionOf } from "../../perspectives/index.ts";
import { factCatalogue, findRule } from "../../rules/index.ts";
import type { LineForm, Source } from "./sources.data.ts";
import { CODE_WORDS } from "./words.data.ts";

/** `t.kind` → `kind`: a code is said by its table and column. */
const columnOf = (sql: string): string => sql.replace(/^t\./, "").replace(/::text$/, "");

/** A sealed value of a fact, as the question and its answer. */
export function guardedFact(key: string, json: string): string {
  const spec = factCatalogue.get(key);
  const value = JSON.parse(json) as unknown;
  return spec === undefined ? `${key}: ${JSON.stringify(value)}` : `${questionOf(spec)}: ${factValueWords(spec, value)}`;
}
function factValue(said: string): string {
  const at = said.indexOf("=");
  const spec = factCatalogue.get(said.slice(0, at));
  const value = JSON.parse(said.slice(at + 1)) as unknown;
  return spec === undefined ? JSON.stringify(value) : factValueWords(spec, value);
}
/** A Postgres array of plain codes, as text: `{arbeit,wohnen}`. */
const codesOf = (said: string): string[] => said.slice(1, -1).split(",").map((code) => code.replaceAll('"', "")).filter((code) => code !== "");

function say(table: string, sql: string, form: LineForm | undefined, said: string, areas: ReadonlyMap<string, string>): string {
  switch (form) {
    case "day": return germanDay(said as CalendarDay);
    case "flag": return said === "true" ? "ja" : "nein";
    case "area": return areas.get(said) ?? said;
    case "areas": return codesOf(said).map((code) => areas.get(code) ?? code).join(", ");
    case "language": return languageLabel(said);
    case "code": return CODE_WORDS[`${table}.${columnOf(sql)}`]?.[said] ?? said;
    case "factKey": { const spec = factCatalogue.get(said); return spec === undefined ? said : questionOf(spec); }
    case "factValue": return factValue(said);
    case "rule": return findRule(said)?.title ?? said;
    case undefined: return said;
  }
}

/** The values of a row as lines in words; what is empty is left out. */
export const formOf = (source: Source, said: readonly (string | null)[], areas: ReadonlyMap<string, string>): { label: string; value: string }[] =>
  source.lines.flatMap(([label, sql, form], i) => {
    const value = said[i];
    if (value === null || value === undefined || value === "" || value === "{}") return [];
    const words = say(source.table, sql, form, value, areas);
    return words === "" ? [] : [{ label, value: words }];
  });
