import { FILE_KINDS, type FileKind } from "./decide-file-kind.ts";

const SHOWABLE: ReadonlySet<FileKind> = new Set(["pdf", "jpeg", "png"]);
// Separators of paths, control characters, marks that turn or hide text, and what Windows forbids in names. The (non-)joiners stay: Persian needs them.
// oxlint-disable-next-line no-control-regex
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff/\\:*?"<>|]/g;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const LONGEST = 120;

/** A name that any computer can store, with the extension of what the file really is. */
export function safeFileName(name: string, kind: FileKind): string {
  const { extensions } = FILE_KINDS[kind];
  const base = name.split(/[/\\]/).at(-1) ?? "";
  const dot = base.lastIndexOf(".");
  const own = base.slice(dot + 1).toLowerCase();
  const stem = dot > 0 && extensions.includes(own) ? base.slice(0, dot) : base;
  const clean = Array.from(stem.toWellFormed().normalize("NFC").replaceAll(UNSAFE, "").trim().replace(/^\.+|[. ]+$/g, "")).slice(0, LONGEST).join("");
  const usable = clean === "" || RESERVED.test(clean) ? `Datei ${clean}`.trim() : clean;
  return `${usable}.${extensions.includes(own) ? own : extensions[0]}`;
}

/** RFC 6266: an ASCII name for old programs, the true one as RFC 8187 (formerly 5987) `filename*`. */
export function contentDisposition(type: "attachment" | "inline", fileName: string): string {
  const ascii = fileName
    .replaceAll("ß", "ss")
    .replace(/[äöüÄÖÜ]/g, (letter) => `${letter.normalize("NFD")[0]}e`)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]/g, "_")
    .replace(/["\\%]/g, "_");
  const exact = encodeURIComponent(fileName.toWellFormed()).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${type}; filename="${ascii}"; filename*=UTF-8''${exact}`;
}

/** Headers for handing out a stored file. It is shown in the browser only if asked for and only as PDF, JPEG or PNG. */
export function downloadHeaders(kind: FileKind, name: string, show = false): Readonly<Record<string, string>> {
  const type = show && SHOWABLE.has(kind) ? "inline" : "attachment";
  return {
    "content-type": FILE_KINDS[kind].mime,
    "content-disposition": contentDisposition(type, safeFileName(name, kind)),
    "x-content-type-options": "nosniff",
    // Chromium's PDF viewer stays empty inside a sandbox; it runs a PDF's scripts in an isolation of its own.
    "content-security-policy": kind === "pdf" && type === "inline" ? "default-src 'none'; frame-ancestors 'self'" : "default-src 'none'; sandbox; frame-ancestors 'self'",
    "cache-control": "private, no-store",
    "cross-origin-resource-policy": "same-origin",
  };
}
