/** Reasons noted while recording are codes; the check of whole lists writes sentences. Neither holds a value. */
const WORDS: Readonly<Record<string, string>> = {
  "same-name": "Name gleich oder ähnlich geschrieben",
  "name-part": "ein Namensteil gleich",
  "same-birth": "gleiches Geburtsdatum (oder Tag und Monat vertauscht)",
  "same-birth-year": "gleiches Geburtsjahr",
  "same-number": "gleiche Telefonnummer",
};
export const reasonWords = (reason: string): string => WORDS[reason] ?? reason;
