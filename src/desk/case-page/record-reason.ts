import { type CaseRecordRow, openCaseText } from "../../cases/reading/index.ts";
import type { Asking } from "../../http/index.ts";

/** Reasons that stand nowhere but in the record. The others stand with what they are about, and in the timeline. */
const OWN_REASON: ReadonlySet<string> = new Set(["team.exclusion_lifted"]);

type Reasoned = Pick<CaseRecordRow, "id" | "action" | "reason_ct" | "check_id" | "check_reason_ct">;
/** A check of the content says why to the team: that is what its officer was told while writing the reason. */
export function reasonOf(asking: Pick<Asking, "app" | "session">, keyRef: string, row: Reasoned): string {
  if (row.check_id !== null) return openCaseText(asking, keyRef, "content_checks.reason_ct", row.check_id, row.check_reason_ct);
  return OWN_REASON.has(row.action) ? openCaseText(asking, keyRef, "access_records.reason_ct", row.id, row.reason_ct) : "";
}
