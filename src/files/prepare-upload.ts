import { Refused } from "../kernel/errors.ts";
import { decideFileKind, type FileKind } from "./decide-file-kind.ts";
import { examineOffice, type OfficeProblem } from "./examine-office.ts";
import { examinePdf, type Hazard } from "./examine-pdf.ts";
import { FileSample } from "./file-sample.ts";
import { stripPicture } from "./strip-picture.ts";

export interface PreparedUpload {
  readonly bytes: Buffer;
  readonly kind: FileKind;
  /** empty: it may be shown in place, where its kind can */
  readonly hazards: readonly Hazard[];
}

const OFFICE: Readonly<Record<OfficeProblem, readonly [string, string]>> = {
  "too-large": ["file-unpacks-too-large", "Die Datei ist gepackt und wird beim Öffnen riesig. So werden Rechner lahmgelegt. Sie wird nicht angenommen."],
  unreadable: ["file-unreadable", "Die Datei ist beschädigt oder keine echte Word- oder Excel-Datei. Öffnen Sie sie auf Ihrem Rechner, und speichern Sie sie neu."],
  "loads-from-outside": ["file-loads-from-outside", "Diese Datei lädt beim Öffnen Inhalte von außen nach. So werden Schadprogramme geholt und Leser ausgespäht. Speichern Sie sie als PDF."],
  "runs-commands": ["file-runs-commands", "Diese Datei enthält Befehle, die beim Öffnen ausgeführt werden. Speichern Sie sie als PDF."],
};
const refused = (code: string, sentence: string): Refused => new Refused([{ code, sentence, field: "file" }]);

/** Settles what an uploaded file is, looks inside, and takes the place out of photographs. Throws Refused with a German sentence. */
export function prepareUpload(bytes: Buffer, fileName: string, allow?: readonly FileKind[]): PreparedUpload {
  if (bytes.length === 0) throw refused("file-empty", "Die Datei ist leer. Wählen Sie eine Datei mit Inhalt.");
  const sample = new FileSample();
  sample.add(bytes);
  const decision = decideFileKind(sample, fileName, allow);
  if (!decision.ok) throw new Refused(decision.refusals);
  const kind = decision.value;
  switch (kind) {
    case "jpeg":
    case "png":
      return { bytes: pictureOf(bytes, kind), kind, hazards: [] };
    // the place stands inside of the picture's own format; only saying so is left
    case "heic":
      return { bytes, kind, hazards: bytes.includes("Exif") ? ["place"] : [] };
    case "docx":
    case "xlsx": {
      const problem = examineOffice(bytes);
      if (problem !== null) throw refused(...OFFICE[problem]);
      return { bytes, kind, hazards: [] };
    }
    case "pdf":
      return { bytes, kind, hazards: pdfHazards(bytes) };
    case "txt":
    case "csv":
      return { bytes, kind, hazards: [] };
  }
}

function pictureOf(bytes: Buffer, kind: "jpeg" | "png"): Buffer {
  const picture = stripPicture(bytes, kind);
  if (picture.length < 20) throw refused("file-unreadable", "Das Bild ist beschädigt. Nehmen Sie es neu auf.");
  return picture;
}

function pdfHazards(bytes: Buffer): readonly Hazard[] {
  const { hazards, launches, isNone } = examinePdf(bytes);
  if (isNone) throw refused("file-unreadable", "Die Datei ist beschädigt oder keine echte PDF-Datei. Speichern oder scannen Sie das Dokument neu.");
  if (launches) throw refused("file-starts-program", "Diese PDF-Datei will beim Öffnen ein Programm starten. Sie wird nicht angenommen. Drucken Sie das Dokument, und scannen Sie es.");
  return hazards;
}
