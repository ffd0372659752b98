import { afterMonths, monthsFromEvent, NEVER, type DayNumber } from "../engine/day-number.ts";
import { leaf, type At, type Expr } from "../engine/expression.ts";
import type { ListItem } from "../engine/facts.ts";
import { thresholdOf } from "../engine/leaves.ts";
import { chainAt, nextBoundary, periodsOf, type Counting, type Period } from "../engine/stay.ts";
import type { Truth } from "../engine/truth.ts";
import { isLawful } from "../residence/status.ts";

/** §§ 10 Abs. 1, 12b StAG: lawful habitual residence, with absences, gaps and earlier time that may be credited. */

const LATE = "LATE_APPLICATION";
const AVERAGE_MONTH = 365.25 / 12;

const itemsOf = (at: At, key: string): readonly ListItem[] => {
  const value = at.facts.get(key);
  return Array.isArray(value) ? (value as readonly ListItem[]) : [];
};

function harmlessAbsence(at: At, absence: ListItem): boolean {
  const [from, to] = [absence["from"], absence["to"]];
  if (absence["returnedWithinAbhDeadline"] === true) return true;
  if (typeof from !== "number" || typeof to !== "number") return false;
  return to <= monthsFromEvent(from, thresholdOf(at, "stag.12b.absenceMonths"));
}

/** Times that interrupt: long absences, and times without a title that late application does not excuse. */
function interruptionsOf(at: At): readonly Period[] {
  const absences = itemsOf(at, "absences").filter((absence) => !harmlessAbsence(at, absence));
  const gaps = itemsOf(at, "gaps").filter((gap) => gap["cause"] !== "late_application");
  return [...absences, ...gaps].flatMap(({ from, to }) => (typeof from === "number" && from <= at.on ? [{ basis: "", from, to: typeof to === "number" ? to : NEVER }] : []));
}

/** What is left of a period once the interruptions are cut out. */
function without(period: Period, cuts: readonly Period[]): readonly Period[] {
  return cuts.reduce<readonly Period[]>((left, cut) => left.flatMap((part) => {
    if (cut.to < part.from || cut.from > part.to) return [part];
    return [{ ...part, to: cut.from - 1 }, { ...part, from: cut.to + 1 }].filter((rest) => rest.from <= rest.to);
  }), [period]);
}

function lawfulPeriods(at: At): readonly Period[] {
  const cuts = interruptionsOf(at);
  // § 12b Abs. 3: what late application opened is left out of account
  const excused = itemsOf(at, "gaps").flatMap(({ from, to, cause }) => (cause === "late_application" && typeof from === "number" && typeof to === "number" ? [{ basis: LATE, from, to }] : []));
  return [...periodsOf(at.facts.get("stay")).periods, ...excused].flatMap((period) => without(period, cuts)).sort((a, b) => a.from - b.from);
}

const counting = (protectionGranted: boolean): Counting => ({
  as: (basis) => (basis === LATE || isLawful(basis, protectionGranted) ? "counts" : "interrupts"),
  gapMonths: 0,
  oneGapOnly: false,
});

/** Abroad for more than half the time required: the habitual residence as a rule no longer goes on (§ 12b Abs. 1 S. 5). */
function isAbsentTooLong(at: At, requiredMonths: number): boolean {
  const share = at.book.find("stag12b.maxAbsenceShare", at.law);
  if (share === null) return false;
  const listed = itemsOf(at, "absences").reduce((sum, { from, to }) => sum + (typeof from === "number" && typeof to === "number" ? (to - from + 1) / AVERAGE_MONTH : 0), 0);
  return Math.max(listed, Number(at.facts.get("absencesMonths") ?? 0)) > requiredMonths * Number(share.value);
}

function hasLasted(at: At, months: number, protectionGranted: boolean): boolean {
  if (isAbsentTooLong(at, months)) return false;
  const periods = lawfulPeriods(at);
  const chain = chainAt(periods, at.on, counting(protectionGranted));
  at.changesOn(nextBoundary(periods, at.on));
  if (chain === null) return false;
  const done = afterMonths(chain.from, months);
  if (at.on >= done) return true;
  if (done <= chain.to) at.changesOn(done);
  return false;
}

/** Judged with the best and the worst of what is unknown. */
function bracket(at: At, judge: (protectionGranted: boolean) => boolean): Truth {
  const stay = at.facts.get("stay");
  if (stay === undefined || stay === null) return stay;
  const granted = at.facts.get("protectionGranted");
  const [worst, best] = [judge(granted === true), judge(granted !== false && granted !== undefined)];
  const isKnown = [...itemsOf(at, "stay"), ...itemsOf(at, "absences"), ...itemsOf(at, "gaps")].every((item) => !Object.entries(item).some(([key, value]) => key !== "to" && value === null));
  const listsKnown = at.facts.get("absences") !== null && at.facts.get("gaps") !== null;
  if (worst && listsKnown) return true;
  return best || !isKnown ? (worst && isKnown && listsKnown ? true : null) : false;
}

const FACTS = ["stay", "protectionGranted", "absences", "absencesMonths", "gaps"];
const OPTIONAL = ["stag12b.maxAbsenceShare"];

/** "seit … Jahren rechtmäßig seinen gewöhnlichen Aufenthalt im Inland" */
export const lawfulFor = (parameter: string, says: string): Expr =>
  leaf({
    says,
    facts: FACTS,
    parameters: [parameter, "stag.12b.absenceMonths"],
    optional: OPTIONAL,
    judge: (at) => bracket(at, (granted) => hasLasted(at, thresholdOf(at, parameter) * 12, granted)),
  });

/** § 12b Abs. 2, 3 S. 2: earlier lawful time may be credited, up to three years */
export const creditOfEarlierTime: Expr = leaf({
  says: "frühere Zeiten, die angerechnet werden können",
  facts: FACTS,
  parameters: ["stag10.years", "stag12b.creditYears", "stag.12b.absenceMonths"],
  judge: (at) => bracket(at, (granted) => hasLastedWithCredit(at, granted)),
});

function hasLastedWithCredit(at: At, granted: boolean): boolean {
  const periods = lawfulPeriods(at);
  const chain = chainAt(periods, at.on, counting(granted));
  // absences told as a sum leave open when the residence went on
  if (chain === null || isAbsentTooLong(at, thresholdOf(at, "stag10.years") * 12)) return false;
  const earlier = periods.filter((period) => period.to < chain.from && counting(granted).as(period.basis, period) === "counts");
  const creditMonths = thresholdOf(at, "stag12b.creditYears") * 12;
  const earlierDays = Math.min(earlier.reduce((days, period) => days + period.to - period.from + 1, 0), afterMonths(chain.from, creditMonths) - chain.from);
  const done: DayNumber = afterMonths(chain.from, thresholdOf(at, "stag10.years") * 12) - earlierDays;
  if (at.on >= done) return true;
  if (done <= chain.to) at.changesOn(done);
  return false;
}
