/** One tag of an XML text as its readers see it: names without their prefix, values with their escapes undone. */
export class XmlTag {
  readonly #inside: string;
  readonly #text: string;
  constructor(inside: string, text: string) {
    this.#inside = inside;
    this.#text = text;
  }
  get name(): string {
    return withoutPrefix(/^[^\s/>]*/.exec(this.#inside)![0]);
  }
  /** the name of what it ends; empty where it ends nothing */
  get closes(): string {
    return this.#inside.startsWith("/") ? withoutPrefix(/^[^\s/>]*/.exec(this.#inside.slice(1))![0]) : "";
  }
  /** what stands between it and the next tag */
  get text(): string {
    return withoutEscapes(this.#text);
  }
  /** by their names in small letters */
  attributes(): ReadonlyMap<string, string> {
    return new Map([...this.#inside.matchAll(/([^\s=/"']+)\s*=\s*("[^"]*"|'[^']*')/g)].map(([, name, value]) => [withoutPrefix(name!).toLowerCase(), withoutEscapes(value!.slice(1, -1))]));
  }
  mayHave(attribute: string): boolean {
    return this.#inside.includes(attribute);
  }
}
const withoutPrefix = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Text of a part in whatever encoding it says; null where it is none that office programs write. */
export function xmlText(content: Buffer): string | null {
  const mark = content.subarray(0, 2).toString("hex");
  const little = mark === "fffe" || mark === "3c00";
  const big = mark === "feff" || mark === "003c";
  const text = little ? content.toString("utf16le") : big ? Buffer.from(content.subarray(0, content.length & ~1)).swap16().toString("utf16le") : content.toString("utf8");
  return text.includes("\0") ? null : text.replace(/^\ufeff/, "");
}

const UNSEEN: readonly (readonly [string, string])[] = [["<!--", "-->"], ["<?", "?>"], ["<![CDATA[", "]]>"]];

/** Without comments and orders to programs, and CDATA as plain text; null where one of them never ends. Each byte is looked at once. */
function seenText(text: string): string | null {
  const parts: string[] = [];
  let at = 0;
  for (const { 0: open, index } of text.matchAll(/<!--|<\?|<!\[CDATA\[/g)) {
    if (index < at) continue;
    const close = UNSEEN.find(([o]) => o === open)![1];
    const end = text.indexOf(close, index + open.length);
    if (end < 0) return null;
    parts.push(text.slice(at, index), open === "<![CDATA[" ? text.slice(index + open.length, end).replaceAll("&", "&#38;").replaceAll("<", "&#60;") : "");
    at = end + close.length;
  }
  return parts.join("") + text.slice(at);
}

/** Half a tag, or a comment without an end: each program reads it in its own way. */
export class NoXml extends Error {}

/** Tags one by one, so that a file of many millions takes no memory. By hand: a pattern stops at a `>` within quotes, or runs for hours on bad input. */
export function* tagsOf(text: string): Generator<XmlTag, void> {
  const seen = seenText(text);
  if (seen === null) throw new NoXml();
  let open = seen.indexOf("<");
  while (open >= 0) {
    const close = endOfTag(seen, open + 1);
    if (close < 0) throw new NoXml();
    const next = seen.indexOf("<", close);
    yield new XmlTag(seen.slice(open + 1, close), seen.slice(close + 1, next < 0 ? undefined : next));
    open = next;
  }
}

function endOfTag(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < text.length && text[at] !== ">" && text[at] !== '"' && text[at] !== "'") at += 1;
    if (at >= text.length || text[at] === ">") return at < text.length ? at : -1;
    at = text.indexOf(text[at]!, at + 1);
    if (at < 0) return -1;
    at += 1;
  }
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const withoutEscapes = (text: string): string =>
  text.includes("&") ? text.replace(/&(?:#(x[0-9a-f]+|\d+)|(amp|lt|gt|quot|apos));/gi, (all, code: string | undefined, name: string | undefined) => (code === undefined ? NAMED[name!.toLowerCase()]! : characterOf(code, all))) : text;
function characterOf(code: string, all: string): string {
  const point = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number.parseInt(code, 10);
  return point <= 0x10ffff ? String.fromCodePoint(point) : all;
}
