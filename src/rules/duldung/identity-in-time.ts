import { monthsFromEvent, type DayNumber } from "../engine/day-number.ts";
import { allOf, anyOf, assumed, leaf, unless, type At, type Expr } from "../engine/expression.ts";
import { given, thresholdOf } from "../engine/leaves.ts";
import { dayOf } from "../engine/parameters.ts";
import type { Bridge } from "../engine/rule.ts";
import type { Truth } from "../engine/truth.ts";

/** The last day for clarifying one's identity; null where a fact is unknown that it hangs on. */
type Deadline = (at: At, entry: DayNumber, applied: DayNumber | null) => DayNumber;

const paramDay = (at: At, id: string): DayNumber => dayOf(at.book.get(id, at.law));

/** § 60c Abs. 2 Nr. 3: by day of entry */
export const deadline60c: Deadline = (at, entry, applied) => {
  const application = applied ?? at.on;
  if (entry <= paramDay(at, "60c.entryOldUntil")) return application;
  if (entry <= paramDay(at, "60c.entryMiddleUntil")) return Math.min(application, paramDay(at, "60c.identityUntil"));
  return monthsFromEvent(entry, thresholdOf(at, "60c.identityMonths"));
};

/** § 60d Abs. 1 Nr. 1: whoever applied before the last day had until the application */
export const deadline60d: Deadline = (at, entry, applied) => {
  if (entry <= paramDay(at, "60d.entryOldUntil")) return applied ?? at.on;
  const last = paramDay(at, "60d.identityUntil");
  return applied !== null && applied <= last ? applied : last;
};

function clarifiedInTime(deadline: Deadline, parameters: readonly string[]): Expr {
  return leaf({
    says: "Identität innerhalb der Frist geklärt",
    facts: ["identityClarified", "identityClarifiedOn", "entryDate", "applicationDate"],
    parameters,
    judge: (at): Truth => {
      const [clarified, on, entry, applied] = ["identityClarified", "identityClarifiedOn", "entryDate", "applicationDate"].map((key) => at.facts.get(key));
      if (clarified === false) return false;
      if (on === undefined) return clarified as Truth;
      if (on === null || entry === null) return null;
      if (Number(on) > at.on) return false;
      if (entry === undefined) return true;
      if (applied === null) return null;
      return Number(on) <= deadline(at, Number(entry), applied === undefined ? null : Number(applied));
    },
  });
}

const clarifiedNow = leaf({
  says: "inzwischen geklärt",
  facts: ["identityClarified", "identityClarifiedOn"],
  judge: (at) => {
    const [clarified, on] = [at.facts.get("identityClarified"), at.facts.get("identityClarifiedOn")];
    if (clarified === false) return false;
    return typeof on === "number" ? on <= at.on : on === null ? null : (clarified as Truth);
  },
});

const effortsInTime = given("identityEffortsInTime", "in der Frist alles Zumutbare getan");
const notAttributable = given("identityLateNotAttributable", "die Verspätung nicht zu vertreten");

/** In time; or all reasonable steps were taken in time and the clarification came later through no fault. */
export const identityInTime = (deadline: Deadline, parameters: readonly string[]): Expr =>
  unless(clarifiedInTime(deadline, parameters), allOf(assumed(effortsInTime, false), notAttributable, assumed(clarifiedNow, false)));

/** § 60c Abs. 7, § 60d Abs. 4: whoever has taken all reasonable steps may get it all the same */
export const reasonableSteps = (citation: string): Bridge => ({
  when: assumed(anyOf(given("identityEffortsReasonable", "alles Zumutbare getan"), effortsInTime), false),
  citation,
  sentence: "Wer alles Zumutbare für die Klärung getan hat, kann die Duldung trotzdem bekommen.",
});
