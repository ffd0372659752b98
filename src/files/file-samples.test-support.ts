import { deflateRawSync, deflateSync } from "node:zlib";

/** A real ZIP of deflated entries. `lie`: the directory says that each unpacks to one byte. */
export function zipOf(entries: Readonly<Record<string, string | Buffer>>, lie = false): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(entries)) {
    const plain = Buffer.from(content as string);
    const packed = deflateRawSync(plain);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(lie ? 1 : plain.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(lie ? 1 : plain.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    locals.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(Object.keys(entries).length, 8);
  end.writeUInt16LE(Object.keys(entries).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, list, end]);
}

const TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** A Word file with one paragraph a text, and whatever else is put in. */
export function docxOf(paragraphs: readonly string[], more: Readonly<Record<string, string | Buffer>> = {}, body = ""): Buffer {
  const text = paragraphs.map((p) => `<w:p><w:r><w:t xml:space="preserve">${p}</w:t></w:r></w:p>`).join("");
  return zipOf({
    "[Content_Types].xml": TYPES, "_rels/.rels": RELS,
    "word/document.xml": `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${text}${body}</w:body></w:document>`, ...more,
  });
}
export const relationship = (type: string, target: string, mode = "External"): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="${mode}"/></Relationships>`;

/** A PDF of these objects; a packed one is put into a stream as PDF writers do. */
export function pdfOf(objects: readonly string[], packed: readonly string[] = []): Buffer {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  for (const [i, object] of objects.entries()) parts.push(Buffer.from(`${i + 1} 0 obj\n${object}\nendobj\n`));
  for (const [i, object] of packed.entries()) {
    const bytes = deflateSync(Buffer.from(`${i + 50} 0 ${object}`));
    parts.push(Buffer.from(`${i + 90} 0 obj\n<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n`), bytes, Buffer.from("\nendstream\nendobj\n"));
  }
  parts.push(Buffer.from("trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"));
  return Buffer.concat(parts);
}

export const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

/** A JPEG of one grey pixel, taken with the telephone on its side in front of the town hall of Lindenau. */
export function photograph(orientation = 6): Buffer {
  const gps = Buffer.from(`Exif\0\0MM\0*\0\0\0\b\0\x02\x01\x12\0\x03\0\0\0\x01\0${String.fromCharCode(orientation)}\0\0\x88\x25\0\x04\0\0\0\x01\0\0\0&\0\0\0\0GPSLatitude 51.3167 Lindenau`, "latin1");
  return Buffer.concat([Buffer.from([0xff, 0xd8]), GREY_PIXEL.subarray(2, 20), segment(0xe1, gps), segment(0xfe, Buffer.from("<script>alert(1)</script>")), GREY_PIXEL.subarray(20), Buffer.from("behind the end: 51.3167 Lindenau")]);
}
function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
export const GREY_PIXEL = Buffer.from(
  "/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=", "base64");
