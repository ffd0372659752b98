/** Codes of the database in the words of the interface. */
export const CONTACT_KINDS = {
  talk: "Gespräch", phone: "Telefon", home_visit: "Hausbesuch", with_authority: "Mit Behörde", message: "Nachricht", letter: "Brief",
  video: "Video", no_show: "Nicht erschienen", note: "Notiz", feedback: "Rückmeldung einer Stelle", imported: "aus Liste übernommen",
} as const;
export type ContactKind = keyof typeof CONTACT_KINDS;

export const INTERPRETING = {
  none: "nicht nötig", staff: "eigene Sprachkenntnis", pool: "Sprachmittlungspool", phone: "Dolmetschen am Telefon", family: "Angehörige", missing: "hat gefehlt",
} as const;
export type Interpreting = keyof typeof INTERPRETING;

export const TEAM_FUNCTIONS = { lead: "Leitung", substitute: "Abwesenheitsvertretung", member: "Mitarbeit im Fall" } as const;
export type TeamFunction = keyof typeof TEAM_FUNCTIONS;

export const ADMISSION_DECISIONS = { admitted: "aufgenommen", advised_onward: "weiterverwiesen", not_admitted: "nicht aufgenommen" } as const;
export type AdmissionDecision = keyof typeof ADMISSION_DECISIONS;

export const RELEASE_FORMS = { written: "schriftlich", oral: "mündlich, mit Vermerk", electronic: "elektronisch" } as const;

export const CLOSING_REASONS = {
  goals_reached: "Ziele erreicht", handed_to_regular_system: "Überleitung in das Regelsystem", moved_away: "Verzug", wish_of_person: "Wunsch der Person oder Widerruf",
  contact_lost: "Kontakt abgebrochen", left_country: "Ausreise oder Rückkehr", died: "verstorben", not_target_group: "nicht oder nicht mehr Zielgruppe", duplicate_file: "Fall war doppelt angelegt",
} as const;
export type ClosingReason = keyof typeof CLOSING_REASONS;

export const HANDOVERS = { none_needed: "nicht nötig", to_organisation: "an eine andere Stelle", to_person: "an die Person selbst", not_possible: "nicht möglich" } as const;
export type Handover = keyof typeof HANDOVERS;

export const DOCUMENT_KINDS = {
  other: "Sonstiges", identity: "Ausweis oder Pass", residence: "Aufenthalt", notice: "Bescheid", certificate: "Zeugnis oder Nachweis", contract: "Vertrag", letter: "Schreiben", consent: "Einwilligung", photo: "Foto",
} as const;
export type DocumentKind = keyof typeof DOCUMENT_KINDS;

export const ADVICE_OUTCOMES = { answered: "Frage geklärt", advised_onward: "weiterverwiesen", appointment: "Termin vereinbart", no_solution: "ohne Lösung", became_case: "wurde ein Fall" } as const;
export type AdviceOutcome = keyof typeof ADVICE_OUTCOMES;

/** Languages that people in counselling speak most; the codes are BCP 47, and any other code may be sent by the API. */
const LANGUAGE_CODES = ["de", "ar", "uk", "ru", "tr", "fa", "ps", "ku", "ckb", "ti", "so", "en", "fr", "es", "pl", "ro", "bg", "sq", "sr", "mk", "el", "it", "pt", "hu", "am", "ur", "bn", "ta", "vi", "zh", "ka", "hy", "az", "rom", "sw"];
const names = new Intl.DisplayNames("de", { type: "language" });
export const languageLabel = (code: string): string => {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
};
export const LANGUAGES: readonly { readonly value: string; readonly label: string }[] = LANGUAGE_CODES.map((value) => ({ value, label: languageLabel(value) }));
