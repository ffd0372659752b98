import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";

/** What the system job reaches: functions alone, no row of any room. */
export interface RunPlace {
  readonly tenant_id: string;
  readonly on_day: CalendarDay;
  readonly after_person: string | null;
  readonly done: number;
  readonly total: number;
}
export interface PersonToCompute {
  readonly person_id: string;
  readonly key_ref: string;
  readonly is_wanted: boolean;
}
export interface KeptDay {
  readonly person_id: string;
  readonly rule: string;
  readonly kind: string;
  readonly day: string;
  readonly detail: string;
  readonly is_certain: boolean;
}

/** A run of that day that is not over and nobody else works on; the place is held until the transaction ends. */
export const takeRun = (tx: WriteTx, day: CalendarDay, law: string): Promise<RunPlace | undefined> => tx.find<RunPlace>("select * from app.take_deadline_run($1, $2)", [day, law]);

/** `last` null: the run is over. */
export const moveRun = (tx: WriteTx, run: RunPlace, last: string | null, persons: number, unread: number): Promise<unknown> =>
  tx.query("select app.move_deadline_run($1, $2, $3, $4, $5)", [run.tenant_id, run.on_day, last, persons, unread]);

export const listPersonsBehind = (tx: ReadTx, tenantId: string, behind: string | null, most: number): Promise<PersonToCompute[]> =>
  tx.query<PersonToCompute>("select * from app.persons_for_deadlines($1, $2, $3, null)", [tenantId, behind, most]);

export const listThesePersons = (tx: ReadTx, tenantId: string, ids: readonly string[]): Promise<PersonToCompute[]> =>
  tx.query<PersonToCompute>("select * from app.persons_for_deadlines($1, null, $2, $3)", [tenantId, ids.length, ids]);

/** Rows that changed. */
export const keepDays = async (tx: WriteTx, tenantId: string, persons: readonly string[], days: readonly KeptDay[], on: CalendarDay, law: string): Promise<number> =>
  (await tx.get<{ changed: number }>("select app.keep_upcoming_days($1, $2, $3, $4, $5) as changed", [tenantId, persons, JSON.stringify(days), on, law])).changed;

export const takeMarked = (tx: WriteTx, most: number): Promise<{ tenant_id: string; person_id: string }[]> => tx.query("select * from app.take_persons_to_compute($1)", [most]);
