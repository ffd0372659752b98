import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Place } from "../plan.sql.ts";
import type { TemplateContent } from "./template-content.ts";

export interface TemplateRow {
  readonly id: string;
  readonly title: string;
  readonly content: TemplateContent;
  readonly created_by: string;
  readonly author_name: string;
}
export const listTemplates = (tx: ReadTx): Promise<TemplateRow[]> =>
  tx.query<TemplateRow>(
    `select t.id, t.title, t.content, t.created_by, coalesce(a.given_name || ' ' || a.family_name, '') as author_name
       from app.plan_templates t left join app.accounts a on a.tenant_id = t.tenant_id and a.id = t.created_by where t.retired_at is null order by t.title, t.id limit 200`,
  );
/** Without the case that it came from: a template that led back to a person would be a file. */
export const insertTemplate = (tx: WriteTx, of: Place, t: { id: string; title: string; content: TemplateContent }): Promise<void> =>
  tx.runOne("insert into app.plan_templates (tenant_id, room_id, id, title, content, created_by) values ($1, $2, $3, $4, $5, $6)", [of.tenantId, of.roomId, t.id, t.title, JSON.stringify(t.content), of.accountId]);
export const retireTemplate = (tx: WriteTx, id: string): Promise<number> => tx.run("update app.plan_templates set retired_at = now(), version = version + 1 where id = $1 and retired_at is null", [id]);
export const listOfficesOfKind = (tx: ReadTx, kinds: readonly string[]): Promise<{ id: string; kind: string; name: string }[]> =>
  tx.query("select id, kind, name from app.organisations where kind = any ($1) and closed_at is null order by kind, name, id", [kinds]);
export const listOfficeKinds = (tx: ReadTx, ids: readonly string[]): Promise<{ id: string; kind: string }[]> => tx.query("select id, kind from app.organisations where id = any ($1)", [ids]);
