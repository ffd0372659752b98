/** Pure: what is found in a text, and what is left of it when passages are taken out. */
export const BLACKED_OUT = "[geschwärzt]";

/** Longest first, so that a part of a name never leaves the rest of it behind. */
const byLength = (words: readonly string[]): string[] => [...new Set(words.map((w) => w.trim()).filter((w) => w !== ""))].toSorted((a, b) => b.length - a.length);
const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Which of the names stand in the text as words, in any case; German and other endings count ("Annas"). */
export const findNames = (text: string, names: readonly string[]): string[] =>
  byLength(names).filter((name) => new RegExp(`(?<![\\p{L}\\p{M}])${escaped(name)}(?![\\p{L}\\p{M}]{3})`, "iu").test(text));

/** Passages that are not in the text: nobody should believe that they were taken out. */
export const missingPassages = (text: string, passages: readonly string[]): string[] => passages.filter((p) => !text.toLocaleLowerCase("de").includes(p.toLocaleLowerCase("de")));

export const blackOut = (text: string, passages: readonly string[]): string => {
  const words = byLength(passages);
  return words.length === 0 ? text : text.replace(new RegExp(words.map(escaped).join("|"), "giu"), BLACKED_OUT);
};

/** One passage per line. */
export const readPassages = (typed: string): string[] => byLength(typed.split(/\r?\n/));
