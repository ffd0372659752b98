import type { Sounds } from "./sounds.ts";

/** Coarse classes for consonants; several where spellings disagree. Vowels, inner h, w and y leave no trace. */
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  t: ["t"], d: ["t"], D: ["t", "s"], T: ["s", "t"], Z: ["t", "s"], s: ["s"], z: ["s"], S: ["s"], c: ["s"], Ž: ["s"], U: ["s"],
  j: ["s"], J: ["s", ""], Ď: ["s", "t"], C: ["s", "k", ""], k: ["k"], g: ["k"], q: ["k"], G: ["k"], x: ["k", ""], X: ["k", ""],
  Γ: ["k", ""], Q: ["k", "s"], ğ: ["", "k"], f: ["f"], p: ["p"], b: ["b"], m: ["m"], n: ["n"], l: ["l"], r: ["r"],
  h: [""], v: [""], w: [""], y: [""], a: [""], e: [""], i: [""], o: [""], u: [""],
};
const isVowel = (sound: string): boolean => "aeiou".includes(sound);

function opening(text: string): readonly string[] {
  const first = text[0] ?? "";
  const next = text[1] ?? "";
  if (first === "y") return isVowel(next) ? ["y", "a"] : ["a"];
  if (first === "i" && isVowel(next)) return ["y", "a"];
  if (isVowel(first)) return ["a"];
  if (first === "h") return ["h"];
  if (first === "w" || first === "v") return ["w"];
  if (first === "J") return ["y", "s"];
  if (first === "x" || first === "X" || first === "Γ") return ["h", "k"];
  if (first === "C") return ["s", "h", "k"];
  if (first === "Q") return ["k", "s", "a"];
  return CLASSES[first] ?? [first];
}

const known: readonly WeakMap<Sounds, readonly string[]>[] = Array.from({ length: 4 }, () => new WeakMap<Sounds, readonly string[]>());

/** Up to `most` (at most three) consonant skeletons of one word, the likeliest first; equal skeletons make two spellings comparable. */
export function skeletons(sounds: Sounds, most: 1 | 2 | 3): readonly string[] {
  const before = known[most]?.get(sounds);
  if (before !== undefined) return before;
  const made = makeSkeletons(sounds, most);
  known[most]?.set(sounds, made);
  return made;
}

function makeSkeletons(sounds: Sounds, most: number): readonly string[] {
  const text = sounds.text;
  if (text === "") return [];
  let found: string[] = [...opening(text)];
  for (const sound of text.slice(1)) {
    const classes = CLASSES[sound] ?? [sound];
    found = found.length * classes.length > most
      ? found.map((key) => key + (classes[0] ?? ""))
      : classes.flatMap((c) => found.map((key) => key + c));
  }
  return [...new Set(found.map((key) => key.slice(0, 16)))].slice(0, most);
}
