import { type Decision, decide, type Refusal } from "../kernel/refusal.ts";
import type { FileSample } from "./file-sample.ts";
import { type Content, recogniseContent } from "./recognise-content.ts";

export type FileKind = "pdf" | "jpeg" | "png" | "heic" | "docx" | "xlsx" | "txt" | "csv";

export const FILE_KINDS: Readonly<Record<FileKind, { label: string; mime: string; extensions: readonly string[]; content: Content }>> = {
  pdf: { label: "PDF", mime: "application/pdf", extensions: ["pdf"], content: "pdf" },
  jpeg: { label: "JPEG-Bild", mime: "image/jpeg", extensions: ["jpg", "jpeg"], content: "jpeg" },
  png: { label: "PNG-Bild", mime: "image/png", extensions: ["png"], content: "png" },
  heic: { label: "HEIC-Bild", mime: "image/heic", extensions: ["heic", "heif"], content: "heic" },
  docx: { label: "Word-Dokument (.docx)", mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", extensions: ["docx"], content: "docx" },
  xlsx: { label: "Excel-Mappe (.xlsx)", mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", extensions: ["xlsx"], content: "xlsx" },
  txt: { label: "Textdatei", mime: "text/plain; charset=utf-8", extensions: ["txt"], content: "text" },
  csv: { label: "CSV-Liste", mime: "text/csv; charset=utf-8", extensions: ["csv"], content: "text" },
};

const KINDS = Object.keys(FILE_KINDS) as FileKind[];
const DANGEROUS = new Set(["exe", "scr", "bat", "cmd", "pif", "js", "jse", "vbs", "vbe", "wsf", "hta", "ps1", "msi", "jar", "lnk", "dll", "sh", "html", "htm", "svg", "php", "docm", "xlsm"]);
/** The kind that a row names; it was told when the file was written. Throws for what is none. */
export function storedKind(name: string): FileKind {
  if (!Object.hasOwn(FILE_KINDS, name)) throw new Error("a stored file of a kind that is not known");
  return name as FileKind;
}

// Marks that turn the reading direction: "gpj.exe" behind one of them reads "exe.jpg".
const DECEIVING = /[\u202a-\u202e\u2066-\u2069]/;

const SENTENCES: Readonly<Partial<Record<Content, [code: string, sentence: string]>>> = {
  program: ["file-is-program", "Diese Datei ist ein Programm. Programme werden nicht angenommen."],
  markup: ["file-is-markup", "Diese Datei enthält eine Webseite oder eine SVG-Grafik. Solche Dateien können Befehle ausführen und werden nicht angenommen. Speichern Sie den Inhalt als PDF."],
  macros: ["file-has-macros", "Diese Datei enthält Makros oder eingebettete Programme. Speichern Sie sie ohne Makros (.docx oder .xlsx), oder als PDF."],
  "locked-office": ["file-is-locked-or-old", "Diese Datei ist mit einem Kennwort geschützt oder stammt aus einem alten Office-Format. Speichern Sie sie ohne Kennwort als .docx, .xlsx oder PDF."],
  "two-in-one": ["file-is-two-things", "Diese Datei ist zugleich zwei Arten von Datei. So werden Schadprogramme versteckt. Speichern oder scannen Sie das Dokument neu."],
};

/** Settles what a file is, by its content; the name must agree. Refuses what is not on the allow list. */
export function decideFileKind(sample: FileSample, fileName: string, allow: readonly FileKind[] = KINDS): Decision<FileKind> {
  const segments = fileName.toLowerCase().split(".").slice(1).map((part) => part.trim());
  const extension = segments.at(-1) ?? "";
  const content = recogniseContent(sample);
  const kind = KINDS.find((kind) => FILE_KINDS[kind].content === content && FILE_KINDS[kind].extensions.includes(extension)) ?? unnamedKind(content, segments);
  const refusals: Refusal[] = [];
  const special = SENTENCES[content];
  if (special !== undefined) refusals.push(refusal(special[0], special[1]));
  if (DECEIVING.test(fileName)) refusals.push(refusal("file-name-deceives", "Der Dateiname enthält unsichtbare Zeichen, die seine Endung verbergen. Benennen Sie die Datei um."));
  if (segments.slice(0, -1).some((part) => DANGEROUS.has(part)))
    refusals.push(refusal("file-name-two-extensions", `Der Dateiname hat zwei Endungen, und eine davon gehört zu einem Programm (.${segments.find((part) => DANGEROUS.has(part))}). Prüfen Sie, woher die Datei kommt.`));
  if (refusals.length === 0 && kind === null) refusals.push(mismatch(content, extension));
  if (refusals.length === 0 && kind !== null && !allow.includes(kind))
    refusals.push(refusal("file-kind-not-here", `Hier geht nur: ${labels(allow)}. Diese Datei ist: ${FILE_KINDS[kind].label}.`));
  return decide(refusals, () => kind!);
}

/** A scan or photo without any extension is told by its content; text never, since CSV and TXT look alike. */
function unnamedKind(content: Content, segments: readonly string[]): FileKind | null {
  if (segments.length > 0 || content === "text") return null;
  return KINDS.find((kind) => FILE_KINDS[kind].content === content) ?? null;
}

function mismatch(content: Content, extension: string): Refusal {
  const meant = KINDS.find((kind) => FILE_KINDS[kind].extensions.includes(extension));
  const is = KINDS.find((kind) => FILE_KINDS[kind].content === content);
  if (meant !== undefined && is !== undefined)
    return refusal("file-name-disagrees", `Der Name endet auf .${extension}, der Inhalt ist aber: ${FILE_KINDS[is].label}. Geben Sie der Datei die richtige Endung.`);
  if (meant !== undefined) return refusal("file-unreadable", `Die Datei ist beschädigt oder keine echte .${extension}-Datei. Öffnen Sie sie auf Ihrem Rechner, und speichern Sie sie neu.`);
  return refusal("file-kind-unknown", `Diese Art von Datei wird nicht angenommen. Erlaubt sind: ${labels(KINDS)}.`);
}

const labels = (kinds: readonly FileKind[]): string => kinds.map((kind) => FILE_KINDS[kind].label).join(", ");
const refusal = (code: string, sentence: string): Refusal => ({ code, sentence, field: "file" });
