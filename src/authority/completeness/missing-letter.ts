import type { DocumentLanguage, PlainLetter } from "../../pdf/index.ts";
import type { ShownCheck } from "./read-checks.ts";

export interface LetterFacts {
  readonly check: ShownCheck;
  readonly office: string;
  readonly officer: string;
  readonly name: string;
  readonly address: readonly string[];
  readonly day: string;
  readonly reference: string;
}

export interface MissingPaper {
  readonly condition: string;
  readonly evidence: readonly string[];
}
/** What was asked for, condition by condition; what the office finds itself is not the person's to bring. */
export const missingOf = (check: ShownCheck): MissingPaper[] =>
  check.conditions.flatMap((c) => {
    const evidence = c.papers.filter((p) => p.state === "missing" && !p.isFromTheOffice).map((p) => p.evidence);
    return evidence.length === 0 ? [] : [{ condition: c.title, evidence }];
  });

const LANGUAGE: DocumentLanguage = "de";
/** Plain words: what to bring, and nothing about whether the right exists. */
export function missingLetter(facts: LetterFacts): PlainLetter {
  const { check } = facts;
  return {
    language: LANGUAGE, sender: { name: facts.office, lines: [] }, recipient: { name: facts.name, lines: [...facts.address] }, date: facts.day, reference: facts.reference,
    subject: `Diese Unterlagen fehlen noch (${check.norm})`,
    paragraphs: [
      `Guten Tag,\nwir prüfen die Unterlagen zu: ${check.title} (${check.norm}).`,
      "Bitte bringen oder schicken Sie uns noch:",
      ...missingOf(check).map((m) => `${m.condition}\n${m.evidence.map((e) => `– ${e}`).join("\n")}`),
      "Fehlt Ihnen ein Papier, oder verstehen Sie etwas nicht? Fragen Sie uns. Eine Beratungsstelle hilft Ihnen dabei kostenlos.",
      "Dieses Schreiben ist keine Entscheidung über Ihren Antrag.",
    ],
    closing: "Mit freundlichen Grüßen", author: facts.officer,
  };
}
