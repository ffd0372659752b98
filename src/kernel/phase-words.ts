/**
 * How the phases of a case are called. They stand here since `persons` names the phase in the head of a case and may
 * not use `cases`; what a phase means and what follows it is said in `cases/phases/phases.ts`.
 */
export const PHASE_WORDS = {
  enquiry: "Anfrage",
  clearing: "Klärung",
  admitted: "Aufnahme",
  advised_onward: "weiterverwiesen",
  not_admitted: "nicht aufgenommen",
  assessment: "Assessment",
  planning: "Planung",
  implementation: "Umsetzung",
  monitoring: "Monitoring",
  evaluation: "Evaluation",
  closed: "Abschluss",
  dormant: "ruht",
  reopened: "wieder aufgenommen",
} as const;

export type Phase = keyof typeof PHASE_WORDS;
export const isPhase = (text: string): text is Phase => Object.hasOwn(PHASE_WORDS, text);
/** The word of a code; a code that this version does not know is shown as it is. */
export const phaseLabel = (phase: string): string => (isPhase(phase) ? PHASE_WORDS[phase] : phase);
