import type { ReadTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";
import { changedSince, findAgreements } from "./agreements/read-agreements.ts";
import type { PlanSide } from "./plan.page.tsx";
import type { Plan } from "./read-plan.ts";
import { listReviews } from "./reviews/reviews.sql.ts";

/** What stands beside the plan: the agreement that holds, and when it is looked at again. */
export async function readPlanSide(tx: ReadTx, asking: Asking, plan: Plan): Promise<PlanSide> {
  const [agreements, reviews] = await Promise.all([findAgreements(tx, asking, plan.caseId), listReviews(tx, plan.caseId)]);
  const latest = agreements[0];
  return {
    agreement: latest === undefined ? null : { id: latest.id, versionNumber: latest.versionNumber, agreedOn: latest.agreedOn, isSigned: latest.personSignedOn !== null, changes: changedSince(latest, plan).length },
    review: { reviewedOn: reviews[0]?.reviewed_on ?? null, nextOn: reviews[0] === undefined ? (latest?.content.nextReviewOn ?? null) : reviews[0].next_review_on },
  };
}
