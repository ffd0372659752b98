import shipped from "../../../data/plan-templates.json" with { type: "json" };
import type { ResponsibleKind } from "../plan-words.ts";

export interface TemplateMeasure {
  readonly title: string;
  readonly responsible: ResponsibleKind;
  /** of an office: what kind; which one is found where the template is used */
  readonly officeKind?: string;
  /** from the day on which the template is used */
  readonly days: number;
}
export interface TemplateGoal {
  readonly lifeArea: string;
  readonly goal: string;
  readonly measures: readonly TemplateMeasure[];
}
export interface TemplateContent {
  readonly situation: string;
  readonly goals: readonly TemplateGoal[];
}
export interface PlanTemplate extends TemplateContent {
  /** key of an example, or id of a template of the room */
  readonly id: string;
  readonly title: string;
  readonly isExample: boolean;
  readonly authorName: string;
  readonly mayRetire: boolean;
}

/** Examples that everybody has, marked as such. */
export const EXAMPLES: readonly PlanTemplate[] = shipped.templates.map((t) => ({
  id: t.key, title: t.title, situation: t.situation, goals: t.goals as readonly TemplateGoal[], isExample: true, authorName: "", mayRetire: false,
}));
