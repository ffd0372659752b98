import { record } from "../../audit/index.ts";
import { nameOf } from "../../cases/reading/index.ts";
import { openText, sealNeeded, type SealedPlace } from "../../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { beginCheck, findCaseToCheck, getCheckedCase, listCheckedEntries, listCheckedNames } from "./oversight.sql.ts";

export const CHECK_MINUTES = [15, 30, 60] as const;

/** Opens a file to read, for an hour at most. The reason is sealed under the key of the case: its team reads it. Returns the case. */
export async function beginContentCheck(tx: WriteTx, asking: Asking, input: { caseNumber: string; reason: string; minutes: number }): Promise<string> {
  const refusals: Refusal[] = [];
  if (input.reason.trim().length < 10) refusals.push({ code: "reason-missing", field: "reason", sentence: "Schreiben Sie in einem Satz, weshalb Sie den Inhalt prüfen. Das Team des Falls liest es." });
  if (!CHECK_MINUTES.includes(input.minutes as never)) refusals.push({ code: "minutes", field: "minutes", sentence: "Wählen Sie die Dauer." });
  const found = await findCaseToCheck(tx, input.caseNumber);
  if (found === undefined) refusals.push({ code: "unknown-case", field: "caseNumber", sentence: "Diese Fallnummer gibt es in Ihren Aktenbereichen nicht." });
  if (refusals.length > 0 || found === undefined) throw new Refused(refusals);
  const id = newId();
  const reasonCt = sealNeeded(asking, found.key_ref, "content_checks.reason_ct", id, input.reason);
  if (!(await beginCheck(tx, { id, caseId: found.case_id, reasonCt, minutes: input.minutes }))) throw new NotFound();
  await record(tx, asking, { action: "content_check.begun", objectKind: "content_check", objectIds: [id], caseId: found.case_id });
  return found.case_id;
}

/** What the officer reads: the file, nothing to change. NotFound once the time is over. */
export async function readCheckedCase(tx: ReadTx, asking: Asking, caseId: string) {
  const file = await getCheckedCase(tx, caseId);
  const entries = (await listCheckedEntries(tx, caseId)).map((e) => ({
    type: e.type, id: e.id, detail: e.detail, onDay: e.on_day, lifeAreas: e.life_areas, isEntrusted: e.is_entrusted, text: e.sealed === null ? "" : openText(asking, file.key_ref, e.place as SealedPlace, e.id, e.sealed),
  }));
  const names = (await listCheckedNames(tx, caseId)).map((p) => ({ isMain: p.is_main, name: nameOf(p.names[0]?.given ?? "", p.names[0]?.family ?? "") }));
  await record(tx, asking, { action: "content_check.read", objectKind: "case", objectIds: [caseId, ...entries.map((e) => e.id)], caseId });
  return { id: file.id, number: file.number, phase: file.phase, openedOn: file.opened_on, endsAt: file.ends_at.toISOString(), names, entries };
}
export type CheckedFile = Awaited<ReturnType<typeof readCheckedCase>>;
