import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { ConsentState, EntryKind } from "../consent-words.ts";
import type { ConsentForm } from "../consents/consent-form-words.ts";

export interface EntryRow {
  readonly type: "contact" | "document";
  readonly id: string;
  readonly kind: string;
  readonly on_day: CalendarDay;
  readonly life_areas: string[];
  readonly is_entrusted: boolean;
  readonly sealed: Buffer | null;
  /** null: a file of a kind that no consent speaks of */
  readonly category: EntryKind | null;
  /** whom it names; none: everybody of the case */
  readonly person_ids: string[];
}
/** A contact or a file of the case, by its id alone. */
export const getEntry = (tx: ReadTx, caseId: string, id: string): Promise<EntryRow> =>
  tx.get<EntryRow>(
    `select 'contact' as type, x.id, x.kind, x.happened_on as on_day, x.life_areas, x.is_entrusted, x.text_ct as sealed, 'contact' as category,
            array(select z.person_id from app.contact_persons z where z.tenant_id = x.tenant_id and z.contact_id = x.id order by 1) as person_ids
       from app.contacts x where x.case_id = $1 and x.id = $2 and x.withdrawn_at is null
     union all
     select 'document', x.id, x.kind, x.created_at::date, x.life_areas, x.is_entrusted, x.name_ct, app.kind_of_document(x.kind), array_remove(array[x.person_id], null)
       from app.documents x where x.case_id = $1 and x.id = $2 and x.withdrawn_at is null`,
    [caseId, id],
  );

export interface ReleaseRow {
  readonly consent_id: string;
  readonly person_id: string;
  readonly recipient: string;
  readonly form: ConsentForm;
  readonly given_on: CalendarDay;
  readonly state: ConsentState;
}
export const listReleases = (tx: ReadTx, caseId: string, entryId: string): Promise<ReleaseRow[]> =>
  tx.query<ReleaseRow>(
    `select r.consent_id, c.person_id, o.name as recipient, r.form, r.given_on, s.state from app.entry_releases r
       join app.consents c on c.tenant_id = r.tenant_id and c.id = r.consent_id
       join app.organisations o on o.tenant_id = c.tenant_id and o.id = c.recipient_id
       join app.consent_states($1) s on s.consent_id = c.id
      where r.case_id = $1 and r.entry_id = $2 order by r.given_on, o.name, r.consent_id`,
    [caseId, entryId],
  );

export const insertRelease = (tx: WriteTx, session: Session, r: { caseId: string; entryId: string; consentId: string; form: ConsentForm; givenOn: CalendarDay }): Promise<void> =>
  tx.runOne("insert into app.entry_releases (tenant_id, room_id, case_id, consent_id, entry_id, form, given_on, released_by) values ($1, $2, $3, $4, $5, $6, $7, $8)", [
    session.tenantId, session.roomId, r.caseId, r.consentId, r.entryId, r.form, r.givenOn, session.accountId,
  ]);
export const deleteRelease = (tx: WriteTx, caseId: string, entryId: string, consentId: string): Promise<number> =>
  tx.run("delete from app.entry_releases where case_id = $1 and entry_id = $2 and consent_id = $3", [caseId, entryId, consentId]);
export const findEntryCase = (tx: ReadTx, id: string): Promise<{ case_id: string }> =>
  tx.get("select case_id from app.contacts where id = $1 union all select case_id from app.documents where id = $1", [id]);
