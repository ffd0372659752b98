import { record } from "../../audit/index.ts";
import { addFollowUp } from "../../cases/index.ts";
import { getCaseFile, granted, listReaders, openText, sealText } from "../../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { newId } from "../../kernel/id.ts";
import type { ReviewKind } from "../plan-words.ts";
import { listGoals, setAttainment } from "../plan.sql.ts";
import type { Keys } from "../read-plan.ts";
import { decideReview, type ReviewInput } from "./decide-review.ts";
import { insertReview, insertReviewGoal, listReviews } from "./reviews.sql.ts";

/** Keeps what was found, sets it on the goals, and makes the follow-up for the next time. */
export async function recordReview(tx: WriteTx, asking: Asking, caseId: string, input: ReviewInput): Promise<string> {
  const file = await getCaseFile(tx, caseId);
  const openGoalIds = (await listGoals(tx, caseId)).filter((g) => g.state === "open").map((g) => g.id);
  const review = granted(decideReview(input, { today: asking.today, openGoalIds, isEnded: file.closed_on !== null }));
  const id = newId();
  await insertReview(tx, asking.session, { id, caseId, kind: review.kind, reviewedOn: review.reviewedOn, nextReviewOn: review.nextReviewOn, noteCt: sealText(asking, file.key_ref, "plan_reviews.note_ct", id, review.note) });
  for (const g of review.goals) {
    await insertReviewGoal(tx, asking.session, { caseId, reviewId: id, goalId: g.goalId, attainment: g.attainment, level: g.level });
    await setAttainment(tx, caseId, g.goalId, { attainment: g.attainment, level: g.level, closedOn: g.closes ? review.reviewedOn : null });
  }
  await record(tx, asking, { action: "plan_review.recorded", objectKind: "plan_review", objectIds: [id], caseId, purpose: review.kind });
  if (review.nextReviewOn !== null) {
    // whoever leads the case, as long as somebody does
    const leads = (await listReaders(tx, caseId)).some((r) => r.account_id === file.lead_id && r.reads_as !== "emergency");
    await addFollowUp(tx, asking, caseId, { title: "Plan überprüfen", dueOn: review.nextReviewOn, ownerId: leads ? file.lead_id : null, lifeAreas: [] });
  }
  return id;
}

export interface Review {
  readonly id: string;
  readonly caseId: string;
  readonly kind: ReviewKind;
  readonly reviewedOn: CalendarDay;
  readonly nextReviewOn: CalendarDay | null;
  readonly note: string;
  readonly authorName: string;
  readonly goals: readonly { readonly goalId: string; readonly attainment: number; readonly level: number | null }[];
}
export async function findReviews(tx: ReadTx, asking: Keys, caseId: string): Promise<Review[]> {
  const file = await getCaseFile(tx, caseId);
  return (await listReviews(tx, caseId)).map((r) => ({
    id: r.id, caseId, kind: r.kind, reviewedOn: r.reviewed_on, nextReviewOn: r.next_review_on, note: openText(asking, file.key_ref, "plan_reviews.note_ct", r.id, r.note_ct), authorName: r.author_name,
    goals: r.goals.map((g) => ({ goalId: g.goal_id, attainment: g.attainment, level: g.level })),
  }));
}
