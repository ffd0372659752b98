/** Where people learnt, who come to the counselling most; ISO 3166, and the API takes any other code. */
const CODES = ["SY", "AF", "UA", "IQ", "IR", "TR", "ER", "SO", "ET", "GE", "AL", "XK", "RS", "MK", "BA", "MD", "RU", "NG", "GN", "GH", "CM", "CD", "MA", "DZ", "TN", "EG", "LB", "JO", "PS", "YE", "SD", "PK", "IN", "BD", "LK", "VN", "CN", "TJ", "UZ", "AM", "AZ", "PL", "RO", "BG", "HU", "GR", "IT", "ES", "PT", "FR", "CO", "VE", "BR", "DE"];
const names = new Intl.DisplayNames("de", { type: "region" });
export const countryLabel = (code: string): string => {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
};
export const COUNTRIES: readonly string[] = CODES.toSorted((a, b) => countryLabel(a).localeCompare(countryLabel(b), "de"));
