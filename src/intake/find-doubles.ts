import type { Pair } from "../persons/index.ts";
import type { Proposal } from "./import-list.ts";

/** Ids in the comparison: `r<line>` for rows of the list, `p<uuid>` for records that were there before. */
export const rowKey = (line: number): string => `r${line}`;
export const personKey = (id: string): string => `p${id}`;
const isRow = (key: string): boolean => key.startsWith("r");
const lineOf = (key: string): number => Number(key.slice(1));

export interface Doubles {
  /** the one question put to whoever checks this row */
  readonly asked: Proposal | null;
  /** all likely doubles of the row, the asked one among them */
  readonly all: readonly Proposal[];
}

const proposalOf = (other: string, pair: Pair): Proposal => ({
  ...(isRow(other) ? { row: lineOf(other) } : { person: other.slice(1) }),
  score: Math.round(pair.score * 100) / 100,
  reasons: pair.reasons.filter((reason) => reason.speaks === "for").map((reason) => reason.sentence),
});

/** Whose record stands for a group of doubles: one that was there before, else the last line of the list. */
const standsBefore = (a: string, b: string): boolean => (isRow(a) === isRow(b) ? (isRow(a) ? lineOf(a) > lineOf(b) : a < b) : !isRow(a));

class Groups {
  readonly #parent = new Map<string, string>();
  find(key: string): string {
    let at = key;
    for (let up = this.#parent.get(at); up !== undefined; up = this.#parent.get(at)) at = up;
    return at;
  }
  join(a: string, b: string): boolean {
    const [x, y] = [this.find(a), this.find(b)];
    // two records that were there before are a matter of the page of doubles, not of this list
    if (x === y || (!isRow(x) && !isRow(y))) return false;
    const [top, low] = standsBefore(x, y) ? [x, y] : [y, x];
    this.#parent.set(low, top);
    return true;
  }
}

/**
 * One question per row, so that n rows that may be one person are n − 1 questions and none is asked twice: a tree of the
 * likeliest pairs, each row asked about its way towards the record that stands for the group.
 */
export function askedPairs(pairs: readonly Pair[]): Map<string, { other: string; pair: Pair }> {
  const groups = new Groups();
  const edges = new Map<string, { other: string; pair: Pair }[]>();
  const add = (from: string, other: string, pair: Pair): void => void edges.set(from, [...(edges.get(from) ?? []), { other, pair }]);
  for (const pair of [...pairs].sort((a, b) => b.score - a.score)) {
    if ((!isRow(pair.a) && !isRow(pair.b)) || !groups.join(pair.a, pair.b)) continue;
    add(pair.a, pair.b, pair);
    add(pair.b, pair.a, pair);
  }
  const asked = new Map<string, { other: string; pair: Pair }>();
  for (const root of new Set([...edges.keys()].map((key) => groups.find(key)))) {
    const queue = [root];
    const seen = new Set(queue);
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      for (const { other, pair } of edges.get(at) ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        asked.set(other, { other: at, pair });
        queue.push(other);
      }
    }
  }
  return asked;
}

/** By line: what is asked, and all that is likely. */
export function doublesByRow(pairs: readonly Pair[]): Map<number, Doubles> {
  const asked = askedPairs(pairs);
  const all = new Map<number, Proposal[]>();
  for (const pair of pairs) {
    for (const [self, other] of [[pair.a, pair.b], [pair.b, pair.a]] as const) {
      if (isRow(self)) all.set(lineOf(self), [...(all.get(lineOf(self)) ?? []), proposalOf(other, pair)]);
    }
  }
  const result = new Map<number, Doubles>();
  for (const [line, proposals] of all) {
    const question = asked.get(rowKey(line));
    result.set(line, { asked: question === undefined ? null : proposalOf(question.other, question.pair), all: proposals });
  }
  return result;
}
