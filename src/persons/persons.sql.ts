import type { ReadTx, WriteTx } from "../db/index.ts";
import type { Session } from "../http/index.ts";
import type { CalendarDay } from "../kernel/calendar-day.ts";
import type { PartialDate, Precision } from "./partial-date.ts";
import type { Gender, PersonRecord } from "./person.ts";

interface Row {
  id: string;
  version: number;
  birth_on: CalendarDay | null;
  birth_precision: Precision | "unknown";
  birth_placeholder: boolean;
  gender: Gender;
  entered_on: CalendarDay | null;
  entered_precision: Precision | "unknown";
  died_on: CalendarDay | null;
  merged_into: string | null;
  has_case: boolean;
  recorded_by: string;
  key_ref: string;
  created_at: Date;
}
const COLUMNS = "p.id, p.version, p.birth_on, p.birth_precision, p.birth_placeholder, p.gender, p.entered_on, p.entered_precision, p.died_on, p.merged_into, p.has_case, p.recorded_by, p.key_ref, p.created_at";

const partial = (on: CalendarDay | null, precision: Precision | "unknown"): PartialDate | null => (on === null || precision === "unknown" ? null : { on, precision });
const recordOf = (row: Row): PersonRecord => ({
  id: row.id,
  version: row.version,
  birth: partial(row.birth_on, row.birth_precision),
  birthPlaceholder: row.birth_placeholder,
  gender: row.gender,
  entry: partial(row.entered_on, row.entered_precision),
  diedOn: row.died_on,
  mergedInto: row.merged_into,
  hasCase: row.has_case,
  recordedBy: row.recorded_by,
  keyRef: row.key_ref,
  createdAt: row.created_at,
});

export async function getRecord(tx: ReadTx, id: string): Promise<PersonRecord> {
  return recordOf(await tx.get<Row>(`select ${COLUMNS} from app.persons p where p.id = $1`, [id]));
}

/** The records that are one person with each of these, as far as the reader may open them. */
export async function listRecordsWith(tx: ReadTx, ids: readonly string[]): Promise<PersonRecord[]> {
  const rows = await tx.query<Row>(
    // arrays and not "in (select …)": an "or" of these would read every person of the room
    `with roots as materialized (select coalesce(p.merged_into, p.id) as id from app.persons p where p.id = any ($1))
     select ${COLUMNS} from app.persons p
      where p.id = any (array(select id from roots)) or p.merged_into = any (array(select id from roots)) or p.id = any ($1)
     order by p.created_at, p.id`,
    [ids],
  );
  return rows.map(recordOf);
}

export interface MergeRow {
  readonly id: string;
  readonly keptId: string;
  readonly mergedId: string;
  readonly choices: Readonly<Record<string, string>>;
}
/** Merges in force into these roots, the latest first. */
export async function listMergesOf(tx: ReadTx, rootIds: readonly string[]): Promise<MergeRow[]> {
  return tx.query<MergeRow>(
    `select id, kept_id as "keptId", merged_id as "mergedId", choices from app.merges where kept_id = any ($1) and unmerged_at is null order by merged_at desc, id desc`,
    [rootIds],
  );
}

export interface NewRecord {
  readonly id: string;
  readonly birth: PartialDate | null;
  readonly birthPlaceholder: boolean;
  readonly gender: Gender;
  readonly entry: PartialDate | null;
  readonly diedOn: CalendarDay | null;
}
const scalars = (r: NewRecord): unknown[] => [r.birth?.on ?? null, r.birth?.precision ?? "unknown", r.birthPlaceholder, r.gender, r.entry?.on ?? null, r.entry?.precision ?? "unknown", r.diedOn];

export async function insertRecord(tx: WriteTx, session: Session, record: NewRecord, keyRef: string, importId: string | null): Promise<void> {
  await tx.run(
    `insert into app.persons (tenant_id, room_id, id, recorded_by, key_ref, import_id, birth_on, birth_precision, birth_placeholder, gender, entered_on, entered_precision, died_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [session.tenantId, session.roomId, record.id, session.accountId, keyRef, importId, ...scalars(record)],
  );
}

export function updateRecord(tx: WriteTx, record: NewRecord, version: number): Promise<number> {
  return tx.run(
    `update app.persons set birth_on = $3, birth_precision = $4, birth_placeholder = $5, gender = $6, entered_on = $7, entered_precision = $8, died_on = $9, version = version + 1
     where id = $1 and version = $2`,
    [record.id, version, ...scalars(record)],
  );
}

/** Records without a case that the reader may open, the latest first. */
export async function listRecordsWithoutCase(tx: ReadTx, most: number): Promise<PersonRecord[]> {
  const rows = await tx.query<Row>(`select ${COLUMNS} from app.persons p where not p.has_case and p.merged_into is null order by p.created_at desc, p.id desc limit $1`, [most]);
  return rows.map(recordOf);
}

/** In a room that is worked room-wide: what was recorded last, with or without a case. */
export async function listLatestRecords(tx: ReadTx, recordedBy: string | null, most: number): Promise<PersonRecord[]> {
  const rows = await tx.query<Row>(
    `select ${COLUMNS} from app.persons p where p.merged_into is null and ($1::uuid is null or p.recorded_by = $1) order by p.created_at desc, p.id desc limit $2`,
    [recordedBy, most],
  );
  return rows.map(recordOf);
}

export interface CaseOfPerson {
  readonly personId: string;
  readonly caseId: string;
  readonly number: string;
  readonly phase: string;
  readonly isMain: boolean;
  readonly leadName: string | null;
}
/** Cases whose contents the reader may open. */
export async function listCasesOfPersons(tx: ReadTx, ids: readonly string[]): Promise<CaseOfPerson[]> {
  return tx.query<CaseOfPerson>(
    `select cp.person_id as "personId", c.id as "caseId", c.number, c.phase, cp.is_main as "isMain", nullif(concat_ws(' ', a.given_name, a.family_name), '') as "leadName"
       from app.case_persons cp join app.cases c on c.tenant_id = cp.tenant_id and c.id = cp.case_id
       left join app.accounts a on a.tenant_id = c.tenant_id and a.id = c.lead_id
      where cp.person_id = any ($1) and cp.left_on is null order by c.opened_on desc, c.id`,
    [ids],
  );
}

/** The cases that open these persons to the reader: also one that a person has left, and those of the records that are one person with them. */
export async function listCasesThroughWhichRead(tx: ReadTx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select distinct cp.case_id as id from app.case_persons cp
       join app.persons k on k.tenant_id = cp.tenant_id and k.room_id = cp.room_id and k.id = cp.person_id
      where coalesce(k.merged_into, k.id) in (select coalesce(p.merged_into, p.id) from app.persons p where p.id = any ($1)) order by 1`,
    [ids],
  );
  return rows.map((row) => row.id);
}

export interface CaseHead {
  readonly personId: string;
  readonly caseId: string;
  readonly number: string;
  readonly phase: string;
  readonly name: string;
  readonly nameOwn: string;
  readonly birthYear: number | null;
  readonly leadName: string | null;
}
const HEAD = `select c.main_person_id as "personId", c.id as "caseId", c.number, c.phase, c.main_name as name, c.main_name_own as "nameOwn", c.main_birth_year as "birthYear",
    nullif(concat_ws(' ', a.given_name, a.family_name), '') as "leadName"
  from app.cases c left join app.accounts a on a.tenant_id = c.tenant_id and a.id = c.lead_id`;
/** What a team lead may read of files not joined. */
export const listCaseHeads = (tx: ReadTx, mainPersonIds: readonly string[]): Promise<CaseHead[]> =>
  tx.query<CaseHead>(`${HEAD} where c.main_person_id = any ($1) order by c.opened_on desc, c.id`, [mainPersonIds]);
export const listCaseHeadsByNumber = (tx: ReadTx, number: string): Promise<CaseHead[]> => tx.query<CaseHead>(`${HEAD} where c.number = $1 and c.main_person_id is not null`, [number]);

/** The name of an account, as the list of merges says who decided. */
export async function accountNames(tx: ReadTx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>("select id, concat_ws(' ', given_name, family_name) as name from app.accounts where id = any ($1)", [ids]);
  return new Map(rows.map((row) => [row.id, row.name]));
}
