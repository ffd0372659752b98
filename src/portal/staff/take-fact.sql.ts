import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";

/** False where it is not there, not of this team, or taken over already. */
export const takeOverFact = async (tx: WriteTx, message: string, fact: string): Promise<boolean> => (await tx.get<{ ok: boolean }>("select app.take_over_portal_fact($1, $2) as ok", [message, fact])).ok;
export interface TakenFact { readonly id: string; readonly person_id: string; readonly key: string; readonly value: unknown; readonly stated_on: CalendarDay; readonly is_by_person: boolean }
export const getTakenFact = (tx: ReadTx, id: string): Promise<TakenFact> => tx.get<TakenFact>("select id, person_id, key, value, stated_on, is_by_person from app.facts where id = $1", [id]);
