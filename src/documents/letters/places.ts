/** What may stand as `{{name}}` in a text or on a Word paper, and what it is filled with. */
export const PLACES = {
  person_name: "Vor- und Nachname der Person", person_vorname: "Vorname", person_nachname: "Nachname", person_geburtsdatum: "Geburtsdatum", person_anschrift: "Anschrift in zwei Zeilen",
  fall_nummer: "Nummer des Falls", heute: "heutiges Datum", absender_name: "Ihr Name", absender_stelle: "Ihre Stelle",
  // never in a case: they stand open until somebody types what belongs there
  termin: "von Hand: Tag und Uhrzeit", ort: "von Hand: Ort und Raum", antrag_vom: "von Hand: Tag des Antrags", vorlage_bei: "von Hand: für wen die Bescheinigung ist", melden_bis: "von Hand: bis wann",
  bescheid_betreff: "worum es im Bescheid geht", bescheid_behoerde: "Behörde des Bescheids", bescheid_datum: "Datum des Bescheids", bescheid_aktenzeichen: "Aktenzeichen", bescheid_frist: "letzter Tag der Frist",
} as const;
export type Place = keyof typeof PLACES;
export type PlaceValues = Readonly<Record<Place, string>>;

/** Only on a Word paper: the letter itself. */
export const LETTER_PLACES = {
  empfaenger: "Name und Anschrift des Empfängers", datum: "Datum des Briefs", betreff: "Betreff", anrede: "Anrede", text: "Text des Briefs", text_andere_sprache: "Text in der anderen Sprache", gruss: "Grußformel",
} as const;
export type LetterPlace = keyof typeof LETTER_PLACES;

export const isPlace = (name: string): name is Place => Object.hasOwn(PLACES, name);
export const isPaperPlace = (name: string): boolean => isPlace(name) || Object.hasOwn(LETTER_PLACES, name);

const PLACE = /\{\{\s*([^{}]{0,60}?)\s*\}\}/g;

export const placesIn = (text: string): string[] => [...new Set([...text.matchAll(PLACE)].map((m) => m[1]!))];

/** Puts in what is known. What is not stays where it stands, braces and all, so that nobody overlooks it. */
export const fill = (text: string, values: PlaceValues): string => text.replace(PLACE, (all, name: string) => (isPlace(name) && values[name] !== "" ? values[name] : all));
