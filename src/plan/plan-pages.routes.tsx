import { z } from "zod";
import { mayUse } from "../accounts/index.ts";
import { isEnded } from "../cases/reading/index.ts";
import { day, flag, listReaders, neededText, ofCase, oneOf, optionalDay, saidText, showCase, text } from "../cases/working/index.ts";
import type { ReadTx } from "../db/index.ts";
import { actionRoute, type Asking, formRoute, type FormState, page, pageRoute, redirect, type Route } from "../http/index.ts";
import { addDays } from "../kernel/calendar-day.ts";
import { levelOf } from "./levels.ts";
import { addGoal, addMeasure, changeGoal, changeMeasure, setMeasureState } from "./change-plan.ts";
import { GoalPage, MeasurePage, NewGoalPage, type Owners } from "./plan-forms.page.tsx";
import { planPath, PlanPage } from "./plan.page.tsx";
import { planReaders } from "./plan-readers.ts";
import { FIRST_STEP_DAYS, GOAL_STATES, MEASURE_STATES, RESPONSIBLE_KINDS } from "./plan-words.ts";
import { listOffices } from "./plan.sql.ts";
import { currentGoal, currentMeasure, findPlan } from "./read-plan.ts";
import { readPlanSide } from "./read-side.ts";

const NOTHING_TYPED = { values: {}, refusals: [] };
const BASE = "/faelle/:id/plan";
export const ofGoal = z.object({ id: z.uuid(), goalId: z.uuid() });
export const ofMeasure = z.object({ id: z.uuid(), measureId: z.uuid() });
const languageCode = () => z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "Wählen Sie eine Sprache.").default("de");
export const goalFields = { lifeArea: neededText(60, "Wählen Sie einen Lebensbereich."), wish: text(1000), wishLanguage: languageCode(), goal: text(1000), isEntrusted: flag() };
export const measureFields = { title: saidText(300, "Schreiben Sie, was getan wird."), responsible: neededText(60, "Wählen Sie, wer es tut."), dueOn: day(), isEntrusted: flag() };

/** Who there is to do something: the person, the team, volunteers, and every office of the municipality. */
export async function ownersOf(tx: ReadTx, asking: Asking, caseId: string): Promise<Owners> {
  const [readers, offices] = await Promise.all([listReaders(tx, caseId), listOffices(tx)]);
  const team = [...new Map(readers.filter((r) => r.reads_as !== "emergency").map((r) => [r.account_id, r.name])).entries()];
  return [
    { value: "person", label: RESPONSIBLE_KINDS.person },
    ...team.map(([id, name]) => ({ value: `account:${id}`, label: id === asking.session.accountId ? "ich" : name })),
    { value: "volunteer", label: "jemand aus dem Ehrenamt" },
    { label: "Stellen", options: offices.map((o) => ({ value: `office:${o.id}`, label: o.name })) },
  ];
}

async function formView(tx: ReadTx, asking: Asking, caseId: string, form: FormState, what: "goal" | "measure" = "goal") {
  const shown = await showCase(tx, asking, caseId, form);
  return { ...shown, readers: await planReaders(tx, asking, caseId, what) };
}
const dueProposal = (asking: Asking) => addDays(asking.today, FIRST_STEP_DAYS);

export const planPageRoutes: readonly Route[] = [
  pageRoute({
    path: BASE, allow: "case.read", record: "case.read", about: "The plan of a case: goals in the person's words, measures, who does them and how they stand.", params: ofCase,
    handle: async (tx, { params }, asking) => {
      const shown = await showCase(tx, asking, params.id, NOTHING_TYPED);
      const plan = await findPlan(tx, asking, params.id);
      const mayWrite = mayUse(asking.session, "case.work") && !isEnded(shown.head.phase);
      const view = { ...shown, plan, side: await readPlanSide(tx, asking, plan), owners: mayWrite ? await ownersOf(tx, asking, params.id) : [], dueProposal: dueProposal(asking), mayWrite };
      return page("Plan", () => <PlanPage {...view} />, { nav: "cases" });
    },
  }),
  formRoute({
    path: `${BASE}/ziele/neu`, allow: "case.work", record: "goal.added", showRecord: "case.read", about: "Adds a goal in the person's words, with its first measure.", params: ofCase,
    // without a first step its day and name say nothing
    body: z.object({ personId: z.uuid("Wählen Sie eine Person."), ...goalFields, title: text(300), responsible: z.string().max(60).default("person"), dueOn: optionalDay() }),
    show: async (tx, { params }, asking, form) => {
      const view = await formView(tx, asking, params.id, form);
      const main = view.head.persons.find((p) => p.is_main);
      const whole = { ...view, owners: await ownersOf(tx, asking, params.id), dueProposal: dueProposal(asking), personLanguage: main?.languages[0]?.code ?? "de" };
      return page("Neues Ziel", () => <NewGoalPage {...whole} />, { nav: "cases" });
    },
    submit: async (tx, { params, body }, asking) => {
      const { title, responsible, dueOn, ...goal } = body;
      const first = title === "" ? null : { title, responsible, dueOn: dueOn ?? dueProposal(asking), isEntrusted: body.isEntrusted };
      const id = await addGoal(tx, asking, params.id, goal, first, await levelOf(tx, asking, params.id, goal.personId, goal.lifeArea));
      return redirect(`${planPath(params.id)}#ziel-${id}`, "Ziel eingetragen.");
    },
  }),
  formRoute({
    path: `${BASE}/ziele/:goalId`, allow: "case.work", record: "goal.changed", showRecord: "case.read", about: "Changes a goal: its words, its life area, whether it is still followed.", params: ofGoal,
    body: z.object({ ...goalFields, state: oneOf(GOAL_STATES, "Wählen Sie den Stand.") }),
    show: async (tx, { params }, asking, form) => {
      const view = { ...(await formView(tx, asking, params.id, form)), goal: await currentGoal(tx, asking, params.id, params.goalId) };
      return page("Ziel bearbeiten", () => <GoalPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body, version }, asking) => {
      await changeGoal(tx, asking, params.id, params.goalId, version, body);
      return redirect(`${planPath(params.id)}#ziel-${params.goalId}`, "Ziel geändert.");
    },
  }),
  formRoute({
    path: `${BASE}/ziele/:goalId/massnahmen/neu`, allow: "case.work", record: "measure.added", showRecord: "case.read", about: "Adds a measure to a goal.", params: ofGoal,
    body: z.object(measureFields),
    show: async (tx, { params }, asking, form) => {
      const view = { ...(await formView(tx, asking, params.id, form, "measure")), owners: await ownersOf(tx, asking, params.id), dueProposal: dueProposal(asking), goal: await currentGoal(tx, asking, params.id, params.goalId) };
      return page("Neuer Schritt", () => <MeasurePage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body }, asking) => {
      await addMeasure(tx, asking, params.id, params.goalId, body);
      return redirect(`${planPath(params.id)}#ziel-${params.goalId}`, "Schritt hinzugefügt.");
    },
  }),
  formRoute({
    path: `${BASE}/massnahmen/:measureId`, allow: "case.work", record: "measure.changed", showRecord: "case.read", about: "Changes a measure: words, who does it, until when, state, result.", params: ofMeasure,
    body: z.object({ ...measureFields, state: oneOf(MEASURE_STATES, "Wählen Sie den Stand."), result: text(2000) }),
    show: async (tx, { params }, asking, form) => {
      const measure = await currentMeasure(tx, asking, params.id, params.measureId);
      const view = { ...(await formView(tx, asking, params.id, form, "measure")), owners: await ownersOf(tx, asking, params.id), dueProposal: dueProposal(asking), goal: await currentGoal(tx, asking, params.id, measure.goalId), measure };
      return page("Schritt bearbeiten", () => <MeasurePage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body, version }, asking) => {
      await changeMeasure(tx, asking, params.id, params.measureId, version, body);
      return redirect(`${planPath(params.id)}#schritt-${params.measureId}`, "Schritt geändert.");
    },
  }),
  actionRoute({
    path: `${BASE}/massnahmen/:measureId/stand`, allow: "case.work", record: "measure.changed", about: "Says with one click how a measure stands, and takes it back with another.", params: ofMeasure,
    body: z.object({ state: z.enum(["open", "running", "done"], "Wählen Sie den Stand."), weiter: z.enum(["plan", "mein-tag"]).default("plan") }),
    handle: async (tx, { params, body }, asking) => {
      await setMeasureState(tx, asking, params.id, params.measureId, body.state);
      const words = { open: "Wieder offen.", running: "Begonnen.", done: "Erledigt." }[body.state];
      const here = `${planPath(params.id)}#schritt-${params.measureId}`;
      return body.weiter === "mein-tag" ? redirect("/mein-tag", words, { href: here, label: "Im Plan ansehen oder zurücknehmen" }) : redirect(here, words);
    },
  }),
];
