import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { dayNumber, monthsComplete, NEVER, yearsComplete, type DayNumber } from "../engine/day-number.ts";
import { wordOf, type Fact, type Facts } from "../engine/facts.ts";
import { chainAt, periodsOf, type Counting } from "../engine/stay.ts";
import { factCatalogue } from "../catalogue/catalogue.ts";
import { isDuldung, isDuldung60b, isLawful, isPermittedOrTolerated, isTitle } from "../residence/status.ts";

/**
 * What follows from a person's history, so that it is recorded once: the title from the status, ages from the birth date,
 * "since … months" from the residence papers. Told facts go before what follows. For persons of the product; worked examples
 * are judged by what they say alone.
 */
export interface PersonFacts {
  readonly facts: Facts;
  readonly startOf: (key: string) => DayNumber | undefined;
}

const counting = (counts: (basis: string) => boolean, still: (basis: string) => boolean = () => false, gapMonths = 0): Counting => ({
  as: (basis) => (still(basis) ? "stands still" : counts(basis) ? "counts" : "interrupts"),
  gapMonths,
  oneGapOnly: false,
});

const CHAINS: Readonly<Record<string, Counting>> = {
  stayMonths: counting((basis) => isPermittedOrTolerated(basis), undefined, 3),
  duldungMonths: counting(isDuldung, isDuldung60b),
  months60d: counting((basis) => basis === "DULDUNG_60D"),
  aeMonths: counting((basis) => isTitle(basis)),
  aeFrom: counting((basis) => isTitle(basis)),
  lawfulStayMonths: counting((basis) => isLawful(basis, false)),
};

const CHAIN_LIST = Object.entries(CHAINS);

/** Fills what follows, and makes everything else that nobody told unknown. */
export function personFacts(told: Facts, on: DayNumber): PersonFacts {
  const facts = new Map<string, Fact>();
  for (const key of factCatalogue.keys()) facts.set(key, told.get(key) ?? null);
  const starts = startsOf(told, on);
  const born = told.get("birthDate");
  if (typeof born === "number") starts.set("age", born).set("ageYears", born);
  const status = told.get("status") ?? null;
  const german = told.get("german") ?? null;
  fill(facts, "title", status);
  fill(facts, "germanOral", german === "age_appropriate" || german === "oral_everyday" ? null : german);
  fill(facts, "entryDate", periodsOf(told.get("stay")).periods[0]?.from ?? null);
  fill(facts, "aeFrom", starts.get("aeFrom") ?? null);
  fill(facts, "holds104c", status === null ? null : status === "AE_104C");
  // whoever was refused holds a Duldung or a title that presupposes one; whoever was recognised, that of § 25 Abs. 1 or 2
  if (/^(DULDUNG_|AE_(25A|25B|104C|19D))/.test(wordOf(status))) fill(facts, "protectionGranted", false);
  if (/^AE_25_[12]/.test(wordOf(status))) fill(facts, "protectionGranted", true);
  return { facts, startOf: (key) => starts.get(key) };
}

const COUNTS = [...factCatalogue.values()].filter((spec) => spec.growth !== undefined);

/** The same for one day alone, for whoever judges or explains that day: counts that follow stand as they are on it. */
export function factsOnDay(told: Facts, day: CalendarDay): Facts {
  const on = dayNumber(day);
  const { facts, startOf } = personFacts(told, on);
  const counted = new Map<string, Fact>();
  for (const { key, growth } of COUNTS) {
    const start = facts.get(key) === null ? startOf(key) : undefined;
    if (start !== undefined) counted.set(key, growth === "months" ? monthsComplete(start, on) : yearsComplete(start, on));
  }
  const filed = filedOn(facts, on);
  return { get: (key) => counted.get(key) ?? filed.get(key) };
}

function fill(facts: Map<string, Fact>, key: string, value: Fact): void {
  if (value !== null && facts.get(key) === null) facts.set(key, value);
}

function startsOf(told: Facts, on: DayNumber): Map<string, DayNumber> {
  const starts = new Map<string, DayNumber>();
  const { periods, complete } = periodsOf(told.get("stay"));
  if (periods.length === 0) return starts;
  for (const [key, how] of CHAIN_LIST) {
    const chain = chainAt(periods, on, how);
    if (chain !== null) starts.set(key, chain.from + chain.still);
    // a history that is fully told and has no such paper: the count has not begun
    else if (complete && key !== "aeFrom") starts.set(key, NEVER);
  }
  const current = periods.findLast((period) => period.from <= on && period.to >= on);
  if (current !== undefined && isTitle(current.basis)) starts.set("monthsSinceIssue", current.from);
  return starts;
}

/** Not filed yet: it would be filed on the day that is asked about. */
export function filedOn(facts: Facts, on: DayNumber): Facts {
  if (typeof facts.get("applicationDate") === "number") return facts;
  return new Overlay(facts, on);
}

/** A view of facts in which the application is filed on a day; copying a hundred facts for every day would cost more. */
class Overlay implements Facts {
  readonly #facts: Facts;
  readonly #on: DayNumber;
  constructor(facts: Facts, on: DayNumber) {
    this.#facts = facts;
    this.#on = on;
  }
  get(key: string): Fact | undefined {
    return key === "applicationDate" ? this.#on : this.#facts.get(key);
  }
}
