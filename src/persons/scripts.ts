const SCRIPTS = { Arab: "Arabic", Cyrl: "Cyrillic", Ethi: "Ethiopic", Grek: "Greek", Hebr: "Hebrew", Geor: "Georgian", Armn: "Armenian", Hani: "Han", Deva: "Devanagari", Beng: "Bengali", Taml: "Tamil", Thai: "Thai", Hang: "Hangul", Latn: "Latin" } as const;
const TESTS = Object.entries(SCRIPTS).map(([code, name]) => [code, new RegExp(`\\p{Script=${name}}`, "gu")] as const);

/** ISO 15924 code of the script that most letters of a name are written in. */
export function scriptOf(text: string): string {
  const counts = TESTS.map(([code, pattern]) => [code, text.match(pattern)?.length ?? 0] as const);
  const [most, count] = counts.reduce((a, b) => (b[1] > a[1] ? b : a));
  return count === 0 ? "Latn" : most;
}

const LANGUAGES_OF: Readonly<Record<string, readonly string[]>> = { Arab: ["ar", "fa", "prs", "ps", "ur", "ckb"], Cyrl: ["uk", "ru", "bg", "sr", "mk"], Ethi: ["ti", "am"] };

/** The language that a name in its own script is probably in, so that screen readers and fonts know it. */
export const languageOfScript = (script: string, spoken: readonly string[]): string | undefined => {
  const candidates = LANGUAGES_OF[script] ?? [];
  return spoken.find((code) => candidates.includes(code)) ?? candidates[0];
};
