import { inflateRawSync } from "node:zlib";
import { findZipEnd } from "./zip-directory.ts";

const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const DATA_AT = 30;

export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer;
}
/** null: it unpacks to more than was allowed, or is not a plain ZIP. */
export type Unpacked = { readonly entries: readonly ZipEntry[] } | { readonly problem: "too-large" | "unreadable" };

/** Unpacks a ZIP in memory and stops where it becomes larger than `most` bytes, whatever its directory says of sizes. */
export function unzip(bytes: Buffer, most: number): Unpacked {
  const entries: ZipEntry[] = [];
  let left = most;
  try {
    const end = findZipEnd(bytes);
    if (end < 0) return { problem: "unreadable" };
    const count = bytes.readUInt16LE(end + 10);
    let at = bytes.readUInt32LE(end + 16);
    for (let i = 0; i < count; i += 1) {
      if (bytes.readUInt32LE(at) !== ENTRY) return { problem: "unreadable" };
      const nameLength = bytes.readUInt16LE(at + 28);
      const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
      const content = contentOf(bytes, at, left);
      if (content === null) return { problem: "unreadable" };
      left -= content.length;
      if (left < 0) return { problem: "too-large" };
      entries.push({ name, content });
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
    // a second entry of the same name: readers disagree which of the two counts
    return new Set(entries.map((e) => e.name)).size === entries.length ? { entries } : { problem: "unreadable" };
  } catch (error) {
    return { problem: error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : "unreadable" };
  }
}

function contentOf(bytes: Buffer, at: number, left: number): Buffer | null {
  const method = bytes.readUInt16LE(at + 10);
  const packed = bytes.readUInt32LE(at + 20);
  const local = bytes.readUInt32LE(at + 42);
  if (bytes.readUInt32LE(local) !== LOCAL) return null;
  const from = local + DATA_AT + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const data = bytes.subarray(from, from + packed);
  if (data.length !== packed) return null;
  if (method === 0) return data;
  return method === 8 ? inflateRawSync(data, { maxOutputLength: Math.max(1, left) }) : null;
}
