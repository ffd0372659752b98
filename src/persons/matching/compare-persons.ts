import type { BirthDate } from "./birth.ts";
import { addressEvidence, birthEvidence, genderEvidence, nationalityEvidence, phoneEvidence, type Evidence } from "./evidence.ts";
import { nameEvidence, type Compare, type NameEvidence } from "./name-evidence.ts";
import { likenessOf } from "./name-likeness.ts";
import { ANY_REGISTER, type Population } from "./population.ts";
import { prepare, UNKNOWN_GROUP, type MatchInput, type PreparedPerson } from "./prepare.ts";

export interface Reason {
  readonly field: "name" | "birth" | "phone" | "address" | "gender" | "nationality";
  /** German, as it stands in the list of likely duplicates */
  readonly sentence: string;
  readonly speaks: "for" | "against";
}

export interface Comparison {
  /** logarithm (base 2) of the odds that both are the same human; 0 is one to one */
  readonly score: number;
  readonly verdict: "same-likely" | "possible" | "different";
  readonly reasons: readonly Reason[];
}

/** Odds from which a pair is shown at all, and from which it is called likely: 1:1 and 20:1. */
const POSSIBLE = 0;
export const LIKELY = Math.log2(20);

// Before anything is compared: of n rows about every fifth has one double, and each person has about three relatives on
// the list. Among n²/2 pairs that makes 0.4/n and 3/n.
const DOUBLES_PER_ROW = 0.4;
const RELATIVES_PER_ROW = 3;

interface Facts {
  readonly birth: Evidence | null;
  readonly phone: Evidence | null;
  readonly address: Evidence | null;
  readonly nationality: Evidence | null;
}
const factsOf = (a: PreparedPerson, b: PreparedPerson, population: Population): Facts => ({
  birth: birthEvidence(a, b, population),
  phone: phoneEvidence(a, b, population),
  address: addressEvidence(a, b, population),
  nationality: nationalityEvidence(a, b, population),
});

function nameOf(a: PreparedPerson, b: PreparedPerson, population: Population, compare: Compare): NameEvidence {
  const shared = a.nationalities.find((code) => b.nationalities.includes(code));
  return nameEvidence(a.names, b.names, shared ?? (a.group === UNKNOWN_GROUP ? b.group : a.group), population, compare);
}

/** Fathers and sons share a given name; brothers and sisters do not. */
const SIBLINGS_OF_ONE_NAME = 0.15;
const areOfOneGeneration = (a: BirthDate | null, b: BirthDate | null): boolean => a !== null && b !== null && Math.abs(a.year - b.year) < 13;

/** How much what is known besides the name speaks for one human rather than strangers: a ratio. */
function weighFacts(facts: Facts): number {
  let odds = 1;
  for (const e of [facts.birth, facts.phone, facts.address, facts.nationality]) if (e !== null) odds *= e.same / e.strangers;
  return odds;
}

function scoreOf(a: PreparedPerson, b: PreparedPerson, population: Population, name: NameEvidence, facts: Facts): number {
  let same = DOUBLES_PER_ROW / population.size;
  let family = RELATIVES_PER_ROW / population.size;
  let strangers = 1;
  for (const e of [name, facts.birth, facts.phone, facts.address, facts.nationality, genderEvidence(a, b, name.givenAgrees)]) {
    if (e === null) continue;
    same *= e.same;
    family *= e.family;
    strangers *= e.strangers;
  }
  if (name.givenAgrees && areOfOneGeneration(a.birth, b.birth)) family *= SIBLINGS_OF_ONE_NAME;
  return Math.log2(same / (family + strangers));
}

/** The score alone, for going through many; null where not even an equal name (worth at most `ceiling`) could lift the odds to one to one. */
export function quickScore(a: PreparedPerson, b: PreparedPerson, population: Population, ceiling: number, compare: Compare): number | null {
  const facts = factsOf(a, b, population);
  if ((DOUBLES_PER_ROW / population.size) * ceiling * weighFacts(facts) < 1) return null;
  return scoreOf(a, b, population, nameOf(a, b, population, compare), facts);
}

/** Compares what `prepare` made; for whole lists. */
export function comparePrepared(a: PreparedPerson, b: PreparedPerson, population: Population, compare: Compare = likenessOf): Comparison {
  const [name, facts] = [nameOf(a, b, population, compare), factsOf(a, b, population)];
  const score = scoreOf(a, b, population, name, facts);
  const evidence: readonly (readonly [Reason["field"], Evidence | null])[] = [
    ["name", name], ["birth", facts.birth], ["phone", facts.phone], ["address", facts.address], ["gender", genderEvidence(a, b, name.givenAgrees)], ["nationality", facts.nationality],
  ];
  const reasons = evidence.flatMap(([field, e]): Reason[] => (e?.reason === undefined ? [] : [{ field, sentence: e.reason, speaks: e.same >= e.strangers ? "for" : "against" }]));
  return { score, verdict: score >= LIKELY ? "same-likely" : score >= POSSIBLE ? "possible" : "different", reasons };
}

/** How likely two records mean the same human, with the reasons in words. It never decides: a person does. */
export function comparePersons(a: MatchInput, b: MatchInput, population: Population = ANY_REGISTER): Comparison {
  return comparePrepared(prepare(a), prepare(b), population);
}
