import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import type { Measured, Work } from "./measure.ts";
import type { BenchOptions } from "./options.ts";
import type { BenchResult, SizeResult } from "./run.ts";

type Row = readonly string[];
const ms = (value: number): string => value.toFixed(value < 100 ? 1 : 0);
const mark = (holds: boolean): string => (holds ? "ja" : "NEIN");

function lay(rows: readonly Row[]): string {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows.map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join("  ").trimEnd()).join("\n");
}

function goalOf(row: Measured): Row {
  if (row.leastRatio !== undefined) return [`Verh. ≥ ${row.leastRatio}`, mark(row.ratio >= row.leastRatio)];
  if (row.mostP95 !== undefined) return [`p95 ≤ ${row.mostP95} ms`, mark(row.product.p95 <= row.mostP95)];
  return ["", ""];
}

function sizeTable(size: SizeResult): string {
  const head: Row = ["", "Verb.", "je s", "p50", "p95", "p99", "bloß je s", "Verh.", "o. Sitzung", "Anw.", "Ziel", ""];
  const rows = size.measured.map((row): Row => [
    row.label, String(row.connections), row.product.perSecond.toFixed(0), ms(row.product.p50), ms(row.product.p95), ms(row.product.p99), row.bareSame.perSecond.toFixed(0), row.ratio.toFixed(2), row.ratioPlain.toFixed(2),
    row.statements.least === row.statements.most ? String(row.statements.most) : `${row.statements.least}–${row.statements.most}`, ...goalOf(row),
  ]);
  const { reassigning: r } = size;
  if (r !== null) rows.push(["300 Fälle neu zuweisen", "1", r.perSecond.toFixed(1), ms(r.p50), ms(r.p95), ms(r.p99), "", "", "", "", "≤ 3 s", mark(r.p95 <= 3000)]);
  const { exporting: e } = size;
  if (e !== null) rows.push([`Liste als CSV, ${e.rows} Zeilen`, "1", "", "", "", "", "", "", "", "", `${e.seconds.toFixed(1)} s ≤ 60 s`, mark(e.seconds <= 60)]);
  rows.push(["Speicher des Servers, höchstens", "", "", "", "", "", "", "", "", "", `${size.megabytes} MB ≤ 300`, mark(size.megabytes <= 300)]);
  const odd = size.measured.filter((row) => row.otherRows > 0).map((row) => `\n  Achtung, die bloßen Anweisungen fanden andere Zeilen: ${row.label} (${row.otherRows})`);
  const held = e === null ? "" : `\n  Während der Liste als CSV (${e.megabytes} MB) hielt der Server höchstens ${e.heldAtMost} MB, davor ${e.heldBefore}.`;
  const loaded = `geladen in ${size.loadSeconds.toFixed(0)} s, ${(size.cases / size.loadSeconds).toFixed(0)} Fälle je s`;
  return `${size.cases} Fälle in einer Kommune mit ${size.persons.here} Personen, ${size.persons.all} in allen (${loaded}; Zeiten in ms)\n\n${lay([head, ...rows])}${held}${odd.join("")}${workTable(size)}`;
}

/** What a request costs, wherever the machine is: the ratio here is work against work. */
function workTable(size: SizeResult): string {
  const sum = (work: Work): number => work.process + work.database;
  const rows = size.measured.map(({ label, work: { product, same } }): Row => [label, product.process.toFixed(2), product.database.toFixed(2), same.process.toFixed(2), same.database.toFixed(2), (sum(same) / sum(product)).toFixed(2)]);
  return rows.length === 0 ? "" : `\n\nRechenzeit je Anfrage in ms\n\n${lay([["", "Server", "Datenbank", "bloß", "Datenbank", "Verh."], ...rows])}`;
}

/** p95 at each further size against that at the first. */
function growthTable([small, ...others]: readonly SizeResult[]): string {
  const tables = others.map((large) => {
    const rows = large.measured.flatMap((row): Row[] => {
      const before = small?.measured.find((one) => one.key === row.key);
      if (before === undefined) return [];
      const times = row.product.p95 / before.product.p95;
      return [[row.label, ms(before.product.p95), ms(row.product.p95), times.toFixed(2), "≤ 1.3", mark(times <= 1.3)]];
    });
    return rows.length === 0 ? "" : `\n\np95 bei ${large.cases} gegen ${small?.cases ?? 0} Fälle\n\n${lay([["", "dort", "hier", "mal", "Ziel", ""], ...rows])}`;
  });
  return tables.join("");
}

function vaultTable({ vault }: BenchResult): string {
  const values = Object.entries(vault);
  return values.length === 0 ? "" : `\n\nTresor, ein Text von 600 Zeichen: ${values.map(([what, micros]) => `${what} ${micros} µs`).join(", ")}`;
}

function listTable({ list }: BenchResult): string {
  if (list === null) return "";
  return `\n\nListe mit ${list.rows} Zeilen (${list.megabytes} MB): Vorschau mit Dublettenprüfung ${list.previewSeconds.toFixed(1)} s (${list.doubles} Zeilen ähneln einer anderen), Übernahme ${list.commitSeconds.toFixed(1)} s, vorher sichtbare Fälle: ${list.visibleBefore}, Speicher höchstens ${list.megabytesOfServer} MB`;
}

export const tableOf = (result: BenchResult): string =>
  `${result.sizes.map((size) => sizeTable(size)).join("\n\n")}${growthTable(result.sizes)}${listTable(result)}${vaultTable(result)}
\nVerb.: Verbindungen, die ohne Pause fragen. Verh.: Durchsatz gegen dieselben Anweisungen, mit Sitzung und Protokoll, ohne Zeilensicherheit, über denselben Treiber im Wechsel gemessen.
o. Sitzung: gegen dieselben ohne Sitzung und ohne Fragen nach Rechten. Anw.: Anweisungen einer Anfrage mit begin und commit.`;

const FOLDER = join(import.meta.dirname, "results");

/** `bench/results/2026-11-22-2cores-1000-100000.json`: what was measured, where, when and with what. */
export function writeResult(result: BenchResult, options: BenchOptions, began: Date): string {
  const commit = git("rev-parse", "--short", "HEAD");
  const machine = { cores: availableParallelism(), cpu: cpus()[0]?.model ?? "", memoryGb: Math.round(totalmem() / 2 ** 30), load: loadavg().map((value) => Math.round(value * 100) / 100) };
  const file = join(FOLDER, `${began.toISOString().slice(0, 10)}-${machine.cores}cores-${options.sizes.join("-")}.json`);
  mkdirSync(FOLDER, { recursive: true });
  const about = { began: began.toISOString(), seconds: Math.round((Date.now() - began.getTime()) / 1000), machine, versions: { node: process.version, postgres: result.postgres, commit, changed: git("status", "--porcelain", "src", "db") !== "" }, options };
  writeFileSync(file, `${JSON.stringify({ ...about, ...result }, null, 1)}\n`);
  return file;
}

function git(...args: string[]): string {
  try {
    return execFileSync("git", args, { cwd: import.meta.dirname, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "";
  }
}
