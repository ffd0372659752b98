import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { DueStanding, ErasureKind, HoldKind } from "./retention-words.ts";

interface Place {
  readonly tenantId: string;
  readonly roomId: string | null;
  readonly accountId: string;
}
export interface DueRow {
  readonly case_id: string;
  readonly number: string;
  readonly closed_on: CalendarDay | null;
  readonly due_on: CalendarDay;
  readonly standing: DueStanding;
  readonly offered_on: CalendarDay | null;
  readonly answer: "waived" | "taken" | null;
  /** of a file that the archive took over: when its package was made, and when it was received */
  readonly package_on: CalendarDay | null;
  readonly receipt_on: CalendarDay | null;
}
/** Files of the room that are due until a day, as its lead may know: numbers and days. */
export const listDueFiles = (tx: ReadTx, until: CalendarDay): Promise<DueRow[]> => tx.query<DueRow>("select * from app.files_due_here($1)", [until]);

export interface HoldRow {
  readonly id: string;
  readonly case_id: string;
  readonly number: string;
  readonly key_ref: string;
  readonly kind: HoldKind;
  readonly reason_ct: Buffer;
  readonly until_on: CalendarDay;
  readonly set_by: string;
  readonly set_by_name: string;
  readonly set_at: Date;
  readonly lifted_at: Date | null;
  readonly version: number;
}
const HOLDS = `select h.id, h.case_id, c.number, c.key_ref, h.kind, h.reason_ct, h.until_on, h.set_by, h.set_at, h.lifted_at, h.version,
    coalesce((select concat_ws(' ', n.given_name, n.family_name) from app.colleague_names(array[h.set_by]) n), '') as set_by_name
  from app.retention_holds h join app.cases c on c.tenant_id = h.tenant_id and c.id = h.case_id`;
export const listHolds = (tx: ReadTx, caseId: string): Promise<HoldRow[]> => tx.query<HoldRow>(`${HOLDS} where h.case_id = $1 order by h.set_at desc, h.id`, [caseId]);
/** What holds anything in the room on a day, the one that ends first in front. */
export const listRunningHolds = (tx: ReadTx, today: CalendarDay, most: number): Promise<HoldRow[]> =>
  tx.query<HoldRow>(`${HOLDS} where h.lifted_at is null and h.until_on >= $1 order by h.until_on, h.id limit $2`, [today, most]);
export const insertHold = (tx: WriteTx, at: Place, hold: { id: string; caseId: string; kind: HoldKind; reasonCt: Buffer; untilOn: CalendarDay }): Promise<void> =>
  tx.runOne("insert into app.retention_holds (tenant_id, room_id, id, case_id, kind, reason_ct, until_on, set_by) values ($1, $2, $3, $4, $5, $6, $7, $8)", [
    at.tenantId, at.roomId, hold.id, hold.caseId, hold.kind, hold.reasonCt, hold.untilOn, at.accountId,
  ]);
/** Rows changed: none where it is one's own, lifted already, or not there. */
export const liftHold = (tx: WriteTx, caseId: string, id: string): Promise<number> => tx.run("update app.retention_holds set lifted_at = now(), version = version + 1 where case_id = $1 and id = $2 and lifted_at is null", [caseId, id]);

export const insertOffer = (tx: WriteTx, at: Place, caseId: string, offeredOn: CalendarDay): Promise<number> =>
  tx.run("insert into app.archive_offers (tenant_id, room_id, case_id, offered_on, offered_by) values ($1, $2, $3, $4, $5) on conflict do nothing", [at.tenantId, at.roomId, caseId, offeredOn, at.accountId]);
export const answerOffer = (tx: WriteTx, caseId: string, answer: "waived" | "taken", on: CalendarDay): Promise<number> =>
  tx.run("update app.archive_offers set answer = $2, answered_on = $3, version = version + 1 where case_id = $1 and answer is null", [caseId, answer, on]);

export interface ErasureRow {
  readonly id: string;
  readonly case_id: string;
  readonly kind: ErasureKind;
  readonly reason_ct: Buffer;
  readonly asked_by: string;
  readonly asked_by_name: string;
  readonly asked_at: Date;
  readonly agreed_at: Date | null;
  readonly refused_at: Date | null;
  readonly version: number;
}
const ERASURES = `select e.id, e.case_id, c.number, e.kind, e.reason_ct, e.asked_by, e.asked_at, e.agreed_at, e.refused_at, e.version,
    coalesce((select concat_ws(' ', n.given_name, n.family_name) from app.colleague_names(array[e.asked_by]) n), '') as asked_by_name
  from app.erasure_requests e join app.cases c on c.tenant_id = e.tenant_id and c.id = e.case_id`;
export const listErasures = (tx: ReadTx, caseId: string): Promise<ErasureRow[]> => tx.query<ErasureRow>(`${ERASURES} where e.case_id = $1 order by e.asked_at desc, e.id`, [caseId]);
/** What waits for a second person in the room. */
export const listOpenErasures = (tx: ReadTx, most: number): Promise<(ErasureRow & { readonly number: string })[]> =>
  tx.query<ErasureRow & { readonly number: string }>(`${ERASURES} where e.agreed_at is null and e.refused_at is null order by e.asked_at, e.id limit $1`, [most]);
export const insertErasure = (tx: WriteTx, at: Place, wish: { id: string; caseId: string; kind: ErasureKind; reasonCt: Buffer }): Promise<void> =>
  tx.runOne("insert into app.erasure_requests (tenant_id, room_id, id, case_id, kind, reason_ct, asked_by) values ($1, $2, $3, $4, $5, $6, $7)", [at.tenantId, at.roomId, wish.id, wish.caseId, wish.kind, wish.reasonCt, at.accountId]);
/** Rows changed: none where one asked oneself, or it was judged already. */
export const judgeErasure = (tx: WriteTx, caseId: string, id: string, agrees: boolean): Promise<number> =>
  tx.run("update app.erasure_requests set agreed_at = case when $3 then now() end, refused_at = case when not $3 then now() end, version = version + 1 where case_id = $1 and id = $2 and agreed_at is null and refused_at is null", [caseId, id, agrees]);

export interface ReportRow {
  readonly ran_on: CalendarDay;
  readonly due: number;
  readonly erased: number;
  readonly held: number;
  readonly waiting: number;
  readonly persons_erased: number;
  readonly consultations_erased: number;
}
export const listReports = (tx: ReadTx, most: number): Promise<ReportRow[]> => tx.query<ReportRow>("select ran_on, due, erased, held, waiting, persons_erased, consultations_erased from app.retention_reports order by ran_on desc limit $1", [most]);
