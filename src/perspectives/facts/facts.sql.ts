import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { FactSource } from "./fact-entry.ts";

export interface FactRow {
  readonly tenant_id: string;
  readonly id: string;
  readonly person_id: string;
  readonly case_id: string | null;
  readonly key: string;
  readonly value: unknown;
  readonly value_ct: Buffer | null;
  readonly is_guarded: boolean;
  readonly from_on: CalendarDay | null;
  readonly until_on: CalendarDay | null;
  readonly source: FactSource;
  readonly stated_on: CalendarDay;
  readonly found_by: string;
  readonly evidence_document_id: string | null;
  readonly is_by_person: boolean;
  readonly recorded_by: string;
  readonly recorded_by_name: string | null;
  readonly recorded_at: Date;
  readonly version: number;
  readonly key_ref: string;
}

const SELECT = `select f.tenant_id, f.id, f.person_id, f.case_id, f.key, f.value, f.value_ct, f.is_guarded, f.from_on, f.until_on, f.source, f.stated_on, f.found_by,
    f.evidence_document_id, f.is_by_person, f.recorded_by, concat_ws(' ', a.given_name, a.family_name) as recorded_by_name, f.recorded_at, f.version, p.key_ref
  from app.facts f join app.persons p on p.tenant_id = f.tenant_id and p.id = f.person_id
  left join app.accounts a on a.tenant_id = f.tenant_id and a.id = f.recorded_by`;

/** Entries of these records that were not taken back, oldest first. */
export const listFactRows = (tx: ReadTx, recordIds: readonly string[]): Promise<FactRow[]> =>
  tx.query<FactRow>(`${SELECT} where f.person_id = any ($1) and f.withdrawn_at is null order by f.stated_on, f.recorded_at, f.id`, [recordIds]);

export const getFactRow = (tx: ReadTx, personId: string, factId: string): Promise<FactRow> =>
  tx.get<FactRow>(`${SELECT} where f.person_id = $1 and f.id = $2 and f.withdrawn_at is null`, [personId, factId]);

/** As getFactRow, where only the entry is known: what an answer shows of one just written. */
export const getFactRowById = (tx: ReadTx, factId: string): Promise<FactRow> => tx.get<FactRow>(`${SELECT} where f.id = $1`, [factId]);

export type NewFactRow = Omit<FactRow, "recorded_by_name" | "recorded_at" | "version" | "key_ref" | "is_by_person"> & { readonly room_id: string };

export const insertFactRow = (tx: WriteTx, row: NewFactRow): Promise<number> =>
  tx.run(
    `insert into app.facts (tenant_id, room_id, id, person_id, case_id, key, value, value_ct, is_guarded, from_on, until_on, source, stated_on, found_by, evidence_document_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [row.tenant_id, row.room_id, row.id, row.person_id, row.case_id, row.key, row.value === null ? null : JSON.stringify(row.value), row.value_ct, row.is_guarded,
      row.from_on, row.until_on, row.source, row.stated_on, row.found_by, row.evidence_document_id, row.recorded_by],
  );

/** How many it touched: none where another version stands there by now. */
export const withdrawFactRow = (tx: WriteTx, personId: string, factId: string, version: number): Promise<number> =>
  tx.run("update app.facts set withdrawn_at = now(), version = version + 1 where person_id = $1 and id = $2 and version = $3 and withdrawn_at is null", [personId, factId, version]);

/** Files that may stand as evidence. */
export const listDocumentIds = async (tx: ReadTx, caseId: string): Promise<string[]> =>
  (await tx.query<{ id: string }>("select id from app.documents where case_id = $1 and withdrawn_at is null", [caseId])).map((row) => row.id);

export interface EvidenceRow {
  readonly id: string;
  readonly name_ct: Buffer;
  readonly person_id: string | null;
}
export const listEvidence = (tx: ReadTx, caseId: string): Promise<EvidenceRow[]> =>
  tx.query<EvidenceRow>("select id, name_ct, person_id from app.documents where case_id = $1 and withdrawn_at is null order by created_at desc, id", [caseId]);
