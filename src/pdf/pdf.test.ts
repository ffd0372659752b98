import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { getDocumentProxy } from "unpdf";
import { DOCUMENT_LANGUAGES, type Documents, makePdf, PdfFailed, type TemplateName } from "./index.ts";
import { sampleDisclosure, sampleLetter, sampleReceipt, sampleSheet } from "./pdf-samples.test-support.ts";

const ON = new Date("2026-11-22T10:00:00Z");

/** What a reader, human or not, gets of a paper. */
async function opened<T extends TemplateName>(template: T, data: Documents[T]) {
  const bytes = await makePdf(template, data, ON);
  const raw = Buffer.from(bytes).toString("latin1");
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)));
  const texts = await Promise.all(pages.map((page) => page.getTextContent()));
  const trees = await Promise.all(pages.map((page) => page.getStructTree() as Promise<unknown>));
  const { info } = (await pdf.getMetadata()) as unknown as { info: Record<string, unknown> };
  const text = texts.flatMap((t) => t.items).map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join("");
  const fonts = texts.flatMap((t, i) => Object.keys(t.styles).map((key) => pages[i]?.commonObjs.has(key) === true));
  await pdf.destroy();
  return { raw, info, text, pages: pages.length, tags: rolesIn(trees), fonts, bytes };
}
type Node = { readonly role?: string; readonly alt?: string; readonly children?: readonly unknown[] };
const rolesIn = (trees: readonly unknown[]): string[] => trees.flatMap((tree) => [(tree as Node | null)?.role ?? [], rolesIn((tree as Node | null)?.children ?? [])].flat());
/** Where lines break and letters join is the layout's; which letters stand there is the text's. */
const letters = (text: string): string => text.normalize("NFKC").replaceAll(/[\s\u00ad\u200b-\u200f\u2060\u2066-\u2069-]/gu, "");

/** Of what the compiler itself says about the standard: it makes no paper that breaks it. */
function isAccessible(raw: string): void {
  expect(raw).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(raw).toMatch(/\/Marked true/);
  expect(raw).toMatch(/\/Lang \(/);
  expect(raw).toContain("/StructTreeRoot");
  expect(raw).toContain("/DisplayDocTitle true");
}

test.each(DOCUMENT_LANGUAGES)("a consent in German and %s can be read, heard and copied", async (language) => {
  const sheet = sampleSheet(language, false);
  const { raw, info, text, tags, pages } = await opened("consent-sheet", sheet);
  isAccessible(raw);
  expect(info["Title"]).toBe(sheet.title.de);
  expect(info["Language"]).toBe("de");
  expect(tags).toEqual(expect.arrayContaining(["H1", "Table", "TH", "TD", "L", "LI", "Figure"]));
  expect(pages).toBeLessThanOrEqual(2);
  for (const said of [...sheet.intro, ...sheet.statements.map((s) => s.heading), ...sheet.signatures]) {
    expect(letters(text)).toContain(letters(said.de));
    if (!["ar", "prs"].includes(language)) expect(letters(text)).toContain(letters(said.other));
  }
  // of right-to-left lines this reader of PDFs gives the words in an order of its own, and turns those with a joiner in them
  if (["ar", "prs"].includes(language)) {
    for (const word of sheet.statements.flatMap((s) => s.heading.other.split(" ")).filter((w) => !w.includes("\u200c"))) expect(letters(text)).toContain(letters(word));
  }
  if (language !== "de") expect(raw).toMatch(new RegExp(`/Lang ?\\(${language === "prs" ? "fa-AF" : language}\\)`));
});

test.each(DOCUMENT_LANGUAGES)("a receipt and a letter are made in %s", async (language) => {
  const receipt = await opened("receipt", sampleReceipt(language));
  isAccessible(receipt.raw);
  expect(letters(receipt.text)).toContain(letters(sampleReceipt(language).sections[0]?.items[0]?.de ?? ""));
  const letter = await opened("plain-letter", sampleLetter(language));
  isAccessible(letter.raw);
  expect(letter.info["Title"]).toBe(sampleLetter(language).subject);
});

test("a sheet that nobody reviewed says so and has no lines to sign", async () => {
  const draft = await opened("consent-sheet", sampleSheet("uk", true));
  const final = await opened("consent-sheet", sampleSheet("uk", false));
  const { draftNotice, signatures } = sampleSheet("uk", true);
  expect(letters(draft.text)).toContain(letters(draftNotice.other));
  expect(letters(draft.text)).toContain("ENTWURF");
  expect(letters(draft.text)).not.toContain(letters(signatures[0]?.other ?? ""));
  expect(letters(final.text)).not.toContain("ENTWURF");
  expect(letters(final.text)).toContain(letters(signatures[0]?.other ?? ""));
});

test("a disclosure shows each field and its day, and the slip to send back", async () => {
  const { raw, text, tags } = await opened("disclosure-letter", sampleDisclosure);
  isAccessible(raw);
  for (const { label, value, asOf } of sampleDisclosure.fields) for (const part of [label, value, asOf]) expect(letters(text)).toContain(letters(part));
  for (const part of [sampleDisclosure.legalBasis, sampleDisclosure.purpose, sampleDisclosure.necessity, "Empfangsbestätigung"]) expect(letters(text)).toContain(letters(part));
  expect(tags).toContain("Table");
  expect(letters((await opened("disclosure-letter", { ...sampleDisclosure, receipt: null })).text)).not.toContain("Empfangsbestätigung");
});

test("every font lies in the file", async () => {
  const { raw, fonts } = await opened("consent-sheet", sampleSheet("ar", false));
  expect(fonts.length).toBeGreaterThan(2);
  const descriptors = [...raw.matchAll(/\/Type ?\/FontDescriptor.*?>>/gs)].map((m) => m[0]);
  expect(descriptors.length).toBeGreaterThan(2);
  expect(descriptors.filter((d) => !/\/FontFile[23]/.test(d))).toEqual([]);
});

const HOSTILE: readonly (readonly [string, string, string])[] = [
  ["markup", '#set page(width: 1pt) *a* _b_ $c$ `d` @e <f> #read("/etc/passwd") #sys.inputs // x /* y */ \\u{41} = h', '#read("/etc/passwd")'],
  ["JSON in JSON", '","draft":false,"x":"', '","draft":false,"x":"'],
  ["control characters and lone surrogates", "a\u0000b\u0007c\ud800d\u001be", "abc\ufffdde"],
  ["overrides of direction", "Frau \u202eNEGNAFEG\u202c Ende", "Frau NEGNAFEG Ende"],
  ["an isolate that is not closed", "Frau \u2067Gefangen", "Frau Gefangen"],
  ["letters that no font has", "Wáng 王 Nino ნინო \u{1F600}", "Nino \ufffd\ufffd\ufffd\ufffd"],
  ["marks of another script on a letter", "A\u0e31 B\u0e34 ሀ\u0e31", "A B ሀ"],
  ["private use and noncharacters", "a\ue000b\uffffc\u{10ffff}d", "a\ufffdb"],
  ["both directions and four scripts", "Ahmad (أحمد) 12 – Олена ሰላም", "ሰላም"],
];
test.each(HOSTILE)("what was typed is printed and not obeyed: %s", async (_what, typed, expected) => {
  const sheet = await opened("consent-sheet", sampleSheet("ar", false, typed));
  isAccessible(sheet.raw);
  expect(sheet.pages).toBeLessThanOrEqual(3);
  const letter = await opened("plain-letter", { ...sampleLetter("de"), subject: typed, paragraphs: [typed], author: typed });
  expect(letters(letter.text)).toContain(letters(expected));
  const disclosure = await opened("disclosure-letter", { ...sampleDisclosure, fields: [{ label: typed, value: typed, asOf: typed }] });
  isAccessible(disclosure.raw);
});

test("a word without end and a text of 100 kB fill pages, and leave none", async () => {
  const long = await opened("plain-letter", { ...sampleLetter("de"), paragraphs: ["x".repeat(20_000), "Wort سلام ".repeat(10_000)] });
  expect(long.pages).toBeGreaterThan(20);
  expect(letters(long.text).match(/x/g)?.length).toBeGreaterThanOrEqual(20_000);
});

test("a note says what a sign for missing letters means, and only where there is one", async () => {
  const withNote = await opened("plain-letter", { ...sampleLetter("de"), author: "王" });
  expect(letters(withNote.text)).toContain(letters("nicht darstellen kann"));
  expect(letters((await opened("plain-letter", sampleLetter("de"))).text)).not.toContain(letters("nicht darstellen kann"));
});

test("the same data make the same paper, byte for byte", async () => {
  const [one, two] = [await makePdf("receipt", sampleReceipt("ti"), ON), await makePdf("receipt", sampleReceipt("ti"), ON)];
  expect(Buffer.from(one).equals(two)).toBe(true);
});

test("many papers at once come out each as its own", async () => {
  const made = await Promise.all(Array.from({ length: 12 }, (_, i) => opened("plain-letter", { ...sampleLetter("de"), subject: `Brief ${i}` })));
  expect(made.map(({ info }) => info["Title"])).toEqual(Array.from({ length: 12 }, (_, i) => `Brief ${i}`));
});

test("what cannot be made is refused without a word of its contents, and the next one is made", async () => {
  const broken = { ...sampleDisclosure, fields: [{ label: "GEHEIM" }] } as unknown as Documents["disclosure-letter"];
  const refusal = await makePdf("disclosure-letter", broken, ON).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(PdfFailed);
  expect(String(refusal)).not.toContain("GEHEIM");
  await expect(makePdf("receipt", { ...sampleReceipt("de"), title: { de: "x".repeat(6_000_000), other: "" } })).rejects.toThrow(RangeError);
  expect((await makePdf("disclosure-letter", sampleDisclosure, ON)).length).toBeGreaterThan(5000);
});

test("the program that makes papers is not loaded into this one", () => {
  const loaded = Object.keys(createRequire(join(import.meta.dirname, "x.cjs")).cache);
  expect(loaded.filter((file) => file.includes("typst-ts-node-compiler"))).toEqual([]);
});
