import { type Cell, LIMITS, refuseFile, type Sheet, type Table } from "./cell.ts";
import { CSV_SHEET, openCsv, readCsv } from "./read-csv.ts";
import { readXlsx } from "./read-xlsx.ts";

const startsWith = (bytes: Uint8Array, ...first: number[]): boolean => first.every((byte, i) => bytes[i] === byte);
const contains = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, "utf16le"));

/** What a file is, by its first bytes; its name only decides about macros. */
function refuseForeign(bytes: Uint8Array, filename: string): void {
  if (bytes.length === 0) throw refuseFile("file-empty", "Die Datei ist leer. Bitte wählen Sie die Datei mit der Liste.");
  if (bytes.length > LIMITS.bytes) throw refuseFile("file-too-large", `Die Datei ist größer als ${LIMITS.bytes / 1_000_000} MB. Bitte teilen Sie die Liste.`);
  if (/\.(xlsm|xltm|xlam)$/i.test(filename)) throw refuseFile("file-has-macros", "Dateien mit Makros (.xlsm) werden nicht geöffnet. Bitte speichern Sie die Liste in Excel als „Excel-Arbeitsmappe (.xlsx)“.");
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    if (contains(bytes, "EncryptedPackage")) throw refuseFile("file-encrypted", "Die Excel-Datei ist mit einem Kennwort verschlüsselt. Bitte speichern Sie sie ohne Kennwort.");
    throw refuseFile("file-kind", "Die Datei ist im alten Excel-Format (.xls). Bitte speichern Sie sie in Excel als .xlsx.");
  }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw refuseFile("file-kind", "Die Datei ist ein PDF. Bitte wählen Sie die Excel- oder CSV-Datei.");
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 400)).replace(/^\u00ef\u00bb\u00bf/, "").trimStart().toLowerCase();
  if (/^(<!doctype|<html|<table|<head|<body|<\?xml|<meta)/.test(head))
    throw refuseFile("file-kind", "Die Datei ist eine Webseite oder XML, auch wenn sie wie eine Excel-Datei heißt. Bitte öffnen Sie sie in Excel und speichern Sie sie als .xlsx.");
  if (head.startsWith("{\\rtf")) throw refuseFile("file-kind", "Die Datei ist ein Textdokument (RTF). Bitte wählen Sie die Excel- oder CSV-Datei.");
}

/**
 * Reads an .xlsx or CSV file into sheets of cells, without evaluating anything. Throws Refused, with a sentence that says
 * where and what, for whatever is broken, foreign, encrypted or too large.
 */
export async function readTable(bytes: Uint8Array, filename: string): Promise<Table> {
  await Promise.resolve();
  refuseForeign(bytes, filename);
  return startsWith(bytes, 0x50, 0x4b) ? readXlsx(bytes) : readCsv(bytes);
}

/** One sheet, to be gone through more than once; of a CSV file no line is kept. Empty where there is no such sheet. */
export function openRows(bytes: Uint8Array, filename: string, sheetName: string): () => Iterable<readonly Cell[]> {
  refuseForeign(bytes, filename);
  if (!startsWith(bytes, 0x50, 0x4b)) return openCsv(bytes).rows;
  const rows = readXlsx(bytes, sheetName).sheets.find((sheet) => sheet.name === sheetName)?.rows ?? [];
  return () => rows;
}

export interface OpenTable {
  /** of a CSV file its first lines only */
  readonly head: Table;
  /** all lines of a sheet */
  readonly rows: (sheet: Sheet) => Iterable<readonly Cell[]>;
}

/** To look at a file: what stands at its head, and a way through all its lines that keeps none of a CSV file. */
export function openTable(bytes: Uint8Array, filename: string, headLines: number): OpenTable {
  refuseForeign(bytes, filename);
  if (startsWith(bytes, 0x50, 0x4b)) return { head: readXlsx(bytes), rows: (sheet) => sheet.rows };
  const { rows, notes } = openCsv(bytes);
  const head: (readonly Cell[])[] = [];
  for (const cells of rows()) {
    head.push(cells);
    if (head.length === headLines) break;
  }
  return { head: { sheets: [{ name: CSV_SHEET, hidden: false, rows: head }], notes }, rows };
}
