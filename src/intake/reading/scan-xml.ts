import { refuseFile } from "./cell.ts";

export interface XmlListener {
  /** `attributes` is the raw text between name and `>`; read one with attribute() */
  readonly open?: (name: string, attributes: string, empty: boolean) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** The five entities of XML and character numbers. Others cannot occur: a document type is refused. */
export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{1,5});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return NAMED[name] ?? whole;
    const code = name[1]?.toLowerCase() === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? "" : String.fromCodePoint(code);
  });
}

export function attribute(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match === null ? null : unescapeXml(match[1] ?? match[2] ?? "");
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

function tag(inner: string, listener: XmlListener): void {
  if (inner.startsWith("/")) {
    listener.close?.(local(inner.slice(1).trim()));
    return;
  }
  const empty = inner.endsWith("/");
  const body = empty ? inner.slice(0, -1) : inner;
  const space = body.search(/\s/);
  const name = local(space === -1 ? body : body.slice(0, space));
  listener.open?.(name, space === -1 ? "" : body.slice(space), empty);
  if (empty) listener.close?.(name);
}

/** Walks through XML without building a tree. Document types (and with them entities) are refused; `part` names the place. */
export function scanXml(xml: string, part: string, listener: XmlListener): void {
  const cut = (): Error => refuseFile("file-broken", `Die Excel-Datei ist beschädigt: Der Teil „${part}“ bricht mitten im Text ab. Bitte speichern Sie sie in Excel neu.`);
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < xml.length) {
    const start = xml.indexOf("<", at);
    if (start === -1) break;
    if (start > at) listener.text?.(unescapeXml(xml.slice(at, start)));
    const [closing, kind] = xml.startsWith("<!--", start) ? ["-->", "skip"] : xml.startsWith("<![CDATA[", start) ? ["]]>", "text"] : xml.startsWith("<?", start) ? ["?>", "skip"] : [">", "tag"];
    const end = xml.indexOf(closing, start + 1);
    if (end === -1) throw cut();
    if (kind === "text") listener.text?.(xml.slice(start + 9, end));
    else if (kind === "tag") {
      if (xml[start + 1] === "!") throw refuseFile("file-xml-entities", `Die Excel-Datei enthält im Teil „${part}“ eine Dokumenttyp-Angabe, die es in Excel nicht gibt. Sie wird aus Sicherheitsgründen nicht geöffnet.`);
      tag(xml.slice(start + 1, end), listener);
    }
    at = end + closing.length;
  }
}
