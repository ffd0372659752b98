import { check, clear, fold, isBlank, type Interpreted } from "./interpreted.ts";

/** Keys of the default life areas (a tenant may rename and add), with the words people use for them, folded. */
export const LIFE_AREA_WORDS = {
  residence: ["aufenthalt", "aufenthalt & recht", "aufenthalt und recht", "aufenthaltsrecht", "aufenthaltsstatus", "auslaenderrecht", "auslaenderrechtliche fragen", "recht", "asyl", "status"],
  naturalisation: ["einbuergerung"],
  language: ["sprache", "spracherwerb", "deutsch", "sprachkurs", "deutschkurs", "integrationskurs"],
  education: ["schule/kita", "schule", "kita", "bildung", "schule/bildung/kita", "schulbesuch", "schule & kita", "kita/schule", "bildung/schule"],
  work: ["arbeit", "ausbildung", "ausbildung/arbeit", "arbeit/ausbildung", "beschaeftigung", "beruf", "arbeit & ausbildung", "arbeitsmarkt", "studium"],
  recognition: ["anerkennung", "anerkennung von qualifikationen", "anerkennung qualifikationen", "berufsanerkennung", "zeugnisse", "qualifikation"],
  subsistence: ["leistungen (jc)", "leistungen", "existenzsicherung", "existenzsicherung/leistungen", "leistungen jc", "jc", "jobcenter", "finanzen", "schulden", "leistung", "buergergeld", "asylblg", "leistungen (sozialamt)", "leistungen (asylblg)"],
  housing: ["wohnen", "wohnung", "wohnsituation", "wohnungssuche", "umzug"],
  health: ["gesundheit", "gesundheit (inkl. psychisch)", "psych. gesundheit", "psyche", "krankheit", "pflege", "behinderung"],
  family: ["familie", "familie/kinder", "kinder", "familie & kinder", "familiennachzug", "erziehung"],
  participation: ["teilhabe", "soziale teilhabe", "soziale teilhabe/ehrenamt", "ehrenamt", "teilhabe/ehrenamt", "freizeit", "soziales"],
  authorities: ["behoerden", "behoerden/verwaltung", "verwaltung", "behoerdengaenge", "antraege"],
  other: ["sonstiges", "sonst.", "sonstige", "anderes"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type LifeAreaKey = keyof typeof LIFE_AREA_WORDS;

export interface ReadLifeAreas {
  readonly areas: readonly LifeAreaKey[];
  readonly unknown: readonly string[];
}

const byWord = new Map<string, LifeAreaKey>();
for (const [key, words] of Object.entries(LIFE_AREA_WORDS)) for (const word of words) byWord.set(word, key as LifeAreaKey);

const areaOf = (piece: string): LifeAreaKey | undefined => {
  const text = fold(piece).replace(/\s*\/\s*/g, "/").replace(/^[-•*\d.)\s]+/, "").trim();
  return byWord.get(text);
};

/** Splits at slashes (or +, &, und), joining neighbours again where together they name one area: Schule/Kita. */
function bySlash(piece: string): readonly string[] {
  const atoms = piece.split(/\s*[/+&]\s*|\s+(?:und|u\.)\s+/i).filter((atom) => atom.trim() !== "");
  const out: string[] = [];
  for (let i = 0; i < atoms.length; ) {
    let length = 1;
    for (let n = Math.min(3, atoms.length - i); n > 1; n -= 1) {
      if (areaOf(atoms.slice(i, i + n).join("/")) !== undefined) {
        length = n;
        break;
      }
    }
    out.push(atoms.slice(i, i + length).join("/"));
    i += length;
  }
  return out;
}

/** Life areas of one cell with any separator; words that stand for none are named, not dropped. */
export function interpretLifeAreas(original: string): Interpreted<ReadLifeAreas> {
  if (isBlank(original)) return clear<ReadLifeAreas>(null, original);
  const pieces = original
    .split(/[;\n,|•]+/)
    .filter((piece) => piece.trim() !== "")
    .flatMap((piece) => (areaOf(piece) === undefined ? bySlash(piece) : [piece]));
  const areas = new Set<LifeAreaKey>();
  const unknown: string[] = [];
  for (const piece of pieces) {
    const area = areaOf(piece);
    if (area === undefined) unknown.push(piece.trim());
    else areas.add(area);
  }
  const value = { areas: [...areas], unknown };
  return unknown.length === 0 ? clear(value, original) : check(value, original, `Keinem Handlungsfeld zuzuordnen: ${unknown.map((u) => `„${u.slice(0, 40)}“`).join(", ")}.`);
}
