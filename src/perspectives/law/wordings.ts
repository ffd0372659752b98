import { wordingsOf } from "../outlook/statutes.ts";
import type { ConditionShown } from "./law-view.ts";
import type { Wording } from "./rule.page.tsx";

/** The wording that the citation of each condition points at; none where it is an older one or a decision. */
export const wordingsByCondition = (conditions: readonly ConditionShown[]): ReadonlyMap<string, readonly Wording[]> => new Map(conditions.map(({ id, citation }) => [id, wordingsOf(citation)]));
