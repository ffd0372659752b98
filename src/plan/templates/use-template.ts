import { record } from "../../audit/index.ts";
import { mayUse } from "../../accounts/index.ts";
import { getCaseFile, granted, listLifeAreas } from "../../cases/working/index.ts";
import { readCaseHead } from "../../cases/reading/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { addDays } from "../../kernel/calendar-day.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { addGoal, addMeasure } from "../change-plan.ts";
import { writtenResponsible } from "../decide-plan.ts";
import { levelOf } from "../levels.ts";
import { decideTemplate, type TemplateInput } from "./decide-template.ts";
import { EXAMPLES, type PlanTemplate, type TemplateMeasure } from "./template-content.ts";
import { insertTemplate, listOfficesOfKind, listTemplates, retireTemplate } from "./templates.sql.ts";

/** The room's own first, then the examples. */
export async function findTemplates(tx: ReadTx, asking: Asking): Promise<readonly PlanTemplate[]> {
  const leads = mayUse(asking.session, "team.see");
  const own = (await listTemplates(tx)).map((t): PlanTemplate => ({ id: t.id, title: t.title, situation: t.content.situation ?? "", goals: t.content.goals ?? [], isExample: false, authorName: t.author_name, mayRetire: leads || t.created_by === asking.session.accountId }));
  return [...own, ...EXAMPLES];
}

/** Goals and steps of a template become those of the case: days from today, offices by their kind, "Case Management" is whoever asks. */
export async function useTemplate(tx: WriteTx, asking: Asking, caseId: string, input: { readonly templateId: string; readonly personId: string; readonly goals: readonly number[] }): Promise<void> {
  await getCaseFile(tx, caseId);
  const template = (await findTemplates(tx, asking)).find((t) => t.id === input.templateId);
  if (template === undefined) throw new NotFound();
  const chosen = template.goals.filter((_g, i) => input.goals.includes(i));
  if (chosen.length === 0) throw new Refused([{ code: "no-goal", field: "goals", sentence: "Wählen Sie mindestens ein Ziel." }]);
  const areas = (await listLifeAreas(tx)).map((a) => a.key);
  const offices = await listOfficesOfKind(tx, chosen.flatMap((g) => g.measures.flatMap((m) => (m.officeKind === undefined ? [] : [m.officeKind]))));
  const whoDoes = (m: TemplateMeasure): string => {
    const office = m.responsible === "office" ? offices.find((o) => o.kind === m.officeKind) : undefined;
    if (office !== undefined) return writtenResponsible({ kind: "office", accountId: null, organisationId: office.id });
    // where there is no such office, the case manager looks for one
    return m.responsible === "person" || m.responsible === "volunteer" ? m.responsible : writtenResponsible({ kind: "account", accountId: asking.session.accountId, organisationId: null });
  };
  for (const goal of chosen) {
    const lifeArea = areas.includes(goal.lifeArea) ? goal.lifeArea : (areas.at(-1) ?? goal.lifeArea);
    const goalId = await addGoal(tx, asking, caseId, { personId: input.personId, lifeArea, wish: "", wishLanguage: "de", goal: goal.goal, isEntrusted: false }, null, await levelOf(tx, asking, caseId, input.personId, lifeArea));
    for (const m of goal.measures) await addMeasure(tx, asking, caseId, goalId, { title: m.title, responsible: whoDoes(m), dueOn: addDays(asking.today, m.days), isEntrusted: false });
  }
}

/** Keeps goals and steps of a plan for others, after a human read them and nothing in them leads to somebody. */
export async function makeTemplate(tx: WriteTx, asking: Asking, caseId: string, input: TemplateInput, fields: readonly { field: string; text: string }[]): Promise<string> {
  await getCaseFile(tx, caseId);
  const head = await readCaseHead(tx, asking, caseId);
  const names = [head.number, ...head.persons.flatMap((p) => p.names.flatMap((n) => [n.family, n.given]))];
  const { title, situation, goals } = granted(decideTemplate(input, { names, fields }));
  const id = newId();
  await insertTemplate(tx, asking.session, { id, title, content: { situation, goals } });
  await record(tx, asking, { action: "plan_template.made", objectKind: "plan_template", objectIds: [id], caseId });
  return id;
}

export async function dropTemplate(tx: WriteTx, asking: Asking, id: string): Promise<void> {
  if ((await retireTemplate(tx, id)) !== 1) throw new NotFound();
  await record(tx, asking, { action: "plan_template.retired", objectKind: "plan_template", objectIds: [id] });
}
