import { findRule, type Rule } from "../../rules/index.ts";

/** Which rights an authority checks papers for: each its own side of the law. */
const OF_ROLE: Readonly<Record<string, readonly string[]>> = {
  immigration_officer: ["AUFENTHG_25B_1", "AUFENTHG_25A_1", "AUFENTHG_25A_2_PARENT", "AUFENTHG_25B_4", "AUFENTHG_25B_6"],
  naturalisation_officer: ["STAG_10_1", "STAG_10_2", "STAG_9_1", "STAG_8"],
};
export const rightsOf = (roles: readonly string[]): readonly Rule[] => roles.flatMap((role) => OF_ROLE[role] ?? []).flatMap((id) => findRule(id) ?? []);
/** "§ 25b Abs. 1 AufenthG"; a rule that is no longer there keeps its code, so that nothing is hidden. */
export const normOf = (rule: string): string => findRule(rule)?.norm ?? rule;
export const titleOf = (rule: string): string => findRule(rule)?.title ?? rule;

/** Found by the office itself: nobody is asked to bring it, and it stands in no letter. */
const FROM_THE_OFFICE: readonly RegExp[] = [/^Auszug aus dem (AZR|Bundeszentralregister)$/, /^Ausländerakte$/, /^Melderegister$/, /^Auskunft des Verfassungsschutzes/, /^Register nach § 33 StAG$/, /^Niederschrift bei der Behörde$/, /^Vermerk über ein Gespräch$/];
export const isFromTheOffice = (evidence: string): boolean => FROM_THE_OFFICE.some((pattern) => pattern.test(evidence));

/** Naturalisation is applied for with the Land: this product only leads there, and repeats nothing of it. */
export const NATURALISATION_SERVICE = { href: "https://www.antragsservice-einbuergerung.de", label: "Antragsservice Einbürgerung des Landes" } as const;
