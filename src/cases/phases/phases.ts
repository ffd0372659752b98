import type { Phase } from "../../kernel/phase-words.ts";

export { isPhase, type Phase, phaseLabel } from "../../kernel/phase-words.ts";

/** The phases of a case as data: server, pages and tests read this table and nothing else. */
export const PHASES = {
  enquiry: { kind: "main", next: ["clearing", "advised_onward", "not_admitted"] },
  clearing: { kind: "main", next: ["admitted", "advised_onward", "not_admitted"] },
  admitted: { kind: "main", next: ["assessment"] },
  advised_onward: { kind: "exit", next: ["reopened"] },
  not_admitted: { kind: "exit", next: ["reopened"] },
  assessment: { kind: "main", next: ["planning"] },
  planning: { kind: "main", next: ["implementation"] },
  implementation: { kind: "main", next: ["monitoring", "evaluation"] },
  monitoring: { kind: "main", next: ["implementation", "assessment", "evaluation"] },
  evaluation: { kind: "main", next: ["closed", "planning"] },
  closed: { kind: "main", next: ["reopened"] },
  dormant: { kind: "side", next: ["clearing", "assessment", "planning", "implementation", "monitoring", "evaluation"] },
  reopened: { kind: "side", next: ["clearing", "assessment", "planning", "implementation"] },
} as const satisfies Record<Phase, { kind: "main" | "exit" | "side"; next: readonly Phase[] }>;

export const PHASE_KEYS = Object.keys(PHASES) as Phase[];

/** In the order of the stepper: neither what leads out of it nor what lies beside it. */
export const MAIN_PHASES = PHASE_KEYS.filter((phase) => PHASES[phase].kind === "main");
/** The phases in which nobody works on the case any more. */
export const ENDED_PHASES: readonly Phase[] = ["closed", "advised_onward", "not_admitted"];
/** Closing asks for a reason and the hand-over, reopening undoes it: these two are never a mere move. */
export const OWN_WAY: readonly Phase[] = ["closed", "reopened"];

/** Whether a move is one of those that usually follow. Nothing is forbidden by it. */
export const isUsualMove = (from: Phase, to: Phase): boolean => (PHASES[from].next as readonly string[]).includes(to) || (to === "dormant" && PHASES[from].kind === "main" && from !== "closed");
