import { type CaseHead, isEnded, namesOf } from "../../cases/reading/index.ts";
import { openText } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { NotFound } from "../../kernel/errors.ts";
import { allRules, factCatalogue, factsOnDay, FactsRefused, type FactInput, type FactSpec, nextQuestions, readFacts } from "../../rules/index.ts";
import { mayUse } from "../../accounts/index.ts";
import { withNothingAdverse } from "../outlook/left-open.ts";
import { relevanceOf } from "../outlook/relevance.ts";
import { type FactEntry, isGuarded, OF_REGISTER } from "./fact-entry.ts";
import { factsByGroup, type GroupKey, GROUPS } from "./fact-groups.ts";
import { listEvidence } from "./facts.sql.ts";
import { countingOn } from "./facts-on-day.ts";
import { findKnownFacts, type KnownFacts } from "./known-facts.ts";

export interface FactLine {
  readonly spec: FactSpec;
  readonly entry: FactEntry;
  /** what counts today, also where it grew since it was told */
  readonly value: unknown;
  readonly older: number;
}
export interface FactGroup {
  readonly key: GroupKey;
  readonly title: string;
  readonly known: readonly FactLine[];
  readonly unasked: readonly FactSpec[];
}
export interface PersonFactsView {
  readonly personId: string;
  readonly name: string;
  readonly known: KnownFacts;
  readonly groups: readonly FactGroup[];
  /** what can still change an answer, with how many rules that matter to this person wait for it, most first; never what may hurt */
  readonly next: readonly { readonly spec: FactSpec; readonly rules: number }[];
  readonly mayWrite: boolean;
}

/** A person who belongs to the case now, with everything known. NotFound for whoever does not. */
export async function readPersonFacts(tx: ReadTx, asking: Asking, head: CaseHead, personId: string): Promise<PersonFactsView> {
  const person = head.persons.find((p) => p.person_id === personId && p.left_on === null);
  const known = person === undefined ? undefined : (await findKnownFacts(tx, asking.app.vault, [personId], asking.today)).get(personId);
  if (person === undefined || known === undefined) throw new NotFound();
  return viewOf(known, namesOf(person).latin, asking.today, mayUse(asking.session, "facts.record") && !isEnded(head.phase));
}

/** A person of an authority's room, which has no cases. NotFound for whoever may not be read. */
export async function readRoomPersonFacts(tx: ReadTx, asking: Asking, personId: string, name: string): Promise<PersonFactsView> {
  const known = (await findKnownFacts(tx, asking.app.vault, [personId], asking.today)).get(personId);
  if (known === undefined) throw new NotFound();
  return viewOf(known, name, asking.today, mayUse(asking.session, "facts.record"));
}

const viewOf = (known: KnownFacts, name: string, today: CalendarDay, mayWrite: boolean): PersonFactsView => ({ personId: known.personId, name, known, groups: groupsOf(known, today), next: stillToAsk(known.facts, today), mayWrite });

/** What was told of one fact, newest first, and which of it counts today. */
export const historyOf = (known: KnownFacts, key: string, today: CalendarDay) => ({ history: known.entries.filter((entry) => entry.key === key).toReversed(), countingId: countingOn(known.entries, today).get(key)?.id ?? null });

export function groupsOf(known: KnownFacts, today: CalendarDay): FactGroup[] {
  const counting = countingOn(known.entries, today);
  const numbers = Map.groupBy(known.entries, (entry) => entry.key);
  return (Object.keys(GROUPS) as GroupKey[]).map((key) => {
    const specs = factsByGroup.get(key) ?? [];
    const lines = specs.flatMap((spec): FactLine[] => {
      const all = numbers.get(spec.key) ?? [];
      const entry = counting.get(spec.key) ?? all.at(-1);
      return entry === undefined ? [] : [{ spec, entry, value: counting.has(spec.key) ? known.facts[spec.key] : null, older: all.length - 1 }];
    });
    return { key, title: GROUPS[key], known: lines, unasked: specs.filter((spec) => !numbers.has(spec.key)) };
  });
}

/** What is left open by the person counts as not the case here: else nothing could ever be settled by asking. */
export function stillToAsk(facts: FactInput, today: CalendarDay): PersonFactsView["next"] {
  try {
    const told = readFacts(factCatalogue, withNothingAdverse(facts)).facts;
    const onDay = factsOnDay(told, today);
    const matters = new Set(allRules.flatMap(({ id }) => (relevanceOf(id, onDay).place === "other" ? [] : [id])));
    return nextQuestions(allRules, told, today)
      .flatMap(({ fact, rules }) => (isGuarded(fact.key) || OF_REGISTER.has(fact.key) ? [] : [{ spec: fact, rules: rules.filter((id) => matters.has(id)).length }]))
      .toSorted((a, b) => b.rules - a.rules);
  } catch (error) {
    // a history that contradicts itself: it is corrected at the person, and until then nothing is put first
    if (error instanceof FactsRefused) return [];
    throw error;
  }
}

export interface EvidenceChoice {
  readonly value: string;
  readonly label: string;
}
export const evidenceOf = async (tx: ReadTx, asking: Asking, head: CaseHead): Promise<EvidenceChoice[]> =>
  (await listEvidence(tx, head.id)).map((row) => ({ value: row.id, label: openText(asking, head.keyRef, "documents.name_ct", row.id, row.name_ct) }));
