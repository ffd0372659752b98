import type { FileSample } from "./file-sample.ts";
import { findZipEnd, zipNames } from "./zip-directory.ts";

/** What the bytes are, whatever the name says. Text cannot be told from CSV by content. */
export type Content = "pdf" | "jpeg" | "png" | "heic" | "docx" | "xlsx" | "text" | "program" | "markup" | "macros" | "locked-office" | "two-in-one" | "unknown";

const HEIC_BRANDS = new Set(["heic", "heix", "heim", "heis", "mif1", "msf1"]);
const PROGRAMS = ["7f454c46", "cafebabe", "cffaedfe", "cefaedfe", "feedface", "feedfacf", "4c000000011402", "0061736d", "6465780a"];
const MARKUP = /<(?:!doctype|!entity|html|head|body|script|svg|iframe|object|embed|meta|xsl|\?xml|\?php)/i;
const ASCII_SEARCH = 1_024;

export function recogniseContent(sample: FileSample): Content {
  const { head } = sample;
  const found = bySignature(sample);
  // Readers of PDF look for its mark within the first kilobyte: anything may stand before it.
  const pdfAt = head.subarray(0, ASCII_SEARCH).indexOf("%PDF-");
  if (pdfAt >= 0 && found !== "pdf") return "two-in-one";
  // ZIP readers start at the end of the file, all others at its beginning: one file can please both.
  const mayEndAsZip = found === "docx" || found === "xlsx" || found === "macros" || found === "unknown";
  if (!mayEndAsZip && findZipEnd(sample.tail) >= 0) return "two-in-one";
  return found;
}

function bySignature(sample: FileSample): Content {
  const { head } = sample;
  const text = head.toString("latin1", 0, 16);
  if (text.startsWith("%PDF-")) return "pdf";
  if (head.subarray(0, 3).equals(Buffer.from("ffd8ff", "hex"))) return "jpeg";
  if (head.subarray(0, 8).equals(Buffer.from("89504e470d0a1a0a", "hex")) && head.toString("latin1", 12, 16) === "IHDR") return "png";
  if (text.slice(4, 8) === "ftyp") return HEIC_BRANDS.has(text.slice(8, 12)) ? "heic" : "unknown";
  if (text.startsWith("PK\x03\x04")) return office(sample);
  if (head.subarray(0, 8).equals(Buffer.from("d0cf11e0a1b11ae1", "hex"))) return "locked-office";
  const hex = head.toString("hex", 0, 8);
  if (PROGRAMS.some((mark) => hex.startsWith(mark)) || text.startsWith("#!")) return "program";
  // A list may well begin with the letters MZ; a program that does has binary zeros.
  if (text.startsWith("MZ") && sample.hasNul) return "program";
  return textual(sample);
}

function office(sample: FileSample): Content {
  const names = zipNames(sample.tail, sample.size);
  if (names === null || !names.includes("[Content_Types].xml")) return "unknown";
  if (names.some((name) => /vbaproject|\.bin$|activex|\.exe$/i.test(name) && !/printerSettings\d*\.bin$/i.test(name))) return "macros";
  if (names.includes("word/document.xml")) return "docx";
  return names.includes("xl/workbook.xml") ? "xlsx" : "unknown";
}

function textual(sample: FileSample): Content {
  const { head } = sample;
  const wide = head.subarray(0, 2).toString("hex");
  const isWide = wide === "fffe" || wide === "feff";
  if (sample.hasNul && !isWide) return "unknown";
  const text = isWide ? head.toString("latin1").replaceAll("\0", "") : head.toString("latin1");
  // Control characters other than tab, line ends, form feed and the old end-of-file mark do not occur in lists.
  // oxlint-disable-next-line no-control-regex
  if (!isWide && /[\x01-\x08\x0b\x0e-\x19\x1b-\x1f]/.test(text)) return "unknown";
  return MARKUP.test(text.slice(0, 4_096)) ? "markup" : "text";
}
