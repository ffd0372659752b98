import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { AdmissionInput } from "./decide-admission.ts";

export interface AdmissionRow {
  readonly access_route: string;
  readonly life_areas: string[];
  readonly criteria_met: string[];
  readonly decision: AdmissionInput["decision"];
  readonly decided_on: CalendarDay | null;
  readonly decided_by: string | null;
  readonly reason_ct: Buffer | null;
  readonly legal_basis_id: string | null;
  readonly informed_on: CalendarDay | null;
  readonly informed_language: string;
  readonly team_release_on: CalendarDay | null;
  readonly team_release_form: AdmissionInput["teamReleaseForm"];
  readonly version: number;
}

export const findAdmission = (tx: ReadTx, caseId: string): Promise<AdmissionRow | undefined> =>
  tx.find<AdmissionRow>(
    `select access_route, life_areas, criteria_met, decision, decided_on, decided_by, reason_ct, legal_basis_id, informed_on, informed_language,
            team_release_on, team_release_form, version from app.case_admissions where case_id = $1`,
    [caseId],
  );

export type AdmissionFields = Omit<AdmissionInput, "reason"> & { readonly reasonCt: Buffer | null; readonly decidedBy: string | null };
const fieldsOf = (f: AdmissionFields): unknown[] => [
  f.accessRoute, f.lifeAreas, f.criteriaMet, f.decision, f.decidedOn, f.decidedBy, f.reasonCt, f.legalBasisId, f.informedOn, f.informedLanguage, f.teamReleaseOn, f.teamReleaseForm,
];

export async function insertAdmission(tx: WriteTx, session: Session, caseId: string, fields: AdmissionFields): Promise<void> {
  await tx.run(
    `insert into app.case_admissions (tenant_id, room_id, case_id, access_route, life_areas, criteria_met, decision, decided_on, decided_by, reason_ct,
       legal_basis_id, informed_on, informed_language, team_release_on, team_release_form) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [session.tenantId, session.roomId, caseId, ...fieldsOf(fields)],
  );
}

export const updateAdmission = (tx: WriteTx, caseId: string, version: number, fields: AdmissionFields): Promise<number> =>
  tx.run(
    `update app.case_admissions set access_route = $3, life_areas = $4, criteria_met = $5, decision = $6, decided_on = $7, decided_by = $8, reason_ct = $9,
       legal_basis_id = $10, informed_on = $11, informed_language = $12, team_release_on = $13, team_release_form = $14, version = version + 1
     where case_id = $1 and version = $2`,
    [caseId, version, ...fieldsOf(fields)],
  );

export const countEmployers = async (tx: ReadTx, caseId: string): Promise<number> =>
  (
    await tx.get<{ n: number }>(
      `select count(distinct a.organisation_id)::int as n from app.case_team t join app.accounts a on a.tenant_id = t.tenant_id and a.id = t.account_id
        where t.case_id = $1 and (t.until_on is null or t.until_on >= current_date)`,
      [caseId],
    )
  ).n;
