import { record } from "../../audit/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { newId } from "../../kernel/id.ts";
import { type CaseFile, getCaseFile } from "../case-file.sql.ts";
import { openText, sealText } from "../sealing.ts";
import { granted } from "../verdict.ts";
import { type ClosingFacts, type ClosingInput, decideClosing, decideReopening } from "./decide-closing.ts";
import { stepInto } from "./move-phase.ts";
import { ENDED_PHASES, isPhase } from "./phases.ts";
import { finishFollowUps, insertClosure, listOpenFollowUps, listOpenPhases, markReopened } from "./phases.sql.ts";

export async function closingFacts(tx: ReadTx, asking: Asking, file: CaseFile): Promise<ClosingFacts> {
  const open = await listOpenFollowUps(tx, file.id);
  return {
    today: asking.today,
    openedOn: file.opened_on,
    isClosed: file.closed_on !== null,
    openFollowUps: open.map((row) => ({ dueOn: row.due_on, title: openText(asking, file.key_ref, "follow_ups.title_ct", row.id, row.title_ct) })),
  };
}

/** The only way to the phase "closed": reason, hand-over, and what becomes of open follow-ups. The team keeps reading it. Returns the id of the closure. */
export async function closeCase(tx: WriteTx, asking: Asking, caseId: string, version: number, input: ClosingInput): Promise<string> {
  const file = await getCaseFile(tx, caseId);
  granted(decideClosing(input, await closingFacts(tx, asking, file)));
  const open = await listOpenPhases(tx, caseId);
  await stepInto(tx, asking, file, version, { phase: "closed", on: input.closedOn, ends: open.map((p) => p.phase), begins: true, note: "", head: { closedOn: input.closedOn } });
  const id = newId();
  const handoverCt = sealText(asking, file.key_ref, "case_closures.handover_ct", id, input.handoverText);
  await insertClosure(tx, asking.session, { id, caseId, reason: input.reason, handover: input.handover, handoverCt, on: input.closedOn, organisationId: input.organisationId });
  if (input.openFollowUps === "finish") await finishFollowUps(tx, caseId, asking.session.accountId, asking.today);
  await record(tx, asking, { action: "case.closed", objectKind: "case", objectIds: [caseId], caseId, purpose: input.reason });
  return id;
}

/** Also for cases that were advised onward or not admitted. */
export async function reopenCase(tx: WriteTx, asking: Asking, caseId: string, version: number, note: string): Promise<void> {
  const file = await getCaseFile(tx, caseId);
  granted(decideReopening({ isEnded: file.closed_on !== null || (isPhase(file.phase) && ENDED_PHASES.includes(file.phase)) }));
  const open = await listOpenPhases(tx, caseId);
  await stepInto(tx, asking, file, version, { phase: "reopened", on: asking.today, ends: open.map((p) => p.phase), begins: true, note, head: { closedOn: null } });
  await markReopened(tx, caseId, asking.today);
  await record(tx, asking, { action: "case.reopened", objectKind: "case", objectIds: [caseId], caseId });
}
