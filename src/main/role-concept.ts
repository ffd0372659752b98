import type pg from "pg";
import { PERMISSIONS, type Permission, ROLES, type Role } from "../accounts/index.ts";
import { describeAccess, type TableAccess } from "../db/index.ts";

/** Every permission in words for whoever signs the role concept; one without words does not compile. */
const MEANING = {
  "case.read": "Fälle lesen, an denen sie arbeiten",
  "case.work": "in diesen Fällen schreiben: Kontakte, Wiedervorlagen, Dateien, Phasen, Abschluss",
  "case.open": "Fälle eröffnen",
  "case.assign": "Fälle im Aktenbereich zuweisen",
  "case.hand_over": "eigene Fälle übergeben, Team und Abwesenheitsvertretung bestimmen",
  "case.join": "einem Fall mit Begründung beitreten",
  "team.see": "Köpfe aller Fälle und die Auslastung im Aktenbereich sehen",
  "emergency.begin": "Notzugriff auf einen Fall des eigenen Aktenbereichs, höchstens 60 Minuten, mit Grund",
  "emergency.review": "Notzugriffe prüfen",
  "advice.record": "Kurzberatungen ohne Person festhalten",
  "deadlines.read": "die Fristenvorschau ansehen: eigene Fälle, der eigene Aktenbereich der Behörde, Zahlen für die Teamleitung",
  "facts.read": "Angaben einer Person lesen; was ihr schaden kann, nur in dem Fall, unter dem es erfasst ist",
  "facts.record": "Angaben einer Person erfassen und zurücknehmen",
  "person.read": "Personen lesen, soweit die Datenbank sie zeigt",
  "person.record": "Personen anlegen und berichtigen",
  "person.merge": "Doppelungen prüfen, zusammenführen und trennen",
  "person.search": "Personen im eigenen Aktenbereich suchen",
  "interpreter.keep": "den Pool der Sprachmittlung führen",
  "letter.template": "Textvorlagen für Briefe pflegen",
  "portal.read": "sehen, wer eine eigene Seite hat und was darüber geschrieben wurde",
  "portal.manage": "Zugänge zur eigenen Seite geben, sperren und beenden; einzelnes zurückhalten; antworten",
  "consent.read": "Einwilligungen und Freigaben eigener Fälle lesen",
  "consent.record": "Einwilligungen aufnehmen und ihren Widerruf festhalten",
  "share.make": "Freigaben für Partnerstellen einrichten und beenden",
  "share.work": "an Freigegebenem arbeiten",
  "disclosure.make": "Übermittlungen vorbereiten, prüfen, senden oder ablehnen",
  "inbox.read": "Posteingang des eigenen Aktenbereichs",
  "request.send": "Anfragen an andere Stellen richten",
  "office.work": "im eigenen Aktenbereich der Behörde arbeiten: Vorgänge, Wiedervorlagen, Unterlagen, Vollständigkeit, Termine, Übermittlungen",
  "volunteer.assign": "Ehrenamtlichen Termine und Aufgaben geben",
  "volunteer.work": "eigene Termine und Aufgaben sehen: Vorname, Zeit, Ort, Sprache",
  "content.check": "Inhalte zur Prüfung öffnen, mit Grund, eine Stunde, für das Team sichtbar",
  "sharing.review": "Metadaten von Einwilligungen, Freigaben und Übermittlungen sehen",
  "intake.import": "Listen einlesen",
  "record.review": "Zugriffsprotokoll der eigenen Verantwortlichen auswerten",
  "tenant.administer": "Konten, Stellen, Aktenbereiche, Einstellungen verwalten",
  "administration.review": "sehen, was die Verwaltung geändert hat",
  "retention.lead": "fällige Akten sehen, dem Archiv anbieten, Berichte der Nächte lesen",
  "archive.package": "im eigenen Fallteam ein Paket für das Archiv erstellen und herunterladen",
  "retention.read": "die Löschung einer Akte sperren oder beantragen; als zweite Person aufheben oder zustimmen",
  "role.confirm": "Rollen bestätigen, die jemand anders vergeben hat",
} as const satisfies Record<Permission, string>;

const OPERATION: Readonly<Record<string, string>> = { read: "lesen", add: "anlegen", change: "ändern", remove: "entfernen", all: "alles" };
const roles = Object.keys(ROLES) as Role[];
const permissions = Object.keys(PERMISSIONS) as Permission[];
const has = (role: Role, permission: Permission): boolean => (PERMISSIONS[permission] as readonly Role[]).includes(role);

/** `docs/datenschutz/rollenkonzept.md`: from the permissions and the policies, so that the paper signed and the product agree. */
export async function roleConcept(client: pg.ClientBase): Promise<string> {
  const tables = await describeAccess(client);
  return [
    "# Rollenkonzept",
    "",
    "> **Entwurf zum Anpassen, keine Rechtsberatung.** Erzeugt mit `npm run docs` aus den Berechtigungen des Programms und den Regeln der Datenbank;",
    "> ein Test vergleicht die Datei mit beiden. Nicht von Hand ändern: Örtliches (wer welche Rolle hat, Vertretung) gehört in eine eigene Anlage.",
    "",
    "## Grundsätze",
    "",
    ...PRINCIPLES.map((line) => `- ${line}`),
    "",
    "## Rollen",
    "",
    ...roles.flatMap((role) => [`### ${ROLES[role]} (\`${role}\`)`, "", ...permissions.filter((p) => has(role, p)).map((p) => `- ${MEANING[p]} (\`${p}\`)`), ""]),
    "## Wer welches Recht hat",
    "",
    "| Recht | Rollen |",
    "|---|---|",
    ...permissions.map((p) => `| \`${p}\`: ${MEANING[p]} | ${roles.filter((role) => has(role, p)).map((role) => ROLES[role]).join(", ")} |`),
    "",
    "## Was die Datenbank zulässt",
    "",
    "Unabhängig vom Programm entscheidet die Datenbank bei jeder Zeile noch einmal. Die Namen der Regeln sind die der Datenbank und deshalb englisch;",
    "ihr Wortlaut steht in `db/access/` und `db/schema.sql`. Was hier nicht steht, ist keinem Konto erlaubt.",
    "",
    ...tables.flatMap(aboutTable),
  ].join("\n");
}

function aboutTable({ table, about, policies }: TableAccess): string[] {
  const rules = policies.map((p) => `- ${OPERATION[p.operation] ?? p.operation}: ${p.name}`);
  return [`**${table}**: ${about}`, "", ...(rules.length === 0 ? ["- niemand"] : rules), ""];
}

const PRINCIPLES = [
  "Jedes Konto gehört zu einer Kommune; eine Sitzung arbeitet in einem Aktenbereich. Personenbezogenes verlässt einen Aktenbereich nur durch Freigabe oder Übermittlung.",
  "Ein Fall ist für sein Team offen (Leitung, Vertretung, Mitglieder, von–bis), sonst nur nach Beitritt der Teamleitung mit Begründung oder im Notzugriff. Wer mit einer Person verwandt ist, wird ausgeschlossen.",
  "Kein Konto hat Rollen im Case Management **und** in Ausländer- oder Einbürgerungsbehörde. Das ist eine Bedingung der Datenbank (`db/migrations/0001_tenancy.sql`, `db/migrations/0005_sharing.sql`).",
  "Jede Rolle wird von einer zweiten Person bestätigt, bevor sie gilt (`docs/decisions/0006-second-pair-of-eyes.md`). Eine beendete Rolle wirkt bei der nächsten Anfrage nicht mehr.",
  "Die Verwaltung der Kommune sieht keine Inhalte. „Nicht vorhanden“ und „nicht erlaubt“ geben dieselbe Antwort.",
  "Jeder Zugriff auf eine Akte wird in derselben Transaktion protokolliert; ohne Protokoll kein Zugriff.",
  "Geprüft wird das gegen ein eigenes Modell, das nicht aus den Regeln erzeugt ist (`test/access/`, `npm run access:check`).",
] as const;
