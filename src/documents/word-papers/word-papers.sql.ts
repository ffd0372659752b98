import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";

export interface PaperRow {
  readonly id: string;
  readonly name: string;
  readonly places: string[];
  readonly unknown_places: string[];
  readonly uploaded_by_name: string;
  readonly created_at: Date;
  readonly version: number;
}
export const listPapers = (tx: ReadTx): Promise<PaperRow[]> =>
  tx.query<PaperRow>(
    `select f.id, f.name, f.places, f.unknown_places, concat_ws(' ', a.given_name, a.family_name) as uploaded_by_name, f.created_at, f.version
       from app.letter_forms f left join app.accounts a on a.tenant_id = f.tenant_id and a.id = f.uploaded_by where f.retired_at is null order by f.name, f.id`);

export const getPaper = (tx: ReadTx, id: string): Promise<{ name: string; content: Buffer }> => tx.get("select name, content from app.letter_forms where id = $1 and retired_at is null", [id]);

export const insertPaper = (tx: WriteTx, session: Session, paper: { id: string; name: string; content: Buffer; places: readonly string[]; unknown: readonly string[] }): Promise<number> =>
  tx.run("insert into app.letter_forms (tenant_id, id, name, content, places, unknown_places, uploaded_by) values ($1, $2, $3, $4, $5, $6, $7)",
    [session.tenantId, paper.id, paper.name, paper.content, paper.places, paper.unknown, session.accountId]);

export const retirePaper = (tx: WriteTx, id: string): Promise<number> => tx.run("update app.letter_forms set retired_at = now(), version = version + 1 where id = $1 and retired_at is null", [id]);
