import { NoXml, tagsOf, type XmlTag, xmlText } from "./xml-tags.ts";
import { unzip } from "./zip-entries.ts";

export type OfficeProblem = "too-large" | "unreadable" | "loads-from-outside" | "runs-commands";

const MOST_UNPACKED = 120_000_000;
/** Links that somebody has to click are common and harmless; what is fetched by opening the file is neither. */
const ONLY_CLICKED = /\/(hyperlink|externalLinkPath|mailMergeSource)$/;

/** What is inside of a Word or Excel file and acts when somebody opens it; null where nothing was found. */
export function examineOffice(bytes: Buffer, most: number = MOST_UNPACKED): OfficeProblem | null {
  const unpacked = unzip(bytes, most);
  if ("problem" in unpacked) return unpacked.problem;
  // office programs take no notice of capitals in the names of parts
  const names = unpacked.entries.map((e) => e.name.toLowerCase().replaceAll("\\", "/").replace(/^\/+/, ""));
  if (new Set(names).size !== names.length) return "unreadable";
  for (const [i, { content }] of unpacked.entries.entries()) {
    const name = names[i]!;
    // what a part is, stands in the list of contents and not in its name: whatever begins as XML is looked into
    if (!/\.(xml|rels|vml)$/.test(name) && !beginsAsXml(content)) continue;
    const text = xmlText(content);
    const problem = text === null ? "unreadable" : problemOf(name, text);
    if (problem !== null) return problem;
  }
  return null;
}

const beginsAsXml = (content: Buffer): boolean => /^\s*</.test((xmlText(content.subarray(0, 256)) ?? "").replace(/^\ufffd*/, ""));

function problemOf(name: string, text: string): OfficeProblem | null {
  // no part of an office file declares entities; they are how a reader is made to fetch or to swell
  if (/<!ENTITY/i.test(text) || (!name.endsWith(".svg") && /<!DOCTYPE/i.test(text))) return "unreadable";
  // words of fields may be cut into any number of runs
  let fields = "";
  try {
    for (const tag of tagsOf(text)) {
      const problem = problemOfTag(name, tag);
      if (problem !== null) return problem;
      if (tag.name === "instrText" || tag.name === "delInstrText") fields += tag.text;
      if (tag.mayHave("instr")) fields += ` ${tag.attributes().get("instr") ?? ""} `;
    }
  } catch (error) {
    if (error instanceof NoXml) return "unreadable";
    throw error;
  }
  // these start a program or fetch a file
  return /\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE)\b/i.test(fields) ? "runs-commands" : null;
}

function problemOfTag(part: string, tag: XmlTag): OfficeProblem | null {
  if (tag.name === "altChunk") return "loads-from-outside";
  if (tag.name === "ddeLink") return "runs-commands";
  if (part.endsWith(".rels")) {
    const attributes = tag.attributes();
    const type = attributes.get("type") ?? "";
    if (tag.name === "Relationship" && (attributes.get("targetmode") ?? "").trim().toLowerCase() === "external" && !ONLY_CLICKED.test(type)) return "loads-from-outside";
    if (/\/(control|oleObject)$/i.test(type)) return "runs-commands";
  }
  // macros under another name: what a part is, is said here and not by its file name
  if ((part.endsWith(".rels") || part === "[content_types].xml") && /vbaProject|macroEnabled|activeX/i.test([...tag.attributes().values()].join(" "))) return "runs-commands";
  return part.startsWith("xl/connections") && /^(1|true)$/i.test(tag.attributes().get("refreshonload") ?? "") ? "loads-from-outside" : null;
}
