import { AZR_LABELS } from "./code-lists.ts";
import { check, clear, fold, isBlank, unreadable, type Interpreted } from "./interpreted.ts";
import { citeParagraph, readParagraph, type Paragraph } from "./paragraph.ts";

export type StatusKind = "aufenthaltserlaubnis" | "niederlassungserlaubnis" | "duldung" | "gestattung" | "fiktionsbescheinigung" | "visum" | "freizuegigkeit" | "einbuergerung-beantragt" | "deutsch" | "ausreisepflichtig" | "ankunftsnachweis";

export interface ReadStatus {
  readonly kind: StatusKind;
  /** as a lawyer would write it: "§ 25 Abs. 2 Satz 1 Alt. 2 AufenthG (subsidiärer Schutz)" */
  readonly short: string;
  /** all labels of the AZR list that fit what was typed; one means that it is settled, none that the list has no label */
  readonly azrLabels: readonly string[];
}

interface KnownLabel {
  readonly label: string;
  readonly duldung: boolean;
  readonly cited: readonly Paragraph[];
}

/** All provisions that a label cites before its explanation in brackets. */
function citedIn(label: string): Paragraph[] {
  const head = label.replace(/\([^)]*\)/g, "").toLowerCase().replace(/nummer/g, "nr.");
  return (head.match(/§+ ?\d{1,3}[a-i]?(?![a-z])[^§]*/g) ?? []).map((piece) => readParagraph(piece)).filter((p): p is Paragraph => p !== null);
}

const LABELS: readonly KnownLabel[] = AZR_LABELS.filter((label) => !label.includes("BeschV")).map((label) => ({ label, duldung: label.includes("Duldung"), cited: citedIn(label) }));

const agrees = (typed: string | null, known: string | null): boolean => typed === null || typed === known;
const fits = (typed: Paragraph, known: Paragraph): boolean => typed.number === known.number && agrees(typed.absatz, known.absatz) && agrees(typed.satz, known.satz) && agrees(typed.nummer, known.nummer);

function labelsFor(paragraph: Paragraph, duldung: boolean): string[] {
  const found = LABELS.filter((known) => known.duldung === duldung && (duldung ? known.cited.some((p) => fits(paragraph, p)) : fits(paragraph, known.cited[0] ?? paragraph) && known.cited.length > 0));
  return found.map((known) => known.label);
}

// In the Act but without a label in the list; asylum seekers' and Union citizens' papers are not titles of the AufenthG.
const WITHOUT_LABEL = new Set(["25/1", "25/2", "25/", "60/5", "60/7", "7/", "18/", "18c/", "19c/", "19d/", "20/", "28/", "38/", "16a/", "16b/", "16d/", "16f/", "16g/", "21/", "22/", "23/", "26/", "30/", "32/", "36/", "36a/", "31/", "9/", "9a/", "104a/", "81/", "81/3", "81/4", "18g/", "20a/", "28/1", "28/3", "25a/", "25a/2", "25b/4", "23/1", "104c/2"]);
const isKnown = (p: Paragraph): boolean => WITHOUT_LABEL.has(`${p.number}/${p.absatz ?? ""}`);

interface Word {
  readonly pattern: RegExp;
  readonly kind: StatusKind;
  readonly short: string;
}

/** Words that say a status without a provision; the first that fits counts. */
const WORDS: readonly Word[] = [
  { pattern: /einbuergerung.*(beantr|antrag|laeuft|lfd)|antrag.*einbuerg/, kind: "einbuergerung-beantragt", short: "Einbürgerung beantragt" },
  { pattern: /eingebuergert|^deutsch/, kind: "deutsch", short: "deutsche Staatsangehörigkeit" },
  { pattern: /fiktion/, kind: "fiktionsbescheinigung", short: "Fiktionsbescheinigung" },
  { pattern: /beschaeftigungs-?\s?duldung/, kind: "duldung", short: "Beschäftigungsduldung, § 60d AufenthG" },
  { pattern: /ausbildungs-?\s?duldung/, kind: "duldung", short: "Ausbildungsduldung, § 60c AufenthG" },
  { pattern: /duldung|geduldet|aussetzung der abschiebung/, kind: "duldung", short: "Duldung" },
  { pattern: /gestattung|gestattet|asylverfahren|asylbewerb|^asyl lfd/, kind: "gestattung", short: "Aufenthaltsgestattung, § 55 AsylG" },
  { pattern: /ankunftsnachweis|buema/, kind: "ankunftsnachweis", short: "Ankunftsnachweis, § 63a AsylG" },
  { pattern: /ausreisepflicht|guev\b|grenzuebertritt/, kind: "ausreisepflichtig", short: "ausreisepflichtig" },
  { pattern: /subs(idi|\b|\.)|\bsubs/, kind: "aufenthaltserlaubnis", short: "§ 25 Abs. 2 Satz 1 Alt. 2 AufenthG (subsidiärer Schutz)" },
  { pattern: /\bgfk\b|fluechtlingseig|anerkannter fl|genfer/, kind: "aufenthaltserlaubnis", short: "§ 25 Abs. 2 Satz 1 Alt. 1 AufenthG (Flüchtlingseigenschaft)" },
  { pattern: /asylberecht|art\.? ?16a/, kind: "aufenthaltserlaubnis", short: "§ 25 Abs. 1 AufenthG (Asylberechtigung)" },
  { pattern: /abschiebungsverbot|abschiebeverbot/, kind: "aufenthaltserlaubnis", short: "§ 25 Abs. 3 AufenthG (Abschiebungsverbot)" },
  { pattern: /chancen-?\s?aufenthalt/, kind: "aufenthaltserlaubnis", short: "§ 104c AufenthG (Chancen-Aufenthaltsrecht)" },
  { pattern: /vorueberg.*schutz|ukraine/, kind: "aufenthaltserlaubnis", short: "§ 24 AufenthG (vorübergehender Schutz)" },
  { pattern: /daueraufenthalt/, kind: "niederlassungserlaubnis", short: "§ 9a AufenthG (Daueraufenthalt-EU)" },
  { pattern: /\bne\b|niederlassung|unbefristet/, kind: "niederlassungserlaubnis", short: "Niederlassungserlaubnis" },
  { pattern: /freizueg|eu-?buerger|\bunionsb/, kind: "freizuegigkeit", short: "freizügigkeitsberechtigt, § 2 FreizügG/EU" },
  { pattern: /blaue karte|blue card/, kind: "aufenthaltserlaubnis", short: "§ 18g AufenthG (Blaue Karte EU)" },
  { pattern: /\bvisum\b/, kind: "visum", short: "Visum" },
  { pattern: /haertefall/, kind: "aufenthaltserlaubnis", short: "§ 23a AufenthG (Härtefall)" },
  { pattern: /resettlement/, kind: "aufenthaltserlaubnis", short: "§ 23 Abs. 4 AufenthG (Resettlement)" },
];

function withParagraph(word: Word, paragraph: Paragraph, text: string): Interpreted<ReadStatus> {
  const cite = citeParagraph(paragraph);
  const duldung = word.kind === "duldung";
  const azrLabels = word.kind === "fiktionsbescheinigung" ? [] : labelsFor(paragraph, duldung);
  if (azrLabels.length === 0 && !isKnown(paragraph) && word.kind !== "fiktionsbescheinigung")
    return check({ kind: word.kind, short: word.short, azrLabels: [] }, text, `${cite} ist in der Liste der Aufenthaltsstatus nicht bekannt; nur „${word.short}“ übernommen.`);
  const prefix: Partial<Record<StatusKind, string>> = { duldung: "Duldung", niederlassungserlaubnis: "Niederlassungserlaubnis", fiktionsbescheinigung: "Fiktionsbescheinigung zu" };
  const short = word.short.includes(`§ ${paragraph.number}`) ? word.short : `${prefix[word.kind] ?? ""} ${cite}`.trim();
  return clear({ kind: word.kind, short, azrLabels }, text, openLabels(azrLabels));
}

const openLabels = (labels: readonly string[]): string | undefined =>
  labels.length > 1 ? `${labels.length} Schlüssel des Ausländerzentralregisters passen; der genaue bleibt offen.` : undefined;

const NIEDERLASSUNG = new Set(["9", "9a", "18c", "26", "35"]);

function paragraphAlone(paragraph: Paragraph, text: string): Interpreted<ReadStatus> {
  const cite = citeParagraph(paragraph);
  if (/^60[abcd]$/.test(paragraph.number)) return clear({ kind: "duldung", short: `Duldung ${cite}`, azrLabels: labelsFor(paragraph, true) }, text);
  if (paragraph.number === "55") return check({ kind: "gestattung", short: "Aufenthaltsgestattung, § 55 AsylG", azrLabels: [] }, text, "Als Aufenthaltsgestattung nach § 55 AsylG verstanden.");
  const azrLabels = labelsFor(paragraph, false);
  if (azrLabels.length === 0 && !isKnown(paragraph)) return unreadable(text, `${cite} ist kein bekannter Aufenthaltsstatus.`);
  const kind = NIEDERLASSUNG.has(paragraph.number) ? "niederlassungserlaubnis" : "aufenthaltserlaubnis";
  const value: ReadStatus = { kind, short: cite, azrLabels };
  if (paragraph.number === "25" && paragraph.absatz === null) return check(value, text, "Der Absatz von § 25 fehlt; die Absätze bedeuten ganz Verschiedenes.");
  return clear(value, text, openLabels(azrLabels));
}

/** Residence status from the abbreviations offices use. What the list has no label for keeps its short form. */
export function interpretStatus(original: string): Interpreted<ReadStatus> {
  if (isBlank(original)) return clear<ReadStatus>(null, original);
  const text = fold(original);
  if (/\?/.test(text)) return check(interpretStatus(original.replaceAll("?", " ")).value, original, "Mit Fragezeichen eingetragen.");
  const paragraph = /\d/.test(text) ? readParagraph(text) : null;
  const word = WORDS.find((w) => w.pattern.test(text));
  if (word !== undefined && paragraph !== null) return withParagraph(word, paragraph, original);
  if (word !== undefined) {
    const cited = readParagraph(word.short.toLowerCase());
    const labels = cited === null || !word.short.includes("AufenthG") ? [] : labelsFor(cited, word.kind === "duldung");
    return clear({ kind: word.kind, short: word.short, azrLabels: labels }, original, openLabels(labels));
  }
  if (paragraph !== null) return paragraphAlone(paragraph, original);
  return unreadable(original, `„${original.trim().slice(0, 60)}“ ist als Aufenthaltsstatus nicht bekannt.`);
}
