import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";

/** What the staff's side asks about the own pages; the person's side stands in portal.sql.ts. */
export interface AccessRow {
  readonly id: string; readonly person_id: string; readonly guardian_id: string | null; readonly guardian_kind: string | null; readonly language: string; readonly until_on: CalendarDay | null;
  readonly state: "invited" | "active" | "frozen" | "ended" | "expired"; readonly invited_at: Date; readonly invited_by_name: string; readonly last_seen_at: Date | null; readonly first_pin_until: Date | null; readonly version: number; readonly has_passkey: boolean; readonly tells_news: boolean;
}
const ACCESS = `select a.id, a.person_id, a.guardian_id, g.kind as guardian_kind, a.language, a.until_on, s.state, a.invited_at, concat_ws(' ', b.given_name, b.family_name) as invited_by_name,
    s.last_seen_at, s.first_pin_until, a.version, a.tells_news, exists (select from app.portal_passkeys k where k.tenant_id = a.tenant_id and k.access_id = a.id) as has_passkey
  from app.portal_accesses a join app.portal_states(a.case_id) s on s.access_id = a.id
  left join app.person_guardians g on g.tenant_id = a.tenant_id and g.id = a.guardian_id
  left join app.accounts b on b.tenant_id = a.tenant_id and b.id = a.invited_by`;
export const listAccesses = (tx: ReadTx, caseId: string): Promise<AccessRow[]> => tx.query<AccessRow>(`${ACCESS} where a.case_id = $1 order by a.ended_at is not null, a.created_at, a.id`, [caseId]);
export const getAccess = (tx: ReadTx, caseId: string, id: string): Promise<AccessRow> => tx.get<AccessRow>(`${ACCESS} where a.case_id = $1 and a.id = $2`, [caseId, id]);
export interface GuardianRow { readonly id: string; readonly person_id: string; readonly kind: string; readonly until_on: CalendarDay | null }
export const listGuardians = (tx: ReadTx, caseId: string): Promise<GuardianRow[]> =>
  tx.query<GuardianRow>(
    `select g.id, g.person_id, g.kind, g.until_on from app.person_guardians g join app.case_persons cp on cp.tenant_id = g.tenant_id and cp.person_id = g.person_id
      where cp.case_id = $1 and (g.until_on is null or g.until_on >= current_date) order by g.id`, [caseId]);

export interface NewAccess { readonly id: string; readonly caseId: string; readonly personId: string; readonly guardianId: string | null; readonly language: string; readonly untilOn: CalendarDay | null }
export const insertAccess = (tx: WriteTx, session: Session, a: NewAccess): Promise<number> =>
  tx.run("insert into app.portal_accesses (tenant_id, room_id, id, case_id, person_id, guardian_id, language, until_on, invited_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    [session.tenantId, session.roomId, a.id, a.caseId, a.personId, a.guardianId, a.language, a.untilOn, session.accountId]);
export const giveCard = async (tx: WriteTx, access: string, card: Buffer, pinHash: string): Promise<boolean> =>
  (await tx.get<{ ok: boolean }>("select app.invite_to_portal($1, $2, $3, interval '14 days') as ok", [access, card, pinHash])).ok;
export const endAccess = (tx: WriteTx, session: Session, caseId: string, id: string): Promise<number> =>
  tx.run("update app.portal_accesses set ended_at = now(), ended_by = $3, version = version + 1 where case_id = $1 and id = $2 and ended_at is null", [caseId, id, session.accountId]);
export const removePasskeys = async (tx: WriteTx, id: string): Promise<number> => (await tx.get<{ n: number }>("select app.remove_portal_passkeys($1) as n", [id])).n;
export const getKeys = (tx: ReadTx, caseId: string, personId: string): Promise<{ case_key: string; person_key: string; birth_on: CalendarDay | null }> =>
  tx.get("select c.key_ref as case_key, p.key_ref as person_key, p.birth_on from app.cases c join app.persons p on p.tenant_id = c.tenant_id where c.id = $1 and p.id = $2", [caseId, personId]);

export interface MessageRow {
  readonly id: string; readonly person_id: string; readonly kind: "question" | "wrong" | "restrict" | "object" | "paper" | "fact"; readonly item: string; readonly text_ct: Buffer; readonly state: "open" | "done" | "declined";
  readonly answer_ct: Buffer | null; readonly sent_at: Date; readonly answered_at: Date | null; readonly document_id: string | null; readonly version: number;
}
const MESSAGE = "select id, person_id, kind, item, text_ct, state, answer_ct, sent_at, answered_at, document_id, version from app.portal_messages";
export const listMessages = (tx: ReadTx, caseId: string): Promise<MessageRow[]> => tx.query<MessageRow>(`${MESSAGE} where case_id = $1 order by state <> 'open', sent_at desc`, [caseId]);
export const getMessage = (tx: ReadTx, caseId: string, id: string): Promise<MessageRow> => tx.get<MessageRow>(`${MESSAGE} where case_id = $1 and id = $2`, [caseId, id]);
export const answerMessage = (tx: WriteTx, session: Session, caseId: string, m: { id: string; version: number; state: "done" | "declined"; answer: Buffer | null }): Promise<number> =>
  tx.run("update app.portal_messages set state = $4, answer_ct = $5, answered_by = $6, answered_at = now(), version = version + 1 where case_id = $1 and id = $2 and version = $3", [caseId, m.id, m.version, m.state, m.answer, session.accountId]);

export const listOpenAreas = (tx: ReadTx, caseId: string): Promise<{ person_id: string; life_area: string }[]> => tx.query("select person_id, life_area from app.portal_areas where case_id = $1", [caseId]);
export const openArea = (tx: WriteTx, session: Session, caseId: string, personId: string, area: string): Promise<number> =>
  tx.run("insert into app.portal_areas (tenant_id, room_id, case_id, person_id, life_area, opened_by) values ($1, $2, $3, $4, $5, $6) on conflict do nothing", [session.tenantId, session.roomId, caseId, personId, area, session.accountId]);
export const closeArea = (tx: WriteTx, caseId: string, personId: string, area: string): Promise<number> => tx.run("delete from app.portal_areas where case_id = $1 and person_id = $2 and life_area = $3", [caseId, personId, area]);

/** For the system job: the references of every key that the portal's directory must hold. */
export const listKeysInUse = async (tx: ReadTx): Promise<string[]> => (await tx.query<{ key_ref: string }>("select * from app.portal_keys()")).map((k) => k.key_ref);
/** For the job of a withdrawal: of which case the consent is. */
export const getCaseOfConsent = async (tx: ReadTx, consent: string): Promise<string> => (await tx.get<{ case_id: string }>("select case_id from app.consents where id = $1", [consent])).case_id;
/** Consents and disclosures of the case, per person whom they concern. */
export const listSendable = (tx: ReadTx, caseId: string): Promise<{ id: string; kind: "consent" | "disclosure"; person_id: string; recipient: string }[]> =>
  tx.query(
    `select x.id, 'consent' as kind, x.person_id, o.name as recipient from app.consents x join app.organisations o on o.tenant_id = x.tenant_id and o.id = x.recipient_id where x.case_id = $1
     union all
     select distinct d.id, 'disclosure', i.person_id, d.recipient_name from app.disclosures d join app.disclosure_items i on i.tenant_id = d.tenant_id and i.disclosure_id = d.id
      where d.case_id = $1 and d.state = 'sent' and i.person_id is not null order by 2, 4, 1`, [caseId]);
export const findAccessCase = (tx: ReadTx, id: string): Promise<{ case_id: string }> => tx.get("select case_id from app.portal_accesses where id = $1", [id]);
export const findMessageCase = (tx: ReadTx, id: string): Promise<{ case_id: string }> => tx.get("select case_id from app.portal_messages where id = $1", [id]);
