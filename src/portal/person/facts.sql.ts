import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { NewMessage } from "../portal.sql.ts";

/** What the rules use of the person, told last comes last; what may hurt is not among it. */
export interface FactRow {
  readonly id: string; readonly key: string; readonly value: unknown; readonly from_on: CalendarDay | null; readonly until_on: CalendarDay | null;
  readonly source: "said" | "paper" | "register" | "finding"; readonly stated_on: CalendarDay; readonly is_by_person: boolean;
}
export const listFacts = (tx: ReadTx): Promise<FactRow[]> => tx.query<FactRow>("select * from app.portal_facts()");
export interface SaidFactRow { readonly key: string; readonly value: unknown; readonly sent_at: Date }
export const listSaidFacts = (tx: ReadTx): Promise<SaidFactRow[]> => tx.query<SaidFactRow>("select * from app.portal_said_facts()");
export const sayFact = async (tx: WriteTx, m: Omit<NewMessage, "kind" | "item"> & { readonly key: string; readonly value: unknown }): Promise<boolean> =>
  (await tx.get<{ ok: boolean }>("select app.portal_say_fact($1, $2, $3, $4, $5, $6, $7) as ok", [m.id, m.key, JSON.stringify(m.value), m.words, m.taskId, m.taskTitle, m.today])).ok;
export const showsFamily = async (tx: ReadTx): Promise<boolean> => (await tx.get<{ is_on: boolean }>("select app.portal_shows_family() as is_on")).is_on;

/** Offices that see the item through a share; where tasks are shared with them, one life area for theirs. */
export interface ShareHolder { readonly share_id: string; readonly office: string; readonly life_area: string | null }
export const listShareHolders = (tx: ReadTx, item: string): Promise<ShareHolder[]> => tx.query<ShareHolder>("select * from app.portal_share_holders($1)", [item]);
export const giveOfficeTask = async (tx: WriteTx, message: string, share: string, taskId: string, title: Buffer, today: CalendarDay): Promise<boolean> =>
  (await tx.get<{ ok: boolean }>("select app.portal_task_for_office($1, $2, $3, $4, $5) as ok", [message, share, taskId, title, today])).ok;
