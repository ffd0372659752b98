import { chmodSync, lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { runningPostmaster } from "./postmaster.ts";
import { isAlive } from "./processes.ts";
import { type EmbeddedServer, startEmbedded } from "./start-embedded.ts";
import { isInUse } from "./users-of-server.ts";

const PREFIX = "einklang-throwaway-";

/** A server for tests: fast, not durable, and gone with its files after stop(). */
export async function startThrowaway(options: { readonly binDir?: string } = {}): Promise<EmbeddedServer> {
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  // passed through by the server's user where we are root; what lies inside stays closed
  chmodSync(folder, 0o711);
  const server = await startEmbedded({ dataDir: join(folder, "postgres"), durable: false, ...options });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Test runs get killed; the servers and files they left go with the next run. Those of others and of live runs stay. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (!name.startsWith(PREFIX) || !isAbandoned(folder)) continue;
    const place = join(folder, "postgres");
    const left = runningPostmaster(place);
    if (left !== null) await end(left.pid);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function end(pid: number): Promise<void> {
  try {
    process.kill(pid, "SIGQUIT");
  } catch {
    // it, or another run that sweeps too, was quicker
  }
  for (let waits = 0; isAlive(pid) && waits < 250; waits += 1) await pause(20);
}

function isAbandoned(folder: string): boolean {
  try {
    const { uid, mtimeMs } = lstatSync(folder);
    // a run in its first moments has not registered yet
    const isFresh = Date.now() - mtimeMs < 60_000;
    const isRegistered = readdirSync(folder).includes("postgres.in-use");
    return uid === process.getuid?.() && (isRegistered ? !isInUse(join(folder, "postgres")) : !isFresh);
  } catch {
    return false;
  }
}
