import { crc32, deflateRawSync } from "node:zlib";

interface Part {
  readonly name: string;
  readonly content: string | Buffer;
  /** what the directory says it unpacks to, where that is to be a lie */
  readonly claimedSize?: number;
  readonly encrypted?: boolean;
}

/** A zip file made by hand, so that tests can lie in it. */
export function zipFile(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = deflateRawSync(content);
    const name = Buffer.from(part.name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc32(content), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(content.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(part.encrypted === true ? 1 : 0, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(content), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(part.claimedSize ?? content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, name, packed);
    directory.push(entry, name);
    offset += 30 + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>`;

/** The smallest workbook around the `<row>` elements of one sheet. */
export function workbookParts(rows: string, more: { workbook?: string; shared?: string; styles?: string } = {}): Part[] {
  return [
    { name: "xl/workbook.xml", content: `${HEAD}<workbook xmlns:r="r">${more.workbook ?? ""}<sheets><sheet name="Liste" sheetId="1" r:id="rId1"/></sheets></workbook>` },
    { name: "xl/_rels/workbook.xml.rels", content: `${HEAD}<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>` },
    { name: "xl/sharedStrings.xml", content: `${HEAD}<sst>${more.shared ?? ""}</sst>` },
    { name: "xl/styles.xml", content: `${HEAD}<styleSheet>${more.styles ?? ""}</styleSheet>` },
    { name: "xl/worksheets/sheet1.xml", content: `${HEAD}<worksheet><sheetData>${rows}</sheetData></worksheet>` },
  ];
}
