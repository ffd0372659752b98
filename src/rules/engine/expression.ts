import type { DayNumber } from "./day-number.ts";
import type { Facts } from "./facts.ts";
import type { LawBook, Version } from "./parameters.ts";
import { every, negated, some, type Truth } from "./truth.ts";

/** Where and when an expression is judged. */
export interface At {
  readonly facts: Facts;
  readonly book: LawBook;
  /** the day that is asked about */
  readonly on: DayNumber;
  /** the day whose law is applied: `on`, or the last day whose law is known */
  readonly law: DayNumber;
  /** the day for which counts such as "months of Duldung" were given; they grow from there */
  readonly given: DayNumber;
  /** the day on which a count began, where it was not told but follows from other facts (a person's history) */
  readonly startOf?: (key: string) => DayNumber | undefined;
  /** told of the next day on which a part may come out otherwise while nothing else changes */
  changesOn(day: DayNumber): void;
}

/** A part of a condition: judged for itself, and able to say in German what it demands and on which facts it rests. */
export interface Expr {
  readonly says: string;
  readonly facts: readonly string[];
  readonly parameters: readonly string[];
  /** parameters that the law of earlier days did not know, and without which the expression still means something */
  readonly optional: readonly string[];
  judge(at: At): Truth;
  /** the unknown facts that keep it open; empty where it is not open */
  missing(at: At): readonly string[];
}

const union = (parts: readonly Expr[], pick: (part: Expr) => readonly string[]): readonly string[] => [...new Set(parts.flatMap(pick))];

function compound(says: string, parts: readonly Expr[], judge: (at: At) => Truth, extra: Partial<Pick<Expr, "parameters" | "optional">> = {}): Expr {
  return {
    says,
    facts: union(parts, (part) => part.facts),
    parameters: [...union(parts, (part) => part.parameters), ...(extra.parameters ?? [])],
    optional: [...union(parts, (part) => part.optional), ...(extra.optional ?? [])],
    judge,
    missing: (at) => (judge(at) === null ? union(parts, (part) => part.missing(at)) : []),
  };
}

/** A part that looks at facts itself. It must answer null exactly where one of `unknowns` keeps it open. */
export function leaf(given: {
  readonly says: string;
  readonly facts: readonly string[];
  readonly parameters?: readonly string[];
  readonly optional?: readonly string[];
  readonly judge: (at: At) => Truth;
}): Expr {
  return {
    says: given.says,
    facts: given.facts,
    parameters: given.parameters ?? [],
    optional: given.optional ?? [],
    judge: given.judge,
    missing: (at) => {
      if (given.judge(at) !== null) return [];
      const unknown = given.facts.filter((key) => hasUnknown(at.facts, key));
      return unknown.length > 0 ? unknown : given.facts;
    },
  };
}

function hasUnknown(facts: Facts, key: string): boolean {
  const value = facts.get(key);
  if (value === null) return true;
  return Array.isArray(value) && value.some((item) => Object.values(item).includes(null));
}

export const allOf = (...parts: readonly Expr[]): Expr =>
  compound(parts.map((part) => part.says).join(" und "), parts, (at) => every(parts.map((part) => part.judge(at))));

export const anyOf = (...parts: readonly Expr[]): Expr =>
  compound(parts.map((part) => part.says).join(" oder "), parts, (at) => some(parts.map((part) => part.judge(at))));

export const not = (part: Expr): Expr => compound(`nicht (${part.says})`, [part], (at) => negated(part.judge(at)));

/**
 * A requirement with exceptions. The exceptions are looked at only where the requirement is not met or not known, an
 * exception that nobody claims is none, and a requirement that is not at issue needs none.
 */
export function unless(requirement: Expr, ...exceptions: readonly Expr[]): Expr {
  const judge = (at: At): Truth => {
    const required = requirement.judge(at);
    if (required === true || required === undefined) return required;
    const excepted = some(exceptions.map((exception) => exception.judge(at)));
    return some([required, excepted ?? (excepted === null ? null : false)]);
  };
  return compound(`${requirement.says}, außer: ${exceptions.map((exception) => exception.says).join(" oder ")}`, [requirement, ...exceptions], judge);
}

/** Demanded only where the first part is so; where nobody speaks of the first, what is said of the second counts. */
export function where(gate: Expr, requirement: Expr): Expr {
  const judge = (at: At): Truth => {
    const open = gate.judge(at);
    if (open === false) return true;
    const required = requirement.judge(at);
    return open === null && required !== undefined ? some([required, null]) : required;
  };
  return compound(`falls ${gate.says}: ${requirement.says}`, [gate, requirement], judge);
}

/** Where nobody speaks of it, it counts as so. For parts on which an exception or a table row rests. */
export const assumed = (part: Expr, otherwise: boolean): Expr => compound(part.says, [part], (at) => {
  const value = part.judge(at);
  return value === undefined ? otherwise : value;
});

/** Part of the law only on days on which the parameter is in force (and not false). */
export function whileInForce(parameter: string, part: Expr): Expr {
  return compound(part.says, [part], (at) => (isInForce(at.book.find(parameter, at.law)) ? part.judge(at) : undefined), { optional: [parameter, ...part.parameters] });
}

/** Part of the law only on days on which the parameter is not in force, or says false. */
export function whileNotInForce(parameter: string, part: Expr): Expr {
  return compound(part.says, [part], (at) => (isInForce(at.book.find(parameter, at.law)) ? undefined : part.judge(at)), { optional: [parameter, ...part.parameters] });
}

export const isInForce = (version: Version | null): boolean => version !== null && version.value !== false;

export const always: Expr = leaf({ says: "stets", facts: [], judge: () => true });
