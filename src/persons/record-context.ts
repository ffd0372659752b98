import type { ReadTx } from "../db/index.ts";
import { listCasesOfPersons } from "./persons.sql.ts";

/** The case under which an access is recorded, so that its team can read who looked; none where the person has none. */
export async function caseOf(tx: ReadTx, recordIds: readonly string[]): Promise<{ caseId?: string }> {
  const [first] = await listCasesOfPersons(tx, recordIds);
  return first === undefined ? {} : { caseId: first.caseId };
}
