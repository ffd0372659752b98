import { z } from "zod";
import { flag, ofCase, text } from "../../cases/working/index.ts";
import { apiRead, apiWrite, EXAMPLE_ID, json, type Route, written } from "../../http/index.ts";
import { RESPONSIBLE_KINDS } from "../plan-words.ts";
import { findTemplates, makeTemplate, useTemplate } from "./use-template.ts";

const kinds = Object.keys(RESPONSIBLE_KINDS) as [keyof typeof RESPONSIBLE_KINDS, ...(keyof typeof RESPONSIBLE_KINDS)[]];
const goals = z.array(z.object({ lifeArea: z.string().max(60), goal: z.string().max(300), measures: z.array(z.object({ title: z.string().max(300), responsible: z.enum(kinds), officeKind: z.string().max(60).optional(), days: z.number().int().min(1).max(730) })).max(50) })).max(50);
const template = z.object({ id: z.string(), title: z.string(), situation: z.string(), isExample: z.boolean(), goals });
const goalsExample = [{ lifeArea: "arbeit", goal: "Ich habe eine Arbeit, von der ich leben kann.", measures: [{ title: "Bewerbung schreiben", responsible: "volunteer" as const, days: 42 }] }];
const done = { answer: z.object({ id: z.string() }), example: { id: EXAMPLE_ID }, show: (_tx: unknown, id: string) => Promise.resolve(json({ id })) };

export const templatesApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/plan-templates", allow: "case.work", record: { none: "templates hold nothing of a person" }, about: "Templates of the room and the examples that are shipped.", answer: z.object({ items: z.array(template) }), example: { items: [{ id: "first_job", title: "Erste Arbeit", situation: "", isExample: true, goals: goalsExample }] },
    handle: async (tx, _input, asking) => json({ items: (await findTemplates(tx, asking)).map(({ id, title, situation, isExample, goals: g }) => ({ id, title, situation, isExample, goals: g })) }),
  }),
  apiWrite({
    path: "/api/v1/cases/:id/plan-templates", method: "POST", allow: "case.work", record: "plan_template.made", about: "Keeps goals and measures as a template of the room. Names of this case, numbers, days and addresses are refused.", params: ofCase,
    body: z.object({ title: text(120), situation: text(300), goals, confirmed: flag() }), bodyExample: { title: "Erste Arbeit", situation: "", goals: goalsExample, confirmed: true },
    handle: async (tx, { params, body }, asking) => {
      const texts = [{ field: "title", text: body.title }, { field: "situation", text: body.situation }, ...body.goals.flatMap((g) => [{ field: "goals", text: g.goal }, ...g.measures.map((m) => ({ field: "goals", text: m.title }))])];
      const made = body.goals.map((g) => ({ ...g, measures: g.measures.map(({ officeKind, ...m }) => ({ ...m, ...(officeKind === undefined ? {} : { officeKind }) })) }));
      return written(await makeTemplate(tx, asking, params.id, { title: body.title, situation: body.situation, goals: made, confirmed: body.confirmed }, texts));
    },
    ...done,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/plan-templates/:templateId/use", method: "POST", allow: "case.work", record: "goal.added", about: "Makes goals and measures of a template those of the case. `goals` are their places in the template, from 0.", params: ofCase.extend({ templateId: z.string().max(60) }),
    body: z.object({ personId: z.uuid("Wählen Sie eine Person."), goals: z.array(z.number().int().min(0).max(50)).max(50) }), bodyExample: { personId: EXAMPLE_ID, goals: [0] },
    handle: async (tx, { params, body }, asking) => {
      await useTemplate(tx, asking, params.id, { templateId: params.templateId, ...body });
      return written(params.id);
    },
    ...done,
  }),
];
