import { ROLES } from "../../accounts/index.ts";
import { eventWords } from "../../audit/index.ts";

/** What was done, in words; the codes stand in the record. What is missing here is said as the data protection officer reads it. */
const ACTIONS: Readonly<Record<string, string>> = {
  "case.read": "Akte gelesen",
  "case.opened": "Fall angelegt",
  "case.printed": "Fallblatt gedruckt",
  "case.closed": "Fall abgeschlossen",
  "case.reopened": "Fall wieder aufgenommen",
  "case.record_read": "Protokoll gelesen",
  "timeline.read": "Verlauf gelesen",
  "phase.moved": "Phase geändert",
  "case.listed": "in einer Liste gesehen",
  "case.main_person_set": "Hauptperson festgelegt",
  "case.person_added": "Person in den Fall aufgenommen",
  "case.person_removed": "Person aus dem Fall genommen",
  "admission.decided": "über die Aufnahme entschieden",
  "admission.recorded": "Aufnahme festgehalten",
  "entry.read": "Eintrag gelesen",
  "contact.added": "Kontakt festgehalten",
  "contact.read": "Kontakt gelesen",
  "contact.corrected": "Kontakt berichtigt",
  "contact.withdrawn": "Kontakt zurückgezogen",
  "contact.reviewed": "Bemerkung geprüft",
  "follow_up.added": "Wiedervorlage angelegt",
  "follow_up.changed": "Wiedervorlage geändert",
  "follow_up.reopened": "Wiedervorlage wieder geöffnet",
  "follow_up.done": "Wiedervorlage erledigt",
  "document.listed": "Dateien gesehen",
  "document.added": "Datei hinzugefügt",
  "document.read": "Datei gelesen",
  "document.withdrawn": "Datei zurückgezogen",
  "team.assigned": "Team geändert",
  "team.ended": "Mitarbeit beendet",
  "team.handed_over": "Leitung übergeben",
  "team.joined": "dem Fall beigetreten",
  "team.excluded": "jemanden ausgeschlossen",
  "team.exclusion_lifted": "Ausschluss aufgehoben",
  "emergency.begun": "Notzugriff begonnen",
  "emergency.ended": "Notzugriff vorzeitig beendet",
  "emergency.reviewed": "Notzugriff geprüft",
  "person.read": "Person gelesen",
  "person.recorded": "Person angelegt",
  "person.corrected": "Person berichtigt",
  "person.listed": "Person in einer Liste gesehen",
  "relation.added": "Beziehung eingetragen",
  "relation.removed": "Beziehung entfernt",
};
export const actionWords = (action: string): string => ACTIONS[action] ?? eventWords(action);

export const PURPOSES: Readonly<Record<string, string>> = { head: "nur der Kopf", api: "über die Schnittstelle", repeated: "wiederholte Anfrage", stale: "Speichern kam zu spät" };

/** The roles under which somebody acted, as the record keeps them. */
export const functionWords = (roles: string): string =>
  roles
    .split(",")
    .filter((role) => role !== "")
    .map((role) => (ROLES as Readonly<Record<string, string>>)[role] ?? role)
    .join(", ");
