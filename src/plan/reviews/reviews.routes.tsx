import { z } from "zod";
import { mayUse } from "../../accounts/index.ts";
import { isEnded } from "../../cases/reading/index.ts";
import { day, list, ofCase, oneOf, optionalDay, showCase, text } from "../../cases/working/index.ts";
import { formRoute, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { addDays } from "../../kernel/calendar-day.ts";
import { effectOf } from "../effect/effect.ts";
import { EffectPage } from "../effect/effect.page.tsx";
import { levelsOfCase, levelsOfGoals } from "../levels.ts";
import { planPath } from "../plan.page.tsx";
import { planReaders } from "../plan-readers.ts";
import { type Attainment, REVIEW_DAYS, REVIEW_KINDS } from "../plan-words.ts";
import { openGoals } from "../progress.ts";
import { findPlan } from "../read-plan.ts";
import type { ReviewedGoal } from "./decide-review.ts";
import { findReviews, recordReview } from "./record-review.ts";
import { ReviewPage } from "./review.page.tsx";

const NOTHING_TYPED = { values: {}, refusals: [] };
const DEGREE = /^-?[0-2]$/;
const LEVEL = /^[1-5]$/;
const body = z.looseObject({ kind: oneOf(REVIEW_KINDS, "Wählen Sie den Anlass."), reviewedOn: day(), nextReviewOn: optionalDay(), note: text(4000), closes: list() });

/** Fields are called after their goal: `attainment.<id>`, `level.<id>`; what was left open is not among them. */
function judgedGoals(fields: Readonly<Record<string, unknown>>, closes: readonly string[]): ReviewedGoal[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const goalId = /^attainment\.([0-9a-f-]{36})$/.exec(name)?.[1];
    if (goalId === undefined || typeof value !== "string" || !DEGREE.test(value)) return [];
    const level = fields[`level.${goalId}`];
    return [{ goalId, attainment: Number(value) as Attainment, level: typeof level === "string" && LEVEL.test(level) ? Number(level) : null, closes: closes.includes(goalId) }];
  });
}

export const reviewRoutes: readonly Route[] = [
  formRoute({
    path: "/faelle/:id/plan/ueberpruefung", allow: "case.work", record: "plan_review.recorded", showRecord: "case.read", about: "Reviews the plan goal by goal: how far it was reached, on which step the life area stands, when to look again.", params: ofCase, body,
    show: async (tx, { params }, asking, form) => {
      const shown = await showCase(tx, asking, params.id, form);
      const goals = openGoals(await findPlan(tx, asking, params.id));
      const view = { ...shown, goals, levels: await levelsOfGoals(tx, asking, params.id, goals), nextProposal: addDays(asking.today, REVIEW_DAYS), readers: await planReaders(tx, asking, params.id, "goal") };
      return page("Plan überprüfen", () => <ReviewPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body: typed }, asking) => {
      const { kind, reviewedOn, nextReviewOn, note, closes } = typed;
      await recordReview(tx, asking, params.id, { kind, reviewedOn, nextReviewOn, note, goals: judgedGoals(typed, closes) });
      return redirect(`${planPath(params.id)}/wirkung`, nextReviewOn === null || kind === "closing" ? "Überprüfung festgehalten." : "Überprüfung festgehalten, Wiedervorlage angelegt.");
    },
  }),
  pageRoute({
    path: "/faelle/:id/plan/wirkung", allow: "case.read", record: "case.read", about: "What changed: each life area before and after, and how far the goals were reached.", params: ofCase,
    handle: async (tx, { params }, asking) => {
      const shown = await showCase(tx, asking, params.id, NOTHING_TYPED);
      const plan = await findPlan(tx, asking, params.id);
      const effect = effectOf(plan.goals, await levelsOfCase(tx, asking, params.id));
      const view = { ...shown, effect, reviews: await findReviews(tx, asking, params.id), mayWrite: mayUse(asking.session, "case.work") && !isEnded(shown.head.phase) };
      return page("Wirkung", () => <EffectPage {...view} />, { nav: "cases" });
    },
  }),
];
