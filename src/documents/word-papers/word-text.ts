import { unzip } from "../../files/index.ts";

/** Places of a Word file, as its readers see them: Word cuts a place into runs wherever it likes, so each paragraph is read as one. */
export function placesOfWord(bytes: Buffer): string[] {
  const unpacked = unzip(bytes, 30_000_000);
  if ("problem" in unpacked) return [];
  const found = new Set<string>();
  for (const { name, content } of unpacked.entries) {
    if (!/^(word|docProps)\/[^/]+\.xml$/.test(name)) continue;
    for (const paragraph of content.toString("utf8").split(/<\/(?:w|a):p>/)) {
      const text = [...paragraph.matchAll(/<(?:w|a):t\b[^>]*>([^<]*)</g)].map((m) => m[1]).join("");
      for (const [, place] of text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)) found.add(place!);
    }
  }
  return [...found];
}
