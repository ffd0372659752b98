import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { Signing } from "../plan-words.ts";
import type { Place } from "../plan.sql.ts";

export interface AgreementRow {
  readonly id: string;
  readonly case_id: string;
  readonly person_id: string;
  readonly version_number: number;
  readonly language: string;
  readonly content_ct: Buffer;
  readonly agreed_on: CalendarDay;
  readonly signing: Signing;
  readonly person_signed_on: CalendarDay | null;
  readonly account_signed_on: CalendarDay | null;
  readonly document_id: string | null;
  readonly author_name: string;
  readonly version: number;
}
const AGREEMENT = `select g.id, g.case_id, g.person_id, g.version_number, g.language, g.content_ct, g.agreed_on, g.signing, g.person_signed_on, g.account_signed_on, g.document_id,
    coalesce(a.given_name || ' ' || a.family_name, '') as author_name, g.version
  from app.plan_agreements g left join app.accounts a on a.tenant_id = g.tenant_id and a.id = g.created_by`;
export const listAgreements = (tx: ReadTx, caseId: string): Promise<AgreementRow[]> => tx.query<AgreementRow>(`${AGREEMENT} where g.case_id = $1 order by g.version_number desc`, [caseId]);
export const getAgreement = (tx: ReadTx, caseId: string, id: string): Promise<AgreementRow> => tx.get<AgreementRow>(`${AGREEMENT} where g.case_id = $1 and g.id = $2`, [caseId, id]);
export const findAgreementCase = (tx: ReadTx, id: string): Promise<{ case_id: string }> => tx.get("select case_id from app.plan_agreements where id = $1", [id]);

export interface NewAgreement {
  readonly id: string;
  readonly caseId: string;
  readonly personId: string;
  readonly versionNumber: number;
  readonly language: string;
  readonly contentCt: Buffer;
  readonly agreedOn: CalendarDay;
  readonly signing: Signing;
  /** null: still to be signed on paper */
  readonly signedOn: CalendarDay | null;
}
export const insertAgreement = (tx: WriteTx, of: Place, a: NewAgreement): Promise<void> =>
  tx.runOne(
    `insert into app.plan_agreements (tenant_id, room_id, id, case_id, person_id, version_number, language, content_ct, agreed_on, signing, person_signed_on, account_signed_on, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12)`,
    [of.tenantId, of.roomId, a.id, a.caseId, a.personId, a.versionNumber, a.language, a.contentCt, a.agreedOn, a.signing, a.signedOn, of.accountId],
  );
/** The signed sheet, photographed: with it both have signed. */
export const linkSignedSheet = (tx: WriteTx, caseId: string, id: string, documentId: string, signedOn: CalendarDay): Promise<number> =>
  tx.run(
    "update app.plan_agreements set document_id = $3, person_signed_on = coalesce(person_signed_on, $4), account_signed_on = coalesce(account_signed_on, $4), version = version + 1 where case_id = $1 and id = $2",
    [caseId, id, documentId, signedOn],
  );
