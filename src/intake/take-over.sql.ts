import type { WriteTx } from "../db/index.ts";
import { NotFound } from "../kernel/errors.ts";
import type { PlannedRow } from "./case-of-row.ts";

export const reserveNumbers = async (tx: WriteTx, year: number, count: number): Promise<number> => (await tx.get<{ n: number }>("select app.reserve_case_numbers($1, $2) as n", [year, count])).n;
const takeOverRows = (tx: WriteTx, importId: string, rows: readonly PlannedRow[]): Promise<object[]> => tx.query("select app.take_over_rows($1, $2::jsonb)", [importId, JSON.stringify(rows)]);

/** What stands in a row, and no fault of the machine: a value that a column or a constraint does not take (classes 22 and 23). */
function refusedValue(error: unknown): string | null {
  const at = error instanceof NotFound && error.cause instanceof Error ? error.cause : error;
  const code = at instanceof Error && "code" in at && typeof at.code === "string" ? at.code : "";
  return /^2[23]/.test(code) ? code : null;
}

/** Null where it went well; else the database's code, and nothing of these rows is there. */
async function attempt(tx: WriteTx, importId: string, rows: readonly PlannedRow[]): Promise<string | null> {
  await tx.query("savepoint rows_of_a_list");
  try {
    await takeOverRows(tx, importId, rows);
    await tx.query("release savepoint rows_of_a_list");
    return null;
  } catch (error) {
    const code = refusedValue(error);
    if (code === null) throw error;
    await tx.query("rollback to savepoint rows_of_a_list");
    return code;
  }
}

/**
 * A row that the database refuses does not stop the others: it is found by halves, keeps its cells, and is to be decided anew.
 * Returns what was taken over.
 */
export async function takeOverOrSetAside(tx: WriteTx, importId: string, rows: readonly PlannedRow[]): Promise<readonly PlannedRow[]> {
  const code = await attempt(tx, importId, rows);
  if (code === null) return rows;
  if (rows.length === 1) {
    await tx.query("select app.set_aside_row($1, $2, $3)", [importId, rows[0]!.row, code]);
    return [];
  }
  const half = Math.ceil(rows.length / 2);
  return [...(await takeOverOrSetAside(tx, importId, rows.slice(0, half))), ...(await takeOverOrSetAside(tx, importId, rows.slice(half)))];
}

/** Lets the planner look at what this transaction has written so far. */
export const lookAtTakenOver = (tx: WriteTx): Promise<object[]> => tx.query("select app.look_at_taken_over()");

export interface Merge {
  readonly id: string;
  readonly merged: string;
  readonly kept: string;
}
export const mergeTakenOver = async (tx: WriteTx, importId: string, merges: readonly Merge[]): Promise<number> =>
  (await tx.get<{ n: number }>("select app.merge_taken_over($1, $2::jsonb) as n", [importId, JSON.stringify(merges)])).n;

export interface OpenPair {
  readonly id: string;
  readonly one: string;
  readonly other: string;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly state: "open" | "separate";
}
export const notePairs = (tx: WriteTx, importId: string, pairs: readonly OpenPair[]): Promise<object[]> => tx.query("select app.note_taken_over_pairs($1, $2::jsonb)", [importId, JSON.stringify(pairs)]);
export const completeImport = (tx: WriteTx, importId: string, cellsUntil: string): Promise<object[]> => tx.query("select app.complete_import($1, $2)", [importId, cellsUntil]);

export const undoImport = async (tx: WriteTx, importId: string): Promise<boolean> => (await tx.get<{ yes: boolean }>("select app.undo_import($1) as yes", [importId])).yes;

export const listKeysToDestroy = (tx: WriteTx, most: number): Promise<{ tenantId: string; keyRef: string; storedName: string }[]> =>
  tx.query('select tenant_id as "tenantId", key_ref as "keyRef", stored_name as "storedName" from app.keys_to_destroy($1)', [most]);
export const noteKeysDestroyed = (tx: WriteTx, keys: readonly { tenantId: string; keyRef: string }[]): Promise<object[]> =>
  tx.query("select app.keys_destroyed($1::uuid[], $2::text[])", [keys.map((k) => k.tenantId), keys.map((k) => k.keyRef)]);
export const forgetDueCells = async (tx: WriteTx): Promise<number> => (await tx.get<{ n: number }>("select app.forget_due_import_cells() as n")).n;
/** Original cells of cases whose period is over. */
export const deleteDueOrigins = (tx: WriteTx): Promise<number> => tx.run("delete from app.case_origins where delete_on <= current_date");
