import type { ReadTx, WriteTx } from "../db/index.ts";
import type { AppointmentKind, AppointmentState, MailState, PlaceKind, RequestState } from "./appointment-words.ts";

export interface Place {
  readonly tenantId: string;
  readonly roomId: string | null;
  readonly accountId: string;
}
export interface AppointmentRow {
  readonly id: string;
  readonly case_id: string;
  readonly kind: AppointmentKind;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly place_kind: PlaceKind;
  readonly place_ct: Buffer | null;
  readonly subject_ct: Buffer | null;
  readonly language: string;
  readonly with_account_id: string | null;
  readonly account_name: string | null;
  readonly with_organisation_id: string | null;
  readonly organisation_name: string | null;
  readonly is_entrusted: boolean;
  readonly is_on_portal: boolean;
  readonly wants_reminder: boolean;
  readonly state: AppointmentState;
  readonly no_show_contact_id: string | null;
  readonly moved_to_id: string | null;
  readonly version: number;
  readonly person_ids: readonly string[];
  readonly request: RequestRow | null;
  readonly mails: readonly { readonly person_id: string; readonly state: MailState; readonly due_at: string }[];
}
export interface RequestRow {
  readonly id: string;
  readonly interpreter_id: string | null;
  readonly interpreter: string | null;
  readonly reach: string | null;
  readonly lead_days: number | null;
  readonly language: string;
  readonly state: RequestState;
  readonly requested_on: string;
  readonly settled_on: string | null;
  /** base64 */
  readonly confirmed_ct: string | null;
  readonly version: number;
}
const REQUEST = `jsonb_build_object('id', q.id, 'interpreter_id', q.interpreter_id, 'interpreter', p.name, 'reach', p.reach, 'lead_days', p.lead_days, 'language', q.language, 'state', q.state,
    'requested_on', q.requested_on, 'settled_on', q.settled_on, 'confirmed_ct', encode(q.confirmed_ct, 'base64'), 'version', q.version)`;
const SELECT = `select a.id, a.case_id, a.kind, a.starts_at, a.ends_at, a.place_kind, a.place_ct, a.subject_ct, a.language, a.with_account_id,
    case when a.with_account_id is not null then coalesce(w.given_name || ' ' || w.family_name, 'nicht mehr im Team') end as account_name, a.with_organisation_id,
    coalesce(nullif(o.short_name, ''), o.name) as organisation_name, a.is_entrusted, a.is_on_portal, a.wants_reminder, a.state, a.no_show_contact_id, a.moved_to_id, a.version,
    array(select x.person_id from app.case_appointment_persons x where x.tenant_id = a.tenant_id and x.appointment_id = a.id order by x.person_id) as person_ids,
    (select ${REQUEST} from app.interpreter_requests q left join app.interpreters p on p.tenant_id = q.tenant_id and p.id = q.interpreter_id
      where q.tenant_id = a.tenant_id and q.appointment_id = a.id order by (q.state in ('requested', 'confirmed')) desc, q.created_at desc, q.id desc limit 1) as request,
    coalesce((select jsonb_agg(jsonb_build_object('person_id', m.person_id, 'state', m.state, 'due_at', m.due_at) order by m.person_id) from app.outgoing_mails m
      where m.tenant_id = a.tenant_id and m.appointment_id = a.id), '[]') as mails
  from app.case_appointments a
  left join app.accounts w on w.tenant_id = a.tenant_id and w.id = a.with_account_id
  left join app.organisations o on o.tenant_id = a.tenant_id and o.id = a.with_organisation_id`;

export const listAppointmentRows = (tx: ReadTx, caseId: string): Promise<AppointmentRow[]> => tx.query<AppointmentRow>(`${SELECT} where a.case_id = $1 order by a.starts_at, a.id`, [caseId]);
export const getAppointment = (tx: ReadTx, caseId: string, id: string): Promise<AppointmentRow> => tx.get<AppointmentRow>(`${SELECT} where a.case_id = $1 and a.id = $2`, [caseId, id]);
export const findAppointmentCase = (tx: ReadTx, id: string): Promise<{ case_id: string }> => tx.get("select case_id from app.case_appointments where id = $1", [id]);

export interface OwnAppointmentRow extends AppointmentRow {
  readonly number: string;
  readonly key_ref: string;
  readonly main_name: string;
  readonly main_name_own: string;
}
/** The own ones between two instants, of every case that is open to the reader. */
export const listOwnAppointments = (tx: ReadTx, of: Place, from: Date, until: Date, most: number): Promise<OwnAppointmentRow[]> =>
  tx.query<OwnAppointmentRow>(
    `select b.*, c.number, c.key_ref, c.main_name, c.main_name_own from (${SELECT} where a.tenant_id = $1 and a.room_id = $2 and a.with_account_id = $3 and a.starts_at >= $4 and a.starts_at < $5 and a.state <> 'moved') b
       join app.cases c on c.tenant_id = $1 and c.id = b.case_id order by b.starts_at, b.id limit $6`,
    [of.tenantId, of.roomId, of.accountId, from, until, most],
  );

export interface AppointmentFields {
  readonly kind: AppointmentKind;
  readonly placeKind: PlaceKind;
  readonly placeCt: Buffer | null;
  readonly subjectCt: Buffer | null;
  readonly language: string;
  readonly withAccountId: string | null;
  readonly withOrganisationId: string | null;
  readonly isEntrusted: boolean;
  readonly isOnPortal: boolean;
  readonly wantsReminder: boolean;
}
export const insertAppointment = (tx: WriteTx, of: Place, a: AppointmentFields & { id: string; caseId: string; startsAt: Date; endsAt: Date }): Promise<void> =>
  tx.runOne(
    `insert into app.case_appointments (tenant_id, room_id, id, case_id, kind, starts_at, ends_at, place_kind, place_ct, subject_ct, language, with_account_id, with_organisation_id, is_entrusted, is_on_portal, wants_reminder, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [of.tenantId, of.roomId, a.id, a.caseId, a.kind, a.startsAt, a.endsAt, a.placeKind, a.placeCt, a.subjectCt, a.language, a.withAccountId, a.withOrganisationId, a.isEntrusted, a.isOnPortal, a.wantsReminder, of.accountId],
  );
export const updateAppointment = (tx: WriteTx, caseId: string, id: string, version: number, a: AppointmentFields): Promise<number> =>
  tx.run(
    `update app.case_appointments set kind = $4, place_kind = $5, place_ct = $6, subject_ct = $7, language = $8, with_account_id = $9, with_organisation_id = $10, is_entrusted = $11, is_on_portal = $12, wants_reminder = $13, version = version + 1
      where case_id = $1 and id = $2 and version = $3`,
    [caseId, id, version, a.kind, a.placeKind, a.placeCt, a.subjectCt, a.language, a.withAccountId, a.withOrganisationId, a.isEntrusted, a.isOnPortal, a.wantsReminder],
  );
export const setAppointmentState = (tx: WriteTx, caseId: string, id: string, state: AppointmentState): Promise<number> =>
  tx.run("update app.case_appointments set state = $3, version = version + 1 where case_id = $1 and id = $2 and state <> 'moved'", [caseId, id, state]);
/** 0 where a contact says it already. */
export const noteNoShowContact = (tx: WriteTx, caseId: string, id: string, contactId: string): Promise<number> =>
  tx.run("update app.case_appointments set no_show_contact_id = $3 where case_id = $1 and id = $2 and no_show_contact_id is null", [caseId, id, contactId]);
export const markMoved = (tx: WriteTx, caseId: string, id: string, version: number, to: string): Promise<number> =>
  tx.run("update app.case_appointments set state = 'moved', moved_to_id = $4, version = version + 1 where case_id = $1 and id = $2 and version = $3 and state in ('planned', 'cancelled')", [caseId, id, version, to]);

export async function setPersons(tx: WriteTx, of: Place, caseId: string, id: string, personIds: readonly string[]): Promise<void> {
  await tx.query("delete from app.case_appointment_persons where case_id = $1 and appointment_id = $2 and person_id <> all ($3)", [caseId, id, personIds]);
  await tx.query(
    "insert into app.case_appointment_persons (tenant_id, room_id, case_id, appointment_id, person_id) select $1, $2, $3, $4, p from unnest($5::uuid[]) p on conflict do nothing",
    [of.tenantId, of.roomId, caseId, id, personIds],
  );
}

export const listOffices = (tx: ReadTx): Promise<{ id: string; name: string }[]> => tx.query("select id, name from app.organisations where closed_at is null order by name, id");
