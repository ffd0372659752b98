import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { Refused } from "../../kernel/errors.ts";

/** One cell as it stood in the file. Formulas are text and never evaluated. */
export interface Cell {
  readonly kind: "empty" | "text" | "number" | "date" | "formula" | "error" | "truth";
  /** what a reader of the sheet sees; of a formula its source, with the leading = */
  readonly text: string;
  /** only of cells that Excel itself keeps as a date */
  readonly day?: CalendarDay;
  /** what was done to it, in German: control characters taken out, a formula not evaluated */
  readonly note?: string;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** rows[0] is line 1 of the sheet; empty lines are empty lists, short lines stay short */
  readonly rows: readonly (readonly Cell[])[];
}

export interface Table {
  readonly sheets: readonly Sheet[];
  /** what was taken for granted about the file, in German: encoding, separator */
  readonly notes: readonly string[];
}

export const LIMITS = { bytes: 50_000_000, unpackedBytes: 300_000_000, rows: 200_000, columns: 200, cellLength: 32_767, sheets: 50 } as const;
export const EMPTY: Cell = { kind: "empty", text: "" };

export const refuseFile = (code: string, sentence: string): Refused => new Refused([{ code, sentence, field: "file" }]);

/** 0 → A, 27 → AB: as Excel heads its columns. */
export function columnName(index: number): string {
  let name = "";
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

// Zero-width joiners stay: Persian is written with them. Marks that turn the direction of reading go.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** Text of a cell without control characters; says so where it took some out. */
export function textCell(raw: string, kind: Cell["kind"], row: number, column: number): Cell {
  if (raw === "") return EMPTY;
  if (raw.length > LIMITS.cellLength)
    throw refuseFile("file-cell-too-long", `Zelle ${columnName(column)}${row} hat ${raw.length} Zeichen; mehr als ${LIMITS.cellLength} kann Excel nicht speichern. Bitte prüfen Sie die Datei an dieser Stelle.`);
  const text = raw.replace(/\r\n?/g, "\n").replace(CONTROL, "");
  if (text.length === raw.replace(/\r\n?/g, "\n").length) return { kind, text };
  return { kind: text === "" ? "empty" : kind, text, note: "Unsichtbare Steuerzeichen wurden entfernt." };
}

export function checkPlace(row: number, column: number, sheet: string): void {
  if (row > LIMITS.rows)
    throw refuseFile("file-too-many-rows", `${sheet} hat Einträge ab Zeile ${row}; gelesen werden höchstens 200.000 Zeilen. Bitte teilen Sie die Liste.`);
  if (column >= LIMITS.columns)
    throw refuseFile("file-too-many-columns", `${sheet} hat in Zeile ${row} mehr als ${LIMITS.columns} Spalten. Bitte löschen Sie überzählige Spalten oder prüfen Sie das Trennzeichen.`);
}
