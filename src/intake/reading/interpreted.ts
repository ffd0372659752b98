/**
 * What a cell was taken for. `clear`: stands there; `check`: taken for it, a person should look; `unreadable`: something
 * stands there that is not understood. The original always stays beside it. An empty cell is clear and null.
 */
export interface Interpreted<T> {
  readonly value: T | null;
  readonly certainty: "clear" | "check" | "unreadable";
  /** German sentence: what was assumed, or why it cannot be read */
  readonly note?: string;
  readonly original: string;
}

export const clear = <T>(value: T | null, original: string, note?: string): Interpreted<T> => ({ value, certainty: "clear", original, ...(note === undefined ? {} : { note }) });
export const check = <T>(value: T | null, original: string, note: string): Interpreted<T> => ({ value, certainty: "check", note, original });
export const unreadable = (original: string, note: string): Interpreted<never> => ({ value: null, certainty: "unreadable", note, original });

/** Trimmed, with single spaces, plain digits and plain dashes: the form that interpreters look at. */
export const tidy = (text: string): string => (/^(?:[!-~]+(?: [!-~]+)*)?$/.test(text) ? text : tidied(text));

// most cells are plain and tidy already
const tidied = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/[‐-―−]/g, "-")
    .replace(/[^\S\n]+/g, " ")
    .trim();

/** What people write where they mean that nothing is known. */
export const isBlank = (text: string): boolean => /^(|-+|\/|\.|\?+|n\.? ?[av]\.?|k\.? ?a\.?|unbek(annt|\.)?|keine angabe|nicht bekannt|xxx?|#n\/?a|#nv)$/i.test(tidy(text));

/** Letters and digits in lower case, umlauts as ae, oe, ue, other marks removed. */
export const fold = (text: string): string =>
  tidy(text).replaceAll("İ", "i").toLowerCase().replaceAll("ß", "ss").replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue").replaceAll("ı", "i").normalize("NFD").replace(/\p{M}/gu, "");
