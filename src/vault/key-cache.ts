import type { KeyObject } from "node:crypto";

/** The least recently used keys leave first. KeyObjects: a cipher from one starts twice as fast as from a Buffer. */
export class KeyCache {
  readonly #keys = new Map<string, KeyObject>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#keys.size;
  }

  get(ref: string): KeyObject | undefined {
    const key = this.#keys.get(ref);
    if (key === undefined) return undefined;
    this.#keys.delete(ref);
    this.#keys.set(ref, key);
    return key;
  }

  put(ref: string, key: KeyObject): void {
    this.#keys.set(ref, key);
    if (this.#keys.size <= this.#limit) return;
    const oldest = this.#keys.keys().next();
    if (!oldest.done) this.forget(oldest.value);
  }

  forget(ref: string): void {
    this.#keys.delete(ref);
  }

  clear(): void {
    this.#keys.clear();
  }
}
