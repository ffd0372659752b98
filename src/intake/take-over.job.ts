import { askingOfJob } from "../accounts/index.ts";
import { record } from "../audit/index.ts";
import { sealNeeded } from "../cases/index.ts";
import type { WriteTx } from "../db/index.ts";
import type { App, Asking } from "../http/index.ts";
import type { JobHandler, JobRun } from "../jobs/index.ts";
import { dayOf } from "../kernel/calendar-day.ts";
import { newId } from "../kernel/id.ts";
import { type ListFacts, type PlannedRow, planRow, type RowKeys } from "./case-of-row.ts";
import { destroyWhatEnded } from "./end-import.ts";
import type { ImportRecord, ImportRow, Proposal } from "./import-list.ts";
import { countRows, findRows, listRowsToTake } from "./import-rows.sql.ts";
import { getImport, lockImport } from "./imports.sql.ts";
import { loadListFacts } from "./list-facts.ts";
import { openOutline, openRow } from "./sealed-import.ts";
import { completeImport, lookAtTakenOver, type Merge, mergeTakenOver, notePairs, type OpenPair, reserveNumbers, takeOverOrSetAside } from "./take-over.sql.ts";
import { understandRow } from "./understand-row.ts";
import { understoodCells } from "./understood-cells.ts";

const BATCH = 500;

/** Takes the decided rows over in one transaction: nobody sees anything before it is all there, and a crash leaves nothing. */
export const takeOverJob = (app: App): JobHandler => async (run) => {
  const start = await run.batch(async (tx) => {
    const asking = await askingOfJob(app, tx, run, "intake.import");
    const list = await getImport(tx, run.tenantId, run.subjectId ?? "");
    if (list.state !== "importing") return null;
    const { ready } = await countRows(tx, list.tenantId, list.id);
    const year = Number(asking.today.slice(0, 4));
    return { list, ready, year, firstNumber: ready === 0 ? 0 : await reserveNumbers(tx, year, ready) };
  });
  if (start === null) return;
  await run.progress(0, start.ready);
  await run.batch(async (tx) => {
    const asking = await askingOfJob(app, tx, run, "intake.import");
    const list = await lockImport(tx, run.tenantId, start.list.id);
    const outline = openOutline(app, list);
    if (list.state !== "importing" || outline === null) return;
    const facts = await loadListFacts(tx, list, outline, asking.session.accountId, asking.today);
    await new TakingOver(app, run, tx, asking, list, facts, (place) => `${start.year}-${String(start.firstNumber + place).padStart(4, "0")}`).all(start.ready);
    await completeImport(tx, list.id, facts.cellsUntil);
    await record(tx, asking, { action: "import.completed", objectKind: "import", objectIds: [list.id] });
  });
  await destroyWhatEnded(app);
};

interface Taken {
  readonly row: ImportRow;
  readonly personId: string;
  readonly pairs: readonly Proposal[];
}

class TakingOver {
  readonly #app: App;
  readonly #run: JobRun;
  readonly #tx: WriteTx;
  readonly #asking: Asking;
  readonly #list: ImportRecord;
  readonly #facts: ListFacts;
  readonly #number: (place: number) => string;
  /** only rows that resemble another: the rest need not be remembered */
  readonly #related = new Map<number, Taken>();

  constructor(app: App, run: JobRun, tx: WriteTx, asking: Asking, list: ImportRecord, facts: ListFacts, number: (place: number) => string) {
    this.#app = app;
    this.#run = run;
    this.#tx = tx;
    this.#asking = asking;
    this.#list = list;
    this.#facts = facts;
    this.#number = number;
  }

  async all(total: number): Promise<void> {
    let done = 0;
    for (let after = 0; ; ) {
      const rows = await listRowsToTake(this.#tx, this.#list.tenantId, this.#list.id, after, BATCH);
      if (rows.length === 0) break;
      await this.#batch(rows, done);
      if (done === 0 || (done < 20 * BATCH && done % (4 * BATCH) === 0)) await lookAtTakenOver(this.#tx);
      done += rows.length;
      after = rows.at(-1)!.rowNo;
      await this.#run.progress(done, total);
    }
    await this.#mergeAndNote();
  }

  async #batch(rows: readonly ImportRow[], from: number): Promise<void> {
    const keys = this.#app.vault.newKeys(rows.length * 2);
    const planned = await takeOverOrSetAside(this.#tx, this.#list.id, rows.map((row, i) => this.#plan(row, keys[i * 2]!, keys[i * 2 + 1]!, this.#number(from + i))));
    if (planned.length < rows.length) this.#forget(rows, new Set(planned.map((row) => row.row)));
    // what was opened is on record case by case, so that the team of each finds it there
    await record(this.#tx, this.#asking, { action: "import.taken_over", objectKind: "case", objectIds: planned.map((row) => row.case.id) });
  }

  #forget(rows: readonly ImportRow[], taken: ReadonlySet<number>): void {
    for (const { rowNo } of rows) if (!taken.has(rowNo)) this.#related.delete(rowNo);
  }

  #plan(row: ImportRow, personKey: string, caseKey: string, number: string): PlannedRow {
    const content = openRow(this.#app, this.#list, row.rowNo, row.content!);
    const read = understandRow(content, this.#list.columnMap!.columns, dayOf(this.#list.createdAt, this.#app.config.timeZone));
    const lead = content.lead === undefined ? this.#facts.leadOf(read.manager.value ?? "") : content.lead === "" ? null : content.lead;
    const understood = understoodCells(content.cells.length, read, this.#list.columnMap!.columns, {
      lead: lead === null ? null : this.#facts.nameOf(lead), lifeAreaLabel: (meaning) => this.#facts.lifeAreaOf(meaning)?.label ?? null,
    });
    const kept = { cells: content.cells.map((cell) => cell.text), understood, ...(content.edits === undefined ? {} : { edits: content.edits }) };
    const planned = planRow(row.rowNo, read, lead, kept, this.#facts, this.#keys(personKey, caseKey, number));
    if (content.pairs !== undefined || row.sameRowNo !== null) this.#related.set(row.rowNo, { row, personId: planned.person.id, pairs: content.pairs ?? [] });
    return planned;
  }

  #keys(personKey: string, caseKey: string, number: string): RowKeys {
    return {
      personKey, caseKey, number,
      seal: (key, place, row, text) => {
        if (key === "case" && (place === "contacts.text_ct" || place === "follow_ups.title_ct")) return sealNeeded(this.#asking, caseKey, place, row, text).toString("base64");
        const [table, column] = place.split(".") as [string, string];
        return this.#app.vault.seal(key === "case" ? caseKey : personKey, text, { tenant: this.#list.tenantId, table, column, row, version: 1 }).toString("base64");
      },
    };
  }

  async #mergeAndNote(): Promise<void> {
    const lines = [...this.#related.values()].flatMap((taken) => taken.pairs.map((pair) => pair.row).concat(taken.row.sameRowNo ?? undefined)).filter((line) => line !== undefined);
    const elsewhere = [...new Set(lines)].filter((line) => !this.#related.has(line));
    const earlier = new Map<number, string>();
    for (let at = 0; at < elsewhere.length; at += 5000) {
      for (const row of await findRows(this.#tx, this.#list.tenantId, this.#list.id, elsewhere.slice(at, at + 5000))) if (row.personId !== null) earlier.set(row.rowNo, row.personId);
    }
    const personOf = (line: number): string | undefined => this.#related.get(line)?.personId ?? earlier.get(line);
    const merges = mergesOf([...this.#related.values()], personOf);
    for (let at = 0; at < merges.length; at += BATCH) await mergeTakenOver(this.#tx, this.#list.id, merges.slice(at, at + BATCH));
    const pairs = pairsOf([...this.#related.values()], personOf);
    for (let at = 0; at < pairs.length; at += BATCH) await notePairs(this.#tx, this.#list.id, pairs.slice(at, at + BATCH));
  }
}

/** Each row decided "together" points to another; followed to the end, so that all of a group go into one record. */
export function mergesOf(taken: readonly Taken[], personOf: (line: number) => string | undefined): Merge[] {
  const towards = new Map<string, string>();
  for (const { row, personId } of taken) {
    const to = row.decision === "same_row" && row.sameRowNo !== null ? personOf(row.sameRowNo) : row.decision === "same_person" ? (row.samePersonId ?? undefined) : undefined;
    if (to !== undefined) towards.set(personId, to);
  }
  return [...towards.keys()].map((merged) => {
    let kept = towards.get(merged)!;
    for (let next = towards.get(kept), steps = 0; next !== undefined && steps < 100_000; next = towards.get(kept), steps += 1) kept = next;
    return { id: newId(), merged, kept };
  });
}

/** What was likely and nobody joined: open for the page of doubles, or noted as two people. */
export function pairsOf(taken: readonly Taken[], personOf: (line: number) => string | undefined): OpenPair[] {
  const seen = new Set<string>();
  const byLine = new Map(taken.map((t) => [t.row.rowNo, t.row]));
  return taken.flatMap(({ row, personId, pairs }) =>
    pairs.flatMap((pair): OpenPair[] => {
      const other = pair.row === undefined ? pair.person : personOf(pair.row);
      const key = other === undefined ? "" : [personId, other].sort().join();
      if (other === undefined || other === personId || seen.has(key)) return [];
      const asked = pair.row === undefined ? pair.person === row.samePersonId : pair.row === row.sameRowNo;
      // the other row may have been asked about this pair, and then its answer counts
      const there = pair.row === undefined ? undefined : byLine.get(pair.row);
      const askedThere = there?.sameRowNo === row.rowNo && there.decision === "separate";
      seen.add(key);
      return [{ id: newId(), one: personId, other, score: pair.score, reasons: pair.reasons, state: (asked && row.decision === "separate") || askedThere ? "separate" : "open" }];
    }),
  );
}
