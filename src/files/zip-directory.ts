const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;

/** Position of the end record of a ZIP that reaches to the very last byte, or −1. */
export function findZipEnd(tail: Buffer): number {
  for (let at = tail.length - END_BYTES; at >= Math.max(0, tail.length - END_BYTES - 0xffff); at -= 1) {
    if (tail.readUInt32LE(at) === END && at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length) return at;
  }
  return -1;
}

/**
 * Names in the ZIP's directory; null where it is not a plain one: cut off, ZIP64, several disks, or with bytes before or
 * after it (then it is something else as well).
 */
export function zipNames(tail: Buffer, fileSize: number): string[] | null {
  const end = findZipEnd(tail);
  if (end < 0) return null;
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const start = end - length;
  if (start < 0 || tail.readUInt32LE(end + 16) !== fileSize - tail.length + start) return null;
  const names: string[] = [];
  let at = start;
  while (at + 46 <= end && tail.readUInt32LE(at) === ENTRY) {
    const nameLength = tail.readUInt16LE(at + 28);
    names.push(tail.toString("utf8", at + 46, at + 46 + nameLength));
    at += 46 + nameLength + tail.readUInt16LE(at + 30) + tail.readUInt16LE(at + 32);
  }
  return at === end && names.length === count ? names : null;
}
