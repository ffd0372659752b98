/** The least recently used keys leave first; a key that leaves is overwritten in memory. */
export class KeyCache {
  readonly #keys = new Map<string, Buffer>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#keys.size;
  }

  get(ref: string): Buffer | undefined {
    const key = this.#keys.get(ref);
    if (key === undefined) return undefined;
    this.#keys.delete(ref);
    this.#keys.set(ref, key);
    return key;
  }

  put(ref: string, key: Buffer): void {
    this.#keys.set(ref, key);
    if (this.#keys.size <= this.#limit) return;
    const oldest = this.#keys.keys().next();
    if (!oldest.done) this.forget(oldest.value);
  }

  forget(ref: string): void {
    this.#keys.get(ref)?.fill(0);
    this.#keys.delete(ref);
  }

  clear(): void {
    for (const ref of this.#keys.keys()) this.forget(ref);
  }
}
