/** Numbers that are the same for the same seed (xorshift128+ seeded by splitmix): no secret may ever come from here. */
export class SeededRandom {
  #a: number;
  #b: number;
  #c: number;
  #d: number;
  #clock: number;

  /** `startMs`: the instant that the first id is of; each following id is a millisecond or less later */
  constructor(seed: string, startMs: number) {
    let h = 1779033703;
    for (const ch of seed) h = Math.imul(h ^ ch.codePointAt(0)!, 3432918353);
    const next = (): number => {
      h = Math.imul(h ^ (h >>> 16), 2246822507);
      h = Math.imul(h ^ (h >>> 13), 3266489909) + 0x9e3779b9;
      return (h ^= h >>> 16) >>> 0;
    };
    [this.#a, this.#b, this.#c, this.#d] = [next(), next(), next(), next() | 1];
    this.#clock = startMs;
  }

  /** 0 … 2³²−1 */
  word(): number {
    let t = this.#d;
    const s = this.#a;
    this.#d = this.#c;
    this.#c = this.#b;
    this.#b = s;
    t ^= t << 11;
    t ^= t >>> 8;
    this.#a = t ^ s ^ (s >>> 19);
    return this.#a >>> 0;
  }
  /** least … most, both included */
  between(least: number, most: number): number {
    return least + (this.word() % (most - least + 1));
  }
  chance(probability: number): boolean {
    return this.word() < probability * 4_294_967_296;
  }
  pick<T>(from: readonly T[]): T {
    return from[this.word() % from.length]!;
  }
  pickSome<T>(from: readonly T[], count: number): T[] {
    const rest = [...from];
    const taken: T[] = [];
    while (taken.length < count && rest.length > 0) taken.push(...rest.splice(this.word() % rest.length, 1));
    return taken;
  }
  /** by weight: `{ talk: 5, phone: 3 }` */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let left = (this.word() / 4_294_967_296) * entries.reduce((sum, [, w]) => sum + w, 0);
    for (const [key, weight] of entries) if ((left -= weight) < 0) return key;
    return entries[0]![0];
  }
  /** a UUID of version 7: later ids sort later, as those of the product do */
  id(): string {
    this.#clock += 1;
    const time = Math.floor(this.#clock).toString(16).padStart(12, "0");
    const hex = (n: number): string => n.toString(16).padStart(8, "0");
    const [x, y, z] = [hex(this.word()), hex(this.word()), hex(this.word())];
    return `${time.slice(0, 8)}-${time.slice(8)}-7${x.slice(0, 3)}-${"89ab"[this.word() & 3]}${x.slice(3, 6)}-${y}${z.slice(0, 4)}`;
  }
}
