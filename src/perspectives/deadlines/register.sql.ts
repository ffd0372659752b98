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

export interface UnguardedFactRow {
  readonly person_id: string;
  readonly key: string;
  readonly value: unknown;
  readonly from_on: CalendarDay | null;
  readonly until_on: CalendarDay | null;
  readonly stated_on: CalendarDay;
}
/** What was recorded and needs no key, for the system job; in the order in which it was told. */
export const listUnguardedFacts = (tx: ReadTx, tenantId: string, persons: readonly string[]): Promise<UnguardedFactRow[]> =>
  tx.query<UnguardedFactRow>("select person_id, key, value, from_on, until_on, stated_on from app.facts_for_deadlines($1, $2) order by person_id, stated_on, recorded_at", [tenantId, persons]);
