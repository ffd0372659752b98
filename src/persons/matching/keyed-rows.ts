/**
 * Which rows have a key in common, for a hundred thousand rows with a dozen keys each: keys are kept as numbers in plain arrays,
 * twenty bytes for each instead of two hundred. Two keys of one number would only mean a comparison too many.
 */

class Growing<A extends Float64Array | Uint32Array> {
  #array: A;
  #length = 0;
  readonly #make: (size: number) => A;
  constructor(make: (size: number) => A) {
    this.#make = make;
    this.#array = make(1024);
  }
  push(value: number): void {
    if (this.#length === this.#array.length) {
      const larger = this.#make(this.#length * 2);
      larger.set(this.#array);
      this.#array = larger;
    }
    this.#array[this.#length] = value;
    this.#length += 1;
  }
  get length(): number {
    return this.#length;
  }
  done(): A {
    return this.#array.subarray(0, this.#length) as A;
  }
}

/** 53 bits of two hashes (FNV-1a and one with another prime). */
function numberOf(key: string): number {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < key.length; i += 1) {
    const code = key.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  return (a >>> 0) * 2_097_152 + ((b ^ (b >>> 15)) >>> 11);
}
const BITS = 53;
const MOST_SLOT_BITS = 20;

export class KeyedRows {
  readonly #keys = new Growing((size) => new Float64Array(size));
  readonly #rows = new Growing((size) => new Uint32Array(size));
  readonly #starts = new Growing((size) => new Uint32Array(size));

  /** The keys of the next row. */
  add(keys: readonly string[]): void {
    const row = this.#starts.length;
    this.#starts.push(this.#keys.length);
    for (const key of keys) {
      this.#keys.push(numberOf(key));
      this.#rows.push(row);
    }
  }

  group(large: number, inOrder: (a: number, b: number) => number): GroupedRows {
    const [keys, rows] = [this.#keys.done(), this.#rows.done()];
    this.#starts.push(keys.length);
    return new GroupedRows(keys, rows, this.#starts.done(), large, inOrder);
  }
}

/** Rows of one key stand side by side; of each key of a row it is known where. */
export class GroupedRows {
  readonly #starts: Uint32Array;
  readonly #members: Uint32Array;
  /** by key of a row: where it stands among the members, and where its block begins and ends */
  readonly #place: Uint32Array;
  readonly #first: Uint32Array;
  readonly #end: Uint32Array;
  readonly #large: number;

  constructor(keys: Float64Array, rows: Uint32Array, starts: Uint32Array, large: number, inOrder: (a: number, b: number) => number) {
    this.#starts = starts;
    this.#large = large;
    const order = sorted(keys);
    this.#members = new Uint32Array(keys.length);
    [this.#place, this.#first, this.#end] = [new Uint32Array(keys.length), new Uint32Array(keys.length), new Uint32Array(keys.length)];
    for (let from = 0; from < order.length; ) {
      let end = from + 1;
      while (end < order.length && keys[order[end]!] === keys[order[from]!]) end += 1;
      const block = order.subarray(from, end);
      if (end - from > large) block.sort((a, b) => inOrder(rows[a]!, rows[b]!));
      for (const [i, entry] of block.entries()) {
        this.#members[from + i] = rows[entry]!;
        this.#place[entry] = from + i;
        this.#first[entry] = from;
        this.#end[entry] = end;
      }
      from = end;
    }
  }

  /** Rows that share a key with this one; of a large block its neighbours only. */
  eachNear(row: number, neighbours: number, visit: (other: number) => void): void {
    for (let entry = this.#starts[row]!; entry < this.#starts[row + 1]!; entry += 1) {
      let [from, end] = [this.#first[entry]!, this.#end[entry]!];
      if (end - from > this.#large) [from, end] = [Math.max(from, this.#place[entry]! - neighbours), Math.min(end, this.#place[entry]! + neighbours + 1)];
      for (let at = from; at < end; at += 1) visit(this.#members[at]!);
    }
  }
}

/** Places of the keys in ascending order: dealt into slots by their first bits, then each slot by itself. */
function sorted(keys: Float64Array): Uint32Array {
  const bits = Math.min(MOST_SLOT_BITS, Math.ceil(Math.log2(keys.length + 2)));
  const slots = 2 ** bits;
  const slotOf = (key: number): number => Math.floor(key / 2 ** (BITS - bits));
  const counts = new Uint32Array(slots + 1);
  for (const key of keys) counts[slotOf(key) + 1]! += 1;
  for (let slot = 1; slot <= slots; slot += 1) counts[slot]! += counts[slot - 1]!;
  const order = new Uint32Array(keys.length);
  const next = counts.slice();
  for (let at = 0; at < keys.length; at += 1) {
    const slot = slotOf(keys[at]!);
    order[next[slot]!] = at;
    next[slot]! += 1;
  }
  for (let slot = 0; slot < slots; slot += 1) {
    const [from, end] = [counts[slot]!, counts[slot + 1]!];
    if (end - from > 1) order.subarray(from, end).sort((a, b) => keys[a]! - keys[b]! || a - b);
  }
  return order;
}
