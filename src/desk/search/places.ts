import { mayUse } from "../../accounts/index.ts";
import type { Session } from "../../http/index.ts";

export interface Place {
  readonly label: string;
  readonly href: string;
  readonly permission: string;
  /** other words that people look for it by */
  readonly words?: string;
  readonly isAction?: boolean;
}

/** Pages and actions by name. A page that does not exist yet does not stand here. */
const PLACES: readonly Place[] = [
  { label: "Neuer Kontakt: Telefonnotiz", href: "/telefonnotiz", permission: "case.work", words: "anruf gespräch notiz", isAction: true },
  { label: "Neue Kurzberatung", href: "/kurzberatungen/neu", permission: "advice.record", words: "beratung anonym", isAction: true },
  { label: "Neuer Fall", href: "/faelle/neu", permission: "case.open", words: "fall anlegen anfrage", isAction: true },
  { label: "Fall aus einem Paket", href: "/faelle/neu/aus-paket", permission: "case.work", words: "umzug zuzug kommune paket einlesen", isAction: true },
  { label: "Neue Person", href: "/personen/neu", permission: "person.record", words: "person anlegen", isAction: true },
  { label: "Liste importieren", href: "/import", permission: "intake.import", words: "excel csv hochladen", isAction: true },
  { label: "Notzugriff", href: "/notzugriff", permission: "emergency.begin", words: "notfall", isAction: true },
  { label: "Mein Tag", href: "/mein-tag", permission: "case.work", words: "heute wiedervorlagen start" },
  { label: "Fälle", href: "/faelle", permission: "case.read", words: "liste akten" },
  { label: "Überfällige Fälle", href: "/faelle?ueberfaellig=ja&sortierung=faellig", permission: "case.read", words: "fällig frist" },
  { label: "Fälle ohne Zuständige", href: "/faelle?zustaendig=niemand", permission: "case.assign", words: "zuweisen offen" },
  { label: "Ansichten der Fälle", href: "/faelle/ansichten", permission: "case.read", words: "filter gespeichert ordnen" },
  { label: "Personen", href: "/personen", permission: "person.read", words: "suche register" },
  { label: "Auslastung", href: "/auslastung", permission: "team.see", words: "zahlen team" },
  { label: "Vertretungen", href: "/vertretungen", permission: "team.see", words: "abwesend urlaub krank" },
  { label: "Aufnahmerecht", href: "/team/aufnahmerecht", permission: "team.see", words: "import listen rechte" },
  { label: "Doppelungen", href: "/doppelungen", permission: "person.merge", words: "dubletten zusammenführen" },
  { label: "Notzugriffe prüfen", href: "/notzugriffe", permission: "emergency.review" },
  { label: "Protokoll", href: "/protokoll", permission: "record.review", words: "zugriffe" },
  { label: "Verwaltung", href: "/verwaltung", permission: "tenant.administer", words: "konten rollen stellen einstellungen" },
  { label: "Bestätigungen", href: "/verwaltung/bestaetigungen", permission: "role.confirm", words: "rollen" },
  { label: "Verwaltungsprotokoll", href: "/verwaltung/protokoll", permission: "administration.review", words: "änderungen rollen konten" },
  { label: "Konto", href: "/konto", permission: "signed-in", words: "kennwort profil" },
  { label: "Sitzungen", href: "/konto/sitzungen", permission: "signed-in", words: "abmelden geräte" },
  { label: "Hilfe und Handbuch", href: "/hilfe", permission: "signed-in", words: "anleitung tasten" },
];

const folded = (text: string): string => text.toLocaleLowerCase("de").replaceAll("ß", "ss").normalize("NFD").replace(/\p{M}/gu, "");

/** What this account may use and every typed word begins a word of; all of it where nothing was typed. */
export function findPlaces(session: Session, text: string): readonly Place[] {
  const wanted = folded(text).split(/\s+/).filter(Boolean);
  return PLACES.filter((place) => {
    if (place.permission !== "signed-in" && !mayUse(session, place.permission)) return false;
    const words = folded(`${place.label} ${place.words ?? ""}`).split(/[\s:]+/);
    return wanted.every((want) => words.some((word) => word.startsWith(want)));
  });
}
