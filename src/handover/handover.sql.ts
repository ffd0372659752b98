import type { ReadTx, WriteTx } from "../db/index.ts";
import type { CalendarDay } from "../kernel/calendar-day.ts";

export type SheetKind = "change" | "substitution" | "return";
export interface SheetRow {
  readonly id: string;
  readonly case_id: string;
  readonly number: string;
  readonly main_name: string;
  readonly key_ref: string;
  readonly kind: SheetKind;
  readonly from_id: string;
  readonly from_name: string;
  readonly to_id: string;
  readonly to_name: string;
  readonly until_on: CalendarDay | null;
  readonly content_ct: Buffer;
  readonly made_at: Date;
  readonly read_at: Date | null;
  readonly version: number;
}
const NAME = (column: string): string => `coalesce((select concat_ws(' ', n.given_name, n.family_name) from app.colleague_names(array[${column}]) n), '')`;
const SHEETS = `select s.id, s.case_id, c.number, c.main_name, c.key_ref, s.kind, s.from_id, ${NAME("s.from_id")} as from_name, s.to_id, ${NAME("s.to_id")} as to_name, s.until_on, s.content_ct, s.made_at, s.read_at, s.version
  from app.handover_sheets s join app.cases c on c.tenant_id = s.tenant_id and c.id = s.case_id`;
export const listSheets = (tx: ReadTx, caseId: string): Promise<SheetRow[]> => tx.query<SheetRow>(`${SHEETS} where s.case_id = $1 order by s.made_at desc, s.id`, [caseId]);
export const getSheet = (tx: ReadTx, caseId: string, id: string): Promise<SheetRow> => tx.get<SheetRow>(`${SHEETS} where s.case_id = $1 and s.id = $2`, [caseId, id]);
/** What was handed to the reader and not confirmed yet. */
export const listUnread = (tx: ReadTx): Promise<SheetRow[]> => tx.query<SheetRow>(`${SHEETS} where s.to_id = (select app.current_account()) and s.read_at is null order by s.made_at, s.id limit 50`);

export const insertSheet = (tx: WriteTx, at: { readonly tenantId: string; readonly roomId: string | null; readonly accountId: string }, sheet: { id: string; caseId: string; kind: SheetKind; toId: string; untilOn: CalendarDay | null; contentCt: Buffer }): Promise<void> =>
  tx.runOne("insert into app.handover_sheets (tenant_id, room_id, id, case_id, kind, from_id, to_id, until_on, content_ct) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)", [
    at.tenantId, at.roomId, sheet.id, sheet.caseId, sheet.kind, at.accountId, sheet.toId, sheet.untilOn, sheet.contentCt,
  ]);
/** Rows changed: none where it was given to somebody else, or confirmed. */
export const markRead = (tx: WriteTx, caseId: string, id: string): Promise<number> => tx.run("update app.handover_sheets set read_at = now(), version = version + 1 where case_id = $1 and id = $2 and read_at is null", [caseId, id]);
