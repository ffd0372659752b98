import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";

export const findEmergencyCase = (tx: ReadTx, number: string): Promise<{ case_id: string; key_ref: string; is_open: boolean } | undefined> =>
  tx.find("select f.case_id, f.key_ref, f.case_id = any (array(select app.open_case_ids())) as is_open from app.find_case_for_emergency($1) f", [number]);

export const beginEmergency = async (tx: WriteTx, e: { id: string; caseId: string; reasonCt: Buffer; minutes: number; reviewDueOn: CalendarDay }): Promise<boolean> =>
  (await tx.get<{ done: boolean }>("select app.begin_emergency_access($1, $2, $3, $4, $5) as done", [e.id, e.caseId, e.reasonCt, e.minutes, e.reviewDueOn])).done;

/** How many of one's own that still ran were ended. */
export const endEmergency = async (tx: WriteTx, caseId: string): Promise<number> => (await tx.get<{ n: number }>("select app.end_emergency_access($1) as n", [caseId])).n;

export interface EmergencyRow {
  readonly id: string;
  readonly room_name: string;
  readonly case_number: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly key_ref: string;
  readonly reason_ct: Buffer;
  readonly began_at: Date;
  readonly ends_at: Date;
  readonly review_due_on: CalendarDay;
  readonly reviewed_at: Date | null;
  readonly review: "justified" | "not_justified" | null;
  readonly review_note_ct: Buffer | null;
  readonly version: number;
}

/** For the data protection officer of the controller; empty for everybody else. */
export const listEmergencies = (tx: ReadTx): Promise<EmergencyRow[]> => tx.query<EmergencyRow>("select * from app.emergency_accesses_to_review()");

export const updateReview = (tx: WriteTx, id: string, version: number, review: { verdict: string; noteCt: Buffer | null; by: string }): Promise<number> =>
  tx.run(
    "update app.emergency_accesses set reviewed_at = now(), reviewed_by = $3, review = $4, review_note_ct = $5, version = version + 1 where id = $1 and version = $2 and reviewed_at is null",
    [id, version, review.by, review.verdict, review.noteCt],
  );

/** One's own, for the answer of the API. */
export const getOwnEmergency = (tx: ReadTx, id: string, accountId: string): Promise<{ id: string; case_id: string; ends_at: Date; review_due_on: CalendarDay }> =>
  tx.get("select id, case_id, ends_at, review_due_on from app.emergency_accesses where id = $1 and account_id = $2", [id, accountId]);
