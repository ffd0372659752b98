/** The plan of a case: goals, measures, agreements, reviews, templates. */
export { addGoal, addMeasure, changeGoal, changeMeasure, setMeasureState } from "./change-plan.ts";
export type { GoalInput, MeasureInput } from "./decide-plan.ts";
export { currentGoal, currentMeasure, findPlan, type Goal, type Measure, type Plan } from "./read-plan.ts";
export { type Attainment, attainmentWord, ATTAINMENTS, GOAL_STATES, MEASURE_STATES, RESPONSIBLE_KINDS } from "./plan-words.ts";
export { planRoutes } from "./plan.routes.ts";
export { agreePlan } from "./agreements/agree-plan.ts";
export { type Agreement, findAgreements } from "./agreements/read-agreements.ts";
export { listOffices } from "./plan.sql.ts";
export { levelsOfGoals } from "./levels.ts";
export { findReviews, recordReview, type Review } from "./reviews/record-review.ts";
export { type DayMeasure, readDayMeasures } from "./read-day.ts";
export { MeasureDue } from "./measure-line.page.tsx";
export { liveMeasures } from "./agreements/agreement-content.ts";
export { knownWords, sheetLanguage } from "./agreements/agreements.routes.tsx";
export { lacksGerman } from "./agreements/decide-agreement.ts";
export { openGoals } from "./progress.ts";
export { getPlanTeaser, type PlanTeaser } from "./plan.sql.ts";
export { ProgressBar, Legend } from "./progress.page.tsx";
