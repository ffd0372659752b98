import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { type CaseHead, langOfScript, nameOf } from "../../cases/reading/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { NotFound } from "../../kernel/errors.ts";
import type { FactInput } from "../../rules/index.ts";
import { findKnownFacts } from "../facts/known-facts.ts";

/** A person of the case with what is known of them. */
export interface OutlookPerson {
  readonly id: string;
  readonly name: string;
  readonly ownName: string;
  readonly ownLang: string | undefined;
  readonly isMain: boolean;
  readonly facts: FactInput;
  /** the last day printed on the paper held today */
  readonly paperEnds: CalendarDay | null;
  /** codes of the languages spoken, the first the best */
  readonly languages: readonly string[];
}

/** Everybody of the case who has not left it, the main person first; statements do not grow with their number. */
export async function readOutlookPersons(tx: ReadTx, asking: Asking, head: CaseHead): Promise<readonly OutlookPerson[]> {
  const present = head.persons.filter((person) => person.left_on === null && person.died_on === null);
  const known = await findKnownFacts(tx, asking.app.vault, present.map((person) => person.person_id), asking.today);
  return present.flatMap((person) => {
    const facts = known.get(person.person_id)?.facts;
    if (facts === undefined) return [];
    const latin = person.names.find((name) => name.script === "Latn") ?? person.names[0];
    const own = person.names.find((name) => name.script !== "Latn");
    return [{
      id: person.person_id, name: latin === undefined ? "ohne Namen" : nameOf(latin.given, latin.family), ownName: own === undefined ? "" : `${own.given} ${own.family}`.trim(), ownLang: own === undefined ? undefined : langOfScript(own.script),
      isMain: person.is_main, facts, paperEnds: person.status?.until_on as CalendarDay | null | undefined ?? null, languages: person.languages.map((language) => language.code),
    }];
  });
}

/** The one chosen in the address, else the main person. NotFound for whoever does not belong to the case. */
export function chosenPerson(persons: readonly OutlookPerson[], id: string | undefined): OutlookPerson {
  const chosen = id === undefined ? persons[0] : persons.find((person) => person.id === id);
  if (chosen === undefined) throw new NotFound();
  return chosen;
}
