import { z } from "zod";
import { mayUse } from "../../accounts/index.ts";
import { isEnded } from "../../cases/reading/index.ts";
import { flag, list, ofCase, showCase, text } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { actionRoute, type Asking, formRoute, page, redirect, type Route } from "../../http/index.ts";
import { dayOf, daysBetween } from "../../kernel/calendar-day.ts";
import { liveMeasures } from "../agreements/agreement-content.ts";
import { planPath } from "../plan.page.tsx";
import { findPlan, type Goal, type Measure } from "../read-plan.ts";
import { listOfficeKinds } from "./templates.sql.ts";
import type { TemplateGoal } from "./template-content.ts";
import { NewTemplatePage, TemplatesPage } from "./templates.page.tsx";
import { dropTemplate, findTemplates, makeTemplate, useTemplate } from "./use-template.ts";

const BASE = "/faelle/:id/plan/vorlagen";
const newBody = z.looseObject({ title: text(120), situation: text(300), keep: list(), confirmed: flag() });
const useBody = z.object({ templateId: z.string().max(60), personId: z.uuid("Wählen Sie eine Person."), goals: list() });

/** What may be given on: not what is entrusted, not what was dropped. */
const givable = (goals: readonly Goal[]): Goal[] => goals.filter((g) => g.state !== "dropped" && !g.isEntrusted);
const daysOf = (goal: Goal, m: Measure): number => Math.min(730, Math.max(7, daysBetween(dayOf(goal.createdAt), m.dueOn)));
const typedText = (fields: Readonly<Record<string, unknown>>, name: string): string => { const value = fields[name]; return typeof value === "string" ? value.trim().slice(0, 300) : ""; };

/** The texts as they were edited, in the order of the plan, each with the field it came from. */
async function editedGoals(tx: ReadTx, goals: readonly Goal[], fields: Readonly<Record<string, unknown>>, keep: readonly string[]) {
  const kinds = new Map((await listOfficeKinds(tx, goals.flatMap((g) => g.measures.flatMap((m) => (m.responsible.organisationId === null ? [] : [m.responsible.organisationId]))))).map((o) => [o.id, o.kind]));
  const texts: { field: string; text: string }[] = [{ field: "title", text: typedText(fields, "title") }, { field: "situation", text: typedText(fields, "situation") }];
  const kept = goals.filter((g) => keep.includes(g.id)).map((g): TemplateGoal => {
    const goal = typedText(fields, `goal.${g.id}`);
    texts.push({ field: `goal.${g.id}`, text: goal });
    const measures = liveMeasures(g).flatMap((m) => {
      const title = typedText(fields, `measure.${m.id}`);
      if (title === "") return [];
      texts.push({ field: `measure.${m.id}`, text: title });
      const days = Number(typedText(fields, `days.${m.id}`));
      const officeKind = m.responsible.organisationId === null ? undefined : kinds.get(m.responsible.organisationId);
      return [{ title, responsible: m.responsible.kind, ...(officeKind === undefined ? {} : { officeKind }), days: Number.isInteger(days) && days > 0 && days <= 730 ? days : daysOf(g, m) }];
    });
    return { lifeArea: g.lifeArea, goal, measures };
  });
  return { kept, texts };
}

async function templatesView(tx: ReadTx, asking: Asking, caseId: string, form: Parameters<typeof showCase>[3]) {
  const shown = await showCase(tx, asking, caseId, form);
  return { ...shown, templates: await findTemplates(tx, asking), mayWrite: mayUse(asking.session, "case.work") && !isEnded(shown.head.phase) };
}

export const templateRoutes: readonly Route[] = [
  formRoute({
    path: BASE, allow: "case.work", record: "goal.added", showRecord: "case.read", about: "Templates of the room and examples; goals that are chosen become those of the case.", params: ofCase, body: useBody,
    show: async (tx, { params }, asking, form) => {
      const view = await templatesView(tx, asking, params.id, form);
      return page("Planvorlagen", () => <TemplatesPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body }, asking) => {
      await useTemplate(tx, asking, params.id, { templateId: body.templateId, personId: body.personId, goals: body.goals.map(Number) });
      return redirect(planPath(params.id), "Übernommen. Passen Sie Worte, Namen und Tage an.");
    },
  }),
  formRoute({
    path: `${BASE}/neu`, allow: "case.work", record: "plan_template.made", showRecord: "case.read", about: "Makes a template from a plan: every line can be changed, names and numbers are refused.", params: ofCase, body: newBody,
    show: async (tx, { params }, asking, form) => {
      const shown = await showCase(tx, asking, params.id, form);
      const goals = givable((await findPlan(tx, asking, params.id)).goals);
      const days = new Map(goals.flatMap((g) => g.measures.map((m) => [m.id, daysOf(g, m)] as const)));
      const view = { ...shown, goals, daysOf: (id: string): number => days.get(id) ?? 28 };
      return page("Plan als Vorlage", () => <NewTemplatePage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body }, asking) => {
      const { kept, texts } = await editedGoals(tx, givable((await findPlan(tx, asking, params.id)).goals), body, body.keep);
      await makeTemplate(tx, asking, params.id, { title: body.title, situation: body.situation, goals: kept, confirmed: body.confirmed }, texts);
      return redirect(`${planPath(params.id)}/vorlagen`, "Vorlage gespeichert.");
    },
  }),
  actionRoute({
    path: `${BASE}/:templateId/stilllegen`, allow: "case.work", record: "plan_template.retired", about: "Takes a template of the room out of use: its maker or the team lead.", params: ofCase.extend({ templateId: z.uuid() }),
    handle: async (tx, { params }, asking) => {
      await dropTemplate(tx, asking, params.templateId);
      return redirect(`${planPath(params.id)}/vorlagen`, "Vorlage stillgelegt.");
    },
  }),
];
