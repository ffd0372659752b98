import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { ConditionState, Outcome, Path, Rule, UsedThreshold } from "../../rules/index.ts";
import type { Wording } from "./statutes.ts";

export interface Missing {
  readonly key: string;
  readonly question: string;
  /** the person's to give: nobody asks for it first (§ 87 AufenthG) */
  readonly isAdverse: boolean;
}
export interface ConditionView {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  readonly citation: string;
  readonly state: ConditionState;
  /** met only if nothing of what nobody asks for is the case */
  readonly isReserved: boolean;
  readonly metFrom: CalendarDay | null;
  readonly endsOn: CalendarDay | null;
  readonly values: readonly { readonly key: string; readonly question: string; readonly value: string }[];
  readonly missing: readonly Missing[];
  readonly thresholds: readonly UsedThreshold[];
  readonly evidence: readonly string[];
  readonly isFinding: boolean;
  readonly bridge: string | null;
  readonly remedy: string | null;
  readonly wordings: readonly Wording[];
}
/** What to do, until when, with whom. */
export interface NextStep {
  readonly what: string;
  readonly until: CalendarDay | null;
  readonly withWhom: string | null;
}
export interface RightView {
  readonly rule: string;
  readonly title: string;
  readonly norm: string;
  readonly group: Rule["group"];
  readonly gives: string;
  readonly why: string;
  /** null: the law of the day is not known here */
  readonly outcome: Outcome | null;
  /** of tables: the sentence of the line that applies, with its citation */
  readonly line: { readonly sentence: string; readonly citation: string; readonly wordings: readonly Wording[] } | null;
  readonly possibleFrom: CalendarDay | null;
  readonly metFrom: CalendarDay | null;
  readonly closesOn: CalendarDay | null;
  readonly changes: readonly { readonly from: CalendarDay; readonly outcome: Outcome }[];
  readonly conditions: readonly ConditionView[];
  readonly missing: readonly Missing[];
  /** the answer holds if nothing of this is the case (§ 87 AufenthG: nobody asks for it) */
  readonly reserved: readonly Missing[];
  readonly steps: readonly NextStep[];
  readonly notes: readonly string[];
  readonly office: string;
  readonly isUnverified: boolean;
}
export interface OtherRule {
  readonly rule: string;
  readonly title: string;
  readonly norm: string;
  readonly outcome: Outcome | null;
  readonly from: CalendarDay | null;
  /** empty: not a goal, only not of today */
  readonly why: string;
}
export interface Span {
  readonly label: string;
  readonly from: CalendarDay;
  readonly to: CalendarDay | null;
  readonly kind: string;
}
export interface DayThatCounts {
  readonly day: CalendarDay;
  readonly what: string;
  readonly rule: string | null;
}
/** All that the pages show of one person on one day. */
export interface Outlook {
  readonly status: string;
  readonly paperEnds: CalendarDay | null;
  readonly rights: readonly RightView[];
  readonly goals: readonly OtherRule[];
  readonly others: readonly OtherRule[];
  readonly papers: readonly Span[];
  readonly windows: readonly Span[];
  readonly systems: readonly Span[];
  readonly days: readonly DayThatCounts[];
  readonly ways: readonly Path[];
  readonly missing: readonly Missing[];
}
