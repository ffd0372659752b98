import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { examineOffice } from "../../files/index.ts";
import { Refused } from "../../kernel/errors.ts";

const MOST_UNPACKED = 30_000_000;

/**
 * Puts values into the places of a Word paper. They are text: the library writes them as such into the XML, and knows no
 * expressions here. The paper is looked into once more: it may lie there since a time when less was known.
 */
export function fillWordPaper(paper: Buffer, values: Readonly<Record<string, string>>): Buffer {
  if (examineOffice(paper, MOST_UNPACKED) !== null) throw new Refused([{ code: "paper-unusable", sentence: "Dieser Briefbogen kann nicht verwendet werden. Die Verwaltung muss ihn neu hochladen." }]);
  try {
    const filled = new Docxtemplater(new PizZip(paper), {
      delimiters: { start: "{{", end: "}}" }, linebreaks: true, paragraphLoop: false, errorLogging: false, nullGetter: () => "",
      // only what stands in the list, and never what an object brings along by birth
      parser: (tag) => ({ get: () => (Object.hasOwn(values, tag.trim()) ? printable(values[tag.trim()]!) : "") }),
    });
    filled.render({});
    return filled.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" }) as Buffer;
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused([{ code: "paper-unusable", sentence: "Auf diesem Briefbogen kann nicht geschrieben werden: Ein Platzhalter ist nicht geschlossen oder falsch geschrieben." }]);
  }
}

// XML has no place for other control characters, not even escaped
// oxlint-disable-next-line no-control-regex
const printable = (text: string): string => text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
