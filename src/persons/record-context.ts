import { type AccessEvent, record } from "../audit/index.ts";
import type { ReadTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";
import { listCasesThroughWhichRead } from "./persons.sql.ts";

/**
 * Records what was done with persons once under each case through which they are seen: each of these teams, and whoever asks
 * for one of these cases, must find it. Without a case it is recorded under none.
 */
export async function recordAboutPersons(tx: ReadTx, asking: Asking, event: Omit<AccessEvent, "caseId">, personIds: readonly string[]): Promise<void> {
  const caseIds = await listCasesThroughWhichRead(tx, personIds);
  if (caseIds.length === 0) await record(tx, asking, event);
  else await Promise.all(caseIds.map((caseId) => record(tx, asking, { ...event, caseId })));
}
