import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import ExcelJS from "exceljs";
import * as fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Refused } from "../kernel/errors.ts";
import { KeyDestroyed, openVault, type Vault } from "../vault/index.ts";
import { contentDisposition, deleteFile, downloadHeaders, FileDamaged, FileMissing, listStored, readFile, safeFileName, sweepUnfinished, writeFile } from "./index.ts";

const binding = { tenant: "t1", table: "files", column: "content", row: "r1", version: 1 };
let home: string;
let dir: string;
let keys: Vault;
let keyRef: string;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "einklang-files-"));
  keys = await openVault(join(home, "keys"));
});
beforeEach(() => {
  dir = mkdtempSync(join(home, "files-"));
  keyRef = keys.newKey();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const source = (...parts: (Uint8Array | string)[]): Readable => Readable.from(parts.map((part) => Buffer.from(part)));
const write = (bytes: Uint8Array, fileName: string | null = null, maxBytes = 10_000_000) =>
  writeFile(source(bytes), { keys, keyRef, binding, dir, maxBytes, fileName });
async function read(storedName: string, other: Partial<typeof binding> = {}): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await readFile({ keys, keyRef, binding: { ...binding, ...other }, dir, storedName })) parts.push(part);
  return Buffer.concat(parts);
}
const pathOf = (storedName: string): string => join(dir, storedName.slice(34, 36), storedName);
const everything = (): string[] => readdirSync(dir, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => e.name);
async function codesOf(work: Promise<unknown>): Promise<string[]> {
  const error: unknown = await work.then(() => null, (e: unknown) => e);
  if (!(error instanceof Refused)) throw new Error(`not refused: ${String(error)}`);
  for (const { sentence } of error.refusals) expect(sentence).toMatch(/^[A-ZÄÖÜ].*\.$/);
  return error.refusals.map((r) => r.code);
}
const bytes = (size: number): Buffer => Buffer.from(Array.from({ length: size }, (_, i) => (i * 31 + (i >> 8)) & 0xff));

describe("stored bytes", () => {
  test("any content in any pieces comes back whole, also around the edges of a chunk", async () => {
    for (const size of [1, 65_535, 65_536, 65_537, 131_072, 200_000]) {
      const content = bytes(size);
      const { storedName, size: written } = await write(content);
      expect(written).toBe(size);
      expect((await read(storedName)).equals(content)).toBe(true);
    }
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ minLength: 1, maxLength: 90_000 }), { minLength: 1, maxLength: 5 }), async (parts) => {
        const { storedName } = await writeFile(source(...parts), { keys, keyRef, binding, dir, maxBytes: 1e6, fileName: null });
        expect((await read(storedName)).equals(Buffer.concat(parts))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test("the disk shows neither the words nor the name, and equal files look different", async () => {
    const content = Buffer.from("Attest: posttraumatische Belastung ".repeat(100));
    const [a, b] = [await write(content, "attest.txt"), await write(content, "attest.txt")];
    const [onDiskA, onDiskB] = [readFileSync(pathOf(a.storedName)), readFileSync(pathOf(b.storedName))];
    expect(onDiskA.includes("Attest")).toBe(false);
    expect(onDiskA.subarray(24).equals(onDiskB.subarray(24))).toBe(false);
    expect(everything().join()).not.toContain("attest");
  });

  test("the fingerprint tells equal files inside one case, and nothing across cases", async () => {
    const content = bytes(1000);
    const one = await write(content);
    const two = await write(content);
    expect(one.fingerprint.equals(two.fingerprint)).toBe(true);
    keyRef = keys.newKey();
    expect((await write(content)).fingerprint.equals(one.fingerprint)).toBe(false);
  });

  test("cut anywhere, at a chunk's edge too, lengthened, swapped or bent by a bit, a file is damaged", async () => {
    const content = bytes(65_536 * 3 + 100);
    const { storedName } = await write(content);
    const path = pathOf(storedName);
    const good = readFileSync(path);
    const chunk = 65_536 + 16;
    const at = (i: number): Buffer => good.subarray(24 + i * chunk, 24 + (i + 1) * chunk);
    const head = good.subarray(0, 24);
    const bent = (position: number): Buffer => {
      const copy = Buffer.from(good);
      copy[position] = copy[position]! ^ 0x10;
      return copy;
    };
    const bad: Record<string, Buffer> = {
      nothing: Buffer.alloc(0), "half a head": good.subarray(0, 11), "head alone": head,
      "cut at an edge": good.subarray(0, 24 + 2 * chunk), "cut by a byte": good.subarray(0, -1), "cut in a tag": good.subarray(0, 24 + chunk + 5),
      longer: Buffer.concat([good, Buffer.alloc(1)]), "chunk appended": Buffer.concat([good, at(0)]),
      swapped: Buffer.concat([head, at(1), at(0), at(2), at(3)]), repeated: Buffer.concat([head, at(0), at(0), at(2), at(3)]),
      "one left out": Buffer.concat([head, at(0), at(2), at(3)]),
      "bit in the head": bent(3), "bit in the salt": bent(15), "bit in the first chunk": bent(100), "bit in the last tag": bent(good.length - 1),
    };
    for (const [what, stored] of Object.entries(bad)) {
      writeFileSync(path, stored);
      await expect(read(storedName), what).rejects.toThrow(FileDamaged);
    }
    writeFileSync(path, good);
    expect((await read(storedName)).equals(content)).toBe(true);
  });

  test("one file's bytes do not open in the place of another, nor in another row", async () => {
    const [a, b] = [await write(bytes(10)), await write(bytes(10))];
    const stored = readFileSync(pathOf(a.storedName));
    await expect(read(a.storedName, { row: "r2" })).rejects.toThrow(FileDamaged);
    const other = Buffer.concat([readFileSync(pathOf(b.storedName)).subarray(0, 24), stored.subarray(24)]);
    writeFileSync(pathOf(b.storedName), other);
    await expect(read(b.storedName)).rejects.toThrow(FileDamaged);
  });

  test("when the case's key is destroyed its files are gone", async () => {
    const { storedName } = await write(bytes(10));
    await keys.destroy([keyRef]);
    await expect(read(storedName)).rejects.toThrow(KeyDestroyed);
  });

  test("an upload that breaks off, is too large or empty leaves nothing behind", async () => {
    async function* breaking(): AsyncGenerator<Buffer> {
      yield bytes(200_000);
      throw new Error("connection lost");
    }
    const options = { keys, keyRef, binding, dir, maxBytes: 1_000_000, fileName: null };
    await expect(writeFile(breaking(), options)).rejects.toThrow("connection lost");
    expect(await codesOf(writeFile(source(bytes(700_000), bytes(700_000)), options))).toEqual(["file-too-large"]);
    expect(await codesOf(writeFile(source(), options))).toEqual(["file-empty"]);
    expect(await codesOf(write(Buffer.from("MZ\0\0"), "a.txt"))).toContain("file-is-program");
    expect(everything()).toEqual([]);
  });

  test("a reader that goes away, before or after its first byte, leaves no open file", async () => {
    const { storedName } = await write(bytes(300_000));
    const open = (): number => readdirSync("/proc/self/fd").length;
    const before = open();
    for (let i = 0; i < 5; i += 1) {
      const unread = await readFile({ keys, keyRef, binding, dir, storedName });
      await unread.return?.();
      for await (const part of await readFile({ keys, keyRef, binding, dir, storedName })) if (part.length > 0) break;
    }
    expect(open()).toBeLessThanOrEqual(before);
  });

  test("deleting may be repeated; a missing file says so; a name that is a path is no name", async () => {
    const { storedName } = await write(bytes(10));
    const stored: string[] = [];
    for await (const name of listStored(dir)) stored.push(name);
    expect(stored).toEqual([storedName]);
    await deleteFile(dir, storedName);
    await deleteFile(dir, storedName);
    expect(existsSync(pathOf(storedName))).toBe(false);
    await expect(read(storedName)).rejects.toThrow(FileMissing);
    await expect(deleteFile(dir, "../../keys/signing.key")).rejects.toThrow("not a stored name");
  });

  test("what a crash left half-written goes after a day", async () => {
    await write(bytes(1));
    for (const name of ["old.part", "young.part"]) writeFileSync(join(dir, "unfinished", name), "x");
    utimesSync(join(dir, "unfinished", "old.part"), new Date(0), new Date(0));
    expect(await sweepUnfinished(dir)).toBe(1);
    expect(readdirSync(join(dir, "unfinished"))).toEqual(["young.part"]);
  });
});

/** A ZIP of stored (uncompressed) empty entries: enough of a container to be told by its names. */
function zip(names: readonly string[], before = Buffer.alloc(0)): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = before.length;
  for (const name of names) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    locals.push(local, Buffer.from(name));
    entries.push(entry, Buffer.from(name));
    at += 30 + name.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([before, ...locals, directory, end]);
}

const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n");
const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const jpeg = Buffer.concat([Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex"), Buffer.alloc(50, 1), Buffer.from("ffd9", "hex")]);
const heic = Buffer.concat([Buffer.from("00000018", "hex"), Buffer.from("ftypheic\0\0\0\0mif1heic")]);
const docx = zip(["[Content_Types].xml", "_rels/.rels", "word/document.xml"]);
const mz = Buffer.concat([Buffer.from("MZ\x90\0\x03\0\0\0", "latin1"), Buffer.alloc(200)]);

describe("kinds", () => {
  test("each kind of the allow list is recognised by its content", async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet("Fälle").addRow(["Name", "Geburtsdatum"]);
    const xlsx = Buffer.from(await workbook.xlsx.writeBuffer());
    const good: [Buffer, string, string][] = [
      [pdf, "Bescheid vom 12.3.2024.PDF", "pdf"], [png, "a.png", "png"], [jpeg, "IMG_1.JPG", "jpeg"], [jpeg, "b.jpeg", "jpeg"], [heic, "c.heic", "heic"],
      [docx, "Lebenslauf.docx", "docx"], [xlsx, "Fallliste.xlsx", "xlsx"], [jpeg, "Foto", "jpeg"],
      [Buffer.from("Müller;Özgür\r\n", "latin1"), "liste.csv", "csv"], [Buffer.from("\ufeffNotiz: ☎"), "x.txt", "txt"], [Buffer.from("\ufeffTabelle\t", "utf16le"), "u.txt", "txt"],
      [Buffer.from("MZ-Nummer;Name\n12;Ali\n"), "mz.csv", "csv"],
    ];
    for (const [content, name, kind] of good) expect((await write(content, name)).kind, name).toBe(kind);
  });

  test("what is dangerous, disguised or unknown is refused with a German sentence and its reason", async () => {
    const bad: [Buffer, string, string][] = [
      [mz, "rechnung.pdf", "file-is-program"], [mz, "setup.exe", "file-is-program"], [Buffer.from("#!/bin/sh\nrm -rf /\n"), "notiz.txt", "file-is-program"],
      [Buffer.concat([mz, pdf]), "bescheid.pdf", "file-is-two-things"], [Buffer.concat([jpeg, pdf]), "foto.jpg", "file-is-two-things"],
      [zip(["evil.class"], pdf), "bescheid.pdf", "file-is-two-things"], [zip(["evil.class"], png), "bild.png", "file-is-two-things"],
      [Buffer.from("<!DOCTYPE html><script>alert(1)</script>"), "seite.html", "file-is-markup"], [Buffer.from("  <svg onload=alert(1)>"), "bild.svg", "file-is-markup"],
      [Buffer.from("Hallo\n<script>alert(1)</script>"), "brief.txt", "file-is-markup"],
      [zip(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]), "brief.docx", "file-has-macros"],
      [Buffer.from("d0cf11e0a1b11ae1000000", "hex"), "liste.xlsx", "file-is-locked-or-old"],
      [png, "bescheid.pdf", "file-name-disagrees"], [pdf, "liste.xlsx", "file-name-disagrees"], [docx, "liste.xlsx", "file-name-disagrees"],
      [pdf, "rechnung.exe.pdf", "file-name-two-extensions"], [pdf, "rechnung\u202efdp.pdf", "file-name-deceives"],
      [docx.subarray(0, -5), "brief.docx", "file-unreadable"], [Buffer.concat([docx, Buffer.from("x")]), "brief.docx", "file-unreadable"], [zip(["a.txt"]), "archiv.zip", "file-kind-unknown"],
      [pdf, "bescheid.pdf.exe", "file-kind-unknown"], [Buffer.from([0, 1, 2, 3]), "daten.txt", "file-unreadable"], [Buffer.from("text"), "ohne-endung", "file-kind-unknown"],
    ];
    for (const [content, name, code] of bad) expect(await codesOf(write(content, name)), name).toContain(code);
    expect(everything()).toEqual([]);
  });

  test("a page that takes only lists refuses a photo, and says what it takes", async () => {
    const options = { keys, keyRef, binding, dir, maxBytes: 1000, fileName: "a.png", allow: ["xlsx", "csv"] as const };
    expect(await codesOf(writeFile(source(png), options))).toEqual(["file-kind-not-here"]);
  });
});

describe("handing out", () => {
  test("a header is one line of ASCII for any name, and the exact name comes back from it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom("pdf" as const, "csv" as const), (name, kind) => {
        const safe = safeFileName(name, kind);
        expect(safe).toMatch(new RegExp(`^[^/\\\\:*?"<>|]+\\.${kind}$`, "u"));
        const header = contentDisposition("attachment", safe);
        expect(header).toMatch(/^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[\w!#$&+.^`|~%-]+$/);
        expect(decodeURIComponent(header.split("UTF-8''")[1]!)).toBe(safe);
      }),
      { numRuns: 500 },
    );
  });

  test("names people use stay readable; paths, Windows devices and hidden marks go", () => {
    expect(safeFileName("Bescheid Jäger.pdf", "pdf")).toBe("Bescheid Jäger.pdf");
    expect(safeFileName("../../etc/passwd", "txt")).toBe("passwd.txt");
    expect(safeFileName("C:\\Users\\x\\شهادة.pdf", "pdf")).toBe("شهادة.pdf");
    expect(safeFileName("con.pdf", "pdf")).toBe("Datei con.pdf");
    expect(safeFileName("a\u202efdp.exe", "pdf")).toBe("afdp.exe.pdf");
    expect(safeFileName("", "jpeg")).toBe("Datei.jpg");
    expect(contentDisposition("attachment", "Größe Jäger.pdf")).toBe("attachment; filename=\"Groesse Jaeger.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20J%C3%A4ger.pdf");
  });

  test("only PDF and pictures are shown in place, and never with rights of their own", () => {
    expect(downloadHeaders("pdf", "a.pdf", true)["content-disposition"]).toMatch(/^inline/);
    for (const kind of ["txt", "csv", "docx", "xlsx", "heic"] as const) expect(downloadHeaders(kind, "a", true)["content-disposition"]).toMatch(/^attachment/);
    expect(downloadHeaders("pdf", "a.pdf")).toMatchObject({ "x-content-type-options": "nosniff", "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'self'" });
  });
});
