import ExcelJS from "exceljs";
import { readFile } from "node:fs/promises";
import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { Refused } from "../../kernel/errors.ts";
import { readTable } from "./read-table.ts";
import { workbookParts, zipFile } from "./zip-file.test-support.ts";

const example = (name: string): URL => new URL(`../../../data/${name}`, import.meta.url);
const texts = async (bytes: Uint8Array, name = "liste.csv"): Promise<string[][]> => ((await readTable(bytes, name)).sheets[0]?.rows ?? []).map((row) => row.map((cell) => cell.text));
const utf8 = (text: string): Buffer => Buffer.from(text, "utf8");

async function refusal(bytes: Uint8Array, name = "liste.xlsx"): Promise<{ code: string; sentence: string }> {
  try {
    await readTable(bytes, name);
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0] ?? { code: "", sentence: "" };
    throw error;
  }
  throw new Error("was not refused");
}

describe("CSV", () => {
  test.each([";", ",", "\t", "|"])("the separator %j is recognised", async (separator) => {
    expect(await texts(utf8(["a", "b", "c"].join(separator) + "\n" + ["1", "2", "3"].join(separator)))).toEqual([["a", "b", "c"], ["1", "2", "3"]]);
  });

  test("quotes keep separators, line breaks and doubled quotes", async () => {
    expect(await texts(utf8('Name;Notiz\r\nÖz;"a; b\nc ""d"""\r\n'))).toEqual([["Name", "Notiz"], ["Öz", 'a; b\nc "d"']]);
  });

  test("sep= in the first line is Excel's own hint and no row", async () => {
    expect(await texts(utf8("sep=,\r\na;b,c\r\n"))).toEqual([["a;b", "c"]]);
  });

  test.each([
    ["UTF-8", utf8("Name;Ort\nYıldız;Köln")],
    ["UTF-8 with mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8("Name;Ort\nYıldız;Köln")])],
    ["UTF-16 little endian", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("Name;Ort\nYıldız;Köln", "utf16le")])],
    ["UTF-16 without mark", Buffer.from("Name;Ort\nYıldız;Köln", "utf16le")],
    ["UTF-16 big endian", Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from("Name;Ort\nYıldız;Köln", "utf16le").swap16()])],
  ])("%s is read", async (_, bytes) => {
    expect(await texts(bytes)).toEqual([["Name", "Ort"], ["Yıldız", "Köln"]]);
  });

  test("Windows-1252 is read and said", async () => {
    const bytes = Buffer.from("Stra\xdfe;\x80;M\xfcller", "latin1");
    expect(await texts(bytes)).toEqual([["Straße", "€", "Müller"]]);
    expect((await readTable(bytes, "a.csv")).notes[0]).toContain("Windows-1252");
  });

  test("formulas and commands to Excel stay text", async () => {
    const [row] = (await readTable(utf8("=CMD|'/c calc'!A0;+49 1;@x;-2"), "a.csv")).sheets[0]?.rows ?? [];
    expect(row?.map((cell) => cell.text)).toEqual(["=CMD|'/c calc'!A0", "+49 1", "@x", "-2"]);
    expect(row?.[0]).toMatchObject({ kind: "formula", note: expect.stringContaining("nicht ausgerechnet") });
  });

  test("control characters are taken out, and said", async () => {
    const [row] = (await readTable(utf8("a\u0000b\u202Ec;d\n".repeat(1) + "x".repeat(500)), "a.csv")).sheets[0]?.rows ?? [];
    expect(row?.[0]).toMatchObject({ text: "abc", note: "Unsichtbare Steuerzeichen wurden entfernt." });
  });

  test("a quote that is never closed is refused with its line", async () => {
    expect((await refusal(utf8('a;b\n1;2\n3;"offen\n5;6\n'), "a.csv")).sentence).toContain("Zeile 3");
  });

  test("a quote inside a word is a letter", async () => {
    expect(await texts(utf8('a;5" Rohr;b'))).toEqual([["a", '5" Rohr', "b"]]);
  });

  test("a million columns are refused", async () => {
    expect((await refusal(utf8(";".repeat(1_000_000)), "a.csv")).code).toBe("file-too-many-columns");
  });

  test("more than 200,000 rows are refused", async () => {
    expect((await refusal(utf8("a;b\n".repeat(200_001)), "a.csv")).code).toBe("file-too-many-rows");
  });

  test("a cell longer than Excel's is refused with its address", async () => {
    expect((await refusal(utf8(`a;b\nc;${"x".repeat(40_000)}`), "a.csv")).sentence).toContain("Zelle B2");
  });
});

describe("Excel", () => {
  test("the example list reads alike from .xlsx and .csv", async () => {
    const [xlsx, csv] = await Promise.all([texts(await readFile(example("fallliste.xlsx")), "a.xlsx"), texts(await readFile(example("fallliste.csv")))]);
    expect(xlsx.length).toBe(csv.length + 2);
    expect(xlsx[2]).toEqual(csv[0]);
    expect(xlsx[4]?.[2]).toBe("Ali Reza");
  });

  test("dates, rich text, formulas, links, truth values and errors as a reader sees them", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("Fälle");
    sheet.getCell("A1").value = new Date(Date.UTC(1990, 0, 2));
    sheet.getCell("B1").value = { richText: [{ text: "Ali " }, { text: "Reza", font: { bold: true } }] };
    sheet.getCell("C1").value = { formula: "SUM(A1:A9)", result: 7 };
    sheet.getCell("D1").value = { text: "Seite", hyperlink: "https://example.org" };
    sheet.getCell("E1").value = true;
    sheet.getCell("F1").value = { error: "#REF!" };
    sheet.getCell("G1").value = 15_112_345_678;
    workbook.addWorksheet("Zwei").getCell("B3").value = "da";
    const table = await readTable(new Uint8Array(await workbook.xlsx.writeBuffer()), "a.xlsx");
    const [row = []] = table.sheets[0]?.rows ?? [];
    expect(row.map((cell) => cell.text)).toEqual(["02.01.1990", "Ali Reza", "=SUM(A1:A9)", "Seite", "WAHR", "#REF!", "15112345678"]);
    expect(row[0]).toMatchObject({ kind: "date", day: "1990-01-02" });
    expect(row[2]?.note).toContain("zuletzt „7“");
    expect(table.sheets[1]).toMatchObject({ name: "Zwei", rows: [[], [], [{ kind: "empty" }, { text: "da" }]] });
  });

  test("days counted from 1904 are not four years wrong", async () => {
    const row = `<row r="1"><c r="A1" s="0"><v>0</v></c><c r="B1" s="0"><v>31412</v></c></row>`;
    const styles = `<cellXfs><xf numFmtId="14"/></cellXfs>`;
    const bytes = zipFile(workbookParts(row, { workbook: `<workbookPr date1904="1"/>`, styles }));
    expect((await texts(bytes, "a.xlsx"))[0]?.[1]).toBe("01.01.1990");
  });
});

describe("hostile and foreign files", () => {
  const valid = zipFile(workbookParts(`<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>`));

  test("the smallest workbook is read", async () => {
    expect(await texts(valid, "a.xlsx")).toEqual([["a"]]);
  });

  test("a zip bomb is refused by what it claims, before unpacking", async () => {
    const bomb = zipFile([...workbookParts("").slice(0, 4), { name: "xl/worksheets/sheet1.xml", content: "x", claimedSize: 4_000_000_000 }]);
    expect(await refusal(bomb)).toMatchObject({ code: "file-too-large", sentence: expect.stringContaining("sheet1.xml") });
  });

  test("a zip bomb that lies about its size is stopped while unpacking", async () => {
    const bomb = zipFile([...workbookParts("").slice(0, 4), { name: "xl/worksheets/sheet1.xml", content: Buffer.alloc(20_000_000, 32), claimedSize: 1000 }]);
    expect((await refusal(bomb)).code).toBe("file-broken");
  });

  test("a file cut off anywhere is refused, never half-read", async () => {
    for (let length = 4; length < valid.length; length += 37) expect((await refusal(valid.subarray(0, length))).code).toMatch(/^file-/);
  });

  test("XML entities are refused", async () => {
    const evil = zipFile([...workbookParts("").slice(0, 4), { name: "xl/worksheets/sheet1.xml", content: `<!DOCTYPE x [<!ENTITY a "aa">]><worksheet>&a;</worksheet>` }]);
    expect((await refusal(evil)).code).toBe("file-xml-entities");
  });

  test.each([
    ["a cell a million rows down", `<row r="1048576"><c r="A1048576"><v>1</v></c></row>`, "file-too-many-rows"],
    ["a cell far to the right", `<row r="1"><c r="XFD1"><v>1</v></c></row>`, "file-too-many-columns"],
    ["a text that is missing", `<row r="1"><c r="A1" t="s"><v>7</v></c></row>`, "file-broken"],
    ["no filled cell", `<row r="1"><c r="A1"/></row>`, "file-empty"],
  ])("%s is refused", async (_, rows, code) => {
    expect((await refusal(zipFile(workbookParts(rows)))).code).toBe(code);
  });

  test.each([
    ["web page named .xls", "liste.xls", utf8("<html><table><tr><td>x"), "file-kind", "Webseite"],
    ["old .xls", "liste.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "file-kind", ".xls"],
    ["encrypted .xlsx", "liste.xlsx", Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from("EncryptedPackage", "utf16le")]), "file-encrypted", "Kennwort"],
    ["file with macros", "liste.xlsm", valid, "file-has-macros", "Makros"],
    ["macros under another name", "liste.xlsx", zipFile([...workbookParts(""), { name: "xl/vbaProject.bin", content: "x" }]), "file-has-macros", "Makros"],
    ["OpenDocument table", "liste.ods", zipFile([{ name: "content.xml", content: "<x/>" }]), "file-kind", ".ods"],
    ["zip with password", "liste.xlsx", zipFile([{ name: "xl/workbook.xml", content: "x", encrypted: true }]), "file-encrypted", "Kennwort"],
    ["PDF", "liste.pdf", utf8("%PDF-1.7"), "file-kind", "PDF"],
    ["packed noise", "liste.csv", Buffer.concat([Buffer.from([1, 0, 0, 0, 2, 0, 0, 0]), deflateRawSync(Buffer.alloc(5000, 7)), Buffer.alloc(400)]), "file-not-text", "Textdatei"],
    ["empty file", "liste.csv", Buffer.alloc(0), "file-empty", "leer"],
  ])("%s is refused with a German sentence", async (_, name, bytes, code, word) => {
    expect(await refusal(bytes, name)).toMatchObject({ code, sentence: expect.stringContaining(word) });
  });
});
