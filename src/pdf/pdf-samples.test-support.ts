import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ConsentSheet, DisclosureLetter, DocumentLanguage, PlainLetter, Said, WithdrawalReceipt } from "./documents.ts";

interface Texts {
  readonly title: string;
  readonly draftNotice: string;
  readonly intro: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly directions: Readonly<Record<string, string>>;
  readonly secrecy: Readonly<Record<string, string>>;
  readonly givenBy: Readonly<Record<string, string>>;
  readonly purposes: Readonly<Record<string, string>>;
  readonly gridHeading: string;
  readonly corner: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly areas: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, string>>;
  readonly yes: string;
  readonly no: string;
  readonly alsoHeading: string;
  readonly statements: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  readonly signatures: readonly string[];
  readonly codeCaption: string;
  readonly receipt: Readonly<Record<string, string>>;
}
const DIR = join(import.meta.dirname, "../../data/consent-texts");
const textsOf = (language: string): Texts => JSON.parse(readFileSync(join(DIR, `${language}.json`), "utf8")) as Texts;
const filled = (text: string): string => text.replaceAll("{sender}", "Kreis Lindenau").replaceAll("{recipient}", "Jobcenter Lindenau").replaceAll("{day}", "3.11.2026").replaceAll("{fields}", "Anschrift, Sprachen");

type Say = (pick: (text: Texts) => string | undefined) => Said;
function speaker(language: DocumentLanguage): { readonly say: Say; readonly each: (pick: (text: Texts) => readonly string[]) => Said[] } {
  const [de, other] = [textsOf("de"), textsOf(language)];
  return {
    say: (pick) => ({ de: filled(pick(de) ?? ""), other: filled(pick(other) ?? "") }),
    each: (pick) => pick(de).map((text, i) => ({ de: filled(text), other: filled(pick(other)[i] ?? "") })),
  };
}
const same = (text: string): Said => ({ de: text, other: text });
const CODE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h2v2h-2zM3 3h1v1h-1z"/></svg>`;

/** A consent with everything a sheet can hold, in the texts of the product. */
export function sampleSheet(language: DocumentLanguage, draft: boolean, person = "Olena Kovalenko · Олена Коваленко"): ConsentSheet {
  const { say, each } = speaker(language);
  const ticked: Readonly<Record<string, readonly boolean[]>> = { sprache: [true, true, false, false, false], arbeit: [true, true, false, true, true], wohnen: [false, true, false, false, false] };
  return {
    language, draft,
    draftNotice: say((t) => t.draftNotice),
    title: say((t) => t.title),
    reference: "Fall LIN-2026-0041 · Text 2026-11",
    intro: each((t) => t.intro),
    facts: [
      { label: say((t) => t.labels["person"]), value: same(person) },
      { label: say((t) => t.labels["recipient"]), value: same("Jobcenter Lindenau") },
      { label: say((t) => t.labels["purpose"]), value: say((t) => t.purposes["work"]) },
      { label: say((t) => t.labels["direction"]), value: say((t) => t.directions["both"]) },
      { label: say((t) => t.labels["secrecy"]), value: say((t) => t.secrecy["yes"]) },
      { label: say((t) => t.labels["expiresOn"]), value: same("31.5.2027") },
      { label: say((t) => t.labels["givenBy"]), value: say((t) => t.givenBy["person"]) },
      { label: say((t) => t.labels["interpreter"]), value: same("Frau N. Haddad") },
    ],
    grid: {
      heading: say((t) => t.gridHeading), corner: say((t) => t.corner), yes: say((t) => t.yes), no: say((t) => t.no),
      kinds: ["contact", "task", "papers", "notices", "certificates"].map((kind) => say((t) => t.kinds[kind])),
      rows: Object.entries(ticked).map(([area, ticks]) => ({ area: say((t) => t.areas[area]), ticks })),
    },
    alsoHeading: say((t) => t.alsoHeading),
    also: [say((t) => t.facts["identity"]), say((t) => t.facts["language"])],
    statements: textsOf("de").statements.map((_, i) => ({ heading: say((t) => t.statements[i]?.heading), paragraphs: each((t) => t.statements[i]?.paragraphs ?? []) })),
    signatures: each((t) => t.signatures),
    code: draft ? null : { svg: CODE, caption: say((t) => t.codeCaption) },
  };
}

export function sampleReceipt(language: DocumentLanguage): WithdrawalReceipt {
  const { say } = speaker(language);
  const section = (heading: string, items: readonly string[]) => ({ heading: say((t) => t.receipt[heading]), items: items.map((item) => say((t) => t.receipt[item])) });
  return {
    language,
    title: say((t) => t.receipt["title"]),
    reference: "Fall LIN-2026-0041",
    facts: [{ label: say((t) => t.labels["recipient"]), value: same("Jobcenter Lindenau") }, { label: say((t) => t.labels["withdrawnOn"]), value: same("22.11.2026") }],
    sections: [section("endsNow", ["shareEnds", "draftsGone"]), section("held", ["heldBy", "told"])],
    closing: [say((t) => t.receipt["closing"])],
  };
}

export const sampleDisclosure: DisclosureLetter = {
  draft: false,
  sender: { name: "Kreis Lindenau · Kommunales Integrationszentrum", lines: ["Am Markt 1", "50999 Lindenau"] },
  recipient: { name: "Ausländerbehörde Lindenau", lines: ["Frau Keller", "Bahnhofstraße 7", "50999 Lindenau"] },
  date: "22.11.2026",
  reference: "LIN-2026-0041-Ü2",
  subject: "Übermittlung von Angaben",
  legalBasis: "Einwilligung der Person vom 3.11.2026 (Art. 6 Abs. 1 Buchst. a DSGVO)",
  purpose: "Verlängerung der Aufenthaltserlaubnis",
  necessity: "Ohne den Nachweis kann über den Antrag nicht entschieden werden.",
  fields: [
    { label: "Name", value: "Olena Kovalenko", asOf: "22.11.2026" },
    { label: "Sprachnachweis", value: "telc Deutsch B1, bestanden", asOf: "14.9.2026" },
  ],
  notes: ["Verwenden Sie die Angaben nur für den genannten Zweck.", "Berichtigungen teilen wir Ihnen mit."],
  author: "A. Brandt, Case Management",
  receipt: { returnTo: ["Kreis Lindenau, Kommunales Integrationszentrum", "Am Markt 1", "50999 Lindenau"] },
};

export const sampleLetter = (language: DocumentLanguage): PlainLetter => ({
  language,
  sender: sampleDisclosure.sender,
  recipient: { name: "Olena Kovalenko", lines: ["Lindenstraße 3", "50999 Lindenau"] },
  date: "22.11.2026",
  reference: "LIN-2026-0041",
  subject: textsOf(language).title,
  paragraphs: textsOf(language).statements.flatMap((s) => s.paragraphs),
  closing: textsOf(language).receipt["closing"] ?? "",
  author: "A. Brandt",
});
