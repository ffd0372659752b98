import type { Sounds } from "./sounds.ts";

/** Pairs of sounds that spellings of one name exchange, with the cost of taking one for the other (0 same, 1 foreign). */
const EXCHANGES: readonly (readonly [string, number])[] = [
  ["sz", 0.15], ["sS", 0.3], ["sT", 0.15], ["tT", 0.2], ["zD", 0.15], ["dD", 0.2], ["TD", 0.4], ["Zd", 0.1], ["Zz", 0.1], ["ZD", 0.1],
  ["td", 0.3], ["kg", 0.35], ["kq", 0.1], ["gq", 0.25], ["gG", 0.15], ["qG", 0.2], ["kG", 0.35], ["kx", 0.3], ["hx", 0.2], ["qx", 0.4],
  ["CS", 0.1], ["Cc", 0.05], ["Cx", 0.1], ["Ck", 0.35], ["Ch", 0.25], ["CQ", 0.2], ["cj", 0.3], ["cS", 0.3], ["cs", 0.4], ["cU", 0.25],
  ["Jj", 0.05], ["Jy", 0.05], ["Ji", 0.1], ["JŽ", 0.1], ["Jx", 0.5], ["Jc", 0.3], ["JQ", 0.2], ["jŽ", 0.15], ["jQ", 0.1], ["jg", 0.4], ["jy", 0.5],
  ["jz", 0.4], ["Žz", 0.25], ["ŽS", 0.25], ["Žs", 0.4], ["ΓG", 0.15], ["Γg", 0.05], ["Γh", 0.05], ["gh", 0.35], ["Γk", 0.35], ["ğg", 0.05],
  ["ğG", 0.1], ["ğy", 0.2], ["vw", 0.05], ["vf", 0.3], ["vb", 0.4], ["wu", 0.1], ["wo", 0.1], ["yi", 0.05], ["ye", 0.15], ["bp", 0.35],
  ["mn", 0.5], ["Qk", 0.05], ["Qs", 0.15], ["QU", 0.05], ["Qc", 0.1], ["QS", 0.3], ["Uz", 0.1], ["Us", 0.2], ["Ut", 0.3], ["Xh", 0.1],
  ["Xx", 0.1], ["Xk", 0.3], ["Xs", 0.3], ["Ďj", 0.05], ["ĎJ", 0.1], ["Ďd", 0.2], ["Ďt", 0.4], ["ae", 0.15], ["ei", 0.15], ["ou", 0.1], ["ai", 0.35],
  ["ao", 0.3], ["au", 0.35], ["eo", 0.35], ["eu", 0.4], ["io", 0.5], ["iu", 0.45], ["fp", 0.4],
];

const COST = new Map<string, number>();
for (const [pair, cost] of EXCHANGES) {
  COST.set(pair, cost);
  COST.set((pair[1] ?? "") + (pair[0] ?? ""), cost);
}
/** Two neighbouring letters typed in the wrong order. */
const CROSSED = 0.5;
const isVowel = (sound: string): boolean => "aeiou".includes(sound);

function exchange(a: string, b: string, unwritten: boolean): number {
  if (a === b) return 0;
  const cost = COST.get(a + b) ?? 1;
  // an alef or ain stands for any vowel, a waw for u and o, a ya for i and e
  if (unwritten && isVowel(a) && isVowel(b)) return Math.min(cost, 0.12);
  return cost;
}

/** What it costs that one spelling has this sound and the other has nothing in its place. */
function leaveOut(text: string, at: number, shortVowelsUnwritten: boolean, mostly: boolean, size: number, unwrittenEither: boolean): number {
  const sound = text[at] ?? "";
  const first = at === 0;
  const last = at === text.length - 1;
  if (isVowel(sound)) {
    // a final vowel often tells Karim from Karima, so it weighs even where short vowels are not written
    if (last) return sound === "a" ? Math.max(0.55, 0.13 * size) : 0.35;
    // Hussein against حسن: a diphthong is written with ya or waw, so its absence counts
    if (shortVowelsUnwritten) return first ? 0.25 : at > 0 && isVowel(text[at - 1] ?? "") ? 0.35 : 0.04;
    if (mostly && (sound === "i" || sound === "e")) return 0.08;
    return first ? 0.5 : 0.3;
  }
  if (sound === "h") return first ? 0.6 : 0.2;
  if (sound === "y" || sound === "w") return unwrittenEither ? 0.6 : first ? 0.3 : 0.25;
  // a Somali c is an ain and not heard: Cismaan, Siciid
  if (sound === "C") return 0.5;
  if (sound === "J") return 0.3;
  if (sound === "ğ") return 0.2;
  if (sound === "Q") return first ? 0.5 : 0.8;
  return 1;
}

const weight = (text: string, unwritten: boolean): number => {
  let sum = 0;
  for (const sound of text) sum += isVowel(sound) ? (unwritten ? 0.15 : 0.5) : sound === "h" || sound === "y" || sound === "w" ? 0.7 : 1;
  return sum;
};

/** 1 for the same sounds, 0 for nothing in common: weighted edit distance in the knowledge of what a script leaves out. */
export function soundSimilarity(a: Sounds, b: Sounds): number {
  if (a.text === b.text) return a.text === "" ? 0 : 1;
  if (a.text === "" || b.text === "") return 0;
  const mixed = a.vowels !== b.vowels;
  const unwritten = mixed && (a.vowels === "long-only" || b.vowels === "long-only");
  const bothSides = a.vowels === "long-only" || b.vowels === "long-only";
  const mostly = mixed && !unwritten;
  const size = Math.max(2.2, (weight(a.text, unwritten) + weight(b.text, unwritten)) / 2);
  let before: number[] = [];
  let row = [0];
  for (let j = 0; j < b.text.length; j += 1) row.push((row[j] ?? 0) + leaveOut(b.text, j, unwritten && b.vowels !== "long-only", mostly, size, bothSides));
  for (let i = 0; i < a.text.length; i += 1) {
    const out = leaveOut(a.text, i, unwritten && a.vowels !== "long-only", mostly, size, bothSides);
    const next = [(row[0] ?? 0) + out];
    for (let j = 0; j < b.text.length; j += 1) {
      const skip = (next[j] ?? 0) + leaveOut(b.text, j, unwritten && b.vowels !== "long-only", mostly, size, bothSides);
      const swap = (row[j] ?? 0) + exchange(a.text[i] ?? "", b.text[j] ?? "", unwritten);
      const crossed = i > 0 && j > 0 && a.text[i] === b.text[j - 1] && a.text[i - 1] === b.text[j] ? (before[j - 1] ?? 0) + CROSSED : 1e9;
      next.push(Math.min((row[j + 1] ?? 0) + out, skip, swap, crossed));
    }
    before = row;
    row = next;
  }
  return Math.max(0, 1 - (row[b.text.length] ?? 0) / size);
}
