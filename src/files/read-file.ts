import { type FileHandle, open } from "node:fs/promises";
import { CHUNK_BYTES, FileDamaged, HEAD_BYTES, openChunk, saltOf, TAG_BYTES } from "./chunk-cipher.ts";
import type { FileBinding, FileKeys } from "./file-keys.ts";
import { placeOf } from "./stored-place.ts";

export interface ReadFileOptions {
  readonly keys: FileKeys;
  readonly keyRef: string;
  readonly binding: FileBinding;
  readonly dir: string;
  readonly storedName: string;
}

const SEALED_BYTES = CHUNK_BYTES + TAG_BYTES;

/** The row is there, the bytes are not: a restore without its files, or a deletion half done. */
export class FileMissing extends Error {
  constructor() {
    super("stored file is missing");
  }
}

/**
 * Opens and verifies head and first chunk before it resolves, so that a wrong key still gives a clean answer; then
 * yields verified chunks. Throws FileMissing, FileDamaged, or what the vault throws.
 */
export async function readFile(options: ReadFileOptions): Promise<AsyncIterableIterator<Buffer>> {
  const chunks = verified(await openStored(options), options);
  let first: IteratorResult<Buffer, void> | null = await chunks.next();
  // Not a generator: one that is dropped before its first step never closes the file.
  const iterator: AsyncIterableIterator<Buffer, void> = {
    next: () => {
      const result = first === null ? chunks.next() : Promise.resolve(first);
      first = null;
      return result;
    },
    return: () => chunks.return(),
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

async function* verified(file: FileHandle, options: ReadFileOptions): AsyncGenerator<Buffer, void> {
  try {
    const head = await exactly(file, 0, HEAD_BYTES);
    const key = options.keys.deriveKey(options.keyRef, "file content", options.binding, saltOf(head));
    const sealed = (await file.stat()).size - HEAD_BYTES;
    const count = Math.max(1, Math.ceil(sealed / SEALED_BYTES));
    for (let index = 0; index < count; index += 1) {
      const at = index * SEALED_BYTES;
      const bytes = await exactly(file, HEAD_BYTES + at, Math.min(SEALED_BYTES, sealed - at));
      yield openChunk(key, head, index, index === count - 1, bytes);
    }
  } finally {
    await file.close();
  }
}

async function exactly(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.max(0, length));
  const { bytesRead } = await file.read(bytes, 0, bytes.length, position);
  if (bytesRead !== bytes.length) throw new FileDamaged();
  return bytes;
}

async function openStored({ dir, storedName }: ReadFileOptions): Promise<FileHandle> {
  try {
    return await open(placeOf(dir, storedName).path, "r");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") throw new FileMissing();
    throw error;
  }
}

/** All of a file at once, of 25 MB at most: a damaged chunk becomes an error page, not half a file. */
export async function readWhole(options: ReadFileOptions): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await readFile(options)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
