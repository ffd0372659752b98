import type { CalendarDay } from "../kernel/calendar-day.ts";
import { proposePairs, type MatchInput } from "../persons/index.ts";
import { doublesByRow, personKey, rowKey, type Doubles } from "./find-doubles.ts";
import type { Certainty, ColumnMap } from "./import-list.ts";
import { likeliestSheet, managerSpellings, outlineList, type ListOutline, type OutlineChoice } from "./outline-list.ts";
import { matchInputOf, readTable, type Cell, type Table } from "./reading/index.ts";
import { fingerprintText, judgeRow, trimCells, understandRow } from "./understand-row.ts";

/** What the thread is asked: to outline a list, or to read and match all its rows. */
export type ListTask =
  | { readonly kind: "outline"; readonly bytes: Uint8Array; readonly fileName: string; readonly choice: OutlineChoice | null; readonly map: ColumnMap | null }
  | { readonly kind: "check"; readonly bytes: Uint8Array; readonly fileName: string; readonly sheetName: string; readonly map: ColumnMap; readonly on: CalendarDay; readonly known: readonly MatchInput[] };

export interface CheckedRow {
  readonly rowNo: number;
  readonly cells: readonly Cell[];
  readonly fingerprint: string;
  readonly certainty: Certainty;
  readonly issues: readonly string[];
  readonly isWaitingList: boolean;
  readonly doubles: Doubles | null;
}
export type ListAnswer =
  | { readonly kind: "outlined"; readonly outline: ListOutline; readonly sheetName: string; readonly map: ColumnMap; readonly spellings: readonly { spelling: string; count: number }[] }
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "rows"; readonly rows: readonly CheckedRow[]; readonly total: number };

const CHUNK = 2000;

/** Where it is recomputed: reading and comparing are long and hold their thread, so this runs in one of its own. */
export async function* runListTask(task: ListTask): AsyncGenerator<ListAnswer> {
  const table = await readTable(task.bytes, task.fileName);
  if (task.kind === "outline") yield outlined(table, task);
  else yield* checked(table, task);
}

function outlined(table: Table, task: Extract<ListTask, { kind: "outline" }>): ListAnswer {
  const outline = outlineList(table, task.choice);
  const sheet = outline.sheets.find((s) => s.name === task.choice?.sheetName) ?? likeliestSheet(outline.sheets);
  const map = task.map ?? { headerRow: sheet?.headerRow ?? -1, columns: sheet?.columns ?? NO_COLUMNS };
  return { kind: "outlined", outline, sheetName: sheet?.name ?? "", map, spellings: managerSpellings(table, sheet?.name ?? "", map) };
}
const NO_COLUMNS = {} as ColumnMap["columns"];

async function* checked(table: Table, task: Extract<ListTask, { kind: "check" }>): AsyncGenerator<ListAnswer> {
  const { columns, headerRow } = task.map;
  const lines = (table.sheets.find((sheet) => sheet.name === task.sheetName)?.rows ?? []).slice(headerRow + 1);
  const inputs: MatchInput[] = [];
  const light: Omit<CheckedRow, "doubles">[] = [];
  for (const [index, line] of lines.entries()) {
    if (index % CHUNK === 0) yield { kind: "progress", done: index, total: lines.length * 2 };
    const cells = trimCells(line);
    const row = understandRow({ cells }, columns, task.on);
    if (row.blank) continue;
    const rowNo = headerRow + 2 + index;
    inputs.push(matchInputOf(row, rowKey(rowNo)));
    light.push({ rowNo, cells, fingerprint: fingerprintText(cells, columns), ...judgeRow(row, false), isWaitingList: row.waitingList.value === true });
  }
  yield { kind: "progress", done: lines.length, total: lines.length * 2 };
  const doubles = doublesByRow(proposePairs([...inputs, ...task.known.map((known) => ({ ...known, id: personKey(known.id) }))]));
  for (let at = 0; at < light.length; at += CHUNK) {
    yield { kind: "rows", total: light.length, rows: light.slice(at, at + CHUNK).map((row) => withDoubles(row, doubles.get(row.rowNo))) };
  }
}

function withDoubles(row: Omit<CheckedRow, "doubles">, doubles: Doubles | undefined): CheckedRow {
  if (doubles === undefined) return { ...row, doubles: null };
  if (doubles.asked === null) return { ...row, doubles };
  const issues = [...row.issues, "duplicate"].sort();
  return { ...row, doubles, issues, certainty: row.certainty === "clear" ? "check" : row.certainty };
}
