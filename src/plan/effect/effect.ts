import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { Goal } from "../read-plan.ts";

/** A level of a life area that was found on a day. */
export interface LevelOn {
  readonly on: CalendarDay;
  readonly level: number;
}
/** Per person and life area, in time. */
export interface AreaLevels {
  readonly personId: string;
  readonly lifeArea: string;
  readonly levels: readonly LevelOn[];
}
export interface AreaEffect {
  readonly personId: string;
  readonly lifeArea: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly goals: readonly Goal[];
}
export interface Effect {
  readonly areas: readonly AreaEffect[];
  /** goals with a result, and how many of them were reached at least as agreed */
  readonly judged: number;
  readonly reached: number;
  /** how many goals stand at −2, −1, 0, 1, 2 */
  readonly spread: readonly number[];
}

/** What changed: the first and the last level of each life area with a goal or an assessment, and how far its goals were reached. */
export function effectOf(goals: readonly Goal[], assessed: readonly AreaLevels[]): Effect {
  const keys = new Map<string, { personId: string; lifeArea: string }>();
  for (const one of [...goals.filter((g) => g.state !== "dropped"), ...assessed]) keys.set(`${one.personId} ${one.lifeArea}`, { personId: one.personId, lifeArea: one.lifeArea });
  const areas = [...keys.values()].map(({ personId, lifeArea }): AreaEffect => {
    const own = goals.filter((g) => g.personId === personId && g.lifeArea === lifeArea && g.state !== "dropped");
    const levels = [...(assessed.find((a) => a.personId === personId && a.lifeArea === lifeArea)?.levels ?? [])].toSorted((a, b) => a.on.localeCompare(b.on));
    const set = own.map((g) => g.levelBefore).find((l) => l !== null) ?? null;
    const found = own.toReversed().map((g) => g.levelAfter).find((l) => l !== null) ?? null;
    // what a review found is the later word; the first assessment is the earlier one
    const before = levels[0]?.level ?? set;
    const after = found ?? (levels.length > 1 ? levels.at(-1)!.level : null);
    return { personId, lifeArea, before, after, goals: own };
  });
  const judged = goals.filter((g) => g.attainment !== null && g.state !== "dropped");
  return { areas, judged: judged.length, reached: judged.filter((g) => g.attainment! >= 0).length, spread: [-2, -1, 0, 1, 2].map((n) => judged.filter((g) => g.attainment === n).length) };
}
