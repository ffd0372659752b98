import { isPhase, phaseLabel } from "../../kernel/phase-words.ts";

/** Events are named `thing.past-participle`; for people they are said in two German words. */
export const THINGS: Readonly<Record<string, string>> = {
  case: "Fall", cases: "Fälle", person: "Person", persons: "Personen", contact: "Kontakt", follow_up: "Wiedervorlage", document: "Datei", import: "Import", list: "Liste", merge: "Zusammenführung", duplicate: "Doppelung",
  team: "Team", phase: "Phase", admission: "Aufnahme", relation: "Beziehung", advice: "Kurzberatung", emergency: "Notzugriff", absence: "Vertretung", session: "Anmeldung", password: "Passwort",
  account: "Konto", role: "Rolle", room: "Aktenbereich", record: "Protokoll", draft: "Entwurf", setting: "Einstellung", search: "Suche",
  person_fact: "Angabe zur Person", timeline: "Verlauf", day: "Mein Tag", load: "Auslastung", organisation: "Stelle", legal_basis: "Rechtsgrundlage", life_area: "Lebensbereich", criterion: "Aufnahmekriterium", second_factor: "Zweiter Faktor",
  token: "Zugangstoken", recovery: "Wiederherstellung", consent: "Einwilligung", consent_text: "Einwilligungstext", share: "Freigabe", sharing: "Weitergaben", content_check: "Prüfung von Inhalten", volunteer_task: "Aufgabe im Ehrenamt", shares: "Freigaben",
  disclosure: "Übermittlung",
  entry: "Eintrag", entry_release: "Freigabe eines Eintrags",
  inbox: "Posteingang",
  request: "Anfrage",
  office_file: "Vorgang", paper: "Unterlage", completeness_check: "Vollständigkeitsprüfung", appointment: "Termin",
  deadlines: "Fristenvorschau",
  perspectives: "Aufenthalt und Fristen",
  fact: "Angabe",
  switch: "Rechtskreiswechsel",
  switch_item: "Punkt einer Checkliste",
  notice: "Bescheid", photo_ticket: "Code zum Fotografieren", letter: "Brief", letter_template: "Textvorlage", letter_form: "Briefbogen",
  assessment: "Einschätzung", qualification: "Qualifikation", network_tie: "Netzwerk", conversation: "Gesprächsansicht",
  case_appointment: "Termin im Fall", interpreter_request: "Sprachmittlung", interpreter: "Pool der Sprachmittlung", calendar_feed: "Adresse für den Kalender", reminder: "Erinnerung",
  conference: "Fallkonferenz", conference_protocol: "Protokoll der Fallkonferenz", peer_consultation: "Kollegiale Fallberatung",
  portal_access: "Zugang zur eigenen Seite", portal_preview: "Vorschau der eigenen Seite", portal_message: "Nachricht von der eigenen Seite", portal_hold: "Zurückgehaltenes", portal_area: "Bereich auf der eigenen Seite", portal_session: "Anmeldung der Person", portal_pin: "Eigene PIN der Person", portal_passkey: "Öffnen der eigenen Seite ohne PIN", portal_data: "Daten der Person",
  retention: "Aufbewahrung", handover_sheet: "Übergabeblatt", move: "Umzugspaket", incoming_move: "Paket einer anderen Kommune", closing_letter: "Abschlussbrief", aftercare: "Nachsorge", subject_access: "Auskunft an die Person", hold: "Sperre der Löschung", archive: "Archiv", archive_package: "Paket für das Archiv", erasure: "Löschung",
  goal: "Ziel", measure: "Maßnahme", agreement: "Vereinbarung", plan_review: "Überprüfung des Plans", plan_template: "Planvorlage", plan: "Plan",
};
const DONE: Readonly<Record<string, string>> = {
  read: "gelesen", listed: "in einer Liste gezeigt", searched: "gesucht", added: "angelegt", created: "angelegt", opened: "geöffnet", changed: "geändert", updated: "geändert", moved: "weitergeführt",
  closed: "geschlossen", reopened: "wieder geöffnet", assigned: "zugewiesen", handed_over: "übergeben", joined: "beigetreten", begun: "begonnen", reviewed: "geprüft", withdrawn: "zurückgenommen",
  asked: "beantragt", written: "geschrieben", given: "erteilt", lifted: "aufgehoben", done: "erledigt", deleted: "gelöscht", uploaded: "hochgeladen", downloaded: "heruntergeladen", printed: "gedruckt", exported: "ausgegeben", merged: "zusammengeführt", unmerged: "getrennt",
  set: "gesetzt", ended: "beendet", granted: "erteilt", confirmed: "bestätigt", decided: "entschieden", imported: "eingelesen", undone: "rückgängig gemacht", recorded: "erfasst", saved: "gespeichert",
  corrected: "berichtigt", removed: "entfernt", checked: "auf Doppelung geprüft", seen: "angesehen", rows_seen: "Zeilen angesehen", row_changed: "Zeile geändert", started: "begonnen", mapped: "Spalten zugeordnet",
  ordered: "Übernahme angestoßen", completed: "Übernahme beendet", taken_over: "übernommen", discarded: "verworfen", undo_ordered: "Rücknahme angestoßen", report_exported: "Bericht ausgegeben",
  person_added: "Person hinzugenommen", person_removed: "Person herausgenommen", main_person_set: "Hauptperson festgelegt", record_read: "Protokoll gelesen", reassigned: "neu zugewiesen", excluded: "jemanden ausgeschlossen", exclusion_lifted: "Ausschluss aufgehoben",
  disabled: "gesperrt", enabled: "entsperrt", invited: "eingeladen", declined: "abgelehnt", requested: "beantragt", revoked: "widerrufen", retired: "stillgelegt", room_chosen: "Aktenbereich gewechselt", prepared: "vorbereitet", sheet_added: "Blatt abgelegt", made: "angelegt", offered: "angeboten", answered: "beantwortet", people_named: "Personen benannt", partner_invited: "jemanden eingeladen", task_given: "Aufgabe gegeben",
  chosen: "Angaben gewählt",
  sent: "gesendet",
  submitted: "zur Entscheidung vorgelegt",
  judged: "beurteilt",
  replied: "beantwortet",
  law_checked: "nach § 88 AufenthG geprüft",
  accepted: "angenommen",
  asked_back: "nachgefragt",
  refused: "abgelehnt",
  put_to_case: "einem Fall zugeordnet",
  linked: "einer Person zugeordnet",
  file_read: "Datei gelesen",
  taken_on: "Checkliste übernommen",
  reported: "Stand gemeldet",
  settled: "erledigt",
  agreed: "zugestimmt", frozen: "gesperrt", unfrozen: "entsperrt", explained: "begründet",
};

/** "Fall: gelesen"; an event that nobody has given words stays as it is, so that nothing is hidden. */
export function eventWords(action: string): string {
  const [thing = "", done = ""] = action.split(".");
  return THINGS[thing] === undefined || DONE[done] === undefined ? action : `${THINGS[thing]}: ${DONE[done]}`;
}

const PURPOSES: Readonly<Record<string, string>> = {
  head: "nur der Kopf", phone: "mit dem Handy", filed: "eingelegt", accepted: "hingenommen", missed: "Frist versäumt", administration: "Verwaltung", whole: "ganz", part: "in Teilen", withdrawal: "wegen Widerrufs", emergency: "im Notzugriff", api: "über die Schnittstelle", repeated: "wiederholte Anfrage", stale: "Speichern kam zu spät", lead: "Leitung",
  substitute: "Abwesenheitsvertretung", member: "Mitarbeit im Fall", justified: "war gerechtfertigt", not_justified: "war nicht gerechtfertigt", "stays-entrusted": "bleibt anvertraut", "not-entrusted": "nicht anvertraut",
  goals_reached: "Ziele erreicht", handed_to_regular_system: "Überleitung in das Regelsystem", moved_away: "Verzug", wish_of_person: "Wunsch der Person oder Widerruf", contact_lost: "Kontakt abgebrochen",
  left_country: "Ausreise oder Rückkehr", died: "verstorben", not_target_group: "nicht oder nicht mehr Zielgruppe", duplicate_file: "Fall war doppelt angelegt",
  permitted: "erlaubt",
  forbidden: "verboten",
  agreed: "zugestimmt",
  refused: "abgelehnt",
  unknown: "unbekannt", passkey: "mit dem Handy, ohne PIN", counter: "Zähler passte nicht: eine Kopie",
  kept: "erschienen", confirmed: "zugesagt", declined: "abgesagt", requested: "angefragt", held: "fand statt",
  planned: "geplant", came: "erschienen", no_show: "nicht erschienen", cancelled: "abgesagt", moved: "verlegt",
  alone: "im Gespräch allein", safe_phone: "über eine sichere Nummer", with_help: "im Beisein einer Beratungsstelle", news_on: "Mails an", news_off: "Mails aus",
};
/** Why, as far as it is said by a code; the phase into which a case was moved is one. */
export function purposeWords(purpose: string): string {
  const [what = "", unusual] = purpose.split(", ");
  if (what.startsWith("portal_off:")) return `eigene Seite, zuerst aus: ${what.slice(11).replaceAll("+", ", ") || "nichts"}`;
  const words = PURPOSES[what] ?? (isPhase(what) ? phaseLabel(what) : what);
  return unusual === "unusual" ? `${words}, außer der Reihe` : words;
}

const FUNCTIONS: Readonly<Record<string, string>> = {
  case_manager: "Case Management", team_lead: "Teamleitung", intake: "Aufnahme", immigration_officer: "Ausländerbehörde", naturalisation_officer: "Einbürgerungsbehörde", partner_worker: "Partnerstelle", volunteer: "Ehrenamt",
  data_protection_officer: "Datenschutz", controller_deputy: "Stellvertretung", tenant_administrator: "Verwaltung", person: "die Person selbst",
};
export const functionWords = (roles: string): string => roles.split(",").map((role) => FUNCTIONS[role] ?? role).join(", ");
