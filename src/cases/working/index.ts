/** What a capability needs that puts pages of its own into a case: the file, the frame, form input, sealing. */
export { type CaseFile, getCaseFile, listCasePersons, listLifeAreas } from "../case-file.sql.ts";
export { ActionButton, CaseForm, type CaseFormView, choicesOf, type HiddenFields, optionsOf } from "../case-form.page.tsx";
export { recordContact } from "../contacts/record-contact.ts";
export { draftUrl, dropDrafts, findDrafts, type KeptDraft } from "../drafts/keep-draft.ts";
export * from "../form-input.ts";
export { type SealedPlace, openText, sealNeeded, sealText } from "../sealing.ts";
export { showCase } from "../show-case.ts";
export { type Typed, typedIn } from "../typed-values.ts";
export { granted, unknownAreas } from "../verdict.ts";
export { listReaders, type ReaderRow } from "../team/team.sql.ts";
export { assignToCase, endAssignment, handOver } from "../team/change-team.ts";
export { listTeam, type TeamRow } from "../team/team.sql.ts";
export { asCase } from "../api/case-answers.ts";
export { closeCase, closingFacts, reopenCase } from "../phases/close-case.ts";
export { type ClosingInput, decideClosing } from "../phases/decide-closing.ts";
