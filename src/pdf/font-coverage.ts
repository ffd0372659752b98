/** Code points for which a TrueType font has a glyph: from its table cmap, formats 4 and 12. */
export function coveredBy(font: Buffer): ReadonlySet<number> {
  const covered = new Set<number>();
  const cmap = tableAt(font, "cmap");
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4);
    const format = font.readUInt16BE(at);
    if (format === 12) addGroups(font, at, covered);
    if (format === 4) addSegments(font, at, covered);
  }
  return covered;
}

function tableAt(font: Buffer, tag: string): number {
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + i * 16;
    if (font.toString("latin1", entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`The font has no table ${tag}.`);
}

function addGroups(font: Buffer, at: number, covered: Set<number>): void {
  for (let i = 0; i < font.readUInt32BE(at + 12); i++) {
    const group = at + 16 + i * 12;
    const [first, last, glyph] = [font.readUInt32BE(group), font.readUInt32BE(group + 4), font.readUInt32BE(group + 8)];
    for (let code = first; code <= last; code++) if (glyph + code - first !== 0) covered.add(code);
  }
}

function addSegments(font: Buffer, at: number, covered: Set<number>): void {
  const length = font.readUInt16BE(at + 6);
  const [ends, starts, deltas, offsets] = [at + 14, at + 16 + length, at + 16 + 2 * length, at + 16 + 3 * length];
  for (let i = 0; i < length; i += 2) {
    const offset = font.readUInt16BE(offsets + i);
    const start = font.readUInt16BE(starts + i);
    for (let code = start; code <= font.readUInt16BE(ends + i) && code < 0xffff; code++) {
      const direct = offset === 0 ? code : font.readUInt16BE(offsets + i + offset + 2 * (code - start));
      if (direct !== 0 && ((direct + font.readUInt16BE(deltas + i)) & 0xffff) !== 0) covered.add(code);
    }
  }
}
