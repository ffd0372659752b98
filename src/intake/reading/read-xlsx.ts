import { LIMITS, refuseFile, type Sheet, type Table } from "./cell.ts";
import { openZip, type Zip } from "./read-zip.ts";
import { readSheet } from "./read-xlsx-sheet.ts";
import { attribute, scanXml } from "./scan-xml.ts";

const part = (zip: Zip, name: string): string => {
  const text = zip.read(name);
  if (text === null) throw refuseFile("file-broken", `Die Excel-Datei ist unvollständig: Der Teil „${name}“ fehlt. Bitte speichern Sie sie in Excel neu.`);
  return text;
};

function relations(zip: Zip): Map<string, string> {
  const targets = new Map<string, string>();
  scanXml(part(zip, "xl/_rels/workbook.xml.rels"), "Arbeitsmappe", {
    open: (name, attributes) => {
      const [id, target] = [attribute(attributes, "Id"), attribute(attributes, "Target")];
      // absolute in some writers, relative to xl/ in others
      if (name === "Relationship" && id !== null && target !== null) targets.set(id, target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    },
  });
  return targets;
}

/** Texts that cells point to; of rich text the letters, without the reading aids of Japanese. */
function sharedTexts(zip: Zip): string[] {
  const xml = zip.read("xl/sharedStrings.xml");
  const texts: string[] = [];
  let current = "";
  let [inText, inReading] = [false, false];
  if (xml !== null) {
    scanXml(xml, "Texte", {
      open: (name) => {
        if (name === "si") current = "";
        else if (name === "t") inText = true;
        else if (name === "rPh") inReading = true;
      },
      text: (text) => {
        if (inText && !inReading) current += text;
      },
      close: (name) => {
        if (name === "si") texts.push(current);
        else if (name === "t") inText = false;
        else if (name === "rPh") inReading = false;
      },
    });
  }
  return texts;
}

const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** A number format shows a day if it has day or year in it, or a month without hours. */
function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, "").toLowerCase();
  if (/general|standard/.test(bare)) return false;
  return /[dyj]/.test(bare) || (/m/.test(bare) && !/[hs0#]/.test(bare));
}

/** For each cell style whether it shows a date. */
function dateStyles(zip: Zip): boolean[] {
  const styles: boolean[] = [];
  const custom = new Map<number, boolean>();
  let inCellFormats = false;
  const xml = zip.read("xl/styles.xml");
  if (xml === null) return styles;
  scanXml(xml, "Formate", {
    open: (name, attributes) => {
      if (name === "cellXfs") inCellFormats = true;
      else if (name === "numFmt") custom.set(Number(attribute(attributes, "numFmtId")), isDateFormat(attribute(attributes, "formatCode") ?? ""));
      else if (name === "xf" && inCellFormats) {
        const id = Number(attribute(attributes, "numFmtId") ?? 0);
        styles.push(custom.get(id) ?? BUILT_IN_DATES.has(id));
      }
    },
    close: (name) => {
      if (name === "cellXfs") inCellFormats = false;
    },
  });
  return styles;
}

interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly id: string; readonly hidden: boolean }[];
  readonly from1904: boolean;
}

function readWorkbook(zip: Zip): Workbook {
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  let from1904 = false;
  scanXml(part(zip, "xl/workbook.xml"), "Arbeitsmappe", {
    open: (name, attributes) => {
      if (name === "workbookPr") from1904 = ["1", "true"].includes(attribute(attributes, "date1904") ?? "");
      if (name === "sheet")
        sheets.push({ name: attribute(attributes, "name") ?? `Tabelle ${sheets.length + 1}`, id: attribute(attributes, "id") ?? "", hidden: (attribute(attributes, "state") ?? "visible") !== "visible" });
    },
  });
  return { sheets, from1904 };
}

function refuseOtherKinds(zip: Zip): void {
  const has = (name: string): boolean => zip.entries.has(name);
  if (has("xl/vbaProject.bin")) throw refuseFile("file-has-macros", "Die Datei enthält Makros (.xlsm). Bitte speichern Sie sie in Excel als „Excel-Arbeitsmappe (.xlsx)“ ohne Makros.");
  if (has("content.xml")) throw refuseFile("file-kind", "Die Datei ist eine OpenDocument-Tabelle (.ods). Bitte speichern Sie sie als .xlsx oder als CSV.");
  if (has("xl/workbook.bin")) throw refuseFile("file-kind", "Die Datei ist eine Excel-Binärdatei (.xlsb). Bitte speichern Sie sie als .xlsx.");
  if (!has("xl/workbook.xml")) throw refuseFile("file-kind", "Die Datei ist ein Archiv, aber keine Excel-Liste: Der Teil „xl/workbook.xml“ fehlt. Bitte wählen Sie eine .xlsx- oder CSV-Datei.");
}

/** `only`: other sheets are left unread. */
export function readXlsx(bytes: Uint8Array, only?: string): Table {
  const zip = openZip(bytes);
  refuseOtherKinds(zip);
  const workbook = readWorkbook(zip);
  const targets = relations(zip);
  if (workbook.sheets.length === 0 || workbook.sheets.length > LIMITS.sheets)
    throw refuseFile("file-sheets", `Die Excel-Datei hat ${workbook.sheets.length} Tabellenblätter; gelesen werden 1 bis ${LIMITS.sheets}.`);
  const context = { texts: sharedTexts(zip), dateStyles: dateStyles(zip), from1904: workbook.from1904 };
  const sheets = workbook.sheets.flatMap((sheet): Sheet[] => {
    const target = targets.get(sheet.id);
    // chart sheets have no cells
    if (target === undefined || !target.includes("worksheets/") || (only !== undefined && sheet.name !== only)) return [];
    return [{ name: sheet.name, hidden: sheet.hidden, rows: readSheet(part(zip, target), sheet.name, context) }];
  });
  if (sheets.every((sheet) => sheet.rows.length === 0)) throw refuseFile("file-empty", "Die Excel-Datei enthält keine ausgefüllten Zellen.");
  return { sheets, notes: workbook.from1904 ? ["Die Datei zählt Tage ab 1904 (Excel für Mac); das ist berücksichtigt."] : [] };
}
