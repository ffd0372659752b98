import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { Phase } from "./phases.ts";

export const listOpenPhases = async (tx: ReadTx, caseId: string): Promise<{ phase: Phase; began_on: CalendarDay }[]> =>
  tx.query("select phase, began_on from app.case_phases where case_id = $1 and ended_on is null order by began_on, id", [caseId]);

export async function insertPhase(tx: WriteTx, session: Session, row: { id: string; caseId: string; phase: Phase; on: CalendarDay; noteCt: Buffer | null }): Promise<void> {
  await tx.run(
    "insert into app.case_phases (tenant_id, room_id, id, case_id, phase, began_on, moved_by, note_ct) values ($1, $2, $3, $4, $5, $6, $7, $8)",
    [session.tenantId, session.roomId, row.id, row.caseId, row.phase, row.on, session.accountId, row.noteCt],
  );
}

/** A phase that began later than the day it ends on ends on its first day. */
export const endPhases = (tx: WriteTx, caseId: string, phases: readonly Phase[], on: CalendarDay): Promise<number> =>
  tx.run("update app.case_phases set ended_on = greatest(began_on, $3) where case_id = $1 and phase = any ($2) and ended_on is null", [caseId, phases, on]);

export interface PhaseHead {
  readonly phase: Phase;
  readonly admittedOn: CalendarDay | null;
  readonly closedOn: CalendarDay | null;
}

/** Rows changed: none where the case is at another version by now. */
export const updatePhaseHead = (tx: WriteTx, caseId: string, version: number, head: PhaseHead): Promise<number> =>
  tx.run("update app.cases set phase = $3, admitted_on = $4, closed_on = $5, version = version + 1 where id = $1 and version = $2", [caseId, version, head.phase, head.admittedOn, head.closedOn]);

export const findDecision = async (tx: ReadTx, caseId: string): Promise<string | null> =>
  (await tx.find<{ decision: string | null }>("select decision from app.case_admissions where case_id = $1", [caseId]))?.decision ?? null;

export interface OpenFollowUp {
  readonly id: string;
  readonly due_on: CalendarDay;
  readonly title_ct: Buffer;
}
export const listOpenFollowUps = (tx: ReadTx, caseId: string): Promise<OpenFollowUp[]> =>
  tx.query("select id, due_on, title_ct from app.follow_ups where case_id = $1 and done_on is null order by due_on, id", [caseId]);

export const finishFollowUps = (tx: WriteTx, caseId: string, accountId: string, on: CalendarDay): Promise<number> =>
  tx.run("update app.follow_ups set done_on = $3, done_by = $2, version = version + 1 where case_id = $1 and done_on is null", [caseId, accountId, on]);

export async function insertClosure(tx: WriteTx, session: Session, row: { id: string; caseId: string; reason: string; handover: string; handoverCt: Buffer | null; on: CalendarDay; organisationId: string | null }): Promise<void> {
  await tx.run(
    "insert into app.case_closures (tenant_id, room_id, id, case_id, reason, handover, handover_ct, closed_on, closed_by, organisation_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    [session.tenantId, session.roomId, row.id, row.caseId, row.reason, row.handover, row.handoverCt, row.on, session.accountId, row.organisationId],
  );
}

export const markReopened = (tx: WriteTx, caseId: string, on: CalendarDay): Promise<number> => tx.run("update app.case_closures set reopened_on = $2 where case_id = $1 and reopened_on is null", [caseId, on]);
