/** A photograph without what it tells beside the picture: place, device, time, comments, and whatever hangs behind its end. */
export function stripPicture(bytes: Buffer, kind: "jpeg" | "png"): Buffer {
  return kind === "jpeg" ? strippedJpeg(bytes) : strippedPng(bytes);
}

const SOI = Buffer.from([0xff, 0xd8]);
// JFIF, colour profile, Adobe's colour transform: without these the picture looks otherwise
const KEPT_APPS = new Set([0xe0, 0xe2, 0xee]);

function strippedJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [SOI];
  let turned: Buffer | null = null;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return bytes.subarray(0, 0);
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (marker === 0xe1) turned ??= orientationOf(bytes.subarray(at + 4, end));
    const isMeta = (marker >= 0xe0 && marker <= 0xef && !KEPT_APPS.has(marker)) || marker === 0xfe || (marker === 0xe2 && bytes.toString("latin1", at + 4, at + 8) === "MPF\0");
    if (!isMeta) kept.push(bytes.subarray(at, end));
    at = end;
    if (marker === 0xda) {
      const next = endOfScan(bytes, at);
      kept.push(bytes.subarray(at, next));
      at = next;
    }
  }
  if (turned !== null) kept.splice(1, 0, turned);
  return Buffer.concat([...kept, Buffer.from([0xff, 0xd9])]);
}

/** Within a scan 0xFF is followed by zero or a restart mark; anything else is the next segment. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= bytes.length) return bytes.length;
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += next === 0xff ? 1 : 2;
  }
}

/** How the camera was held, and nothing else of the Exif: else half of all pages would lie on their side. */
function orientationOf(exif: Buffer): Buffer | null {
  if (exif.toString("latin1", 0, 6) !== "Exif\0\0") return null;
  const tiff = exif.subarray(6);
  const isLittle = tiff.toString("latin1", 0, 2) === "II";
  const u16 = (at: number): number => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number): number => (at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = u32(4);
  for (let i = 0; i < Math.min(u16(directory), 200); i += 1) {
    const entry = directory + 2 + i * 12;
    if (u16(entry) !== 0x0112) continue;
    const value = u16(entry + 8);
    return value >= 2 && value <= 8 ? turnedHead(value) : null;
  }
  return null;
}

// "Exif", a big-endian TIFF with one entry: tag 0x0112 (orientation), a short, one of them
const turnedHead = (value: number): Buffer => {
  const body = Buffer.from(`4578696600004d4d002a000000080001011200030000000100${value.toString(16).padStart(2, "0")}000000000000`, "hex");
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  return Buffer.concat([Buffer.from([0xff, 0xe1]), length, body]);
};

const PNG_META = new Set(["eXIf", "tEXt", "zTXt", "iTXt", "tIME"]);

function strippedPng(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (!PNG_META.has(type)) kept.push(bytes.subarray(at, end));
    at = end;
    if (type === "IEND") break;
  }
  return Buffer.concat(kept);
}
