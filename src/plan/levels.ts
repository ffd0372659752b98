import { findProfile } from "../assessment/index.ts";
import type { ReadTx } from "../db/index.ts";
import type { AreaLevels } from "./effect/effect.ts";
import type { Goal, Keys } from "./read-plan.ts";

/** Per person and life area the levels that assessments found, in time. */
export async function levelsOfCase(tx: ReadTx, asking: Keys, caseId: string): Promise<AreaLevels[]> {
  const { persons } = await findProfile(tx, asking, caseId);
  return persons.flatMap(({ personId, assessments }) => {
    const points = assessments.flatMap((a) => a.entries.flatMap((e) => (e.level === null ? [] : [{ lifeArea: e.lifeArea, on: a.assessedOn, level: e.level }])));
    return [...Map.groupBy(points, (p) => p.lifeArea)].map(([lifeArea, levels]) => ({ personId, lifeArea, levels: levels.map(({ on, level }) => ({ on, level })) }));
  });
}

const latest = (of: readonly AreaLevels[], personId: string, lifeArea: string): number | null =>
  of.find((a) => a.personId === personId && a.lifeArea === lifeArea)?.levels.toSorted((a, b) => a.on.localeCompare(b.on)).at(-1)?.level ?? null;

/** The level of a life area when a goal is set: the latest that was found; null where there is none. */
export const levelOf = async (tx: ReadTx, asking: Keys, caseId: string, personId: string, lifeArea: string): Promise<number | null> => latest(await levelsOfCase(tx, asking, caseId), personId, lifeArea);

/** What a review proposes for each goal. */
export async function levelsOfGoals(tx: ReadTx, asking: Keys, caseId: string, goals: readonly Goal[]): Promise<ReadonlyMap<string, number>> {
  const levels = await levelsOfCase(tx, asking, caseId);
  return new Map(goals.flatMap((g) => { const level = latest(levels, g.personId, g.lifeArea); return level === null ? [] : [[g.id, level] as const]; }));
}
