import { readFileSync } from "node:fs";
import type { BenchOptions } from "./options.ts";
import { measureImport, type ImportFigures } from "./import-list.ts";
import { type Measured, measureWorkload, openRig, type Rig } from "./measure.ts";
import { loadTenant, openPlace, type Place, settle, type Tenant } from "./place.ts";
import { type ExportFigures, measureExport } from "./export-list.ts";
import { measureReassigning } from "./reassign.ts";
import { measureVault } from "./vault-values.ts";
import type { Figures } from "./figures.ts";
import { workloadsFor } from "./workloads.ts";

export interface SizeResult {
  readonly cases: number;
  readonly loadSeconds: number;
  readonly measured: readonly Measured[];
  readonly reassigning: Figures | null;
  readonly exporting: ExportFigures | null;
  /** of all tenants of the installation at that moment */
  readonly persons: { readonly here: number; readonly all: number };
  /** of the server process, at its highest */
  readonly megabytes: number;
}
export interface BenchResult {
  readonly sizes: readonly SizeResult[];
  readonly list: (ImportFigures & { readonly megabytesOfServer: number }) | null;
  /** microseconds per value */
  readonly vault: Readonly<Record<string, number>>;
  readonly postgres: string;
}
type Say = (text: string) => void;

/** Loads, measures, loads more, measures again. The large tenant stands beside the small one in the same database. */
export async function runBench(options: BenchOptions, say: Say): Promise<BenchResult> {
  const place = await openPlace();
  const interrupted = (): void => void place.close().finally(() => process.exit(130));
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, interrupted);
  try {
    const sizes: SizeResult[] = [];
    for (const cases of options.sizes) {
      say(`${cases} Fälle werden geladen …`);
      let told = Date.now();
      const tenant = await loadTenant(place, `Kreis Messung ${cases}`, cases, (done) => {
        if (Date.now() - told > 10_000) say(`  ${done} von ${cases}`);
        if (Date.now() - told > 10_000) told = Date.now();
      });
      say(`  geladen in ${tenant.loadSeconds.toFixed(0)} s`);
      sizes.push(await withRig(place, options, (rig) => measureSize(place, rig, tenant, options, say)));
    }
    const list = await measureList(place, options, say).catch((error: Error) => failedList(error, say));
    return { sizes, list, vault: wanted(options, "vault") ? await measureVault() : {}, postgres: place.store.postgres.version };
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"]) process.off(signal, interrupted);
    await place.close();
  }
}

// a server process of its own for each size: its memory is that of this load alone
async function withRig<T>(place: Place, options: BenchOptions, work: (rig: Rig) => Promise<T>): Promise<T> {
  const rig = await openRig(place, options.pace.connections);
  try {
    return await work(rig);
  } finally {
    await rig.close();
  }
}

const wanted = (options: BenchOptions, key: string): boolean => options.only.length === 0 || options.only.includes(key);

async function measureSize(place: Place, rig: Rig, tenant: Tenant, options: BenchOptions, say: Say): Promise<SizeResult> {
  const measured: Measured[] = [];
  for (const workload of await workloadsFor(place.owner, tenant)) {
    if (!wanted(options, workload.key)) continue;
    const one = await measureWorkload(rig, workload, options.pace);
    say(`  ${one.label}: ${one.product.perSecond.toFixed(0)}/s, p95 ${one.product.p95.toFixed(1)} ms, Verhältnis ${one.ratio.toFixed(2)} (${one.ratioPlain.toFixed(2)})`);
    measured.push(one);
  }
  const reassigning = wanted(options, "reassign") ? await measureReassigning(place, rig.port, tenant, options.pace.rounds * 3) : null;
  if (reassigning !== null) say(`  300 Fälle neu zuweisen: p50 ${reassigning.p50.toFixed(0)} ms`);
  const megabytes = peakMegabytes(rig.server.pid);
  const exporting = wanted(options, "export") ? await measureExport(rig.port, rig.server.pid, tenant) : null;
  if (exporting !== null) say(`  Liste als CSV: ${exporting.rows} Zeilen in ${exporting.seconds.toFixed(1)} s`);
  return { cases: tenant.cases, loadSeconds: tenant.loadSeconds, measured, reassigning, exporting, persons: await countPersons(place, tenant), megabytes };
}

async function countPersons(place: Place, tenant: Tenant): Promise<SizeResult["persons"]> {
  const { rows } = await place.owner.query<{ here: number; all: number }>('select count(*) filter (where tenant_id = $1)::integer as here, count(*)::integer as "all" from app.persons', [tenant.id]);
  return rows[0]!;
}

async function measureList(place: Place, options: BenchOptions, say: Say): Promise<BenchResult["list"]> {
  if (options.rows === 0 || !wanted(options, "import")) return null;
  say(`Eine Liste mit ${options.rows} Zeilen wird eingelesen …`);
  const tenant = await loadTenant(place, "Kreis Messung Liste", 40, () => undefined);
  const list = await withRig(place, options, async (rig) => ({ ...(await measureImport(place, rig.port, tenant, options.rows, say)), megabytesOfServer: peakMegabytes(rig.server.pid) }));
  await settle(place);
  return list;
}

/** The last thing measured: a list that cannot be imported does not cost the figures before it. */
function failedList(error: Error, say: Say): null {
  say(`  NICHT GEMESSEN: ${error.message}`);
  process.exitCode = 1;
  return null;
}

/** Linux keeps the highest mark itself, so that no peak falls between two looks. */
function peakMegabytes(pid: number): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}
