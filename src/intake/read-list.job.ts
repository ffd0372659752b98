import { askingOfJob } from "../accounts/index.ts";
import { record } from "../audit/index.ts";
import type { WriteTx } from "../db/index.ts";
import type { App, Asking } from "../http/index.ts";
import type { JobHandler, JobRun } from "../jobs/index.ts";
import { dayOf } from "../kernel/calendar-day.ts";
import { Refused } from "../kernel/errors.ts";
import { readKnownPersons } from "../persons/index.ts";
import { intakeMac, loadFile } from "./import-file.ts";
import type { ImportRecord } from "./import-list.ts";
import { deleteRows, findKnownFingerprints, insertRows, type NewRow } from "./import-rows.sql.ts";
import { getImport, lockImport, moveImport, setRowCount } from "./imports.sql.ts";
import type { CheckedRow } from "./list-task.ts";
import { sealRow } from "./sealed-import.ts";
import { workOnList } from "./work-on-list.ts";

/** Reads, interprets and compares a list; its rows appear all at once, or not at all. */
export const readListJob = (app: App): JobHandler => async (run) => {
  const start = await run.batch(async (tx) => {
    const asking = await askingOfJob(app, tx, run, "intake.import");
    const list = await getImport(tx, run.tenantId, run.subjectId ?? "");
    return list.state === "reading" && list.columnMap !== null ? { list, asking } : null;
  });
  if (start === null) return;
  try {
    await readRows(app, run, start.asking, start.list);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const [refusal] = error.refusals;
    await run.batch(async (tx) => moveImport(tx, await lockImport(tx, start.list.tenantId, start.list.id), "mapping", refusal === undefined ? null : { code: refusal.code, sentence: refusal.sentence }));
  }
};

async function readRows(app: App, run: JobRun, asking: Asking, list: ImportRecord): Promise<void> {
  const bytes = await loadFile(app, list);
  const map = list.columnMap!;
  const task = { kind: "check", bytes, fileName: list.fileName, sheetName: list.sheetName, map, on: dayOf(list.createdAt, app.config.timeZone) } as const;
  await run.batch(async (tx) => {
    const locked = await lockImport(tx, list.tenantId, list.id);
    if (locked.version !== list.version) return;
    await deleteRows(tx, list.tenantId, list.id);
    let count = 0;
    for await (const answer of workOnList(task, await readKnownPersons(tx), run.signal)) {
      if (answer.kind === "progress") await run.progress(answer.done, answer.total);
      if (answer.kind !== "rows") continue;
      await keepRows(app, tx, asking, list, answer.rows);
      count += answer.rows.length;
      await run.progress(answer.total + count, answer.total * 2);
    }
    await setRowCount(tx, list, count);
    await moveImport(tx, locked, "checking");
    await record(tx, asking, { action: "import.read", objectKind: "import", objectIds: [list.id] });
  });
}

async function keepRows(app: App, tx: WriteTx, asking: Asking, list: ImportRecord, rows: readonly CheckedRow[]): Promise<void> {
  const roomId = asking.session.roomId ?? "";
  const mac = intakeMac(app, list.tenantId, roomId, "row");
  const marked = rows.map((row) => ({ row, fingerprint: mac(row.fingerprint) }));
  const known = await findKnownFingerprints(tx, list.tenantId, list.id, marked.map((m) => m.fingerprint));
  const isLead = asking.session.roles.includes("team_lead");
  await insertRows(tx, { tenantId: list.tenantId, roomId, importId: list.id }, marked.map(({ row, fingerprint }) => newRow(app, list, row, fingerprint, known.has(fingerprint.toString("base64")), isLead)));
}

function newRow(app: App, list: ImportRecord, row: CheckedRow, fingerprint: Buffer, isKnown: boolean, isLead: boolean): NewRow {
  const asked = isKnown ? null : (row.doubles?.asked ?? null);
  const pairs = isKnown ? [] : (row.doubles?.all ?? []);
  // why a row resembles a file that nobody here has joined would tell what stands in that file
  const reasons = asked === null || (asked.person !== undefined && !isLead) ? [] : asked.reasons;
  return {
    rowNo: row.rowNo,
    content: sealRow(app, list, row.rowNo, { cells: row.cells, ...(pairs.length > 0 ? { pairs } : {}) }),
    fingerprint,
    certainty: isKnown ? "clear" : row.certainty,
    isWaitingList: row.isWaitingList,
    decision: isKnown ? "skip" : row.certainty === "clear" ? "import" : "open",
    sameRowNo: asked?.row ?? null,
    samePersonId: asked?.person ?? null,
    score: asked?.score ?? null,
    reasons,
    issues: isKnown ? [] : row.issues,
    outcomeCode: isKnown ? "already-imported" : null,
  };
}
