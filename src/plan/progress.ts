import { addDays, type CalendarDay, daysBetween } from "../kernel/calendar-day.ts";
import type { Goal, Measure, Plan } from "./read-plan.ts";

export type Standing = "done" | "running" | "open" | "overdue";
/** Null for what was dropped: it is neither done nor to do. */
export const standingOf = (m: Pick<Measure, "state" | "dueOn">, today: CalendarDay): Standing | null =>
  m.state === "dropped" ? null : m.state === "done" ? "done" : m.dueOn < today ? "overdue" : m.state;

export type Counts = Readonly<Record<Standing, number>> & { readonly total: number };
export function countsOf(measures: readonly Measure[], today: CalendarDay): Counts {
  const counts = { done: 0, running: 0, open: 0, overdue: 0, total: 0 };
  for (const m of measures) {
    const standing = standingOf(m, today);
    if (standing === null) continue;
    counts[standing] += 1;
    counts.total += 1;
  }
  return counts;
}
export const openGoals = (plan: Plan): Goal[] => plan.goals.filter((g) => g.state === "open");

/** The days that a drawing of the plan covers: all that is due or done, today among them, and a little air. */
export function spanOf(goals: readonly Goal[], today: CalendarDay): { readonly first: CalendarDay; readonly last: CalendarDay } {
  const days = [today, ...goals.flatMap((g) => g.measures.filter((m) => m.state !== "dropped").map((m) => m.doneOn ?? m.dueOn))].toSorted();
  const [first, last] = [days[0]!, days.at(-1)!];
  const air = Math.max(7, Math.round(daysBetween(first, last) / 20));
  return { first: addDays(first, -air), last: addDays(last, air) };
}
