import type { ReadTx } from "../../db/index.ts";

export const findNoticeOfPage = async (tx: ReadTx, caseId: string, documentId: string): Promise<string | null> =>
  (await tx.find<{ notice_id: string }>("select notice_id from app.notice_pages where case_id = $1 and document_id = $2 order by notice_id limit 1", [caseId, documentId]))?.notice_id ?? null;
