import { LIMITS, refuseFile, type Table } from "./cell.ts";
import { readCsv } from "./read-csv.ts";
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
