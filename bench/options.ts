import { parseArgs } from "node:util";
import type { Pace } from "./measure.ts";

export interface BenchOptions {
  readonly sizes: readonly number[];
  /** rows of the imported list; 0: none is imported */
  readonly rows: number;
  readonly pace: Pace;
  /** rows of the table to measure; empty: all */
  readonly only: readonly string[];
  readonly write: boolean;
}

export const USAGE = "Aufruf: npm run bench -- [--sizes 1000,100000,10900] [--rows 10000] [--connections 8] [--rounds 3] [--only case.api,list.api] [--quick] [--no-file]";

/** Throws an Error in German for what cannot be meant. */
export function parseOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: "string" }, rows: { type: "string" }, connections: { type: "string" }, rounds: { type: "string" }, slice: { type: "string" }, only: { type: "string" },
      quick: { type: "boolean", default: false }, "no-file": { type: "boolean", default: false },
    },
  });
  const { quick } = values;
  const number = (text: string, name: string, least: number, most: number): number => {
    if (!/^\d{1,8}$/.test(text) || Number(text) < least || Number(text) > most) throw new Error(`--${name}: erwartet wird eine ganze Zahl von ${least} bis ${most}.`);
    return Number(text);
  };
  return {
    sizes: (values.sizes ?? (quick ? "1000,5000" : "1000,100000,10900")).split(",").map((size) => number(size, "sizes", 40, 2_000_000)),
    rows: number(values.rows ?? (quick ? "1000" : "10000"), "rows", 0, 200_000),
    pace: {
      connections: number(values.connections ?? "8", "connections", 1, 64),
      rounds: number(values.rounds ?? (quick ? "1" : "3"), "rounds", 1, 100),
      sliceMs: number(values.slice ?? (quick ? "500" : "1200"), "slice", 50, 60_000),
    },
    only: values.only?.split(",") ?? [],
    write: !values["no-file"],
  };
}
