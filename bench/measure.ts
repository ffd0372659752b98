import { availableParallelism } from "node:os";
import { bareRun, type BareRun, withoutReader } from "./bare-run.ts";
import type { BareAnswer, BareQuestion } from "./bare-process.ts";
import type { Statement } from "./capture.ts";
import { type Child, startChild } from "./child.ts";
import { cpuOf, cpuOfDatabase } from "./cpu-time.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { loadFor, type Slice } from "./http-load.ts";
import type { Place } from "./place.ts";
import type { ServerAnswer, ServerQuestion } from "./server-process.ts";
import type { Subject, Workload } from "./workloads.ts";

export interface Pace {
  readonly connections: number;
  readonly rounds: number;
  readonly sliceMs: number;
}
/** The product, and the same statements twice over: as they are, and without what knows who asks. */
export interface Rig {
  readonly port: number;
  readonly server: Child<ServerQuestion, ServerAnswer>;
  readonly same: Child<BareQuestion, BareAnswer>;
  readonly plain: Child<BareQuestion, BareAnswer>;
  readonly dataDir: string;
  close(): Promise<void>;
}
/** Milliseconds of a core for one request: in the process that answers or asks, and in the database. */
export interface Work {
  readonly process: number;
  readonly database: number;
}
export interface Measured {
  readonly key: string;
  readonly label: string;
  readonly connections: number;
  readonly product: Figures;
  readonly bareSame: Figures;
  readonly barePlain: Figures;
  /** throughput against the same statements without row security */
  readonly ratio: number;
  /** and against them without session, context and questions about rights too */
  readonly ratioPlain: number;
  /** work for one request; unlike times it hardly depends on what else the machine does */
  readonly work: { readonly product: Work; readonly same: Work };
  readonly statements: { readonly least: number; readonly most: number };
  readonly leastRatio?: number;
  readonly mostP95?: number;
  /** subjects for which the bare statements found other rows than the product */
  readonly otherRows: number;
}

export async function openRig(place: Place, connections: number): Promise<Rig> {
  const server = startChild<ServerQuestion, ServerAnswer>("server-process.ts", place.env);
  const same = startChild<BareQuestion, BareAnswer>("bare-process.ts");
  const plain = startChild<BareQuestion, BareAnswer>("bare-process.ts");
  const close = async (): Promise<void> => {
    await Promise.all([server, same, plain].map((child) => child.stop()));
  };
  try {
    for (const bare of [same, plain]) await bare.ask({ kind: "connect", connection: place.bare, connections });
    const answer = await server.ask({ kind: "port" });
    return { port: "port" in answer ? answer.port : 0, server, same, plain, dataDir: place.env.EINKLANG_DATA_DIR!, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function statementsOf(rig: Rig, subject: Subject): Promise<readonly Statement[]> {
  const request = subject.request();
  const answer = await rig.server.ask({ kind: "capture", request });
  if (!("statements" in answer)) throw new Error("no statements");
  if (answer.status >= 300) throw new Error(`${request.method} ${request.path}: ${answer.status} ${answer.body}`);
  return answer.statements;
}

/** A slice of the product, a slice of each bare process, and again: what disturbs the machine disturbs all three. */
export async function measureWorkload(rig: Rig, workload: Workload, pace: Pace): Promise<Measured> {
  const runs: BareRun[] = [];
  const plainRuns: BareRun[] = [];
  for (const subject of workload.subjects) {
    const run = bareRun(await statementsOf(rig, subject), await statementsOf(rig, subject), subject.reader.tenantId);
    runs.push(run);
    plainRuns.push(withoutReader(run, subject.reader));
  }
  await rig.same.ask({ kind: "runs", runs });
  await rig.plain.ask({ kind: "runs", runs: plainRuns });
  const otherRows = compareRows(runs, (await rig.same.ask({ kind: "once" })).rows) + compareRows(plainRuns, (await rig.plain.ask({ kind: "once" })).rows);
  let at = 0;
  const next = () => workload.subjects[at++ % workload.subjects.length]!.request();
  const slices: Record<"product" | "same" | "plain", Slice[]> = { product: [], same: [], plain: [] };
  const connections = workload.mostP95 === undefined ? pace.connections : Math.min(pace.connections, availableParallelism());
  const spent = { product: { process: 0, database: 0 }, same: { process: 0, database: 0 }, plain: { process: 0, database: 0 } };
  const counted = async (lane: keyof typeof slices, child: { readonly pid: number }, work: () => Promise<Slice>): Promise<Slice> => {
    const [own, database] = [cpuOf(child.pid), cpuOfDatabase(rig.dataDir)];
    const slice = await work();
    spent[lane].process += cpuOf(child.pid) - own;
    spent[lane].database += cpuOfDatabase(rig.dataDir) - database;
    return slice;
  };
  const turn = async (ms: number): Promise<Record<keyof typeof slices, Slice>> => ({
    product: await counted("product", rig.server, () => loadFor(rig.port, connections, ms, next)),
    same: await counted("same", rig.same, () => rig.same.ask({ kind: "measure", ms, connections })),
    plain: await counted("plain", rig.plain, () => rig.plain.ask({ kind: "measure", ms, connections })),
  });
  // plans are made and code is compiled before anything counts
  await turn(Math.min(500, pace.sliceMs));
  for (const lane of Object.values(spent)) Object.assign(lane, { process: 0, database: 0 });
  for (let round = 0; round < pace.rounds; round += 1) {
    const got = await turn(pace.sliceMs);
    for (const lane of ["product", "same", "plain"] as const) slices[lane].push(got[lane]);
  }
  const [product, bareSame, barePlain] = [figuresOf(slices.product), figuresOf(slices.same), figuresOf(slices.plain)];
  const counts = runs.map((run) => run.statements.length);
  const { key, label, leastRatio, mostP95 } = workload;
  return {
    key, label, connections, product, bareSame, barePlain, otherRows,
    ratio: ratioOf(product, bareSame), ratioPlain: ratioOf(product, barePlain), work: { product: each(spent.product, product), same: each(spent.same, bareSame) },
    statements: { least: Math.min(...counts), most: Math.max(...counts) },
    ...(leastRatio === undefined ? {} : { leastRatio }), ...(mostP95 === undefined ? {} : { mostP95 }),
  };
}

const each = (spent: Work, { count }: Figures): Work => ({ process: Math.round((spent.process / count) * 100) / 100, database: Math.round((spent.database / count) * 100) / 100 });

const ratioOf = (product: Figures, bare: Figures): number => Math.round((product.perSecond / bare.perSecond) * 100) / 100;

/** A bare statement that finds other rows than the product's does other work, and the ratio says nothing. */
const compareRows = (runs: readonly BareRun[], rows: readonly (readonly number[])[]): number =>
  runs.filter((run, i) => JSON.stringify(run.rows) !== JSON.stringify(rows[i])).length;
