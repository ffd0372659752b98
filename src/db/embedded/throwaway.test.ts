import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { readPostmaster } from "./postmaster.ts";
import { isAlive } from "./processes.ts";
import { startThrowaway } from "./throwaway.ts";

test("what a killed test run left is gone with the next run, and the servers of live runs stay", async () => {
  const scripts = mkdtempSync(join(tmpdir(), "einklang-script-"));
  const file = join(scripts, "run.mts");
  writeFileSync(
    file,
    `import { startThrowaway } from ${JSON.stringify(join(import.meta.dirname, "throwaway.ts"))};
     console.log((await startThrowaway()).dataDir);
     setInterval(() => {}, 1000);`,
  );
  const run = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), file], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(run.stdout, "data")) as [Buffer];
  const place = line.toString().trim();
  const { pid } = readPostmaster(place)!;
  const beside = await startThrowaway();
  try {
    expect(isAlive(pid)).toBe(true);
    run.kill("SIGKILL");
    await once(run, "exit");
    const next = await startThrowaway();
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(dirname(place))).toBe(false);
    expect(existsSync(beside.dataDir)).toBe(true);
    await next.stop();
    expect(existsSync(dirname(next.dataDir))).toBe(false);
  } finally {
    await beside.stop();
    rmSync(scripts, { recursive: true });
  }
});
