import { expect, test } from "vitest";
import { bareRun, withoutReader } from "../bench/bare-run.ts";
import type { Statement } from "../bench/capture.ts";
import { figuresOf } from "../bench/figures.ts";
import { parseOptions } from "../bench/options.ts";
import { runBench } from "../bench/run.ts";

// Nothing here looks at how long anything took: figures are the bench's, and never a reason for a test to fail.
const statement = (text: string, values: unknown[], waits = true): Statement => ({ text, values, waits, isPrepared: true, rows: 1 });

test("the harness measures the product and its statements, and both find the same rows", { timeout: 120_000 }, async () => {
  const options = parseOptions(["--sizes", "40", "--rows", "0", "--rounds", "1", "--slice", "50", "--connections", "1", "--only", "case.api,own-list.page,contact.api,export"]);
  const result = await runBench(options, () => undefined);
  const measured = result.sizes[0]!.measured;
  expect(measured.map((row) => [row.key, row.otherRows])).toEqual([["case.api", 0], ["own-list.page", 0], ["contact.api", 0]]);
  for (const row of measured) for (const lane of [row.product, row.bareSame, row.barePlain]) expect(lane.count, row.key).toBeGreaterThan(0);
  for (const row of measured) expect(row.work.product.process + row.work.product.database, row.key).toBeGreaterThanOrEqual(0);
  expect(measured[0]!.statements.most).toBeGreaterThan(8);
  expect(result.sizes[0]!.exporting?.rows).toBe(40);
  expect(result.sizes[0]!.megabytes).toBeGreaterThan(20);
});

test("ids that a request made are made anew in each bare run, and nothing else changes", () => {
  const once = [statement("insert", ["tenant", "id-1", "text"]), statement("select", ["id-1"])];
  const again = [statement("insert", ["tenant", "id-2", "text"]), statement("select", ["id-2"])];
  expect(bareRun(once, again, "t").statements.map((s) => s.fresh)).toEqual([[1], [0]]);
  expect(() => bareRun(once, [again[0]!], "t")).toThrow("other statements");
});

test("the plain run looks no session up", () => {
  const run = bareRun([statement("select * from app.own_session()", []), statement("select c.id = any (array(select app.open_case_ids())) as is_open from app.cases c", [])], [statement("select * from app.own_session()", []), statement("select c.id = any (array(select app.open_case_ids())) as is_open from app.cases c", [])], "t");
  expect(withoutReader(run, { tenantId: "t", accountId: "a" }).statements.map((s) => s.text)).toEqual(["select true as is_open from app.cases c"]);
});

test("a percentile is a value that was measured", () => {
  const slow = Float64Array.from({ length: 100 }, (_, i) => i + 1);
  expect(figuresOf([{ latencies: slow, ms: 500 }])).toEqual({ perSecond: 200, p50: 50, p95: 95, p99: 99, count: 100 });
});

test("options that mean nothing are refused in words", () => {
  expect(() => parseOptions(["--sizes", "viele"])).toThrow("--sizes: erwartet wird eine ganze Zahl");
  expect(parseOptions(["--quick"]).sizes).toEqual([1000, 5000]);
});
