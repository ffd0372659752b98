import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { dayOf } from "../kernel/calendar-day.ts";
import { Refused } from "../kernel/errors.ts";
import { interpretRow, matchInputOf, readTable, recogniseColumns, type Sheet } from "../intake/index.ts";
import { comparePersons, measurePairs, proposePairs, type MatchInput, type Measure } from "../persons/index.ts";

/** Measures the search for duplicates on a list against a truth file (row number; person). Prints, changes nothing. */
const WORST = 15;

function personsOf(sheet: Sheet): MatchInput[] {
  const { headerRow, columns } = recogniseColumns(sheet.rows);
  const today = dayOf(new Date());
  return sheet.rows.slice(headerRow === null ? 0 : headerRow + 1).flatMap((cells, index) => {
    const row = interpretRow(cells, columns, today);
    return row.blank ? [] : [matchInputOf(row, row.rowNumber === "" ? String(index + 1) : row.rowNumber)];
  });
}

async function readSheet(path: string): Promise<Sheet> {
  const table = await readTable(await readFile(path), basename(path));
  const [sheet] = table.sheets.toSorted((a, b) => b.rows.length - a.rows.length);
  if (sheet === undefined) throw new Error(`${path}: kein Tabellenblatt`);
  return sheet;
}

async function readTruth(path: string): Promise<Map<string, string>> {
  const sheet = await readSheet(path);
  return new Map(sheet.rows.filter((row) => /^\d+$/.test(row[0]?.text.trim() ?? "")).map((row) => [row[0]?.text.trim() ?? "", row[1]?.text.trim() ?? ""]));
}

const line = (p: MatchInput | undefined): string =>
  p === undefined ? "?" : [p.id, `${p.family}, ${p.given}`, p.birth ? `${p.birth.day ?? "?"}.${p.birth.month ?? "?"}.${p.birth.year}` : "–", p.nationalities?.[0] ?? "–", p.phones?.[0] ?? "–", p.addresses?.[0]?.street ?? "–"].join(" | ");

function print(measure: Measure, list: readonly MatchInput[], milliseconds: number): void {
  const byId = new Map(list.map((person) => [person.id, person]));
  const percent = (share: number): string => share.toFixed(4);
  console.log(`Zeilen            ${list.length} (${milliseconds} ms)`);
  console.log(`vorgeschlagen     ${measure.proposed}`);
  console.log(`wahre Paare       ${measure.truePairs}, davon gefunden ${measure.found}`);
  console.log(`Genauigkeit       ${percent(measure.precision)}`);
  console.log(`Trefferquote      ${percent(measure.recall)}`);
  console.log(`F1                ${percent(measure.f1)}`);
  const show = (a: string, b: string, score: number): void => console.log(`  ${score.toFixed(1).padStart(6)}  ${line(byId.get(a))}\n          ${line(byId.get(b))}`);
  if (measure.wrong.length > 0) console.log(`\nZu Unrecht vorgeschlagen (${measure.wrong.length}), die sichersten zuerst:`);
  for (const pair of measure.wrong.slice(0, WORST)) show(pair.a, pair.b, pair.score);
  const missed = measure.missed.flatMap(([a, b]) => {
    const [x, y] = [byId.get(a), byId.get(b)];
    return x === undefined || y === undefined ? [] : [{ a, b, score: comparePersons(x, y).score }];
  });
  if (missed.length > 0) console.log(`\nNicht gefunden (${missed.length}), die unähnlichsten zuerst:`);
  for (const pair of missed.toSorted((x, y) => x.score - y.score).slice(0, WORST)) show(pair.a, pair.b, pair.score);
}

async function main(): Promise<void> {
  const [listPath, truthPath] = process.argv.slice(2);
  if (listPath === undefined || truthPath === undefined) throw new Error("Aufruf: npm run duplicates:check -- LISTE.csv WAHRHEIT.csv");
  const list = personsOf(await readSheet(listPath));
  const truth = await readTruth(truthPath);
  const started = Date.now();
  const pairs = proposePairs(list);
  print(measurePairs(pairs, truth), list, Date.now() - started);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Refused ? error.refusals.map((refusal) => refusal.sentence).join("\n") : error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
