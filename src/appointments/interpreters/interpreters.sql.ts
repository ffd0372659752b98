import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { RequestState } from "../appointment-words.ts";
import type { Place } from "../appointments.sql.ts";

export interface InterpreterRow {
  readonly id: string;
  readonly name: string;
  readonly reach: string;
  readonly languages: readonly string[];
  readonly lead_days: number | null;
  readonly is_retired: boolean;
  readonly version: number;
}
const SELECT = "select id, name, reach, languages, lead_days, retired_at is not null as is_retired, version from app.interpreters";
export const listInterpreters = (tx: ReadTx): Promise<InterpreterRow[]> => tx.query<InterpreterRow>(`${SELECT} order by retired_at is not null, name, id`);
export const getInterpreter = (tx: ReadTx, id: string): Promise<InterpreterRow> => tx.get<InterpreterRow>(`${SELECT} where id = $1`, [id]);
export interface InterpreterFields {
  readonly name: string;
  readonly reach: string;
  readonly languages: readonly string[];
  readonly leadDays: number | null;
}
export const insertInterpreter = (tx: WriteTx, of: Place, id: string, i: InterpreterFields): Promise<void> =>
  tx.runOne("insert into app.interpreters (tenant_id, room_id, id, name, reach, languages, lead_days) values ($1, $2, $3, $4, $5, $6, $7)", [of.tenantId, of.roomId, id, i.name, i.reach, i.languages, i.leadDays]);
export const updateInterpreter = (tx: WriteTx, id: string, version: number, i: InterpreterFields, isRetired: boolean): Promise<number> =>
  tx.run("update app.interpreters set name = $3, reach = $4, languages = $5, lead_days = $6, retired_at = case when $7 then coalesce(retired_at, now()) end, version = version + 1 where id = $1 and version = $2", [id, version, i.name, i.reach, i.languages, i.leadDays, isRetired]);

export const insertRequest = (tx: WriteTx, of: Place, r: { id: string; caseId: string; appointmentId: string; interpreterId: string | null; language: string; on: CalendarDay }): Promise<void> =>
  tx.runOne("insert into app.interpreter_requests (tenant_id, room_id, id, case_id, appointment_id, interpreter_id, language, requested_by, requested_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    [of.tenantId, of.roomId, r.id, r.caseId, r.appointmentId, r.interpreterId, r.language, of.accountId, r.on]);
/** 0 where it is settled otherwise by now. */
export const settleRequest = (tx: WriteTx, caseId: string, id: string, r: { state: RequestState; confirmedCt: Buffer | null; by: string; on: CalendarDay }): Promise<number> =>
  tx.run("update app.interpreter_requests set state = $3, confirmed_ct = coalesce($4, confirmed_ct), settled_by = $5, settled_on = $6, version = version + 1 where case_id = $1 and id = $2 and state in ('requested', 'confirmed')", [caseId, id, r.state, r.confirmedCt, r.by, r.on]);
