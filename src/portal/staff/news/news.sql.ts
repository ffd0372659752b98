import type { ReadTx, WriteTx } from "../../../db/index.ts";

export interface NewsRow {
  readonly access_id: string;
  /** marked as safe and in force; what goes out is decided anew when it does (app.safe_channels) */
  readonly has_safe_mail: boolean;
  readonly last_sent_at: Date | null;
}
export const listNews = (tx: ReadTx, caseId: string): Promise<NewsRow[]> =>
  tx.query<NewsRow>(
    `select a.id as access_id,
        exists (select from app.person_channels h where h.tenant_id = a.tenant_id and h.person_id = a.person_id and h.kind = 'email' and h.is_safe
          and (h.from_on is null or h.from_on <= current_date) and (h.until_on is null or h.until_on >= current_date)
          and not exists (select from app.person_channels o where o.tenant_id = h.tenant_id and o.person_id = h.person_id and lower(o.value) = lower(h.value) and o.is_safe is not true)) as has_safe_mail,
        (select max(m.settled_at) from app.outgoing_mails m where m.tenant_id = a.tenant_id and m.case_id = a.case_id and m.person_id = a.person_id and m.kind = 'news' and m.state = 'sent') as last_sent_at
       from app.portal_accesses a where a.case_id = $1 and a.guardian_id is null`, [caseId]);
export const setTellsNews = (tx: WriteTx, caseId: string, id: string, isOn: boolean): Promise<number> =>
  tx.run("update app.portal_accesses set tells_news = $3, version = version + 1 where case_id = $1 and id = $2 and guardian_id is null and ended_at is null and (frozen_at is null or not $3)", [caseId, id, isOn]);
