import { NEVER, type DayNumber } from "../engine/day-number.ts";
import { leaf, type At, type Expr } from "../engine/expression.ts";
import { thresholdOf } from "../engine/leaves.ts";
import { dayOf } from "../engine/parameters.ts";
import { chainAt, completeOn, nextBoundary, periodsOf, type Counting, type Period } from "../engine/stay.ts";
import { some, type Truth } from "../engine/truth.ts";
import { isDuldung60b } from "./status.ts";

export interface StayRequirement {
  readonly says: string;
  readonly counts: (basis: string) => boolean;
  /** parameter of the required time, with its unit */
  readonly parameter: string;
  readonly unit: "years" | "months";
  /** parameter of harmless gaps in months */
  readonly gapParameter: string;
  readonly oneGapOnly: boolean;
  /** whether time with § 60b counts (for holders of § 104c); else it stands still */
  readonly counts60b: (at: At) => boolean;
  /** the day on which the time must be complete, where that is not the day asked about */
  readonly day?: { readonly parameter: string };
}

/** "seit … Jahren ununterbrochen geduldet, gestattet oder mit einer Aufenthaltserlaubnis" */
export function uninterruptedStay(required: StayRequirement): Expr {
  return leaf({
    says: required.says,
    facts: ["stay"],
    parameters: [required.parameter, required.gapParameter, ...(required.day === undefined ? [] : [required.day.parameter])],
    judge: (at) => judgeStay(required, at),
  });
}

function judgeStay(required: StayRequirement, at: At): Truth {
  const months = thresholdOf(at, required.parameter) * (required.unit === "years" ? 12 : 1);
  const stay = at.facts.get("stay");
  if (stay === undefined || stay === null) return stay;
  const { periods, complete } = periodsOf(stay);
  const day = required.day === undefined ? at.on : dayOf(at.book.get(required.day.parameter, at.law));
  const holds = hasLasted(required, at, periods, months, day);
  // a period whose days or basis nobody knows might close the gap
  return complete ? holds : some([holds, null]);
}

function hasLasted(required: StayRequirement, at: At, periods: readonly Period[], months: number, day: DayNumber): boolean {
  const chain = chainAt(periods, day, countingOf(required, at));
  const moves = required.day === undefined;
  if (moves) at.changesOn(nextBoundary(periods, day));
  if (chain === null) return false;
  const done = completeOn(chain, months);
  if (done <= day) return true;
  if (moves && !chain.isStill && done <= chain.to) at.changesOn(done);
  return false;
}

function countingOf(required: StayRequirement, at: At): Counting {
  const counts60b = required.counts60b(at);
  return {
    as: (basis) => (isDuldung60b(basis) && !counts60b ? "stands still" : required.counts(basis) ? "counts" : "interrupts"),
    gapMonths: thresholdOf(at, required.gapParameter),
    oneGapOnly: required.oneGapOnly,
  };
}

export const holds104c = (at: At): boolean => at.facts.get("status") === "AE_104C";

/** The day on which the open branch of the law ends, as something that the solver must look at. */
export function beforeDay(parameter: string, says: string): Expr {
  return leaf({
    says,
    facts: [],
    parameters: [parameter],
    judge: (at) => {
      const end = dayOf(at.book.get(parameter, at.law));
      if (at.on >= end) return false;
      if (end < NEVER) at.changesOn(end);
      return true;
    },
  });
}
