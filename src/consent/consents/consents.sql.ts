import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { Category, ConsentState, Direction } from "../consent-words.ts";
import type { ConsentForm, GivenBy, Purpose } from "./consent-form-words.ts";

export interface CategoryRow {
  readonly lifeArea: string;
  readonly kind: Category["kind"];
  readonly withdrawn: boolean;
}
export interface ConsentRow {
  readonly id: string;
  readonly case_id: string;
  readonly person_id: string;
  readonly recipient_id: string;
  readonly recipient: string;
  readonly purpose: Purpose;
  readonly purpose_ct: Buffer;
  readonly direction: Direction;
  readonly releases_secrecy: boolean;
  readonly form: ConsentForm;
  readonly oral_note_ct: Buffer | null;
  readonly language: string;
  readonly text_version: string;
  readonly interpreter_ct: Buffer | null;
  readonly given_by: GivenBy;
  readonly capacity_noted: boolean;
  readonly representation_ct: Buffer | null;
  readonly represented_until_on: CalendarDay | null;
  readonly given_on: CalendarDay;
  readonly expires_on: CalendarDay;
  readonly sheet_document_id: string | null;
  readonly recorded_by_name: string;
  readonly withdrawn_at: Date | null;
  readonly part_withdrawn_at: Date | null;
  readonly version: number;
  readonly state: ConsentState;
  readonly categories: readonly CategoryRow[];
}

// the state is computed by the database, so that page and rule never differ
const SELECT = `select c.id, c.case_id, c.person_id, c.recipient_id, o.name as recipient, c.purpose, c.purpose_ct, c.direction, c.releases_secrecy, c.form, c.oral_note_ct, c.language,
    c.text_version, c.interpreter_ct, c.given_by, c.capacity_noted, c.representation_ct, c.represented_until_on, c.given_on,
    least(c.expires_on, (c.ended_at at time zone current_setting('timezone'))::date) as expires_on,
    (select d.id from app.documents d where d.tenant_id = c.tenant_id and d.id = c.sheet_document_id and d.withdrawn_at is null) as sheet_document_id,
    coalesce((select concat_ws(' ', n.given_name, n.family_name) from app.colleague_names(array[c.recorded_by]) n), '') as recorded_by_name, c.withdrawn_at, c.version, s.state,
    (select max(k.withdrawn_at) from app.consent_categories k where k.tenant_id = c.tenant_id and k.consent_id = c.id) as part_withdrawn_at,
    (select coalesce(jsonb_agg(jsonb_build_object('lifeArea', k.life_area, 'kind', k.kind, 'withdrawn', k.withdrawn_at is not null) order by k.life_area, k.kind), '[]')
       from app.consent_categories k where k.tenant_id = c.tenant_id and k.consent_id = c.id) as categories
  from app.consents c join app.organisations o on o.tenant_id = c.tenant_id and o.id = c.recipient_id join app.consent_states($1) s on s.consent_id = c.id`;

export const listConsents = (tx: ReadTx, caseId: string): Promise<ConsentRow[]> => tx.query<ConsentRow>(`${SELECT} where c.case_id = $1 order by c.expires_on, c.id`, [caseId]);

export interface StandingRow {
  readonly id: string;
  /** short name of the office */
  readonly recipient: string;
  readonly person_id: string;
  readonly expires_on: CalendarDay;
  /** life areas that a share opens to the office now */
  readonly shared_areas: readonly string[];
}
/** Consents of a case that hold now, the one that ends first in front, with what is shared by them. */
export const listStanding = (tx: ReadTx, caseId: string): Promise<StandingRow[]> =>
  tx.query<StandingRow>(
    `select c.id, coalesce(nullif(o.short_name, ''), o.name) as recipient, c.person_id, c.expires_on,
        coalesce((select array_agg(distinct g.life_area order by g.life_area) from app.share_consents k join app.share_categories g on g.tenant_id = k.tenant_id and g.share_id = k.share_id
          join app.share_states($1) t on t.share_id = k.share_id and t.state = 'active' where k.tenant_id = c.tenant_id and k.consent_id = c.id), '{}') as shared_areas
       from app.consents c join app.organisations o on o.tenant_id = c.tenant_id and o.id = c.recipient_id join app.consent_states($1) s on s.consent_id = c.id
      where c.case_id = $1 and s.state = 'in_force' order by c.expires_on, c.id`,
    [caseId],
  );

export const getConsent = (tx: ReadTx, caseId: string, id: string): Promise<ConsentRow> => tx.get<ConsentRow>(`${SELECT} where c.case_id = $1 and c.id = $2`, [caseId, id]);

export const findConsentCase = (tx: ReadTx, id: string): Promise<{ case_id: string }> => tx.get("select case_id from app.consents where id = $1", [id]);

export interface RecipientRow {
  readonly id: string;
  readonly name: string;
  readonly short_name: string;
  readonly kind: string;
  readonly has_room: boolean;
  readonly has_partner_room: boolean;
}
export const listRecipients = (tx: ReadTx): Promise<RecipientRow[]> => tx.query<RecipientRow>("select id, name, short_name, kind, has_room, has_partner_room from app.recipients()");

export interface NewConsent {
  readonly id: string;
  readonly caseId: string;
  readonly personId: string;
  readonly recipientId: string;
  readonly purpose: Purpose;
  readonly purposeCt: Buffer;
  readonly direction: Direction;
  readonly releasesSecrecy: boolean;
  readonly form: ConsentForm;
  readonly oralNoteCt: Buffer | null;
  readonly language: string;
  readonly textVersion: string;
  readonly interpreterCt: Buffer | null;
  readonly givenBy: GivenBy;
  readonly capacityNoted: boolean;
  readonly representationCt: Buffer | null;
  readonly representedUntilOn: CalendarDay | null;
  readonly givenOn: CalendarDay;
  readonly expiresOn: CalendarDay;
}

export async function insertConsent(tx: WriteTx, session: Session, c: NewConsent): Promise<void> {
  await tx.run(
    `insert into app.consents (tenant_id, room_id, id, case_id, person_id, recipient_id, purpose, purpose_ct, direction, releases_secrecy, form, oral_note_ct, language,
       text_version, interpreter_ct, given_by, capacity_noted, representation_ct, represented_until_on, given_on, expires_on, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)`,
    [session.tenantId, session.roomId, c.id, c.caseId, c.personId, c.recipientId, c.purpose, c.purposeCt, c.direction, c.releasesSecrecy, c.form, c.oralNoteCt, c.language,
      c.textVersion, c.interpreterCt, c.givenBy, c.capacityNoted, c.representationCt, c.representedUntilOn, c.givenOn, c.expiresOn, session.accountId],
  );
}

/** In one statement, in the transaction of their consent: the database takes none later. */
export async function insertCategories(tx: WriteTx, session: Session, caseId: string, consentId: string, categories: readonly Category[]): Promise<void> {
  await tx.run(
    "insert into app.consent_categories (tenant_id, room_id, case_id, consent_id, life_area, kind) select $1, $2, $3, $4, x.life_area, x.kind from unnest($5::text[], $6::text[]) as x (life_area, kind)",
    [session.tenantId, session.roomId, caseId, consentId, categories.map((c) => c.lifeArea), categories.map((c) => c.kind)],
  );
}

export const linkSheet = (tx: WriteTx, caseId: string, id: string, documentId: string): Promise<number> =>
  tx.run("update app.consents set sheet_document_id = $3, version = version + 1 where case_id = $1 and id = $2", [caseId, id, documentId]);

export const listReviewed = (tx: ReadTx): Promise<{ language: string; text_version: string }[]> => tx.query("select language, text_version from app.consent_text_reviews");
