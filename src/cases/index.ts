/** What other capabilities may use of cases. */
export { ENDED_PHASES, isPhase, isUsualMove, MAIN_PHASES, OWN_WAY, type Phase, PHASE_KEYS, phaseLabel, PHASES } from "./phases/phases.ts";
export { openText, type SealedPlace } from "./sealing.ts";
