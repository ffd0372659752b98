import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { dayOf } from "../kernel/calendar-day.ts";
import { Refused } from "../kernel/errors.ts";
import { type Columns, interpretRow, matchInputOf, readTable, recogniseColumns, type Sheet } from "../intake/index.ts";
import { comparePersons, measurePairs, proposePairs, type MatchInput, type Measure, type Pair } from "../persons/index.ts";
import { idsOf, readTruth, type Truth } from "./duplicates-truth.ts";

/** Measures the search for duplicates on a list against a truth file. Prints, changes nothing. `--paare` prints every pair. */
const WORST = 15;

interface List {
  readonly headings: string;
  readonly rowNumbers: readonly string[];
  readonly persons: readonly MatchInput[];
}

const knownIn = (columns: Columns): number => Object.values(columns).filter((column) => column !== null).length;

/** As the import reads it: any separator, any order of columns, the sheet in which most columns are recognised. */
async function readList(path: string): Promise<List> {
  const table = await readTable(await readFile(path), basename(path));
  const sheets = table.sheets.map((sheet) => ({ sheet, found: recogniseColumns(sheet.rows) }));
  const [best] = sheets.toSorted((a, b) => knownIn(b.found.columns) - knownIn(a.found.columns) || b.sheet.rows.length - a.sheet.rows.length);
  if (best === undefined) throw new Error(`${path}: kein Tabellenblatt`);
  const { columns, headerRow } = best.found;
  if (columns.family === null && columns.given === null && columns.wholeName === null) throw new Error(`${path}: keine Spalte mit Namen erkannt`);
  const today = dayOf(new Date());
  const rows = bodyOf(best.sheet, headerRow).map((cells) => interpretRow(cells, columns, today)).filter((row) => !row.blank);
  return {
    headings: Object.entries(columns).filter(([, column]) => column !== null).map(([field]) => field).join(", "),
    rowNumbers: rows.map((row) => row.rowNumber.trim()),
    persons: rows.map((row, index) => matchInputOf(row, String(index + 1))),
  };
}
const bodyOf = (sheet: Sheet, headerRow: number | null): Sheet["rows"] => sheet.rows.slice(headerRow === null ? 0 : headerRow + 1);

const line = (p: MatchInput | undefined): string =>
  p === undefined ? "?" : [p.id, `${p.family}, ${p.given}`, p.birth ? `${p.birth.day ?? "?"}.${p.birth.month ?? "?"}.${p.birth.year}` : "–", p.nationalities?.[0] ?? "–", p.phones?.[0] ?? "–", p.addresses?.[0]?.street ?? "–"].join(" | ");

function print(measure: Measure, pairs: readonly Pair[], list: readonly MatchInput[], milliseconds: number, isLong: boolean): void {
  const byId = new Map(list.map((person) => [person.id, person]));
  const percent = (share: number): string => share.toFixed(4);
  console.log(`Zeilen            ${list.length} (${milliseconds} ms)`);
  console.log(`vorgeschlagen     ${measure.proposed}`);
  console.log(`wahre Paare       ${measure.truePairs}, davon gefunden ${measure.found}`);
  console.log(`Genauigkeit       ${percent(measure.precision)}`);
  console.log(`Trefferquote      ${percent(measure.recall)}`);
  console.log(`F1                ${percent(measure.f1)}`);
  const show = (a: string, b: string, score: number): void => console.log(`  ${score.toFixed(1).padStart(6)}  ${line(byId.get(a))}\n          ${line(byId.get(b))}`);
  if (isLong) console.log("\nVorgeschlagen, die sichersten zuerst:");
  for (const pair of isLong ? pairs : []) show(pair.a, pair.b, pair.score);
  if (measure.wrong.length > 0) console.log(`\nZu Unrecht vorgeschlagen (${measure.wrong.length}), die sichersten zuerst:`);
  for (const pair of measure.wrong.slice(0, WORST)) show(pair.a, pair.b, pair.score);
  const missed = measure.missed.flatMap(([a, b]) => {
    const [x, y] = [byId.get(a), byId.get(b)];
    return x === undefined || y === undefined ? [] : [{ a, b, score: comparePersons(x, y).score }];
  });
  if (missed.length > 0) console.log(`\nNicht gefunden (${missed.length}), die unähnlichsten zuerst:`);
  for (const pair of missed.toSorted((x, y) => x.score - y.score).slice(0, WORST)) show(pair.a, pair.b, pair.score);
}

function named(list: List, truth: Truth): MatchInput[] {
  const ids = idsOf(list.rowNumbers, truth);
  return list.persons.map((person, index) => ({ ...person, id: ids[index] ?? person.id }));
}

async function main(): Promise<void> {
  const options = process.argv.slice(2).filter((word) => word.startsWith("--"));
  const [listPath, truthPath] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
  if (listPath === undefined || truthPath === undefined) throw new Error("Aufruf: npm run duplicates:check -- LISTE.csv WAHRHEIT.csv [--paare]");
  const [read, truth] = [await readList(listPath), await readTruth(truthPath)];
  const list = named(read, truth);
  const started = Date.now();
  const pairs = proposePairs(list);
  console.log(`erkannt           ${read.headings}`);
  print(measurePairs(pairs, truth), pairs, list, Date.now() - started, options.includes("--paare"));
}

// whoever pipes into head has read enough
process.stdout.on("error", () => process.exit(0));
try {
  await main();
} catch (error) {
  console.error(error instanceof Refused ? error.refusals.map((refusal) => refusal.sentence).join("\n") : error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
