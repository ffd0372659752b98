import type { Refusal } from "../../kernel/refusal.ts";

const LEAST = 12;
const MOST = 200;

const PLAIN: Readonly<Record<string, string>> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i", "ß": "ss", "ä": "ae", "ö": "oe", "ü": "ue" };
const KEYBOARD = ["abcdefghijklmnopqrstuvwxyz", "qwertzuiopü", "qwertyuiop", "asdfghjklöä", "yxcvbnm", "zxcvbnm", "01234567890123456789"];
const WALKS = [...KEYBOARD, ...KEYBOARD.map((row) => Array.from(row).reverse().join(""))];

const UMLAUTS: Readonly<Record<string, string>> = { ß: "ss", ä: "ae", ö: "oe", ü: "ue" };

/** The letters alone; with `plain`, digits and signs inside a word count as the letters they stand for, at its ends never. */
function lettersOf(text: string, plain: boolean): string {
  const lower = text.normalize("NFKC").toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  return Array.from(lower, (c) => (plain ? PLAIN : UMLAUTS)[c] ?? c).join("").replace(/[^\p{L}]/gu, "");
}

/**
 * Length and a list of what everybody tries; no rules of composition (NIST SP 800-63B, BSI): they make passwords worse.
 * `ownWords` are those an attacker tries first here: the product, the municipality, the office, the person's own name.
 */
export function decidePassword(password: string, common: ReadonlySet<string>, ownWords: readonly string[]): Refusal[] {
  const length = Array.from(password).length;
  const refusal = (code: string, sentence: string): Refusal[] => [{ code, sentence, field: "passwort" }];
  if (length < LEAST) return refusal("password-too-short", `Das Passwort braucht mindestens ${LEAST} Zeichen. Drei oder vier zufällige Wörter sind leicht zu merken.`);
  if (length > MOST) return refusal("password-too-long", `Das Passwort darf höchstens ${MOST} Zeichen haben.`);
  const own = ownWords.flatMap((words) => words.split(/[^\p{L}]+/u)).map((word) => lettersOf(word, false)).filter((word) => word.length >= 3);
  const known = new Set([...common, ...own]);
  if (isWeak(password, known)) {
    return refusal("password-common", "Dieses Passwort probieren andere zuerst: Es besteht aus häufigen Wörtern, Namen von hier oder einer Reihe von Zeichen. Wählen Sie vier Wörter, die nichts miteinander zu tun haben.");
  }
  return [];
}

function isWeak(password: string, known: ReadonlySet<string>): boolean {
  const lower = password.normalize("NFKC").toLowerCase();
  if (new Set(lower).size < 6) return true;
  if (/^\d+$/.test(lower) && lower.length < 20) return true;
  if (isRepetition(lower) || isWalk(lower)) return true;
  return [lettersOf(password, false), lettersOf(password, true)].some((letters) => {
    const words = partsOf(letters, known);
    // four different words are a passphrase, even of common ones
    return words !== null && new Set(words).size < 4;
  });
}

/** The same piece over and over: "kennwort2026kennwort2026" is as weak as its piece. */
const isRepetition = (text: string): boolean => /^(.{1,12}?)\1+.{0,3}$/u.test(text);

/** Mostly runs along a row of the keyboard or the alphabet. */
function isWalk(text: string): boolean {
  let inRuns = 0;
  for (let at = 0; at < text.length; ) {
    let size = 0;
    for (let n = 4; at + n <= text.length && WALKS.some((row) => row.includes(text.slice(at, at + n))); n += 1) size = n;
    inRuns += size;
    at += Math.max(size, 1);
  }
  return inRuns >= text.length - 3;
}

/** The letters cut into known words with the fewest pieces; null where something unknown remains. */
function partsOf(letters: string, known: ReadonlySet<string>): string[] | null {
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= letters.length; end += 1) {
    best[end] = null;
    for (let start = Math.max(0, end - 30); start < end; start += 1) {
      const before = best[start];
      const word = letters.slice(start, end);
      if (before && known.has(word) && (best[end] === null || before.length + 1 < best[end]!.length)) best[end] = [...before, word];
    }
  }
  return letters === "" ? null : (best[letters.length] ?? null);
}
