import { z } from "zod";
import { record } from "../audit/index.ts";
import { ofCase } from "../cases/working/index.ts";
import type { ReadTx } from "../db/index.ts";
import { apiRead, apiWrite, type Asking, json, type Route, written } from "../http/index.ts";
import { detailFields, interpreterChoice, interpreterOf, timeFields } from "./appointment-input.ts";
import { APPOINTMENT_KINDS, APPOINTMENT_STATES, PLACE_KINDS, REQUEST_STATES } from "./appointment-words.ts";
import { findAppointmentCase } from "./appointments.sql.ts";
import { changeAppointment, makeAppointment, markAppointment, moveAppointment } from "./change-appointments.ts";
import { type Appointment, currentAppointment, listAppointments } from "./read-appointments.ts";

const keys = <K extends string>(words: Readonly<Record<K, string>>) => z.enum(Object.keys(words) as [K, ...K[]]);
const answer = z.object({
  id: z.uuid(), caseId: z.uuid(), kind: keys(APPOINTMENT_KINDS), startsAt: z.string(), endsAt: z.string(), placeKind: keys(PLACE_KINDS), place: z.string(), subject: z.string(), language: z.string(),
  withAccountId: z.uuid().nullable(), withOrganisationId: z.uuid().nullable(), isEntrusted: z.boolean(), isOnPortal: z.boolean(), wantsReminder: z.boolean(), state: keys(APPOINTMENT_STATES), movedToId: z.uuid().nullable(),
  noShowContactId: z.uuid().nullable(), personIds: z.array(z.uuid()), interpreting: z.object({ interpreterId: z.uuid().nullable(), interpreter: z.string().nullable(), state: keys(REQUEST_STATES) }).nullable(), version: z.number(),
});
const ID = "01957b1e-0000-7000-8000-000000000001";
const example = {
  id: ID, caseId: ID, kind: "talk", startsAt: "2026-12-01T09:00:00.000Z", endsAt: "2026-12-01T10:00:00.000Z", placeKind: "office", place: "Raum 2.14", subject: "Wie es weitergeht", language: "ar", withAccountId: ID, withOrganisationId: null,
  isEntrusted: false, isOnPortal: true, wantsReminder: true, state: "planned", movedToId: null, noShowContactId: null, personIds: [ID], interpreting: { interpreterId: ID, interpreter: "Dolmetschdienst", state: "confirmed" }, version: 1,
} as const;
const bodyExample = { on: "2026-12-01", from: "10:00", until: "11:00", kind: "talk", personIds: [ID], placeKind: "office", place: "Raum 2.14", subject: "Wie es weitergeht", language: "ar", withAccountId: ID, wantsReminder: true, isOnPortal: true, interpreter: "open" };
const { on: _on, from: _from, until: _until, interpreter: _interpreter, ...changeExample } = bodyExample;

const represent = (a: Appointment): z.output<typeof answer> => ({
  id: a.id, caseId: a.caseId, kind: a.kind, startsAt: a.startsAt.toISOString(), endsAt: a.endsAt.toISOString(), placeKind: a.placeKind, place: a.place, subject: a.subject, language: a.language, withAccountId: a.withAccountId,
  withOrganisationId: a.withOrganisationId, isEntrusted: a.isEntrusted, isOnPortal: a.isOnPortal, wantsReminder: a.wantsReminder, state: a.state, movedToId: a.movedToId, noShowContactId: a.noShowContactId, personIds: [...a.personIds],
  interpreting: a.interpreting === null ? null : { interpreterId: a.interpreting.interpreterId, interpreter: a.interpreting.interpreter, state: a.interpreting.state }, version: a.version,
});
async function show(tx: ReadTx, id: string, asking: Asking) {
  const { case_id: caseId } = await findAppointmentCase(tx, id);
  const a = await currentAppointment(tx, asking, caseId, id);
  await record(tx, asking, { action: "case_appointment.read", objectKind: "case_appointment", objectIds: [id], caseId });
  return json(represent(a), a.version);
}
const ofOne = z.object({ appointmentId: z.uuid() });
const ONE = "/api/v1/appointments/:appointmentId";
const shared = { answer, example, show } as const;

export const appointmentApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/cases/:id/appointments", allow: "case.read", record: "case_appointment.listed", about: "All appointments of a case, the earliest first.", params: ofCase, answer: z.object({ items: z.array(answer) }), example: { items: [example] },
    handle: async (tx, { params }, asking) => {
      const items = await listAppointments(tx, asking, params.id);
      await record(tx, asking, { action: "case_appointment.listed", objectKind: "case", objectIds: [params.id], caseId: params.id });
      return json({ items: items.map(represent) });
    },
  }),
  apiRead({ path: ONE, allow: "case.read", record: "case_appointment.read", about: "One appointment of a case.", params: ofOne, answer, example, handle: (tx, { params }, asking) => show(tx, params.appointmentId, asking) }),
  apiWrite({
    method: "POST", path: "/api/v1/cases/:id/appointments", allow: "case.work", record: "case_appointment.added", about: "Makes an appointment. Day and times are those of the municipality's clock; without an end it lasts an hour.", params: ofCase,
    body: z.object({ ...timeFields, ...detailFields, interpreter: interpreterChoice() }), bodyExample, ...shared,
    handle: async (tx, { params, body: { interpreter, ...input } }, asking) => written(await makeAppointment(tx, asking, params.id, { ...input, ...interpreterOf(interpreter) })),
  }),
  apiWrite({
    method: "PATCH", path: ONE, versioned: true, allow: "case.work", record: "case_appointment.changed", about: "Changes an appointment, all but its time; the body is the whole of it.", params: ofOne, body: z.object(detailFields), bodyExample: changeExample, ...shared,
    handle: async (tx, { params, body, version }, asking) => {
      const { case_id: caseId } = await findAppointmentCase(tx, params.appointmentId);
      const { kind } = await currentAppointment(tx, asking, caseId, params.appointmentId);
      await changeAppointment(tx, asking, caseId, params.appointmentId, version, { ...body, kind: kind === "conference" ? kind : body.kind });
      return written(params.appointmentId, { status: 200 });
    },
  }),
  apiWrite({
    method: "POST", path: `${ONE}/moves`, versioned: true, allow: "case.work", record: "case_appointment.moved", about: "Moves an appointment; the answer is the one in its place.", params: ofOne, body: z.object(timeFields), bodyExample: { on: "2026-12-08", from: "10:00", until: "11:00" }, ...shared,
    handle: async (tx, { params, body, version }, asking) => written(await moveAppointment(tx, asking, (await findAppointmentCase(tx, params.appointmentId)).case_id, params.appointmentId, version, body)),
  }),
  apiWrite({
    method: "PUT", path: `${ONE}/state`, allow: "case.work", record: "case_appointment.changed", about: "Says whether somebody came, or that it was cancelled; not to have come becomes a contact once.", params: ofOne,
    body: z.object({ state: z.enum(["planned", "kept", "no_show", "cancelled"]) }), bodyExample: { state: "kept" }, ...shared,
    handle: async (tx, { params, body }, asking) => {
      await markAppointment(tx, asking, (await findAppointmentCase(tx, params.appointmentId)).case_id, params.appointmentId, body.state);
      return written(params.appointmentId, { status: 200 });
    },
  }),
];
