import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Hazard } from "../../files/index.ts";
import type { Session } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { DocumentKind } from "../case-words.ts";

export interface DocumentRow {
  readonly id: string;
  readonly case_id: string;
  readonly person_id: string | null;
  readonly name_ct: Buffer;
  readonly kind: DocumentKind;
  readonly media_type: string;
  readonly size: number;
  readonly mac: Buffer;
  readonly stored_name: string;
  /** the day that stands on the paper */
  readonly dated_on: CalendarDay | null;
  /** why it is a download and never shown in place */
  readonly hazards: Hazard[];
  readonly life_areas: string[];
  readonly is_entrusted: boolean;
  readonly author_id: string;
  readonly author_name: string;
  readonly created_at: Date;
  readonly version: number;
}

const COLUMNS = `d.id, d.case_id, d.person_id, d.name_ct, d.kind, d.media_type, d.size, d.mac, d.stored_name, d.dated_on, d.hazards, d.life_areas, d.is_entrusted, d.author_id,
  concat_ws(' ', a.given_name, a.family_name) as author_name, d.created_at, d.version
  from app.documents d left join app.accounts a on a.tenant_id = d.tenant_id and a.id = d.author_id`;

export const listDocuments = (tx: ReadTx, caseId: string): Promise<DocumentRow[]> =>
  tx.query<DocumentRow>(`select ${COLUMNS} where d.case_id = $1 and d.withdrawn_at is null order by d.created_at desc, d.id`, [caseId]);

export const getDocument = (tx: ReadTx, caseId: string, id: string): Promise<DocumentRow> =>
  tx.get<DocumentRow>(`select ${COLUMNS} where d.case_id = $1 and d.id = $2 and d.withdrawn_at is null`, [caseId, id]);

export const findDocumentCase = (tx: ReadTx, id: string): Promise<{ case_id: string }> => tx.get("select case_id from app.documents where id = $1", [id]);

export type NewDocument = Omit<DocumentRow, "author_id" | "author_name" | "created_at" | "version">;

export async function insertDocument(tx: WriteTx, session: Session, d: NewDocument): Promise<void> {
  await tx.run(
    `insert into app.documents (tenant_id, room_id, id, case_id, person_id, name_ct, kind, media_type, size, mac, stored_name, dated_on, hazards, life_areas, is_entrusted, author_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [session.tenantId, session.roomId, d.id, d.case_id, d.person_id, d.name_ct, d.kind, d.media_type, d.size, d.mac, d.stored_name, d.dated_on, d.hazards, d.life_areas, d.is_entrusted, session.accountId],
  );
}

export const withdrawDocumentRow = (tx: WriteTx, caseId: string, id: string): Promise<number> =>
  tx.run("update app.documents set withdrawn_at = now(), version = version + 1 where case_id = $1 and id = $2 and withdrawn_at is null", [caseId, id]);

export interface DocumentHead {
  readonly kind: DocumentKind;
  readonly dated_on: CalendarDay | null;
  readonly person_id: string | null;
}
/** How many it touched: none where another version stands there by now. */
export const updateDocument = (tx: WriteTx, caseId: string, id: string, version: number, head: DocumentHead): Promise<number> =>
  tx.run("update app.documents set kind = $4, dated_on = $5, person_id = $6, version = version + 1 where case_id = $1 and id = $2 and version = $3 and withdrawn_at is null", [caseId, id, version, head.kind, head.dated_on, head.person_id]);
