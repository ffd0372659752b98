import { addDays, addMonths, type CalendarDay, daysBetween } from "../../kernel/calendar-day.ts";
import type { DayKind } from "../deadlines/upcoming-days.ts";
import { type SwitchTemplate, switchTemplates } from "./templates.ts";

export interface PersonDay {
  readonly personId: string;
  readonly rule: string;
  readonly kind: DayKind;
  readonly day: CalendarDay;
  readonly detail: string;
  readonly isCertain: boolean;
}
/** A checklist or a declined proposal: what is settled is not proposed again. */
export interface KnownSwitch {
  readonly personId: string;
  readonly template: string;
  readonly eventOn: CalendarDay;
}
export interface Proposal {
  readonly personId: string;
  readonly template: SwitchTemplate;
  readonly eventOn: CalendarDay;
  readonly isCertain: boolean;
}

/** A day that moves by less than this is the same switch: facts are made precise, a last day is corrected. */
const SAME_SWITCH_DAYS = 60;

/** What is due to be proposed today: the first lead time of the template has come, and nobody took it on or declined it. */
export function proposalsOf(days: readonly PersonDay[], known: readonly KnownSwitch[], today: CalendarDay): readonly Proposal[] {
  const papers = new Map(days.filter((d) => d.kind === "ends").map((d) => [d.personId, d.detail]));
  const found = new Map<string, Proposal>();
  for (const day of days.toSorted((a, b) => a.day.localeCompare(b.day))) {
    for (const template of switchTemplates) {
      const key = `${day.personId} ${template.key}`;
      if (found.has(key) || !isTriggered(template, day, papers.get(day.personId) ?? "")) continue;
      if (addMonths(day.day, -Math.max(...template.leadMonths)) > today || day.day < today) continue;
      if (known.some((k) => k.personId === day.personId && k.template === template.key && Math.abs(daysBetween(k.eventOn, day.day)) < SAME_SWITCH_DAYS)) continue;
      found.set(key, { personId: day.personId, template, eventOn: day.day, isCertain: day.isCertain });
    }
  }
  return [...found.values()];
}

function isTriggered({ trigger }: SwitchTemplate, day: PersonDay, paper: string): boolean {
  return trigger !== null && trigger.kind === day.kind && trigger.rule.split("|").includes(day.rule)
    && new RegExp(trigger.detail).test(day.detail) && (trigger.unlessPaper === undefined || !new RegExp(trigger.unlessPaper).test(paper));
}

/** What was due before the list was taken on gets a week: nothing begins overdue. */
const GRACE_DAYS = 7;
export function dueOf(eventOn: CalendarDay, days: number, today: CalendarDay): CalendarDay {
  const due = addDays(eventOn, days);
  const earliest = addDays(today, GRACE_DAYS);
  return due < earliest ? earliest : due;
}
