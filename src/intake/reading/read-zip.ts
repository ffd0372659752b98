import { inflateRawSync } from "node:zlib";
import { LIMITS, refuseFile } from "./cell.ts";

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_ENTRIES = 5000;

const broken = (where: string): Error =>
  refuseFile("file-broken", `Die Excel-Datei ist beschädigt oder unvollständig: ${where}. Bitte öffnen Sie sie in Excel, speichern Sie sie neu und laden Sie sie erneut hoch.`);

export interface ZipEntry {
  readonly name: string;
  readonly size: number;
}

export interface Zip {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** unpacks one entry as UTF-8; null where there is none */
  readonly read: (name: string) => string | null;
}

interface Place extends ZipEntry {
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1) if (bytes.readUInt32LE(at) === END) return at;
  throw broken("das Inhaltsverzeichnis am Ende fehlt");
}

function readDirectory(bytes: Buffer): Map<string, Place> {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const places = new Map<string, Place>();
  let total = 0;
  let at = bytes.readUInt32LE(end + 16);
  if (count > MOST_ENTRIES) throw refuseFile("file-too-large", `Die Excel-Datei enthält ${count} Teile; das ist keine gewöhnliche Liste.`);
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY) throw broken(`Eintrag ${i + 1} des Inhaltsverzeichnisses ist unlesbar`);
    const [flags, method, packed, size] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength).replaceAll("\\", "/");
    if ((flags & 1) === 1) throw refuseFile("file-encrypted", "Die Datei ist mit einem Kennwort geschützt. Bitte speichern Sie sie ohne Kennwort.");
    total += size;
    // What a part claims to unpack to is checked before a byte is unpacked, and held to while unpacking.
    if (total > LIMITS.unpackedBytes)
      throw refuseFile("file-too-large", `Die Excel-Datei wird ausgepackt größer als ${LIMITS.unpackedBytes / 1_000_000} MB (bei „${name}“) und wird nicht geöffnet. Bitte teilen Sie die Liste.`);
    places.set(name, { name, size, method, packed, offset: bytes.readUInt32LE(at + 42) });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return places;
}

function unpack(bytes: Buffer, place: Place): Buffer {
  const at = place.offset;
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL) throw broken(`der Teil „${place.name}“ fehlt`);
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const packed = bytes.subarray(start, start + place.packed);
  if (packed.length < place.packed) throw broken(`der Teil „${place.name}“ bricht ab`);
  if (place.method === 0) return packed;
  if (place.method !== 8) throw broken(`der Teil „${place.name}“ ist auf unbekannte Weise gepackt`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, place.size) });
  } catch {
    throw broken(`der Teil „${place.name}“ lässt sich nicht auspacken`);
  }
}

/** Reads a zip's directory; parts are unpacked one by one, on demand, never beyond the size they claim. */
export function openZip(content: Uint8Array): Zip {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length < 22) throw broken("sie ist zu kurz");
  const places = readDirectory(bytes);
  let unpacked = 0;
  return {
    entries: places,
    read: (name) => {
      const place = places.get(name);
      if (place === undefined) return null;
      unpacked += place.size;
      if (unpacked > LIMITS.unpackedBytes) throw refuseFile("file-too-large", "Die Excel-Datei wird ausgepackt zu groß.");
      return unpack(bytes, place).toString("utf8");
    },
  };
}
