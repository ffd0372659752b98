import { afterMonths, monthsComplete, yearsComplete, type DayNumber } from "./day-number.ts";
import { leaf, type At, type Expr } from "./expression.ts";
import { wordOf, type Fact, type Growth } from "./facts.ts";
import { numberOf } from "./parameters.ts";
import type { Truth } from "./truth.ts";

/** Parts of conditions that look at one fact. Each answers null where the fact is unknown, undefined where it is missing. */

export const given = (key: string, says: string): Expr =>
  leaf({ says, facts: [key], judge: (at) => at.facts.get(key) as Truth });

export const denied = (key: string, says: string): Expr =>
  leaf({
    says,
    facts: [key],
    judge: (at) => {
      const value = at.facts.get(key);
      return value === undefined || value === null ? value : value === false;
    },
  });

export const oneOf = (key: string, values: readonly string[], says: string): Expr =>
  leaf({
    says,
    facts: [key],
    judge: (at) => {
      const value = at.facts.get(key);
      return value === undefined || value === null ? value : values.includes(wordOf(value));
    },
  });

export const noneOf = (key: string, values: readonly string[], says: string): Expr =>
  leaf({
    says,
    facts: [key],
    judge: (at) => {
      const value = at.facts.get(key);
      return value === undefined || value === null ? value : !values.includes(wordOf(value));
    },
  });

const LEVELS = ["none", "A1", "A2", "B1", "B2", "C1", "C2"];

/** A level of the Common European Framework, or above. Words that are no level (oral_everyday) reach none. */
export const atLevel = (key: string, level: string, says: string): Expr =>
  leaf({
    says,
    facts: [key],
    judge: (at) => {
      const value = at.facts.get(key);
      return value === undefined || value === null ? value : LEVELS.indexOf(wordOf(value)) >= LEVELS.indexOf(level);
    },
  });

/** A threshold: a number of ours by its name in data/law, so that it can be shown with citation and validity. */
export const thresholdOf = (at: At, parameter: string): number => numberOf(at.book.get(parameter, at.law));

export const atLeast = (key: string, parameter: string, says: string): Expr =>
  leaf({ says, facts: [key], parameters: [parameter], judge: (at) => compared(at, key, (n) => n >= thresholdOf(at, parameter)) });

export const moreThan = (key: string, parameter: string, says: string): Expr =>
  leaf({ says, facts: [key], parameters: [parameter], judge: (at) => compared(at, key, (n) => n > thresholdOf(at, parameter)) });

function compared(at: At, key: string, holds: (value: number) => boolean): Truth {
  const value = at.facts.get(key);
  return value === undefined || value === null ? value : holds(value as number);
}

/**
 * A count of complete months or years that was given for one day and grows from there: "since 14 months", said today, is
 * 15 a month from now. How long ago the last month was complete is not known, so it is taken as complete on the day given.
 */
export function grown(at: At, value: number, growth: Growth): number {
  if (at.on <= at.given) return value;
  return value + (growth === "months" ? monthsComplete(at.given, at.on) : yearsComplete(at.given, at.on));
}

export function dayOfGrowth(at: At, value: number, threshold: number, growth: Growth): DayNumber {
  const lacking = Math.ceil(threshold - value);
  return afterMonths(at.given, growth === "months" ? lacking : lacking * 12);
}

/** A count that grows has reached a threshold. `per`: the threshold's unit in the fact's, 12 where years are asked of months. */
export const reached = (key: string, parameter: string, says: string, growth: Growth = "months", per = 1): Expr =>
  leaf({
    says,
    facts: [key],
    parameters: [parameter],
    judge: (at) => {
      const value: Fact | undefined = at.facts.get(key);
      const threshold = thresholdOf(at, parameter) * per;
      if (value === undefined || value === null) {
        const start = at.startOf?.(key);
        return start === undefined ? value : reachedOn(at, afterMonths(start, growth === "months" ? threshold : threshold * 12));
      }
      if (grown(at, value as number, growth) >= threshold) return true;
      at.changesOn(dayOfGrowth(at, value as number, threshold, growth));
      return false;
    },
  });

function reachedOn(at: At, day: DayNumber): boolean {
  if (at.on >= day) return true;
  at.changesOn(day);
  return false;
}
