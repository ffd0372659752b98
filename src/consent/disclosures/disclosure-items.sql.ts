import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { EntryKind, FactKind } from "../consent-words.ts";

export interface ItemRow {
  readonly position: number;
  readonly field: string;
  readonly category: EntryKind | FactKind;
  readonly life_areas: string[];
  readonly person_id: string | null;
  readonly entry_id: string | null;
  readonly entry_version: number | null;
  readonly label: string;
  readonly value_ct: Buffer;
}
export const listItems = (tx: ReadTx, disclosureId: string): Promise<ItemRow[]> =>
  tx.query<ItemRow>("select position, field, category, life_areas, person_id, entry_id, entry_version, label, value_ct from app.disclosure_items where disclosure_id = $1 order by position", [disclosureId]);

export async function insertItem(tx: WriteTx, session: Session, caseId: string, disclosureId: string, i: ItemRow): Promise<void> {
  await tx.run(
    `insert into app.disclosure_items (tenant_id, room_id, case_id, disclosure_id, position, field, category, life_areas, person_id, entry_id, entry_version, label, value_ct)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [session.tenantId, session.roomId, caseId, disclosureId, i.position, i.field, i.category, i.life_areas, i.person_id, i.entry_id, i.entry_version, i.label, i.value_ct],
  );
}
export const deleteItems = (tx: WriteTx, disclosureId: string): Promise<number> => tx.run("delete from app.disclosure_items where disclosure_id = $1", [disclosureId]);

export type Asked = Omit<ItemRow, "label" | "value_ct">;
/** What stands against each of what could be chosen, by position: the rule that refuses later. */
export const listCandidateProblems = async (tx: ReadTx, disclosureId: string, candidates: readonly Asked[]): Promise<Map<number, string[]>> => {
  const rows = await tx.query<{ position: number; problems: string[] }>("select position, problems from app.candidate_problems($1, $2::jsonb)", [disclosureId, JSON.stringify(candidates)]);
  return new Map(rows.map((r) => [r.position, r.problems]));
};

export interface ContactRow {
  readonly id: string;
  readonly kind: string;
  readonly happened_on: CalendarDay;
  readonly text_ct: Buffer | null;
  readonly life_areas: string[];
  readonly is_entrusted: boolean;
  readonly version: number;
}
export const listContacts = (tx: ReadTx, caseId: string, most: number): Promise<ContactRow[]> =>
  tx.query<ContactRow>(
    `select id, kind, happened_on, text_ct, life_areas, is_entrusted, version from app.contacts
      where case_id = $1 and withdrawn_at is null and text_ct is not null order by happened_on desc, id limit $2`,
    [caseId, most],
  );

export interface DocumentRow {
  readonly id: string;
  readonly kind: string;
  readonly category: EntryKind | null;
  readonly name_ct: Buffer;
  readonly media_type: string;
  readonly size: number;
  readonly stored_name: string;
  readonly person_id: string | null;
  readonly life_areas: string[];
  readonly is_entrusted: boolean;
  readonly version: number;
}
export const listDocuments = (tx: ReadTx, caseId: string): Promise<DocumentRow[]> =>
  tx.query<DocumentRow>(
    `select id, kind, app.kind_of_document(kind) as category, name_ct, media_type, size, stored_name, person_id, life_areas, is_entrusted, version
       from app.documents where case_id = $1 and withdrawn_at is null order by created_at desc, id`,
    [caseId],
  );
export const listRelationKinds = (tx: ReadTx, caseId: string): Promise<{ person_id: string; kind: string }[]> =>
  tx.query("select person_id, kind from app.case_relations where case_id = $1 and until_on is null order by created_at, id", [caseId]);

/** Bases that are a consent: with one of these, which consent is named too. */
export const listConsentBases = async (tx: ReadTx): Promise<string[]> => (await tx.query<{ id: string }>("select id from app.legal_bases where kind = 'consent'")).map((b) => b.id);

export interface ConsentRow {
  readonly id: string;
  readonly recipient_id: string;
  readonly person_id: string;
  readonly direction: string;
  readonly releases_secrecy: boolean;
  readonly given_on: CalendarDay;
  readonly expires_on: CalendarDay;
  readonly cells: string[];
}
/** Consents of a case that hold today, with what they cover by cell. */
export const listConsentsInForce = (tx: ReadTx, caseId: string): Promise<ConsentRow[]> =>
  tx.query<ConsentRow>(
    `select c.id, c.recipient_id, c.person_id, c.direction, c.releases_secrecy, c.given_on, c.expires_on,
        array(select k.life_area || '.' || k.kind from app.consent_categories k where k.tenant_id = c.tenant_id and k.consent_id = c.id and k.withdrawn_at is null order by 1) as cells
       from app.consents c join app.consent_states($1) s on s.consent_id = c.id and s.state = 'in_force' where c.case_id = $1 order by c.given_on desc, c.id`,
    [caseId],
  );
