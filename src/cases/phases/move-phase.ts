import { record } from "../../audit/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { type CaseFile, getCaseFile } from "../case-file.sql.ts";
import { sealText } from "../sealing.ts";
import { granted } from "../verdict.ts";
import { decidePhase, type PhaseFacts } from "./decide-phase.ts";
import { isPhase, type Phase, phaseLabel } from "./phases.ts";
import { endPhases, findDecision, insertPhase, listOpenPhases, type PhaseHead, updatePhaseHead } from "./phases.sql.ts";

export interface PhaseInput {
  readonly to: Phase;
  readonly on: CalendarDay;
  readonly keepOpen: readonly Phase[];
  readonly note: string;
}

export async function phaseFacts(tx: ReadTx, asking: Asking, file: CaseFile): Promise<PhaseFacts> {
  const open = await listOpenPhases(tx, file.id);
  return {
    today: asking.today,
    openedOn: file.opened_on,
    current: isPhase(file.phase) ? file.phase : "enquiry",
    open: open.map((row) => row.phase),
    isClosed: file.closed_on !== null,
    isDecided: (await findDecision(tx, file.id)) !== null,
  };
}

/** Moves a case to another phase. Returns what is unusual about it, for the sentence afterwards. */
export async function movePhase(tx: WriteTx, asking: Asking, caseId: string, version: number, input: PhaseInput): Promise<{ unusual: string | null }> {
  const file = await getCaseFile(tx, caseId);
  const move = granted(decidePhase(input, await phaseFacts(tx, asking, file)));
  await stepInto(tx, asking, file, version, { phase: move.to, on: move.on, ends: move.ends, begins: move.begins, note: input.note });
  await record(tx, asking, { action: "phase.moved", objectKind: "case", objectIds: [caseId], caseId, purpose: move.unusual === null ? move.to : `${move.to}, unusual` });
  return { unusual: move.unusual };
}

interface Step {
  readonly phase: Phase;
  readonly on: CalendarDay;
  readonly ends: readonly Phase[];
  readonly begins: boolean;
  readonly note: string;
  readonly head?: Partial<PhaseHead>;
}

/** Writes history and head together; Stale where the case changed since it was read. */
export async function stepInto(tx: WriteTx, asking: Asking, file: CaseFile, version: number, step: Step): Promise<void> {
  const admittedOn = step.phase === "admitted" ? (file.admitted_on ?? step.on) : file.admitted_on;
  const head = { phase: step.phase, admittedOn, closedOn: file.closed_on, ...step.head };
  if ((await updatePhaseHead(tx, file.id, version, head)) !== 1) throw new Stale(await currentPhase(tx, file.id));
  await endPhases(tx, file.id, step.ends, step.on);
  if (!step.begins) return;
  const id = newId();
  const noteCt = sealText(asking, file.key_ref, "case_phases.note_ct", id, step.note);
  await insertPhase(tx, asking.session, { id, caseId: file.id, phase: step.phase, on: step.on, noteCt });
}

async function currentPhase(tx: ReadTx, caseId: string): Promise<{ phase: string; phaseLabel: string; version: number }> {
  const file = await getCaseFile(tx, caseId);
  return { phase: file.phase, phaseLabel: phaseLabel(file.phase), version: file.version };
}
