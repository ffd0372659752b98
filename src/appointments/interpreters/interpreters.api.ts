import { z } from "zod";
import { record } from "../../audit/index.ts";
import { flag, text } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { apiRead, apiWrite, type Asking, EXAMPLE_ID, json, type Route, written } from "../../http/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { REQUEST_STATES } from "../appointment-words.ts";
import { findAppointmentCase } from "../appointments.sql.ts";
import { currentAppointment } from "../read-appointments.ts";
import { getInterpreter, type InterpreterRow, listInterpreters } from "./interpreters.sql.ts";
import { interpreterBody, ofInterpreter } from "./interpreters.routes.tsx";
import { addInterpreter, changeInterpreter } from "./keep-interpreters.ts";
import { answerRequest, askAgain } from "./settle-request.ts";

const interpreter = z.object({ id: z.uuid(), name: z.string(), reach: z.string(), languages: z.array(z.string()), leadDays: z.number().nullable(), isRetired: z.boolean(), version: z.number() });
const EXAMPLE = { id: EXAMPLE_ID, name: "Sprachmittlungspool Lindenau", reach: "02991 555-20", languages: ["ar", "uk"], leadDays: 5, isRetired: false, version: 1 };
const represent = (i: InterpreterRow): z.output<typeof interpreter> => ({ id: i.id, name: i.name, reach: i.reach, languages: [...i.languages], leadDays: i.lead_days, isRetired: i.is_retired, version: i.version });
const NONE = { none: "the pool of a room: no person of a case" };
const one = async (tx: ReadTx, id: string) => {
  const row = await getInterpreter(tx, id);
  return json(represent(row), row.version);
};
const bodyExample = { name: EXAMPLE.name, reach: EXAMPLE.reach, languages: [...EXAMPLE.languages], leadDays: 5 };
const kept = { answer: interpreter, example: EXAMPLE, show: one } as const;

const states = Object.keys(REQUEST_STATES) as [keyof typeof REQUEST_STATES, ...(keyof typeof REQUEST_STATES)[]];
const request = z.object({ id: z.uuid(), appointmentId: z.uuid(), interpreterId: z.uuid().nullable(), interpreter: z.string().nullable(), language: z.string(), state: z.enum(states), confirmedBy: z.string(), version: z.number() });
const REQUEST = { id: EXAMPLE_ID, appointmentId: EXAMPLE_ID, interpreterId: EXAMPLE_ID, interpreter: EXAMPLE.name, language: "ar", state: "requested" as const, confirmedBy: "", version: 1 };
const ofAppointment = z.object({ appointmentId: z.uuid() });
/** Of an appointment the one that counts: running, or else the latest. */
async function requestOf(tx: ReadTx, appointmentId: string, asking: Asking) {
  const { case_id: caseId } = await findAppointmentCase(tx, appointmentId);
  const { interpreting: r } = await currentAppointment(tx, asking, caseId, appointmentId);
  if (r === null) throw new NotFound();
  await record(tx, asking, { action: "case_appointment.read", objectKind: "case_appointment", objectIds: [appointmentId], caseId });
  return json({ id: r.id, appointmentId, interpreterId: r.interpreterId, interpreter: r.interpreter, language: r.language, state: r.state, confirmedBy: r.confirmedBy, version: r.version }, r.version);
}
const asked = { answer: request, example: REQUEST, show: requestOf } as const;
const ONE = "/api/v1/appointments/:appointmentId/interpreter-request";

export const interpreterApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/interpreters", allow: "case.work", record: NONE, about: "The pool of interpreters of the room.", answer: z.object({ items: z.array(interpreter) }), example: { items: [EXAMPLE] },
    handle: async (tx) => json({ items: (await listInterpreters(tx)).map(represent) }),
  }),
  apiRead({ path: "/api/v1/interpreters/:interpreterId", allow: "case.work", record: NONE, about: "One of the pool.", params: ofInterpreter, answer: interpreter, example: EXAMPLE, handle: (tx, { params }) => one(tx, params.interpreterId) }),
  apiWrite({
    method: "POST", path: "/api/v1/interpreters", allow: "interpreter.keep", record: "interpreter.changed", about: "Takes an interpreter into the pool of the room.", body: interpreterBody, bodyExample, ...kept,
    handle: async (tx, { body }, asking) => written(await addInterpreter(tx, asking, body)),
  }),
  apiWrite({
    method: "PATCH", path: "/api/v1/interpreters/:interpreterId", versioned: true, allow: "interpreter.keep", record: "interpreter.changed", about: "Changes an interpreter of the pool, or takes one out; the body is the whole of it.", params: ofInterpreter, body: interpreterBody.extend({ isRetired: flag() }), bodyExample: { ...bodyExample, isRetired: true }, ...kept,
    handle: async (tx, { params, body: { isRetired, ...input }, version }, asking) => {
      await changeInterpreter(tx, asking, params.interpreterId, version, input, isRetired);
      return written(params.interpreterId, { status: 200 });
    },
  }),
  apiRead({ path: ONE, allow: "case.read", record: "case_appointment.read", about: "Who was asked to interpret at an appointment, and what became of it.", params: ofAppointment, answer: request, example: REQUEST, handle: (tx, { params }, asking) => requestOf(tx, params.appointmentId, asking) }),
  apiWrite({
    method: "POST", path: ONE, allow: "case.work", record: "interpreter_request.added", about: "Notes that somebody of the pool is asked, or that one is to be found yet (null); whoever was asked before is taken back.", params: ofAppointment, body: z.object({ interpreterId: z.uuid().nullable() }), bodyExample: { interpreterId: EXAMPLE_ID }, ...asked,
    handle: async (tx, { params, body }, asking) => {
      await askAgain(tx, asking, (await findAppointmentCase(tx, params.appointmentId)).case_id, params.appointmentId, body.interpreterId);
      return written(params.appointmentId);
    },
  }),
  apiWrite({
    method: "PUT", path: ONE, versioned: true, allow: "case.work", record: "interpreter_request.answered", about: "What the pool answered, and who of it; also that nobody is needed any more.", params: ofAppointment, body: z.object({ state: z.enum(["confirmed", "declined", "cancelled"]), confirmedBy: text(120) }), bodyExample: { state: "confirmed", confirmedBy: "Frau Aslan" }, ...asked,
    handle: async (tx, { params, body, version }, asking) => {
      await answerRequest(tx, asking, (await findAppointmentCase(tx, params.appointmentId)).case_id, params.appointmentId, version, body);
      return written(params.appointmentId, { status: 200 });
    },
  }),
];
