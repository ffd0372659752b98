import type { BirthDate } from "./birth.ts";
import type { MatchInput } from "./prepare.ts";
import { Dice, type SyntheticList, typo } from "./synthetic-list.test-support.ts";
import { KINDRED_CULTURES } from "./kindred-names.test-data.ts";
import { CULTURES, type Culture } from "./synthetic-names.test-data.ts";

/**
 * Lists of the kind that data/fallliste.csv is, with other people: few names borne by many, one person in six twice, names in
 * another spelling or script, a last letter doubled, names swapped, day and month swapped, 1 January or the year alone, moved
 * house; the telephone number is missing or the same. What the shares vary by is drawn anew for every seed.
 */
export interface Kind {
  readonly doubles: number;
  readonly otherScript: number;
  readonly otherSpelling: number;
  /** the last letter doubled: what the example's typist does */
  readonly doubledLetter: number;
  /** any other slip in a name */
  readonly slip: number;
  readonly swappedNames: number;
  readonly swappedDay: number;
  readonly firstOfJanuary: number;
  readonly yearOnly: number;
  readonly wrongYear: number;
  readonly moved: number;
  readonly noPhone: number;
  readonly noGender: number;
  /** share of persons with relatives on the list, at one address and, half of them, with one telephone */
  readonly relatives: number;
  /** names of a field that are used, of those there are */
  readonly names: number;
}

const between = (dice: Dice, low: number, high: number): number => low + dice.next() * (high - low);

/** Drawn around the shares that were counted in the example. */
export const kindOf = (seed: number, relatives = 0): Kind => {
  const dice = new Dice(seed * 7 + 3);
  return {
    doubles: between(dice, 0.12, 0.22), otherScript: between(dice, 0.1, 0.25), otherSpelling: between(dice, 0.25, 0.5), doubledLetter: between(dice, 0.03, 0.1), slip: between(dice, 0, 0.03),
    swappedNames: between(dice, 0.02, 0.07), swappedDay: between(dice, 0.03, 0.1), firstOfJanuary: between(dice, 0.04, 0.1), yearOnly: between(dice, 0.03, 0.1), wrongYear: between(dice, 0.01, 0.05),
    moved: between(dice, 0.25, 0.45), noPhone: between(dice, 0.15, 0.3), noGender: between(dice, 0.2, 0.35), relatives, names: between(dice, 0.6, 1),
  };
};

interface Human {
  readonly culture: Culture;
  readonly nationality: string;
  readonly family: readonly string[];
  readonly given: readonly string[];
  readonly gender: "female" | "male";
  readonly birth: BirthDate;
  readonly phone: string;
  readonly home: { readonly street: string; readonly postcode: string };
}

const STREETS = ["Lindenstr.", "Am Kastell", "Xantener Straße", "Mühlenstraße", "Krefelder Str.", "Goethestr.", "Kirchplatz", "Venloer Str"];
const POSTCODES = ["47574", "47533", "47608", "47623", "47638", "46509", "46459"];
const newHome = (dice: Dice): Human["home"] => ({ street: `${dice.pick(STREETS)} ${1 + dice.below(140)}`, postcode: dice.pick(POSTCODES) });
const newPhone = (dice: Dice): string => `01${5 + dice.below(3)}${dice.below(10)}${dice.below(100_000_000)}`;

function newHuman(dice: Dice, kind: Kind, culture: Culture): Human {
  const gender = dice.chance(0.5) ? "female" : "male";
  const some = (list: readonly (readonly string[])[]): readonly string[] => dice.pick(list.slice(0, Math.max(3, Math.round(list.length * kind.names))));
  const year = 1956 + dice.below(55);
  const birth = dice.chance(0.1) ? { year, month: 1, day: 1, estimated: false } : { year, month: 1 + dice.below(12), day: 1 + dice.below(28), estimated: false };
  return { culture, nationality: dice.pick(culture.nationality.split("/")), family: some(culture.families), given: some(gender === "female" ? culture.women : culture.men), gender, birth, phone: newPhone(dice), home: newHome(dice) };
}

/** A sister, a brother, a twin, a child: everything that makes two people look like one. */
function relativeOf(dice: Dice, kind: Kind, human: Human): Human {
  let other = newHuman(dice, kind, human.culture);
  for (let i = 0; i < 9 && other.given === human.given; i += 1) other = newHuman(dice, kind, human.culture);
  const isTwin = dice.chance(0.1);
  return { ...other, nationality: human.nationality, family: human.family, home: human.home, phone: dice.chance(0.5) ? human.phone : other.phone, ...(isTwin ? { birth: human.birth } : {}) };
}

const isLatin = (text: string): boolean => /^\p{Script=Latin}/u.test(text);
function spell(dice: Dice, kind: Kind, spellings: readonly string[]): string {
  const [latin, foreign] = [spellings.filter(isLatin), spellings.filter((text) => !isLatin(text))];
  let text = latin[0] ?? spellings[0] ?? "";
  if (foreign.length > 0 && dice.chance(kind.otherScript)) text = dice.pick(foreign);
  else if (latin.length > 1 && dice.chance(kind.otherSpelling)) text = dice.pick(latin.slice(1));
  if (dice.chance(kind.doubledLetter)) text += text.at(-1) ?? "";
  else if (dice.chance(kind.slip)) text = typo(dice, text);
  return text;
}

function writeBirth(dice: Dice, kind: Kind, birth: BirthDate): BirthDate {
  if (dice.chance(kind.firstOfJanuary)) return { year: birth.year, month: 1, day: 1, estimated: false };
  if (dice.chance(kind.yearOnly)) return { year: birth.year, month: null, day: null, estimated: dice.chance(0.6) };
  if (dice.chance(kind.swappedDay) && (birth.day ?? 99) <= 12) return { year: birth.year, month: birth.day, day: birth.month, estimated: false };
  return dice.chance(kind.wrongYear) ? { ...birth, year: birth.year + (dice.chance(0.5) ? 1 : -1) } : birth;
}

function writeRow(dice: Dice, kind: Kind, human: Human, id: string, again: boolean): MatchInput {
  const [family, given] = [spell(dice, kind, human.family), spell(dice, kind, human.given)];
  const isSwapped = again && dice.chance(kind.swappedNames);
  const isLoud = dice.chance(0.04);
  const [first, second] = isSwapped ? [given, family] : [isLoud ? family.toUpperCase() : family, given];
  return {
    id, family: first, given: second, birth: again ? writeBirth(dice, kind, human.birth) : human.birth, gender: dice.chance(kind.noGender) ? null : human.gender, nationalities: [human.nationality],
    phones: dice.chance(kind.noPhone) ? [] : [dice.chance(0.5) ? human.phone : `+49 ${human.phone.slice(1)}`], addresses: [again && dice.chance(kind.moved) ? newHome(dice) : human.home],
  };
}

/** About `persons` people, in no order; the same for the same seed. */
export function kindredList(seed: number, persons = 540, kind: Kind = kindOf(seed)): SyntheticList {
  const dice = new Dice(seed);
  const cultures = [...KINDRED_CULTURES, ...CULTURES].flatMap((culture) => (dice.chance(0.55) ? [culture] : []));
  const used = (cultures.length < 4 ? KINDRED_CULTURES : cultures).flatMap((c) => Array.from({ length: c.share }, () => c));
  const written: { readonly human: number; readonly row: MatchInput }[] = [];
  const humans: Human[] = [];
  const write = (human: Human): void => {
    const number = humans.push(human);
    const copies = 1 + (dice.chance(kind.doubles) ? (dice.chance(0.17) ? 2 : 1) : 0);
    for (let copy = 0; copy < copies; copy += 1) written.push({ human: number, row: writeRow(dice, kind, human, "", copy > 0) });
  };
  while (humans.length < persons) {
    const human = newHuman(dice, kind, dice.pick(used));
    write(human);
    if (dice.chance(kind.relatives)) for (let n = 1 + dice.below(3); n > 0; n -= 1) write(relativeOf(dice, kind, human));
  }
  for (let i = written.length - 1; i > 0; i -= 1) {
    const j = dice.below(i + 1);
    [written[i], written[j]] = [written[j]!, written[i]!];
  }
  return { rows: written.map(({ row }, i) => ({ ...row, id: String(i + 1) })), truth: new Map(written.map(({ human }, i) => [String(i + 1), human])) };
}
