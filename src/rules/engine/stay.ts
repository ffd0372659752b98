import { afterMonths, NEVER, type DayNumber } from "./day-number.ts";
import type { Fact, ListItem } from "./facts.ts";

/** A time of residence on one basis; `to` is its last day. */
export interface Period {
  readonly basis: string;
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** The periods that are fully known; `complete` is false where a day or a basis is unknown. */
export function periodsOf(fact: Fact | undefined): Periods {
  if (!Array.isArray(fact)) return NONE;
  const known = read.get(fact);
  if (known !== undefined) return known;
  const periods = readPeriods(fact);
  read.set(fact, periods);
  return periods;
}

interface Periods {
  readonly periods: readonly Period[];
  readonly complete: boolean;
}
const NONE: Periods = { periods: [], complete: true };
// one history is read by many rules on many days
const read = new WeakMap<readonly ListItem[], Periods>();

function readPeriods(fact: Fact): Periods {
  const items = Array.isArray(fact) ? (fact as readonly ListItem[]) : [];
  const periods: Period[] = [];
  for (const { basis, from, to } of items) {
    if (typeof basis === "string" && typeof from === "number") periods.push({ basis, from, to: typeof to === "number" ? to : NEVER });
  }
  return { periods: periods.sort((a, b) => a.from - b.from), complete: periods.length === items.length };
}

export interface Counting {
  /** whether a basis counts, stands still (neither counts nor interrupts: § 60b Abs. 5 S. 1 AufenthG), or interrupts */
  readonly as: (basis: string, period: Period) => "counts" | "stands still" | "interrupts";
  /** gaps up to so many months are harmless */
  readonly gapMonths: number;
  readonly oneGapOnly: boolean;
}

/** An uninterrupted stay that lasts on a day. */
export interface Chain {
  readonly from: DayNumber;
  /** last day of its latest known period */
  readonly to: DayNumber;
  /** days since `from` that are not counted */
  readonly still: number;
  /** on the day asked the time stands still */
  readonly isStill: boolean;
}

/** The uninterrupted stay that reaches a day, backwards from it; null where there is none. */
export function chainAt(periods: readonly Period[], day: DayNumber, counting: Counting): Chain | null {
  const past = periods.filter((period) => period.from <= day && counting.as(period.basis, period) !== "interrupts");
  const chain: Period[] = [];
  let from = NEVER;
  let gaps = 0;
  for (const period of past.toReversed()) {
    const endsBefore = Math.min(period.to, day);
    if (chain.length === 0) {
      // a later period may have ended while an earlier one still runs
      if (endsBefore < day) continue;
    } else if (endsBefore + 1 < from) {
      if (from > afterMonths(endsBefore + 1, counting.gapMonths) || (counting.oneGapOnly && gaps > 0)) break;
      gaps += 1;
    }
    chain.push(period);
    from = Math.min(from, period.from);
  }
  return chain.length === 0 ? null : measured(chain, day, counting);
}

function measured(backwards: readonly Period[], day: DayNumber, counting: Counting): Chain | null {
  const isStill = (period: Period): boolean => counting.as(period.basis, period) === "stands still";
  const counted = backwards.filter((period) => !isStill(period));
  if (counted.length === 0) return null;
  const from = Math.min(...counted.map((period) => period.from));
  let still = 0;
  let covered = from;
  for (const period of backwards.filter(isStill).toReversed()) {
    const [first, last] = [Math.max(period.from, covered), Math.min(period.to, day - 1)];
    if (last < first) continue;
    still += last - first + 1 - overlap(counted, first, last);
    covered = last + 1;
  }
  return { from, to: Math.max(...backwards.map((period) => period.to)), still, isStill: backwards.some((p) => isStill(p) && p.to >= day) && !counted.some((p) => p.to >= day) };
}

// days of [first, last] on which a counted basis ran as well; counted periods that overlap each other are rare enough
function overlap(counted: readonly Period[], first: DayNumber, last: DayNumber): number {
  const days = counted.reduce((sum, period) => sum + Math.max(0, Math.min(period.to, last) - Math.max(period.from, first) + 1), 0);
  return Math.min(days, last - first + 1);
}

/** The first day on which the chain has lasted so many months, if the time runs from now on. */
export const completeOn = (chain: Chain, months: number): DayNumber => afterMonths(chain.from, months) + chain.still;

/** The next day after `day` on which some period begins or has ended. */
export function nextBoundary(periods: readonly Period[], day: DayNumber): DayNumber {
  let next = NEVER;
  for (const { from, to } of periods) {
    if (from > day && from < next) next = from;
    if (to !== NEVER && to + 1 > day && to + 1 < next) next = to + 1;
  }
  return next;
}
