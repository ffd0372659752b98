import type { Asking } from "../http/index.ts";

/** Every sealed column of a case, as `table.column`: readers and writers bind a text to its place by the same word. */
export type SealedPlace =
  | "contacts.text_ct" | "follow_ups.title_ct" | "documents.name_ct" | "case_phases.note_ct" | "case_admissions.reason_ct"
  | "case_closures.handover_ct" | "case_team.reason_ct" | "case_relations.other_name_ct" | "drafts.text_ct"
  | "emergency_accesses.reason_ct" | "emergency_accesses.review_note_ct" | "access_records.reason_ct"
  | "consents.purpose_ct" | "consents.oral_note_ct" | "consents.interpreter_ct" | "consents.representation_ct" | "content_checks.reason_ct"
  | "disclosures.purpose_ct" | "disclosures.necessity_ct" | "disclosures.second_note_ct" | "disclosure_items.value_ct" | "disclosure_messages.text_ct"
  | "switch_checklists.reason_ct" | "switch_items.title_ct" | "switch_items.owner_ct" | "switch_items.note_ct"
  | "case_appointments.place_ct" | "case_appointments.subject_ct" | "interpreter_requests.confirmed_ct" | "conferences.question_ct" | "conferences.protocol_ct" | "conference_items.title_ct"
  | "handover_sheets.content_ct" | "case_moves.recipient_ct" | "move_agreements.witness_ct" | "closing_letters.content_ct" | "aftercare_contacts.note_ct" | "retention_holds.reason_ct" | "erasure_requests.reason_ct" | "archive_packages.receipt_ct"
  | "notices.subject_ct" | "notices.issuer_ct" | "notices.reference_ct" | "letters.content_ct"
  | "assessment_entries.resource_ct" | "assessment_entries.need_ct" | "assessment_entries.person_words_ct" | "qualifications.title_ct" | "network_ties.name_ct" | "network_ties.note_ct"
  | "portal_accesses.frozen_reason_ct" | "portal_messages.text_ct" | "portal_messages.answer_ct" | "portal_holds.reason_ct"
  | "plan_goals.wish_ct" | "plan_goals.goal_ct" | "plan_measures.title_ct" | "plan_measures.result_ct" | "plan_measures.report_ct" | "plan_agreements.content_ct" | "plan_reviews.note_ct" | "volunteer_tasks.title_ct";

type Keys = Pick<Asking, "app" | "session">;

const bindingOf = (asking: Keys, place: SealedPlace, row: string) => {
  const [table, column] = place.split(".") as [string, string];
  // the version is always 1: a row's other columns change without its texts being sealed anew
  return { tenant: asking.session.tenantId, table, column, row, version: 1 };
};

/** Null for an empty text: that there is none may be known. */
export const sealText = (asking: Keys, keyRef: string, place: SealedPlace, row: string, text: string | undefined): Buffer | null =>
  text === undefined || text.trim() === "" ? null : asking.app.vault.seal(keyRef, text, bindingOf(asking, place, row));

/** As sealText, for columns that are never empty. */
export const sealNeeded = (asking: Keys, keyRef: string, place: SealedPlace, row: string, text: string): Buffer => asking.app.vault.seal(keyRef, text, bindingOf(asking, place, row));

/** Empty where nothing was written. Throws what the vault throws: a destroyed key, a text that was tampered with. */
export const openText = (asking: Keys, keyRef: string, place: SealedPlace, row: string, sealed: Buffer | null): string =>
  sealed === null ? "" : asking.app.vault.open(keyRef, sealed, bindingOf(asking, place, row));
