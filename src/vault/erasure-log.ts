import { createHash } from "node:crypto";
import { closeSync, fstatSync, fsync, openSync, readSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { syncDirectory } from "./durable-file.ts";
import { type KeyRef, parseKeyRef } from "./key-ref.ts";

const sync = promisify(fsync);
const REFS_PER_LINE = 64;

const checksum = (body: string): string => createHash("sha256").update(body).digest("hex").slice(0, 16);

/** One line: `erase 1 <instant> <ref> … #<first 16 hex digits of SHA-256 of what stands before " #">`. */
function formatLines(refs: readonly KeyRef[], at: Date): string {
  const lines: string[] = [];
  for (let i = 0; i < refs.length; i += REFS_PER_LINE) {
    const body = `erase 1 ${at.toISOString()} ${refs.slice(i, i + REFS_PER_LINE).join(" ")}`;
    lines.push(`${body} #${checksum(body)}`);
  }
  // Starts on a line of its own even where a crash left a torn one before it.
  return `\n${lines.join("\n")}\n`;
}

/** Null for a line that was torn or damaged: its destruction was never acknowledged. */
function parseLine(line: string): KeyRef[] | null {
  const cut = line.lastIndexOf(" #");
  const body = line.slice(0, cut);
  if (cut < 0 || line.slice(cut + 2) !== checksum(body)) return null;
  const [word, version, , ...refs] = body.split(" ");
  if (word !== "erase" || version !== "1" || refs.some((ref) => parseKeyRef(ref) === null)) return null;
  return refs as KeyRef[];
}

/** The append-only list of destroyed keys. Several processes append to one file; each reads on from where it was. */
export class ErasureLog {
  readonly #fd: number;
  #offset = 0;
  #unreadable = 0;

  constructor(path: string) {
    this.#fd = openSync(path, "a+", 0o600);
    syncDirectory(dirname(path));
  }

  /** How many lines could not be read so far; worth a warning, since a damaged line may have been a real erasure. */
  get unreadableLines(): number {
    return this.#unreadable;
  }

  async append(refs: readonly KeyRef[], at: Date = new Date()): Promise<void> {
    const bytes = Buffer.from(formatLines(refs, at));
    // A short write is a full disk: the next append starts a new line, the torn one fails its checksum.
    const written = writeSync(this.#fd, bytes);
    if (written !== bytes.length) throw new Error("erasure log: short write");
    await sync(this.#fd);
  }

  readAll(): KeyRef[] {
    this.#offset = 0;
    this.#unreadable = 0;
    return this.readNew();
  }

  /** What was appended by anybody since the last call; costs one fstat where nothing was. */
  readNew(): KeyRef[] {
    const size = fstatSync(this.#fd).size;
    if (size <= this.#offset) return [];
    const bytes = Buffer.alloc(size - this.#offset);
    const end = readSync(this.#fd, bytes, 0, bytes.length, this.#offset);
    const whole = bytes.subarray(0, end).lastIndexOf(0x0a) + 1;
    this.#offset += whole;
    const found: KeyRef[] = [];
    for (const line of bytes.toString("utf8", 0, whole).split("\n")) {
      if (line === "") continue;
      const refs = parseLine(line);
      if (refs === null) this.#unreadable += 1;
      else for (const ref of refs) found.push(ref);
    }
    return found;
  }

  close(): void {
    closeSync(this.#fd);
  }
}
