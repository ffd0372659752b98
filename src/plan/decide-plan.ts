import { type CalendarDay, addMonths } from "../kernel/calendar-day.ts";
import { decide, type Decision, type Refusal } from "../kernel/refusal.ts";
import type { ResponsibleKind } from "./plan-words.ts";

export interface GoalInput {
  readonly personId: string;
  readonly lifeArea: string;
  readonly wish: string;
  readonly wishLanguage: string;
  readonly goal: string;
  readonly isEntrusted: boolean;
}
export interface GoalFacts {
  readonly personIds: readonly string[];
  readonly lifeAreas: readonly string[];
  readonly isEnded: boolean;
}
const ENDED: Refusal = { code: "case-ended", sentence: "Der Fall ist abgeschlossen. Nehmen Sie ihn wieder auf, um am Plan zu arbeiten." };

export function decideGoal(input: GoalInput, facts: GoalFacts): Decision<GoalInput> {
  const refusals: Refusal[] = [];
  if (facts.isEnded) refusals.push(ENDED);
  if (!facts.personIds.includes(input.personId)) refusals.push({ code: "person-not-of-the-case", field: "personId", sentence: "Wählen Sie eine Person des Falls." });
  if (!facts.lifeAreas.includes(input.lifeArea)) refusals.push({ code: "unknown-life-area", field: "lifeArea", sentence: "Wählen Sie einen Lebensbereich." });
  if (input.wish === "" && input.goal === "") refusals.push({ code: "goal-missing", field: "wish", sentence: "Schreiben Sie, was die Person erreichen möchte, am besten in ihren Worten." });
  return decide(refusals, () => input);
}

/** Who does it: `person`, `volunteer`, `account:<id>` or `office:<id>`, as the one select of the form has it. */
export interface Responsible {
  readonly kind: ResponsibleKind;
  readonly accountId: string | null;
  readonly organisationId: string | null;
}
export function readResponsible(typed: string): Responsible | null {
  if (typed === "person" || typed === "volunteer") return { kind: typed, accountId: null, organisationId: null };
  const [kind, id] = typed.split(":");
  if (id === undefined || !/^[0-9a-f-]{36}$/.test(id)) return null;
  if (kind === "account") return { kind, accountId: id, organisationId: null };
  if (kind === "office") return { kind, accountId: null, organisationId: id };
  return null;
}
export const writtenResponsible = (r: Responsible): string => (r.accountId !== null ? `account:${r.accountId}` : r.organisationId !== null ? `office:${r.organisationId}` : r.kind);

export interface MeasureInput {
  readonly title: string;
  readonly responsible: string;
  readonly dueOn: CalendarDay;
  readonly isEntrusted: boolean;
}
export interface MeasureFacts {
  readonly today: CalendarDay;
  readonly accountIds: readonly string[];
  readonly organisationIds: readonly string[];
  readonly isEnded: boolean;
  /** what stood there before may stay */
  readonly before?: { readonly dueOn: CalendarDay; readonly responsible: string };
}
const YEARS_AHEAD = 5;

export function decideMeasure(input: MeasureInput, facts: MeasureFacts): Decision<MeasureInput & { readonly who: Responsible }> {
  const refusals: Refusal[] = [];
  if (facts.isEnded) refusals.push(ENDED);
  if (input.title === "") refusals.push({ code: "title-missing", field: "title", sentence: "Schreiben Sie, was getan wird." });
  const who = readResponsible(input.responsible);
  const isKept = facts.before?.responsible === input.responsible;
  if (who === null || (!isKept && ((who.accountId !== null && !facts.accountIds.includes(who.accountId)) || (who.organisationId !== null && !facts.organisationIds.includes(who.organisationId)))))
    refusals.push({ code: "nobody-responsible", field: "responsible", sentence: "Wählen Sie, wer es tut." });
  else if (input.isEntrusted && (who.kind === "office" || who.kind === "volunteer"))
    refusals.push({ code: "entrusted-stays-in-the-team", field: "responsible", sentence: "Anvertrautes bleibt im Team: Eine Stelle oder jemand aus dem Ehrenamt kann es nicht tun.", norm: "§ 203 StGB" });
  if (input.dueOn !== facts.before?.dueOn && input.dueOn < facts.today) refusals.push({ code: "due-in-the-past", field: "dueOn", sentence: "Der Tag liegt in der Vergangenheit." });
  if (input.dueOn > addMonths(facts.today, YEARS_AHEAD * 12)) refusals.push({ code: "due-too-far", field: "dueOn", sentence: `Der Tag liegt mehr als ${YEARS_AHEAD} Jahre voraus. Nehmen Sie den nächsten Schritt.` });
  return decide(refusals, () => ({ ...input, who: who! }));
}
