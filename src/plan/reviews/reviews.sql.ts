import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { ReviewKind } from "../plan-words.ts";
import type { Place } from "../plan.sql.ts";

export interface ReviewRow {
  readonly id: string;
  readonly kind: ReviewKind;
  readonly reviewed_on: CalendarDay;
  readonly next_review_on: CalendarDay | null;
  readonly note_ct: Buffer | null;
  readonly author_name: string;
  readonly goals: readonly { readonly goal_id: string; readonly attainment: number; readonly level: number | null }[];
}
const REVIEW = `select r.id, r.kind, r.reviewed_on, r.next_review_on, r.note_ct, coalesce(a.given_name || ' ' || a.family_name, '') as author_name,
    (select coalesce(jsonb_agg(jsonb_build_object('goal_id', g.goal_id, 'attainment', g.attainment, 'level', g.level)), '[]') from app.plan_review_goals g
      where g.tenant_id = r.tenant_id and g.case_id = r.case_id and g.review_id = r.id) as goals
  from app.plan_reviews r left join app.accounts a on a.tenant_id = r.tenant_id and a.id = r.reviewed_by`;
export const listReviews = (tx: ReadTx, caseId: string): Promise<ReviewRow[]> => tx.query<ReviewRow>(`${REVIEW} where r.case_id = $1 order by r.reviewed_on desc, r.id desc`, [caseId]);
export const findReviewCase = (tx: ReadTx, id: string): Promise<{ case_id: string }> => tx.get("select case_id from app.plan_reviews where id = $1", [id]);

export interface NewReview {
  readonly id: string;
  readonly caseId: string;
  readonly kind: ReviewKind;
  readonly reviewedOn: CalendarDay;
  readonly nextReviewOn: CalendarDay | null;
  readonly noteCt: Buffer | null;
}
export const insertReview = (tx: WriteTx, of: Place, r: NewReview): Promise<void> =>
  tx.runOne("insert into app.plan_reviews (tenant_id, room_id, id, case_id, kind, reviewed_on, next_review_on, note_ct, reviewed_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)", [
    of.tenantId, of.roomId, r.id, r.caseId, r.kind, r.reviewedOn, r.nextReviewOn, r.noteCt, of.accountId,
  ]);
export const insertReviewGoal = (tx: WriteTx, of: Place, g: { caseId: string; reviewId: string; goalId: string; attainment: number; level: number | null }): Promise<void> =>
  tx.runOne("insert into app.plan_review_goals (tenant_id, room_id, case_id, review_id, goal_id, attainment, level) values ($1, $2, $3, $4, $5, $6, $7)", [
    of.tenantId, of.roomId, g.caseId, g.reviewId, g.goalId, g.attainment, g.level,
  ]);
