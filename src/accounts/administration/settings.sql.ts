import type { ReadTx, WriteTx } from "../../db/index.ts";

export interface Setting {
  readonly key: string;
  readonly value: unknown;
  readonly version: number;
}
export const listSettings = (tx: ReadTx, tenantId: string): Promise<Setting[]> => tx.query("select key, value, version from app.settings where tenant_id = $1", [tenantId]);
export const putSetting = (tx: WriteTx, tenantId: string, key: string, value: unknown): Promise<void> =>
  tx.runOne("insert into app.settings as s (tenant_id, key, value) values ($1, $2, $3::jsonb) on conflict (tenant_id, key) do update set value = excluded.value, version = s.version + 1", [tenantId, key, JSON.stringify(value)]);

/** Two lists that are kept alike. The name of the table is one of these, never an input. */
export type WordList = "life_areas" | "admission_criteria";
export interface Word {
  readonly key: string;
  readonly label: string;
  readonly position: number;
  readonly is_retired: boolean;
  readonly version: number;
}
export const listWords = (tx: ReadTx, list: WordList, tenantId: string): Promise<Word[]> =>
  tx.query(`select key, label, position, retired_at is not null as is_retired, version from app.${list} where tenant_id = $1 order by retired_at is not null, position, key`, [tenantId]);
export const insertWord = (tx: WriteTx, list: WordList, tenantId: string, key: string, label: string): Promise<void> =>
  tx.runOne(`insert into app.${list} (tenant_id, key, label, position) select $1, $2, $3, coalesce(max(w.position), 0) + 1 from app.${list} w where w.tenant_id = $1`, [tenantId, key, label]);
export const updateWord = (tx: WriteTx, list: WordList, tenantId: string, key: string, label: string, position: number, isRetired: boolean): Promise<void> =>
  tx.runOne(
    `update app.${list} set label = $3, position = $4, retired_at = case when $5 then coalesce(retired_at, now()) end, version = version + 1 where tenant_id = $1 and key = $2`,
    [tenantId, key, label, position, isRetired],
  );

export interface LegalBasis {
  readonly id: string;
  readonly kind: "statutory_task" | "consent";
  readonly citation: string;
  readonly purpose: string;
  readonly recipients: string;
  readonly retention: string;
  readonly is_retired: boolean;
  readonly version: number;
}
export type LegalBasisValues = Pick<LegalBasis, "citation" | "purpose" | "recipients" | "retention">;
export const listLegalBases = (tx: ReadTx, tenantId: string): Promise<LegalBasis[]> =>
  tx.query("select id, kind, citation, purpose, recipients, retention, retired_at is not null as is_retired, version from app.legal_bases where tenant_id = $1 order by retired_at is not null, citation, id", [tenantId]);
export const insertLegalBasis = (tx: WriteTx, tenantId: string, id: string, kind: string, b: LegalBasisValues): Promise<void> =>
  tx.runOne("insert into app.legal_bases (tenant_id, id, kind, citation, purpose, recipients, retention) values ($1, $2, $3, $4, $5, $6, $7)", [tenantId, id, kind, b.citation, b.purpose, b.recipients, b.retention]);
/** What cases already name stays as it was: a basis is retired and a new one added, never rewritten. */
export const retireLegalBasis = (tx: WriteTx, tenantId: string, id: string): Promise<void> =>
  tx.runOne("update app.legal_bases set retired_at = now(), version = version + 1 where tenant_id = $1 and id = $2 and retired_at is null", [tenantId, id]);
/** Only what stood empty is filled in: who receives and for how long, which the register of processing needs (Art. 30 DSGVO). */
export const completeLegalBasis = (tx: WriteTx, tenantId: string, id: string, recipients: string, retention: string): Promise<void> =>
  tx.runOne(
    `update app.legal_bases set recipients = case when recipients = '' then $3 else recipients end, retention = case when retention = '' then $4 else retention end, version = version + 1
      where tenant_id = $1 and id = $2 and retired_at is null and (recipients = '' or retention = '')`,
    [tenantId, id, recipients, retention],
  );
