import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import { listReport, type ReportRow } from "./import-rows.sql.ts";
import { outcomeWords } from "./import.page.tsx";
import type { ReadTx } from "../db/index.ts";

const PAGE = 5000;
const HEAD = ["Zeile", "Ergebnis", "Fall", "Zuständig"];
const line = (row: ReportRow): string[] => [String(row.rowNo), outcomeWords(row), row.number ?? "", row.lead ?? ""];

/** One line per row of the list, safe to open in Excel: what begins like a formula is marked as text. */
export async function reportCsv(tx: ReadTx, tenantId: string, importId: string): Promise<string> {
  const lines: string[][] = [];
  for (let after = 0; ; ) {
    const rows = await listReport(tx, tenantId, importId, after, PAGE);
    lines.push(...rows.map(line));
    if (rows.length < PAGE) break;
    after = rows.at(-1)!.rowNo;
  }
  const out = Readable.from(lines).pipe(stringify({ header: true, columns: HEAD, delimiter: ";", bom: true, escape_formulas: true, record_delimiter: "windows" }));
  let text = "";
  for await (const piece of out) text += String(piece);
  return text;
}
