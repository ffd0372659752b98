import { openText } from "../../../cases/working/index.ts";
import type { ReadTx } from "../../../db/index.ts";
import type { Asking } from "../../../http/index.ts";
import { germanInstant } from "../../../kernel/german-instant.ts";
import { listFrozen } from "./freeze.sql.ts";

export interface ShownFreeze {
  /** `22.11.2026, 14:05` */
  readonly at: string;
  readonly by: string;
  readonly reason: string;
}

/** By access: who froze it, when and why. */
export async function readFreezes(tx: ReadTx, asking: Asking, caseId: string, keyRef: string): Promise<ReadonlyMap<string, ShownFreeze>> {
  const rows = await listFrozen(tx, caseId);
  return new Map(rows.map((row) => [row.access_id, { at: germanInstant(row.frozen_at, asking.app.config.timeZone), by: row.by_name, reason: openText(asking, keyRef, "portal_accesses.frozen_reason_ct", row.access_id, row.reason_ct) }]));
}
