import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import type { TemplateText } from "./starter-texts.data.ts";

export interface TemplateRow extends TemplateText {
  readonly id: string;
  readonly version: number;
}
const TEMPLATE = `select id, name, subject, salutation, body, closing, other_language as "otherLanguage", other_text as "otherText", version from app.letter_templates where retired_at is null`;

export const listTemplates = (tx: ReadTx): Promise<TemplateRow[]> => tx.query<TemplateRow>(`${TEMPLATE} order by name, id`);
export const getTemplate = (tx: ReadTx, id: string): Promise<TemplateRow> => tx.get<TemplateRow>(`${TEMPLATE} and id = $1`, [id]);

const valuesOf = (t: TemplateText): unknown[] => [t.name, t.subject, t.salutation, t.body, t.closing, t.otherLanguage, t.otherText];
export const insertTemplate = (tx: WriteTx, session: Session, id: string, t: TemplateText): Promise<number> =>
  tx.run("insert into app.letter_templates (name, subject, salutation, body, closing, other_language, other_text, tenant_id, room_id, id, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    [...valuesOf(t), session.tenantId, session.roomId, id, session.accountId]);

export const updateTemplate = (tx: WriteTx, id: string, version: number, t: TemplateText): Promise<number> =>
  tx.run("update app.letter_templates set name = $1, subject = $2, salutation = $3, body = $4, closing = $5, other_language = $6, other_text = $7, version = version + 1 where id = $8 and version = $9 and retired_at is null", [...valuesOf(t), id, version]);

export const retireTemplate = (tx: WriteTx, id: string): Promise<number> => tx.run("update app.letter_templates set retired_at = now(), version = version + 1 where id = $1 and retired_at is null", [id]);
