/** What other capabilities may use of cases. */
export { caseRoutes } from "./cases.routes.ts";
export { listLifeAreas } from "./case-file.sql.ts";
export * from "./case-words.ts";
export { draftUrl } from "./drafts/keep-draft.ts";
export { addFollowUp } from "./follow-ups/change-follow-ups.ts";
export { openCase } from "./opening/open-case.ts";
export { isPhase, type Phase, ENDED_PHASES, PHASE_KEYS, phaseLabel, PHASES } from "./phases/phases.ts";
export { openText, sealNeeded, sealText } from "./sealing.ts";
export { setAbsence } from "./team/change-team.ts";
export { type CaseReaders, readersOf } from "./team/readers.ts";
export { ReassignPage } from "./team/reassign.page.tsx";
export { MOST_AT_ONCE } from "./team/team.routes.tsx";
export { listColleagues } from "./team/team.sql.ts";
