import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { factCatalogue, type FactInput, type FactSpec } from "../../rules/index.ts";

/** What may change in a life, as the talk names it, and the facts it stands for. */
export interface Scenario {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  /** unset: for everybody */
  readonly onlyFor?: RegExp;
  readonly facts: (before: FactInput, from: CalendarDay) => FactInput;
}

const ownMoney = { employed: true, employmentAllowed: true, needy: false, sgb2: false, sgb2or12: false, asylblg: false, benefitLaw: "none", receivesSubsistence: "none", livelihoodSecured: true, livelihoodByWork: true, livelihoodPrognosisFull: true, canSupportFamily: true, ernaehrungsfaehig8_1_4: true, fullTimeNow: true, weeklyHours: 39 };
const shares = (share: number): FactInput => ({ livelihoodByWorkShare: share, familyLivelihoodShare: share, livelihoodByOwnWorkShare: share, livelihoodShare: share });
const ofMonths = (before: FactInput): FactInput => (before["employmentMonthsSV"] === null ? { employmentMonthsSV: 0 } : {});

export const SCENARIOS: readonly Scenario[] = [
  { key: "arbeit", label: "Arbeit, die den ganzen Bedarf deckt", hint: "Vollzeit, keine Leistungen mehr", facts: (before) => ({ ...ownMoney, ...shares(1), ...ofMonths(before) }) },
  { key: "teilzeit", label: "Arbeit, die mehr als die Hälfte deckt", hint: "20 Stunden, Rest vom Amt", facts: (before) => ({ employed: true, ...shares(0.6), weeklyHours: 20, livelihoodPrognosisFull: true, ...ofMonths(before) }) },
  { key: "a2", label: "Deutsch A2", facts: (before) => languageOf(before, "A2") },
  { key: "b1", label: "Deutsch B1", facts: (before) => languageOf(before, "B1") },
  { key: "test", label: "Test „Leben in Deutschland“ bestanden", facts: () => ({ basicCivicKnowledge: true, civicTestPoints: 25 }) },
  { key: "identitaet", label: "Identität durch Pass geklärt", facts: (_before, from) => ({ identityClarified: true, nationalityClarified: true, identityEvidence: "passport", identityClarifiedOn: from }) },
  { key: "bekenntnis", label: "Bekenntnisse abgegeben", facts: () => ({ fdgoDeclaration: true, historicResponsibilityDeclaration: true }) },
  { key: "kind", label: "Ein Kind wird geboren", facts: () => ({ livesWithMinorUnmarriedChild: true, schoolAgeChildren: false }) },
  { key: "ausbildung", label: "Vertrag für eine Ausbildung", facts: (_before, from) => ({ qualifiedTrainingContract: true, registrationRequested: true, trainingStart: from, inTraining: true, inTrainingOrSchool: true }) },
  { key: "abschluss", label: "Schul- oder Berufsabschluss in Deutschland", facts: () => ({ germanSchoolOrVocationalDegree: true }) },
  { key: "anerkennung", label: "Asylverfahren endet mit Anerkennung", onlyFor: /^GESTATTUNG/, facts: (before, from) => newPaper(before, "AE_25_2_1", from) },
  { key: "ablehnung", label: "Asylverfahren endet mit Duldung", onlyFor: /^GESTATTUNG/, facts: (before, from) => newPaper(before, "DULDUNG_60A", from) },
  { key: "t25b", label: "§ 25b wird erteilt", onlyFor: /^(DULDUNG|AE_104C)/, facts: (before, from) => newPaper(before, "AE_25B_1", from) },
  { key: "t25a", label: "§ 25a wird erteilt", onlyFor: /^(DULDUNG|AE_104C)/, facts: (before, from) => newPaper(before, "AE_25A_1", from) },
];
export const scenariosFor = (status: string): readonly Scenario[] => SCENARIOS.filter((scenario) => scenario.onlyFor === undefined || scenario.onlyFor.test(status));

const LEVELS = ["none", "A1", "A2", "B1", "B2", "C1", "C2"];
/** Nobody forgets German by passing a test. */
function languageOf(before: FactInput, level: string): FactInput {
  const knows = (key: string): boolean => LEVELS.indexOf(String(before[key])) >= LEVELS.indexOf(level);
  return Object.fromEntries(["german", "germanOral", "germanWritten"].filter((key) => !knows(key)).map((key) => [key, level]));
}

/** The paper held ends the day before, the new one begins; what was issued before was issued for another paper. */
function newPaper(before: FactInput, basis: string, from: CalendarDay): FactInput {
  const stay = Array.isArray(before["stay"]) ? (before["stay"] as readonly Record<string, unknown>[]) : [];
  const past = stay.filter((one) => typeof one["from"] === "string" && one["from"] < from).map((one) => (one["to"] === null || (typeof one["to"] === "string" && one["to"] >= from) ? Object.assign({}, one, { to: dayBefore(from) }) : one));
  return { status: basis, title: basis, stay: [...past, { basis, from, to: null }], firstIssued: from, firstIssue: true, validityMonths: 24, validTo: null, employmentAllowed: true, protectionGranted: basis.startsWith("AE_25_2") };
}
const dayBefore = (day: CalendarDay): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** What may be assumed freely: one value, and nothing that hurts. */
export const freeFacts: readonly FactSpec[] = [...factCatalogue.values()].filter((spec) => spec.adverse !== true && spec.type !== "list" && spec.key !== "title" && spec.key !== "status");

const YES = new Set(["ja", "j", "yes"]);
const NO = new Set(["nein", "n", "no"]);
/** A value as somebody types it; null where it is none of this kind. */
export function readFree(spec: FactSpec, typed: string): string | number | boolean | null {
  const text = typed.trim();
  if (spec.type === "boolean") return YES.has(text.toLowerCase()) ? true : NO.has(text.toLowerCase()) ? false : null;
  if (spec.type === "number") return /^\d{1,4}([.,]\d{1,3})?$/.test(text) ? Number(text.replace(",", ".")) : null;
  if (spec.type === "date") {
    const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
    const day = german === null ? text : `${german[3]}-${german[2]!.padStart(2, "0")}-${german[1]!.padStart(2, "0")}`;
    return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null;
  }
  return spec.values?.find((value) => value.toLowerCase() === text.toLowerCase()) ?? null;
}

export interface Assumed {
  readonly scenarios: readonly string[];
  readonly free: readonly { readonly key: string; readonly typed: string }[];
  readonly from: CalendarDay;
}
/** The facts as they would be, and why some assumption cannot be read. */
export function assume(before: FactInput, { scenarios, free, from }: Assumed): { readonly facts: FactInput; readonly refusals: readonly Refusal[] } {
  const facts: Record<string, unknown> = { ...before };
  for (const scenario of SCENARIOS) if (scenarios.includes(scenario.key)) Object.assign(facts, scenario.facts(facts, from));
  const refusals: Refusal[] = [];
  free.forEach(({ key, typed }, index) => {
    const spec = freeFacts.find((one) => one.key === key);
    const value = spec === undefined ? null : readFree(spec, typed);
    if (value === null) refusals.push({ code: "assumption-unreadable", field: `wert${index + 1}`, sentence: spec === undefined ? "Wählen Sie eine Angabe aus der Liste." : expected(spec) });
    else facts[key] = value;
  });
  return { facts, refusals };
}
const expected = (spec: FactSpec): string =>
  spec.type === "boolean" ? "Schreiben Sie ja oder nein." : spec.type === "number" ? "Schreiben Sie eine Zahl." : spec.type === "date" ? "Schreiben Sie einen Tag, zum Beispiel 01.03.2027." : `Schreiben Sie eines davon: ${spec.values?.join(", ") ?? ""}.`;

