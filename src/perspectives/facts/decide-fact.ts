import { readDay } from "../../cases/working/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import { factCatalogue, FactsRefused, type FactSpec, readFacts } from "../../rules/index.ts";
import { type FactSource, isFinding, OF_REGISTER } from "./fact-entry.ts";
import { isShare } from "./fact-words.ts";

/** What somebody wants to record, by the catalogue. */
export interface FactInput {
  readonly key: string;
  readonly value: unknown;
  readonly from: CalendarDay | null;
  readonly to: CalendarDay | null;
  readonly source: FactSource;
  readonly statedOn: CalendarDay | null;
  readonly foundBy: string;
  readonly evidenceDocumentId: string | null;
}
export interface GrantedFact extends FactInput {
  readonly statedOn: CalendarDay;
}
export interface Around {
  readonly today: CalendarDay;
  /** null: an authority's room, which has no cases */
  readonly documentIds: readonly string[] | null;
  readonly isEnded: boolean;
}

const refusal = (code: string, field: string, sentence: string): Refusal => ({ code, field, sentence });
const MOST_ROWS = 20;

/** May this be recorded? All that stands against it at once, each beside its field. */
export function decideFact(input: FactInput, around: Around): Decision<GrantedFact> {
  const spec = factCatalogue.get(input.key);
  const statedOn = input.statedOn ?? around.today;
  // who says since when needs no number: the months are counted from that day
  const value = spec?.growth === "months" && input.from !== null ? (input.value ?? 0) : input.value;
  const refusals = [
    ...(around.isEnded ? [refusal("case-ended", "value", "Der Fall ist beendet. Nehmen Sie ihn wieder auf, um etwas einzutragen.")] : []),
    ...(spec === undefined ? [refusal("fact-unknown", "key", "Diese Angabe kennt keine Regel.")] : OF_REGISTER.has(spec.key) ? [refusal("fact-of-the-register", "key", "Das steht bei der Person. Ändern Sie es dort.")] : ofValue(spec, value)),
    ...(input.from !== null && input.to !== null && input.to < input.from ? [refusal("ends-before-it-begins", "to", "Das Ende liegt vor dem Beginn.")] : []),
    ...(statedOn > around.today ? [refusal("stated-in-future", "statedOn", "Dieser Tag liegt in der Zukunft.")] : []),
    ...ofFinding(input),
    ...(input.evidenceDocumentId !== null && !(around.documentIds ?? []).includes(input.evidenceDocumentId) ? [refusal("evidence-unknown", "evidenceDocumentId", "Wählen Sie eine Datei dieses Falls.")] : []),
  ];
  return decide(refusals, () => ({ ...input, value, statedOn }));
}

/** A finding is somebody's: without a name and a day it is an opinion of the software. */
function ofFinding(input: FactInput): Refusal[] {
  const found: Refusal[] = [];
  if (isFinding(input.key) && input.source !== "finding") found.push(refusal("finding-needed", "source", "Das muss jemand feststellen: Wählen Sie „Jemand hat es festgestellt“."));
  if (input.source === "finding" && input.foundBy === "") found.push(refusal("finder-missing", "foundBy", "Schreiben Sie, wer es festgestellt hat."));
  if (input.source === "finding" && input.statedOn === null) found.push(refusal("finding-day-missing", "statedOn", "Schreiben Sie, an welchem Tag es festgestellt wurde."));
  if (input.source !== "finding" && input.foundBy !== "") found.push(refusal("finder-without-finding", "foundBy", "Eine Person gehört nur zu einer Feststellung."));
  return found;
}

function ofValue(spec: FactSpec, value: unknown): Refusal[] {
  if (value === null || value === undefined) return [refusal("value-missing", "value", MISSING[spec.type])];
  if (Array.isArray(value) && value.length > MOST_ROWS) return [refusal("too-many-rows", "value", `Höchstens ${MOST_ROWS} Einträge.`)];
  if (isShare(spec.key) && typeof value === "number" && value > 10) return [refusal("share-too-large", "value", "Das ist mehr als das Zehnfache des Bedarfs. Schreiben Sie zum Beispiel 60 für 60 Prozent.")];
  if (spec.key === "civicTestPoints" && typeof value === "number" && value > 33) return [refusal("too-many-points", "value", "Der Test hat 33 Fragen.")];
  // a form offers words alone; whoever writes by the API learns of a misspelt one
  if (spec.type === "enum" && typeof value === "string" && spec.open === true && !/^[A-Za-z0-9_]{1,60}$/.test(value)) return [refusal("value-invalid", "value", "Wählen Sie aus der Liste.")];
  try {
    readFacts(factCatalogue, { [spec.key]: value });
    return [];
  } catch (error) {
    if (!(error instanceof FactsRefused)) throw error;
    return error.problems.map((problem) => refusal("value-invalid", "value", problem.endsWith("ends before it begins") ? "Eine Zeit endet, bevor sie beginnt." : MISSING[spec.type]));
  }
}
const MISSING: Readonly<Record<FactSpec["type"], string>> = {
  boolean: "Wählen Sie ja oder nein. Was Sie nicht wissen, lassen Sie weg.", number: "Geben Sie eine Zahl ein, mindestens 0.", date: "Geben Sie einen Tag ein, zum Beispiel 22.11.2026.", enum: "Wählen Sie aus der Liste.", list: "Tragen Sie mindestens eine Zeile ein, oder wählen Sie „keine“.",
};

type Fields = Readonly<Record<string, unknown>>;
const typed = (fields: Fields, name: string): string => (typeof fields[name] === "string" ? (fields[name] as string).trim() : "");

/** The value as a form sends it; null where nothing was said or it is none, which decideFact refuses with a sentence. */
export function typedValue(spec: FactSpec, fields: Fields): unknown {
  if (spec.type !== "list") return typedScalar(spec, typed(fields, "value"));
  const rows = Array.from({ length: MOST_ROWS }, (_, i) => i).flatMap((i) => {
    const row = Object.fromEntries((spec.items ?? []).map((item) => [item.key, typedScalar(item, typed(fields, `row${i}_${item.key}`))]));
    return Object.values(row).some((value) => value !== null && value !== false) ? [row] : [];
  });
  return rows.length === 0 && typed(fields, "none") !== "ja" ? null : rows;
}

function typedScalar(spec: FactSpec, text: string): string | number | boolean | null {
  if (text === "") return null;
  switch (spec.type) {
    case "boolean": return text === "ja" ? true : text === "nein" ? false : null;
    case "date": return readDay(text);
    case "number": {
      const number = Number(text.replace("%", "").replace(",", ".").trim());
      if (!Number.isFinite(number) || number < 0) return null;
      // "0,6" is how a share is written, and 0.6 percent is nobody's
      const isWrittenAsShare = number <= 1 && /[.,]/.test(text) && !text.includes("%");
      return isShare(spec.key) && !isWrittenAsShare ? number / 100 : number;
    }
    case "enum":
    case "list": return text;
  }
}
