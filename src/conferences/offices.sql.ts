import type { ReadTx } from "../db/index.ts";

export interface OfficeRow {
  readonly id: string;
  readonly name: string;
  readonly has_consent: boolean;
}
/** Offices that could be invited; those to whom somebody of the case has consented come first. */
export const listOffices = (tx: ReadTx, caseId: string | null = null): Promise<OfficeRow[]> =>
  tx.query<OfficeRow>("select o.id, o.name, exists (select from app.consents c where c.tenant_id = o.tenant_id and c.recipient_id = o.id and c.case_id = $1) as has_consent from app.organisations o where o.closed_at is null order by 3 desc, o.name, o.id", [caseId]);
