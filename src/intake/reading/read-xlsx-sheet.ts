import { germanDay } from "../../kernel/calendar-day.ts";
import { checkPlace, columnName, EMPTY, refuseFile, textCell, type Cell } from "./cell.ts";
import { dayOfSerial } from "./excel-serial.ts";
import { attribute, scanXml } from "./scan-xml.ts";

export interface SheetContext {
  readonly texts: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly from1904: boolean;
}

interface RawCell {
  row: number;
  column: number;
  type: string;
  style: number;
  value: string;
  formula: string | null;
}

function columnIndex(letters: string): number {
  let n = 0;
  for (const letter of letters) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}

const plainNumber = (value: string): string => {
  const n = Number(value);
  return Number.isInteger(n) && Math.abs(n) < 1e21 ? n.toFixed(0) : value;
};

function valueCell(raw: RawCell, sheet: string, context: SheetContext): Cell {
  const { row, column, value } = raw;
  switch (raw.type) {
    case "s": {
      const text = context.texts[Number(value)];
      if (text === undefined) throw refuseFile("file-broken", `Die Excel-Datei ist beschädigt: Zelle ${columnName(column)}${row} in „${sheet}“ verweist auf einen fehlenden Text.`);
      return textCell(text, "text", row, column);
    }
    case "inlineStr":
    case "str":
      return textCell(value, "text", row, column);
    case "b":
      return { kind: "truth", text: value === "1" ? "WAHR" : "FALSCH" };
    case "e":
      return { ...textCell(value, "error", row, column), note: "Excel zeigt hier einen Fehler." };
    case "d":
      return textCell(value.slice(0, 10), "text", row, column);
    default: {
      if (value === "" || !Number.isFinite(Number(value))) return textCell(value, "text", row, column);
      const day = context.dateStyles[raw.style] === true ? dayOfSerial(Number(value), context.from1904) : null;
      return day === null ? { kind: "number", text: plainNumber(value) } : { kind: "date", text: germanDay(day), day };
    }
  }
}

function finish(raw: RawCell, sheet: string, context: SheetContext): Cell {
  if (raw.formula === null) return raw.value === "" ? EMPTY : valueCell(raw, sheet, context);
  const shown = raw.value === "" ? "" : valueCell(raw, sheet, context).text;
  const source = textCell(`=${raw.formula}`, "formula", raw.row, raw.column);
  return { ...source, note: `Formel: als Text übernommen, nicht ausgerechnet${shown === "" ? "" : `; Excel zeigte zuletzt „${shown.slice(0, 60)}“`}.` };
}

/** Where a cell stands; some writers leave the address out and just count on. */
function place(attributes: string, row: number, nextColumn: number): { row: number; column: number } {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(attribute(attributes, "r") ?? "");
  return match === null ? { row, column: nextColumn } : { row: Number(match[2]), column: columnIndex(match[1] ?? "A") };
}

export function readSheet(xml: string, sheet: string, context: SheetContext): Cell[][] {
  const rows: Cell[][] = [];
  let row = 0;
  let nextColumn = 0;
  let cell: RawCell | null = null;
  let into: "value" | "formula" | null = null;
  const put = (raw: RawCell): void => {
    const made = finish(raw, sheet, context);
    if (made.kind === "empty") return;
    checkPlace(raw.row, raw.column, `Das Blatt „${sheet}“`);
    while (rows.length < raw.row) rows.push([]);
    const line = rows[raw.row - 1] ?? [];
    while (line.length < raw.column) line.push(EMPTY);
    line[raw.column] = made;
  };
  scanXml(xml, `Blatt „${sheet}“`, {
    open: (name, attributes) => {
      if (name === "row") {
        row = Number(attribute(attributes, "r") ?? row + 1);
        nextColumn = 0;
      } else if (name === "c") {
        const at = place(attributes, row, nextColumn);
        nextColumn = at.column + 1;
        cell = { ...at, type: attribute(attributes, "t") ?? "n", style: Number(attribute(attributes, "s") ?? 0), value: "", formula: null };
      } else if (cell !== null && (name === "v" || name === "t")) into = "value";
      else if (cell !== null && name === "f") {
        into = "formula";
        cell.formula = "";
      }
    },
    text: (text) => {
      if (cell !== null && into === "value") cell.value += text;
      else if (cell !== null && into === "formula") cell.formula = (cell.formula ?? "") + text;
    },
    close: (name) => {
      if (name === "c" && cell !== null) {
        put(cell);
        cell = null;
      } else if (name === "v" || name === "t" || name === "f") into = null;
    },
  });
  return rows;
}
