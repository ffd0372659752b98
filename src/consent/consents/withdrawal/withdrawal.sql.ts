import type { ReadTx, WriteTx } from "../../../db/index.ts";
import type { Session } from "../../../http/index.ts";
import type { CalendarDay } from "../../../kernel/calendar-day.ts";
import type { Category, ShareState } from "../../consent-words.ts";
import type { ConsentForm } from "../consent-form-words.ts";

export interface CarriedShareRow {
  readonly id: string;
  readonly state: ShareState;
  readonly from_on: CalendarDay;
  readonly until_on: CalendarDay;
  readonly people: readonly string[];
  /** that a consent in force (or one that begins later) still covers, for anybody */
  readonly carried: readonly { readonly lifeArea: string; readonly kind: Category["kind"] }[];
  readonly shared: readonly { readonly lifeArea: string; readonly kind: Category["kind"] }[];
}

/** Shares that rest on this consent, with what carries them at this moment: before a withdrawal and after it. */
export const listCarriedShares = (tx: ReadTx, caseId: string, consentId: string): Promise<CarriedShareRow[]> =>
  tx.query<CarriedShareRow>(
    `select s.id, t.state, s.from_on, s.until_on,
       array(select concat_ws(' ', n.given_name, n.family_name) from app.share_members m join app.partner_people(s.organisation_id) n on n.account_id = m.account_id
         where m.tenant_id = s.tenant_id and m.share_id = s.id and m.removed_at is null order by 1) as people,
       (select coalesce(jsonb_agg(distinct jsonb_build_object('lifeArea', g.life_area, 'kind', g.kind)), '[]') from app.share_categories g
         join app.share_consents l on l.tenant_id = g.tenant_id and l.share_id = g.share_id
         join app.consent_states($1) cs on cs.consent_id = l.consent_id and cs.state in ('in_force', 'planned')
         join app.consent_categories y on y.tenant_id = g.tenant_id and y.consent_id = l.consent_id and y.life_area = g.life_area and y.kind = g.kind and y.withdrawn_at is null
        where g.tenant_id = s.tenant_id and g.share_id = s.id) as carried,
       (select coalesce(jsonb_agg(jsonb_build_object('lifeArea', g.life_area, 'kind', g.kind)), '[]') from app.share_categories g where g.tenant_id = s.tenant_id and g.share_id = s.id) as shared
     from app.share_consents k join app.shares s on s.tenant_id = k.tenant_id and s.id = k.share_id join app.share_states($1) t on t.share_id = s.id
    where k.case_id = $1 and k.consent_id = $2 order by s.from_on, s.id`,
    [caseId, consentId],
  );

/** Rows changed: none where somebody ended it meanwhile. */
export const endShare = (tx: WriteTx, caseId: string, id: string): Promise<number> =>
  tx.run("update app.shares set ended_at = now(), version = version + 1 where case_id = $1 and id = $2 and ended_at is null", [caseId, id]);

export interface UnderConsentRow {
  readonly id: string;
  readonly state: "draft" | "awaiting_second" | "sent";
  readonly channel: "inbox" | "paper";
  readonly author_id: string;
  readonly sent_at: Date | null;
  readonly recipient_state: string | null;
  readonly fields: readonly string[];
}
/** Disclosures under this consent: what left, and what is being prepared. */
export const listUnderConsent = (tx: ReadTx, caseId: string, consentId: string): Promise<UnderConsentRow[]> =>
  tx.query<UnderConsentRow>(
    `select d.id, d.state, d.channel, d.author_id, d.sent_at, d.recipient_state,
       array(select i.label from app.disclosure_items i where i.tenant_id = d.tenant_id and i.disclosure_id = d.id order by i.position) as fields
      from app.disclosures d where d.case_id = $1 and d.consent_id = $2 and d.state in ('draft', 'awaiting_second', 'sent') order by d.sent_at nulls last, d.id`,
    [caseId, consentId],
  );

/** Does anything stand against it now? After a withdrawal, its consent does. */
export const hasProblems = async (tx: ReadTx, disclosureId: string): Promise<boolean> =>
  (await tx.get<{ problems: boolean }>("select coalesce(cardinality(app.disclosure_problems($1)) > 0, false) as problems", [disclosureId])).problems;

export const discardDisclosure = (tx: WriteTx, id: string): Promise<number> =>
  tx.run("update app.disclosures set state = 'discarded', version = version + 1 where id = $1 and state in ('draft', 'awaiting_second')", [id]);
/** What a colleague prepared and put to a second person is refused by the second person: that is now whoever records the withdrawal. */
export const refuseDisclosure = (tx: WriteTx, id: string, noteCt: Buffer): Promise<number> =>
  tx.run("update app.disclosures set state = 'refused', second_note_ct = $2, version = version + 1 where id = $1 and state = 'awaiting_second'", [id, noteCt]);

export interface OpenTaskRow {
  readonly id: string;
  readonly title_ct: Buffer;
  readonly due_on: CalendarDay;
}
/** What the organisation still has to do for this person, or for everybody of the case: what is another's is not named in this person's receipt. */
export const listOpenTasks = (tx: ReadTx, caseId: string, organisationId: string, personId: string): Promise<OpenTaskRow[]> =>
  tx.query<OpenTaskRow>("select id, title_ct, due_on from app.follow_ups where case_id = $1 and for_organisation_id = $2 and (about_person_id is null or about_person_id = $3) and done_on is null order by due_on, id", [caseId, organisationId, personId]);

export const withdrawWhole = (tx: WriteTx, caseId: string, id: string, version: number, form: ConsentForm): Promise<number> =>
  tx.run("update app.consents set withdrawn_at = now(), withdrawal_form = $4, version = version + 1 where case_id = $1 and id = $2 and version = $3 and withdrawn_at is null", [caseId, id, version, form]);

export const withdrawPart = (tx: WriteTx, caseId: string, id: string, version: number, form: ConsentForm): Promise<number> =>
  tx.run("update app.consents set withdrawal_form = $4, version = version + 1 where case_id = $1 and id = $2 and version = $3 and withdrawn_at is null", [caseId, id, version, form]);

export const withdrawCategories = (tx: WriteTx, caseId: string, id: string, cells: readonly Category[]): Promise<number> =>
  tx.run(
    `update app.consent_categories k set withdrawn_at = now() from unnest($3::text[], $4::text[]) as x (life_area, kind)
      where k.case_id = $1 and k.consent_id = $2 and k.life_area = x.life_area and k.kind = x.kind and k.withdrawn_at is null`,
    [caseId, id, cells.map((c) => c.lifeArea), cells.map((c) => c.kind)],
  );

/** A task for whoever leads the case; of a kind of its own, so that it stands out on their day. */
export const insertWithdrawalTask = (tx: WriteTx, session: Session, t: { id: string; caseId: string; consentId: string; ownerId: string; dueOn: CalendarDay; titleCt: Buffer }): Promise<number> =>
  tx.run("insert into app.follow_ups (tenant_id, room_id, id, case_id, owner_id, due_on, kind, title_ct, created_by, about_consent_id) values ($1, $2, $3, $4, $5, $6, 'withdrawal', $7, $8, $9)", [
    session.tenantId, session.roomId, t.id, t.caseId, t.ownerId, t.dueOn, t.titleCt, session.accountId, t.consentId,
  ]);
