import { ARABIC, ARMENIAN, CYRILLIC, ETHIOPIC_ROWS, ETHIOPIC_VOWELS, GEORGIAN, GREEK, LATIN_GROUPS, LATIN_SPECIAL } from "./letters.data.ts";

/** How much of the vowels a script writes: all of them, all but the shortest (Ge'ez), only long ones (Arabic). */
export type Vowels = "written" | "mostly" | "long-only";

export interface Sounds {
  readonly text: string;
  readonly vowels: Vowels;
}

const GROUPS = new Map(LATIN_GROUPS);
const GROUP_PATTERN = new RegExp([...GROUPS.keys()].sort((a, b) => b.length - a.length).join("|"), "g");
const SPECIAL_PATTERN = new RegExp(`[${Object.keys(LATIN_SPECIAL).join("")}]`, "g");
const OTHER_LETTERS: Readonly<Record<string, string>> = { ...CYRILLIC, ...ARABIC, ...GREEK, ...GEORGIAN, ...ARMENIAN };
const VOWEL = "aeiou";

/** Lower case, one form per letter: presentation forms, Turkish İ, marks of Arabic vowels and kashida folded away. */
export const foldLetters = (text: string): string =>
  text.normalize("NFKC").replaceAll("İ", "i").toLowerCase().replaceAll("i̇", "i").normalize("NFC");

function latinSounds(word: string): string {
  const special = word.replace(SPECIAL_PATTERN, (letter) => LATIN_SPECIAL[letter] ?? letter);
  const plain = special.normalize("NFD").replace(/(?<=g)\u0306/g, "").replace(/\p{M}/gu, "");
  return plain
    // French spelling: Oualid, Haoua
    .replace(/(^|(?<=[aeiou]))ou(?=[aeiy])/g, "w")
    .replace(/di(?=[aou])/g, "Ď")
    .replace(GROUP_PATTERN, (group) => GROUPS.get(group) ?? group);
}

function ethiopicSound(sign: string): string | null {
  const offset = (sign.codePointAt(0) ?? 0) - 0x1200;
  const consonant = offset < 0 ? undefined : ETHIOPIC_ROWS[offset >> 3];
  if (consonant === undefined) return null;
  const vowel = ETHIOPIC_VOWELS[offset & 7] ?? "";
  if (consonant === "") return vowel === "" ? "i" : vowel === "e" && (offset & 7) === 0 ? "a" : vowel;
  return consonant + (consonant === "h" && (offset & 7) === 0 ? "a" : vowel);
}

/** The sounds of one word, whatever its script; letters of unknown scripts stay as they are. */
export function soundsOf(word: string): Sounds {
  // a final Persian ه is the vowel -e/-a (سکینه), but not in الله
  const folded = foldLetters(word).replace(/(?<=\p{L}{2}[^لا])[هہ]$/u, "ا");
  let text = "";
  let vowels: Vowels = "written";
  for (const run of folded.match(/[\p{Script=Latin}\p{M}]+|[^]/gu) ?? []) {
    if (/\p{Script=Latin}/u.test(run)) text += latinSounds(run);
    else if (/\p{M}|[\u0640'’‘`´ʿʾʼʻ]/u.test(run)) continue;
    else if (/\p{Script=Ethiopic}/u.test(run)) {
      text += ethiopicSound(run) ?? "";
      if (vowels === "written") vowels = "mostly";
    } else {
      text += OTHER_LETTERS[run] ?? (/\p{L}|\p{N}/u.test(run) ? run : (OTHER_LETTERS[run.normalize("NFD")[0] ?? ""] ?? ""));
      if (/\p{Script=Arabic}/u.test(run)) vowels = "long-only";
    }
  }
  return { text: settleGlides(text.replaceAll("ks", "X")), vowels };
}

/** y between consonants is a vowel; runs of one letter (also "iy", "ij" at the end) count once. */
function settleGlides(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i += 1) {
    let letter = text[i] ?? "";
    const beside = VOWEL.includes(text[i - 1] ?? "-") || VOWEL.includes(text[i + 1] ?? "-") || i === 0;
    if (letter === "y" && !beside && text.length > 1) letter = "i";
    const before = out.at(-1);
    if (letter === before || (before === "i" && (letter === "y" || letter === "J") && !VOWEL.includes(text[i + 1] ?? "-"))) continue;
    out += letter;
  }
  return out;
}

/** Several words as one; each keeps its own sounds (Mohammad Javad has no "dj"). */
export const joinSounds = (words: readonly Sounds[]): Sounds => ({
  text: settleGlides(words.map((word) => word.text).join("")),
  vowels: words.some((w) => w.vowels === "long-only") ? "long-only" : words.some((w) => w.vowels === "mostly") ? "mostly" : "written",
});
