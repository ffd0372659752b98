import type { ReadTx, WriteTx } from "../db/index.ts";

export interface KnownPerson {
  readonly personId: string;
  readonly names: readonly { readonly family: string; readonly given: string }[];
  readonly birthOn: string | null;
  readonly precision: "day" | "month" | "year" | "estimated" | "unknown";
  readonly gender: "female" | "male" | "diverse" | "unknown";
  readonly nationalities: readonly string[];
  readonly numbers: readonly string[];
  readonly streets: readonly string[];
}
/** For the work of jobs alone, by id. */
export const listMatchMaterial = (tx: ReadTx, after: string | null, most: number): Promise<KnownPerson[]> =>
  tx.query<KnownPerson>(
    `select person_id as "personId", names, birth_on as "birthOn", birth_precision as precision, gender, nationalities, numbers, streets from app.match_material($1, $2)`,
    [after, most],
  );
/** Persons of cases that the orderer is excluded from: those do not exist for them. */
export const listExcludedPersons = (tx: ReadTx): Promise<{ id: string }[]> => tx.query("select app.excluded_person_ids() as id");

export interface NewPair {
  readonly id: string;
  readonly one: string;
  readonly other: string;
  readonly score: number;
  readonly reasons: readonly string[];
}
/** What was proposed, or decided, before stays as it is. Returns how many are new. */
export const insertPairs = (tx: WriteTx, where: { tenantId: string; roomId: string }, pairs: readonly NewPair[]): Promise<number> =>
  tx.run(
    `insert into app.duplicate_pairs (tenant_id, room_id, id, first_id, second_id, score, reasons, state)
     select $1, $2, p.id, least(p.one, p.other), greatest(p.one, p.other), p.score, coalesce(string_to_array(nullif(p.reasons, ''), chr(31)), '{}'), 'open'
       from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::real[], $7::text[]) as p(id, one, other, score, reasons)
     on conflict do nothing`,
    // lists inside a list travel as text: an array of arrays would have to be of equal lengths
    [where.tenantId, where.roomId, pairs.map((p) => p.id), pairs.map((p) => p.one), pairs.map((p) => p.other), pairs.map((p) => p.score), pairs.map((p) => p.reasons.join("\u001f"))],
  );

export interface Search {
  readonly id: string;
  readonly state: "queued" | "running" | "done" | "failed" | "cancelled";
  readonly done: number;
  readonly total: number;
  readonly createdAt: Date;
}
/** The asker's own latest comparison of the register in this room. */
export const findLastSearch = (tx: ReadTx, kind: string): Promise<Search | undefined> =>
  tx.find<Search>(`select id, state, done, total, created_at as "createdAt" from app.jobs where kind = $1 and account_id = (select app.current_account()) order by created_at desc, id desc limit 1`, [kind]);
/** Pairs that have come up since, of those that the asker may see. */
export const countPairsSince = async (tx: ReadTx, since: Date): Promise<number> => (await tx.get<{ n: number }>("select count(*) as n from app.duplicate_pairs where created_at >= $1", [since])).n;
