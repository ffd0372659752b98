// npm test [-- part of a file's path …]: types, lint, all tests, browser journeys.
import { constants } from "node:os";
import { type Step, stepsFor } from "./test-steps.ts";
import { closingLine, isGreen, listOfFailures, sum, type Totals } from "./test-totals.ts";

let stopped: "SIGINT" | "SIGTERM" | "SIGHUP" | null = null;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => (stopped = signal));

async function timed({ name, run }: Step): Promise<{ name: string; line: string; totals: Totals }> {
  console.log(`\n▸ ${name}`);
  const began = performance.now();
  const totals = await run();
  const seconds = ((performance.now() - began) / 1000).toFixed(1).replace(".", ",");
  const line = `${totals.failed === 0 ? "✓" : "✗"} ${name}: ${closingLine(totals)}${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ""} (${seconds} s)`;
  console.log(line);
  return { name, line, totals };
}

const results = [];
for (const step of stepsFor(process.argv.slice(2))) {
  if (stopped === null) results.push(await timed(step));
}
const all = sum(results.map(({ totals }) => totals));
const failures = listOfFailures(results.map(({ name, totals }) => ({ name, failures: totals.failures })));
if (failures.length > 0) console.log(`\n${failures.join("\n")}`);
console.log(`\n${results.map(({ line }) => line).join("\n")}\n`);
console.log(closingLine(all));
if (stopped !== null) process.exitCode = 128 + constants.signals[stopped];
else if (!isGreen(all)) process.exitCode = 1;
