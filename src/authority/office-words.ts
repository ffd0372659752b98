import type { Shape, Tone } from "../ui/index.ts";

/** What somebody brings, sorted as a file of an authority is. */
export const PAPER_KINDS = {
  identity: "Identität und Pass", residence: "Aufenthalt", language: "Sprache und Kurse", livelihood: "Lebensunterhalt", school: "Schule und Ausbildung",
  family: "Familie und Personenstand", notice: "Bescheid", letter: "Schreiben", other: "Sonstiges",
} as const;
export type PaperKind = keyof typeof PAPER_KINDS;

export const FOLLOW_UP_KINDS = { task: "Aufgabe", papers: "Unterlagen", request: "Anfrage", disclosure: "Übermittlung", deadline: "Frist" } as const;
export type FollowUpKind = keyof typeof FOLLOW_UP_KINDS;

export const PURPOSES = {
  papers: "Unterlagen abgeben", application: "Antrag stellen", hearing: "Anhörung oder Gespräch", fingerprints: "Fingerabdrücke und Foto", collect: "Aufenthaltstitel abholen", declaration: "Bekenntnis und Loyalitätserklärung",
  certificate: "Einbürgerungsurkunde aushändigen", counselling: "Beratung", other: "Sonstiges",
} as const;
export type Purpose = keyof typeof PURPOSES;

export const APPOINTMENT_STATES = { planned: "geplant", came: "erschienen", no_show: "nicht erschienen", cancelled: "abgesagt" } as const;
export type AppointmentState = keyof typeof APPOINTMENT_STATES;
export const APPOINTMENT_LOOKS: Readonly<Record<AppointmentState, { tone: Tone; shape: Shape }>> = {
  planned: { tone: "accent", shape: "empty" }, came: { tone: "success", shape: "check" }, no_show: { tone: "danger", shape: "cross" }, cancelled: { tone: "neutral", shape: "cross" },
};

/** `open`: nobody has looked yet; the database keeps no row for it. */
export const PAPER_STATES = { open: "noch offen", there: "liegt vor", seen: "gesehen", missing: "fehlt", not_needed: "nicht nötig" } as const;
export type PaperState = keyof typeof PAPER_STATES;
export const PAPER_LOOKS: Readonly<Record<PaperState, { tone: Tone; shape: Shape }>> = {
  open: { tone: "neutral", shape: "empty" }, there: { tone: "success", shape: "check" }, seen: { tone: "success", shape: "half" }, missing: { tone: "danger", shape: "triangle" }, not_needed: { tone: "neutral", shape: "cross" },
};
