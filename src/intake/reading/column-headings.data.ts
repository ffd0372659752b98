/** What a column can hold, and the headings people give it (folded, without punctuation). The first field that fits wins. */
export const HEADINGS = {
  rowNumber: ["lfd nr", "lfdnr", "nr", "lfd", "laufende nummer", "pos", "id", "nummer"],
  wholeName: ["name vorname", "nachname vorname", "familienname vorname", "vor und nachname", "vorname nachname", "vorname name", "klient", "klientin", "klient in", "klientinnen", "person", "ratsuchende", "teilnehmer", "teilnehmerin"],
  family: ["nachname", "familienname", "name", "zuname", "nachnamen", "surname", "last name"],
  given: ["vorname", "vornamen", "rufname", "vorname n", "first name"],
  birth: ["geb datum", "geburtsdatum", "geb", "geboren", "geb am", "geboren am", "geburtstag", "gebdatum", "geb dat", "gebdat", "geburtsdat", "date of birth", "jahrgang"],
  gender: ["geschl", "geschlecht", "m w d", "m w", "w m d", "w m", "anrede", "sex", "gender"],
  nationality: ["staatsangeh", "staatsangehoerigkeit", "staatsang", "nationalitaet", "staat", "herkunftsland", "herkunft", "land", "sta", "sta ang", "staatsbuergerschaft"],
  language: ["herkunftssprache", "sprache", "muttersprache", "sprachen", "erstsprache", "spr", "sprache n", "dolmetschsprache"],
  residenceStatus: ["aufenthalt", "aufenthaltsstatus", "aufenthaltstitel", "titel", "aufenthaltsrecht", "aufenth status", "aufenth", "aufenthaltsstat", "status aufenthalt", "rechtsstatus"],
  entry: ["einreise", "einreisedatum", "eingereist am", "in d seit", "in deutschland seit", "einreise am", "ankunft"],
  address: ["anschrift", "adresse", "wohnanschrift"],
  street: ["strasse", "str", "strasse hausnr", "strasse nr", "strasse hausnummer", "strasse und hausnummer", "strasse hnr"],
  postcode: ["plz", "postleitzahl"],
  town: ["ort", "wohnort", "stadt", "gemeinde", "kommune"],
  phone: ["telefon", "tel", "handy", "mobil", "telefonnummer", "tel nr", "mobilnummer", "telefon mobil", "handynummer", "rufnummer", "tel handy", "kontakt"],
  email: ["e mail", "email", "mail", "e mail adresse", "mailadresse"],
  manager: ["case manager in", "case manager", "case managerin", "cm", "zustaendig", "bearbeiter", "bearbeiterin", "bearbeiter in", "fk", "fachkraft", "zustaendigkeit", "casemanager", "sachbearbeiter", "berater", "beraterin", "berater in", "betreuer", "fallverantwortlich", "fallfuehrung", "sb"],
  accessOn: ["zugang am", "zugang", "aufnahme", "aufnahme am", "aufnahmedatum", "erstkontakt", "erstkontakt am", "beginn", "eingang", "anmeldung", "anmeldung am", "zugangsdatum", "fallbeginn"],
  accessVia: ["zugang ueber", "vermittelt durch", "zugewiesen durch", "zugangsweg", "gemeldet durch", "vermittelt von", "ueber wen", "quelle", "ueberwiesen von", "zuweisung"],
  lifeAreas: ["handlungsfelder", "handlungsfeld", "themen", "lebensbereiche", "lebensbereich", "bedarf", "bedarfe", "thema", "anliegen", "beratungsthemen", "unterstuetzungsbedarf"],
  lastContact: ["letzter kontakt", "letzter kontakt am", "letzte kontaktaufnahme", "l kontakt", "letzter termin", "letzt kontakt", "zuletzt"],
  followUp: ["wiedervorlage", "wv", "wiedervorlage am", "naechster termin", "naechster kontakt", "termin", "frist", "wvl"],
  phase: ["status", "phase", "fallstatus", "stand", "fallphase", "bearbeitungsstand", "warteliste"],
  household: ["familie", "haushalt", "familien nr", "bg", "bedarfsgemeinschaft", "familienverbund", "haushalts nr"],
  remark: ["bemerkung", "bemerkungen", "notiz", "notizen", "anmerkung", "anmerkungen", "kommentar", "sonstiges", "hinweis", "hinweise", "info"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Field = keyof typeof HEADINGS;

/** What people read above the column when they correct it. */
export const FIELD_LABELS: Readonly<Record<Field, string>> = {
  rowNumber: "Laufende Nummer", wholeName: "Nachname, Vorname", family: "Nachname", given: "Vorname", birth: "Geburtsdatum", gender: "Geschlecht", nationality: "Staatsangehörigkeit",
  language: "Sprache", residenceStatus: "Aufenthaltsstatus", entry: "Einreise", address: "Anschrift", street: "Straße", postcode: "PLZ", town: "Ort", phone: "Telefon", email: "E-Mail",
  manager: "Case Manager*in", accessOn: "Zugang am", accessVia: "Zugang über", lifeAreas: "Handlungsfelder", lastContact: "Letzter Kontakt", followUp: "Wiedervorlage", phase: "Status/Phase",
  household: "Familie/Haushalt", remark: "Bemerkung",
};
