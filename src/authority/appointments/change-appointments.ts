import { record } from "../../audit/index.ts";
import { granted } from "../../cases/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { displayName, loadPersons } from "../../persons/index.ts";
import { getOfficePerson, listOfficers } from "../office-person.sql.ts";
import { APPOINTMENT_STATES, type AppointmentState, PURPOSES } from "../office-words.ts";
import { type AppointmentRow, getAppointment, insertAppointment, setAppointmentState, updateAppointment } from "./appointments.sql.ts";
import { type AppointmentFacts, type AppointmentInput, decideAppointment } from "./decide-appointment.ts";

const event = (action: string, personId: string, id: string) => ({ action, objectKind: "person", objectIds: [personId, id] });
const factsOf = async (tx: ReadTx, asking: Asking): Promise<AppointmentFacts> => ({ today: asking.today, me: asking.session.accountId, officerIds: (await listOfficers(tx)).map((o) => o.id) });
const fieldsOf = (a: AppointmentInput & { readonly time: string; readonly ownerId: string }) => ({ happens_on: a.on, time: a.time, place: a.place, purpose: a.purpose, needs_interpreter: a.needsInterpreter, owner_id: a.ownerId });

export async function makeAppointment(tx: WriteTx, asking: Asking, personId: string, input: AppointmentInput): Promise<string> {
  await getOfficePerson(tx, personId);
  const fields = fieldsOf(granted(decideAppointment(input, await factsOf(tx, asking))));
  const id = newId();
  await insertAppointment(tx, asking.session, id, personId, fields);
  await record(tx, asking, event("appointment.added", personId, id));
  return id;
}

export async function changeAppointment(tx: WriteTx, asking: Asking, id: string, version: number, input: AppointmentInput): Promise<AppointmentRow> {
  const before = await getAppointment(tx, id);
  const fields = fieldsOf(granted(decideAppointment(input, { ...(await factsOf(tx, asking)), dayBefore: before.happens_on })));
  if ((await updateAppointment(tx, id, version, fields)) !== 1) throw new Stale({ ...(await getAppointment(tx, id)) });
  await record(tx, asking, event("appointment.changed", before.person_id, id));
  return before;
}

/** Came, did not come, cancelled; and back, where it was ticked by mistake. */
export async function markAppointment(tx: WriteTx, asking: Asking, id: string, state: AppointmentState): Promise<AppointmentRow> {
  const row = await getAppointment(tx, id);
  await setAppointmentState(tx, id, state);
  await record(tx, asking, { ...event("appointment.changed", row.person_id, id), purpose: state });
  return row;
}

export interface ShownAppointment {
  readonly id: string;
  readonly personId: string;
  readonly name: { readonly latin: string; readonly own?: string; readonly lang?: string };
  readonly day: CalendarDay;
  readonly dayText: string;
  readonly time: string;
  readonly place: string;
  readonly purpose: string;
  readonly needsInterpreter: boolean;
  readonly owner: string;
  readonly isMine: boolean;
  readonly state: AppointmentState;
  readonly stateWord: string;
}
/** With the names of the persons, in one statement a kind however many. */
export async function showAppointments(tx: ReadTx, asking: Asking, rows: readonly AppointmentRow[]): Promise<ShownAppointment[]> {
  const persons = await loadPersons(tx, [...new Set(rows.map((r) => r.person_id))], ["names", "languages"]);
  return rows.map((r) => {
    const person = persons.get(r.person_id);
    return {
      id: r.id, personId: r.person_id, name: person === undefined ? { latin: "ohne Namen" } : displayName(person), day: r.happens_on, dayText: germanDay(r.happens_on), time: r.time, place: r.place, purpose: PURPOSES[r.purpose],
      needsInterpreter: r.needs_interpreter, owner: r.owner_name, isMine: r.owner_id === asking.session.accountId, state: r.state, stateWord: APPOINTMENT_STATES[r.state],
    };
  });
}
