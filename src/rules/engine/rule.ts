import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { Expr } from "./expression.ts";

/** What a rule can come to. The words are the law's; nothing here says that somebody has decided. */
export type Outcome =
  | "MUSS" | "SOLL" | "KANN" | "NEIN" | "VERSAGT" | "AUSGESETZT" | "OFFEN"
  | "FIKTION_MOEGLICH" | "KEINE_FIKTION"
  | "BERECHTIGT" | "AUSGESCHLOSSEN" | "ANSPRUCH" | "PFLICHT" | "BERECHTIGUNG_MOEGLICH"
  | "NUR_ORIENTIERUNGSKURS" | "VERPFLICHTET" | "ZULASSUNG_ERMESSEN" | "ZULASSUNG_GESPERRT"
  | "ASYLBLG_1A" | "ASYLBLG_1_4" | "ASYLBLG_2" | "ASYLBLG_3" | "AUSGESCHLOSSEN_SGB_II" | "KEINE"
  | "SGB_II" | "SGB_VIII" | "SGB_XII_3" | "SGB_XII_4";

/** A condition known to fail gives this. "VERSAGT" only where the law says so in words, or names a bar. */
export type Failure = "NEIN" | "VERSAGT" | "AUSGESCHLOSSEN" | "AUSGESETZT";

/** What the authority may do where the condition fails: the consequence becomes KANN. */
export interface Bridge {
  readonly when: Expr;
  readonly citation: string;
  readonly sentence: string;
}

export interface Condition {
  readonly id: string;
  readonly title: string;
  /** in plain German: what is demanded */
  readonly sentence: string;
  readonly citation: string;
  readonly holds: Expr;
  readonly failure?: Failure;
  readonly bridge?: Bridge;
  /** papers that prove it */
  readonly evidence: readonly string[];
  /** in plain German: what would have to change; absent where nothing can be done but wait */
  readonly remedy?: string;
  /** an undefined legal term: a named person finds it, on a day */
  readonly isFinding?: true;
}

interface RuleHead {
  readonly id: string;
  readonly title: string;
  readonly norm: string;
  readonly group: RuleGroup;
  /** in plain German: what it gives */
  readonly gives: string;
  /** the text that is told here is known from this day on, where no parameter says so */
  readonly since?: string;
  /** law that binds by an event is that of the event's day: the fact that holds it (§ 4 Abs. 3 StAG) */
  readonly lawOfDay?: string;
  /** facts of the vocabulary that the law does not look at here, each with why */
  readonly harmless?: Readonly<Record<string, string>>;
  /** what the reader should know beside the conditions: risks, atypical cases, practice */
  readonly notes?: readonly string[];
}
export type RuleGroup = "aufenthalt" | "duldung" | "niederlassung" | "einbuergerung" | "kurs" | "leistung";

/** Conditions that must all hold, and what the law then says. */
export interface RightRule extends RuleHead {
  readonly kind: "right";
  /** a word, or the parameter that says it by day */
  readonly consequence: Outcome | { readonly parameter: string };
  readonly conditions: readonly Condition[];
}

/** One line of a decision table. */
export interface Row {
  readonly outcome: Outcome;
  readonly when: Expr;
  readonly citation: string;
  readonly sentence: string;
  /** conditions that this line names as failing */
  readonly unmet?: readonly string[];
  /** the condition to name while it is open whether this line applies */
  readonly question: string;
}

/** The first line that applies decides. */
export interface TableRule extends RuleHead {
  readonly kind: "table";
  readonly rows: readonly Row[];
  /** the conditions that the lines name, with their words */
  readonly conditions: readonly TableCondition[];
}
export interface TableCondition {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  readonly citation: string;
  readonly evidence: readonly string[];
  readonly remedy?: string;
}

export type Rule = RightRule | TableRule;

export type ConditionState = "met" | "unmet" | "bridged" | "unknown";
export interface Judgement {
  readonly outcome: Outcome;
  readonly unmet: readonly string[];
}
export type { CalendarDay };
