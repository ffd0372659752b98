import { mayUse } from "../accounts/index.ts";
import { readOfficeNavigation } from "../authority/index.ts";
import { readNavigation } from "../desk/index.ts";
import type { Chrome, NavigationCount, Session } from "../http/index.ts";
import type { NavItem } from "../ui/index.ts";

interface Entry {
  readonly id: string;
  readonly href: string;
  readonly label: string;
  readonly permission: string;
  readonly keys?: string;
}

/** A role sees only what it can use. */
const GROUPS: readonly (readonly Entry[])[] = [
  [
    { id: "my-day", href: "/mein-tag", label: "Mein Tag", permission: "case.work", keys: "g t" },
    { id: "calendar", href: "/kalender", label: "Kalender", permission: "case.work", keys: "g k" },
    { id: "office-day", href: "/heute", label: "Heute", permission: "office.work", keys: "g t" },
    { id: "office-files", href: "/vorgaenge", label: "Vorgänge", permission: "office.work", keys: "g v" },
    { id: "appointments", href: "/termine", label: "Termine", permission: "office.work", keys: "g k" },
    { id: "shares", href: "/freigaben", label: "Freigegebene Fälle", permission: "share.work", keys: "g f" },
    { id: "volunteer-tasks", href: "/ehrenamt", label: "Meine Aufgaben", permission: "volunteer.work" },
    { id: "cases", href: "/faelle", label: "Fälle", permission: "case.read", keys: "g f" },
    { id: "persons", href: "/personen", label: "Personen", permission: "person.read", keys: "g p" },
    { id: "deadlines", href: "/fristen", label: "Fristenvorschau", permission: "deadlines.read", keys: "g v" },
    { id: "inbox", href: "/posteingang", label: "Posteingang", permission: "inbox.read", keys: "g e" },
    { id: "requests", href: "/anfragen", label: "Anfragen", permission: "request.send" },
    { id: "peer-consultations", href: "/fallberatungen", label: "Fallberatung", permission: "case.work" },
    { id: "phone-note", href: "/telefonnotiz", label: "Telefonnotiz", permission: "case.work", keys: "n k" },
    { id: "advice", href: "/kurzberatungen/neu", label: "Kurzberatung", permission: "advice.record", keys: "n b" },
    { id: "import", href: "/import", label: "Import", permission: "intake.import", keys: "g i" },
  ],
  [
    { id: "caseload", href: "/auslastung", label: "Auslastung", permission: "team.see" },
    { id: "absences", href: "/vertretungen", label: "Vertretungen", permission: "team.see" },
    { id: "intake-right", href: "/team/aufnahmerecht", label: "Aufnahmerecht", permission: "team.see" },
    { id: "duplicates", href: "/doppelungen", label: "Doppelungen", permission: "person.merge" },
    { id: "retention", href: "/aufbewahrung", label: "Aufbewahrung", permission: "retention.lead" },
    { id: "emergency", href: "/notzugriff", label: "Notzugriff", permission: "emergency.begin" },
    { id: "record", href: "/protokoll", label: "Protokoll", permission: "record.review" },
    { id: "sharing", href: "/datenschutz/weitergaben", label: "Weitergaben", permission: "sharing.review" },
    { id: "emergencies", href: "/notzugriffe", label: "Notzugriffe", permission: "emergency.review" },
    { id: "law", href: "/rechtsstand", label: "Rechtsstand", permission: "person.read" },
  ],
  [
    { id: "administration", href: "/verwaltung", label: "Verwaltung", permission: "tenant.administer" },
    { id: "confirmations", href: "/verwaltung/bestaetigungen", label: "Bestätigungen", permission: "role.confirm" },
    { id: "administration-record", href: "/verwaltung/protokoll", label: "Verwaltungsprotokoll", permission: "administration.review" },
  ],
];

export const chrome: Chrome = {
  mayUse,
  countForNavigation: async (tx, session, today) => ({ ...(await readNavigation(tx, session, today)), ...(await readOfficeNavigation(tx, session, today)) }),
  navigation: (session: Session, current, counts = {}) =>
    GROUPS.map((group) => group.filter((entry) => mayUse(session, entry.permission)).map((entry) => itemOf(entry, current, counts[entry.id]))).filter((group) => group.length > 0),
};

function itemOf({ id, href, label, keys }: Entry, current: string | undefined, waiting: NavigationCount | undefined): NavItem {
  return { href, label, current: id === current, ...(keys === undefined ? {} : { keys }), ...(waiting === undefined ? {} : { count: waiting.count, countUnit: waiting.unit }) };
}
