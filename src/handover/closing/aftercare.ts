import { record } from "../../audit/index.ts";
import { finishFollowUp } from "../../cases/index.ts";
import { getCaseFile, sealText } from "../../cases/working/index.ts";
import type { WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { Refused } from "../../kernel/errors.ts";
import { getAftercare, recordResult } from "./closing.sql.ts";
import type { AftercareResult } from "./closing-words.ts";

/** How it goes, once: its follow-up is done with it. Asked again, it is another contact. */
export async function recordAftercare(tx: WriteTx, asking: Asking, caseId: string, id: string, input: { readonly result: AftercareResult; readonly note: string }): Promise<void> {
  const file = await getCaseFile(tx, caseId);
  await getAftercare(tx, caseId, id);
  const noteCt = sealText(asking, file.key_ref, "aftercare_contacts.note_ct", id, input.note);
  if ((await recordResult(tx, caseId, id, asking.session, { result: input.result, on: asking.today, noteCt })) !== 1) throw new Refused([{ code: "already-recorded", field: "result", sentence: "Diese Nachfrage ist schon festgehalten." }]);
  await finishFollowUp(tx, asking, caseId, id);
  await record(tx, asking, { action: "aftercare.recorded", objectKind: "aftercare", objectIds: [id], caseId, purpose: input.result });
}
