import { record } from "../../audit/index.ts";
import { getCaseFile, sealText } from "../../cases/working/index.ts";
import type { WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { Refused, Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { currentAppointment } from "../read-appointments.ts";
import { insertRequest, listInterpreters, settleRequest } from "./interpreters.sql.ts";

const event = (action: string, caseId: string, id: string) => ({ action, objectKind: "interpreter_request", objectIds: [id], caseId });

/** Asks one of the pool, or notes that one is to be found yet; `inPlaceOf` is taken back. Asked is nobody by this: somebody calls. */
export async function askInterpreter(tx: WriteTx, asking: Asking, caseId: string, appointmentId: string, interpreterId: string | null, options: { inPlaceOf?: string } = {}): Promise<string> {
  const appointment = await currentAppointment(tx, asking, caseId, appointmentId);
  const known = (await listInterpreters(tx)).find((i) => i.id === interpreterId);
  if (interpreterId !== null && (known === undefined || known.is_retired)) throw new Refused([{ code: "unknown-interpreter", field: "interpreterId", sentence: "Wählen Sie jemanden aus dem Pool." }]);
  const before = appointment.interpreting;
  const settled = { confirmedCt: null, by: asking.session.accountId, on: asking.today };
  if (options.inPlaceOf !== undefined) await settleRequest(tx, caseId, options.inPlaceOf, { state: "cancelled", ...settled });
  if (before !== null && (before.state === "requested" || before.state === "confirmed")) await settleRequest(tx, caseId, before.id, { state: "cancelled", ...settled });
  const id = newId();
  await insertRequest(tx, asking.session, { id, caseId, appointmentId, interpreterId, language: appointment.language, on: asking.today });
  await record(tx, asking, event("interpreter_request.added", caseId, id));
  return id;
}

/** For an appointment that still comes; whoever was asked before is taken back. */
export async function askAgain(tx: WriteTx, asking: Asking, caseId: string, appointmentId: string, interpreterId: string | null): Promise<string> {
  const { state } = await currentAppointment(tx, asking, caseId, appointmentId);
  if (state !== "planned") throw new Refused([{ code: "not-planned", sentence: "Der Termin steht nicht mehr bevor." }]);
  return askInterpreter(tx, asking, caseId, appointmentId, interpreterId);
}

/** What the pool said, and who of it; also that nobody is needed after all. */
export async function answerRequest(tx: WriteTx, asking: Asking, caseId: string, appointmentId: string, version: number, answer: { state: "confirmed" | "declined" | "cancelled"; confirmedBy: string }): Promise<void> {
  const file = await getCaseFile(tx, caseId);
  const appointment = await currentAppointment(tx, asking, caseId, appointmentId);
  const request = appointment.interpreting;
  if (request === null || (request.state !== "requested" && request.state !== "confirmed")) throw new Refused([{ code: "nothing-asked", sentence: "Für diesen Termin ist gerade niemand angefragt." }]);
  if (request.version !== version) throw new Stale({ ...request });
  if (answer.state === "confirmed" && answer.confirmedBy === "") throw new Refused([{ code: "who-confirmed", field: "confirmedBy", sentence: "Schreiben Sie, wer zugesagt hat." }]);
  const confirmedCt = sealText(asking, file.key_ref, "interpreter_requests.confirmed_ct", request.id, answer.confirmedBy);
  await settleRequest(tx, caseId, request.id, { state: answer.state, confirmedCt, by: asking.session.accountId, on: asking.today });
  await record(tx, asking, { ...event("interpreter_request.answered", caseId, request.id), purpose: answer.state });
}
