const LEAST = 3;
const UMLAUTS: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue" };
/** Letters as they are typed in a hurry: small, and without accents; an umlaut is two letters, however it was written. */
const plain = (text: string): string => text.normalize("NFC").toLowerCase().replaceAll("ß", "ss").replaceAll(/[äöü]/g, (u) => UMLAUTS[u]!).normalize("NFKD").replaceAll(/\p{M}/gu, "");
const WORD = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu;

/** Which of the known names stand in a text, as whole words; a part of a double name counts, and so does an English or German genitive. */
export function findNames(text: string, names: readonly string[]): string[] {
  const words = new Set([...plain(text).matchAll(WORD)].flatMap(([word]) => [word, ...word.split(/[-'’]/)]).flatMap((w) => (w.endsWith("s") ? [w, w.slice(0, -1)] : [w])));
  const found = names.filter((name) => plain(name).split(/[\s'’]+/).flatMap((part) => [part, ...part.split("-")]).some((part) => part.length >= LEAST && !/^\d{4}$/.test(part) && words.has(part)));
  return [...new Set(found)].sort((a, b) => a.localeCompare(b, "de"));
}
