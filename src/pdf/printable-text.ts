/** What stands where a character has no glyph in any font: a PDF/UA may not contain a missing glyph, and a name may. */
export const MISSING_CHARACTER = "\u{FFFD}";

export interface PrintableText {
  readonly text: string;
  readonly isMissingSomething: boolean;
}

const LONGEST_WORD = 40;
const PIECE = 20;
// joiners are part of Dari spelling; isolates keep names from turning the sentence around them
const INVISIBLE = new Set([0x0a, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069]);
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * Text as the fonts can set it. Whatever was typed is printed and nothing of it is obeyed: it reaches the template as a
 * value. What goes: control characters, overrides of direction (they let a paper read otherwise than it was typed), code
 * points that mean nothing. A word too long for a line gets places where it may break.
 */
export function printableText(typed: string, fonts: readonly ReadonlySet<number>[]): PrintableText {
  let isMissingSomething = false;
  const set = [...graphemes.segment(tidied(typed))].map(({ segment }) => {
    const printed = printableGrapheme(segment, fonts);
    if (printed === null) isMissingSomething = true;
    return printed ?? MISSING_CHARACTER;
  });
  return { text: breakable(set), isMissingSomething };
}

function tidied(typed: string): string {
  const text = typed
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .replaceAll("\t", " ")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cn}\p{Co}\ufe00-\ufe0f]/gu, (character) => (INVISIBLE.has(character.codePointAt(0) ?? 0) ? character : /[\p{Co}]/u.test(character) ? MISSING_CHARACTER : ""));
  return isBalanced(text) ? text : text.replaceAll(/[\u2066-\u2069]/g, "");
}

/** An isolate that is not closed reaches to the end of the paragraph, into words that are not the writer's. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (const [mark] of text.matchAll(/[\u2066-\u2069]/g)) {
    open += mark === "\u2069" ? -1 : 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** null where no font has the letter itself; marks on it that its font lacks are left out, they cannot be set. */
function printableGrapheme(grapheme: string, fonts: readonly ReadonlySet<number>[]): string | null {
  const visible = Array.from(grapheme).filter((c) => !INVISIBLE.has(c.codePointAt(0) ?? 0));
  const [first] = visible;
  if (first === undefined) return grapheme;
  const hasAll = fonts.some((font) => visible.every((c) => font.has(c.codePointAt(0) ?? 0)));
  if (hasAll) return grapheme;
  const font = fonts.find((candidate) => candidate.has(first.codePointAt(0) ?? 0));
  return font === undefined ? null : visible.filter((c) => font.has(c.codePointAt(0) ?? 0)).join("");
}

function breakable(letters: readonly string[]): string {
  const words: string[][] = [[]];
  for (const letter of letters) {
    if (/^[\s\u200b]/u.test(letter)) words.push([letter], []);
    else words.at(-1)?.push(letter);
  }
  return words.map((word) => (word.length <= LONGEST_WORD ? word.join("") : word.map((letter, i) => (i > 0 && i % PIECE === 0 ? `\u200b${letter}` : letter)).join(""))).join("");
}

/** Every text of a document's data; images are ours and stay as they are. */
export function printableData(data: unknown, fonts: readonly ReadonlySet<number>[]): { readonly data: unknown; readonly isMissingSomething: boolean } {
  let isMissingSomething = false;
  const visit = (value: unknown, key: string): unknown => {
    if (typeof value === "string") {
      if (key === "svg") return value;
      const printable = printableText(value, fonts);
      isMissingSomething ||= printable.isMissingSomething;
      return printable.text;
    }
    if (Array.isArray(value)) return value.map((element: unknown) => visit(element, ""));
    if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, visit(inner, name)]));
    return value;
  };
  return { data: visit(data, ""), isMissingSomething };
}
