import type { ClientBase } from "pg";
import type { WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";

export interface ErasedRow {
  readonly tenant_id: string;
  readonly room_id: string;
  readonly persons: number;
}
/** One row per file that went; none left where fewer came back than asked for. */
export const eraseDueFiles = (tx: WriteTx, day: CalendarDay, most: number): Promise<ErasedRow[]> => tx.query<ErasedRow>("select * from app.erase_due_files($1, $2)", [day, most]);
export const closeNight = (tx: WriteTx, day: CalendarDay): Promise<unknown> => tx.query("select app.close_retention_night($1)", [day]);
export const eraseDuePersons = async (tx: WriteTx, day: CalendarDay, most: number): Promise<number> => (await tx.get<{ n: number }>("select app.erase_due_persons($1, $2) as n", [day, most])).n;
/** Consultations without names: each has a key of its own, which is destroyed after the commit. */
export const eraseDueConsultations = async (tx: WriteTx, day: CalendarDay, most: number): Promise<number> => (await tx.get<{ n: number }>("select app.erase_due_consultations($1, $2) as n", [day, most])).n;

/** As the owner, before anything is served. Files, persons and copies whose keys are destroyed, but whose rows came back with a backup. */
export const purgeDestroyed = async (owner: ClientBase, refs: readonly string[]): Promise<number> => (await owner.query<{ n: number }>("select app.purge_destroyed($1) as n", [[...refs]])).rows[0]!.n;

/** Files whose rows went, by their names on disk. */
export const listFilesToDelete = async (owner: ClientBase): Promise<string[]> =>
  (await owner.query<{ stored_name: string }>("select stored_name from private.keys_to_destroy where stored_name <> ''")).rows.map((row) => row.stored_name);

export const needsCompacting = async (owner: ClientBase): Promise<boolean> => (await owner.query<{ needs_compacting: boolean }>("select needs_compacting from private.retention_state")).rows[0]?.needs_compacting === true;
export const noteCompacted = (owner: ClientBase): Promise<unknown> => owner.query("update private.retention_state set needs_compacting = false, compacted_at = now()");

/** Tables that hold names, days and places of people unsealed; whatever else is erased is ciphertext without a key. */
export const listPlainTables = async (owner: ClientBase): Promise<string[]> =>
  (await owner.query<{ name: string }>(
    `select distinct c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace in ('app'::regnamespace, 'private'::regnamespace)
        and (c.relname in ('persons', 'cases', 'search_keys') or c.relname like 'person\\_%' or a.attname in ('main_name', 'first_name', 'sender_name'))
      order by 1`,
  )).rows.map((row) => row.name);
