import type { Instruction, Law, MadeKnown, Period, Remedy } from "./decide-time-limit.ts";

export const MADE_KNOWN: Readonly<Record<MadeKnown, string>> = {
  post: "mit einfacher Post", registered: "als Einschreiben", pzu: "mit Zustellungsurkunde (gelber Umschlag)", handed_over: "persönlich übergeben", electronic: "elektronisch (E-Mail, Postfach)",
};
export const LAWS: Readonly<Record<Law, string>> = {
  social: "Sozialrecht (Jobcenter, Sozialamt, AsylbLG)", administrative: "allgemeines Verwaltungsrecht (Ausländerbehörde, Stadt, Kreis)", asylum: "Asylrecht (BAMF)",
};
export const REMEDIES: Readonly<Record<Remedy, string>> = { objection: "Widerspruch", court: "Klage" };
export const INSTRUCTIONS: Readonly<Record<Instruction, string>> = { given: "steht im Bescheid", missing: "fehlt", wrong: "ist falsch oder unvollständig" };
export const PERIODS: Readonly<Record<Period, string>> = { one_month: "ein Monat", two_weeks: "zwei Wochen (Asyl)", one_week: "eine Woche (Asyl)" };
export const NOTICE_STATES = { open: "Frist läuft", filed: "eingelegt", accepted: "hingenommen", missed: "Frist versäumt" } as const;
export type NoticeState = keyof typeof NOTICE_STATES;
export const HELP_ONLY = "Das ist eine Rechenhilfe und keine Rechtsberatung. Maßgeblich ist die Rechtsbehelfsbelehrung im Bescheid; im Zweifel gilt der frühere Tag.";
