import type { ReadTx } from "../../db/index.ts";

export interface CaseHeadRow {
  readonly id: string;
  readonly number: string;
  readonly phase: string;
  readonly opened_on: string;
  readonly admitted_on: string | null;
  readonly closed_on: string | null;
  readonly main_person_id: string | null;
  readonly main_name: string;
  readonly main_name_own: string;
  readonly main_birth_year: number | null;
  readonly person_count: number;
  readonly lead_id: string | null;
  readonly lead_given: string | null;
  readonly lead_family: string | null;
  readonly next_due_on: string | null;
  readonly last_contact_on: string | null;
  readonly key_ref: string;
  readonly version: number;
  /** the reader may open the whole file, and not only this head */
  readonly is_open: boolean;
  /** where it is open by emergency access alone: until when */
  readonly emergency_until: Date | null;
}

/** The head of a case that the reader may see; NotFound otherwise. */
export const getCaseHeadRow = (tx: ReadTx, tenantId: string, caseId: string): Promise<CaseHeadRow> =>
  tx.get<CaseHeadRow>(
    `select c.id, c.number, c.phase, c.opened_on, c.admitted_on, c.closed_on, c.main_person_id, c.main_name, c.main_name_own, c.main_birth_year,
        c.person_count, c.lead_id, a.given_name as lead_given, a.family_name as lead_family, c.next_due_on, c.last_contact_on, c.key_ref, c.version,
        c.id = any (array(select app.open_case_ids())) as is_open,
        (select max(e.ends_at) from app.emergency_accesses e where e.tenant_id = c.tenant_id and e.case_id = c.id
            and e.account_id = (select app.current_account()) and e.ends_at > now()
            and c.id <> all (array(select app.team_case_ids('{lead,substitute,member}')))) as emergency_until
       from app.cases c left join app.accounts a on a.tenant_id = c.tenant_id and a.id = c.lead_id
      where c.tenant_id = $1 and c.id = $2`,
    [tenantId, caseId],
  );

export interface TeamRow {
  readonly id: string;
  readonly account_id: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly organisation: string;
  readonly function: "lead" | "substitute" | "member";
  readonly from_on: string;
  readonly until_on: string | null;
  /** the standing deputy of a lead who is away today */
  readonly stands_in: boolean;
}

/** Who works on a case today: its team, and the standing deputy while the lead is away. */
export const listTeam = (tx: ReadTx, tenantId: string, caseId: string): Promise<TeamRow[]> =>
  tx.query<TeamRow>(
    `with team as (
       select t.id, t.account_id, t.function, t.from_on, t.until_on, false as stands_in from app.case_team t
        where t.tenant_id = $1 and t.case_id = $2 and t.from_on <= current_date and (t.until_on is null or t.until_on >= current_date)),
     deputies as (
       select t.id, l.standing_deputy_id as account_id, 'substitute' as function, l.absent_from as from_on, l.absent_until as until_on, true as stands_in
         from team t join app.accounts l on l.tenant_id = $1 and l.id = t.account_id
        where t.function = 'lead' and l.standing_deputy_id is not null and l.absent_from <= current_date
          and (l.absent_until is null or l.absent_until >= current_date)
          and not exists (select from team o where o.account_id = l.standing_deputy_id))
     select w.id, w.account_id, a.given_name, a.family_name, coalesce(nullif(o.short_name, ''), o.name) as organisation, w.function, w.from_on, w.until_on, w.stands_in
       from (select * from team union all select * from deputies) w
       join app.accounts a on a.tenant_id = $1 and a.id = w.account_id
       join app.organisations o on o.tenant_id = $1 and o.id = a.organisation_id
      order by array_position('{lead,substitute,member}'::text[], w.function), a.family_name collate "C", a.given_name collate "C", w.id`,
    [tenantId, caseId],
  );

export interface PhaseRow {
  readonly phase: string;
  readonly began_on: string;
  readonly ended_on: string | null;
}

export const listPhases = (tx: ReadTx, tenantId: string, caseId: string): Promise<PhaseRow[]> =>
  tx.query<PhaseRow>("select phase, began_on, ended_on from app.case_phases where tenant_id = $1 and case_id = $2 order by began_on, id", [tenantId, caseId]);

export interface LifeAreaRow {
  readonly key: string;
  readonly label: string;
  readonly is_retired: boolean;
  /** named at the admission of this case */
  readonly is_of_case: boolean;
  /** contacts and open follow-ups of this case that name it */
  readonly entries: number;
  readonly last_on: string | null;
}

/** The tenant's life areas, and what this case has in each. */
export const listLifeAreasOfCase = (tx: ReadTx, tenantId: string, caseId: string): Promise<LifeAreaRow[]> =>
  tx.query<LifeAreaRow>(
    `select l.key, l.label, l.retired_at is not null as is_retired, coalesce(bool_or(n.of_case), false) as is_of_case,
        count(n.on_day)::integer as entries, max(n.on_day) as last_on
       from app.life_areas l
       left join (
         select unnest(k.life_areas) as key, k.happened_on as on_day, false as of_case from app.contacts k
          where k.tenant_id = $1 and k.case_id = $2 and k.withdrawn_at is null
         union all
         select unnest(m.life_areas), null, true from app.case_admissions m where m.tenant_id = $1 and m.case_id = $2) n on n.key = l.key
      where l.tenant_id = $1
      group by l.key, l.label, l.retired_at, l.position order by l.position, l.key`,
    [tenantId, caseId],
  );

export interface OtherCaseRow {
  readonly id: string;
  readonly number: string;
  readonly phase: string;
  readonly opened_on: string;
}

/** Further cases about the same people, also of records merged with theirs: those alone that the reader may see. */
export const listOtherCases = (tx: ReadTx, tenantId: string, caseId: string): Promise<OtherCaseRow[]> =>
  tx.query<OtherCaseRow>(
    `select distinct c.id, c.number, c.phase, c.opened_on
       from app.kin_of_case($2) k
       join app.case_persons cp on cp.tenant_id = $1 and cp.person_id = k.person_id
       join app.cases c on c.tenant_id = $1 and c.id = cp.case_id
      where c.id <> $2
      order by c.opened_on desc, c.id limit 20`,
    [tenantId, caseId],
  );

export interface KeptRow {
  readonly cells_ct: Buffer | null;
  readonly delete_on: string | null;
  readonly draft_ct: Buffer | null;
  readonly draft_at: Date | null;
}

/** The cells of the list that the case came from, while they are kept, and the reader's own draft of a contact. */
export const getKept = (tx: ReadTx, tenantId: string, caseId: string, place: string): Promise<KeptRow> =>
  tx.get<KeptRow>(
    `select o.cells_ct, o.delete_on, d.text_ct as draft_ct, d.updated_at as draft_at
       from (select 1) one
       left join app.case_origins o on o.tenant_id = $1 and o.case_id = $2
       left join app.drafts d on d.tenant_id = $1 and d.case_id = $2 and d.place = $3 and d.account_id = (select app.current_account())`,
    [tenantId, caseId, place],
  );
