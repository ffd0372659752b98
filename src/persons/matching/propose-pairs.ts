import { blockList } from "./blocks.ts";
import { cannotBeSame, comparePrepared, type Comparison } from "./compare-persons.ts";
import { nameForm, type NameForm } from "./name-form.ts";
import { likenessOf, type Likeness } from "./name-likeness.ts";
import { populationOf, type Population } from "./population.ts";
import { prepare, UNKNOWN_GROUP, type MatchInput, type PreparedPerson } from "./prepare.ts";
import { pairsThroughThirdRow } from "./third-row.ts";

export interface Pair extends Comparison {
  readonly a: string;
  readonly b: string;
}

const MOST_REMEMBERED = 400_000;

/** nameForm that computes each spelling once, and a comparison that remembers pairs of spellings. */
function rememberNames(): { form: (text: string) => NameForm; compare: (a: NameForm, b: NameForm) => Likeness } {
  const forms = new Map<string, NameForm>();
  const numbers = new Map<NameForm, number>();
  const likenesses = new Map<number, Likeness>();
  const form = (text: string): NameForm => {
    let known = forms.get(text);
    if (known === undefined) {
      known = nameForm(text);
      forms.set(text, known);
      numbers.set(known, numbers.size);
    }
    return known;
  };
  const compare = (a: NameForm, b: NameForm): Likeness => {
    const [x, y] = [numbers.get(a) ?? 0, numbers.get(b) ?? 0];
    const key = x < y ? x * 67_108_864 + y : y * 67_108_864 + x;
    let known = likenesses.get(key);
    if (known === undefined) {
      if (likenesses.size >= MOST_REMEMBERED) likenesses.clear();
      known = likenessOf(a, b);
      likenesses.set(key, known);
    }
    return known;
  };
  return { form, compare };
}

/** How much the name of a person can say at best: much where it is rare. Saves comparing names that cannot decide. */
function nameCeiling(person: PreparedPerson, population: Population): number {
  // the other record's nationality may make the name rarer than it looks here
  if (person.group === UNKNOWN_GROUP) return Number.POSITIVE_INFINITY;
  const rarest = Math.min(...person.names.map((name) => population.family(name.family, person.group) * population.given(name.given, person.group)));
  return 1 / (0.3 * rarest);
}

function directPairs(list: readonly PreparedPerson[], population: Population, compare: (a: NameForm, b: NameForm) => Likeness): Pair[] {
  const pairs: Pair[] = [];
  const partnersOf = blockList(list);
  for (const [row, a] of list.entries()) {
    const ceiling = nameCeiling(a, population);
    for (const partner of partnersOf(row)) {
      const b = list[partner];
      if (b === undefined || cannotBeSame(a, b, population, ceiling)) continue;
      const comparison = comparePrepared(a, b, population, compare);
      if (comparison.verdict !== "different") pairs.push({ a: a.id, b: b.id, ...comparison });
    }
  }
  return pairs;
}

/** The pairs of a list that may mean one human, the likeliest first. 100,000 rows take well under a minute. */
export function proposePairs(list: readonly MatchInput[]): Pair[] {
  const { form, compare } = rememberNames();
  const prepared = list.map((input) => prepare(input, form));
  const population = populationOf(prepared);
  const pairs = directPairs(prepared, population, compare);
  const byId = new Map(prepared.map((person) => [person.id, person]));
  const compareIds = (x: string, y: string): Comparison | null => {
    const [a, b] = [byId.get(x), byId.get(y)];
    return a === undefined || b === undefined ? null : comparePrepared(a, b, population, compare);
  };
  pairs.push(...pairsThroughThirdRow(pairs, compareIds));
  return pairs.sort((x, y) => y.score - x.score);
}
