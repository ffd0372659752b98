import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { ContactInput } from "./decide-contact.ts";

export interface ContactRow {
  readonly id: string;
  readonly case_id: string;
  readonly kind: ContactInput["kind"];
  readonly happened_on: CalendarDay;
  readonly happened_at: string | null;
  readonly minutes: number | null;
  readonly place: string;
  readonly language: string;
  readonly interpreting: ContactInput["interpreting"];
  readonly life_areas: string[];
  readonly text_ct: Buffer | null;
  readonly is_entrusted: boolean;
  readonly entrusted_review_due: boolean;
  readonly is_complete: boolean;
  readonly author_id: string;
  readonly author_name: string;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly version: number;
  readonly person_ids: string[];
}

type Fields = Omit<ContactInput, "text" | "personIds"> & { readonly textCt: Buffer | null; readonly isComplete: boolean };
const fieldsOf = (f: Fields): unknown[] => [f.kind, f.happenedOn, f.happenedAt, f.minutes, f.place, f.language, f.interpreting, f.lifeAreas, f.textCt, f.isEntrusted, f.isComplete];

export async function insertContact(tx: WriteTx, session: Session, id: string, caseId: string, fields: Fields): Promise<void> {
  await tx.run(
    `insert into app.contacts (tenant_id, room_id, id, case_id, author_id, kind, happened_on, happened_at, minutes, place, language, interpreting,
       life_areas, text_ct, is_entrusted, is_complete) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [session.tenantId, session.roomId, id, caseId, session.accountId, ...fieldsOf(fields)],
  );
}

/** Rows changed: none where the version is another by now, or the entry was withdrawn. */
export const updateContact = (tx: WriteTx, id: string, caseId: string, version: number, fields: Fields): Promise<number> =>
  tx.run(
    `update app.contacts set kind = $4, happened_on = $5, happened_at = $6, minutes = $7, place = $8, language = $9, interpreting = $10, life_areas = $11,
       text_ct = $12, is_entrusted = $13, is_complete = $14, version = version + 1, updated_at = now()
     where id = $1 and case_id = $2 and version = $3 and withdrawn_at is null`,
    [id, caseId, version, ...fieldsOf(fields)],
  );

export const getContact = (tx: ReadTx, caseId: string, id: string): Promise<ContactRow> =>
  tx.get<ContactRow>(
    `select k.id, k.case_id, k.kind, k.happened_on, to_char(k.happened_at, 'HH24:MI') as happened_at, k.minutes, k.place, k.language, k.interpreting, k.life_areas,
            k.text_ct, k.is_entrusted, k.entrusted_review_due, k.is_complete, k.author_id, concat_ws(' ', a.given_name, a.family_name) as author_name,
            k.created_at, k.updated_at, k.version,
            array(select p.person_id::text from app.contact_persons p where p.tenant_id = k.tenant_id and p.case_id = k.case_id and p.contact_id = k.id order by 1) as person_ids
       from app.contacts k left join app.accounts a on a.tenant_id = k.tenant_id and a.id = k.author_id
      where k.id = $2 and k.case_id = $1 and k.withdrawn_at is null`,
    [caseId, id],
  );

export const findContactCase = (tx: ReadTx, id: string): Promise<{ case_id: string }> => tx.get("select case_id from app.contacts where id = $1", [id]);

export async function setContactPersons(tx: WriteTx, session: Session, caseId: string, contactId: string, personIds: readonly string[]): Promise<void> {
  await tx.run("delete from app.contact_persons where contact_id = $1 and case_id = $2 and person_id <> all ($3::uuid[])", [contactId, caseId, personIds]);
  if (personIds.length === 0) return;
  await tx.run(
    `insert into app.contact_persons (tenant_id, room_id, case_id, contact_id, person_id) select $1::uuid, $2::uuid, $3::uuid, $4::uuid, p from unnest($5::uuid[]) p
      where not exists (select from app.contact_persons x where x.contact_id = $4 and x.case_id = $3 and x.person_id = p)`,
    [session.tenantId, session.roomId, caseId, contactId, personIds],
  );
}

export const markWithdrawn = (tx: WriteTx, id: string, caseId: string, version: number): Promise<number> =>
  tx.run("update app.contacts set withdrawn_at = now(), version = version + 1 where id = $1 and case_id = $2 and version = $3 and withdrawn_at is null", [id, caseId, version]);

export const markReviewed = (tx: WriteTx, id: string, caseId: string, version: number, staysEntrusted: boolean): Promise<number> =>
  tx.run(
    "update app.contacts set entrusted_review_due = false, is_entrusted = $4, version = version + 1, updated_at = now() where id = $1 and case_id = $2 and version = $3 and entrusted_review_due and withdrawn_at is null",
    [id, caseId, version, staysEntrusted],
  );

/** The task to review goes with the last remark that waited for it. */
export const finishReviewTasks = (tx: WriteTx, caseId: string, accountId: string, today: CalendarDay): Promise<number> =>
  tx.run(
    `update app.follow_ups f set done_on = $3, done_by = $2, version = version + 1 where f.case_id = $1 and f.kind = 'entrusted_review' and f.done_on is null
       and not exists (select from app.contacts k where k.case_id = $1 and k.entrusted_review_due and k.withdrawn_at is null)`,
    [caseId, accountId, today],
  );
