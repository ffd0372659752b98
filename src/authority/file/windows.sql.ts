import type { ReadTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { DayKind } from "../../perspectives/index.ts";

export interface WindowRow {
  readonly rule: string;
  readonly kind: DayKind;
  readonly day: CalendarDay;
  readonly detail: string;
  readonly is_certain: boolean;
}
/** What the night computed for this person and is still ahead. */
export const listWindows = (tx: ReadTx, personId: string, from: CalendarDay, most: number): Promise<WindowRow[]> =>
  tx.query<WindowRow>("select rule, kind, day, detail, is_certain from app.upcoming_days where person_id = $1 and day >= $2 order by day, rule, kind limit $3", [personId, from, most]);
