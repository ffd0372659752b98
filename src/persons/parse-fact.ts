import type { CalendarDay } from "../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../kernel/refusal.ts";
import { type FactField, type FactKind, type FactValue, type FactValues, optionsOf } from "./fact.ts";
import { readPartialDate } from "./partial-date.ts";

export type RawFact = Readonly<Record<string, unknown>>;

const trimmed = (raw: unknown): string => (typeof raw === "string" ? raw.normalize("NFC").replace(/\p{Cc}+/gu, " ").trim() : "");
const refusal = (field: FactField, code: string, sentence: string): Refusal => ({ code, field: field.name, sentence });
const missing = (field: FactField): Refusal => refusal(field, "missing", `„${field.label}“ fehlt noch.`);

type Parsed = { readonly value: FactValue } | { readonly refusal: Refusal };

function parseText(field: FactField, raw: unknown): Parsed {
  const value = trimmed(raw);
  if (value.length > (field.max ?? 200)) return { refusal: refusal(field, "too-long", `„${field.label}“ hat höchstens ${field.max ?? 200} Zeichen.`) };
  if (value === "" && !field.optional && !field.derived) return { refusal: missing(field) };
  return { value };
}

function parseChoice(field: FactField, raw: unknown): Parsed {
  const value = trimmed(raw);
  if (value === "") return field.optional ? { value: "" } : field.initial === undefined ? { refusal: missing(field) } : { value: field.initial };
  const isKnown = optionsOf(field).some((o) => o.value === value) || field.pattern?.test(value) === true;
  return isKnown ? { value } : { refusal: refusal(field, "unknown-choice", `„${value.slice(0, 40)}“ gibt es bei „${field.label}“ nicht.`) };
}

function parseMany(field: FactField, raw: unknown): Parsed {
  const values = [raw ?? []].flat().map(trimmed).filter((v) => v !== "");
  if (values.length === 0 && !field.optional) return { refusal: refusal(field, "missing", `Wählen Sie bei „${field.label}“ wenigstens eines.`) };
  const unknown = values.find((v) => !optionsOf(field).some((o) => o.value === v));
  return unknown === undefined ? { value: [...new Set(values)] } : { refusal: refusal(field, "unknown-choice", `„${unknown.slice(0, 40)}“ gibt es bei „${field.label}“ nicht.`) };
}

/** A day or nothing. A month or a year alone is sent back: a first of the month would be a guess that nobody sees. */
export function parseDay(name: string, label: string, raw: unknown, today: CalendarDay): { value: CalendarDay | null } | { refusal: Refusal } {
  const text = trimmed(raw);
  if (text === "") return { value: null };
  const read = readPartialDate(text, today);
  if (read === null) return { refusal: { code: "no-such-day", field: name, sentence: `„${text.slice(0, 40)}“ bei „${label}“ ist kein Tag im Kalender. Zum Beispiel: 22.11.2026.` } };
  if (read.precision !== "day") return { refusal: { code: "day-too-vague", field: name, sentence: `Bei „${label}“ fehlt der genaue Tag. Ist er unbekannt, lassen Sie das Feld leer.` } };
  return { value: read.on };
}

function parseField(field: FactField, raw: unknown, today: CalendarDay): Parsed {
  switch (field.type) {
    case "text":
    case "sealed":
      return parseText(field, raw);
    case "choice":
    case "tri":
      return parseChoice(field, raw);
    case "many":
      return parseMany(field, raw);
    case "flag":
      return { value: raw === true || raw === "ja" };
    case "day":
      return parseDay(field.name, field.label, raw, today);
  }
}

/** What was typed or sent, as values of this kind of fact; or everything that is wrong with it. */
export function parseFact(kind: FactKind, raw: RawFact, today: CalendarDay): Decision<FactValues> {
  const refusals: Refusal[] = [];
  const values: Record<string, FactValue> = {};
  for (const field of kind.fields) {
    const parsed = parseField(field, raw[field.name], today);
    if ("refusal" in parsed) refusals.push(parsed.refusal);
    else values[field.name] = parsed.value;
  }
  if (refusals.length === 0) refusals.push(...(kind.check?.(values) ?? []));
  const { from, until } = values;
  if (typeof from === "string" && typeof until === "string" && until < from) {
    refusals.push({ code: "ends-before-it-begins", field: "until", sentence: "„bis“ liegt vor „seit“. Prüfen Sie die beiden Tage." });
  }
  return decide(refusals, () => kind.complete?.(values) ?? values);
}
