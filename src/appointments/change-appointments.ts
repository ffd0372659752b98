import { getTenantSettings } from "../accounts/index.ts";
import { record } from "../audit/index.ts";
import { type CaseFile, getCaseFile, granted, listCasePersons, listReaders, recordContact, sealText } from "../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";
import { Refused, Stale } from "../kernel/errors.ts";
import { newId } from "../kernel/id.ts";
import type { AppointmentState } from "./appointment-words.ts";
import { insertAppointment, listOffices, markMoved, noteNoShowContact, setAppointmentState, setPersons, updateAppointment } from "./appointments.sql.ts";
import { type AppointmentFacts, decideDetails, decideTimes, type DetailsInput, reminderAt, type TimeInput, type Times } from "./decide-appointment.ts";
import { askInterpreter } from "./interpreters/settle-request.ts";
import { localTimeOf } from "./local-time.ts";
import { type Appointment, currentAppointment } from "./read-appointments.ts";
import { dropReminders, orderReminder } from "./reminders/reminders.sql.ts";

async function factsOf(tx: ReadTx, asking: Asking, file: CaseFile, before?: Appointment): Promise<AppointmentFacts> {
  const [persons, readers, offices] = await Promise.all([listCasePersons(tx, file.id), listReaders(tx, file.id), listOffices(tx)]);
  return {
    today: asking.today, timeZone: asking.app.config.timeZone, isEnded: file.closed_on !== null,
    // whoever stood there before may stay
    personIds: [...persons.filter((p) => p.left_on === null).map((p) => p.person_id), ...(before?.personIds ?? [])],
    accountIds: [...readers.filter((r) => r.reads_as !== "emergency").map((r) => r.account_id), ...(before?.withAccountId ? [before.withAccountId] : [])],
    organisationIds: [...offices.map((o) => o.id), ...(before?.withOrganisationId ? [before.withOrganisationId] : [])],
  };
}
const fieldsOf = (asking: Asking, keyRef: string, id: string, d: DetailsInput) => ({
  kind: d.kind, placeKind: d.placeKind, placeCt: sealText(asking, keyRef, "case_appointments.place_ct", id, d.place), subjectCt: sealText(asking, keyRef, "case_appointments.subject_ct", id, d.subject),
  language: d.language, withAccountId: d.withAccountId, withOrganisationId: d.withOrganisationId, isEntrusted: d.isEntrusted, isOnPortal: d.isOnPortal, wantsReminder: d.wantsReminder,
});
const event = (action: string, caseId: string, id: string) => ({ action, objectKind: "case_appointment", objectIds: [id], caseId });

async function orderReminders(tx: WriteTx, asking: Asking, caseId: string, id: string, startsAt: Date, d: Pick<DetailsInput, "wantsReminder" | "personIds">): Promise<void> {
  const zone = asking.app.config.timeZone;
  const { reminder_days: daysBefore } = await getTenantSettings(tx, asking.session.tenantId);
  const dueAt = d.wantsReminder ? reminderAt(startsAt, localTimeOf(startsAt, zone).day, daysBefore, asking.now, zone) : null;
  await dropReminders(tx, caseId, id, dueAt === null ? [] : d.personIds);
  if (dueAt !== null) for (const personId of d.personIds) await orderReminder(tx, asking.session, { id: newId(), caseId, appointmentId: id, personId, dueAt });
}

/** `interpreterId`: null asks nobody yet, undefined means that none is needed. */
export interface AppointmentInput extends DetailsInput, TimeInput {
  readonly interpreterId?: string | null;
}

export async function makeAppointment(tx: WriteTx, asking: Asking, caseId: string, input: AppointmentInput): Promise<string> {
  const file = await getCaseFile(tx, caseId);
  const facts = await factsOf(tx, asking, file);
  const [details, times] = together(decideDetails(input, facts), decideTimes(input, facts));
  const id = newId();
  await write(tx, asking, file, id, details, times);
  await record(tx, asking, event("case_appointment.added", caseId, id));
  if (input.interpreterId !== undefined) await askInterpreter(tx, asking, caseId, id, input.interpreterId);
  return id;
}

async function write(tx: WriteTx, asking: Asking, file: CaseFile, id: string, details: DetailsInput, times: Times): Promise<void> {
  await insertAppointment(tx, asking.session, { ...fieldsOf(asking, file.key_ref, id, details), ...times, id, caseId: file.id });
  await setPersons(tx, asking.session, file.id, id, details.personIds);
  await orderReminders(tx, asking, file.id, id, times.startsAt, details);
}

/** All that is refused at once, so that nobody learns of it one by one. */
function together<A, B>(a: ReturnType<typeof decideDetails> & { value?: A }, b: ReturnType<typeof decideTimes> & { value?: B }): [DetailsInput, Times] {
  const refusals = [...(a.ok ? [] : a.refusals), ...(b.ok ? [] : b.refusals)];
  if (refusals.length > 0) throw new Refused(refusals);
  return [granted(a), granted(b)];
}

/** All but its time, which is moved. */
export async function changeAppointment(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number, input: DetailsInput): Promise<void> {
  const file = await getCaseFile(tx, caseId);
  const before = await currentAppointment(tx, asking, caseId, id);
  const details = granted(decideDetails(input, await factsOf(tx, asking, file, before)));
  if ((await updateAppointment(tx, caseId, id, version, fieldsOf(asking, file.key_ref, id, details))) !== 1) throw new Stale({ ...before });
  await setPersons(tx, asking.session, caseId, id, details.personIds);
  if (before.state === "planned") await orderReminders(tx, asking, caseId, id, before.startsAt, details);
  await record(tx, asking, event("case_appointment.changed", caseId, id));
}

/** `throughConference`: asked by the conference that the appointment belongs to, which tells whom it invited. */
export interface Way {
  readonly throughConference?: boolean;
}
const ofConference = (a: Appointment, way: Way): void => {
  if (a.kind === "conference" && way.throughConference !== true) throw new Refused([{ code: "belongs-to-a-conference", sentence: "Dieser Termin gehört zu einer Fallkonferenz. Verlegen Sie sie unter „Fallkonferenzen“, oder sagen Sie sie dort ab: Dann erfahren Sie auch, wem Sie Bescheid geben." }]);
};

/** Another in its place: what was agreed before stays to be seen, and an interpreter is asked anew. */
export async function moveAppointment(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number, input: TimeInput, way: Way = {}): Promise<string> {
  const file = await getCaseFile(tx, caseId);
  const before = await currentAppointment(tx, asking, caseId, id);
  if (before.state !== "planned" && before.state !== "cancelled") throw new Refused([{ code: "not-planned", sentence: "Verlegen lässt sich nur ein Termin, der noch bevorsteht oder abgesagt wurde." }]);
  ofConference(before, way);
  const facts = await factsOf(tx, asking, file, before);
  const [details, times] = together(decideDetails(before, facts), decideTimes(input, facts));
  const next = newId();
  await write(tx, asking, file, next, details, times);
  if ((await markMoved(tx, caseId, id, version, next)) !== 1) throw new Stale({ ...before });
  await dropReminders(tx, caseId, id, []);
  const asked = before.interpreting;
  if (asked !== null && (asked.state === "requested" || asked.state === "confirmed")) await askInterpreter(tx, asking, caseId, next, asked.interpreterId, { inPlaceOf: asked.id });
  await record(tx, asking, event("case_appointment.moved", caseId, next));
  return next;
}

export type MarkedState = Exclude<AppointmentState, "moved">;
/** Came, did not come, cancelled; and back, where it was ticked by mistake. Not to have come becomes a contact once. */
export async function markAppointment(tx: WriteTx, asking: Asking, caseId: string, id: string, state: MarkedState, way: Way = {}): Promise<void> {
  await getCaseFile(tx, caseId);
  const before = await currentAppointment(tx, asking, caseId, id);
  if (before.state === "moved") throw new Refused([{ code: "was-moved", sentence: "Dieser Termin wurde verlegt. Der neue steht in der Liste." }]);
  if (state === "cancelled" || before.state === "cancelled") ofConference(before, way);
  if ((state === "kept" || state === "no_show") && before.startsAt > asking.now) throw new Refused([{ code: "not-yet", sentence: "Der Termin hat noch nicht begonnen." }]);
  await setAppointmentState(tx, caseId, id, state);
  if (state === "no_show" && before.noShowContactId === null) {
    const people = new Set((await listCasePersons(tx, caseId)).map((p) => p.person_id));
    const contactId = await recordContact(tx, asking, caseId, {
      kind: "no_show", happenedOn: before.day, happenedAt: before.from, minutes: null, place: "", language: "", interpreting: "none", lifeAreas: [], text: "", isEntrusted: before.isEntrusted, personIds: before.personIds.filter((p) => people.has(p)),
    }, { draftPlace: "appointment" });
    await noteNoShowContact(tx, caseId, id, contactId);
  }
  if (state === "planned") await orderReminders(tx, asking, caseId, id, before.startsAt, before);
  else await dropReminders(tx, caseId, id, []);
  await record(tx, asking, { ...event("case_appointment.changed", caseId, id), purpose: state });
}
