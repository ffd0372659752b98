import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { readTable } from "../intake/index.ts";

/** row → person; every two rows of one person are a true pair */
export type Truth = ReadonlyMap<string, string>;

const OF_ROWS = /^(lfd|laufende|nr|nummer|zeile|row|id|record|satz)/i;
const OF_PERSONS = /person|mensch|gruppe|group|cluster|entity/i;

/** Two columns: the row and who it is, in either order; or, where both are rows, the pairs themselves. */
export async function readTruth(path: string): Promise<Truth> {
  const table = await readTable(await readFile(path), basename(path));
  const rows = (table.sheets[0]?.rows ?? []).map((row) => row.map((cell) => cell.text.trim())).filter((row) => (row[0] ?? "") !== "" && (row[1] ?? "") !== "");
  const [head] = rows;
  if (head === undefined) throw new Error(`${path}: keine zwei Spalten`);
  const hasHead = !/^\d+$/.test(head[0] ?? "") || !/^\d+$/.test(head[1] ?? "");
  const lines = hasHead ? rows.slice(1) : rows;
  const [first, second] = hasHead ? [head[0] ?? "", head[1] ?? ""] : ["", ""];
  if (hasHead && !OF_PERSONS.test(first) && !OF_PERSONS.test(second) && OF_ROWS.test(first) && OF_ROWS.test(second)) return ofPairs(lines);
  const isTurned = OF_PERSONS.test(first) && !OF_PERSONS.test(second);
  return new Map(lines.map((row) => (isTurned ? [row[1] ?? "", row[0] ?? ""] : [row[0] ?? "", row[1] ?? ""])));
}

/** Rows that are linked, by however many steps, are one person. */
function ofPairs(lines: readonly (readonly string[])[]): Truth {
  const person = new Map<string, string>();
  const find = (row: string): string => {
    const up = person.get(row);
    return up === undefined || up === row ? row : find(up);
  };
  for (const [a = "", b = ""] of lines) {
    person.set(a, find(a));
    person.set(find(b), find(a));
  }
  return new Map([...person.keys()].map((row) => [row, find(row)]));
}

/** The list's own numbers where the truth file means those, else the place of the row in the list, from 1. */
export function idsOf(rowNumbers: readonly string[], truth: Truth): string[] {
  const known = rowNumbers.filter((number) => truth.has(number)).length;
  const isUnique = new Set(rowNumbers).size === rowNumbers.length;
  return rowNumbers.map((number, index) => (isUnique && known > 0 ? number : String(index + 1)));
}
