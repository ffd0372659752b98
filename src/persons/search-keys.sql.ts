import type { ReadTx, WriteTx } from "../db/index.ts";
import type { Session } from "../http/index.ts";
import type { DuplicateKeys } from "./keys.ts";

export async function replaceSearchKeys(tx: WriteTx, session: Session, recordId: string, keys: readonly string[]): Promise<void> {
  await tx.run("delete from app.search_keys where person_id = $1 and key <> all ($2)", [recordId, keys]);
  await tx.run(
    "insert into app.search_keys (tenant_id, room_id, key, person_id) select $1, $2, k, $3 from unnest($4::text[]) k on conflict do nothing",
    [session.tenantId, session.roomId, recordId, keys],
  );
}

export interface Hit {
  readonly personId: string;
  readonly hits: number;
  readonly isOpen: boolean;
}
/** Records that have a key of every group. */
export function findByKeys(tx: ReadTx, groups: readonly (readonly string[])[], most: number): Promise<Hit[]> {
  const keys = groups.flat();
  const parts = groups.flatMap((group, i) => group.map(() => i));
  return tx.query<Hit>(`select person_id as "personId", hits, is_open as "isOpen" from app.find_persons($1, $2, $3)`, [keys, parts, most]);
}

/** Open records that share most keys with these. */
export async function listOpenNeighbours(tx: ReadTx, keys: readonly string[], most: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>("select person_id as id from app.search_keys where key = any ($1) group by person_id order by count(*) desc, person_id limit $2", [keys, most]);
  return rows.map((row) => row.id);
}

const arrays = (k: DuplicateKeys): unknown[] => [k.wholeNames, k.nameParts, k.birthDays, k.birthYears, k.numbers];

/** Yes or no about files that the asker may not open. */
export async function isPerhapsRecorded(tx: ReadTx, keys: DuplicateKeys): Promise<boolean> {
  return (await tx.get<{ yes: boolean }>("select app.perhaps_recorded($1, $2, $3, $4, $5) as yes", arrays(keys))).yes;
}

export async function noteDuplicates(tx: WriteTx, recordId: string, keys: DuplicateKeys): Promise<void> {
  await tx.query("select app.note_duplicates($1, $2, $3, $4, $5, $6)", [recordId, ...arrays(keys)]);
}
