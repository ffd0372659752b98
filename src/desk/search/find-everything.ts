import { mayUse } from "../../accounts/index.ts";
import { type CaseLine, EVERYTHING, readCasePage } from "../../cases/reading/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { findPersons, type FoundPerson } from "../../persons/index.ts";
import { findPlaces, type Place } from "./places.ts";

export interface Found {
  readonly persons: readonly FoundPerson[];
  /** by the beginning of their number */
  readonly cases: readonly CaseLine[];
  readonly places: readonly Place[];
}

const NUMBER = /^\d{4}(-\d{0,7})?$/;

/** Persons as the search of persons finds them, cases by number, and pages: each under the rules of its own page. */
export async function findEverything(tx: ReadTx, asking: Asking, text: string, most: number): Promise<Found> {
  const typed = text.trim();
  const places = findPlaces(asking.session, typed);
  const persons = typed.length > 1 && mayUse(asking.session, "person.search") ? await findPersons(tx, typed, most, asking.today) : [];
  const byNumber = NUMBER.test(typed) && mayUse(asking.session, "case.read");
  const cases = byNumber ? (await readCasePage(tx, asking, { filter: { ...EVERYTHING, state: "all", text: typed }, sort: "name", descending: false, from: null, backwards: false, most })).lines : [];
  return { persons, cases, places };
}

export const idsOf = (found: Found): string[] => [...found.persons.map((p) => p.personId), ...found.cases.map((c) => c.id)];
/** Where a found person leads: the record where it is open, else the head of the case by which it was found. */
export const hrefOf = (found: FoundPerson): string => (found.isOpen ? `/personen/${found.personId}` : `/faelle/${found.cases[0]?.caseId ?? ""}`);
