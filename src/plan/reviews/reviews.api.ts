import { z } from "zod";
import { record } from "../../audit/index.ts";
import { day, ofCase, oneOf, optionalDay, text } from "../../cases/working/index.ts";
import { apiRead, apiWrite, EXAMPLE_ID, json, type Route, written } from "../../http/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { type Attainment, REVIEW_KINDS } from "../plan-words.ts";
import { findReviews, recordReview, type Review } from "./record-review.ts";
import { findReviewCase } from "./reviews.sql.ts";

const review = z.object({
  id: z.uuid(), kind: z.enum(["review", "closing"]), reviewedOn: z.string(), nextReviewOn: z.string().nullable(), note: z.string(), authorName: z.string(), goals: z.array(z.object({ goalId: z.uuid(), attainment: z.number(), level: z.number().nullable() })),
});
const example: z.output<typeof review> = { id: EXAMPLE_ID, kind: "review", reviewedOn: "2026-11-23", nextReviewOn: "2027-02-22", note: "", authorName: "Sabine Kurz", goals: [{ goalId: EXAMPLE_ID, attainment: 0, level: 3 }] };
const shown = ({ caseId: _caseId, ...r }: Review) => r;
const body = z.object({
  kind: oneOf(REVIEW_KINDS, "Wählen Sie den Anlass."), reviewedOn: day(), nextReviewOn: optionalDay(), note: text(4000),
  goals: z.array(z.object({ goalId: z.uuid(), attainment: z.number().int().min(-2).max(2), level: z.number().int().min(1).max(5).nullable().default(null), closes: z.boolean().default(false) })).max(100),
});

export const reviewsApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/cases/:id/plan-reviews", allow: "case.read", record: "plan.read", about: "Reviews of the plan, the latest first. `attainment`: 2 far more than agreed, 1 more, 0 as agreed, -1 partly, -2 not reached.", params: ofCase, answer: z.object({ items: z.array(review) }), example: { items: [example] },
    handle: async (tx, { params }, asking) => {
      const items = await findReviews(tx, asking, params.id);
      await record(tx, asking, { action: "plan.read", objectKind: "plan_review", objectIds: items.map((r) => r.id), caseId: params.id });
      return json({ items: items.map(shown) });
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/plan-reviews", method: "POST", allow: "case.work", record: "plan_review.recorded", about: "Reviews the plan goal by goal; the next review becomes a follow-up.", params: ofCase, body,
    bodyExample: { kind: "review", reviewedOn: "2026-11-23", nextReviewOn: "2027-02-22", note: "", goals: [{ goalId: EXAMPLE_ID, attainment: 0, level: 3, closes: false }] },
    handle: async (tx, { params, body: said }, asking) => written(await recordReview(tx, asking, params.id, { ...said, goals: said.goals.map((g) => ({ ...g, attainment: g.attainment as Attainment })) })),
    answer: review, example,
    show: async (tx, id, asking) => {
      const found = (await findReviews(tx, asking, (await findReviewCase(tx, id)).case_id)).find((r) => r.id === id);
      if (found === undefined) throw new NotFound();
      return json(shown(found));
    },
  }),
];
