const entrustedAppointment = "exists (select from app.case_appointments a where a.tenant_id = t.tenant_id and a.id = t.appointment_id and a.is_entrusted)";
const entrustedGoal = (id: string): string => `exists (select from app.plan_goals g where g.tenant_id = t.tenant_id and g.id = ${id} and g.is_entrusted)`;

/**
 * Which rows somebody confided, by table, over the row `t`. They are not handed to an archive, nor is what was made of them.
 * § 4 Abs. 2 Nr. 2 ArchivG NRW lets offices offer what is under § 203 StGB, but what a counselling centre was told by a client only
 * without names. Which of the two an office is, a program does not know: so neither, until a lawyer has read it.
 */
export const CONFIDED: Readonly<Record<string, string>> = {
  contacts: "t.is_entrusted",
  follow_ups: "t.kind = 'entrusted_review'",
  // an answer to a person (Art. 15) gathers what was confided; so does an agreement over a goal that was
  documents: `(t.is_entrusted or exists (select from app.subject_accesses a where a.tenant_id = t.tenant_id and a.pdf_document_id = t.id)
    or exists (select from app.plan_agreements v where v.tenant_id = t.tenant_id and v.document_id = t.id and exists (select from app.plan_goals g where g.tenant_id = t.tenant_id and g.case_id = t.case_id and g.is_entrusted)))`,
  assessment_entries: "t.is_entrusted",
  network_ties: "t.is_entrusted",
  plan_goals: "t.is_entrusted",
  plan_measures: `(t.is_entrusted or ${entrustedGoal("t.goal_id")})`,
  case_appointments: "t.is_entrusted",
  interpreter_requests: entrustedAppointment,
  // question and protocol speak of every item
  conferences: "exists (select from app.conference_items i where i.tenant_id = t.tenant_id and i.conference_id = t.id and i.is_entrusted)",
  conference_items: "t.is_entrusted",
};

/** Tables that repeat what stands elsewhere, and may repeat what was confided. */
export const EXCERPTS: Readonly<Record<string, string>> = {
  handover_sheets: "Übergabeblätter sind Auszüge aus der Akte.",
  portal_holds: "Warum etwas auf der eigenen Seite fehlt, sagt, was dort fehlt.",
  // this package, and those before it
  archive_packages: "",
};
