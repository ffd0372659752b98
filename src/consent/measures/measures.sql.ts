import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";

export type SharedMeasureState = "open" | "running" | "done";
interface Shown {
  readonly id: string;
  readonly person_id: string;
  readonly life_area: string;
  readonly title_ct: Buffer;
  readonly due_on: CalendarDay;
  readonly state: SharedMeasureState;
  readonly done_on: CalendarDay | null;
}
/** A measure of the plan that the partner's organisation does, as its share shows it now. */
export interface SharedMeasureRow extends Shown {
  readonly share_id: string;
  readonly case_id: string;
  readonly key_ref: string;
  readonly report_ct: Buffer | null;
  readonly may_report: boolean;
  readonly version: number;
}
export const listSharedMeasures = (tx: ReadTx, shareId: string | null): Promise<SharedMeasureRow[]> =>
  tx.query<SharedMeasureRow>("select * from app.my_shared_measures() m where $1::uuid is null or m.share_id = $1 order by (m.state = 'done'), m.due_on, m.id limit 200", [shareId]);
/** False where it is not the partner's to say, or was changed meanwhile. */
export const reportMeasureRow = async (tx: WriteTx, m: { id: string; version: number; state: SharedMeasureState; reportCt: Buffer | null; today: CalendarDay }): Promise<boolean> =>
  (await tx.get<{ done: boolean }>("select app.report_measure($1, $2, $3, $4, $5) as done", [m.id, m.version, m.state, m.reportCt, m.today])).done;

/** For the team: what of the plan a share shows, or would show once somebody is named in it. */
export const listPreviewMeasures = (tx: ReadTx, shareId: string): Promise<Shown[]> => tx.query<Shown>("select * from app.preview_measures($1)", [shareId]);
