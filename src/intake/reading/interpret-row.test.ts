import * as fc from "fast-check";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { calendarDay } from "../../kernel/calendar-day.ts";
import { measurePairs, proposePairs } from "../../persons/index.ts";
import type { Cell } from "./cell.ts";
import { HEADINGS, type Field } from "./column-headings.data.ts";
import { interpretRow } from "./interpret-row.ts";
import { matchInputOf } from "./match-input.ts";
import { readTable } from "./read-table.ts";
import { recogniseColumns, type Columns } from "./recognise-columns.ts";

const today = calendarDay("2026-11-22");
const cell = (text: string): Cell => (text === "" ? { kind: "empty", text } : { kind: "text", text });
const table = (...rows: string[][]): Cell[][] => rows.map((row) => row.map(cell));
const found = (...rows: string[][]): Partial<Record<Field, number>> => Object.fromEntries(Object.entries(recogniseColumns(table(...rows)).columns).filter(([, column]) => column !== null)) as Partial<Record<Field, number>>;
const example = async (name: string): Promise<readonly (readonly Cell[])[]> => (await readTable(await readFile(new URL(`../../../data/${name}`, import.meta.url)), name)).sheets[0]?.rows ?? [];

describe("recognising columns", () => {
  test("headings in other spellings, below a title", () => {
    const rows = [["Fallliste KIM 2026"], [], ["Familienname", "Vorname(n)", "geb. am", "m/w/d", "Staatsang.", "Aufenthaltstitel", "Handy", "zuständig", "WV", "Notizen", "Hund"], ["Bah", "Ali", "1.2.1990", "m", "Guinea", "Duldung", "0151 2345678", "Brandt", "1.12.26", "x", "ja"]];
    expect(found(...rows)).toEqual({ family: 0, given: 1, birth: 2, gender: 3, nationality: 4, residenceStatus: 5, phone: 6, manager: 7, followUp: 8, remark: 9 });
    expect(recogniseColumns(table(...rows))).toMatchObject({ headerRow: 2, unrecognised: [{ column: 10, heading: "Hund" }] });
  });

  test("Name means the family name beside Vorname, and both where it holds both", () => {
    expect(found(["Name", "Vorname"], ["Bah", "Ali"])).toEqual({ family: 0, given: 1 });
    expect(found(["Name", "Geburtstag"], ["Bah, Ali", "1.2.1990"])).toEqual({ wholeName: 0, birth: 1 });
    expect(found(["Name, Vorname", "Geburtstag"], ["Bah, Ali", "1.2.1990"])).toEqual({ wholeName: 0, birth: 1 });
  });

  test("Status is the residence status or the phase, as its content says", () => {
    expect(found(["Nachname", "Vorname", "Status"], ["Bah", "Ali", "Duldung"]).residenceStatus).toBe(2);
    expect(found(["Nachname", "Vorname", "Status"], ["Bah", "Ali", "Warteliste"]).phase).toBe(2);
  });

  test("a column without heading is recognised by its content", () => {
    expect(found(["Nachname", "Vorname", ""], ["Bah", "Ali", "0151 2345678"], ["Sow", "Binta", "+49 152 345678"]).phone).toBe(2);
  });

  test("a sheet without headings has none", () => {
    expect(recogniseColumns(table(["JC = Jobcenter, GFK = Flüchtlingseigenschaft"])).headerRow).toBeNull();
    expect(recogniseColumns([]).headerRow).toBeNull();
  });
});

describe("interpreting rows", () => {
  test("a row says what is unclear, by column and in words", () => {
    const rows = table(["Nachname", "Vorname", "Geb.-Datum", "Staatsangeh.", "Einreise"], ["Rahimi", "Zahra", "31.02.1998", "Ira.", "1990"]);
    const row = interpretRow(rows[1] ?? [], recogniseColumns(rows).columns, today);
    expect(row.problems.map((problem) => problem.field)).toEqual(["birth", "nationality", "entry", "entry"]);
    expect(row.problems.map((problem) => problem.sentence)).toContain("Staatsangehörigkeit: „Ira.“ ist mehrdeutig: Irak oder Iran.");
  });

  test("Warteliste in the column of managers or status makes a waiting-list row", () => {
    const rows = table(["Nachname", "Vorname", "zuständig"], ["Bah", "Ali", "Warteliste"]);
    expect(interpretRow(rows[1] ?? [], recogniseColumns(rows).columns, today).waitingList).toMatchObject({ value: true, certainty: "clear" });
  });

  test("a row with nothing but its number is blank", () => {
    const rows = table(["Nr.", "Nachname", "Vorname"], ["7", "", " "]);
    expect(interpretRow(rows[1] ?? [], recogniseColumns(rows).columns, today).blank).toBe(true);
  });

  test.each(["fallliste.csv", "fallliste.xlsx"])("%s: nothing unreadable, and what is doubtful are abbreviated nationalities and waiting lists", async (name) => {
    const rows = await example(name);
    const { headerRow, columns } = recogniseColumns(rows);
    const read = rows.slice((headerRow ?? 0) + 1).map((cells) => interpretRow(cells, columns, today));
    expect(read).toHaveLength(640);
    const problems = read.flatMap((row) => row.problems);
    expect(problems.filter((problem) => problem.certainty === "unreadable")).toEqual([]);
    expect(new Set(problems.map((problem) => problem.field))).toEqual(new Set(["nationality", "remark"]));
  });

  test("the duplicates of the example list: precision at least 0.98 at recall at least 0.97", async () => {
    const rows = await example("fallliste.csv");
    const truth = new Map((await example("fallliste.truth.csv")).slice(1).map((row) => [row[0]?.text ?? "", row[1]?.text ?? ""]));
    const { columns } = recogniseColumns(rows);
    const list = rows.slice(1).map((cells) => interpretRow(cells, columns, today)).map((row) => matchInputOf(row, row.rowNumber));
    const measure = measurePairs(proposePairs(list), truth);
    expect(measure.truePairs).toBe(118);
    expect(measure.precision).toBeGreaterThanOrEqual(0.98);
    expect(measure.recall).toBeGreaterThanOrEqual(0.97);
  });
});

describe("whatever stands in the cells", () => {
  const fields = Object.keys(HEADINGS) as Field[];
  const columns = Object.fromEntries(fields.map((field, column) => [field, column])) as Columns;
  const seeds = ["§ 25 Abs. ", "1.1.", "ca. ", "(", "0151", "Warteliste", "\u0000", "شبنم", "=", "/", ",", "99999", "٣", "Schule/Kita", "Fr. ", "I", "ß", "İ", "💥"];
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.constantFrom(...seeds), { maxLength: 6 }).map((parts) => parts.join("")), fc.date({ noInvalidDate: true }).map((day) => day.toISOString()));

  test("interpreting never throws, keeps the original and never puts a birth or a past day silently into the future", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: fields.length, maxLength: fields.length }), (texts) => {
        const row = interpretRow(texts.map(cell), columns, today);
        for (const field of ["birth", "gender", "nationality", "residenceStatus", "entry", "phone", "email", "accessOn", "lifeAreas", "lastContact", "followUp", "household", "phase"] as const) {
          expect(row[field].original).toBe(texts[columns[field] ?? 0]);
          if (row[field].certainty !== "clear") expect(row[field].note).toBeTruthy();
          if (row[field].certainty === "unreadable") expect(row[field].value).toBeNull();
        }
        if (row.birth.value !== null) expect((row.birth.value.on ?? String(row.birth.value.year)) <= today).toBe(true);
        for (const past of [row.entry, row.lastContact]) if (past.value?.on != null && past.value.on > today) expect(past.certainty).toBe("check");
      }),
      { numRuns: 600 },
    );
  });

  test("recognising columns never throws and gives a column to one field only", () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { maxLength: 8 }), { maxLength: 6 }), (rows) => {
        const taken = Object.values(recogniseColumns(table(...rows)).columns).filter((column) => column !== null);
        expect(new Set(taken).size).toBe(taken.length);
      }),
      { numRuns: 200 },
    );
  });
});
