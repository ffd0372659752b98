/** What a new municipality starts with; all of it can be changed on its pages. */
export const LIFE_AREAS: readonly (readonly [key: string, label: string])[] = [
  ["aufenthalt", "Aufenthalt und Recht"],
  ["einbuergerung", "Einbürgerung"],
  ["sprache", "Sprache"],
  ["bildung", "Schule, Bildung, Kita"],
  ["arbeit", "Ausbildung und Arbeit"],
  ["anerkennung", "Anerkennung von Qualifikationen"],
  ["leistungen", "Existenzsicherung und Leistungen"],
  ["wohnen", "Wohnen"],
  ["gesundheit", "Gesundheit"],
  ["familie", "Familie und Kinder"],
  ["teilhabe", "Soziale Teilhabe und Ehrenamt"],
  ["behoerden", "Behörden und Verwaltung"],
  ["sonstiges", "Sonstiges"],
];

export const ADMISSION_CRITERIA: readonly (readonly [key: string, label: string])[] = [
  ["mehrere_bereiche", "Bedarf in mindestens drei Lebensbereichen"],
  ["mehrere_stellen", "Mehrere Stellen sind beteiligt und nicht abgestimmt"],
  ["regelangebot_reicht_nicht", "Beratung im Regelangebot (MBE, JMD) reicht nicht aus"],
  ["wohnt_hier", "Wohnort in der Kommune"],
  ["freiwillig", "Die Person möchte mitarbeiten"],
];

export const LEGAL_BASES: readonly { readonly kind: "statutory_task" | "consent"; readonly citation: string; readonly purpose: string; readonly recipients: string; readonly retention: string }[] = [
  {
    kind: "statutory_task",
    citation: "Art. 6 Abs. 1 Buchst. e DSGVO in Verbindung mit § 3 DSG NRW und § 9 TIntG",
    purpose: "Individuelles Case Management im Kommunalen Integrationsmanagement",
    recipients: "keine ohne Einwilligung oder gesetzliche Pflicht; je Übermittlung einzeln entschieden",
    retention: "drei Jahre nach Fallabschluss",
  },
  { kind: "consent", citation: "Art. 6 Abs. 1 Buchst. a, Art. 9 Abs. 2 Buchst. a DSGVO", purpose: "Teilnahme am Case Management mit Einwilligung", recipients: "die Stelle, die die Einwilligung nennt", retention: "bis zum Widerruf, längstens drei Jahre nach Fallabschluss" },
];
