import { stringify } from "csv-stringify/sync";
import { phaseLabel } from "../../cases/index.ts";
import type { CaseLine } from "../../cases/reading/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { LIST_COLUMNS, type ListColumn } from "./list-address.ts";

const day = (on: string | null): string => (on === null ? "" : germanDay(on as CalendarDay));
const CELLS: Readonly<Record<ListColumn, (line: CaseLine) => string | number>> = {
  number: (line) => line.number,
  phase: (line) => phaseLabel(line.phase),
  persons: (line) => line.personCount,
  born: (line) => line.birthYear ?? "",
  lead: (line) => line.leadName,
  due: (line) => day(line.nextDueOn),
  contact: (line) => day(line.lastContactOn),
  opened: (line) => day(line.openedOn),
};

const rowsOf = (lines: readonly CaseLine[], columns: readonly ListColumn[]) => lines.map((line) => [line.name, line.nameOwn, ...columns.map((column) => CELLS[column](line))]);
const FOR_EXCEL = { delimiter: ";", escape_formulas: true, record_delimiter: "windows" } as const;

/** For a German Excel: semicolons, a byte order mark, and nothing that a cell could run as a formula. */
export const caseListCsv = (lines: readonly CaseLine[], columns: readonly ListColumn[]): string =>
  stringify([["Name", "Name in eigener Schrift", ...columns.map((column) => LIST_COLUMNS[column])], ...rowsOf(lines, columns)], { ...FOR_EXCEL, bom: true });

/** The rows that follow those. */
export const moreCaseListCsv = (lines: readonly CaseLine[], columns: readonly ListColumn[]): string => stringify(rowsOf(lines, columns), FOR_EXCEL);
