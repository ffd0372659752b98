/** The phases of a case as data: server, pages and tests read this table and nothing else. */
export const PHASES = {
  enquiry: { label: "Anfrage", kind: "main", next: ["clearing", "advised_onward", "not_admitted"] },
  clearing: { label: "Klärung", kind: "main", next: ["admitted", "advised_onward", "not_admitted"] },
  admitted: { label: "Aufnahme", kind: "main", next: ["assessment"] },
  advised_onward: { label: "weiterverwiesen", kind: "exit", next: ["reopened"] },
  not_admitted: { label: "nicht aufgenommen", kind: "exit", next: ["reopened"] },
  assessment: { label: "Assessment", kind: "main", next: ["planning"] },
  planning: { label: "Planung", kind: "main", next: ["implementation"] },
  implementation: { label: "Umsetzung", kind: "main", next: ["monitoring", "evaluation"] },
  monitoring: { label: "Monitoring", kind: "main", next: ["implementation", "assessment", "evaluation"] },
  evaluation: { label: "Evaluation", kind: "main", next: ["closed", "planning"] },
  closed: { label: "Abschluss", kind: "main", next: ["reopened"] },
  dormant: { label: "ruht", kind: "side", next: ["clearing", "assessment", "planning", "implementation", "monitoring", "evaluation"] },
  reopened: { label: "wieder aufgenommen", kind: "side", next: ["clearing", "assessment", "planning", "implementation"] },
} as const satisfies Record<string, { label: string; kind: "main" | "exit" | "side"; next: readonly string[] }>;

export type Phase = keyof typeof PHASES;
export const PHASE_KEYS = Object.keys(PHASES) as Phase[];
export const isPhase = (text: string): text is Phase => Object.hasOwn(PHASES, text);
export const phaseLabel = (phase: string): string => (isPhase(phase) ? PHASES[phase].label : phase);

/** In the order of the stepper: neither what leads out of it nor what lies beside it. */
export const MAIN_PHASES = PHASE_KEYS.filter((phase) => PHASES[phase].kind === "main");
/** The phases in which nobody works on the case any more. */
export const ENDED_PHASES: readonly Phase[] = ["closed", "advised_onward", "not_admitted"];
/** Closing asks for a reason and the hand-over, reopening undoes it: these two are never a mere move. */
export const OWN_WAY: readonly Phase[] = ["closed", "reopened"];

/** Whether a move is one of those that usually follow. Nothing is forbidden by it. */
export const isUsualMove = (from: Phase, to: Phase): boolean => (PHASES[from].next as readonly string[]).includes(to) || (to === "dormant" && PHASES[from].kind === "main" && from !== "closed");
