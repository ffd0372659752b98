import { APPOINTMENT_KINDS, APPOINTMENT_STATES, PLACE_KINDS } from "../../appointments/index.ts";
import { ADMISSION_DECISIONS, CLOSING_REASONS, CONTACT_KINDS, DOCUMENT_KINDS, HANDOVERS, INTERPRETING, PHASE_KEYS, phaseLabel, RELATION_KINDS, RELEASE_FORMS } from "../../cases/index.ts";
import { ATTAINMENTS, GOAL_STATES, MEASURE_STATES, RESPONSIBLE_KINDS } from "../../plan/index.ts";
import { ERASURE_KINDS, HOLD_KINDS } from "../files/retention-words.ts";

type Words = Readonly<Record<string, string>>;
const relations: Words = Object.fromEntries(Object.entries(RELATION_KINDS).map(([key, { label }]) => [key, label]));

/** Codes of the database by `table.column`, as a person reads them who asks what is held. A test holds them against what the columns allow. */
export const CODE_WORDS: Readonly<Record<string, Words>> = {
  "person_guardians.kind": { parents: "Eltern", guardian: "Vormund", custodian: "Betreuung", proxy: "Vollmacht" },
  "case_phases.phase": Object.fromEntries(PHASE_KEYS.map((key) => [key, phaseLabel(key)])),
  "case_admissions.decision": ADMISSION_DECISIONS, "case_admissions.team_release_form": RELEASE_FORMS,
  "case_closures.reason": CLOSING_REASONS, "case_closures.handover": HANDOVERS,
  "aftercare_contacts.result": { stable: "läuft gut", needs_help: "braucht Hilfe", not_reached: "nicht erreicht", reopen: "möchte wieder ins Case Management" },
  "handover_sheets.kind": { change: "Wechsel", substitution: "Vertretung", return: "Rückgabe" },
  "case_moves.state": { prepared: "in Vorbereitung", given: "herausgegeben", dropped: "verworfen" }, "case_moves.given_how": { to_person: "der Person mitgegeben", post: "mit der Post", encrypted: "verschlüsselt gesendet" },
  "move_agreements.given_by": { person: "die Person selbst", representative: "wer sie gesetzlich vertritt" }, "move_agreements.form": { written: "schriftlich", oral: "mündlich" },
  "case_relations.kind": relations,
  "contacts.kind": CONTACT_KINDS, "contacts.interpreting": INTERPRETING,
  "follow_ups.kind": { task: "Aufgabe", missing_information: "fehlende Angabe", entrusted_review: "Prüfung von Anvertrautem", imported: "aus einer Liste", consent_ending: "Ende einer Einwilligung", recipient_answered: "Antwort einer Stelle", correction: "Berichtigung", withdrawal: "Widerruf", aftercare: "Nachsorge" },
  "documents.kind": DOCUMENT_KINDS,
  "notices.made_known": { post: "mit der Post", registered: "Einschreiben", pzu: "Postzustellungsurkunde", handed_over: "übergeben", electronic: "elektronisch" },
  "notices.state": { open: "läuft", filed: "Rechtsbehelf eingelegt", accepted: "hingenommen", missed: "versäumt" },
  "letters.state": { draft: "Entwurf", made: "erstellt" },
  "consents.direction": { to_recipient: "an die Stelle", from_recipient: "von der Stelle", both: "in beide Richtungen" },
  "consents.form": RELEASE_FORMS, "consents.given_by": { person: "die Person selbst", parents: "Eltern", guardian: "Vormund", custodian: "Betreuung", proxy: "Vollmacht" },
  "consents.withdrawal_form": RELEASE_FORMS,
  "disclosures.channel": { inbox: "elektronisch", paper: "auf Papier" }, "disclosures.kind": { disclosure: "Übermittlung", correction: "Berichtigung" },
  "disclosures.state": { draft: "Entwurf", awaiting_second: "wartet auf die zweite Person", refused: "abgelehnt", sent: "gesendet", discarded: "verworfen" },
  "disclosures.recipient_state": { delivered: "zugestellt", accepted: "angenommen", asked_back: "nachgefragt", declined: "abgelehnt" },
  "disclosures.exception": { kkg_4: "§ 4 KKG", stgb_34: "§ 34 StGB", stgb_138: "§ 138 StGB" },
  "inbox_items.kind": { disclosure: "Übermittlung", correction: "Berichtigung", withdrawal: "Widerruf", reply: "Antwort", request: "Anfrage" },
  "inbox_items.state": { received: "eingegangen", accepted: "angenommen", asked_back: "nachgefragt", done: "erledigt", refused: "abgelehnt" },
  "volunteer_tasks.kind": { accompany: "Begleiten", interpret: "Dolmetschen", learn: "Lernen", forms: "Formulare", leisure: "Freizeit", moving: "Umzug" },
  "volunteer_tasks.state": { offered: "angefragt", accepted: "angenommen", declined: "abgelehnt", done: "erledigt", cancelled: "abgesagt" },
  "facts.source": { said: "von der Person gesagt", paper: "auf Papier gesehen", register: "aus einem Register", finding: "festgestellt" },
  "upcoming_days.kind": { opens: "etwas wird möglich", closes: "etwas endet", switch: "Wechsel der Zuständigkeit", ends: "eine Frist endet" },
  "switch_checklists.state": { open: "läuft", declined: "abgelehnt", done: "erledigt" }, "switch_items.state": { open: "offen", done: "erledigt", not_needed: "nicht nötig" },
  "assessments.state": { open: "begonnen", done: "abgeschlossen" },
  "qualifications.kind": { school: "Schule", vocational: "Ausbildung", degree: "Studium", licence: "Erlaubnis", course: "Kurs", work: "Berufserfahrung", skill: "Fähigkeit" },
  "qualifications.recognition": { open: "offen", not_needed: "nicht nötig", planned: "geplant", applied: "beantragt", partly: "teilweise anerkannt", recognised: "anerkannt", refused: "abgelehnt" },
  "network_ties.kind": { family: "Familie", friend: "Freundschaft", neighbour: "Nachbarschaft", community: "Gemeinschaft", volunteer: "Ehrenamt", professional: "Fachkraft", institution: "Einrichtung" },
  "network_ties.effect": { helps: "hilft", mixed: "teils, teils", burdens: "belastet" },
  "plan_goals.state": GOAL_STATES, "plan_goals.attainment": ATTAINMENTS, "plan_measures.state": MEASURE_STATES, "plan_measures.responsible_kind": RESPONSIBLE_KINDS,
  "plan_agreements.signing": { paper: "auf Papier", together: "gemeinsam am Bildschirm" }, "plan_reviews.kind": { review: "Überprüfung", closing: "Abschluss" },
  "case_appointments.kind": APPOINTMENT_KINDS, "case_appointments.state": APPOINTMENT_STATES, "case_appointments.place_kind": PLACE_KINDS,
  "interpreter_requests.state": { requested: "angefragt", confirmed: "zugesagt", declined: "abgesagt", cancelled: "abbestellt" },
  "outgoing_mails.kind": { appointment_reminder: "Erinnerung an einen Termin", news: "Hinweis auf Neues" },
  "outgoing_mails.state": { waiting: "wartet", sending: "wird gesendet", sent: "gesendet", failed: "nicht zugestellt", call: "es wird angerufen", unsafe: "nicht gesendet, kein sicherer Weg", dropped: "entfallen" },
  "conferences.state": { planned: "geplant", held: "durchgeführt", cancelled: "abgesagt" },
  "retention_holds.kind": HOLD_KINDS, "erasure_requests.kind": ERASURE_KINDS,
  "portal_messages.kind": { question: "Frage", wrong: "„Das stimmt nicht“", restrict: "Einschränkung verlangt", object: "Widerspruch", paper: "Papier", fact: "Angabe über sich" },
  "portal_messages.state": { open: "offen", done: "erledigt", declined: "abgelehnt" },
  "short_advices.outcome": { answered: "Frage geklärt", advised_onward: "weiterverwiesen", appointment: "Termin vereinbart", became_case: "wurde ein Fall", no_solution: "ohne Lösung" },
};
