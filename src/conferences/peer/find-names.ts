const LEAST = 3;
const UMLAUTS: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue" };
/** Letters as they are typed in a hurry: small, and without accents; an umlaut is two letters, however it was written. */
const plain = (text: string): string => text.normalize("NFC").toLowerCase().replaceAll("ß", "ss").replaceAll(/[äöü]/g, (u) => UMLAUTS[u]!).normalize("NFKD").replaceAll(/\p{M}/gu, "");
const WORD = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu;

/** A word, the parts of a double one, and each without the s of a genitive. */
function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const [word] of plain(text).matchAll(WORD)) {
    words.add(word);
    for (const part of word.split(/[-'’]/)) words.add(part);
  }
  for (const word of Array.from(words)) if (word.endsWith("s")) words.add(word.slice(0, -1));
  return words;
}
function partsOf(name: string): string[] {
  const parts = plain(name).split(/[\s'’]+/);
  return parts.concat(parts.flatMap((part) => part.split("-"))).filter((part) => part.length >= LEAST && !/^\d{4}$/.test(part));
}

/** Which of the known names stand in a text, as whole words. */
export function findNames(text: string, names: readonly string[]): string[] {
  const words = wordsOf(text);
  return [...new Set(names.filter((name) => partsOf(name).some((part) => words.has(part))))].sort((a, b) => a.localeCompare(b, "de"));
}
