import type { ReadTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";

export interface OfferedRow {
  readonly case_id: string;
  readonly number: string;
  readonly opened_on: CalendarDay;
  readonly closed_on: CalendarDay | null;
  readonly phase: string;
  readonly person_count: number;
  readonly due_on: CalendarDay;
  readonly offered_on: CalendarDay;
}
/** What was offered and waits for an answer, as the lead of the room may know it: from heads, no name. */
export const listOffered = (tx: ReadTx, today: CalendarDay): Promise<OfferedRow[]> =>
  tx.query<OfferedRow>(
    `select d.case_id, d.number, c.opened_on, d.closed_on, c.phase, c.person_count, d.due_on, d.offered_on
       from app.files_due_here($1) d join app.cases c on c.id = d.case_id where d.offered_on is not null and d.answer is null order by d.offered_on, d.number`,
    [today],
  );
