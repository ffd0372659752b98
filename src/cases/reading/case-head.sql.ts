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
  readonly team: readonly TeamRow[];
  readonly phases: readonly PhaseRow[];
  /** all of the tenant's, in its order */
  readonly life_areas: readonly LifeAreaRow[];
  readonly other_cases: readonly OtherCaseRow[];
}

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

export interface PhaseRow {
  readonly phase: string;
  readonly began_on: string;
  readonly ended_on: string | null;
}

export interface LifeAreaRow {
  readonly key: string;
  readonly label: string;
  readonly is_retired: boolean;
  /** named at the admission of this case */
  readonly is_of_case: boolean;
  /** contacts of this case that name it */
  readonly entries: number;
  readonly last_on: string | null;
}

export interface OtherCaseRow {
  readonly id: string;
  readonly number: string;
  readonly phase: string;
  readonly opened_on: string;
}

/**
 * The head of a case that the reader may see, with who works on it today, and where it is open to them its phases, what it has in
 * each of the tenant's life areas, and their other cases about the same people; NotFound otherwise. A function of the database,
 * because row security on each of the eleven tables would ask eleven times who may.
 */
export const getCaseHeadRow = (tx: ReadTx, caseId: string): Promise<CaseHeadRow> => tx.get<CaseHeadRow>("select * from app.head_of_case($1)", [caseId]);

export interface KeptRow {
  readonly cells_ct: Buffer | null;
  readonly delete_on: string | null;
  readonly draft_ct: Buffer | null;
  readonly draft_at: Date | null;
  /** entry id → offices that read it through a share now */
  readonly shared_with: Readonly<Record<string, readonly string[]>>;
}

/** What lies beside the file: cells of the list that it came from while they are kept, the reader's own draft of a contact, and what partners read of it. */
export const getKept = (tx: ReadTx, tenantId: string, caseId: string, place: string): Promise<KeptRow> =>
  tx.get<KeptRow>(
    `select o.cells_ct, o.delete_on, d.text_ct as draft_ct, d.updated_at as draft_at, app.entries_shared_with($2) as shared_with
       from (select 1) one
       left join app.case_origins o on o.tenant_id = $1 and o.case_id = $2
       left join app.drafts d on d.tenant_id = $1 and d.case_id = $2 and d.place = $3 and d.account_id = (select app.current_account())`,
    [tenantId, caseId, place],
  );
