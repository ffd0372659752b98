import { record } from "../../audit/index.ts";
import { openText, sealText } from "../../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { NotFound, Refused, Stale } from "../../kernel/errors.ts";
import { listPreviewMeasures, listSharedMeasures, reportMeasureRow, type SharedMeasureRow, type SharedMeasureState } from "./measures.sql.ts";

export const SHARED_MEASURE_STATES: Readonly<Record<SharedMeasureState, string>> = { open: "noch offen", running: "begonnen", done: "erledigt" };

export interface SharedMeasure {
  readonly id: string;
  readonly shareId: string;
  readonly personId: string;
  readonly lifeArea: string;
  readonly title: string;
  readonly dueOn: CalendarDay;
  readonly state: SharedMeasureState;
  readonly doneOn: CalendarDay | null;
  /** the office's own words; nothing that the team wrote */
  readonly report: string;
  readonly mayReport: boolean;
  readonly version: number;
}
const opened = (asking: Asking, row: SharedMeasureRow): SharedMeasure => ({
  id: row.id, shareId: row.share_id, personId: row.person_id, lifeArea: row.life_area, title: openText(asking, row.key_ref, "plan_measures.title_ct", row.id, row.title_ct), dueOn: row.due_on, state: row.state, doneOn: row.done_on,
  report: openText(asking, row.key_ref, "plan_measures.report_ct", row.id, row.report_ct), mayReport: row.may_report, version: row.version,
});

/** The measures of one share, or of all; whoever shows them records it. */
export const readSharedMeasures = async (tx: ReadTx, asking: Asking, shareId: string | null): Promise<SharedMeasure[]> => (await listSharedMeasures(tx, shareId)).map((row) => opened(asking, row));

export async function readSharedMeasure(tx: ReadTx, asking: Asking, shareId: string, id: string): Promise<{ readonly measure: SharedMeasure; readonly caseId: string }> {
  const row = (await listSharedMeasures(tx, shareId)).find((m) => m.id === id);
  if (row === undefined) throw new NotFound();
  return { measure: opened(asking, row), caseId: row.case_id };
}

/** For the team: what this share shows of the plan. */
export const readPreviewMeasures = async (tx: ReadTx, asking: Asking, keyRef: string, shareId: string) =>
  (await listPreviewMeasures(tx, shareId)).map((m) => ({ id: m.id, title: openText(asking, keyRef, "plan_measures.title_ct", m.id, m.title_ct), dueOn: m.due_on, state: m.state, doneOn: m.done_on }));

/** How it stands, and what the office says to it where the consent lets it tell the case. */
export async function reportMeasure(tx: WriteTx, asking: Asking, shareId: string, id: string, input: { readonly state: SharedMeasureState; readonly report: string; readonly version: number | null }): Promise<void> {
  const row = (await listSharedMeasures(tx, shareId)).find((m) => m.id === id);
  if (row === undefined) throw new NotFound();
  if (input.version !== null && input.version !== row.version) throw new Stale({ ...opened(asking, row) });
  if (input.report !== "" && !row.may_report) throw new Refused([{ code: "one-way", field: "report", sentence: "Die Einwilligung erlaubt nur, dass Sie lesen. Sagen Sie, wie es steht; Worte dazu darf die Akte nicht aufnehmen." }]);
  const reportCt = sealText(asking, row.key_ref, "plan_measures.report_ct", id, input.report);
  if (!(await reportMeasureRow(tx, { id, version: row.version, state: input.state, reportCt, today: asking.today }))) throw new NotFound();
  await record(tx, asking, { action: "measure.reported", objectKind: "measure", objectIds: [id], caseId: row.case_id, purpose: input.state });
}
