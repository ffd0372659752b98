import { record } from "../../audit/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { getCaseHead } from "../case-file.sql.ts";
import { sealNeeded } from "../sealing.ts";
import { deleteExclusion, listExcluded } from "./team.sql.ts";

/** Whom the page names: somebody who is excluded, by a lead who is not the one. */
export async function findExcluded(tx: ReadTx, asking: Asking, caseId: string, accountId: string): Promise<{ readonly number: string; readonly name: string }> {
  const file = await getCaseHead(tx, caseId);
  const found = (await listExcluded(tx, caseId)).find((x) => x.account_id === accountId);
  if (found === undefined || accountId === asking.session.accountId) throw new NotFound();
  return { number: file.number, name: found.name };
}

/** An exclusion set by mistake. It opens nothing: to work on the case somebody is assigned, as ever. The reason is for the team to read. */
export async function liftExclusion(tx: WriteTx, asking: Asking, caseId: string, accountId: string, reason: string): Promise<void> {
  if (reason.length < 10) throw new Refused([{ code: "lifting-without-reason", field: "reason", sentence: "Schreiben Sie, warum der Ausschluss ein Irrtum war. Ein Satz genügt." }]);
  const file = await getCaseHead(tx, caseId);
  await findExcluded(tx, asking, caseId, accountId);
  const id = newId();
  const reasonCt = sealNeeded(asking, file.key_ref, "access_records.reason_ct", id, reason);
  await record(tx, asking, { id, action: "team.exclusion_lifted", objectKind: "account", objectIds: [accountId], caseId, reason: reasonCt });
  if (!(await deleteExclusion(tx, caseId, accountId))) throw new NotFound();
}
