import type { ReadTx, WriteTx } from "../db/index.ts";
import type { Certainty, Decision, ImportRow } from "./import-list.ts";

const COLUMNS = `r.row_no as "rowNo", r.row_ct as content, r.certainty, r.is_waiting_list as "isWaitingList", r.decision, r.same_row_no as "sameRowNo", r.same_person_id as "samePersonId",
  r.match_score as score, r.match_reasons as reasons, r.issues, r.outcome, r.outcome_code as "outcomeCode", r.person_id as "personId", r.case_id as "caseId", r.version`;

export const ROW_FILTERS = ["check", "doubles", "unreadable", "open", "later", "left", "all"] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];
const FILTERS: Readonly<Record<RowFilter, string>> = {
  check: "and r.certainty = 'check'",
  unreadable: "and r.certainty = 'unreadable'",
  // as long as their cells are kept they can be decided, before and after the others were taken over
  doubles: "and r.match_score is not null and r.row_ct is not null and r.decision in ('open', 'later')",
  open: "and r.row_ct is not null and r.decision = 'open'",
  later: "and r.row_ct is not null and r.decision = 'later'",
  left: "and r.row_ct is not null and r.decision in ('open', 'later')",
  all: "",
};
/** By line number; `after` is the last line that was seen. */
export const listRows = (tx: ReadTx, tenantId: string, importId: string, filter: RowFilter, after: number, most: number): Promise<ImportRow[]> =>
  tx.query<ImportRow>(`select ${COLUMNS} from app.import_rows r where r.tenant_id = $1 and r.import_id = $2 and r.row_no > $3 ${FILTERS[filter]} order by r.row_no limit $4`, [tenantId, importId, after, most]);
export const getRow = (tx: ReadTx, tenantId: string, importId: string, rowNo: number): Promise<ImportRow> =>
  tx.get<ImportRow>(`select ${COLUMNS} from app.import_rows r where r.tenant_id = $1 and r.import_id = $2 and r.row_no = $3`, [tenantId, importId, rowNo]);
export const findRows = (tx: ReadTx, tenantId: string, importId: string, rowNos: readonly number[]): Promise<ImportRow[]> =>
  tx.query<ImportRow>(`select ${COLUMNS} from app.import_rows r where r.tenant_id = $1 and r.import_id = $2 and r.row_no = any ($3)`, [tenantId, importId, rowNos]);
/** Rows that were decided to be taken over and are not yet. */
export const listRowsToTake = (tx: ReadTx, tenantId: string, importId: string, after: number, most: number): Promise<ImportRow[]> =>
  tx.query<ImportRow>(
    `select ${COLUMNS} from app.import_rows r where r.tenant_id = $1 and r.import_id = $2 and r.row_no > $3 and r.row_ct is not null
        and r.decision in ('import', 'separate', 'same_row', 'same_person') order by r.row_no limit $4`,
    [tenantId, importId, after, most],
  );

export interface RowCounts {
  readonly total: number;
  readonly clear: number;
  readonly check: number;
  readonly unreadable: number;
  readonly doubles: number;
  readonly known: number;
  /** decided to be taken over and not yet */
  readonly ready: number;
  readonly later: number;
  /** of the undecided: nobody has said anything, or somebody said later, or they resemble another */
  readonly open: number;
  readonly putOff: number;
  readonly openDoubles: number;
  /** refused by the database when they were to be taken over */
  readonly failed: number;
  readonly taken: number;
  readonly merged: number;
}
export const countRows = (tx: ReadTx, tenantId: string, importId: string): Promise<RowCounts> =>
  tx.get<RowCounts>(
    `select count(*) as total, count(*) filter (where certainty = 'clear') as clear, count(*) filter (where certainty = 'check') as check,
        count(*) filter (where certainty = 'unreadable') as unreadable, count(*) filter (where match_score is not null) as doubles,
        count(*) filter (where outcome_code = 'already-imported') as known,
        count(*) filter (where row_ct is not null and decision in ('import', 'separate', 'same_row', 'same_person')) as ready,
        count(*) filter (where row_ct is not null and decision in ('open', 'later')) as later,
        count(*) filter (where row_ct is not null and decision = 'open') as open, count(*) filter (where row_ct is not null and decision = 'later') as "putOff",
        count(*) filter (where row_ct is not null and decision in ('open', 'later') and match_score is not null) as "openDoubles", count(*) filter (where outcome = 'failed') as failed,
        count(*) filter (where outcome in ('created', 'created_as_same')) as taken, count(*) filter (where outcome = 'created_as_same') as merged
       from app.import_rows where tenant_id = $1 and import_id = $2`,
    [tenantId, importId],
  );

export interface LikeRows {
  readonly issues: readonly string[];
  readonly decision: "open" | "later";
  readonly count: number;
}
/** What is still to be decided, by what is doubtful in it; what somebody put off counts apart. */
export const countIssues = (tx: ReadTx, tenantId: string, importId: string): Promise<LikeRows[]> =>
  tx.query<LikeRows>("select issues, decision, count(*) as count from app.import_rows where tenant_id = $1 and import_id = $2 and row_ct is not null and decision in ('open', 'later') and issues <> '{}' group by issues, decision order by decision desc, 3 desc, 1 limit 80", [tenantId, importId]);

export interface NewRow {
  readonly rowNo: number;
  readonly content: Buffer;
  readonly fingerprint: Buffer;
  readonly certainty: Certainty;
  readonly isWaitingList: boolean;
  readonly decision: Decision;
  readonly sameRowNo: number | null;
  readonly samePersonId: string | null;
  readonly score: number | null;
  readonly reasons: readonly string[];
  readonly issues: readonly string[];
  readonly outcomeCode: string | null;
}
/** Lists inside a list travel as text: an array of arrays would have to be of equal lengths. */
const joined = (list: readonly string[]): string => list.join("\u001f");

export const insertRows = (tx: WriteTx, where: { tenantId: string; roomId: string; importId: string }, rows: readonly NewRow[]): Promise<number> =>
  tx.run(
    `insert into app.import_rows (tenant_id, room_id, import_id, row_no, row_ct, fingerprint, certainty, is_waiting_list, decision, same_row_no, same_person_id, match_score, match_reasons, issues, outcome_code)
     select $1, $2, $3, r.row_no, r.row_ct, r.fingerprint, r.certainty, r.waiting, r.decision, r.same_row, r.same_person, r.score,
       coalesce(string_to_array(nullif(r.reasons, ''), chr(31)), '{}'), coalesce(string_to_array(nullif(r.issues, ''), chr(31)), '{}'), r.code
     from unnest($4::integer[], $5::bytea[], $6::bytea[], $7::text[], $8::boolean[], $9::text[], $10::integer[], $11::uuid[], $12::real[], $13::text[], $14::text[], $15::text[])
       as r(row_no, row_ct, fingerprint, certainty, waiting, decision, same_row, same_person, score, reasons, issues, code)`,
    [
      where.tenantId, where.roomId, where.importId,
      rows.map((r) => r.rowNo), rows.map((r) => r.content), rows.map((r) => r.fingerprint), rows.map((r) => r.certainty), rows.map((r) => r.isWaitingList), rows.map((r) => r.decision),
      rows.map((r) => r.sameRowNo), rows.map((r) => r.samePersonId), rows.map((r) => r.score), rows.map((r) => joined(r.reasons)), rows.map((r) => joined(r.issues)), rows.map((r) => r.outcomeCode),
    ],
  );
export const deleteRows = (tx: WriteTx, tenantId: string, importId: string): Promise<number> => tx.run("delete from app.import_rows where tenant_id = $1 and import_id = $2 and outcome is null", [tenantId, importId]);

/** Of these fingerprints, those that an import in force has made persons of. */
export async function findKnownFingerprints(tx: ReadTx, tenantId: string, importId: string, fingerprints: readonly Buffer[]): Promise<Set<string>> {
  const rows = await tx.query<{ fingerprint: Buffer }>(
    `select distinct r.fingerprint from app.import_rows r join app.imports i on i.tenant_id = r.tenant_id and i.id = r.import_id
      where r.tenant_id = $1 and r.fingerprint = any ($3::bytea[]) and r.import_id <> $2 and r.outcome in ('created', 'created_as_same') and i.state in ('done', 'importing')`,
    [tenantId, importId, fingerprints],
  );
  return new Set(rows.map((row) => row.fingerprint.toString("base64")));
}
/** By line, when and by whom the same row was taken over before. */
export const listEarlier = (tx: ReadTx, tenantId: string, importId: string, rowNos: readonly number[]): Promise<{ rowNo: number; on: string; by: string }[]> =>
  tx.query(
    `select distinct on (r.row_no) r.row_no as "rowNo", to_char(i.completed_at, 'YYYY-MM-DD') as on, coalesce(a.given_name || ' ' || a.family_name, '') as by
       from app.import_rows r
       join app.import_rows e on e.tenant_id = r.tenant_id and e.room_id = r.room_id and e.fingerprint = r.fingerprint and e.import_id <> r.import_id and e.outcome in ('created', 'created_as_same')
       join app.imports i on i.tenant_id = e.tenant_id and i.id = e.import_id and i.state = 'done'
       left join app.accounts a on a.tenant_id = i.tenant_id and a.id = i.account_id
      where r.tenant_id = $1 and r.import_id = $2 and r.row_no = any ($3) order by r.row_no, i.completed_at`,
    [tenantId, importId, rowNos],
  );

export interface RowDecision {
  readonly rowNo: number;
  readonly version: number;
  readonly decision: Decision;
}
/** Line numbers that were changed; the others somebody else decided meanwhile, or were taken over. */
export async function decideRows(tx: WriteTx, tenantId: string, importId: string, decisions: readonly RowDecision[]): Promise<number> {
  return tx.run(
    `update app.import_rows r set decision = d.decision, version = r.version + 1
       from unnest($3::integer[], $4::integer[], $5::text[]) d(row_no, version, decision)
      where r.tenant_id = $1 and r.import_id = $2 and r.row_no = d.row_no and r.version = d.version and r.row_ct is not null`,
    [tenantId, importId, decisions.map((d) => d.rowNo), decisions.map((d) => d.version), decisions.map((d) => d.decision)],
  );
}
/** All rows with exactly these doubts that nobody has decided; or, asked for by name, those that somebody put off. */
export const decideAlike = (tx: WriteTx, tenantId: string, importId: string, issues: readonly string[], decision: Decision, which: "open" | "later"): Promise<number> =>
  tx.run(
    `update app.import_rows set decision = $4, version = version + 1
      where tenant_id = $1 and import_id = $2 and row_ct is not null and decision = $5 and issues = $3::text[]
        and ($4 <> 'same_row' or same_row_no is not null) and ($4 <> 'same_person' or same_person_id is not null)`,
    [tenantId, importId, issues, decision, which],
  );
export const updateRowContent = (tx: WriteTx, tenantId: string, importId: string, row: Pick<ImportRow, "rowNo" | "version" | "certainty" | "isWaitingList" | "decision" | "issues"> & { content: Buffer }): Promise<number> =>
  tx.run(
    `update app.import_rows set row_ct = $5, certainty = $6, is_waiting_list = $7, decision = $8, issues = $9, version = version + 1
      where tenant_id = $1 and import_id = $2 and row_no = $3 and version = $4 and row_ct is not null`,
    [tenantId, importId, row.rowNo, row.version, row.content, row.certainty, row.isWaitingList, row.decision, row.issues],
  );

export interface KnownHead {
  readonly personId: string;
  readonly name: string;
  readonly own: string;
  readonly birthYear: number | null;
  readonly caseId: string | null;
  readonly number: string | null;
}
/** Of records that were there before, what the reader may know: heads of cases, and persons they may open. */
export const listKnownHeads = (tx: ReadTx, tenantId: string, personIds: readonly string[]): Promise<KnownHead[]> =>
  tx.query<KnownHead>(
    `select w.id as "personId", coalesce(c.main_name, concat_ws(', ', nullif(n.family, ''), nullif(n.given, '')), '') as name, coalesce(c.main_name_own, '') as own,
        coalesce(c.main_birth_year, extract(year from p.birth_on)::integer) as "birthYear", c.id as "caseId", c.number
       from unnest($2::uuid[]) w(id)
       left join lateral (select x.id, x.number, x.main_name, x.main_name_own, x.main_birth_year from app.cases x where x.tenant_id = $1 and x.main_person_id = w.id order by x.id desc limit 1) c on true
       left join app.persons p on p.tenant_id = $1 and p.id = w.id
       left join lateral (select y.family, y.given from app.person_names y where y.tenant_id = $1 and y.person_id = w.id order by y.is_primary desc, y.id limit 1) n on true
      where c.id is not null or p.id is not null`,
    [tenantId, personIds],
  );

export interface ReportRow {
  readonly rowNo: number;
  readonly outcome: string | null;
  readonly outcomeCode: string | null;
  readonly decision: Decision;
  readonly isWaitingList: boolean;
  readonly sameRowNo: number | null;
  readonly caseId: string | null;
  readonly number: string | null;
  readonly lead: string | null;
}
/** The case's number and lead only where the reader may see its head. */
export const listReport = (tx: ReadTx, tenantId: string, importId: string, after: number, most: number): Promise<ReportRow[]> =>
  tx.query<ReportRow>(
    `select r.row_no as "rowNo", r.outcome, r.outcome_code as "outcomeCode", r.decision, r.is_waiting_list as "isWaitingList", r.same_row_no as "sameRowNo", r.case_id as "caseId", c.number,
        nullif(concat_ws(' ', a.given_name, a.family_name), '') as lead
       from app.import_rows r
       left join app.cases c on c.tenant_id = r.tenant_id and c.id = r.case_id
       left join app.accounts a on a.tenant_id = c.tenant_id and a.id = c.lead_id
      where r.tenant_id = $1 and r.import_id = $2 and r.row_no > $3 order by r.row_no limit $4`,
    [tenantId, importId, after, most],
  );
