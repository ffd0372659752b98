import { birthKeys, isPlaceholder } from "./birth.ts";
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

interface Block {
  rows: number[];
  /** only in large blocks: where each row stands */
  places?: Map<number, number>;
}

function sortLarge(block: Block, list: readonly PreparedPerson[]): void {
  if (block.rows.length <= LARGE_BLOCK) return;
  const order = (row: number): string => `${list[row]?.birth?.year ?? ""}|${list[row]?.birth?.month ?? ""}|${list[row]?.names[0]?.given.bare.text ?? ""}`;
  const sorted = block.rows.map((row) => ({ row, by: order(row) })).sort((x, y) => (x.by < y.by ? -1 : x.by > y.by ? 1 : x.row - y.row));
  block.rows = sorted.map((entry) => entry.row);
  block.places = new Map(block.rows.map((row, place) => [row, place]));
}

function* near(block: Block, row: number): Generator<number> {
  const place = block.places?.get(row);
  const rows = place === undefined ? block.rows : block.rows.slice(Math.max(0, place - NEIGHBOURS), place + NEIGHBOURS + 1);
  for (const other of rows) if (other > row) yield other;
}

/** For a row number, the later rows worth comparing with it, each once. */
export function blockList(list: readonly PreparedPerson[]): (row: number) => ReadonlySet<number> {
  const blocks = new Map<string, Block>();
  const blocksByRow: Block[][] = [];
  for (const [row, person] of list.entries()) {
    const mine: Block[] = [];
    for (const key of blocksOf(person)) {
      let block = blocks.get(key);
      if (block === undefined) blocks.set(key, (block = { rows: [] }));
      block.rows.push(row);
      mine.push(block);
    }
    blocksByRow.push(mine);
  }
  for (const block of blocks.values()) sortLarge(block, list);
  blocks.clear();
  return (row) => {
    const partners = new Set<number>();
    for (const block of blocksByRow[row] ?? []) for (const other of near(block, row)) partners.add(other);
    return partners;
  };
}
