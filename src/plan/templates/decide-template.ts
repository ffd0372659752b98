import { decide, type Decision, type Refusal } from "../../kernel/refusal.ts";
import type { TemplateContent } from "./template-content.ts";

export interface TemplateInput extends TemplateContent {
  readonly title: string;
  /** somebody read every line and found nobody in it */
  readonly confirmed: boolean;
}
export interface TemplateFacts {
  /** every name of everybody the case is about, in every script, and its number */
  readonly names: readonly string[];
  /** field name of each text, in the order of the content */
  readonly fields: readonly { readonly field: string; readonly text: string }[];
}

/** Parts of names that can stand alone; what is shorter would find itself in every sentence. */
const partsOf = (names: readonly string[]): string[] => [...new Set(names.flatMap((n) => n.split(/[\s,·-]+/)).map((p) => p.trim().toLowerCase()).filter((p) => p.length >= 3))];
const wordsOf = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u);

const TRACES: readonly (readonly [RegExp, string])[] = [
  [/\S+@\S+\.\S+/u, "eine E-Mail-Adresse"],
  [/(?:\d[\s/.-]?){7,}/u, "eine Telefonnummer oder ein Aktenzeichen"],
  [/\b\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{2}|\d{4})\b/u, "ein Datum"],
  [/\b(?:Frau|Herrn?|Familie)\s+\p{Lu}/u, "eine Anrede mit Namen"],
];

/** What in a text leads to somebody: a name of the case, a number, a day, an address. Null where nothing is found; a human reads it all the same. */
export function traceIn(text: string, names: readonly string[]): string | null {
  const words = new Set(wordsOf(text));
  // the genitive of a German name: "Amiras Zeugnis"
  const name = partsOf(names).find((p) => words.has(p) || words.has(`${p}s`));
  if (name !== undefined) return `der Name „${name}“`;
  return TRACES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

export function decideTemplate(input: TemplateInput, facts: TemplateFacts): Decision<TemplateInput> {
  const refusals: Refusal[] = [];
  if (input.title.length < 3) refusals.push({ code: "title-missing", field: "title", sentence: "Geben Sie der Vorlage einen Titel, der die Situation nennt." });
  if (input.goals.length === 0) refusals.push({ code: "no-goal", field: "keep", sentence: "Wählen Sie mindestens ein Ziel." });
  for (const { field, text } of facts.fields) {
    const trace = traceIn(text, facts.names);
    if (trace !== null) refusals.push({ code: "names-somebody", field, sentence: `Hier steht noch ${trace}. Schreiben Sie es so, dass es für alle passt.` });
    else if (text === "" && field.startsWith("goal.")) refusals.push({ code: "text-missing", field, sentence: "Schreiben Sie das Ziel so, dass es für alle passt." });
  }
  if (!input.confirmed) refusals.push({ code: "not-read", field: "confirmed", sentence: "Lesen Sie alles noch einmal und bestätigen Sie es." });
  return decide(refusals, () => input);
}
