import { record } from "../../../audit/index.ts";
import { getCaseFile, sealNeeded, sealText } from "../../../cases/working/index.ts";
import type { WriteTx } from "../../../db/index.ts";
import type { Asking } from "../../../http/index.ts";
import { NotFound, Refused } from "../../../kernel/errors.ts";
import { newId } from "../../../kernel/id.ts";
import { takeBack } from "../give-access.ts";
import { lendToPortal } from "../../portal-keys.ts";
import { getAccess, getKeys } from "../staff.sql.ts";
import { type FreezeReason, freezeWords, type SafeAgain } from "./freeze-words.ts";
import { explainFreeze, freezeAccess, thawAccess } from "./freeze.sql.ts";

export interface FreezeInput {
  readonly reason: FreezeReason;
  readonly words: string;
}
const demandWords = ({ reason, words }: FreezeInput): void => {
  if (reason === "other" && words === "") throw new Refused([{ code: "words-missing", field: "words", sentence: "Schreiben Sie den anderen Grund dazu." }]);
};

/**
 * Holds at the next request: the database refuses, and the keys are gone from the portal's directory. Frozen first, explained
 * after: nobody looks for words while somebody is threatened.
 */
export async function freeze(tx: WriteTx, asking: Asking, caseId: string, id: string, why: FreezeInput | null): Promise<void> {
  if (why !== null) demandWords(why);
  const file = await getCaseFile(tx, caseId);
  const reason = why === null ? "" : freezeWords(why.reason, why.words);
  const changed = await freezeAccess(tx, asking.session, caseId, id, sealText(asking, file.key_ref, "portal_accesses.frozen_reason_ct", id, reason));
  // pressed twice, or by two people at once: it is frozen
  if (changed === 0 && (await getAccess(tx, caseId, id)).state !== "frozen") throw new NotFound();
  await takeBack(tx, asking, caseId, id);
  await record(tx, asking, { ...recordOf(asking, file.key_ref, reason), action: "portal_access.frozen", objectKind: "portal_access", objectIds: [id], caseId });
}
/** In the record, too, where it stays after the freeze is over. */
function recordOf(asking: Asking, keyRef: string, reason: string): { id: string; reason?: Buffer } {
  const id = newId();
  const sealed = sealText(asking, keyRef, "access_records.reason_ct", id, reason);
  return sealed === null ? { id } : { id, reason: sealed };
}

export async function explain(tx: WriteTx, asking: Asking, caseId: string, id: string, why: FreezeInput): Promise<void> {
  demandWords(why);
  const file = await getCaseFile(tx, caseId);
  const reason = freezeWords(why.reason, why.words);
  if ((await explainFreeze(tx, caseId, id, sealNeeded(asking, file.key_ref, "portal_accesses.frozen_reason_ct", id, reason))) !== 1) throw new NotFound();
  await record(tx, asking, { ...recordOf(asking, file.key_ref, reason), action: "portal_access.explained", objectKind: "portal_access", objectIds: [id], caseId });
}

/** Whoever lifts it answers for the way being safe; how they know stands in the record. */
export async function thaw(tx: WriteTx, asking: Asking, caseId: string, id: string, how: SafeAgain): Promise<void> {
  const access = await getAccess(tx, caseId, id);
  if ((await thawAccess(tx, caseId, id)) !== 1) throw new NotFound();
  const keys = await getKeys(tx, caseId, access.person_id);
  await lendToPortal(asking.app, [keys.case_key, keys.person_key]);
  await record(tx, asking, { action: "portal_access.unfrozen", objectKind: "portal_access", objectIds: [id], caseId, purpose: how });
}
