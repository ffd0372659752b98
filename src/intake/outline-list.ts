import type { ColumnMap, SheetOutline } from "./import-list.ts";
import { type Cell, recogniseColumns, type Columns, type OpenTable, type Sheet } from "./reading/index.ts";

export interface OutlineChoice {
  readonly sheetName: string;
  /** index; null: to be found */
  readonly headerRow: number | null;
}

export interface ListOutline {
  readonly notes: readonly string[];
  readonly sheets: readonly SheetOutline[];
}

const SAMPLES = 3;
const clip = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text).replace(/\s+/g, " ");

function outlineSheet(sheet: Sheet, lines: Iterable<readonly Cell[]>, headerRow: number | null): SheetOutline {
  const found = headerRow === null ? recogniseColumns(sheet.rows) : recogniseColumns(sheet.rows.slice(headerRow));
  const header = headerRow ?? found.headerRow ?? -1;
  // where somebody chose a line that recognises nothing, the columns are still those of this line
  const body = sheet.rows.slice(header + 1);
  const headings = header < 0 ? [] : (sheet.rows[header] ?? []).map((cell) => clip(cell.text));
  const width = Math.max(headings.length, ...body.slice(0, 200).map((row) => row.length), 0);
  const samples = Array.from({ length: width }, (_, column) => body.slice(0, 400).map((row) => row[column]?.text ?? "").filter((text) => text.trim() !== "").slice(0, SAMPLES).map(clip));
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    lineCount: filledLines(lines, header + 1),
    headerRow: header,
    headings: Array.from({ length: width }, (_, column) => headings[column] ?? ""),
    samples,
    columns: found.columns,
    doubtful: Object.entries(found.confidence).filter(([, how]) => how !== "heading-and-content").map(([field]) => field as keyof Columns),
  };
}

function filledLines(lines: Iterable<readonly Cell[]>, from: number): number {
  let [count, at] = [0, 0];
  for (const row of lines) {
    if (at >= from && row.some((cell) => cell.text.trim() !== "")) count += 1;
    at += 1;
  }
  return count;
}

export const outlineList = ({ head, rows }: OpenTable, choice: OutlineChoice | null): ListOutline => ({
  notes: head.notes,
  sheets: head.sheets.map((sheet) => outlineSheet(sheet, rows(sheet), choice?.sheetName === sheet.name ? choice.headerRow : null)),
});

/** The sheet that most looks like the list: shown, most recognised columns, most lines. */
export function likeliestSheet(sheets: readonly SheetOutline[]): SheetOutline | undefined {
  const known = (sheet: SheetOutline): number => Object.values(sheet.columns).filter((column) => column !== null).length;
  return [...sheets].sort((a, b) => Number(a.hidden) - Number(b.hidden) || known(b) - known(a) || b.lineCount - a.lineCount)[0];
}

/** Spellings in the column of case managers, the most frequent first. */
export function managerSpellings({ head, rows }: OpenTable, sheetName: string, map: ColumnMap): { spelling: string; count: number }[] {
  const column = map.columns.manager;
  const sheet = head.sheets.find((s) => s.name === sheetName);
  if (column === null || sheet === undefined) return [];
  const counts = new Map<string, number>();
  let line = -1;
  for (const row of rows(sheet)) {
    line += 1;
    if (line <= map.headerRow) continue;
    const spelling = (row[column]?.text ?? "").replace(/\s+/g, " ").trim();
    if (spelling !== "" && spelling.length <= 120) counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
  }
  return [...counts].map(([spelling, count]) => ({ spelling, count })).sort((a, b) => b.count - a.count || (a.spelling < b.spelling ? -1 : 1)).slice(0, 150);
}
