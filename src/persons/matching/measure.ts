import type { Pair } from "./third-row.ts";

export interface Measure {
  readonly proposed: number;
  readonly truePairs: number;
  readonly found: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly wrong: readonly Pair[];
  readonly missed: readonly (readonly [string, string])[];
}

const pairKey = (a: string, b: string): string => (a < b ? `${a}\u0000${b}` : `${b}\u0000${a}`);

/** Compares proposed pairs with a truth (row id → person); every two rows of one person are a true pair. */
export function measurePairs(pairs: readonly Pair[], truth: ReadonlyMap<string, string | number>): Measure {
  const rowsOf = new Map<string | number, string[]>();
  for (const [row, person] of truth) rowsOf.set(person, [...(rowsOf.get(person) ?? []), row]);
  const proposed = new Set(pairs.map((pair) => pairKey(pair.a, pair.b)));
  const missed: (readonly [string, string])[] = [];
  let truePairs = 0;
  for (const rows of rowsOf.values()) {
    for (const [i, a] of rows.entries()) {
      for (const b of rows.slice(i + 1)) {
        truePairs += 1;
        if (!proposed.has(pairKey(a, b))) missed.push([a, b]);
      }
    }
  }
  const found = truePairs - missed.length;
  const wrong = pairs.filter((pair) => truth.get(pair.a) === undefined || truth.get(pair.a) !== truth.get(pair.b));
  const precision = pairs.length === 0 ? 1 : found / pairs.length;
  const recall = truePairs === 0 ? 1 : found / truePairs;
  return { proposed: pairs.length, truePairs, found, precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall), wrong, missed };
}
