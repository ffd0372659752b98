import type { ReadTx } from "../../db/index.ts";
import type { CaseHead } from "../../cases/reading/index.ts";
import type { Asking } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { allRules, earliestDaysOfAll, factCatalogue, type FactInput, factsOnDay, type Outcome, readFacts } from "../../rules/index.ts";
import { findKnownFacts } from "../facts/known-facts.ts";
import { prolonged } from "./compute-outlook.ts";
import { changesOf } from "./days.ts";
import { withNothingAdverse } from "./left-open.ts";
import { isBad, isGood, OUTCOMES } from "./outlook-words.ts";
import { relevanceOf } from "./relevance.ts";

/** The page in two lines, for the overview of the case: its main person only, and only what the lines need. */
export interface OutlookTeaser {
  readonly best: { readonly norm: string; readonly title: string; readonly word: string; readonly tone: "success" | "accent" | "warning" | "danger" | "neutral"; readonly from: CalendarDay | null } | null;
  readonly next: { readonly day: CalendarDay; readonly what: string } | null;
}

export async function readOutlookTeaser(tx: ReadTx, asking: Asking, head: CaseHead): Promise<OutlookTeaser | null> {
  const main = head.persons.find((person) => person.is_main && person.died_on === null);
  if (!head.isOpen || main === undefined) return null;
  const known = (await findKnownFacts(tx, asking.app.vault, [main.person_id], asking.today)).get(main.person_id);
  return known === undefined ? null : teaserOf(known.facts, asking.today, (main.status?.until_on ?? null) as CalendarDay | null);
}

export function teaserOf(facts: FactInput, today: CalendarDay, paperEnds: CalendarDay | null): OutlookTeaser {
  const told = readFacts(factCatalogue, withNothingAdverse(prolonged(facts, today))).facts;
  const onDay = factsOnDay(told, today);
  const rules = allRules.filter((rule) => (rule.group !== "leistung" || rule.id === "RECHTSKREIS") && relevanceOf(rule.id, onDay).place === "now");
  const seen = earliestDaysOfAll(rules, told, today, { today }).map((days, i) => {
    const outcome = days.segments[0]?.outcome ?? "OFFEN";
    return { rule: rules[i]!, outcome, opens: isBad(outcome) ? (days.metFrom ?? days.possibleFrom) : null, closes: rules[i]!.kind === "right" ? days.closesOn : null, changes: changesOf(days.segments)[1] };
  });
  const hope = (outcome: Outcome, opens: CalendarDay | null): number => (isGood(outcome) ? 0 : !isBad(outcome) ? 1 : opens !== null ? 2 : 3);
  const best = seen.filter(({ rule }) => rule.group !== "leistung" && rule.group !== "kurs").toSorted((a, b) => hope(a.outcome, a.opens) - hope(b.outcome, b.opens))[0];
  const days = [
    ...(paperEnds === null ? [] : [{ day: paperEnds, what: "Das Aufenthaltspapier endet" }]),
    ...seen.flatMap(({ rule, opens }) => (opens === null ? [] : [{ day: opens, what: `${rule.norm} wird möglich` }])),
    ...seen.flatMap(({ rule, closes }) => (closes === null || rule.group === "leistung" ? [] : [{ day: closes, what: `${rule.norm}: Das Fenster schließt sich` }])),
    ...seen.flatMap(({ rule, changes }) => (rule.id === "RECHTSKREIS" && changes !== undefined && changes.outcome !== "OFFEN" ? [{ day: changes.from, what: `Die Leistung wechselt: ${OUTCOMES[changes.outcome].word}` }] : [])),
  ].filter(({ day }) => day >= today).toSorted((a, b) => a.day.localeCompare(b.day));
  return { best: best === undefined ? null : { norm: best.rule.norm, title: best.rule.title, word: OUTCOMES[best.outcome].word, tone: OUTCOMES[best.outcome].tone, from: best.opens }, next: days[0] ?? null };
}
