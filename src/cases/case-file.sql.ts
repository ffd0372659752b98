import type { ReadTx } from "../db/index.ts";
import type { CalendarDay } from "../kernel/calendar-day.ts";

/** The head of a case, and the key that everything in it is sealed with. */
export interface CaseFile {
  readonly id: string;
  readonly number: string;
  readonly phase: string;
  readonly opened_on: CalendarDay;
  readonly admitted_on: CalendarDay | null;
  readonly closed_on: CalendarDay | null;
  readonly main_person_id: string | null;
  readonly main_name: string;
  readonly main_name_own: string;
  readonly person_count: number;
  readonly lead_id: string | null;
  readonly key_ref: string;
  readonly version: number;
}

const HEAD = "c.id, c.number, c.phase, c.opened_on, c.admitted_on, c.closed_on, c.main_person_id, c.main_name, c.main_name_own, c.person_count, c.lead_id, c.key_ref, c.version";

/** A case whose contents the reader may see; the team lead, who sees every head, must have joined. */
export const getCaseFile = (tx: ReadTx, id: string): Promise<CaseFile> =>
  tx.get<CaseFile>(`select ${HEAD} from app.cases c where c.id = $1 and c.id = any (array(select app.open_case_ids()))`, [id]);

/** Also for the team lead who has not joined: enough to assign, nothing of the contents. */
export const getCaseHead = (tx: ReadTx, id: string): Promise<CaseFile> => tx.get<CaseFile>(`select ${HEAD} from app.cases c where c.id = $1`, [id]);

export interface CasePerson {
  readonly person_id: string;
  readonly is_main: boolean;
  readonly left_on: CalendarDay | null;
  readonly name: string;
  readonly birth_year: number | null;
}

/** Persons of the case by name, the main person first. */
export const listCasePersons = (tx: ReadTx, caseId: string): Promise<CasePerson[]> =>
  tx.query<CasePerson>(
    `select cp.person_id, cp.is_main, cp.left_on, coalesce(n.name, 'ohne Namen') as name, extract(year from p.birth_on)::int as birth_year
       from app.case_persons cp join app.persons p on p.id = cp.person_id and p.tenant_id = cp.tenant_id
       left join lateral (select concat_ws(', ', nullif(family, ''), nullif(given, '')) as name from app.person_names n
         where n.tenant_id = cp.tenant_id and n.person_id = cp.person_id order by (n.script = 'Latn') desc, n.is_primary desc, n.id limit 1) n on true
      where cp.case_id = $1 order by cp.is_main desc, cp.left_on nulls first, p.birth_on nulls last, cp.person_id`,
    [caseId],
  );

/** The same by id alone, for whoever only asks whether somebody belongs to the case. */
export const listCasePersonIds = async (tx: ReadTx, caseId: string): Promise<string[]> =>
  (await tx.query<{ person_id: string }>("select person_id from app.case_persons where case_id = $1", [caseId])).map((row) => row.person_id);

export interface Labelled {
  readonly key: string;
  readonly label: string;
}

/** Life areas in use, in the tenant's order. */
export const listLifeAreas = (tx: ReadTx): Promise<Labelled[]> => tx.query<Labelled>("select key, label from app.life_areas where retired_at is null order by position, key");

export const listCriteria = (tx: ReadTx): Promise<Labelled[]> => tx.query<Labelled>("select key, label from app.admission_criteria where retired_at is null order by position, key");

export const listLegalBases = (tx: ReadTx): Promise<Labelled[]> =>
  tx.query<Labelled>("select id::text as key, citation || ' · ' || purpose as label from app.legal_bases where retired_at is null order by citation, id");
