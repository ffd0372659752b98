export type LineForm = "day" | "code" | "flag" | "area" | "areas" | "language" | "factKey" | "factValue" | "rule";
/** One value of an entry: how it is called, an expression over the row `t`, and how to say it. */
export type Line = readonly [label: string, sql: string, form?: LineForm];

/** A table of a case that holds something on a person, and how that is said to them. */
export interface Source {
  readonly table: string;
  readonly title: string;
  /** ids of the persons it speaks of; empty: of the whole case, and so of everybody in it */
  readonly whose: string;
  readonly day?: string;
  readonly lines: readonly Line[];
  /** sealed texts; each is read by a human before it goes out */
  readonly texts?: readonly (readonly [column: string, label: string])[];
  /** sealed columns that do not go out from here, and why */
  readonly elsewhere?: Readonly<Record<string, string>>;
  readonly id?: string;
  /** which rows; the case alone where nothing is said */
  readonly where?: string;
  /** whose key sealed it: the case's, the row's own, the person's */
  readonly key?: "case" | "row" | "person";
  /** ciphertexts that hold JSON: only its sentences are read */
  readonly isJson?: boolean;
  readonly isFile?: boolean;
}

const ALL = "'{}'::uuid[]";
const ONE = "array[t.person_id]";
const office = (column: string): string => `(select o.name from app.organisations o where o.tenant_id = t.tenant_id and o.id = t.${column})`;
const basis = "(select l.citation || ', ' || l.purpose from app.legal_bases l where l.tenant_id = t.tenant_id and l.id = t.legal_basis_id)";
const GONE: Line = ["Zurückgenommen am", "t.withdrawn_at::date", "day"];
const DONE: Line = ["Erledigt am", "t.done_on", "day"];

export const SOURCES: readonly Source[] = [
  { table: "person_channels", title: "Hinweise zur Erreichbarkeit", whose: ONE, key: "person", where: "t.person_id = any ($2) and t.hint_ct is not null", lines: [], texts: [["hint_ct", "Hinweis"]] },
  { table: "person_guardians", title: "Vertretung", whose: ONE, key: "person", where: "t.person_id = any ($2)", day: "t.from_on", lines: [["Art", "t.kind", "code"], ["Bis", "t.until_on", "day"], ["Nachweis", "t.evidence"]], texts: [["name_ct", "Name"]] },
  { table: "case_persons", title: "Im Fall", id: "t.person_id", whose: ONE, day: "t.joined_on", lines: [["Im Fall seit", "t.joined_on", "day"], ["Ausgeschieden am", "t.left_on", "day"], ["Hauptperson", "t.is_main", "flag"]] },
  { table: "case_relations", title: "Beziehungen", whose: "array_remove(array[t.person_id, t.other_person_id], null)", day: "t.from_on", lines: [["Art", "t.kind", "code"], ["Seit", "t.from_on", "day"], ["Bis", "t.until_on", "day"]], texts: [["other_name_ct", "Name"]] },
  { table: "case_phases", title: "Phasen des Falls", whose: ALL, day: "t.began_on", lines: [["Phase", "t.phase", "code"], ["Bis", "t.ended_on", "day"]], texts: [["note_ct", "Vermerk"]] },
  { table: "case_admissions", title: "Aufnahme", id: "t.case_id", whose: ALL, day: "t.decided_on", lines: [["Zugang über", "t.access_route"], ["Entscheidung", "t.decision", "code"], ["Lebensbereiche", "t.life_areas", "areas"], ["Rechtsgrundlage", basis], ["Informiert am", "t.informed_on", "day"], ["Freigabe im Team", "t.team_release_form", "code"]], texts: [["reason_ct", "Begründung"]] },
  { table: "case_closures", title: "Abschluss", whose: ALL, day: "t.closed_on", lines: [["Grund", "t.reason", "code"], ["Übergabe", "t.handover", "code"], ["Weiter bei", office("organisation_id")], ["Wieder aufgenommen", "t.reopened_on", "day"]], texts: [["handover_ct", "Zur Übergabe"]] },
  { table: "case_origins", title: "Herkunft aus einer eingelesenen Liste", id: "t.case_id", whose: ALL, lines: [["Wird gelöscht am", "t.delete_on", "day"]], texts: [["cells_ct", "Zellen der Liste"]], isJson: true },
  { table: "closing_letters", title: "Abschlussbriefe", whose: ONE, day: "t.made_on", isJson: true, lines: [["Sprache", "t.language", "language"]], texts: [["content_ct", "Brief"]] },
  { table: "aftercare_contacts", title: "Nachsorge", whose: ALL, day: "t.due_on", lines: [["Ergebnis", "t.result", "code"], ["Festgehalten am", "t.recorded_on", "day"]], texts: [["note_ct", "Gesagt"]] },
  { table: "handover_sheets", title: "Übergaben im Team", whose: ALL, day: "t.made_at::date", isJson: true, lines: [["Art", "t.kind", "code"], ["Bis", "t.until_on", "day"]], texts: [["content_ct", "Übergabeblatt"]] },
  { table: "case_moves", title: "Pakete für eine andere Kommune", whose: "t.person_ids", day: "coalesce(t.given_on, t.moves_on)", isJson: true, lines: [["Stand", "t.state", "code"], ["Umzug am", "t.moves_on", "day"], ["Herausgegeben", "t.given_how", "code"]], texts: [["recipient_ct", "Empfänger"]] },
  { table: "move_agreements", title: "Zustimmungen zu einem Paket", whose: ONE, day: "t.agreed_on", lines: [["Form", "t.form", "code"], ["Gegeben durch", "t.given_by", "code"], ["Zurückgenommen am", "t.withdrawn_on", "day"]], texts: [["witness_ct", "Dabei waren"]] },
  { table: "contacts", title: "Kontakte und Notizen", whose: "array(select p.person_id from app.contact_persons p where p.tenant_id = t.tenant_id and p.contact_id = t.id)", day: "t.happened_on", lines: [["Art", "t.kind", "code"], ["Ort", "t.place"], ["Dauer in Minuten", "t.minutes"], ["Sprache", "t.language", "language"], ["Sprachmittlung", "t.interpreting", "code"], ["Lebensbereiche", "t.life_areas", "areas"], ["Anvertraut", "nullif(t.is_entrusted, false)", "flag"], GONE], texts: [["text_ct", "Notiz"]] },
  { table: "follow_ups", title: "Wiedervorlagen", whose: "array_remove(array[t.about_person_id], null)", day: "t.due_on", lines: [["Art", "t.kind", "code"], ["Lebensbereiche", "t.life_areas", "areas"], DONE], texts: [["title_ct", "Aufgabe"]] },
  { table: "documents", title: "Dateien", whose: "array_remove(array[t.person_id], null)", day: "coalesce(t.dated_on, t.created_at::date)", isFile: true, lines: [["Art", "t.kind", "code"], ["Lebensbereiche", "t.life_areas", "areas"], GONE], texts: [["name_ct", "Name der Datei"]] },
  { table: "notices", title: "Bescheide", whose: ONE, day: "t.issued_on", lines: [["Bekannt gegeben", "t.made_known", "code"], ["Frist bis", "t.due_on", "day"], ["Stand", "t.state", "code"]], texts: [["subject_ct", "Gegenstand"], ["issuer_ct", "Behörde"], ["reference_ct", "Geschäftszeichen"]] },
  { table: "letters", title: "Briefe", whose: "array_remove(array[t.person_id], null)", day: "t.dated_on", lines: [["Stand", "t.state", "code"]], texts: [["content_ct", "Brief"]], isJson: true },
  { table: "facts", title: "Angaben zur Lebenslage", whose: ONE, day: "t.stated_on", key: "person", where: "t.person_id = any ($2)", lines: [["Angabe", "t.key", "factKey"], ["Wert", "t.key || '=' || t.value::text", "factValue"], ["Von", "t.from_on", "day"], ["Bis", "t.until_on", "day"], ["Herkunft", "t.source", "code"], ["Festgestellt von", "t.found_by"], GONE], texts: [["value_ct", "Geschützter Wert"]] },
  { table: "upcoming_days", title: "Berechnete Tage", id: "t.person_id", whose: ONE, day: "t.day", where: "t.person_id = any ($2)", lines: [["Art", "t.kind", "code"], ["Regel", "t.rule", "rule"], ["Sicher", "t.is_certain", "flag"], ["Berechnet am", "t.computed_on", "day"]] },
  { table: "switch_checklists", title: "Rechtskreiswechsel", whose: ONE, day: "t.event_on", lines: [["Stand", "t.state", "code"], ["Erledigt am", "t.settled_on", "day"]], texts: [["reason_ct", "Grund"]] },
  { table: "switch_items", title: "Schritte beim Rechtskreiswechsel", whose: "array(select k.person_id from app.switch_checklists k where k.tenant_id = t.tenant_id and k.id = t.checklist_id)", day: "t.due_on", lines: [["Stand", "t.state", "code"]], texts: [["title_ct", "Schritt"], ["owner_ct", "Zuständig"], ["note_ct", "Vermerk"]] },
  { table: "assessments", title: "Assessment", whose: ONE, day: "t.assessed_on", lines: [["Stand", "t.state", "code"], ["Gemeinsam ausgefüllt", "t.is_together", "flag"], GONE] },
  { table: "assessment_entries", title: "Assessment nach Lebensbereichen", whose: ONE, day: "(select a.assessed_on from app.assessments a where a.tenant_id = t.tenant_id and a.id = t.assessment_id)", lines: [["Lebensbereich", "t.life_area", "area"], ["Stufe", "t.level"], ["Eigene Einschätzung", "t.person_level"]], texts: [["resource_ct", "Ressource"], ["need_ct", "Bedarf"], ["person_words_ct", "In eigenen Worten"]] },
  { table: "qualifications", title: "Qualifikationen", whose: ONE, day: "t.created_at::date", lines: [["Art", "t.kind", "code"], ["Erworben", "t.gained_year"], ["Anerkennung", "t.recognition", "code"], GONE], texts: [["title_ct", "Bezeichnung"]] },
  { table: "network_ties", title: "Netzwerk", whose: ONE, day: "t.created_at::date", lines: [["Art", "t.kind", "code"], ["Stelle", office("organisation_id")], ["Nähe (1 bis 3)", "t.closeness"], ["Wirkung", "t.effect", "code"], GONE], texts: [["name_ct", "Name"], ["note_ct", "Vermerk"]] },
  { table: "plan_goals", title: "Ziele", whose: ONE, day: "t.created_at::date", lines: [["Lebensbereich", "t.life_area", "area"], ["Stand", "t.state", "code"], ["Ergebnis", "t.attainment::text", "code"]], texts: [["wish_ct", "Wunsch in eigenen Worten"], ["goal_ct", "Ziel"]] },
  { table: "plan_measures", title: "Maßnahmen", whose: ONE, day: "t.due_on", lines: [["Zuständig", "t.responsible_kind", "code"], ["Stelle", office("responsible_organisation_id")], ["Stand", "t.state", "code"], DONE], texts: [["title_ct", "Maßnahme"], ["result_ct", "Ergebnis"], ["report_ct", "Rückmeldung"]] },
  { table: "plan_agreements", title: "Vereinbarungen", whose: ONE, day: "t.agreed_on", lines: [["Fassung", "t.version_number"], ["Unterschrieben", "t.signing", "code"]], elsewhere: { content_ct: "Ziele und Maßnahmen stehen oben, das Blatt liegt bei den Dateien." } },
  { table: "plan_reviews", title: "Überprüfungen des Plans", whose: ALL, day: "t.reviewed_on", lines: [["Art", "t.kind", "code"], ["Nächste", "t.next_review_on", "day"]], texts: [["note_ct", "Vermerk"]] },
  { table: "case_appointments", title: "Termine", whose: "array(select p.person_id from app.case_appointment_persons p where p.tenant_id = t.tenant_id and p.appointment_id = t.id)", day: "t.starts_at::date", lines: [["Art", "t.kind", "code"], ["Ort", "t.place_kind", "code"], ["Mit", office("with_organisation_id")], ["Stand", "t.state", "code"]], texts: [["place_ct", "Adresse"], ["subject_ct", "Thema"]] },
  { table: "interpreter_requests", title: "Sprachmittlung", whose: "array(select p.person_id from app.case_appointment_persons p where p.tenant_id = t.tenant_id and p.appointment_id = t.appointment_id)", day: "t.requested_on", lines: [["Sprache", "t.language", "language"], ["Stand", "t.state", "code"]], texts: [["confirmed_ct", "Zusage"]] },
  { table: "outgoing_mails", title: "Gesendete Hinweise", whose: ONE, day: "t.created_at::date", lines: [["Art", "t.kind", "code"], ["Stand", "t.state", "code"]] },
  { table: "conferences", title: "Fallkonferenzen", whose: ALL, day: "t.held_on", lines: [["Stand", "t.state", "code"]], texts: [["question_ct", "Frage"], ["protocol_ct", "Protokoll"]] },
  { table: "conference_items", title: "Tagesordnung der Fallkonferenzen", whose: "array_remove(array[t.person_id], null)", lines: [["Lebensbereich", "t.life_area", "area"]], texts: [["title_ct", "Punkt"]] },
  { table: "consents", title: "Einwilligungen", whose: ONE, day: "t.given_on", lines: [["Empfänger", office("recipient_id")], ["Richtung", "t.direction", "code"], ["Form", "t.form", "code"], ["Gegeben durch", "t.given_by", "code"], ["Gilt bis", "t.expires_on", "day"], ["Schweigepflicht gelöst", "t.releases_secrecy", "flag"], ["Widerrufen am", "t.withdrawn_at::date", "day"]], texts: [["purpose_ct", "Zweck"], ["oral_note_ct", "Vermerk"], ["interpreter_ct", "Sprachmittlung"], ["representation_ct", "Vertretung"]] },
  { table: "shares", title: "Empfänger: Freigaben", whose: ALL, day: "t.from_on", lines: [["Empfänger", office("organisation_id")], ["Rechtsgrundlage", basis], ["Bis", "t.until_on", "day"], ["Beendet am", "t.ended_at::date", "day"], ["Umfang", "(select string_agg(distinct k.life_area || ' / ' || k.kind, ', ') from app.share_categories k where k.tenant_id = t.tenant_id and k.share_id = t.id)"]] },
  { table: "disclosures", title: "Empfänger: Übermittlungen", whose: "array(select distinct i.person_id from app.disclosure_items i where i.tenant_id = t.tenant_id and i.disclosure_id = t.id and i.person_id is not null)", day: "coalesce(t.sent_at, t.created_at)::date", lines: [["Empfänger", "t.recipient_name"], ["Art", "t.kind", "code"], ["Weg", "t.channel", "code"], ["Rechtsgrundlage", basis], ["Ausnahme", "t.exception", "code"], ["Stand", "t.state", "code"], ["Beim Empfänger", "t.recipient_state", "code"]], texts: [["purpose_ct", "Zweck"], ["necessity_ct", "Erforderlich, weil"], ["second_note_ct", "Vermerk der zweiten Person"]] },
  { table: "disclosure_items", title: "Übermittelte Angaben", id: "md5(t.disclosure_id::text || t.position)::uuid", whose: "array_remove(array[t.person_id], null)", lines: [["Angabe", "t.label"]], elsewhere: { value_ct: "Übermittelt wurde der Stand, der in diesem Blatt bei der Angabe steht." } },
  { table: "disclosure_messages", title: "Rückfragen zu Übermittlungen", whose: ALL, day: "t.created_at::date", lines: [["Eingegangen", "t.is_incoming", "flag"]], texts: [["text_ct", "Text"]] },
  { table: "requests", title: "Anfragen an andere Stellen", key: "row", isJson: true, where: "(t.case_id = $1 or t.person_id = any ($2))", whose: "array_remove(array[t.person_id], null)", day: "t.sent_at::date", lines: [["An", office("recipient_id")], ["Grundlage", "t.basis"]], texts: [["text_ct", "Anfrage"]] },
  { table: "inbox_items", title: "Von anderen Stellen erhalten", key: "row", isJson: true, where: "(t.case_id = $1 or t.person_id = any ($2))", whose: "array_remove(array[t.person_id], null)", day: "t.received_at::date", lines: [["Absender", "t.sender_name"], ["Art", "t.kind", "code"], ["Stand", "t.state", "code"]], texts: [["content_ct", "Inhalt"], ["reason_ct", "Grund"]] },
  { table: "volunteer_tasks", title: "Ehrenamt", whose: ALL, day: "t.happens_on", lines: [["Art", "t.kind", "code"], ["Vorname, der genannt wurde", "t.first_name"], ["Ort", "t.place"], ["Stand", "t.state", "code"]], texts: [["title_ct", "Aufgabe"]] },
  { table: "emergency_accesses", title: "Notzugriffe", whose: ALL, day: "t.began_at::date", lines: [["Geprüft am", "t.reviewed_at::date", "day"]], texts: [["reason_ct", "Grund"], ["review_note_ct", "Vermerk der Prüfung"]] },
  { table: "content_checks", title: "Prüfungen durch den Datenschutz", whose: ALL, day: "t.began_at::date", lines: [["Bis", "t.ends_at::date", "day"]], texts: [["reason_ct", "Grund"]] },
  { table: "portal_accesses", title: "Eigene Seite", whose: ONE, day: "t.created_at::date", lines: [["Bis", "t.until_on", "day"], ["Gesperrt am", "t.frozen_at::date", "day"], ["Beendet am", "t.ended_at::date", "day"]], texts: [["frozen_reason_ct", "Grund der Sperre"]] },
  { table: "portal_passkeys", title: "Eigene Seite öffnet ohne PIN mit einem Handy", whose: ONE, day: "t.created_at::date", lines: [] },
  { table: "portal_messages", title: "Nachrichten von der eigenen Seite", whose: ONE, day: "t.sent_at::date", lines: [["Art", "t.kind", "code"], ["Stand", "t.state", "code"], ["Angabe", "t.fact_key", "factKey"], ["Wert", "t.fact_key || '=' || t.fact_value::text", "factValue"]], texts: [["text_ct", "Nachricht"], ["answer_ct", "Antwort"]] },
  { table: "portal_holds", title: "Auf der eigenen Seite zurückgehalten", whose: ONE, day: "t.held_at::date", lines: [["Wieder gezeigt am", "t.lifted_at::date", "day"]], texts: [["reason_ct", "Grund"]] },
  { table: "retention_holds", title: "Sperren der Löschung", whose: ALL, day: "t.set_at::date", lines: [["Warum", "t.kind", "code"], ["Bis", "t.until_on", "day"], ["Aufgehoben am", "t.lifted_at::date", "day"]], texts: [["reason_ct", "Begründung"]] },
  { table: "erasure_requests", title: "Anträge auf Löschung", whose: ALL, day: "t.asked_at::date", lines: [["Warum", "t.kind", "code"], ["Zugestimmt am", "t.agreed_at::date", "day"], ["Abgelehnt am", "t.refused_at::date", "day"]], texts: [["reason_ct", "Begründung"]] },
  { table: "archive_offers", title: "Angebot an das Archiv", id: "t.case_id", whose: ALL, day: "t.offered_on", lines: [["Beantwortet am", "t.answered_on", "day"]] },
  { table: "archive_packages", title: "Übergabe an das Archiv", whose: ALL, day: "t.made_on", lines: [["Empfangen am", "t.receipt_on", "day"]], texts: [["receipt_ct", "Bestätigung des Archivs"]] },
  { table: "subject_accesses", title: "Frühere Auskünfte", whose: ONE, day: "t.asked_on", where: "t.case_id = $1 and t.state <> 'open'", lines: [["Gegeben am", "t.given_on", "day"]], elsewhere: { data_ct: "Das Blatt von damals liegt bei den Dateien." } },
];

/** Tables that name a case or a person and are no source of their own, and why. `*` in front: the person's own part of the paper. */
export const NOT_A_SOURCE: Readonly<Record<string, string>> = {
  person_names: "*", person_nationalities: "*", person_languages: "*", person_addresses: "*", person_residence_statuses: "*",
  access_records: "*",
  search_keys: "Suchschlüssel: aus den Namen berechnet, sagen nichts Eigenes.",
  case_team: "Wer im Fall arbeitet: steht mit Stelle und Funktion im Protokoll.", share_members: "Wer bei einer Stelle mitliest: steht mit Stelle und Funktion im Protokoll.", case_exclusions: "Wer den Fall nicht sehen darf: Angaben über Beschäftigte.",
  contact_persons: "Bei den Kontakten.", case_appointment_persons: "Bei den Terminen.", plan_review_goals: "Bei den Zielen.", consent_categories: "Bei den Einwilligungen: das unterschriebene Blatt liegt bei den Dateien.",
  entry_releases: "Bei den Einwilligungen.", share_consents: "Bei den Freigaben.", share_categories: "Bei den Freigaben.", conference_participants: "Wer an einer Fallkonferenz teilnahm: Angaben über andere Personen.",
  notice_pages: "Die Seiten liegen bei den Dateien.", photo_pages: "Die Seiten liegen bei den Dateien.", photo_tickets: "Codes zum Fotografieren: enthalten nichts.", portal_areas: "Welche Bereiche die eigene Seite zeigt: steht dort.",
  drafts: "Unfertige Entwürfe einzelner Beschäftigter: werden nach kurzer Zeit gelöscht.", short_advices: "Kurzberatungen werden ohne Namen geführt.",
  import_rows: "Zeilen eingelesener Listen: liegen versiegelt bei der Liste und werden mit ihr gelöscht. Was übernommen wurde, steht hier.",
  subject_access_reviews: "Was vor der Ausgabe geprüft wurde: steht in diesem Blatt.",
  officer_follow_ups: "Aktenbereich einer anderen Behörde: dort zu erfragen.", papers: "Aktenbereich einer anderen Behörde: dort zu erfragen.", completeness_checks: "Aktenbereich einer anderen Behörde: dort zu erfragen.",
  check_papers: "Aktenbereich einer anderen Behörde: dort zu erfragen.", appointments: "Aktenbereich einer anderen Behörde: dort zu erfragen.", officer_disclosures: "Aktenbereich einer anderen Behörde: dort zu erfragen.",
  officer_disclosure_items: "Aktenbereich einer anderen Behörde: dort zu erfragen.", officer_disclosure_messages: "Aktenbereich einer anderen Behörde: dort zu erfragen.",
};
