import { record } from "../../audit/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { NotFound, Refused, Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { openText, sealNeeded, sealText } from "../sealing.ts";
import { granted } from "../verdict.ts";
import { decideEmergency, type EmergencyInput } from "./decide-emergency.ts";
import { beginEmergency, endEmergency, type EmergencyRow, findEmergencyCase, listEmergencies, updateReview } from "./emergency.sql.ts";

/** Opens a case of the room for at most an hour. The record is written here, before anything of it was read. */
export async function beginEmergencyAccess(tx: WriteTx, asking: Asking, input: EmergencyInput): Promise<{ id: string; caseId: string }> {
  const found = await findEmergencyCase(tx, input.caseNumber);
  const { reviewDueOn } = granted(decideEmergency(input, { today: asking.today, exists: found !== undefined, isOpenAlready: found?.is_open ?? false }));
  if (found === undefined) throw new NotFound();
  const id = newId();
  const reasonCt = sealNeeded(asking, found.key_ref, "emergency_accesses.reason_ct", id, input.reason);
  if (!(await beginEmergency(tx, { id, caseId: found.case_id, reasonCt, minutes: input.minutes, reviewDueOn }))) throw new NotFound();
  await record(tx, asking, { action: "emergency.begun", objectKind: "emergency_access", objectIds: [id], caseId: found.case_id, purpose: "emergency", reason: reasonCt });
  return { id, caseId: found.case_id };
}

/** Before its time is over, by whoever began it: the file closes with this request. That it was, and its review, stay. */
export async function endEmergencyAccess(tx: WriteTx, asking: Asking, caseId: string): Promise<void> {
  await record(tx, asking, { action: "emergency.ended", objectKind: "case", objectIds: [caseId], caseId });
  if ((await endEmergency(tx, caseId)) === 0) throw new Refused([{ code: "no-emergency", sentence: "Für diesen Fall läuft kein Notzugriff von Ihnen." }]);
}

export interface EmergencyForReview extends Omit<EmergencyRow, "reason_ct" | "review_note_ct" | "key_ref"> {
  readonly reason: string;
  readonly reviewNote: string;
}

export async function emergenciesForReview(tx: ReadTx, asking: Asking): Promise<EmergencyForReview[]> {
  const rows = await listEmergencies(tx);
  await record(tx, asking, { action: "emergency.listed", objectKind: "emergency_access", objectIds: rows.map((r) => r.id) });
  return rows.map(({ reason_ct, review_note_ct, key_ref, ...row }) =>
    Object.assign(row, {
      reason: openText(asking, key_ref, "emergency_accesses.reason_ct", row.id, reason_ct),
      reviewNote: openText(asking, key_ref, "emergency_accesses.review_note_ct", row.id, review_note_ct),
    }),
  );
}

/** Once, by the data protection officer, and not about oneself. */
export async function reviewEmergencyAccess(tx: WriteTx, asking: Asking, id: string, version: number, verdict: "justified" | "not_justified", note: string): Promise<void> {
  const row = (await listEmergencies(tx)).find((r) => r.id === id);
  if (row === undefined) throw new NotFound();
  const noteCt = sealText(asking, row.key_ref, "emergency_accesses.review_note_ct", id, note);
  if ((await updateReview(tx, id, version, { verdict, noteCt, by: asking.session.accountId })) !== 1) throw new Stale({ review: row.review });
  await record(tx, asking, { action: "emergency.reviewed", objectKind: "emergency_access", objectIds: [id], purpose: verdict });
}
