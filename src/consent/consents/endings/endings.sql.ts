import type { ReadTx, WriteTx } from "../../../db/index.ts";
import type { CalendarDay } from "../../../kernel/calendar-day.ts";

export interface EndingRow {
  readonly tenant_id: string;
  readonly room_id: string;
  readonly case_id: string;
  readonly key_ref: string;
  readonly owner_id: string;
  readonly thing: "consent" | "share";
  readonly thing_id: string;
  readonly days: 30 | 7;
  readonly ends_on: CalendarDay;
  readonly organisation: string;
}
export const listEndingsDue = (tx: ReadTx, most: number): Promise<EndingRow[]> => tx.query<EndingRow>("select * from app.endings_due($1)", [most]);

export const announceEnding = async (tx: WriteTx, e: EndingRow, followUpId: string, titleCt: Buffer): Promise<void> => {
  await tx.query("select app.announce_ending($1, $2, $3, $4, $5, $6, $7, $8)", [e.tenant_id, e.room_id, e.case_id, e.thing_id, e.days, followUpId, e.owner_id, titleCt]);
};
