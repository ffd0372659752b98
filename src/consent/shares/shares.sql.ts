import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { Category, EntryKind, ShareState } from "../consent-words.ts";

export interface ShareRow {
  readonly id: string;
  readonly case_id: string;
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly from_on: CalendarDay;
  readonly until_on: CalendarDay;
  readonly ended_at: Date | null;
  readonly created_at: Date;
  readonly version: number;
  readonly state: ShareState;
  readonly categories: readonly Category[];
  readonly consents: readonly { readonly id: string; readonly personId: string; readonly expiresOn: CalendarDay; readonly state: string }[];
}

const SHARES = `
  select s.id, s.case_id, s.organisation_id, o.name as organisation_name, s.from_on, s.until_on, s.ended_at, s.created_at, s.version, t.state,
         (select coalesce(jsonb_agg(jsonb_build_object('lifeArea', g.life_area, 'kind', g.kind) order by g.life_area, g.kind), '[]') from app.share_categories g
           where g.tenant_id = s.tenant_id and g.share_id = s.id) as categories,
         (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'personId', x.person_id, 'expiresOn', x.expires_on, 'state', z.state) order by x.id), '[]')
            from app.share_consents k join app.consents x on x.tenant_id = k.tenant_id and x.id = k.consent_id
            join app.consent_states($1) z on z.consent_id = x.id where k.tenant_id = s.tenant_id and k.share_id = s.id) as consents
    from app.shares s
    join app.organisations o on o.tenant_id = s.tenant_id and o.id = s.organisation_id
    join app.share_states($1) t on t.share_id = s.id
   where s.case_id = $1`;

export const listShares = (tx: ReadTx, caseId: string): Promise<ShareRow[]> => tx.query<ShareRow>(`${SHARES} order by (t.state in ('ended', 'expired')), o.name, s.created_at desc, s.id`, [caseId]);
export const getShare = (tx: ReadTx, caseId: string, id: string): Promise<ShareRow> => tx.get<ShareRow>(`${SHARES} and s.id = $2`, [caseId, id]);
export const findShareCase = (tx: ReadTx, id: string): Promise<{ case_id: string }> => tx.get("select case_id from app.shares where id = $1", [id]);

export interface ShareMemberRow {
  readonly share_id: string;
  readonly account_id: string;
  readonly name: string;
  readonly job_title: string;
}
/** Who sees a share now; people taken out are in the access record. */
export const listShareMembers = (tx: ReadTx, caseId: string): Promise<ShareMemberRow[]> =>
  tx.query<ShareMemberRow>(
    `select m.share_id, m.account_id, concat_ws(' ', w.given_name, w.family_name) as name, coalesce(w.job_title, '') as job_title
       from app.share_members m join app.shares s on s.tenant_id = m.tenant_id and s.id = m.share_id
       left join lateral app.partner_people(s.organisation_id) w on w.account_id = m.account_id
      where m.case_id = $1 and m.removed_at is null order by w.family_name, w.given_name, m.account_id`,
    [caseId],
  );

export interface CarryingConsentRow {
  readonly id: string;
  readonly person_id: string;
  readonly recipient_id: string;
  readonly recipient_name: string;
  readonly recipient_kind: string;
  readonly has_partner_room: boolean;
  readonly direction: string;
  readonly expires_on: CalendarDay;
  readonly categories: readonly Category[];
}
/** Consents in force of this case towards organisations of the municipality, with what is not withdrawn of them. */
export const listCarryingConsents = (tx: ReadTx, caseId: string): Promise<CarryingConsentRow[]> =>
  tx.query<CarryingConsentRow>(
    `select x.id, x.person_id, x.recipient_id, r.name as recipient_name, r.kind as recipient_kind, r.has_partner_room, x.direction, x.expires_on,
            (select coalesce(jsonb_agg(jsonb_build_object('lifeArea', k.life_area, 'kind', k.kind) order by k.life_area, k.kind), '[]') from app.consent_categories k
              where k.tenant_id = x.tenant_id and k.consent_id = x.id and k.withdrawn_at is null and k.life_area <> '') as categories
       from app.consents x join app.consent_states($1) z on z.consent_id = x.id and z.state = 'in_force'
       join app.recipients() r on r.id = x.recipient_id
      where x.case_id = $1 order by r.name, x.given_on, x.id`,
    [caseId],
  );

export interface PartnerPersonRow {
  readonly account_id: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly job_title: string;
}
export const listPartnerPeople = (tx: ReadTx, organisationId: string): Promise<PartnerPersonRow[]> => tx.query<PartnerPersonRow>("select * from app.partner_people($1)", [organisationId]);

export const findConsentBasis = (tx: ReadTx): Promise<{ id: string } | undefined> =>
  tx.find("select id from app.legal_bases where kind = 'consent' and retired_at is null order by citation, id limit 1");

interface NewShare {
  readonly id: string;
  readonly caseId: string;
  readonly organisationId: string;
  readonly legalBasisId: string;
  readonly fromOn: CalendarDay;
  readonly untilOn: CalendarDay;
}
export const insertShare = (tx: WriteTx, session: Session, s: NewShare): Promise<void> =>
  tx.runOne(
    `insert into app.shares (tenant_id, room_id, id, case_id, organisation_id, organisation_kind, legal_basis_id, from_on, until_on, created_by)
     select $1, $2, $3, $4, o.id, o.kind, $6, $7, $8, $9 from app.organisations o where o.id = $5`,
    [session.tenantId, session.roomId, s.id, s.caseId, s.organisationId, s.legalBasisId, s.fromOn, s.untilOn, session.accountId],
  );
export async function insertShareConsents(tx: WriteTx, session: Session, caseId: string, shareId: string, consentIds: readonly string[]): Promise<void> {
  await tx.run("insert into app.share_consents (tenant_id, room_id, case_id, share_id, consent_id) select $1::uuid, $2::uuid, $3::uuid, $4::uuid, x from unnest($5::uuid[]) x", [session.tenantId, session.roomId, caseId, shareId, consentIds]);
}
/** What is shared from now on: rows that are gone go, new ones come. */
export async function setShareCategories(tx: WriteTx, session: Session, caseId: string, shareId: string, categories: readonly Category[]): Promise<void> {
  const [areas, kinds] = [categories.map((c) => c.lifeArea), categories.map((c) => c.kind)];
  await tx.run(
    "delete from app.share_categories g where g.case_id = $1 and g.share_id = $2 and not exists (select from unnest($3::text[], $4::text[]) w (life_area, kind) where w.life_area = g.life_area and w.kind = g.kind)",
    [caseId, shareId, areas, kinds],
  );
  await tx.run(
    `insert into app.share_categories (tenant_id, room_id, case_id, share_id, life_area, kind)
     select $1::uuid, $2::uuid, $3::uuid, $4::uuid, w.life_area, w.kind from unnest($5::text[], $6::text[]) w (life_area, kind)
      where not exists (select from app.share_categories g where g.case_id = $3 and g.share_id = $4 and g.life_area = w.life_area and g.kind = w.kind)`,
    [session.tenantId, session.roomId, caseId, shareId, areas, kinds],
  );
}
/** Somebody who was taken out and is named again comes back with today's day. */
export async function addShareMember(tx: WriteTx, session: Session, caseId: string, shareId: string, accountId: string): Promise<void> {
  const again = await tx.run("update app.share_members set removed_at = null, added_at = now() where case_id = $1 and share_id = $2 and account_id = $3", [caseId, shareId, accountId]);
  if (again === 0) {
    await tx.runOne("insert into app.share_members (tenant_id, room_id, case_id, share_id, account_id, added_by) values ($1, $2, $3, $4, $5, $6)", [
      session.tenantId, session.roomId, caseId, shareId, accountId, session.accountId,
    ]);
  }
}
export const removeShareMember = (tx: WriteTx, caseId: string, shareId: string, accountId: string): Promise<number> =>
  tx.run("update app.share_members set removed_at = now() where case_id = $1 and share_id = $2 and account_id = $3 and removed_at is null", [caseId, shareId, accountId]);
export const endShareRow = (tx: WriteTx, caseId: string, id: string): Promise<number> =>
  tx.run("update app.shares set ended_at = now(), version = version + 1 where case_id = $1 and id = $2 and ended_at is null", [caseId, id]);
export const invitePartner = async (tx: WriteTx, p: { accountId: string; membershipId: string; organisationId: string; email: string; givenName: string; familyName: string; jobTitle: string }): Promise<boolean> =>
  (await tx.get<{ done: boolean }>("select app.invite_partner($1, $2, $3, $4, $5, $6, $7) as done", [p.accountId, p.membershipId, p.organisationId, p.email, p.givenName, p.familyName, p.jobTitle])).done;

export const insertPartnerTask = (tx: WriteTx, session: Session, t: { id: string; caseId: string; dueOn: CalendarDay; titleCt: Buffer; lifeAreas: readonly string[]; organisationId: string; personId: string | null }): Promise<void> =>
  tx.runOne(
    `insert into app.follow_ups (tenant_id, room_id, id, case_id, owner_id, due_on, kind, title_ct, life_areas, created_by, for_organisation_id, about_person_id)
     values ($1, $2, $3, $4, $5, $6, 'task', $7, $8, $5, $9, $10)`,
    [session.tenantId, session.roomId, t.id, t.caseId, session.accountId, t.dueOn, t.titleCt, t.lifeAreas, t.organisationId, t.personId],
  );

/** An entry as a share shows it, to the partner and in the preview alike. */
export interface SharedEntryRow {
  readonly type: "contact" | "document" | "task";
  readonly id: string;
  readonly kind: string;
  readonly on_day: CalendarDay;
  readonly happened_at: string | null;
  readonly life_areas: string[];
  readonly sealed: Buffer | null;
  readonly author_id: string;
  readonly done_on: CalendarDay | null;
  readonly media_type: string | null;
  readonly size: number | null;
  readonly version: number;
}
const ENTRIES = (ids: (wanted: string) => string): string => `
  select * from (
    select 'contact' as type, x.id, x.kind, x.happened_on as on_day, to_char(x.happened_at, 'HH24:MI') as happened_at, x.life_areas, x.text_ct as sealed, x.author_id,
           null::date as done_on, null::text as media_type, null::bigint as size, x.version
      from app.contacts x where x.case_id = $1 and x.id = any (array(select ${ids("contact")}))
    union all
    select 'document', x.id, x.kind, x.created_at::date, null, x.life_areas, x.name_ct, x.author_id, null, x.media_type, x.size, x.version
      from app.documents x where x.case_id = $1 and x.id = any (array(select ${ids("document")}))
    union all
    select 'task', x.id, x.kind, x.due_on, null, x.life_areas, x.title_ct, x.owner_id, x.done_on, null, null, x.version
      from app.follow_ups x where x.case_id = $1 and x.id = any (array(select ${ids("task")}))) e
   order by e.on_day desc, e.id desc limit 500`;
/** For the partner: what its shares of this case show now. */
export const listSharedEntries = (tx: ReadTx, caseId: string): Promise<SharedEntryRow[]> => tx.query<SharedEntryRow>(ENTRIES((wanted) => `app.shared_entries('${wanted}')`), [caseId]);
/** For the team: what this share shows, or would show once somebody is named in it. */
export const listPreviewEntries = (tx: ReadTx, caseId: string, shareId: string): Promise<SharedEntryRow[]> => tx.query<SharedEntryRow>(ENTRIES((wanted) => `app.preview_entries($2, '${wanted}')`), [caseId, shareId]);

export interface SharedPerson {
  readonly id: string;
  readonly isMain: boolean;
  readonly names: readonly { readonly script: string; readonly family: string; readonly given: string }[];
  readonly languages: readonly { readonly code: string; readonly needsInterpreter: boolean }[];
  readonly channels: readonly { readonly kind: string; readonly value: string }[];
}
export const previewPersons = async (tx: ReadTx, shareId: string): Promise<readonly SharedPerson[]> =>
  (await tx.get<{ persons: readonly SharedPerson[] | null }>("select app.preview_persons($1) as persons", [shareId])).persons ?? [];

export interface MyShareRow {
  readonly share_id: string;
  readonly state: ShareState;
  readonly from_on: CalendarDay;
  readonly until_on: CalendarDay;
  /** the rest is null unless the share is active */
  readonly case_id: string | null;
  readonly case_room_id: string | null;
  readonly key_ref: string | null;
  readonly lead_given: string | null;
  readonly lead_family: string | null;
  readonly lead_phone: string | null;
  readonly persons: readonly SharedPerson[] | null;
  readonly readable: Readonly<Partial<Record<EntryKind, readonly string[]>>> | null;
  readonly addable: Readonly<Partial<Record<EntryKind, readonly string[]>>> | null;
}
export const listMyShares = (tx: ReadTx): Promise<MyShareRow[]> =>
  tx.query<MyShareRow>("select * from app.my_shares()");
export const getMyShare = (tx: ReadTx, shareId: string): Promise<MyShareRow> =>
  tx.get<MyShareRow>("select * from app.my_shares() where share_id = $1", [shareId]);
export interface OpenTaskRow { readonly case_id: string; readonly id: string; readonly due_on: CalendarDay; readonly title_ct: Buffer }
export const listOpenPartnerTasks = (tx: ReadTx): Promise<OpenTaskRow[]> =>
  tx.query<OpenTaskRow>("select case_id, id, due_on, title_ct from app.follow_ups where id = any (array(select app.shared_entries('task'))) and done_on is null order by due_on, id limit 200");

export const listAuthors = (tx: ReadTx, caseId: string): Promise<{ account_id: string; given_name: string; family_name: string; organisation: string }[]> =>
  tx.query("select * from app.authors_through_shares($1)", [caseId]);

export async function insertPartnerContact(tx: WriteTx, session: Session, c: { id: string; caseId: string; caseRoomId: string; kind: string; happenedOn: CalendarDay; lifeAreas: readonly string[]; textCt: Buffer | null; language: string; personIds: readonly string[] }): Promise<void> {
  await tx.runOne(
    "insert into app.contacts (tenant_id, room_id, id, case_id, author_id, kind, happened_on, life_areas, text_ct, language) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    [session.tenantId, c.caseRoomId, c.id, c.caseId, session.accountId, c.kind, c.happenedOn, c.lifeAreas, c.textCt, c.language],
  );
  await tx.run("insert into app.contact_persons (tenant_id, room_id, case_id, contact_id, person_id) select $1::uuid, $2::uuid, $3::uuid, $4::uuid, p from unnest($5::uuid[]) p", [
    session.tenantId, c.caseRoomId, c.caseId, c.id, c.personIds,
  ]);
}
export const setPartnerTaskDone = (tx: WriteTx, id: string, doneOn: CalendarDay | null): Promise<number> =>
  tx.run("update app.follow_ups set done_on = $2, version = version + 1 where id = $1 and id = any (array(select app.shared_entries('task'))) and (done_on is null) = ($2::date is not null)", [id, doneOn]);
export const getSharedDocument = (tx: ReadTx, caseId: string, id: string): Promise<{ id: string; name_ct: Buffer; media_type: string; stored_name: string }> =>
  tx.get("select id, name_ct, media_type, stored_name from app.documents where case_id = $1 and id = $2 and id = any (array(select app.shared_entries('document')))", [caseId, id]);
