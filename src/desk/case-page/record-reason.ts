import { type CaseRecordRow, openCaseText } from "../../cases/reading/index.ts";
import type { Asking } from "../../http/index.ts";

/** Reasons that stand nowhere but in the record. The others stand with what they are about, and in the timeline. */
const OWN_REASON: ReadonlySet<string> = new Set(["team.exclusion_lifted"]);

export const reasonOf = (asking: Pick<Asking, "app" | "session">, keyRef: string, row: Pick<CaseRecordRow, "id" | "action" | "reason_ct">): string =>
  OWN_REASON.has(row.action) ? openCaseText(asking, keyRef, "access_records.reason_ct", row.id, row.reason_ct) : "";
