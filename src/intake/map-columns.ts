import { record } from "../audit/index.ts";
import type { WriteTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";
import { enqueue } from "../jobs/index.ts";
import { Refused, Stale } from "../kernel/errors.ts";
import type { Refusal } from "../kernel/refusal.ts";
import { loadFile } from "./import-file.ts";
import { type ColumnMap, type ImportRecord, type ImportState, NEXT_STATES, type Outline } from "./import-list.ts";
import { listCaseWorkers, lockImport, moveImport, updateMapping } from "./imports.sql.ts";
import type { ListAnswer } from "./list-task.ts";
import { FIELD_LABELS, type Columns, type Field } from "./reading/index.ts";
import { openOutline, sealOutline } from "./sealed-import.ts";
import { outlineOf } from "./start-import.ts";
import { firstAnswer } from "./work-on-list.ts";

export interface MappingInput {
  readonly sheetName: string;
  /** line of the headings as Excel counts them; 0 where there is none */
  readonly headerLine: number;
  /** per column the field it holds */
  readonly fields: readonly (Field | null)[];
  /** account by spelling */
  readonly managers: ReadonlyMap<string, string | null>;
}

export const FIELDS = Object.keys(FIELD_LABELS) as Field[];

export function demandState(list: ImportRecord, wanted: ImportState): void {
  if (NEXT_STATES[list.state].includes(wanted)) return;
  throw new Refused([{ code: "import-state", sentence: "In diesem Stand des Imports geht das nicht mehr. Bitte laden Sie die Seite neu." }]);
}
export function demandVersion(list: ImportRecord, version: number): void {
  if (list.version !== version) throw new Stale({ state: list.state, version: list.version });
}

function columnsOf(fields: readonly (Field | null)[]): Columns {
  const refusals: Refusal[] = [];
  const columns = Object.fromEntries(FIELDS.map((field) => [field, null])) as Record<Field, number | null>;
  for (const [column, field] of fields.entries()) {
    if (field === null) continue;
    if (columns[field] !== null) refusals.push({ code: "column-twice", field: `spalte-${column}`, sentence: `„${FIELD_LABELS[field]}“ ist zwei Spalten zugeordnet. Bitte wählen Sie für eine davon etwas anderes.` });
    columns[field] = column;
  }
  if (columns.family === null && columns.given === null && columns.wholeName === null) refusals.push({ code: "column-name-missing", field: "spalte-0", sentence: "Keine Spalte enthält den Namen. Bitte ordnen Sie eine Spalte dem Nachnamen zu." });
  if (refusals.length > 0) throw new Refused(refusals);
  return columns;
}

/** Another sheet, or another line of headings: recognised anew; nothing else is changed. */
export async function chooseSheet(tx: WriteTx, asking: Asking, id: string, version: number, choice: { sheetName: string; headerLine: number | null }): Promise<void> {
  const list = await lockImport(tx, asking.session.tenantId, id);
  demandState(list, "reading");
  demandVersion(list, version);
  const before = openOutline(asking.app, list);
  if (before?.sheets.every((sheet) => sheet.name !== choice.sheetName) !== false) throw new Refused([{ code: "sheet-unknown", field: "blatt", sentence: "Dieses Tabellenblatt gibt es in der Datei nicht." }]);
  const headerRow = choice.headerLine === null ? null : choice.headerLine - 1;
  await recogniseAnew(tx, asking, list, before, { sheetName: choice.sheetName, headerRow }, null);
}

async function recogniseAnew(tx: WriteTx, asking: Asking, list: ImportRecord, before: Outline | null, choice: { sheetName: string; headerRow: number | null }, map: ColumnMap | null): Promise<Outline> {
  const bytes = await loadFile(asking.app, list);
  const answer = (await firstAnswer({ kind: "outline", bytes, fileName: list.fileName, choice: choice.headerRow === -1 ? { ...choice, headerRow: null } : choice, map })) as Extract<ListAnswer, { kind: "outlined" }>;
  const outline = outlineOf(answer, await listCaseWorkers(tx), new Map((before?.managers ?? []).filter((m) => m.certain).map((m) => [m.spelling, m.accountId])));
  const rowCount = outline.sheets.find((sheet) => sheet.name === answer.sheetName)?.lineCount ?? 0;
  if ((await updateMapping(tx, list, { sheetName: answer.sheetName, columnMap: answer.map, outline: sealOutline(asking.app, list, outline), rowCount })) !== 1) throw new Stale({});
  await record(tx, asking, { action: "import.mapped", objectKind: "import", objectIds: [list.id] });
  return outline;
}

/**
 * Columns and case managers as somebody checked them. Orders the reading, unless other columns brought spellings to light that
 * nobody has seen: then those are to be mapped first, and the answer is false.
 */
export async function mapColumns(tx: WriteTx, asking: Asking, id: string, version: number, input: MappingInput): Promise<boolean> {
  const list = await lockImport(tx, asking.session.tenantId, id);
  demandState(list, "reading");
  demandVersion(list, version);
  const columnMap: ColumnMap = { headerRow: input.headerLine - 1, columns: columnsOf(input.fields) };
  const before = openOutline(asking.app, list);
  if (before === null) throw new Refused([{ code: "import-state", sentence: "Die Datei dieses Imports gibt es nicht mehr." }]);
  const workers = new Set((await listCaseWorkers(tx)).map((worker) => worker.id));
  const managers = before.managers.map((manager) => {
    const chosen = input.managers.get(manager.spelling);
    return chosen === undefined ? manager : { ...manager, accountId: chosen !== null && workers.has(chosen) ? chosen : null, certain: true };
  });
  const decided = { ...before, managers };
  if (columnMap.columns.manager !== list.columnMap?.columns.manager) {
    const outline = await recogniseAnew(tx, asking, list, decided, { sheetName: list.sheetName, headerRow: null }, columnMap);
    if (outline.managers.length > 0) return false;
    await orderReading(tx, asking, id);
    return true;
  }
  if ((await updateMapping(tx, list, { sheetName: list.sheetName, columnMap, outline: sealOutline(asking.app, list, decided), rowCount: list.rowCount })) !== 1) throw new Stale({});
  await record(tx, asking, { action: "import.mapped", objectKind: "import", objectIds: [id] });
  await orderReading(tx, asking, id);
  return true;
}

async function orderReading(tx: WriteTx, asking: Asking, id: string): Promise<void> {
  await moveImport(tx, await lockImport(tx, asking.session.tenantId, id), "reading");
  await enqueue(tx, asking, "intake.read", id);
}
