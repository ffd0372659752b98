import type { ReadTx } from "../../db/index.ts";
import type { RecordedAccount } from "./review.sql.ts";

export interface AdministrationLine {
  readonly id: string;
  /** with microseconds, in UTC: the key of the next page */
  readonly at: string;
  readonly account_id: string | null;
  readonly action: string;
  readonly object_ids: readonly string[];
  readonly is_sealed: boolean;
}

/** Newest first. Row security gives it to administrators and data protection officers, and this filter keeps the record of files out. */
export const listAdministration = (tx: ReadTx, tenantId: string, after: { readonly at: string; readonly id: string } | null, most: number): Promise<AdministrationLine[]> =>
  tx.query<AdministrationLine>(
    `select id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, account_id, action, object_ids, seq is not null as is_sealed
       from app.access_records
      where tenant_id = $1 and app.is_administration(action, function, room_id) and ($2::timestamptz is null or (at, id) < ($2::timestamptz, $3::uuid))
      order by at desc, id desc limit $4`,
    [tenantId, after?.at ?? null, after?.id ?? null, most],
  );

export const listAdministeredAccounts = (tx: ReadTx, ids: readonly string[]): Promise<RecordedAccount[]> =>
  tx.query<RecordedAccount>("select id, given_name, family_name, organisation from app.accounts_in_administration_record($1)", [ids]);

/** Offices and rooms by name, as far as the reader may know them. */
export const listAdministeredPlaces = (tx: ReadTx, tenantId: string, ids: readonly string[]): Promise<{ id: string; name: string }[]> =>
  tx.query("select id, name from app.organisations where tenant_id = $1 and id = any ($2) union all select id, name from app.rooms where tenant_id = $1 and id = any ($2)", [tenantId, ids]);
