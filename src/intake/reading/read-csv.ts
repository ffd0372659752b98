import { checkPlace, EMPTY, refuseFile, textCell, type Cell, type Table } from "./cell.ts";

interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

const looksUtf16 = (bytes: Uint8Array, zeroAt: 0 | 1): boolean => {
  const sample = bytes.subarray(0, 2000);
  let zeros = 0;
  for (let i = zeroAt; i < sample.length; i += 2) if (sample[i] === 0) zeros += 1;
  return sample.length >= 4 && zeros > sample.length / 4;
};

/** By its mark, by its zero bytes, as UTF-8 where it is that without error, else as Windows-1252. */
export function decodeText(bytes: Uint8Array): Decoded {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || looksUtf16(bytes, 1)) return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "UTF-16" };
  if ((a === 0xfe && b === 0xff) || looksUtf16(bytes, 0)) return { text: new TextDecoder("utf-16be").decode(bytes), encoding: "UTF-16" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "Windows-1252 (ANSI)" };
  }
}

/** The separator that splits the first lines most evenly; line breaks inside quotes do not count. */
export function guessSeparator(text: string): string {
  const head = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, "").split(/\r\n|\n|\r/).filter((line) => line.trim() !== "").slice(0, 30);
  let best = ";";
  let bestScore = 0;
  for (const separator of [";", "\t", ",", "|"]) {
    const counts = head.map((line) => line.split(separator).length - 1).filter((n) => n > 0);
    const usual = counts.sort((x, y) => x - y)[Math.floor(counts.length / 2)] ?? 0;
    const score = counts.filter((n) => n === usual).length * (1 + Math.min(usual, 20) / 10);
    if (score > bestScore) [best, bestScore] = [separator, score];
  }
  return best;
}

class CsvReader {
  readonly #text: string;
  readonly #separator: string;
  #at = 0;
  #line = 1;

  constructor(text: string, separator: string) {
    this.#text = text;
    this.#separator = separator;
  }

  #quoted(): string {
    const startLine = this.#line;
    const parts: string[] = [];
    this.#at += 1;
    for (;;) {
      const end = this.#text.indexOf('"', this.#at);
      if (end === -1)
        throw refuseFile("file-open-quote", `Ein Anführungszeichen in Zeile ${startLine} der Datei wird nicht geschlossen. Bitte ergänzen oder löschen Sie es dort und laden Sie die Datei erneut hoch.`);
      const piece = this.#text.slice(this.#at, end);
      for (const char of piece) if (char === "\n") this.#line += 1;
      parts.push(piece);
      this.#at = end + 1;
      if (this.#text[this.#at] !== '"') return parts.join("");
      parts.push('"');
      this.#at += 1;
    }
  }

  /** One field, without the separator or line break behind it. Quotes inside an unquoted field are letters. */
  #field(): string {
    const quoted = this.#text[this.#at] === '"' ? this.#quoted() : "";
    const start = this.#at;
    while (this.#at < this.#text.length && this.#text[this.#at] !== this.#separator && this.#text[this.#at] !== "\n" && this.#text[this.#at] !== "\r") this.#at += 1;
    return quoted + this.#text.slice(start, this.#at);
  }

  *rows(): Generator<string[]> {
    let row: string[] = [];
    while (this.#at < this.#text.length) {
      row.push(this.#field());
      checkPlace(this.#line, row.length - 1, "Die Datei");
      const next = this.#text[this.#at];
      if (next === this.#separator) {
        this.#at += 1;
        if (this.#at === this.#text.length) row.push("");
        continue;
      }
      this.#at += next === "\r" && this.#text[this.#at + 1] === "\n" ? 2 : 1;
      this.#line += 1;
      yield row;
      row = [];
    }
    if (row.length > 0) yield row;
  }
}

// A leading = + - @ makes Excel compute; here it stays text, and whoever writes files out has to defuse it.
const csvCell = (raw: string, row: number, column: number): Cell => {
  const cell = textCell(raw, /^\s*=/.test(raw) ? "formula" : "text", row, column);
  return cell.kind === "formula" ? { ...cell, note: "Formel: als Text übernommen, nicht ausgerechnet." } : cell;
};

function countOf(text: string, letter: string): number {
  let count = 0;
  for (let at = text.indexOf(letter); at !== -1; at = text.indexOf(letter, at + 1)) count += 1;
  return count;
}

export const CSV_SHEET = "CSV";

export interface CsvRows {
  readonly notes: readonly string[];
  /** line by line, from the beginning each time: a long list is gone through twice rather than kept */
  readonly rows: () => Generator<readonly Cell[]>;
}

export function openCsv(bytes: Uint8Array): CsvRows {
  const { text: decoded, encoding } = decodeText(bytes);
  const zeros = countOf(decoded, "\u0000");
  if (zeros > decoded.length / 100) throw refuseFile("file-not-text", "Die Datei ist keine Textdatei: Sie enthält Nullzeichen. Bitte speichern Sie die Liste in Excel als .xlsx oder als CSV.");
  const marked = /^\ufeff?sep=(.)\r?\n/i.exec(decoded);
  // sliced, not replaced: a copy of a long list is a second list in memory
  const text = decoded.slice(marked?.[0].length ?? (decoded.charCodeAt(0) === 0xfeff ? 1 : 0));
  if (text.trim() === "") throw refuseFile("file-empty", "Die Datei ist leer. Bitte wählen Sie die Datei mit der Liste.");
  const separator = marked?.[1] ?? guessSeparator(text);
  const shown = separator === "\t" ? "Tabulator" : separator;
  return { rows: () => cellsOf(text, separator), notes: [`Zeichensatz ${encoding}, Trennzeichen „${shown}“ erkannt.`] };
}

function* cellsOf(text: string, separator: string): Generator<readonly Cell[]> {
  let number = 0;
  for (const fields of new CsvReader(text, separator).rows()) {
    number += 1;
    checkPlace(number, 0, "Die Datei");
    yield fields.length === 1 && fields[0] === "" ? [] : fields.map((field, column) => (field === "" ? EMPTY : csvCell(field, number, column)));
  }
}

export function readCsv(bytes: Uint8Array): Table {
  const { rows, notes } = openCsv(bytes);
  return { sheets: [{ name: CSV_SHEET, hidden: false, rows: [...rows()] }], notes };
}
