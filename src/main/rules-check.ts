import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseCalendarDay } from "../kernel/calendar-day.ts";
import { checkVector, explain, factCatalogue, FactsRefused, findRule, readFacts, vectorsOf, type Trace, type VectorResult } from "../rules/index.ts";

/** Compares the rules with worked examples. Prints, changes nothing; exit code 1 where one deviates. */
const SHIPPED = fileURLToPath(new URL("../../data/law/vectors.json", import.meta.url));
const USAGE = "Aufruf: npm run rules:check -- [DATEI.json] [--explain ID]";

interface Asked {
  readonly file: string;
  readonly explain: string | null;
}

function readArguments(args: readonly string[]): Asked {
  const rest = [...args];
  const at = rest.indexOf("--explain");
  const explained = at === -1 ? [] : rest.splice(at, 2);
  const [file, ...more] = rest;
  if ((at !== -1 && explained.length < 2) || more.length > 0 || file?.startsWith("--")) throw new Problem(USAGE);
  return { file: file ?? SHIPPED, explain: explained[1] ?? null };
}

class Problem extends Error {}

async function readVectors(file: string): Promise<readonly unknown[]> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Problem(`${file}: nicht lesbar`);
  });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new Problem(`${file}: kein JSON (${(error as Error).message})`);
  }
  const vectors = vectorsOf(json);
  if (vectors === null) throw new Problem(`${file}: erwartet wird eine Liste oder ein Objekt mit „vectors“`);
  return vectors;
}

function printDeviation(result: VectorResult): void {
  console.log(`${result.id}  ${result.rule}`);
  console.log(`  expected  ${result.expected}`);
  console.log(`  got       ${result.got}`);
  for (const reason of result.why) console.log(`  why       ${reason}`);
}

function printTrace(trace: Trace): void {
  if (trace.result.kind === "refused") return console.log(trace.result.sentence);
  for (const condition of trace.conditions) {
    console.log(`${condition.state.padEnd(8)} ${condition.id}  ${condition.title}  (${condition.citation})`);
    for (const [key, value] of Object.entries(condition.values)) console.log(`           ${key}: ${JSON.stringify(value)}`);
    for (const used of condition.thresholds) console.log(`           ${used.id} = ${used.value} ${used.unit}, seit ${used.inForceSince ?? "?"}: ${used.citation}${used.isUnverified ? " (nicht geprüft)" : ""}`);
    if (condition.missing.length > 0) console.log(`           unbekannt: ${condition.missing.join(", ")}`);
    if (condition.state === "bridged") console.log(`           Ermessen: ${condition.bridge?.sentence ?? ""} (${condition.bridge?.citation ?? ""})`);
  }
  for (const row of trace.rows) console.log(`${row.applies.padEnd(11)} ${row.outcome}  ${row.sentence}  (${row.citation})`);
}

type Vector = Readonly<Record<string, unknown>>;

function explainVector(vectors: readonly unknown[], id: string): void {
  const vector = vectors.find((candidate) => (candidate as Vector | null)?.["id"] === id) as Vector | undefined;
  if (vector === undefined) throw new Problem(`${id}: kein solches Beispiel`);
  const rule = findRule(String(vector["rule"]));
  const day = parseCalendarDay(String(vector["asOf"]));
  if (rule === undefined || day === null) throw new Problem(`${id}: Regel oder Tag unbekannt`);
  console.log(`${rule.norm}: ${rule.title}, am ${day}`);
  try {
    printTrace(explain(rule, readFacts(factCatalogue, vector["facts"] as Vector).facts, day));
  } catch (error) {
    if (!(error instanceof FactsRefused)) throw error;
    for (const problem of error.problems) console.log(problem);
  }
  const result = checkVector(vector, 0);
  console.log(`=> ${result.got}, expected ${result.expected}: ${result.passed ? "passed" : "FAILED"}`);
  if (!result.passed) process.exitCode = 1;
}

async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2));
  const vectors = await readVectors(asked.file);
  if (asked.explain !== null) return explainVector(vectors, asked.explain);
  const results = vectors.map((vector, index) => checkVector(vector, index));
  const failed = results.filter((result) => !result.passed);
  for (const result of failed) printDeviation(result);
  console.log(`${results.length - failed.length} passed, ${failed.length} failed`);
  if (failed.length > 0) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Problem ? error.message : (error as Error).stack);
  process.exitCode = 1;
}
