import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import type { Field, RecipientState, State } from "./office-disclosure-words.ts";

export interface OfficeDisclosureRow {
  readonly id: string;
  readonly person_id: string;
  readonly recipient_id: string;
  readonly recipient_name: string;
  readonly channel: "inbox" | "paper";
  readonly legal_basis_id: string;
  readonly basis: string;
  readonly request_thread_id: string | null;
  readonly purpose_ct: Buffer;
  readonly necessity_ct: Buffer;
  readonly author_id: string;
  readonly author_name: string;
  readonly state: State;
  readonly second_name: string;
  readonly second_at: Date | null;
  readonly second_note_ct: Buffer | null;
  readonly thread_id: string;
  readonly sent_at: Date | null;
  readonly recipient_state: RecipientState | null;
  readonly version: number;
  readonly created_at: Date;
}
const COLUMNS = `d.id, d.person_id, d.recipient_id, d.recipient_name, d.channel, d.legal_basis_id, b.citation || ' (' || b.purpose || ')' as basis, d.request_thread_id, d.purpose_ct, d.necessity_ct, d.author_id,
  concat_ws(' ', a.given_name, a.family_name) as author_name, d.state, concat_ws(' ', s.given_name, s.family_name) as second_name, d.second_at, d.second_note_ct, d.thread_id, d.sent_at, d.recipient_state, d.version, d.created_at
  from app.officer_disclosures d join app.legal_bases b on b.tenant_id = d.tenant_id and b.id = d.legal_basis_id
  left join app.accounts a on a.tenant_id = d.tenant_id and a.id = d.author_id left join app.accounts s on s.tenant_id = d.tenant_id and s.id = d.second_id`;
export const listOfficeDisclosures = (tx: ReadTx, personId: string): Promise<OfficeDisclosureRow[]> =>
  tx.query<OfficeDisclosureRow>(`select ${COLUMNS} where d.person_id = $1 and d.state <> 'discarded' order by d.created_at desc, d.id limit 100`, [personId]);
export const getOfficeDisclosure = (tx: ReadTx, personId: string, id: string): Promise<OfficeDisclosureRow> => tx.get<OfficeDisclosureRow>(`select ${COLUMNS} where d.person_id = $1 and d.id = $2`, [personId, id]);

export type NewOfficeDisclosure = Pick<OfficeDisclosureRow, "id" | "person_id" | "recipient_id" | "recipient_name" | "channel" | "legal_basis_id" | "request_thread_id" | "purpose_ct" | "necessity_ct" | "thread_id">;
export async function insertOfficeDisclosure(tx: WriteTx, session: Session, d: NewOfficeDisclosure): Promise<void> {
  await tx.run(
    `insert into app.officer_disclosures (tenant_id, room_id, id, person_id, recipient_id, recipient_name, channel, legal_basis_id, request_thread_id, purpose_ct, necessity_ct, author_id, thread_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [session.tenantId, session.roomId, d.id, d.person_id, d.recipient_id, d.recipient_name, d.channel, d.legal_basis_id, d.request_thread_id, d.purpose_ct, d.necessity_ct, session.accountId, d.thread_id],
  );
}
export interface OfficeItemRow {
  readonly position: number;
  readonly field: Field;
  readonly label: string;
  readonly value_ct: Buffer;
}
export const listOfficeItems = (tx: ReadTx, id: string): Promise<OfficeItemRow[]> => tx.query<OfficeItemRow>("select position, field, label, value_ct from app.officer_disclosure_items where disclosure_id = $1 order by position", [id]);
export async function insertOfficeItem(tx: WriteTx, session: Session, personId: string, disclosureId: string, i: OfficeItemRow): Promise<void> {
  await tx.run("insert into app.officer_disclosure_items (tenant_id, room_id, person_id, disclosure_id, position, field, label, value_ct) values ($1, $2, $3, $4, $5, $6, $7, $8)", [
    session.tenantId, session.roomId, personId, disclosureId, i.position, i.field, i.label, i.value_ct,
  ]);
}
/** Rows changed: none where somebody else was quicker. */
export const moveOfficeDisclosure = (tx: WriteTx, personId: string, id: string, version: number, state: State, noteCt: Buffer | null): Promise<number> =>
  tx.run("update app.officer_disclosures set state = $4, second_note_ct = coalesce($5, second_note_ct), version = version + 1 where person_id = $1 and id = $2 and version = $3", [personId, id, version, state, noteCt]);

export interface OfficeMessageRow {
  readonly id: string;
  readonly is_incoming: boolean;
  readonly text_ct: Buffer;
  readonly author_name: string;
  readonly created_at: Date;
}
export const listOfficeMessages = (tx: ReadTx, id: string): Promise<OfficeMessageRow[]> =>
  tx.query<OfficeMessageRow>(
    `select m.id, m.is_incoming, m.text_ct, concat_ws(' ', a.given_name, a.family_name) as author_name, m.created_at
       from app.officer_disclosure_messages m left join app.accounts a on a.tenant_id = m.tenant_id and a.id = m.author_id where m.disclosure_id = $1 order by m.created_at desc, m.id`,
    [id],
  );
export async function insertOfficeMessage(tx: WriteTx, session: Session, m: { readonly id: string; readonly personId: string; readonly disclosureId: string; readonly textCt: Buffer }): Promise<void> {
  await tx.run("insert into app.officer_disclosure_messages (tenant_id, room_id, id, person_id, disclosure_id, is_incoming, text_ct, author_id) values ($1, $2, $3, $4, $5, false, $6, $7)", [
    session.tenantId, session.roomId, m.id, m.personId, m.disclosureId, m.textCt, session.accountId,
  ]);
}

/** In force and no consent: an authority has none from its persons. */
export const listOfficeBases = (tx: ReadTx): Promise<{ key: string; label: string }[]> =>
  tx.query("select id as key, citation || ': ' || purpose as label from app.legal_bases where retired_at is null and kind <> 'consent' order by citation, purpose, id");
