import { inflateSync, constants } from "node:zlib";

/** Why a file is handed out as a download and never shown in place. */
export type Hazard = "script" | "embedded" | "action" | "encrypted" | "unreadable" | "place";

const NAMES: readonly (readonly [RegExp, Hazard])[] = [
  [/\/(JavaScript|RichMedia|XFA)\b/, "script"],
  [/\/(EmbeddedFiles?|GoToE)\b/, "embedded"],
  [/\/(SubmitForm|ImportData|GoToR)\b/, "action"],
];
const LAUNCHES = /\/Launch\b/;
const MOST_UNPACKED = 64_000_000;

export interface PdfFindings {
  readonly hazards: readonly Hazard[];
  /** it starts a program: there is no honest use of that in a letter */
  readonly launches: boolean;
  /** a PDF in its first line alone */
  readonly isNone: boolean;
}

/**
 * Looks for what acts by itself: names of the objects, also written with `#` escapes and inside of packed streams. No reader
 * of PDF: what cannot be looked into counts as hazardous, and stays a download.
 */
export function examinePdf(bytes: Buffer): PdfFindings {
  const hazards = new Set<Hazard>();
  let launches = false;
  const look = (text: string): void => {
    const plain = plainNames(text);
    for (const [name, hazard] of NAMES) if (name.test(plain)) hazards.add(hazard);
    launches ||= LAUNCHES.test(plain);
    if (/\/Encrypt\b/.test(plain)) hazards.add("encrypted");
  };
  const raw = bytes.toString("latin1");
  look(raw);
  for (const unpacked of packedStreams(bytes, raw)) {
    if (unpacked === null) hazards.add("unreadable");
    else look(unpacked);
  }
  return { hazards: [...hazards], launches, isNone: !isPdf(raw) };
}

const isPdf = (raw: string): boolean => /\d\s+obj\b/.test(raw) && /(trailer|startxref)/.test(raw.slice(-65_536)) && !/<(!doctype html|html|script|svg|iframe)\b/i.test(raw.slice(0, 4_096));

/** Pictures are packed in ways of their own, and hold no objects. */
const PICTURE = /\/(DCTDecode|DCT|JPXDecode|CCITTFaxDecode|CCF|JBIG2Decode)\b/;

/** Each packed stream as text; null where one may hold objects and cannot be read, or all together are too large. */
function* packedStreams(bytes: Buffer, raw: string): Generator<string | null> {
  let left = MOST_UNPACKED;
  // readers are lenient about the end of this line, so every way of ending it is tried
  for (const match of raw.matchAll(/(?<!end)stream[ \t]*(?:\r\n|\r|\n)?/g)) {
    const about = headOf(raw, match.index);
    if (about === null) continue;
    const unpacked = inflated(bytes, match.index + match[0].length, left);
    if (unpacked === null) {
      if (/\/(Filter|F)\b/.test(about) && !PICTURE.test(about)) yield null;
      continue;
    }
    // rows that were mixed with each other before they were packed: their text is not what it looks like
    if (/\/ObjStm\b/.test(about) && /\/(DecodeParms|DP)\b/.test(about)) yield null;
    left -= unpacked.length;
    if (left <= 0) {
      yield null;
      return;
    }
    yield unpacked.toString("latin1");
  }
}

/** What stands before a stream, back to the number of its object; null where the word is part of a text. */
function headOf(raw: string, at: number): string | null {
  const before = raw.slice(Math.max(0, at - 4_000), at);
  if (!/>>\s*$/.test(before)) return null;
  const from = before.lastIndexOf("obj");
  return plainNames(from < 0 ? before : before.slice(from));
}
const plainNames = (text: string): string => (text.includes("#") ? text.replace(/#([0-9A-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text);

function inflated(bytes: Buffer, at: number, left: number): Buffer | null {
  // the head of a zlib stream: anything else is a picture, a font, or packed in another way
  if ((bytes[at]! & 0x0f) !== 8 || bytes.readUInt16BE(Math.min(at, bytes.length - 2)) % 31 !== 0) return null;
  try {
    return inflateSync(bytes.subarray(at), { maxOutputLength: Math.max(1, left), finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE" ? Buffer.alloc(left) : null;
  }
}
