import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { Goal, Measure, Plan } from "../read-plan.ts";

/** What both agreed to, word by word: goals and steps in German, and in the person's language where somebody said it so. */
export interface AgreedMeasure {
  readonly id: string;
  readonly de: string;
  readonly other: string;
  /** a name, or empty for the person, and `volunteer` */
  readonly who: { readonly kind: Measure["responsible"]["kind"]; readonly name: string };
  readonly dueOn: CalendarDay;
}
export interface AgreedGoal {
  readonly id: string;
  readonly personId: string;
  readonly person: string;
  readonly lifeArea: string;
  readonly wish: string;
  readonly wishLanguage: string;
  readonly de: string;
  readonly other: string;
  readonly measures: readonly AgreedMeasure[];
}
export interface AgreementContent {
  readonly signer: string;
  readonly manager: string;
  readonly office: string;
  readonly interpreter: string;
  readonly nextReviewOn: CalendarDay | null;
  readonly textVersion: string;
  readonly goals: readonly AgreedGoal[];
  /** every goal that was open then, chosen or not: what was left out on purpose is no change later */
  readonly considered: readonly string[];
}

export interface Change {
  readonly kind: "added" | "removed" | "changed";
  readonly what: "goal" | "measure";
  readonly title: string;
  /** "bis 1.3.2027 statt 1.1.2027", "das Jobcenter statt die Person selbst" */
  readonly details: readonly string[];
}
type Comparable = Pick<AgreedGoal, "id" | "de" | "lifeArea"> & { readonly measures: readonly Pick<AgreedMeasure, "id" | "de" | "who" | "dueOn">[] };

/** From one state to the next: by id, so that a step that was reworded is one that changed. */
export function compareGoals(before: readonly Comparable[], after: readonly Comparable[], say: { day: (d: CalendarDay) => string; who: (w: AgreedMeasure["who"]) => string }): Change[] {
  const changes: Change[] = [];
  for (const goal of after) {
    const old = before.find((g) => g.id === goal.id);
    if (old === undefined) changes.push({ kind: "added", what: "goal", title: goal.de, details: [] });
    else if (old.de !== goal.de) changes.push({ kind: "changed", what: "goal", title: goal.de, details: [`vorher: ${old.de}`] });
    for (const m of goal.measures) {
      const known = old?.measures.find((o) => o.id === m.id);
      if (known === undefined) {
        if (old !== undefined) changes.push({ kind: "added", what: "measure", title: m.de, details: [say.who(m.who), `bis ${say.day(m.dueOn)}`] });
        continue;
      }
      const details = [
        ...(known.de === m.de ? [] : [`vorher: ${known.de}`]),
        ...(known.dueOn === m.dueOn ? [] : [`bis ${say.day(m.dueOn)} statt ${say.day(known.dueOn)}`]),
        ...(say.who(known.who) === say.who(m.who) ? [] : [`${say.who(m.who)} statt ${say.who(known.who)}`]),
      ];
      if (details.length > 0) changes.push({ kind: "changed", what: "measure", title: m.de, details });
    }
    for (const gone of old?.measures.filter((o) => !goal.measures.some((m) => m.id === o.id)) ?? []) changes.push({ kind: "removed", what: "measure", title: gone.de, details: [] });
  }
  for (const gone of before.filter((g) => !after.some((a) => a.id === g.id))) changes.push({ kind: "removed", what: "goal", title: gone.de, details: [] });
  return changes;
}

/** The plan of today as an agreement would have it: what was dropped is out, what is done stays. */
export const agreedMeasure = (m: Measure, other = ""): AgreedMeasure => ({ id: m.id, de: m.title, other, who: { kind: m.responsible.kind, name: m.responsible.kind === "account" || m.responsible.kind === "office" ? m.responsible.name : "" }, dueOn: m.dueOn });
export const liveMeasures = (goal: Goal): Measure[] => goal.measures.filter((m) => m.state !== "dropped");

/** What of the plan is other now than it was agreed. A goal that came to its end is no change, and one left out on purpose neither. */
export function changesSince(content: AgreementContent, plan: Plan, say: Parameters<typeof compareGoals>[2]): Change[] {
  const agreed = new Set(content.goals.map((g) => g.id));
  const ended = new Set(plan.goals.filter((g) => g.state === "closed").map((g) => g.id));
  const now = plan.goals.filter((g) => g.state === "open" && (agreed.has(g.id) || !content.considered.includes(g.id)));
  return compareGoals(content.goals.filter((g) => !ended.has(g.id)), now.map((g) => ({ id: g.id, de: g.title, lifeArea: g.lifeArea, measures: liveMeasures(g).map((m) => agreedMeasure(m)) })), say);
}
