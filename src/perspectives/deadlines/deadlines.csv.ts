import { stringify } from "csv-stringify/sync";
import { germanDay } from "../../kernel/calendar-day.ts";
import { detailWords, kindWords, ruleShort, ruleTitle } from "./deadline-words.ts";
import type { DayRow } from "./upcoming-days.sql.ts";

const HEAD = ["Tag", "Was", "Regel", "Bezeichnung", "Näheres", "Offene Fragen", "Name", "Vorname", "Fall"];
const lineOf = (row: DayRow): string[] => [
  germanDay(row.day), kindWords(row), ruleShort(row.rule), ruleTitle(row.rule), detailWords(row), row.is_certain ? "" : "ja", row.family, row.given, row.number ?? "",
];
const FOR_EXCEL = { delimiter: ";", escape_formulas: true, record_delimiter: "windows" } as const;

/** For a German Excel, as every list that is downloaded. */
export const deadlinesCsv = (rows: readonly DayRow[]): string => stringify([HEAD, ...rows.map(lineOf)], { ...FOR_EXCEL, bom: true });
export const moreDeadlinesCsv = (rows: readonly DayRow[]): string => stringify(rows.map(lineOf), FOR_EXCEL);
