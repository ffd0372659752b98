import statutes from "../../../data/law/statutes.json" with { type: "json" };

/** What a citation points at, in the wording of the statute. */
export interface Wording {
  readonly ref: string;
  readonly title: string;
  readonly lines: readonly string[];
}
type Section = { readonly title: string; readonly paragraphs: Readonly<Record<string, readonly string[]>> };
const LAWS = statutes.laws as unknown as Readonly<Record<string, Readonly<Record<string, Section>>>>;
const LAW_NAMES = ["AufenthG", "StAG", "AsylbLG", "SGB II", "DeuFöV"] as const;
const ANY_LAW = /\b(AufenthG|StAG|AsylbLG|SGB (?:II|III|VIII|XII)|DeuFöV|BGB|JGG|EStG|BAföG|WoGG|AsylG|SchulG NRW|EinbTestV)\b/;

export const WORDING_AS_OF = statutes.comparedUntil;

/** Only what is in force as it stands: of older wordings (`aF`) and of court decisions the citation alone is shown. */
export function wordingsOf(citation: string): readonly Wording[] {
  const found = new Map<string, Wording>();
  for (const part of citation.split(";")) for (const wording of wordingsOfPart(part)) found.set(wording.ref, wording);
  return [...found.values()];
}

function wordingsOfPart(part: string): readonly Wording[] {
  const law = LAW_NAMES.find((name) => name === ANY_LAW.exec(part)?.[1]);
  if (law === undefined || /\baF\b/.test(part)) return [];
  return part.split(/(?=§)|\biVm\b/).flatMap((piece) => {
    const section = /§§?\s*(\d+[a-z]?)/.exec(piece)?.[1];
    const text = section === undefined ? undefined : LAWS[law]?.[section];
    return section === undefined || text === undefined ? [] : wordingsOfSection(piece, law, section, text);
  });
}

function wordingsOfSection(piece: string, law: string, section: string, { title, paragraphs }: Section): readonly Wording[] {
  // each "Abs. 1 S. 2 Nr. 3" with what follows it until the next
  const pieces = piece.split(/(?=Abs\. \d)/).filter((one) => one.startsWith("Abs."));
  if (pieces.length === 0) return paragraphs["0"] === undefined ? [] : [{ ref: `§ ${section} ${law}`, title, lines: paragraphs["0"] }];
  return pieces.flatMap((one) => numbersOf(one).flatMap((number) => {
    const lines = paragraphs[number];
    return lines === undefined ? [] : [{ ref: `§ ${section} Abs. ${number} ${law}`, title, lines: onlyNamed(lines, itemsOf(one)) }];
  }));
}

/** `Abs. 1, 3a`: both. */
const numbersOf = (piece: string): readonly string[] => (/^Abs\. (\d+[a-z]?(?:, \d+[a-z]?)*)/.exec(piece)?.[1] ?? "").split(", ").filter((n) => n !== "");
const itemsOf = (piece: string): readonly string[] => (/Nr\. (\d+[a-z]?(?:, \d+[a-z]?)*)/.exec(piece)?.[1] ?? "").split(", ").filter((n) => n !== "");

/** Of a long list the numbers that are cited, with the sentence before them; what is left out shows as dots. */
function onlyNamed(lines: readonly string[], items: readonly string[]): readonly string[] {
  if (items.length === 0 || !lines.some((line) => items.some((item) => line.startsWith(`${item}. `)))) return lines;
  const kept: string[] = [];
  let keeping = true;
  for (const line of lines) {
    const item = /^(\d+[a-z]?)\. /.exec(line)?.[1];
    if (item !== undefined) keeping = items.includes(item);
    else if (!/^[a-z]{1,2}\) /.test(line)) keeping = true;
    if (keeping) kept.push(line);
    else if (kept.at(-1) !== "…") kept.push("…");
  }
  return kept;
}
