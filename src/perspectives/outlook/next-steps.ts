import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { NextStep, RightView } from "./outlook.ts";
import { isBad, isGood } from "./outlook-words.ts";
import { withWhom } from "./with-whom.ts";

const MOST = 4;

/** What to do next for a right, until when and with whom; nothing where time alone works, except to prepare. */
export function stepsOf(right: Omit<RightView, "steps">, paperEnds: CalendarDay | null): readonly NextStep[] {
  if (right.outcome === null || right.outcome === "VERSAGT") return [{ what: "Rechtlich beraten lassen, bevor ein Antrag gestellt wird.", until: null, withWhom: "Rechtsberatung, Fachanwältin oder Fachanwalt" }];
  if (right.conditions.length === 0) return [];
  const until = right.closesOn;
  const steps: NextStep[] = [];
  const asked = right.missing.filter((missing) => !missing.isAdverse);
  if (asked.length > 0) steps.push({ what: asked.length === 1 ? "Die offene Angabe im Gespräch klären." : `${asked.length} offene Angaben im Gespräch klären.`, until: null, withWhom: "die Person selbst" });
  for (const condition of right.conditions) {
    if (condition.state === "unmet" && condition.remedy !== null) steps.push({ what: condition.remedy, until, withWhom: withWhom(condition.id) });
  }
  if (isGood(right.outcome) && right.group !== "leistung") steps.push({ what: right.group === "kurs" ? "Zum Kurs anmelden." : "Antrag mit den Nachweisen stellen.", until: until ?? paperEnds, withWhom: right.office });
  else if (right.outcome === "PFLICHT") steps.push({ what: "Prüfen, ob ein Schulplatz zugewiesen ist.", until: null, withWhom: right.office });
  else if (isGood(right.outcome)) steps.push({ what: "Leistung beantragen, falls noch nicht geschehen.", until, withWhom: right.office });
  else if (isBad(right.outcome) && steps.length === 0 && right.possibleFrom !== null) steps.push({ what: "Nachweise sammeln; der Antrag ist ab dem genannten Tag sinnvoll.", until: right.possibleFrom, withWhom: right.office });
  return steps.slice(0, MOST);
}
