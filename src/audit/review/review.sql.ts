import type { ReadTx } from "../../db/index.ts";

export interface RecordFilter {
  readonly accountId: string | null;
  /** the first word of an event: "case" */
  readonly thing: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly caseId: string | null;
  /** also what showed the case in a list: no index helps there, so it is asked for */
  readonly inLists: boolean;
  /** of the last row of the page before */
  readonly after: { readonly at: string; readonly id: string } | null;
}

export interface RecordLine {
  readonly id: string;
  /** with microseconds, in UTC: the key of the next page */
  readonly at: string;
  readonly account_id: string | null;
  readonly function: string;
  readonly action: string;
  readonly object_count: number;
  readonly case_id: string | null;
  readonly purpose: string;
  readonly is_sealed: boolean;
}

/** Newest first. Row security decides whose record it is: that of the rooms one supervises. */
export const listRecord = (tx: ReadTx, filter: RecordFilter, most: number): Promise<RecordLine[]> =>
  tx.query<RecordLine>(
    `select id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, account_id, function, action, cardinality(object_ids) as object_count, case_id, purpose, seq is not null as is_sealed
       from app.access_records
      where room_id is not null and ($1::uuid is null or account_id = $1) and ($2::text is null or split_part(action, '.', 1) = $2)
        and ($3::date is null or at >= $3::date) and ($4::date is null or at < $4::date + 1)
        and ($5::uuid is null or case_id = $5 or ($9 and $5 = any (object_ids))) and ($6::timestamptz is null or (at, id) < ($6::timestamptz, $7::uuid))
      order by at desc, id desc limit $8`,
    [filter.accountId, filter.thing, filter.from, filter.until, filter.caseId, filter.after?.at ?? null, filter.after?.id ?? null, most, filter.inLists],
  );

export interface RecordedAccount {
  readonly id: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly organisation: string;
}
export const listRecordedAccounts = (tx: ReadTx): Promise<RecordedAccount[]> => tx.query<RecordedAccount>("select id, given_name, family_name, organisation from app.recorded_accounts()");

export const listRecordedCases = (tx: ReadTx, ids: readonly string[], number: string | null): Promise<{ id: string; number: string }[]> =>
  tx.query("select id, number from app.recorded_cases($1, $2)", [ids, number]);
