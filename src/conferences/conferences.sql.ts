import type { ReadTx, WriteTx } from "../db/index.ts";
import type { CalendarDay } from "../kernel/calendar-day.ts";

export interface Place {
  readonly tenantId: string;
  readonly roomId: string | null;
  readonly accountId: string;
}
export type ConferenceState = "planned" | "held" | "cancelled";
export interface ParticipantRow {
  readonly id: string;
  readonly account_id: string | null;
  readonly organisation_id: string | null;
  readonly person_id: string | null;
  readonly was_there: boolean | null;
  /** of an office or an account; of a person the page says it */
  readonly name: string | null;
}
export interface ItemRow {
  readonly id: string;
  readonly position: number;
  /** base64 */
  readonly title_ct: string;
  readonly life_area: string;
  readonly person_id: string | null;
  readonly is_entrusted: boolean;
}
export interface ConferenceRow {
  readonly id: string;
  readonly case_id: string;
  readonly appointment_id: string;
  readonly question_ct: Buffer;
  readonly state: ConferenceState;
  readonly held_on: CalendarDay | null;
  readonly protocol_ct: Buffer | null;
  readonly version: number;
  readonly participants: readonly ParticipantRow[];
  readonly items: readonly ItemRow[];
}
// the latest of what it was moved to is when it takes place
const SELECT = `select k.id, k.case_id, (with recursive chain as (select a.id, a.moved_to_id from app.case_appointments a where a.tenant_id = k.tenant_id and a.id = k.appointment_id
      union all select n.id, n.moved_to_id from chain c join app.case_appointments n on n.tenant_id = k.tenant_id and n.id = c.moved_to_id) select c.id from chain c where c.moved_to_id is null limit 1) as appointment_id,
    k.question_ct, k.state, k.held_on, k.protocol_ct, k.version,
    coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'account_id', p.account_id, 'organisation_id', p.organisation_id, 'person_id', p.person_id, 'was_there', p.was_there,
        'name', case when p.account_id is not null then coalesce(a.given_name || ' ' || a.family_name, 'nicht mehr im Team') when p.organisation_id is not null then coalesce(nullif(o.short_name, ''), o.name) end)
        order by p.account_id is null, p.organisation_id is null, p.id)
      from app.conference_participants p left join app.accounts a on a.tenant_id = p.tenant_id and a.id = p.account_id left join app.organisations o on o.tenant_id = p.tenant_id and o.id = p.organisation_id
      where p.tenant_id = k.tenant_id and p.conference_id = k.id), '[]') as participants,
    coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'position', i.position, 'title_ct', encode(i.title_ct, 'base64'), 'life_area', i.life_area, 'person_id', i.person_id, 'is_entrusted', i.is_entrusted) order by i.position, i.id)
      from app.conference_items i where i.tenant_id = k.tenant_id and i.conference_id = k.id), '[]') as items
  from app.conferences k`;
export const listConferenceRows = (tx: ReadTx, caseId: string): Promise<ConferenceRow[]> => tx.query<ConferenceRow>(`${SELECT} where k.case_id = $1 order by (k.state = 'planned') desc, k.created_at desc, k.id`, [caseId]);
export const getConference = (tx: ReadTx, caseId: string, id: string): Promise<ConferenceRow> => tx.get<ConferenceRow>(`${SELECT} where k.case_id = $1 and k.id = $2`, [caseId, id]);
export const findConferenceCase = (tx: ReadTx, id: string): Promise<{ case_id: string }> => tx.get("select case_id from app.conferences where id = $1", [id]);

export const insertConference = (tx: WriteTx, of: Place, k: { id: string; caseId: string; appointmentId: string; questionCt: Buffer }): Promise<void> =>
  tx.runOne("insert into app.conferences (tenant_id, room_id, id, case_id, appointment_id, question_ct, created_by) values ($1, $2, $3, $4, $5, $6, $7)", [of.tenantId, of.roomId, k.id, k.caseId, k.appointmentId, k.questionCt, of.accountId]);
export const updateConference = (tx: WriteTx, caseId: string, id: string, version: number, questionCt: Buffer): Promise<number> =>
  tx.run("update app.conferences set question_ct = $4, version = version + 1 where case_id = $1 and id = $2 and version = $3 and state = 'planned'", [caseId, id, version, questionCt]);
/** Its time is its appointment's: that it is another one now counts as a version of it. */
export const touchConference = (tx: WriteTx, caseId: string, id: string, version: number): Promise<number> => tx.run("update app.conferences set version = version + 1 where case_id = $1 and id = $2 and version = $3 and state = 'planned'", [caseId, id, version]);
export const cancelConferenceRow = (tx: WriteTx, caseId: string, id: string): Promise<number> => tx.run("update app.conferences set state = 'cancelled', version = version + 1 where case_id = $1 and id = $2 and state = 'planned'", [caseId, id]);
export const holdConference = (tx: WriteTx, caseId: string, id: string, version: number, heldOn: CalendarDay, protocolCt: Buffer): Promise<number> =>
  tx.run("update app.conferences set state = 'held', held_on = $4, protocol_ct = $5, version = version + 1 where case_id = $1 and id = $2 and version = $3 and state = 'planned'", [caseId, id, version, heldOn, protocolCt]);

export const deleteAgenda = async (tx: WriteTx, caseId: string, conferenceId: string): Promise<void> => {
  await tx.run("delete from app.conference_participants where case_id = $1 and conference_id = $2", [caseId, conferenceId]);
  await tx.run("delete from app.conference_items where case_id = $1 and conference_id = $2", [caseId, conferenceId]);
};
export const insertParticipant = (tx: WriteTx, of: Place, p: { id: string; caseId: string; conferenceId: string; accountId?: string; organisationId?: string; personId?: string }): Promise<void> =>
  tx.runOne("insert into app.conference_participants (tenant_id, room_id, id, case_id, conference_id, account_id, organisation_id, person_id) values ($1, $2, $3, $4, $5, $6, $7, $8)",
    [of.tenantId, of.roomId, p.id, p.caseId, p.conferenceId, p.accountId ?? null, p.organisationId ?? null, p.personId ?? null]);
export const insertItem = (tx: WriteTx, of: Place, i: { id: string; caseId: string; conferenceId: string; position: number; titleCt: Buffer; lifeArea: string; personId: string | null; isEntrusted: boolean }): Promise<void> =>
  tx.runOne("insert into app.conference_items (tenant_id, room_id, id, case_id, conference_id, position, title_ct, life_area, person_id, is_entrusted) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    [of.tenantId, of.roomId, i.id, i.caseId, i.conferenceId, i.position, i.titleCt, i.lifeArea, i.personId, i.isEntrusted]);
export const markPresent = (tx: WriteTx, caseId: string, conferenceId: string, presentIds: readonly string[]): Promise<number> =>
  tx.run("update app.conference_participants set was_there = id = any ($3) where case_id = $1 and conference_id = $2", [caseId, conferenceId, presentIds]);
