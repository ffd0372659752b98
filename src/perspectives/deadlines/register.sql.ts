import type { ReadTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";

export interface RegisterRow {
  readonly person_id: string;
  readonly birth_on: CalendarDay | null;
  readonly birth_precision: string;
  readonly entered_on: CalendarDay | null;
  readonly entered_precision: string;
  readonly papers: readonly { readonly label: string; readonly from: CalendarDay | null; readonly until: CalendarDay | null }[];
}
/** Head and residence history of persons, for the system job; in one statement, whatever their number. */
export const listRegister = (tx: ReadTx, tenantId: string, persons: readonly string[]): Promise<RegisterRow[]> =>
  tx.query<RegisterRow>("select * from app.register_for_deadlines($1, $2)", [tenantId, persons]);
