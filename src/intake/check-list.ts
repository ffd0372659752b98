import { record } from "../audit/index.ts";
import type { ReadTx, WriteTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";
import { enqueue } from "../jobs/index.ts";
import { dayOf } from "../kernel/calendar-day.ts";
import { Refused, Stale } from "../kernel/errors.ts";
import { BUILT_ON } from "./end-import.ts";
import type { Decision, ImportRecord, ImportRow, RowContent } from "./import-list.ts";
import { countRows, decideAlike, decideRows as updateDecisions, findRows, getRow, type RowDecision, updateRowContent } from "./import-rows.sql.ts";
import { discardImport, getImport, isBuiltOn, listCaseWorkers, lockImport, moveImport } from "./imports.sql.ts";
import { demandState, demandVersion } from "./map-columns.ts";
import type { Field } from "./reading/index.ts";
import { openRow, sealRow } from "./sealed-import.ts";
import { judgeRow, understandRow } from "./understand-row.ts";

/** Joining with a record that was there before is the lead's, who knows the heads; others with the intake right ask the lead. */
export const mayJoinKnown = (asking: Asking): boolean => asking.session.roles.includes("team_lead");

/** What can be decided about a row. */
export function decisionsFor(row: Pick<ImportRow, "sameRowNo" | "samePersonId">, joinKnown: boolean): readonly Decision[] {
  if (row.sameRowNo !== null) return ["same_row", "separate", "import", "later", "skip"];
  if (row.samePersonId !== null) return joinKnown ? ["same_person", "separate", "import", "later", "skip"] : ["import", "later", "skip"];
  return ["import", "later", "skip"];
}

async function checkingImport(tx: WriteTx, asking: Asking, id: string): Promise<ImportRecord> {
  const list = await lockImport(tx, asking.session.tenantId, id);
  demandState(list, "importing");
  return list;
}

/** Returns how many were not changed, because somebody else had decided them meanwhile. */
export async function decideRows(tx: WriteTx, asking: Asking, id: string, decisions: readonly RowDecision[]): Promise<number> {
  const list = await checkingImport(tx, asking, id);
  const rows = new Map((await findRows(tx, list.tenantId, id, decisions.map((d) => d.rowNo))).map((row) => [row.rowNo, row]));
  const joinKnown = mayJoinKnown(asking);
  const wanted = decisions.filter((d) => rows.get(d.rowNo)?.decision !== d.decision);
  for (const { rowNo, decision } of wanted) {
    const row = rows.get(rowNo);
    if (row === undefined || (decision !== "open" && !decisionsFor(row, joinKnown).includes(decision))) {
      throw new Refused([{ code: "decision-not-possible", sentence: `Zeile ${rowNo}: Diese Entscheidung ist hier nicht möglich.` }]);
    }
  }
  const changed = wanted.length === 0 ? 0 : await updateDecisions(tx, list.tenantId, id, wanted);
  await record(tx, asking, { action: "import.decided", objectKind: "import", objectIds: [id] });
  return wanted.length - changed;
}

export interface Decided {
  readonly isSaved: boolean;
  /** what holds now, whoever decided it */
  readonly row: ImportRow;
}

/** One row, as soon as it is chosen. */
export async function decideRow(tx: WriteTx, asking: Asking, id: string, wanted: RowDecision): Promise<Decided> {
  const missed = await decideRows(tx, asking, id, [wanted]);
  return { isSaved: missed === 0, row: await getRow(tx, asking.session.tenantId, id, wanted.rowNo) };
}

/** All rows with the same doubts alike: the undecided ones, or those put off. An explicit "later" is never part of "undecided". */
export async function decideLike(tx: WriteTx, asking: Asking, id: string, which: "open" | "later", issues: readonly string[], decision: Decision): Promise<number> {
  const list = await checkingImport(tx, asking, id);
  if (decision === "same_person" && !mayJoinKnown(asking)) throw new Refused([{ code: "decision-not-possible", sentence: "Das entscheidet die Teamleitung." }]);
  // "together" means whatever each row was likened to
  const joins = decision === "same_row" && mayJoinKnown(asking) ? await decideAlike(tx, list.tenantId, id, issues, "same_person", which) : 0;
  const count = joins + (await decideAlike(tx, list.tenantId, id, issues, decision, which));
  await record(tx, asking, { action: "import.decided", objectKind: "import", objectIds: [id] });
  return count;
}

export interface RowChange {
  readonly edits: Readonly<Partial<Record<Field, string>>>;
  /** undefined: as the list says */
  readonly lead: string | undefined;
}

export async function loadRow(tx: ReadTx, asking: Asking, id: string, rowNo: number): Promise<{ list: ImportRecord; row: ImportRow; content: RowContent | null }> {
  const list = await getImport(tx, asking.session.tenantId, id);
  const row = await getRow(tx, list.tenantId, id, rowNo);
  return { list, row, content: row.content === null ? null : openRow(asking.app, list, rowNo, row.content) };
}

/** What somebody typed over a row is read by the same rules; what stood there stays beside it. */
export async function changeRow(tx: WriteTx, asking: Asking, id: string, rowNo: number, version: number, change: RowChange): Promise<void> {
  const list = await checkingImport(tx, asking, id);
  const { row, content } = await loadRow(tx, asking, id, rowNo);
  if (content === null || list.columnMap === null) throw new Refused([{ code: "row-gone", sentence: "Der Inhalt dieser Zeile ist nicht mehr da: Sie ist übernommen oder verworfen." }]);
  if (row.version !== version) throw new Stale({ version: row.version });
  const known = change.lead === undefined || change.lead === "" || (await listCaseWorkers(tx)).some((worker) => worker.id === change.lead);
  if (!known) throw new Refused([{ code: "lead-unknown", field: "lead", sentence: "Dieses Konto arbeitet in diesem Aktenbereich nicht an Fällen." }]);
  const { lead: _before, ...rest } = content;
  const next: RowContent = { ...rest, edits: change.edits, ...(change.lead === undefined ? {} : { lead: change.lead }) };
  const read = understandRow(next, list.columnMap.columns, dayOf(list.createdAt, asking.app.config.timeZone));
  const isDouble = row.sameRowNo !== null || row.samePersonId !== null;
  const judged = judgeRow(read, isDouble);
  // saved by hand is looked at; only whether it is a double stays a question of its own
  const decision: Decision = isDouble && (row.decision === "open" || row.decision === "later") ? row.decision : row.decision === "open" || row.decision === "later" ? "import" : row.decision;
  const content2 = sealRow(asking.app, list, rowNo, next);
  if ((await updateRowContent(tx, list.tenantId, id, { rowNo, version, ...judged, isWaitingList: read.waitingList.value === true, decision, content: content2 })) !== 1) throw new Stale({ version: row.version });
  await record(tx, asking, { action: "import.row_changed", objectKind: "import", objectIds: [id] });
}

export async function orderTakeOver(tx: WriteTx, asking: Asking, id: string, version: number): Promise<void> {
  const list = await lockImport(tx, asking.session.tenantId, id);
  demandState(list, "importing");
  demandVersion(list, version);
  if ((await countRows(tx, list.tenantId, id)).ready === 0) throw new Refused([{ code: "nothing-to-take-over", sentence: "Noch ist keine Zeile zur Übernahme entschieden. Bitte entscheiden Sie mindestens eine." }]);
  await moveImport(tx, list, "importing");
  await enqueue(tx, asking, "intake.import", id);
  await record(tx, asking, { action: "import.ordered", objectKind: "import", objectIds: [id] });
}

export async function orderUndo(tx: WriteTx, asking: Asking, id: string, version: number): Promise<void> {
  const list = await lockImport(tx, asking.session.tenantId, id);
  demandState(list, "undoing");
  demandVersion(list, version);
  if (await isBuiltOn(tx, id)) throw new Refused([BUILT_ON]);
  await moveImport(tx, list, "undoing");
  await enqueue(tx, asking, "intake.undo", id);
  await record(tx, asking, { action: "import.undo_ordered", objectKind: "import", objectIds: [id] });
}

/** Nothing came of it: rows, file and key go. */
export async function discard(tx: WriteTx, asking: Asking, id: string, version: number): Promise<void> {
  const list = await getImport(tx, asking.session.tenantId, id);
  demandState(list, "discarded");
  if (!(await discardImport(tx, id, version))) throw new Stale({ state: list.state, version: list.version });
  await enqueue(tx, asking, "intake.destroy", id);
  await record(tx, asking, { action: "import.discarded", objectKind: "import", objectIds: [id] });
}
