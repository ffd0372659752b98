import type { Comparison } from "./compare-persons.ts";

export interface Pair extends Comparison {
  readonly a: string;
  readonly b: string;
}

/** How unlikely (score) a pair may look on its own and still be proposed because both resemble the same third row. */
const NOT_BELOW = -6;

/**
 * Three rows of one person: where a–b and b–c are likely, a–c belongs to them although these two have little in common
 * (one lacks the birth date, the other the telephone). Only likely pairs carry, so that no chain grows over strangers.
 */
export function pairsThroughThirdRow(pairs: readonly Pair[], compare: (a: string, b: string) => Comparison | null): Pair[] {
  const likely = new Map<string, Set<string>>();
  const known = new Set(pairs.flatMap((pair) => [`${pair.a}\u0000${pair.b}`, `${pair.b}\u0000${pair.a}`]));
  const link = (a: string, b: string): void => {
    likely.set(a, (likely.get(a) ?? new Set<string>()).add(b));
  };
  for (const pair of pairs) {
    if (pair.verdict !== "same-likely") continue;
    link(pair.a, pair.b);
    link(pair.b, pair.a);
  }
  const added: Pair[] = [];
  for (const friends of likely.values()) {
    const list = [...friends].slice(0, 12);
    for (const [i, a] of list.entries()) {
      for (const b of list.slice(i + 1)) {
        if (known.has(`${a}\u0000${b}`)) continue;
        known.add(`${a}\u0000${b}`).add(`${b}\u0000${a}`);
        const own = compare(a, b);
        if (own === null || own.score < NOT_BELOW) continue;
        const reason = { field: "name", sentence: "beide gleichen derselben dritten Zeile", speaks: "for" } as const;
        added.push({ a, b, ...own, verdict: "possible", reasons: [reason, ...own.reasons] });
      }
    }
  }
  return added;
}
