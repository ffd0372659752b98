import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kindredList } from "../persons/matching/kindred-list.test-support.ts";
import type { MatchInput } from "../persons/index.ts";

const root = join(import.meta.dirname, "..", "..");
const countries = new Map((parse(readFileSync(join(root, "data", "codelists", "destatis-staatsangehoerigkeit-2021.csv"), "utf8"), { columns: true, bom: true }) as { code: string; label: string }[]).map((c) => [c.code, c.label]));
const made = kindredList(4711, 300);
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "einklang-check-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const two = (n: number | null | undefined): string => String(n ?? 0).padStart(2, "0");
/** In the ways people type it, by turns. */
function day(person: MatchInput, at: number): string {
  const birth = person.birth!;
  if (birth.month === null) return birth.estimated ? `ca. ${birth.year}` : String(birth.year);
  return at % 3 === 0 ? `${birth.year}-${two(birth.month)}-${two(birth.day)}` : at % 3 === 1 ? `${two(birth.day)}.${two(birth.month)}.${birth.year}` : `${birth.day}.${birth.month}.${birth.year}`;
}
const CELLS: Readonly<Record<string, (person: MatchInput, at: number) => string>> = {
  "Lfd. Nr.": (person) => person.id, Nachname: (person) => person.family, Vorname: (person) => person.given, "Geb.-Datum": day, "Geschl.": ({ gender }) => (gender === "female" ? "w" : gender === "male" ? "m" : ""),
  "Staatsangeh.": (person) => countries.get(person.nationalities?.[0] ?? "") ?? "", Straße: (person) => person.addresses?.[0]?.street ?? "", PLZ: (person) => person.addresses?.[0]?.postcode ?? "", Telefon: (person) => person.phones?.[0] ?? "",
};
const table = (columns: readonly string[]): string[][] => [[...columns], ...made.rows.map((person, at) => columns.map((column) => CELLS[column]!(person, at)))];
const csv = (rows: readonly (readonly string[])[], separator: string): string => rows.map((row) => row.map((cell) => (cell.includes(separator) ? `"${cell}"` : cell)).join(separator)).join("\r\n");

function check(list: string, truth: string, ...more: string[]): { text: string; precision: number; recall: number } {
  const run = spawnSync(process.execPath, ["--import", "tsx", join(root, "src", "main", "duplicates-check.ts"), list, truth, ...more], { cwd: root, encoding: "utf8" });
  expect(run.stderr).toBe("");
  const figure = (name: string): number => Number(new RegExp(`${name} +([\\d.]+)`).exec(run.stdout)?.[1]);
  return { text: run.stdout, precision: figure("Genauigkeit"), recall: figure("Trefferquote") };
}
const write = (name: string, content: string | Uint8Array): string => {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
};
const grouped = (): string => csv([["lfd_nr", "person"], ...[...made.truth].map(([row, person]) => [row, String(person)])], ",");

describe("duplicates:check reads any list of this kind", () => {
  const usual = Object.keys(CELLS);

  test.each([
    ["semicolons, the usual order", usual, ";"],
    ["commas, another order", ["Telefon", "Vorname", "Nachname", "PLZ", "Straße", "Staatsangeh.", "Geschl.", "Geb.-Datum", "Lfd. Nr."], ","],
    ["tabs, no numbers", usual.slice(1), "\t"],
    ["bars", [...usual].reverse(), "|"],
  ] as const)("%s", (_name, columns, separator) => {
    const { text, precision, recall } = check(write("liste.csv", csv(table(columns), separator)), write("wahr.csv", grouped()));
    expect(text).toContain(`Zeilen            ${made.rows.length} `);
    expect(precision).toBeGreaterThanOrEqual(0.96);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  test("an Excel file with a title and another sheet, and a truth file that names the person first", async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet("Notizen").addRows(Array.from({ length: 900 }, (_, i) => [`Notiz ${i}`]));
    book.addWorksheet("Fälle").addRows([["Fallliste, Stand November"], [], ...table(usual)]);
    const list = write("liste.xlsx", new Uint8Array(await book.xlsx.writeBuffer()));
    const turned = csv([["person", "lfd_nr"], ...[...made.truth].map(([row, person]) => [String(person), row])], ";");
    expect(check(list, write("turned.csv", turned)).recall).toBeGreaterThanOrEqual(0.95);
  });

  test("a truth file of pairs, and every proposed pair printed", () => {
    const rowsOf = Map.groupBy(made.truth.keys(), (row) => made.truth.get(row));
    const pairs = [...rowsOf.values()].flatMap((rows) => rows.slice(1).map((row) => [rows[0]!, row]));
    const { text, recall } = check(write("liste.csv", csv(table(usual), ";")), write("pairs.csv", csv([["row_a", "row_b"], ...pairs], ",")), "--paare");
    expect(recall).toBeGreaterThanOrEqual(0.95);
    expect(text).toContain("Vorgeschlagen, die sichersten zuerst:");
  });
});

test("the example list as the documents name it: the goal of the product", () => {
  for (const name of ["fallliste.csv", "fallliste.xlsx"]) {
    const { precision, recall } = check(join("data", name), join("data", "fallliste.truth.csv"));
    expect(precision, name).toBeGreaterThanOrEqual(0.98);
    expect(recall, name).toBeGreaterThanOrEqual(0.97);
  }
});
