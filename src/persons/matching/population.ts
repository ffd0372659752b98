import { skeletons } from "./skeleton.ts";
import { isPlaceholder, type BirthDate } from "./birth.ts";
import { type Habits, JUDGED } from "./habits.ts";
import type { NameForm } from "./name-form.ts";
import { UNKNOWN_GROUP, type PreparedPerson } from "./prepare.ts";

/** What is common and what is rare among the people compared: agreeing in something rare says more. */
export interface Population {
  readonly size: number;
  /** chance that a stranger of the same nationality bears a name that sounds like this one */
  readonly family: (form: NameForm, group: string) => number;
  readonly given: (form: NameForm, group: string) => number;
  readonly birth: (birth: BirthDate) => number;
  readonly nationality: (code: string) => number;
  readonly phone: (key: string) => number;
  readonly address: (key: string) => number;
  /** how the same person's rows differ here */
  readonly habits: Habits;
}

// Counted on no list: what one expects of people from one country (the commonest family names reach 5 %), of birth dates
// over some forty years of which a tenth or more are 1 January, and of a telephone number.
const PRIOR = { name: 0.01, birth: 1 / 14_000, placeholder: 0.15 / 45, nationality: 0.1, phone: 1e-5, address: 1e-4 };
const NAME_PRIOR_WEIGHT = 20;
/** as if so many pairs of strangers had been looked at before */
const PRIOR_PAIRS = 800;

const birthText = (b: BirthDate): string => `${b.year}-${b.month ?? 0}-${b.day ?? 0}`;
const birthPrior = (b: BirthDate): number => (isPlaceholder(b) ? PRIOR.placeholder : b.month === null ? 1 / 45 : PRIOR.birth);
const nameKey = (form: NameForm): string => skeletons(form.bare, 1)[0] ?? "";

/** For comparing two persons without a list around them: a municipality's register of some size. */
export const ANY_REGISTER: Population = {
  size: 3000,
  family: () => PRIOR.name,
  given: () => PRIOR.name,
  birth: birthPrior,
  nationality: () => PRIOR.nationality,
  phone: () => PRIOR.phone,
  address: () => PRIOR.address,
  habits: JUDGED,
};

class Counter {
  keys(): Iterable<string> {
    return this.#counts.keys();
  }
  readonly #counts = new Map<string, number>();
  add(key: string): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }
  get(key: string): number {
    return this.#counts.get(key) ?? 0;
  }
}

/**
 * How common a name is before one looks at it: the chance that two people of the group share theirs, counted on the list. Where
 * few names are borne by many, a name seen twice or thrice is no rarity; the prior alone would take it for one.
 */
function expectedShares(names: Counter, groups: Counter): (kind: "f" | "g", group: string) => number {
  const shared = new Map<string, number>();
  for (const key of names.keys()) {
    const count = names.get(key);
    const of = key.slice(0, key.indexOf("|"));
    shared.set(of, (shared.get(of) ?? 0) + count * (count - 1));
  }
  return (kind, group) => {
    const size = groups.get(group);
    const pairs = size * Math.max(0, size - 1);
    return ((shared.get(kind + group) ?? 0) + PRIOR.name * PRIOR_PAIRS) / (pairs + PRIOR_PAIRS);
  };
}

/** Frequencies counted on the list itself, smoothed by what one would expect without it. */
export function populationOf(list: readonly PreparedPerson[]): Population {
  const [names, groups, births, nations, phones, addresses] = [new Counter(), new Counter(), new Counter(), new Counter(), new Counter(), new Counter()];
  for (const person of list) {
    groups.add(person.group);
    const [name] = person.names;
    if (name !== undefined) {
      names.add(`f${person.group}|${nameKey(name.family)}`);
      names.add(`g${person.group}|${nameKey(name.given)}`);
    }
    if (person.birth !== null) births.add(birthText(person.birth));
    for (const code of person.nationalities) nations.add(code);
    for (const phone of person.phones) phones.add(phone);
    for (const address of person.addresses) addresses.add(address);
  }
  const size = Math.max(list.length, 2);
  // One's own row and, often, one's duplicate are among the counted: two rows are no sign of a common value.
  const share = (count: number, prior: number, weight = size): number => (Math.max(0, count - 2) + prior * weight) / (size + weight);
  const expected = expectedShares(names, groups);
  const inGroup = (kind: "f" | "g", form: NameForm, group: string): number =>
    (Math.max(0, names.get(`${kind}${group}|${nameKey(form)}`) - 1) + expected(kind, group) * NAME_PRIOR_WEIGHT) / (groups.get(group) + NAME_PRIOR_WEIGHT);
  // Where the nationality is unknown the name itself tells the culture: it counts as common as where it is commonest.
  const anywhere = new Map<string, number>();
  const nameShare = (kind: "f" | "g") => (form: NameForm, group: string): number => {
    if (group !== UNKNOWN_GROUP) return inGroup(kind, form, group);
    const key = kind + nameKey(form);
    let share = anywhere.get(key);
    if (share === undefined) anywhere.set(key, (share = Math.max(...[UNKNOWN_GROUP, ...groups.keys()].map((each) => inGroup(kind, form, each)))));
    return share;
  };
  return {
    size,
    family: nameShare("f"),
    given: nameShare("g"),
    birth: (birth) => share(births.get(birthText(birth)), birthPrior(birth)),
    nationality: (code) => (nations.get(code) + 1) / (size + 10),
    phone: (key) => share(phones.get(key), PRIOR.phone),
    address: (key) => share(addresses.get(key), PRIOR.address),
    habits: JUDGED,
  };
}
