import type { ReadTx, WriteTx } from "../db/index.ts";
import type { ColumnMap, ImportRecord, ImportState, Informed } from "./import-list.ts";

const COLUMNS = `i.id, i.tenant_id as "tenantId", i.account_id as "accountId", i.file_name as "fileName", i.stored_name as "storedName", i.key_ref as "keyRef", i.state,
  i.source, i.controller_id as "controllerId", i.legal_basis_id as "legalBasisId", i.informed, i.sheet_name as "sheetName", i.column_map as "columnMap",
  i.outline_ct as outline, i.row_count as "rowCount", i.error_code as "errorCode", i.error_sentence as "errorSentence", i.cells_delete_on as "cellsDeleteOn",
  i.version, i.created_at as "createdAt", i.completed_at as "completedAt", coalesce(a.given_name || ' ' || a.family_name, '') as by`;
const FROM = "from app.imports i left join app.accounts a on a.tenant_id = i.tenant_id and a.id = i.account_id";

export const getImport = (tx: ReadTx, tenantId: string, id: string): Promise<ImportRecord> => tx.get<ImportRecord>(`select ${COLUMNS} ${FROM} where i.tenant_id = $1 and i.id = $2`, [tenantId, id]);

/** Waits for whoever changes it at this moment. */
export async function lockImport(tx: WriteTx, tenantId: string, id: string): Promise<ImportRecord> {
  await tx.get("select 1 as yes from app.imports where tenant_id = $1 and id = $2 for update", [tenantId, id]);
  return getImport(tx, tenantId, id);
}

/** With how many rows still wait for a decision. */
export const listImports = (tx: ReadTx, tenantId: string, before: string | null, most: number): Promise<(ImportRecord & { readonly left: number })[]> =>
  tx.query<ImportRecord & { left: number }>(`select ${COLUMNS}, (select count(*) from app.import_rows r where r.tenant_id = i.tenant_id and r.room_id = i.room_id and r.import_id = i.id and r.row_ct is not null and r.decision in ('open', 'later')) as left ${FROM} where i.tenant_id = $1 and ($2::uuid is null or i.id < $2) order by i.id desc limit $3`, [tenantId, before, most]);

/** An import of the very same file that is under way or done. */
export const findSameFile = (tx: ReadTx, tenantId: string, mac: Buffer): Promise<ImportRecord | undefined> =>
  tx.find<ImportRecord>(`select ${COLUMNS} ${FROM} where i.tenant_id = $1 and i.file_mac = $2 and i.state not in ('undone', 'discarded') order by i.id desc limit 1`, [tenantId, mac]);

export interface NewImport {
  readonly tenantId: string;
  readonly roomId: string;
  readonly id: string;
  readonly accountId: string;
  readonly fileName: string;
  readonly fileMac: Buffer;
  readonly storedName: string;
  readonly keyRef: string;
  readonly source: string;
  readonly controllerId: string | null;
  readonly legalBasisId: string | null;
  readonly informed: Informed;
  readonly sheetName: string;
  readonly columnMap: ColumnMap;
  readonly outline: Buffer;
  readonly rowCount: number;
}
export const insertImport = (tx: WriteTx, i: NewImport): Promise<void> =>
  tx.runOne(
    `insert into app.imports (tenant_id, room_id, id, account_id, file_name, file_mac, stored_name, key_ref, source, controller_id, legal_basis_id, informed, sheet_name, column_map, outline_ct, row_count)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [i.tenantId, i.roomId, i.id, i.accountId, i.fileName, i.fileMac, i.storedName, i.keyRef, i.source, i.controllerId, i.legalBasisId, i.informed, i.sheetName, JSON.stringify(i.columnMap), i.outline, i.rowCount],
  );

/** 0 where somebody was faster. */
export const updateMapping = (tx: WriteTx, i: ImportRecord, change: { sheetName: string; columnMap: ColumnMap; outline: Buffer; rowCount: number }): Promise<number> =>
  tx.run("update app.imports set sheet_name = $4, column_map = $5, outline_ct = $6, row_count = $7, version = version + 1 where tenant_id = $1 and id = $2 and version = $3", [
    i.tenantId, i.id, i.version, change.sheetName, JSON.stringify(change.columnMap), change.outline, change.rowCount,
  ]);

export const moveImport = (tx: WriteTx, i: Pick<ImportRecord, "tenantId" | "id" | "version">, state: ImportState, error: { code: string; sentence: string } | null = null): Promise<number> =>
  tx.run("update app.imports set state = $4, error_code = $5, error_sentence = $6, version = version + 1 where tenant_id = $1 and id = $2 and version = $3", [
    i.tenantId, i.id, i.version, state, error?.code ?? null, error?.sentence ?? null,
  ]);
/** For the jobs login: whoever ordered the job may have lost every right by now. */
export const noteFailure = async (tx: WriteTx, tenantId: string, importId: string, failure: { code: string; sentence: string }): Promise<void> => {
  await tx.query("select app.note_failed_import($1, $2, $3, $4)", [tenantId, importId, failure.code, failure.sentence]);
};
export const setRowCount = (tx: WriteTx, i: Pick<ImportRecord, "tenantId" | "id">, count: number): Promise<number> =>
  tx.run("update app.imports set row_count = $3 where tenant_id = $1 and id = $2", [i.tenantId, i.id, count]);

export interface CaseWorker {
  readonly id: string;
  readonly family: string;
  readonly given: string;
  readonly employer: string;
  readonly isLead: boolean;
}
export const listCaseWorkers = (tx: ReadTx): Promise<CaseWorker[]> => tx.query<CaseWorker>('select id, family, given, employer, is_lead as "isLead" from app.import_case_workers()');

export const listLegalBases = (tx: ReadTx, tenantId: string): Promise<{ id: string; citation: string; purpose: string }[]> =>
  tx.query("select id, citation, purpose from app.legal_bases where tenant_id = $1 and retired_at is null order by citation, id", [tenantId]);
export const listControllers = (tx: ReadTx, tenantId: string, roomId: string): Promise<{ id: string; name: string; ofRoom: boolean }[]> =>
  tx.query(
    `select o.id, o.name, exists (select from app.rooms r where r.tenant_id = o.tenant_id and r.id = $2 and r.controller_id = o.id) as "ofRoom"
       from app.organisations o where o.tenant_id = $1 and o.closed_at is null order by 3 desc, o.name, o.id`,
    [tenantId, roomId],
  );
export const listLifeAreas = (tx: ReadTx, tenantId: string): Promise<{ key: string; label: string }[]> =>
  tx.query("select key, label from app.life_areas where tenant_id = $1 and retired_at is null order by position, key", [tenantId]);

export const findProgress = (tx: ReadTx, tenantId: string, importId: string): Promise<{ state: string; done: number; total: number; errorCode: string | null } | undefined> =>
  tx.find('select state, done, total, error_code as "errorCode" from app.jobs where tenant_id = $1 and subject_id = $2 order by created_at desc, id desc limit 1', [tenantId, importId]);

export const isBuiltOn = async (tx: ReadTx, importId: string): Promise<boolean> => (await tx.get<{ yes: boolean }>("select app.import_is_built_on($1) as yes", [importId])).yes;
export const discardImport = async (tx: WriteTx, importId: string, version: number): Promise<boolean> =>
  (await tx.get<{ yes: boolean }>("select app.discard_import($1, $2) as yes", [importId, version])).yes;
