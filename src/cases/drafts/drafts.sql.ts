import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";

export const upsertDraft = (tx: WriteTx, session: Session, caseId: string, place: string, textCt: Buffer): Promise<number> =>
  tx.run(
    `insert into app.drafts (tenant_id, room_id, account_id, case_id, place, text_ct) values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant_id, account_id, case_id, place) do update set text_ct = excluded.text_ct, version = app.drafts.version + 1, updated_at = now()`,
    [session.tenantId, session.roomId, session.accountId, caseId, place, textCt],
  );

/** Row security leaves only one's own. */
export const findDraftRow = (tx: ReadTx, caseId: string, place: string): Promise<{ text_ct: Buffer; updated_at: Date } | undefined> =>
  tx.find("select text_ct, updated_at from app.drafts where case_id = $1 and place = $2", [caseId, place]);

export const deleteDraft = (tx: WriteTx, caseId: string, place: string): Promise<number> => tx.run("delete from app.drafts where case_id = $1 and place = $2", [caseId, place]);

/** One's own drafts of one form with several long texts. */
export const listDraftRows = (tx: ReadTx, caseId: string, prefix: string): Promise<{ place: string; text_ct: Buffer; updated_at: Date }[]> =>
  tx.query("select place, text_ct, updated_at from app.drafts where case_id = $1 and starts_with(place, $2)", [caseId, prefix]);

export const deleteDrafts = (tx: WriteTx, caseId: string, prefix: string): Promise<number> => tx.run("delete from app.drafts where case_id = $1 and starts_with(place, $2)", [caseId, prefix]);
