import type { ReadTx, WriteTx } from "../../../db/index.ts";
import type { Session } from "../../../http/index.ts";
import type { CalendarDay } from "../../../kernel/calendar-day.ts";

export interface TextReviewRow {
  readonly id: string;
  readonly language: string;
  readonly text_version: string;
  readonly reviewer: string;
  readonly reviewed_on: CalendarDay;
}
export const listTextReviews = (tx: ReadTx): Promise<TextReviewRow[]> =>
  tx.query<TextReviewRow>("select id, language, text_version, reviewer, reviewed_on from app.consent_text_reviews order by reviewed_on desc, id");

/** Nothing where this version was said to be checked already: the first word stands. */
export const insertTextReview = (tx: WriteTx, session: Session, r: Omit<TextReviewRow, "text_version"> & { readonly textVersion: string }): Promise<number> =>
  tx.run(
    `insert into app.consent_text_reviews (tenant_id, id, language, text_version, reviewer, reviewed_on, recorded_by) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (tenant_id, language, text_version) do nothing`,
    [session.tenantId, r.id, r.language, r.textVersion, r.reviewer, r.reviewed_on, session.accountId],
  );
