import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import type { PaperKind } from "../office-words.ts";

export interface PaperRow {
  readonly id: string;
  readonly person_id: string;
  readonly name_ct: Buffer;
  readonly kind: PaperKind;
  readonly media_type: string;
  readonly size: number;
  readonly mac: Buffer;
  readonly stored_name: string;
  readonly author_name: string;
  readonly created_at: Date;
}
const COLUMNS = `f.id, f.person_id, f.name_ct, f.kind, f.media_type, f.size, f.mac, f.stored_name, concat_ws(' ', a.given_name, a.family_name) as author_name, f.created_at
  from app.papers f left join app.accounts a on a.tenant_id = f.tenant_id and a.id = f.author_id`;
export const listPapers = (tx: ReadTx, personId: string): Promise<PaperRow[]> => tx.query<PaperRow>(`select ${COLUMNS} where f.person_id = $1 and f.withdrawn_at is null order by f.created_at desc, f.id`, [personId]);
export const getPaper = (tx: ReadTx, personId: string, id: string): Promise<PaperRow> => tx.get<PaperRow>(`select ${COLUMNS} where f.person_id = $1 and f.id = $2 and f.withdrawn_at is null`, [personId, id]);

export type NewPaper = Omit<PaperRow, "author_name" | "created_at">;
export async function insertPaper(tx: WriteTx, session: Session, p: NewPaper): Promise<void> {
  await tx.run("insert into app.papers (tenant_id, room_id, id, person_id, name_ct, kind, media_type, size, mac, stored_name, author_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)", [
    session.tenantId, session.roomId, p.id, p.person_id, p.name_ct, p.kind, p.media_type, p.size, p.mac, p.stored_name, session.accountId,
  ]);
}
export const withdrawPaperRow = (tx: WriteTx, personId: string, id: string): Promise<number> =>
  tx.run("update app.papers set withdrawn_at = now(), version = version + 1 where person_id = $1 and id = $2 and withdrawn_at is null", [personId, id]);
/** A file taken out proves nothing any more: what it stood for was seen, and lies here no longer. */
export const unlinkPaper = (tx: WriteTx, personId: string, id: string): Promise<number> =>
  tx.run("update app.check_papers set state = 'seen', paper_id = null, version = version + 1 where person_id = $1 and paper_id = $2", [personId, id]);
