import type { ConditionShown } from "./law-view.ts";
import type { Wording } from "./rule.page.tsx";

/** The wording that the citation of each condition points at. */
export const wordingsByCondition = (_conditions: readonly ConditionShown[]): ReadonlyMap<string, readonly Wording[]> => new Map();
