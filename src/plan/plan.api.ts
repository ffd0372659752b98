import { z } from "zod";
import { record } from "../audit/index.ts";
import { day, flag, ofCase, oneOf, optionalDay, saidText, text } from "../cases/working/index.ts";
import { isSheetLanguage } from "../consent/index.ts";
import type { ReadTx } from "../db/index.ts";
import { apiRead, apiWrite, type Asking, EXAMPLE_ID, json, type Json, type Route, written } from "../http/index.ts";
import { agreePlan } from "./agreements/agree-plan.ts";
import { findAgreementCase } from "./agreements/agreements.sql.ts";
import { type Agreement, currentAgreement, findAgreements } from "./agreements/read-agreements.ts";
import { addGoal, addMeasure, changeGoal, changeMeasure } from "./change-plan.ts";
import { levelOf } from "./levels.ts";
import { goalFields, measureFields, ofGoal, ofMeasure } from "./plan-pages.routes.tsx";
import { GOAL_STATES, MEASURE_STATES, RESPONSIBLE_KINDS, SIGNINGS } from "./plan-words.ts";
import { findGoalCase, findMeasureCase } from "./plan.sql.ts";
import { currentGoal, currentMeasure, findPlan, type Goal, type Measure } from "./read-plan.ts";

const keysOf = <K extends string>(words: Readonly<Record<K, unknown>>): [K, ...K[]] => Object.keys(words) as [K, ...K[]];
const measure = z.object({
  id: z.uuid(), goalId: z.uuid(), personId: z.uuid(), title: z.string(), responsible: z.string(), responsibleKind: z.enum(keysOf(RESPONSIBLE_KINDS)), responsibleName: z.string(), dueOn: z.string(), isEntrusted: z.boolean(), state: z.enum(keysOf(MEASURE_STATES)),
  doneOn: z.string().nullable(), doneByPerson: z.boolean(), result: z.string(), report: z.string(), version: z.number(),
});
const goal = z.object({
  id: z.uuid(), personId: z.uuid(), lifeArea: z.string(), wish: z.string(), wishLanguage: z.string(), goal: z.string(), isEntrusted: z.boolean(), state: z.enum(keysOf(GOAL_STATES)), levelBefore: z.number().nullable(), levelAfter: z.number().nullable(),
  attainment: z.number().nullable(), closedOn: z.string().nullable(), version: z.number(), measures: z.array(measure),
});
const measureExample: z.output<typeof measure> = {
  id: EXAMPLE_ID, goalId: EXAMPLE_ID, personId: EXAMPLE_ID, title: "Zeugnis übersetzen lassen", responsible: "person", responsibleKind: "person", responsibleName: "die Person selbst", dueOn: "2026-12-20", isEntrusted: false, state: "open",
  doneOn: null, doneByPerson: false, result: "", report: "", version: 1,
};
const goalExample: z.output<typeof goal> = {
  id: EXAMPLE_ID, personId: EXAMPLE_ID, lifeArea: "arbeit", wish: "Ich will wieder als Pflegerin arbeiten", wishLanguage: "de", goal: "", isEntrusted: false, state: "open", levelBefore: 2, levelAfter: null, attainment: null, closedOn: null, version: 1,
  measures: [measureExample],
};
const shownMeasure = (m: Measure) => ({
  id: m.id, goalId: m.goalId, personId: m.personId, title: m.title, responsible: m.responsible.written, responsibleKind: m.responsible.kind, responsibleName: m.responsible.name, dueOn: m.dueOn, isEntrusted: m.isEntrusted, state: m.state,
  doneOn: m.doneOn, doneByPerson: m.doneByPerson, result: m.result, report: m.report, version: m.version,
});
const shownGoal = (g: Goal) => ({
  id: g.id, personId: g.personId, lifeArea: g.lifeArea, wish: g.wish, wishLanguage: g.wishLanguage, goal: g.goal, isEntrusted: g.isEntrusted, state: g.state, levelBefore: g.levelBefore, levelAfter: g.levelAfter,
  attainment: g.attainment, closedOn: g.closedOn, version: g.version, measures: g.measures.map(shownMeasure),
});
const asGoal = {
  answer: goal, example: goalExample,
  show: async (tx: ReadTx, id: string, asking: Asking): Promise<Json> => { const g = await currentGoal(tx, asking, (await findGoalCase(tx, id)).case_id, id); return json(shownGoal(g), g.version); },
};
const asMeasure = {
  answer: measure, example: measureExample,
  show: async (tx: ReadTx, id: string, asking: Asking): Promise<Json> => { const m = await currentMeasure(tx, asking, (await findMeasureCase(tx, id)).case_id, id); return json(shownMeasure(m), m.version); },
};
const readPlan = async (tx: ReadTx, asking: Asking, caseId: string) => {
  const plan = await findPlan(tx, asking, caseId);
  await record(tx, asking, { action: "plan.read", objectKind: "goal", objectIds: plan.goals.map((g) => g.id), caseId });
  return plan;
};
const goalBody = { lifeArea: "arbeit", wish: "Ich will wieder als Pflegerin arbeiten", wishLanguage: "de" };
const measureBody = { title: "Zeugnis übersetzen lassen", responsible: "person", dueOn: "2026-12-20" };

const planApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/cases/:id/goals", allow: "case.read", record: "plan.read", about: "The plan of a case: goals with their measures.", params: ofCase, answer: z.object({ items: z.array(goal) }), example: { items: [goalExample] },
    handle: async (tx, { params }, asking) => json({ items: (await readPlan(tx, asking, params.id)).goals.map(shownGoal) }),
  }),
  apiWrite({
    path: "/api/v1/cases/:id/goals", method: "POST", allow: "case.work", record: "goal.added", about: "Adds a goal in the person's words.", params: ofCase, body: z.object({ personId: z.uuid("Wählen Sie eine Person."), ...goalFields }), bodyExample: { personId: EXAMPLE_ID, ...goalBody },
    handle: async (tx, { params, body }, asking) => written(await addGoal(tx, asking, params.id, body, null, await levelOf(tx, asking, params.id, body.personId, body.lifeArea))),
    ...asGoal,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/goals/:goalId", method: "PUT", versioned: true, allow: "case.work", record: "goal.changed", about: "Changes a goal.", params: ofGoal, body: z.object({ ...goalFields, state: oneOf(GOAL_STATES, "Wählen Sie den Stand.") }), bodyExample: { ...goalBody, state: "open" },
    handle: async (tx, { params, body, version }, asking) => {
      await changeGoal(tx, asking, params.id, params.goalId, version, body);
      return written(params.goalId, { status: 200 });
    },
    ...asGoal,
  }),
  apiRead({
    path: "/api/v1/cases/:id/measures", allow: "case.read", record: "plan.read", about: "All measures of a plan.", params: ofCase, answer: z.object({ items: z.array(measure) }), example: { items: [measureExample] },
    handle: async (tx, { params }, asking) => json({ items: (await readPlan(tx, asking, params.id)).goals.flatMap((g) => g.measures.map(shownMeasure)) }),
  }),
  apiWrite({
    path: "/api/v1/cases/:id/goals/:goalId/measures", method: "POST", allow: "case.work", record: "measure.added", params: ofGoal, body: z.object(measureFields), bodyExample: measureBody,
    about: "Adds a measure. `responsible` is `person`, `volunteer`, `account:<id>` of the team or `office:<id>`.",
    handle: async (tx, { params, body }, asking) => written(await addMeasure(tx, asking, params.id, params.goalId, body)),
    ...asMeasure,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/measures/:measureId", method: "PUT", versioned: true, allow: "case.work", record: "measure.changed", about: "Changes a measure: who does it, until when, state, result.", params: ofMeasure,
    body: z.object({ ...measureFields, state: oneOf(MEASURE_STATES, "Wählen Sie den Stand."), result: text(2000) }), bodyExample: { ...measureBody, state: "done", result: "Liegt vor." },
    handle: async (tx, { params, body, version }, asking) => {
      await changeMeasure(tx, asking, params.id, params.measureId, version, body);
      return written(params.measureId, { status: 200 });
    },
    ...asMeasure,
  }),
];

const agreement = z.object({
  id: z.uuid(), personId: z.uuid(), versionNumber: z.number(), language: z.string(), agreedOn: z.string(), signing: z.enum(keysOf(SIGNINGS)), personSignedOn: z.string().nullable(), documentId: z.uuid().nullable(), interpreter: z.string(), nextReviewOn: z.string().nullable(),
  goals: z.array(z.object({ id: z.uuid(), lifeArea: z.string(), wish: z.string(), wishLanguage: z.string(), de: z.string(), other: z.string(), measures: z.array(z.object({ id: z.uuid(), de: z.string(), other: z.string(), dueOn: z.string() })) })), version: z.number(),
});
const agreementExample: z.output<typeof agreement> = {
  id: EXAMPLE_ID, personId: EXAMPLE_ID, versionNumber: 1, language: "ar", agreedOn: "2026-11-23", signing: "together", personSignedOn: "2026-11-23", documentId: null, interpreter: "", nextReviewOn: "2027-02-22",
  goals: [{ id: EXAMPLE_ID, lifeArea: "arbeit", wish: "أريد أن أعمل", wishLanguage: "ar", de: "Arbeit in der Pflege", other: "العمل في التمريض", measures: [{ id: EXAMPLE_ID, de: "Zeugnis übersetzen lassen", other: "ترجمة الشهادة", dueOn: "2026-12-20" }] }], version: 1,
};
const shownAgreement = (a: Agreement) => ({
  id: a.id, personId: a.personId, versionNumber: a.versionNumber, language: a.language, agreedOn: a.agreedOn, signing: a.signing, personSignedOn: a.personSignedOn, documentId: a.documentId, interpreter: a.content.interpreter, nextReviewOn: a.content.nextReviewOn,
  goals: a.content.goals.map((g) => ({ id: g.id, lifeArea: g.lifeArea, wish: g.wish, wishLanguage: g.wishLanguage, de: g.de, other: g.other, measures: g.measures.map((m) => ({ id: m.id, de: m.de, other: m.other, dueOn: m.dueOn })) })), version: a.version,
});
const agreementBody = z.object({
  personId: z.uuid("Wählen Sie, mit wem Sie vereinbaren."), language: z.string().refine(isSheetLanguage, "Wählen Sie eine Sprache."), goalIds: z.array(z.uuid()).max(50), translations: z.record(z.uuid(), saidText(1000, "Leer: lassen Sie den Eintrag weg.")).default({}), interpreter: text(120),
  agreedOn: day(), nextReviewOn: optionalDay(), signing: oneOf(SIGNINGS, "Wählen Sie, wie Sie bestätigen."), confirmed: flag(),
});

const agreementsApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/cases/:id/agreements", allow: "case.read", record: "agreement.listed", about: "Agreements over the plan, the latest first.", params: ofCase, answer: z.object({ items: z.array(agreement) }), example: { items: [agreementExample] },
    handle: async (tx, { params }, asking) => {
      const items = await findAgreements(tx, asking, params.id);
      await record(tx, asking, { action: "agreement.listed", objectKind: "agreement", objectIds: items.map((a) => a.id), caseId: params.id });
      return json({ items: items.map(shownAgreement) });
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/agreements", method: "POST", allow: "case.work", record: "agreement.made", about: "Agrees on goals of the plan with a person. `translations`: id of a goal or measure → the same in `language`.", params: ofCase, body: agreementBody,
    bodyExample: { personId: EXAMPLE_ID, language: "ar", goalIds: [EXAMPLE_ID], translations: { [EXAMPLE_ID]: "العمل في التمريض" }, interpreter: "Frau Nasser", agreedOn: "2026-11-23", nextReviewOn: "2027-02-22", signing: "together", confirmed: true },
    handle: async (tx, { params, body }, asking) => written(await agreePlan(tx, asking, params.id, body)),
    answer: agreement, example: agreementExample,
    show: async (tx, id, asking) => { const a = await currentAgreement(tx, asking, (await findAgreementCase(tx, id)).case_id, id); return json(shownAgreement(a), a.version); },
  }),
];

export const planApiRoutes: readonly Route[] = [...planApi, ...agreementsApi];
