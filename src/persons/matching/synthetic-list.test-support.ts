import type { BirthDate } from "./birth.ts";
import type { MatchInput } from "./prepare.ts";
import { CULTURES, type Culture } from "./synthetic-names.test-data.ts";

export interface SyntheticList {
  readonly rows: readonly MatchInput[];
  /** row id → person; two rows of one person are a true pair */
  readonly truth: ReadonlyMap<string, number>;
}

/** How careless the invented office is. */
export interface Noise {
  /** share of persons with a second (sometimes third) row */
  readonly doubles: number;
  readonly otherSpelling: number;
  readonly typo: number;
  readonly swappedNames: number;
  readonly swappedDay: number;
  readonly placeholder: number;
  readonly birthSlip: number;
  readonly moved: number;
  readonly otherPhone: number;
  readonly missing: number;
  /** share of persons living in a few shelters whose address, sometimes telephone, many have */
  readonly shelters: number;
}

export const ORDINARY: Noise = { doubles: 0.2, otherSpelling: 0.45, typo: 0.1, swappedNames: 0.05, swappedDay: 0.05, placeholder: 0.12, birthSlip: 0.05, moved: 0.3, otherPhone: 0.15, missing: 0.2, shelters: 0.1 };
/** Many spellings and scripts, few typing errors: the kind of list that data/fallliste.csv is. */
export const TIDY: Noise = { ...ORDINARY, typo: 0.02, missing: 0.15, otherPhone: 0.05, shelters: 0 };
export const CARELESS: Noise = { doubles: 0.25, otherSpelling: 0.6, typo: 0.2, swappedNames: 0.08, swappedDay: 0.08, placeholder: 0.25, birthSlip: 0.08, moved: 0.4, otherPhone: 0.25, missing: 0.3, shelters: 0.25 };

interface Human {
  readonly number: number;
  readonly culture: Culture;
  readonly family: readonly string[];
  readonly given: readonly string[];
  readonly gender: "female" | "male";
  readonly birth: { readonly year: number; readonly month: number; readonly day: number };
  readonly phone: string;
  readonly street: string;
  readonly postcode: string;
}

export class Dice {
  #state: number;
  constructor(seed: number) {
    this.#state = seed * 2_654_435_761 + 1;
  }
  /** mulberry32 */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }
  chance = (p: number): boolean => this.next() < p;
  below = (n: number): number => Math.floor(this.next() * n);
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
  /** the first of a list more often than the last, as names are */
  common<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() ** 1.6 * list.length)] as T;
  }
}

const STREETS = ["Lindenallee", "Kirchstraße", "Mühlenweg", "Bergstr.", "Schulstraße", "Gartenweg", "Hauptstraße", "Am Markt", "Ringstr.", "Feldstraße", "Parkweg", "Goethestraße"];
const POSTCODES = ["59001", "59002", "59003", "59004", "59005"];

const newPhone = (dice: Dice): string => `01${5 + dice.below(3)}${dice.below(10)}${String(dice.below(100_000_000)).padStart(8, "0")}`;
const newAddress = (dice: Dice, noise: Noise): { street: string; postcode: string } =>
  dice.chance(noise.shelters) ? { street: `Wiesenweg ${1 + dice.below(3)}`, postcode: "59009" } : { street: `${dice.pick(STREETS)} ${1 + dice.below(150)}`, postcode: dice.pick(POSTCODES) };

function newBirth(dice: Dice, noise: Noise, fromYear: number, years: number): Human["birth"] {
  const year = fromYear + dice.below(years);
  return dice.chance(noise.placeholder) ? { year, month: 1, day: 1 } : { year, month: 1 + dice.below(12), day: 1 + dice.below(28) };
}

/** One person alone, or a household: parents, children, now and then twins or a son called like his father. */
function household(dice: Dice, noise: Noise, first: number): Human[] {
  const culture = dice.pick(CULTURES.flatMap((c) => Array.from({ length: c.share }, () => c)));
  const family = dice.common(culture.families);
  const phone = newPhone(dice);
  const address = newAddress(dice, noise);
  const people: Human[] = [];
  const add = (fromYear: number, years: number, fixed: Partial<Human> = {}): void => {
    const gender = fixed.gender ?? (dice.chance(0.5) ? "female" : "male");
    const used = new Set(people.map((p) => p.given));
    let given = dice.common(gender === "female" ? culture.women : culture.men);
    for (let i = 0; i < 5 && used.has(given); i += 1) given = dice.pick(gender === "female" ? culture.women : culture.men);
    people.push({ number: first + people.length, culture, family, given, gender, birth: newBirth(dice, noise, fromYear, years), phone: dice.chance(0.5) ? phone : newPhone(dice), ...address, ...fixed });
  };
  add(1960, 40);
  if (!dice.chance(0.35)) return people;
  const [parent] = people as [Human];
  add(1962, 36, { gender: parent.gender === "male" ? "female" : "male", family: dice.chance(0.6) ? family : dice.common(culture.families) });
  for (let n = dice.below(4); n > 0; n -= 1) add(parent.birth.year + 20, 18);
  const child = people[2];
  if (child !== undefined && dice.chance(0.08)) add(child.birth.year, 1, { birth: child.birth });
  if (dice.chance(0.05)) add(parent.birth.year + 20, 15, { given: parent.given, gender: parent.gender });
  return people;
}

export function typo(dice: Dice, text: string): string {
  if (text.length < 4 || !/^[a-z]/i.test(text)) return text;
  const at = 1 + dice.below(text.length - 2);
  const kind = dice.below(4);
  if (kind === 0) return text.slice(0, at) + text[at] + text.slice(at);
  if (kind === 1) return text.slice(0, at) + text.slice(at + 1);
  if (kind === 2) return text.slice(0, at) + (text[at + 1] ?? "") + text[at] + text.slice(at + 2);
  return text.slice(0, at) + dice.pick("aeiounrstl".split("")) + text.slice(at + 1);
}

function spell(dice: Dice, noise: Noise, spellings: readonly string[]): string {
  let text = dice.chance(noise.otherSpelling) ? dice.pick(spellings) : (spellings[0] ?? "");
  if (dice.chance(noise.typo)) text = typo(dice, text);
  return dice.chance(0.06) ? text.toUpperCase() : text;
}

function writeBirth(dice: Dice, noise: Noise, truth: Human["birth"]): BirthDate | null {
  const { year, month, day } = truth;
  if (dice.chance(0.02)) return null;
  if (dice.chance(noise.placeholder / 3)) return { year, month: 1, day: 1, estimated: false };
  if (dice.chance(0.04)) return { year: year + (dice.chance(0.3) ? dice.below(3) - 1 : 0), month: null, day: null, estimated: true };
  if (day <= 12 && dice.chance(noise.swappedDay * 2)) return { year, month: day, day: month, estimated: false };
  if (dice.chance(noise.birthSlip)) {
    const slips = [{ year: year + (dice.chance(0.5) ? 1 : -1), month, day }, { year: year + 10, month, day }, { year, month: 1 + (month % 12), day }, { year, month, day: 1 + (day % 28) }];
    return { ...dice.pick(slips), estimated: false };
  }
  return { year, month, day, estimated: false };
}

function writePhone(dice: Dice, phone: string): string {
  const form = dice.below(4);
  if (form === 0) return `+49 ${phone.slice(1)}`;
  if (form === 1) return `${phone.slice(0, 4)}/${phone.slice(4)}`;
  return form === 2 ? `0049${phone.slice(1)}` : `${phone.slice(0, 4)} ${phone.slice(4, 8)} ${phone.slice(8)}`;
}

function writeRow(dice: Dice, noise: Noise, human: Human, id: string, again: boolean): MatchInput {
  const [family, given] = [spell(dice, noise, human.family), spell(dice, noise, human.given)];
  const swapped = dice.chance(noise.swappedNames);
  const address = again && dice.chance(noise.moved) ? newAddress(dice, noise) : human;
  const phone = again && dice.chance(noise.otherPhone) ? newPhone(dice) : human.phone;
  return {
    id,
    family: swapped ? given : family,
    given: swapped ? family : given,
    birth: writeBirth(dice, noise, human.birth),
    gender: dice.chance(noise.missing) ? null : dice.chance(0.01) ? (human.gender === "male" ? "female" : "male") : human.gender,
    nationalities: dice.chance(noise.missing / 3) ? [] : dice.chance(0.02) ? ["998"] : [human.culture.nationality],
    phones: dice.chance(noise.missing) ? [] : [writePhone(dice, phone)],
    addresses: dice.chance(noise.missing / 3) ? [] : [{ street: dice.chance(0.2) ? address.street.replace("straße", "str.") : address.street, postcode: address.postcode }],
  };
}

/** An invented list of about `persons` people; the same for the same seed. */
export function syntheticList(seed: number, persons: number, noise: Noise): SyntheticList {
  const dice = new Dice(seed);
  const rows: MatchInput[] = [];
  const truth = new Map<string, number>();
  const write = (human: Human, again: boolean): void => {
    const id = String(rows.length + 1);
    rows.push(writeRow(dice, noise, human, id, again));
    truth.set(id, human.number);
  };
  for (let count = 0; count < persons; ) {
    const people = household(dice, noise, count);
    count += people.length;
    for (const human of people) {
      write(human, false);
      if (dice.chance(noise.doubles)) write(human, true);
      if (dice.chance(noise.doubles / 6)) write(human, true);
    }
  }
  return { rows, truth };
}
