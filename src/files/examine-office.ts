import { unzip } from "./zip-entries.ts";

export type OfficeProblem = "too-large" | "unreadable" | "loads-from-outside" | "runs-commands";

const MOST_UNPACKED = 120_000_000;
/** Links that somebody has to click are common and harmless; what is fetched by opening the file is neither. */
const ONLY_CLICKED = /\/(hyperlink|externalLinkPath|mailMergeSource)$/;

/** What is inside a Word or Excel file and acts when somebody opens it; null where nothing was found. */
export function examineOffice(bytes: Buffer, most: number = MOST_UNPACKED): OfficeProblem | null {
  const unpacked = unzip(bytes, most);
  if ("problem" in unpacked) return unpacked.problem;
  for (const { name, content } of unpacked.entries) {
    if (!/\.(xml|rels)$/i.test(name)) continue;
    const text = xmlText(content);
    // no part of an office file declares entities; they are how a reader is made to fetch or to swell
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) return "unreadable";
    if (name.endsWith(".rels") && hasOutsideTarget(text)) return "loads-from-outside";
    // macros under another name: what a part is, is said here and not by its file name
    if ((name === "[Content_Types].xml" || name.endsWith(".rels")) && /vbaProject|macroEnabled|activeX|\/control"/i.test(text)) return "runs-commands";
    if (name.startsWith("xl/connections") && /refreshOnLoad\s*=\s*"(1|true)"/i.test(text)) return "loads-from-outside";
    if (/\baltChunk\b/.test(text)) return "loads-from-outside";
    if (runsCommands(text)) return "runs-commands";
  }
  return null;
}

const xmlText = (content: Buffer): string => {
  const mark = content.subarray(0, 2).toString("hex");
  return mark === "fffe" ? content.toString("utf16le") : mark === "feff" ? Buffer.from(content).swap16().toString("utf16le") : content.toString("utf8");
};

function hasOutsideTarget(rels: string): boolean {
  return [...rels.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].some(([tag]) => {
    const attribute = (name: string): string => new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`, "i").exec(tag)?.[1] ?? "";
    return attribute("TargetMode").toLowerCase() === "external" && !ONLY_CLICKED.test(attribute("Type"));
  });
}

/** Fields that start a program or fetch a file; their words may be cut into any number of runs. */
function runsCommands(text: string): boolean {
  const runs = [...text.matchAll(/<w:instrText\b[^>]*>([^<]*)</g)].map((m) => m[1]).join("");
  const simple = [...text.matchAll(/\bw:instr\s*=\s*"([^"]*)"/g)].map((m) => m[1]).join(" ");
  return /\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE)\b/i.test(`${runs} ${simple}`) || /<ddeLink\b/i.test(text);
}
