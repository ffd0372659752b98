import { NATIONALITIES, type Nationality } from "./code-lists.ts";
import { check, clear, fold, isBlank, unreadable, type Interpreted } from "./interpreted.ts";
import { FREQUENT, NATIONALITY_WORDS } from "./nationality-words.data.ts";

const byLabel = new Map(NATIONALITIES.map((n) => [n.label, n]));
const byWord = new Map<string, Nationality>(NATIONALITIES.map((n) => [fold(n.label), n]));
for (const [label, words] of NATIONALITY_WORDS) {
  const nationality = byLabel.get(label);
  if (nationality === undefined) throw new Error(`nationality-words.data.ts: no Destatis label ${label}`);
  for (const word of words) byWord.set(word, nationality);
}
// states that are no more and "für interne Zwecke": never what an abbreviation means
const GONE = new Set(["120", "132", "133", "138", "159", "162", "276", "185", "910", "999"]);

const current = NATIONALITIES.filter((n) => !GONE.has(n.code)).map((nationality) => ({ nationality, folded: fold(nationality.label), frequent: FREQUENT.includes(nationality.label) }));

function abbreviation(original: string, start: string): Interpreted<Nationality> {
  const fits = current.filter((entry) => entry.folded.startsWith(start));
  const frequent = fits.filter((entry) => entry.frequent);
  const likely = (frequent.length > 0 ? frequent : fits).map((entry) => entry.nationality);
  const all = fits.map((entry) => entry.nationality);
  const [only] = likely;
  if (only === undefined) return unreadable(original, `„${original.trim().slice(0, 40)}“ ist keine bekannte Staatsangehörigkeit.`);
  if (likely.length > 1) return check<Nationality>(null, original, `„${original.trim()}“ ist mehrdeutig: ${likely.map((n) => n.label).join(" oder ")}.`);
  if (all.length > 1) return check(only, original, `Als ${only.label} verstanden; möglich wäre auch ${all.filter((n) => n !== only).slice(0, 3).map((n) => n.label).join(", ")}.`);
  return /\.\s*$/.test(original) ? clear(only, original) : check(only, original, `Als ${only.label} verstanden.`);
}

/** Nationality by name, adjective, abbreviation or ISO code. Two in one cell: the first, to be checked. */
export function interpretNationality(original: string): Interpreted<Nationality> {
  if (isBlank(original)) return clear<Nationality>(null, original);
  const text = fold(original).replace(/\s*\?+$/, "");
  const doubt = /\?/.test(original);
  const dotted = text.endsWith(".");
  const known = byWord.get(text) ?? (dotted ? undefined : byWord.get(text.replace(/[.()]/g, "").trim()));
  // "Mar." with a full stop is an abbreviation, "MAR" a code
  if (known !== undefined) return doubt ? check(known, original, "Mit Fragezeichen eingetragen.") : clear(known, original);
  if (dotted && text.length >= 3) return abbreviation(original, text.slice(0, -1));
  const several = text.split(/\s*[/,;+&]\s*|\s+und\s+/).filter((part) => part !== "");
  if (several.length > 1) {
    const first = several.map((part) => byWord.get(part)).find((n) => n !== undefined);
    if (first !== undefined) return check(first, original, `Mehrere Staatsangehörigkeiten eingetragen; ${first.label} übernommen.`);
  }
  return text.length >= 4 ? abbreviation(original, text) : unreadable(original, `„${original.trim().slice(0, 40)}“ ist keine bekannte Staatsangehörigkeit.`);
}
