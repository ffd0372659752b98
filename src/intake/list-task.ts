import type { CalendarDay } from "../kernel/calendar-day.ts";
import type { KnownPersons } from "../persons/index.ts";
// not by the large door: the thread would load every page of the product
import { PairFinder } from "../persons/matching/index.ts";
import { doublesByRow, personKey, rowKey, type Doubles } from "./find-doubles.ts";
import type { Certainty, ColumnMap } from "./import-list.ts";
import { likeliestSheet, managerSpellings, outlineList, type ListOutline, type OutlineChoice } from "./outline-list.ts";
import { matchInputOf, openRows, openTable, type Cell, type OpenTable } from "./reading/index.ts";
import { fingerprintText, judgeRow, type Judged, trimCells, understandRow } from "./understand-row.ts";

/** What the thread is asked: to outline a list, or to read and match all its rows. */
export type ListTask =
  | { readonly kind: "outline"; readonly bytes: Uint8Array; readonly fileName: string; readonly choice: OutlineChoice | null; readonly map: ColumnMap | null }
  | { readonly kind: "check"; readonly bytes: Uint8Array; readonly fileName: string; readonly sheetName: string; readonly map: ColumnMap; readonly on: CalendarDay };
type CheckTask = Extract<ListTask, { kind: "check" }>;

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
/** more than recognising and its examples look at */
const HEAD_LINES = 1000;

/** Where it is recomputed: reading and comparing are long and hold their thread, so this runs in one of its own. */
export async function* runListTask(task: ListTask, known: KnownPersons): AsyncGenerator<ListAnswer> {
  if (task.kind === "outline") yield outlined(openTable(task.bytes, task.fileName, Math.max(task.choice?.headerRow ?? 0, 0) + HEAD_LINES), task);
  else yield* new Checking(task, openRows(task.bytes, task.fileName, task.sheetName)).all(known);
}

function outlined(table: OpenTable, task: Extract<ListTask, { kind: "outline" }>): ListAnswer {
  const outline = outlineList(table, task.choice);
  const sheet = outline.sheets.find((s) => s.name === task.choice?.sheetName) ?? likeliestSheet(outline.sheets);
  const map = task.map ?? { headerRow: sheet?.headerRow ?? -1, columns: sheet?.columns ?? NO_COLUMNS };
  return { kind: "outlined", outline, sheetName: sheet?.name ?? "", map, spellings: managerSpellings(table, sheet?.name ?? "", map) };
}
const NO_COLUMNS = {} as ColumnMap["columns"];

type Verdict = Judged & { readonly isWaitingList: boolean };

/**
 * Goes through the list twice: first every row is understood and given to the comparison, and only its verdict is kept (a few
 * dozen kinds of verdict in all); then the rows are read again and handed out with theirs.
 */
class Checking {
  readonly #task: CheckTask;
  readonly #rows: () => Iterable<readonly Cell[]>;
  readonly #finder = new PairFinder();
  readonly #verdicts = new Map<string, Verdict>();
  /** by place under the headings; undefined: nothing stands in the line */
  readonly #byLine: (Verdict | undefined)[] = [];
  #count = 0;

  constructor(task: CheckTask, rows: () => Iterable<readonly Cell[]>) {
    this.#task = task;
    this.#rows = rows;
  }

  async *all(known: KnownPersons): AsyncGenerator<ListAnswer> {
    const total = this.#total();
    yield { kind: "progress", done: 0, total: total * 2 };
    yield* this.#understand(total);
    for (let some = await known(); some.length > 0; some = await known()) for (const person of some) this.#finder.add({ ...person, id: personKey(person.id) });
    const doubles = doublesByRow(this.#finder.pairs());
    yield* this.#handOut(doubles);
  }

  *#body(): Generator<[number, readonly Cell[]]> {
    let line = 0;
    for (const cells of this.#rows()) {
      if (line > this.#task.map.headerRow) yield [line, trimCells(cells)];
      line += 1;
    }
  }
  #total(): number {
    let total = 0;
    for (const _line of this.#body()) total += 1;
    return total;
  }

  *#understand(total: number): Generator<ListAnswer> {
    const { columns } = this.#task.map;
    for (const [line, cells] of this.#body()) {
      const done = this.#byLine.length;
      if (done % CHUNK === 0 && done > 0) yield { kind: "progress", done, total: total * 2 };
      const row = understandRow({ cells }, columns, this.#task.on);
      this.#byLine.push(row.blank ? undefined : this.#verdict({ ...judgeRow(row, false), isWaitingList: row.waitingList.value === true }));
      if (row.blank) continue;
      this.#count += 1;
      this.#finder.add(matchInputOf(row, rowKey(line + 1)));
    }
    yield { kind: "progress", done: total, total: total * 2 };
  }
  #verdict(verdict: Verdict): Verdict {
    const key = `${verdict.certainty}|${verdict.isWaitingList}|${verdict.issues.join()}`;
    const known = this.#verdicts.get(key) ?? verdict;
    this.#verdicts.set(key, known);
    return known;
  }

  *#handOut(doubles: ReadonlyMap<number, Doubles>): Generator<ListAnswer> {
    let rows: CheckedRow[] = [];
    for (const [line, cells] of this.#body()) {
      const verdict = this.#byLine[line - this.#task.map.headerRow - 1];
      if (verdict === undefined) continue;
      const rowNo = line + 1;
      rows.push(withDoubles({ rowNo, cells, fingerprint: fingerprintText(cells, this.#task.map.columns), ...verdict }, doubles.get(rowNo)));
      if (rows.length < CHUNK) continue;
      yield { kind: "rows", total: this.#count, rows };
      rows = [];
    }
    if (rows.length > 0) yield { kind: "rows", total: this.#count, rows };
  }
}

function withDoubles(row: Omit<CheckedRow, "doubles">, doubles: Doubles | undefined): CheckedRow {
  if (doubles === undefined) return { ...row, doubles: null };
  if (doubles.asked === null) return { ...row, doubles };
  const issues = [...row.issues, "duplicate"].sort();
  return { ...row, doubles, issues, certainty: row.certainty === "clear" ? "check" : row.certainty };
}
