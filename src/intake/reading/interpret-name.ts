import { check, clear, isBlank, tidy, unreadable, type Interpreted } from "./interpreted.ts";

export interface ReadName {
  readonly family: string;
  readonly given: string;
}

// Capital letters of a whole name go, of one word among others stay; scripts without them are untouched.
const soften = (text: string): string =>
  /^[\p{Lu}\p{M}\s'’.-]{4,}$/u.test(text) && /\p{Lu}\p{Ll}?/u.test(text) ? text.toLocaleLowerCase("de").replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase("de")) : text;

const nameText = (text: string): string => soften(tidy(text).replace(/\n+/g, " ").replace(/\s{2,}/g, " "));

/** One name field. Nothing in it is dropped; signs that no name has are pointed out. */
export function interpretNamePart(original: string): Interpreted<string> {
  if (isBlank(original)) return clear<string>(null, original);
  const value = nameText(original);
  if (!/\p{L}/u.test(value)) return unreadable(original, `„${original.trim().slice(0, 40)}“ ist kein Name.`);
  if (/[\d=@?()]/.test(value)) return check(value, original, "Im Namen stehen Zeichen, die dort ungewöhnlich sind.");
  return clear(value, original);
}

/** "Nachname, Vorname" in one cell; without a comma the last word is taken for the family name, to be checked. */
export function interpretWholeName(original: string): Interpreted<ReadName> {
  if (isBlank(original)) return clear<ReadName>(null, original);
  const text = tidy(original).replace(/\n+/g, " ");
  if (!/\p{L}/u.test(text)) return unreadable(original, `„${original.trim().slice(0, 40)}“ ist kein Name.`);
  const [family = "", ...rest] = text.split(/\s*[,;]\s*/);
  if (rest.length > 0 && family !== "") return clear({ family: nameText(family), given: nameText(rest.join(" ")) }, original);
  const words = text.split(" ");
  const last = words.pop() ?? "";
  return check({ family: nameText(last), given: nameText(words.join(" ")) }, original, words.length === 0 ? "Nur ein Name eingetragen." : "Kein Komma im Namen; das letzte Wort als Nachname verstanden.");
}
