import type { CalendarDay } from "../kernel/calendar-day.ts";
import type { Certainty, RowContent } from "./import-list.ts";
import { interpretRow, type Cell, type Columns, type Field, type InterpretedRow } from "./reading/index.ts";

const textOf = (text: string): Cell => (text === "" ? { kind: "empty", text } : { kind: "text", text });

/** A row as it stands, or with what somebody typed over it: the typed text is read by the same rules as the list. */
export function understandRow(content: RowContent, columns: Columns, on: CalendarDay): InterpretedRow {
  const edits = Object.entries(content.edits ?? {}) as [Field, string][];
  if (edits.length === 0) return interpretRow(content.cells, columns, on);
  const used = { ...columns } as Record<Field, number | null>;
  const cells = [...content.cells];
  for (const [field, text] of edits) {
    used[field] = cells.length;
    cells.push(textOf(text));
  }
  // a part typed for itself replaces the cell that held both
  if (content.edits?.family !== undefined || content.edits?.given !== undefined) used.wholeName = null;
  if (content.edits?.street !== undefined) used.address = null;
  return interpretRow(cells, used, on);
}

export interface Judged {
  readonly certainty: Certainty;
  /** sorted codes, so that rows with the same doubts can be decided at once */
  readonly issues: readonly string[];
}

/** How sure a row is as a whole: its least certain cell; a likely double is to be looked at too. */
export function judgeRow(row: InterpretedRow, isDouble: boolean): Judged {
  const issues = row.problems.map((problem) => `${problem.field}:${problem.certainty}`);
  if (row.family.value === null && row.given.value === null) issues.push("family:unreadable");
  if (isDouble) issues.push("duplicate");
  const unique = Array.from(new Set(issues)).sort();
  const certainty = unique.some((code) => code.endsWith(":unreadable")) ? "unreadable" : unique.length > 0 ? "check" : "clear";
  return { certainty, issues: unique };
}

/** What makes two rows the same row: all cells but the running number, whatever the spaces. */
export const fingerprintText = (cells: readonly Cell[], columns: Columns): string => {
  const texts = cells.map((cell, i) => (i === columns.rowNumber ? "" : (cell.day ?? cell.text).normalize("NFC").replace(/\s+/g, " ").trim()));
  while (texts.at(-1) === "") texts.pop();
  return texts.join("\u001f");
};

export const trimCells = (cells: readonly Cell[]): readonly Cell[] => {
  let end = cells.length;
  while (end > 0 && cells[end - 1]?.text === "") end -= 1;
  return cells.slice(0, end);
};
