import { createHmac, randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { Refused } from "../kernel/errors.ts";
import { CHUNK_BYTES, makeHead, SALT_BYTES, sealChunk } from "./chunk-cipher.ts";
import { decideFileKind, type FileKind } from "./decide-file-kind.ts";
import { type FileBinding, type FileKeys, fingerprintKey } from "./file-keys.ts";
import { FileSample } from "./file-sample.ts";
import { newStoredName, placeOf, syncFolder, unfinishedPath } from "./stored-place.ts";

export interface WriteFileOptions {
  readonly keys: FileKeys;
  readonly keyRef: string;
  readonly binding: FileBinding;
  readonly dir: string;
  readonly maxBytes: number;
  /** what the person's computer called it; the extension has to agree with the content. Null: the product made it itself */
  readonly fileName: string | null;
  /** kinds welcome here; all of the allow list where absent */
  readonly allow?: readonly FileKind[];
}

export interface WrittenFile {
  readonly storedName: string;
  readonly size: number;
  readonly kind: FileKind | null;
  /** equal for equal content under the same data key, and worth nothing without that key */
  readonly fingerprint: Buffer;
}

/** Durable when it resolves. Throws Refused (German sentences) or the source's own error, and then leaves nothing. */
export async function writeFile(source: Uint8Array | AsyncIterable<Uint8Array>, options: WriteFileOptions): Promise<WrittenFile> {
  const storedName = newStoredName();
  const unfinished = await unfinishedPath(options.dir, storedName);
  try {
    const sample = new FileSample();
    const mac = createHmac("sha256", fingerprintKey(options.keys, options.keyRef, options.binding.tenant));
    await using file = await open(unfinished, "wx", 0o600);
    await writeChunks(file, limited(source instanceof Uint8Array ? [source] : source, options.maxBytes, sample, mac), options);
    const kind = options.fileName === null ? null : kindOf(sample, options.fileName, options.allow);
    await file.sync();
    await moveInto(options.dir, storedName, unfinished);
    return { storedName, size: sample.size, kind, fingerprint: mac.digest() };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw asRefused(error);
  }
}

/** Removes the bytes; a name that is already gone is fine, so that it can be repeated. */
export async function deleteFile(dir: string, storedName: string): Promise<void> {
  const { folder, path } = placeOf(dir, storedName);
  try {
    await rm(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return;
    throw error;
  }
  await syncFolder(folder);
}

async function* limited(source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, maxBytes: number, sample: FileSample, mac: { update(b: Uint8Array): unknown }): AsyncGenerator<Uint8Array> {
  for await (const bytes of source) {
    sample.add(bytes);
    if (sample.size > maxBytes) throw tooLarge(maxBytes);
    mac.update(bytes);
    yield bytes;
  }
  if (sample.size === 0) throw new Refused([{ code: "file-empty", field: "file", sentence: "Die Datei ist leer. Wählen Sie eine Datei mit Inhalt." }]);
}

/** Holds back one chunk, because only the end of the source tells which was the last. */
async function writeChunks(file: FileHandle, source: AsyncIterable<Uint8Array>, options: WriteFileOptions): Promise<void> {
  const salt = randomBytes(SALT_BYTES);
  const head = makeHead(salt);
  const key = options.keys.deriveKey(options.keyRef, "file content", options.binding, salt);
  await file.writeFile(head);
  const buffer = Buffer.alloc(CHUNK_BYTES);
  let filled = 0;
  let index = 0;
  for await (const bytes of source) {
    for (let at = 0; at < bytes.length; ) {
      if (filled === CHUNK_BYTES) {
        await file.writeFile(sealChunk(key, head, index++, false, buffer));
        filled = 0;
      }
      const taken = Math.min(CHUNK_BYTES - filled, bytes.length - at);
      buffer.set(bytes.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
    }
  }
  await file.writeFile(sealChunk(key, head, index, true, buffer.subarray(0, filled)));
  buffer.fill(0);
  key.fill(0);
}

async function moveInto(dir: string, storedName: string, unfinished: string): Promise<void> {
  const { folder, path } = placeOf(dir, storedName);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(unfinished, path);
  try {
    await syncFolder(folder);
    await syncFolder(dir);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

function kindOf(sample: FileSample, fileName: string, allow: readonly FileKind[] | undefined): FileKind {
  const decision = decideFileKind(sample, fileName, allow);
  if (!decision.ok) throw new Refused(decision.refusals);
  return decision.value;
}

function tooLarge(maxBytes: number): Refused {
  const limit = maxBytes >= 1_048_576 ? `${Math.floor(maxBytes / 1_048_576)} MB` : `${Math.max(1, Math.floor(maxBytes / 1024))} KB`;
  return new Refused([{ code: "file-too-large", field: "file", sentence: `Die Datei ist zu groß. Erlaubt sind höchstens ${limit}. Verkleinern Sie die Datei, oder teilen Sie sie auf.` }]);
}

function asRefused(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code !== "ENOSPC" && code !== "EDQUOT" && code !== "EFBIG") return error;
  return new Refused([{ code: "file-storage-full", field: "file", sentence: "Auf dem Server ist kein Platz mehr. Die Datei wurde nicht gespeichert. Bitte sagen Sie Ihrer IT Bescheid." }]);
}
