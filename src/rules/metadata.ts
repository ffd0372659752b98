import type { CalendarDay } from "../kernel/calendar-day.ts";
import { allRules } from "./all-rules.ts";
import { factCatalogue } from "./catalogue/catalogue.ts";
import { dayOfNumber } from "./engine/day-number.ts";
import type { FactSpec } from "./engine/facts.ts";
import type { LawBook } from "./engine/parameters.ts";
import type { Rule, RuleGroup } from "./engine/rule.ts";
import { usedThreshold, type UsedThreshold } from "./evaluate/explain.ts";
import { factsOf, parametersOf, reachesBackTo } from "./evaluate/reach.ts";
import { lawBook } from "./law-book.ts";

/** What a page about the law shows of a rule. */
export interface RuleMetadata {
  readonly id: string;
  readonly title: string;
  readonly norm: string;
  readonly group: RuleGroup;
  readonly gives: string;
  readonly notes: readonly string[];
  readonly conditions: readonly { readonly id: string; readonly title: string; readonly sentence: string; readonly citation: string; readonly evidence: readonly string[]; readonly isFinding: boolean }[];
  readonly facts: readonly FactSpec[];
  readonly harmless: Readonly<Record<string, string>>;
  /** every version of every threshold, the unverified marked */
  readonly parameters: readonly UsedThreshold[];
  /** first day for which the law is known here; null: the text of today, with no first day */
  readonly reachesBackTo: CalendarDay | null;
}

export const listRules = (book: LawBook = lawBook): readonly RuleMetadata[] => allRules.map((rule) => metadataOf(rule, book));

export function metadataOf(rule: Rule, book: LawBook = lawBook): RuleMetadata {
  const { required, optional } = parametersOf(rule);
  const first = reachesBackTo(rule, book);
  return {
    id: rule.id,
    title: rule.title,
    norm: rule.norm,
    group: rule.group,
    gives: rule.gives,
    notes: rule.notes ?? [],
    conditions: rule.conditions.map((condition) => ({ id: condition.id, title: condition.title, sentence: condition.sentence, citation: condition.citation, evidence: condition.evidence, isFinding: "isFinding" in condition && condition.isFinding })),
    facts: factsOf(rule).flatMap((key) => factCatalogue.get(key) ?? []),
    harmless: rule.harmless ?? {},
    parameters: [...required, ...optional].flatMap((id) => book.versionsOf(id).map(usedThreshold)),
    reachesBackTo: Math.abs(first) < 5_000_000 ? dayOfNumber(first) : null,
  };
}

/** Every threshold with every version, also those that are only shown. */
export const listParameters = (book: LawBook = lawBook): readonly UsedThreshold[] => [...book.all()].map(usedThreshold);
