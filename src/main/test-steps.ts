import { execFileSync, spawn, type StdioOptions } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Totals, totalsOfCheck, totalsOfVitest } from "./test-totals.ts";

export interface Step {
  readonly name: string;
  readonly run: () => Promise<Totals>;
}

const root = dirname(dirname(import.meta.dirname));
const tool = (...path: string[]): string => join(root, "node_modules", ...path);

/** With `hear`, what the tool says is passed on and heard. */
function runTool(script: string, args: readonly string[], env: Record<string, string> = {}, hear?: (text: string) => void): Promise<number> {
  return new Promise((resolve) => {
    const stdio = hear === undefined ? "inherit" : (["inherit", "pipe", "inherit"] as const);
    const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: stdio as StdioOptions, env: { ...process.env, ...env } });
    child.stdout?.on("data", (chunk: Buffer) => {
      process.stdout.write(chunk);
      hear?.(chunk.toString("utf8"));
    });
    // stopped from outside, the tests first end the servers they started
    const stops = (["SIGINT", "SIGTERM", "SIGHUP"] as const).map((signal) => [signal, () => child.kill(signal)] as const);
    for (const [signal, stop] of stops) process.on(signal, stop);
    const end = (code: number) => {
      for (const [signal, stop] of stops) process.removeListener(signal, stop);
      resolve(code);
    };
    child.on("error", () => end(1));
    child.on("close", (code, signal) => end(code ?? 128 + constants.signals[signal!]));
  });
}

const check = (name: string, script: string, args: readonly string[]): Step => ({
  name,
  run: async () => {
    const heard: string[] = [];
    const code = await runTool(script, args, {}, (text) => heard.push(text));
    return totalsOfCheck(code, heard.join(""));
  },
});

function vitest(name: string, args: readonly string[], env?: Record<string, string>): Step {
  return {
    name,
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), "einklang-report-"));
      const file = join(folder, "report.json");
      try {
        const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
        // how it went when nothing matches is for the sum to say: a filter may match unit tests alone
        const code = await runTool(tool("vitest", "vitest.mjs"), [...args, "--run", "--passWithNoTests", ...reporters], env);
        return totalsOfVitest(existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null, code, root);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Where a PostgreSQL 15 with its server programs is installed; clients alone are not enough. */
function findPostgres15(): string | null {
  const folders = ["/usr/lib/postgresql/15/bin", "/usr/pgsql-15/bin"];
  try {
    const [version, folder] = ["--version", "--bindir"].map((ask) => execFileSync("pg_config", [ask], { encoding: "utf8" }).trim());
    if (version!.startsWith("PostgreSQL 15.")) folders.push(folder!);
  } catch {
    // no pg_config: only the usual places
  }
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres"))) ?? null;
}

/** What `npm test` does, in order; with filters only the test files whose path contains one of them. */
export function stepsFor(filters: readonly string[]): readonly Step[] {
  const unit = vitest("Unit-, Architektur-, Datenbank- und Zugriffstests", filters);
  const journeys = vitest("Reisen im Browser", ["--config", join(root, "vitest.e2e.config.ts"), ...filters]);
  if (filters.length > 0) return [unit, journeys];
  const bin15 = findPostgres15();
  // `related`: the test files that reach the test database, however many files lie between
  const again = bin15 === null ? [] : [vitest(`Datenbanktests gegen ${bin15}`, ["related", "test/database.ts"], { EINKLANG_TEST_PG_BIN: bin15 })];
  return [
    check("Typen", tool("typescript", "bin", "tsc"), ["--pretty", "false"]),
    check("Lint", tool("oxlint", "bin", "oxlint"), ["--type-aware", "--deny-warnings", "--format=unix"]),
    unit,
    ...again,
    journeys,
  ];
}
