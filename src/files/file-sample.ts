const HEAD = 65_536;
const TAIL = 262_144;

/** What is kept of a passing file to tell its kind: its beginning, its end, its size, whether it is text throughout. */
export class FileSample {
  size = 0;
  /** a NUL byte anywhere: no text in UTF-8 or Windows-1252 */
  hasNul = false;
  #head: Buffer = Buffer.alloc(0);
  #tail: Buffer[] = [];
  #tailBytes = 0;

  add(bytes: Uint8Array): void {
    this.size += bytes.length;
    this.hasNul ||= bytes.includes(0);
    if (this.#head.length < HEAD) this.#head = Buffer.concat([this.#head, bytes.subarray(0, HEAD - this.#head.length)]);
    this.#tail.push(Buffer.from(bytes));
    this.#tailBytes += bytes.length;
    while (this.#tailBytes - this.#tail[0]!.length >= TAIL) this.#tailBytes -= this.#tail.shift()!.length;
  }

  get head(): Buffer {
    return this.#head;
  }

  /** The last bytes: at least 256 KiB of them, or all. */
  get tail(): Buffer {
    return Buffer.concat(this.#tail);
  }
}
