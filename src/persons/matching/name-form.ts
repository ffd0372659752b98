import { foldLetters, joinSounds, soundsOf, type Sounds } from "./sounds.ts";
import { NAME_FAMILIES } from "./name-families.data.ts";

/** One name field (family or given name) prepared for comparing. */
export interface NameForm {
  /** letters only, lower case, in the script it was typed in */
  readonly folded: string;
  /** "arab", "latn", "cyrl", "ethi" or "other" */
  readonly script: string;
  /** the words, without articles (al-, el-, ال) */
  readonly parts: readonly Sounds[];
  /** all words as one: Abdul Rahman = Abdulrahman */
  readonly joined: Sounds;
  /** as joined, without articles: Al-Hussein = Alhussein = Hussein */
  readonly bare: Sounds;
  /** numbers of the name families that the whole field belongs to */
  readonly families: ReadonlySet<number>;
}

const ARTICLE = /^(al|el|ul|il)$/;
const ASSIMILATED = /^(as|ash|ad|ar|at|az|an|es|ed|er|et|ez|en)-(?=\p{L}{3})/u;
const TITLE = /\b(dr|prof|dipl|ing|med|herr|frau|hr|fr)\.(?!\p{L})|\((.*?)\)|\bgeb\.?\s.*$/gu;

function words(text: string): readonly string[] {
  const plain = foldLetters(text).replace(TITLE, " ").replace(/['’‘`´ʿʾʼʻ\u0640]/gu, "");
  return plain
    .split(/[\s,;./\u200c]+/u)
    .flatMap((word) => word.replace(ASSIMILATED, "").split(/[-‐–]+/u))
    .map((word) => word.replace(/[^\p{L}\p{M}]/gu, ""))
    .filter((word) => word !== "");
}

const SERVANT_OF = /^(abd[aeiuo]?[lr]|abd[eui]|عبدال)(?=\p{L}{3})/u;
const SERVANT = /^(abd|عبد)$/;

/** Abdulrahman, Abdul Rahman and Abd al-Rahman, عبدالرحمن and عبد الرحمن: two words each, "abdul" and "rahman". */
function splitServants(all: readonly string[]): readonly string[] {
  const out: string[] = [];
  for (let i = 0; i < all.length; i += 1) {
    const word = all[i] ?? "";
    const next = all[i + 1];
    if (SERVANT.test(word) && next !== undefined && (ARTICLE.test(next) || /^(ال|[aeu]l)\p{L}{3}/u.test(next))) {
      const cut = next.slice(0, 2);
      out.push(word + cut, ...(next.length > 2 ? [next.slice(2)] : []));
      i += 1;
      continue;
    }
    const prefix = SERVANT_OF.exec(word)?.[0];
    if (prefix === undefined || word.length - prefix.length < 3) out.push(word);
    else out.push(prefix, word.slice(prefix.length));
  }
  return out;
}

/** Latin "alkhatib", Arabic الخطيب without the article; the word itself where it has none. */
function withoutArticle(word: string): string {
  if (/^ال\p{L}{3}/u.test(word)) return word.slice(2);
  if (/^[ae]l[b-df-hj-np-tv-z]\p{L}{3}/u.test(word)) return word.slice(2);
  return word;
}

function scriptOf(text: string): string {
  if (/\p{Script=Arabic}/u.test(text)) return "arab";
  if (/\p{Script=Cyrillic}/u.test(text)) return "cyrl";
  if (/\p{Script=Ethiopic}/u.test(text)) return "ethi";
  return /\p{Script=Latin}/u.test(text) ? "latn" : "other";
}

// with the script: Amr is not عمر, though without its vowels it sounds like it
const familyKey = (sounds: Sounds): string => `${sounds.vowels}:${sounds.text}`;
const familyIndex = new Map<string, Set<number>>();
for (const [number, spellings] of NAME_FAMILIES.entries()) {
  for (const spelling of spellings) {
    const key = familyKey(joinSounds(words(spelling).map(soundsOf)));
    familyIndex.set(key, (familyIndex.get(key) ?? new Set<number>()).add(number));
  }
}
const NO_FAMILY: ReadonlySet<number> = new Set();

/** Which name families (Olena, Elena, Helena …) a word belongs to. */
export const nameFamiliesOf = (sounds: Sounds): ReadonlySet<number> => familyIndex.get(familyKey(sounds)) ?? NO_FAMILY;

export function nameForm(text: string): NameForm {
  const all = splitServants(words(text));
  const named = all.filter((word) => !ARTICLE.test(word) && word !== "ال");
  const kept = named.length === 0 ? all : named;
  const joined = joinSounds(all.map(soundsOf));
  return {
    folded: all.join(" "),
    script: scriptOf(text),
    parts: kept.map((word) => soundsOf(kept.length > 1 ? word : withoutArticle(word))),
    joined,
    bare: joinSounds(kept.map((word, i) => soundsOf(i === 0 ? withoutArticle(word) : word))),
    families: nameFamiliesOf(joined),
  };
}
