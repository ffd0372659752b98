import { getCaseFile, openText } from "../cases/working/index.ts";
import { languageLabel } from "../cases/reading/index.ts";
import type { ReadTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";
import { type CalendarDay, addDays, daysBetween } from "../kernel/calendar-day.ts";
import { APPOINTMENT_KINDS, APPOINTMENT_STATES, type AppointmentKind, type AppointmentState, type MailState, type PlaceKind, REQUEST_STATES, type RequestState } from "./appointment-words.ts";
import { type AppointmentRow, getAppointment, listAppointmentRows, listOwnAppointments, type RequestRow } from "./appointments.sql.ts";
import { instantOf, localTimeOf } from "./local-time.ts";

/** What opening sealed texts needs; a page has it, and so has a job. */
export type Keys = Pick<Asking, "app" | "session">;

export interface InterpreterRequest {
  readonly id: string;
  readonly interpreterId: string | null;
  readonly interpreter: string | null;
  readonly reach: string | null;
  readonly leadDays: number | null;
  readonly language: string;
  readonly state: RequestState;
  readonly stateWord: string;
  readonly requestedOn: CalendarDay;
  readonly settledOn: CalendarDay | null;
  readonly confirmedBy: string;
  readonly version: number;
}
export interface Appointment {
  readonly id: string;
  readonly caseId: string;
  readonly kind: AppointmentKind;
  readonly kindWord: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** as the clock on the wall says it */
  readonly day: CalendarDay;
  readonly from: string;
  readonly until: string;
  readonly placeKind: PlaceKind;
  readonly place: string;
  readonly subject: string;
  readonly language: string;
  readonly languageWord: string;
  readonly withAccountId: string | null;
  readonly withAccount: string | null;
  readonly withOrganisationId: string | null;
  readonly withOrganisation: string | null;
  readonly isEntrusted: boolean;
  readonly isOnPortal: boolean;
  readonly wantsReminder: boolean;
  readonly state: AppointmentState;
  readonly stateWord: string;
  readonly noShowContactId: string | null;
  readonly movedToId: string | null;
  readonly personIds: readonly string[];
  readonly interpreting: InterpreterRequest | null;
  readonly reminders: readonly { readonly personId: string; readonly state: MailState; readonly dueAt: Date }[];
  readonly version: number;
}

const openRequest = (asking: Keys, keyRef: string, r: RequestRow): InterpreterRequest => ({
  id: r.id, interpreterId: r.interpreter_id, interpreter: r.interpreter, reach: r.reach, leadDays: r.lead_days, language: r.language, state: r.state, stateWord: REQUEST_STATES[r.state],
  requestedOn: r.requested_on as CalendarDay, settledOn: r.settled_on as CalendarDay | null, version: r.version,
  confirmedBy: r.confirmed_ct === null ? "" : openText(asking, keyRef, "interpreter_requests.confirmed_ct", r.id, Buffer.from(r.confirmed_ct, "base64")),
});

export function openAppointment(asking: Keys, keyRef: string, row: AppointmentRow): Appointment {
  const zone = asking.app.config.timeZone;
  const start = localTimeOf(row.starts_at, zone);
  return {
    id: row.id, caseId: row.case_id, kind: row.kind, kindWord: APPOINTMENT_KINDS[row.kind], startsAt: row.starts_at, endsAt: row.ends_at, day: start.day, from: start.time, until: localTimeOf(row.ends_at, zone).time,
    placeKind: row.place_kind, place: openText(asking, keyRef, "case_appointments.place_ct", row.id, row.place_ct), subject: openText(asking, keyRef, "case_appointments.subject_ct", row.id, row.subject_ct),
    language: row.language, languageWord: languageLabel(row.language), withAccountId: row.with_account_id, withAccount: row.account_name, withOrganisationId: row.with_organisation_id, withOrganisation: row.organisation_name,
    isEntrusted: row.is_entrusted, isOnPortal: row.is_on_portal, wantsReminder: row.wants_reminder, state: row.state, stateWord: APPOINTMENT_STATES[row.state], noShowContactId: row.no_show_contact_id, movedToId: row.moved_to_id,
    personIds: row.person_ids, interpreting: row.request === null ? null : openRequest(asking, keyRef, row.request),
    reminders: row.mails.map((m) => ({ personId: m.person_id, state: m.state, dueAt: new Date(m.due_at) })), version: row.version,
  };
}

/** All appointments of a case, the earliest first; also those that were moved or cancelled. Writes no record: whoever shows them does. */
export async function listAppointments(tx: ReadTx, asking: Keys, caseId: string): Promise<Appointment[]> {
  const file = await getCaseFile(tx, caseId);
  return (await listAppointmentRows(tx, caseId)).map((row) => openAppointment(asking, file.key_ref, row));
}
export async function currentAppointment(tx: ReadTx, asking: Keys, caseId: string, id: string): Promise<Appointment> {
  const file = await getCaseFile(tx, caseId);
  return openAppointment(asking, file.key_ref, await getAppointment(tx, caseId, id));
}

export interface OwnAppointment extends Appointment {
  readonly caseNumber: string;
  readonly name: string;
  readonly nameOwn: string;
}
const MOST = 300;
/** The reader's own from one day to another, both included. */
export async function readOwnAppointments(tx: ReadTx, asking: Keys, from: CalendarDay, until: CalendarDay): Promise<OwnAppointment[]> {
  const zone = asking.app.config.timeZone;
  const rows = await listOwnAppointments(tx, asking.session, instantOf(from, "00:00", zone)!, instantOf(addDays(until, 1), "00:00", zone)!, MOST);
  return rows.map((row) => Object.assign(openAppointment(asking, row.key_ref, row), { caseNumber: row.number, name: row.main_name === "" ? "ohne Namen" : row.main_name, nameOwn: row.main_name_own }));
}

/** Nobody has confirmed yet, and less time is left than interpreters want: how many days are. */
export function leadWarning(a: Pick<Appointment, "state" | "day" | "interpreting">, today: CalendarDay, leadDays: number): number | null {
  const r = a.interpreting;
  if (a.state !== "planned" || r === null || r.state === "confirmed" || r.state === "cancelled" || a.day < today) return null;
  const left = daysBetween(today, a.day);
  return left < (r.leadDays ?? leadDays) ? left : null;
}
