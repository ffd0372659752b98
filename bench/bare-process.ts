// The same SQL through the same driver, without row security, routes, keys and pages: what the product is compared with.
import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { answerAsChild } from "./child.ts";
import type { BareRun, BareStatement } from "./bare-run.ts";

export type BareQuestion =
  | { readonly kind: "connect"; readonly connection: pg.ClientConfig; readonly connections: number }
  | { readonly kind: "runs"; readonly runs: readonly BareRun[] }
  | { readonly kind: "once" }
  | { readonly kind: "measure"; readonly ms: number; readonly connections: number };
export type BareAnswer = { readonly latencies: Float64Array; readonly ms: number; readonly rows: readonly (readonly number[])[] };

const NOTHING: BareAnswer = { latencies: new Float64Array(), ms: 0, rows: [] };
let clients: pg.Client[] = [];
let runs: readonly BareRun[] = [];
let next = 0;

const nameOf = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 24);
const names = new Map<string, string>();

function send(client: pg.Client, statement: BareStatement, made: Map<string, string>): Promise<pg.QueryResult> {
  const { text, values, fresh, isPrepared } = statement;
  if (!isPrepared) return client.query(text);
  const given = [...values];
  for (const at of fresh) {
    const before = String(given[at]);
    if (!made.has(before)) made.set(before, randomUUID());
    given[at] = made.get(before);
  }
  if (!names.has(text)) names.set(text, nameOf(text));
  return client.query({ name: names.get(text)!, text, values: given });
}

/** One transaction as the product sent it: what left in one flight leaves in one flight. */
async function runOne(client: pg.Client, run: BareRun): Promise<number[]> {
  const made = new Map<string, string>();
  let flight: Promise<pg.QueryResult>[] = [];
  const rows: number[] = [];
  const land = async (): Promise<void> => {
    for (const result of await Promise.all(flight)) rows.push(result.rows.length);
    flight = [];
  };
  for (const statement of run.statements) {
    if (statement.waits) await land();
    flight.push(send(client, statement, made));
  }
  await land();
  return rows;
}

async function measure(ms: number, connections: number): Promise<BareAnswer> {
  const latencies: number[] = [];
  const began = performance.now();
  await Promise.all(clients.slice(0, connections).map(async (client) => {
    for (;;) {
      const at = performance.now();
      if (at - began >= ms) return;
      await runOne(client, runs[next++ % runs.length]!);
      latencies.push(performance.now() - at);
    }
  }));
  return { latencies: Float64Array.from(latencies), ms: performance.now() - began, rows: [] };
}

async function answer(question: BareQuestion): Promise<BareAnswer> {
  switch (question.kind) {
    case "connect":
      clients = Array.from({ length: question.connections }, () => new pg.Client({ ...question.connection, pipeline: true } as pg.ClientConfig));
      await Promise.all(clients.map((client) => client.connect()));
      return NOTHING;
    case "runs":
      ({ runs } = question);
      return NOTHING;
    case "once": {
      const rows: number[][] = [];
      for (const run of runs) rows.push(await runOne(clients[0]!, run));
      return { ...NOTHING, rows };
    }
    case "measure":
      return measure(question.ms, question.connections);
  }
}

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
answerAsChild(answer, async () => {
  await Promise.all(clients.map((client) => client.end()));
});
