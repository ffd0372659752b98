import { getCaseFile, openText } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { RESPONSIBLE_KINDS, type Signing } from "../plan-words.ts";
import type { Keys, Plan } from "../read-plan.ts";
import { type AgreementContent, type Change, changesSince, compareGoals } from "./agreement-content.ts";
import { type AgreementRow, getAgreement, listAgreements } from "./agreements.sql.ts";

export interface Agreement {
  readonly id: string;
  readonly caseId: string;
  readonly personId: string;
  readonly versionNumber: number;
  readonly language: string;
  readonly content: AgreementContent;
  readonly agreedOn: CalendarDay;
  readonly signing: Signing;
  readonly personSignedOn: CalendarDay | null;
  readonly accountSignedOn: CalendarDay | null;
  readonly documentId: string | null;
  readonly authorName: string;
  readonly version: number;
}
const opened = (asking: Keys, keyRef: string, row: AgreementRow): Agreement => ({
  id: row.id, caseId: row.case_id, personId: row.person_id, versionNumber: row.version_number, language: row.language,
  content: JSON.parse(openText(asking, keyRef, "plan_agreements.content_ct", row.id, row.content_ct)) as AgreementContent,
  agreedOn: row.agreed_on, signing: row.signing, personSignedOn: row.person_signed_on, accountSignedOn: row.account_signed_on, documentId: row.document_id, authorName: row.author_name, version: row.version,
});
/** All versions, the latest first. */
export async function findAgreements(tx: ReadTx, asking: Keys, caseId: string): Promise<Agreement[]> {
  const file = await getCaseFile(tx, caseId);
  return (await listAgreements(tx, caseId)).map((row) => opened(asking, file.key_ref, row));
}
export const currentAgreement = async (tx: ReadTx, asking: Keys, caseId: string, id: string): Promise<Agreement> =>
  opened(asking, (await getCaseFile(tx, caseId)).key_ref, await getAgreement(tx, caseId, id));

const SAY = { day: germanDay, who: (w: { kind: keyof typeof RESPONSIBLE_KINDS; name: string }): string => (w.name === "" ? RESPONSIBLE_KINDS[w.kind] : w.name) };
export const changedSince = (agreement: Agreement, plan: Plan): Change[] => changesSince(agreement.content, plan, SAY);
export const changedBetween = (before: Agreement, after: Agreement): Change[] => compareGoals(before.content.goals, after.content.goals, SAY);
