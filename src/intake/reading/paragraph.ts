/** A provision of the AufenthG as typed or as it stands in a label. */
export interface Paragraph {
  /** "25", "25b", "104c" */
  readonly number: string;
  readonly absatz: string | null;
  readonly satz: string | null;
  readonly nummer: string | null;
}

const ROMAN: Readonly<Record<string, string>> = { i: "1", ii: "2", iii: "3", iv: "4", v: "5", vi: "6", vii: "7", viii: "8" };
const arabic = (text: string | undefined): string | null => (text === undefined ? null : (ROMAN[text] ?? text));

const PATTERN = new RegExp(
  [
    String.raw`(?:§+|\bparagraph|\bparagraf|\bpar\.|\bart\.)?\s*(\d{1,3})\s?([a-i](?![a-z]))?`,
    String.raw`(?:\s*(?:,\s*)?(?:abs(?:atz|\.)?\s*(\d{1,2}[ab]?|[iv]{1,4})|\(\s*(\d{1,2}[ab]?|[iv]{1,4})\s*\)|(?<=\s)([iv]{1,4})(?![a-z])))?`,
    String.raw`(?:\s*(?:,\s*)?(?:s(?:atz|\.)?\s*(\d)(?!\d)))?`,
    String.raw`(?:\s*(?:,\s*)?(?:(?:nummer|nr\.?)\s*(\d)(?!\d)))?`,
  ].join(""),
);

/** The first provision named in a text (lower case), with Roman or Arabic paragraphs in any of the usual notations. */
export function readParagraph(text: string): Paragraph | null {
  const m = PATTERN.exec(text);
  if (m === null) return null;
  return { number: `${m[1] ?? ""}${m[2] ?? ""}`, absatz: arabic(m[3] ?? m[4] ?? m[5]), satz: m[6] ?? null, nummer: m[7] ?? null };
}

export const citeParagraph = (p: Paragraph): string =>
  [`§ ${p.number}`, p.absatz === null ? "" : `Abs. ${p.absatz}`, p.satz === null ? "" : `Satz ${p.satz}`, p.nummer === null ? "" : `Nr. ${p.nummer}`, "AufenthG"].filter((part) => part !== "").join(" ");
