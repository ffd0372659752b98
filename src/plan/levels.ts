import type { ReadTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";
import type { AreaLevels } from "./effect/effect.ts";
import type { Goal } from "./read-plan.ts";

/** Per person and life area the levels that the assessment found, in time. */
export async function levelsOfCase(_tx: ReadTx, _asking: Asking, _caseId: string): Promise<AreaLevels[]> {
  return [];
}

const latest = (of: readonly AreaLevels[], personId: string, lifeArea: string): number | null =>
  of.find((a) => a.personId === personId && a.lifeArea === lifeArea)?.levels.toSorted((a, b) => a.on.localeCompare(b.on)).at(-1)?.level ?? null;

/** The level of a life area when a goal is set: the latest that was found; null where there is none. */
export const levelOf = async (tx: ReadTx, asking: Asking, caseId: string, personId: string, lifeArea: string): Promise<number | null> => latest(await levelsOfCase(tx, asking, caseId), personId, lifeArea);

/** What a review proposes for each goal. */
export async function levelsOfGoals(tx: ReadTx, asking: Asking, caseId: string, goals: readonly Goal[]): Promise<ReadonlyMap<string, number>> {
  const levels = await levelsOfCase(tx, asking, caseId);
  return new Map(goals.flatMap((g) => { const level = latest(levels, g.personId, g.lifeArea); return level === null ? [] : [[g.id, level] as const]; }));
}
