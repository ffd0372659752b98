import { createHash } from "node:crypto";

export const ZERO_HASH = "0".repeat(64);
const NOTHING = Buffer.of(0);

function lengthed(mark: number, length: number): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(mark, 0);
  head.writeUInt32BE(length, 1);
  return head;
}

/** A text, a number as decimal text, or null. Throws for what has no single encoding. */
export function encodeValue(value: string | number | null): Buffer {
  if (value === null) return NOTHING;
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw new RangeError("not a whole number");
  const text = String(value);
  if (!text.isWellFormed()) throw new RangeError("not well-formed Unicode");
  const bytes = Buffer.from(text);
  return Buffer.concat([lengthed(1, bytes.length), bytes]);
}

export const encodeList = (elements: readonly Buffer[]): Buffer => Buffer.concat([lengthed(2, elements.length), ...elements]);

export const encodeValues = (...values: readonly (string | number | null)[]): Buffer => Buffer.concat(values.map(encodeValue));

export const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};
