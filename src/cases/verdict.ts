import { Refused } from "../kernel/errors.ts";
import type { Decision, Refusal } from "../kernel/refusal.ts";

/** What was decided, or all refusals at once. */
export function granted<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new Refused(decision.refusals);
  return decision.value;
}

/** Life areas that the tenant does not have; those that stood there before may stay though they are retired since. */
export const unknownAreas = (chosen: readonly string[], known: readonly string[]): Refusal[] =>
  chosen.every((area) => known.includes(area)) ? [] : [{ code: "unknown-life-area", field: "lifeAreas", sentence: "Diesen Lebensbereich gibt es nicht. Wählen Sie aus der Liste." }];
