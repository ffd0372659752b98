import { birthKeys, isPlaceholder } from "./birth.ts";
import { KeyedRows } from "./keyed-rows.ts";
import type { PreparedName, PreparedPerson } from "./prepare.ts";
import { wholeNameKey } from "./search-keys.ts";
import { skeletons } from "./skeleton.ts";

/** In a block with more members each is compared with its next neighbours only, ordered by birth year and name. */
const LARGE_BLOCK = 80;
const NEIGHBOURS = 12;

function nameBlocks(name: PreparedName, person: PreparedPerson): string[] {
  const whole = wholeNameKey(name.family, name.given);
  const spoken = [...name.family.families, ...name.given.families].map((number) => `=${number}`);
  const words = [...skeletons(name.family.bare, 2), ...skeletons(name.given.bare, 2), ...spoken];
  const keys = whole === null ? [] : [whole];
  const birth = person.birth;
  for (const word of words) {
    if (birth !== null) keys.push(`w${word}|${birth.year}`);
    if (birth !== null && birth.month !== null && birth.day !== null && !isPlaceholder(birth)) keys.push(`d${word}|${birth.month}-${birth.day}`);
    for (const address of person.addresses) keys.push(`a${word}|${address}`);
  }
  return keys;
}

/** Two rows with a block in common are compared; with none in common they never meet. */
function blocksOf(person: PreparedPerson): readonly string[] {
  const keys = person.names.flatMap((name) => nameBlocks(name, person));
  if (person.birth !== null && !isPlaceholder(person.birth)) keys.push(...birthKeys(person.birth).filter((key) => key.startsWith("b:")));
  for (const phone of person.phones) keys.push(`p${phone}`);
  return [...new Set(keys)];
}

/** By birth year, month and given name: whom a large block puts beside each other. */
function inOrder(list: readonly PreparedPerson[]): (a: number, b: number) => number {
  const when = (row: number): number => (list[row]?.birth?.year ?? 0) * 13 + (list[row]?.birth?.month ?? 0);
  const given = (row: number): string => list[row]?.names[0]?.given.bare.text ?? "";
  return (a, b) => when(a) - when(b) || (given(a) < given(b) ? -1 : given(a) > given(b) ? 1 : a - b);
}

/** For a row number, the later rows worth comparing with it, each once. */
export function blockList(list: readonly PreparedPerson[]): (row: number) => ReadonlySet<number> {
  const keyed = new KeyedRows();
  for (const person of list) keyed.add(blocksOf(person));
  const blocks = keyed.group(LARGE_BLOCK, inOrder(list));
  const partners = new Set<number>();
  return (row) => {
    partners.clear();
    blocks.eachNear(row, NEIGHBOURS, (other) => {
      if (other > row) partners.add(other);
    });
    return partners;
  };
}
