import type { ReadTx, WriteTx } from "../db/index.ts";

export type MergeAnswer = "merged" | "not_found" | "same" | "both_joined" | "join_first" | "bad_choice";

export async function mergeRecords(tx: WriteTx, id: string, one: string, other: string, choices: Readonly<Record<string, string>>): Promise<MergeAnswer> {
  return (await tx.get<{ answer: MergeAnswer }>("select app.merge_persons($1, $2, $3, $4) as answer", [id, one, other, JSON.stringify(choices)])).answer;
}

export async function unmergeRecords(tx: WriteTx, id: string): Promise<boolean> {
  return (await tx.get<{ done: boolean }>("select app.unmerge_persons($1) as done", [id])).done;
}

export interface Merge {
  readonly id: string;
  readonly keptId: string;
  readonly mergedId: string;
  readonly choices: Readonly<Record<string, string>>;
  readonly mergedBy: string;
  readonly mergedAt: Date;
  readonly unmergedAt: Date | null;
  readonly version: number;
}
const MERGE = `select id, kept_id as "keptId", merged_id as "mergedId", choices, merged_by as "mergedBy", merged_at as "mergedAt", unmerged_at as "unmergedAt", version from app.merges`;

/** Merges in force, the latest first. */
export const listMerges = (tx: ReadTx, most: number): Promise<Merge[]> => tx.query<Merge>(`${MERGE} where unmerged_at is null order by merged_at desc, id desc limit $1`, [most]);
export const getMerge = (tx: ReadTx, id: string): Promise<Merge> => tx.get<Merge>(`${MERGE} where id = $1`, [id]);

export type PairState = "open" | "merged" | "separate" | "later";
export interface Pair {
  readonly id: string;
  readonly firstId: string;
  readonly secondId: string;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly state: PairState;
  readonly version: number;
}
const PAIR = `select id, first_id as "firstId", second_id as "secondId", score, reasons, state, version from app.duplicate_pairs`;

export const getPair = (tx: ReadTx, id: string): Promise<Pair> => tx.get<Pair>(`${PAIR} where id = $1`, [id]);

/** The likeliest first. `after` is the last pair of the page before. */
export const listPairs = (tx: ReadTx, state: PairState, most: number, after: string | null = null): Promise<Pair[]> =>
  tx.query<Pair>(`${PAIR} where state = $1 and ($3::uuid is null or (score, id) < (select l.score, l.id from app.duplicate_pairs l where l.id = $3)) order by score desc, id desc limit $2`, [state, most, after]);

export async function countPairs(tx: ReadTx): Promise<Readonly<Record<PairState, number>>> {
  const rows = await tx.query<{ state: PairState; count: number }>("select state, count(*) from app.duplicate_pairs group by state");
  return { open: 0, merged: 0, separate: 0, later: 0, ...Object.fromEntries(rows.map((r) => [r.state, r.count])) };
}

export interface WaitingRows {
  readonly importId: string;
  readonly fileName: string;
  readonly rows: number;
}
/** Rows of lists that resemble another and wait for a decision in their import; nothing for whoever may not take lists in. */
export const listWaitingRows = (tx: ReadTx): Promise<WaitingRows[]> =>
  tx.query<WaitingRows>(
    `select i.id as "importId", i.file_name as "fileName", count(*) as rows
       from app.import_rows r join app.imports i on i.tenant_id = r.tenant_id and i.room_id = r.room_id and i.id = r.import_id
      where r.row_ct is not null and r.decision in ('open', 'later') and r.match_score is not null and i.state in ('checking', 'done')
      group by i.id, i.file_name order by i.id desc limit 5`,
  );

export function updatePairState(tx: WriteTx, id: string, state: "separate" | "later" | "open", decidedBy: string | null, version: number): Promise<number> {
  return tx.run(
    "update app.duplicate_pairs set state = $2, decided_by = $3, decided_at = case when $3::uuid is null then null else now() end, version = version + 1 where id = $1 and version = $4 and state <> 'merged'",
    [id, state, decidedBy, version],
  );
}
