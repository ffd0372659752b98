import { record } from "../../audit/index.ts";
import { sealNeeded } from "../../cases/working/index.ts";
import { readCaseHead } from "../../cases/reading/index.ts";
import type { WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { addMonths, type CalendarDay } from "../../kernel/calendar-day.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { answerOffer, insertErasure, insertHold, insertOffer, judgeErasure, liftHold, listErasures } from "./retention.sql.ts";
import type { ErasureKind, HoldKind } from "./retention-words.ts";

/** Longer than this nobody decides ahead: a hold is set anew, with a reason that holds then. */
const LONGEST_HOLD_MONTHS = 36;

export interface HoldInput {
  readonly kind: HoldKind;
  readonly reason: string;
  readonly untilOn: CalendarDay;
}
export async function holdFile(tx: WriteTx, asking: Asking, caseId: string, input: HoldInput): Promise<string> {
  const head = await readCaseHead(tx, asking, caseId);
  if (input.untilOn <= asking.today) throw new Refused([{ code: "hold-is-over", field: "untilOn", sentence: "Wählen Sie einen Tag, der noch kommt." }]);
  if (input.untilOn > addMonths(asking.today, LONGEST_HOLD_MONTHS)) throw new Refused([{ code: "hold-too-long", field: "untilOn", sentence: "Höchstens drei Jahre. Danach entscheidet jemand neu." }]);
  const id = newId();
  await insertHold(tx, asking.session, { id, caseId, kind: input.kind, untilOn: input.untilOn, reasonCt: sealNeeded(asking, head.keyRef, "retention_holds.reason_ct", id, input.reason) });
  await record(tx, asking, { action: "hold.set", objectKind: "retention_hold", objectIds: [id], caseId });
  return id;
}

/** By somebody else than who set it: the database refuses both the same way, so the sentence says both. */
export async function liftFileHold(tx: WriteTx, asking: Asking, caseId: string, id: string): Promise<void> {
  await readCaseHead(tx, asking, caseId);
  if ((await liftHold(tx, caseId, id)) !== 1) throw new Refused([{ code: "hold-not-lifted", sentence: "Eine Sperre hebt jemand anderes auf, als sie gesetzt hat. Oder sie ist schon aufgehoben." }]);
  await record(tx, asking, { action: "hold.lifted", objectKind: "retention_hold", objectIds: [id], caseId });
}

/** Several files at once, as a list goes to the archive. Returns how many were offered now. */
export async function offerToArchive(tx: WriteTx, asking: Asking, caseIds: readonly string[]): Promise<number> {
  let offered = 0;
  for (const caseId of caseIds) {
    const isNew = await insertOffer(tx, asking.session, caseId, asking.today);
    offered += isNew;
    if (isNew === 1) await record(tx, asking, { action: "archive.offered", objectKind: "case", objectIds: [caseId], caseId });
  }
  return offered;
}
export async function noteArchiveAnswer(tx: WriteTx, asking: Asking, caseId: string, answer: "waived" | "taken"): Promise<void> {
  if ((await answerOffer(tx, caseId, answer, asking.today)) !== 1) throw new NotFound();
  await record(tx, asking, { action: "archive.answered", objectKind: "case", objectIds: [caseId], caseId });
}

export async function askForErasure(tx: WriteTx, asking: Asking, caseId: string, input: { readonly kind: ErasureKind; readonly reason: string }): Promise<string> {
  const head = await readCaseHead(tx, asking, caseId);
  if ((await listErasures(tx, caseId)).some((e) => e.refused_at === null)) throw new Refused([{ code: "erasure-asked", sentence: "Die Löschung ist schon beantragt." }]);
  const id = newId();
  await insertErasure(tx, asking.session, { id, caseId, kind: input.kind, reasonCt: sealNeeded(asking, head.keyRef, "erasure_requests.reason_ct", id, input.reason) });
  await record(tx, asking, { action: "erasure.asked", objectKind: "erasure_request", objectIds: [id], caseId });
  return id;
}
/** The second pair of eyes; the night then erases, unless something holds the file. */
export async function decideOnErasure(tx: WriteTx, asking: Asking, caseId: string, id: string, agrees: boolean): Promise<void> {
  await readCaseHead(tx, asking, caseId);
  if ((await judgeErasure(tx, caseId, id, agrees)) !== 1) throw new Refused([{ code: "erasure-not-judged", sentence: "Zustimmen muss eine zweite Person. Oder es ist schon entschieden." }]);
  await record(tx, asking, { action: "erasure.decided", purpose: agrees ? "agreed" : "refused", objectKind: "erasure_request", objectIds: [id], caseId });
}
