import { blockList } from "./blocks.ts";
import { birthLikeness } from "./birth.ts";
import { comparePrepared, type Comparison, LIKELY, quickScore } from "./compare-persons.ts";
import { addressLikeness, phoneLikeness } from "./evidence.ts";
import { type Habits, learnHabits, type Observed } from "./habits.ts";
import { nameForm, type NameForm } from "./name-form.ts";
import { likenessOf, type Likeness } from "./name-likeness.ts";
import { populationOf, type Population } from "./population.ts";
import { prepare, UNKNOWN_GROUP, type MatchInput, type PreparedPerson } from "./prepare.ts";
import { type Pair, pairsThroughThirdRow } from "./third-row.ts";

type CompareNames = (a: NameForm, b: NameForm) => Likeness;
const MOST_REMEMBERED = 150_000;

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

/** How unlikely (score) a pair may look with the judged habits and still be looked at with those of the list. */
const NOT_BELOW = -6;

interface Candidate {
  readonly a: PreparedPerson;
  readonly b: PreparedPerson;
  readonly score: number;
}

function candidates(list: readonly PreparedPerson[], population: Population, compare: CompareNames): Candidate[] {
  const found: Candidate[] = [];
  const partnersOf = blockList(list);
  for (const [row, a] of list.entries()) {
    const ceiling = nameCeiling(a, population);
    for (const partner of partnersOf(row)) {
      const b = list[partner];
      const score = b === undefined ? null : quickScore(a, b, population, ceiling, compare);
      if (b !== undefined && score !== null && score >= NOT_BELOW) found.push({ a, b, score });
    }
  }
  return found;
}

/** What the list's own likely pairs say: for each field those that are likely without it. */
function habitsOf(pairs: readonly Candidate[], population: Population, compare: CompareNames): Habits {
  const seen = { phone: {}, address: {}, birth: {} } as { [field in keyof Observed]: Record<string, number> };
  const count = (field: keyof Observed, likeness: string, { a, b }: Candidate, without: Partial<PreparedPerson>): void => {
    if (comparePrepared({ ...a, ...without }, { ...b, ...without }, population, compare).score >= LIKELY) seen[field][likeness] = (seen[field][likeness] ?? 0) + 1;
  };
  for (const pair of pairs) {
    if (pair.score < 0) continue;
    const [phone, address, birth] = [phoneLikeness(pair.a, pair.b), addressLikeness(pair.a, pair.b), birthLikeness(pair.a.birth, pair.b.birth)];
    if (phone !== null) count("phone", phone, pair, { phones: [] });
    if (address !== null) count("address", address, pair, { addresses: [] });
    if (birth !== "missing") count("birth", birth === "same-placeholder" ? "same" : birth, pair, { birth: null });
  }
  return learnHabits(seen);
}

/** Twice over what is likely at all: with the judged habits, then with those that the likely pairs show. */
function directPairs(list: readonly PreparedPerson[], counted: Population, compare: CompareNames): { pairs: Pair[]; population: Population } {
  const found = candidates(list, counted, compare);
  const population = { ...counted, habits: habitsOf(found, counted, compare) };
  const pairs = found.flatMap(({ a, b }): Pair[] => {
    const comparison = comparePrepared(a, b, population, compare);
    return comparison.verdict === "different" ? [] : [{ a: a.id, b: b.id, ...comparison }];
  });
  return { pairs, population };
}

/**
 * Takes persons one by one and then says which pairs may mean one human, the likeliest first. Of each only what comparing needs is
 * kept, and every spelling once. 100,000 rows take well under a minute and some 150 MB.
 */
export class PairFinder {
  readonly #names = rememberNames();
  readonly #list: PreparedPerson[] = [];

  add(input: MatchInput): void {
    this.#list.push(prepare(input, this.#names.form));
  }

  pairs(): Pair[] {
    const { compare } = this.#names;
    const { pairs, population } = directPairs(this.#list, populationOf(this.#list), compare);
    const wanted = new Set(pairs.flatMap((pair) => (pair.verdict === "same-likely" ? [pair.a, pair.b] : [])));
    const byId = new Map(this.#list.filter((person) => wanted.has(person.id)).map((person) => [person.id, person]));
    const compareIds = (x: string, y: string): Comparison | null => {
      const [a, b] = [byId.get(x), byId.get(y)];
      return a === undefined || b === undefined ? null : comparePrepared(a, b, population, compare);
    };
    pairs.push(...pairsThroughThirdRow(pairs, compareIds));
    return pairs.sort((x, y) => y.score - x.score);
  }
}

export function proposePairs(list: readonly MatchInput[]): Pair[] {
  const finder = new PairFinder();
  for (const input of list) finder.add(input);
  return finder.pairs();
}
