import { spawn } from "node:child_process";
import { chownSync, closeSync, existsSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client, type ClientConfig } from "pg";
import { type Binaries, findBinaries } from "./binaries.ts";
import { ensureCluster, SUPERUSER, writeAccess } from "./cluster.ts";
import { EmbeddedProblem } from "./embedded-problem.ts";
import { placeFor, SYSTEM_FOLDER } from "./place.ts";
import { clearStaleNote, type Postmaster, readPostmaster, runningPostmaster } from "./postmaster.ts";
import { isAlive } from "./processes.ts";
import { serverSettings } from "./server-settings.ts";
import { type ServerUser, serverUserFor, spawnAs } from "./server-user.ts";
import { attend } from "./users-of-server.ts";

export interface EmbeddedOptions {
  /** folder of the database files alone; made where it is missing */
  readonly dataDir: string;
  /** false only in tests: an operating system that stops may then cost data */
  readonly durable: boolean;
  /** folder with initdb and postgres; unset: the binaries that came as a package */
  readonly binDir?: string;
}

export interface EmbeddedServer {
  /** where the files really lie: not always where asked, see place.ts */
  readonly dataDir: string;
  readonly socketDir: string;
  readonly port: number;
  readonly superuser: ClientConfig;
  /** `18.4` */
  readonly version: string;
  /** it ran already: left over by a killed process, or in use beside us */
  readonly wasRunning: boolean;
  /** shuts the server down, unless another process still uses it; calling it twice is harmless */
  stop(): Promise<void>;
}

const START_SECONDS = 120;
const STOP_SECONDS = 30;

/** Starts PostgreSQL on this folder, or uses the one that runs there; throws EmbeddedProblem with a German sentence. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const place = placeFor(options.dataDir, serverUserFor(options.dataDir));
  const user = serverUserFor(place);
  const copies = user.isOther ? SYSTEM_FOLDER : dirname(place);
  const binaries = findBinaries(user, copies, options.binDir);
  ensureCluster(place, user, binaries, options.durable);
  const changed = writeAccess(place, user);
  const attendance = attend(place);
  let isOver = false;
  try {
    const { server, wasRunning } = await reachServer(place, user, binaries, options.durable);
    if (wasRunning && changed) process.kill(server.pid, "SIGHUP");
    return {
      dataDir: place,
      socketDir: server.socketDir,
      port: server.port,
      superuser: superuserOf(server),
      version: binaries.version,
      wasRunning,
      stop: async () => {
        if (isOver) return;
        isOver = true;
        if (attendance.leave()) await shutDown(place, server);
      },
    };
  } catch (error) {
    attendance.leave();
    throw error;
  }
}

const superuserOf = ({ socketDir, port }: Postmaster): ClientConfig => ({
  host: socketDir,
  port,
  user: SUPERUSER,
  database: "postgres",
});

async function answers(server: Postmaster): Promise<boolean> {
  const client = new Client({ ...superuserOf(server), connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** Starts as often as it takes: a server may be shutting down, or its children still clearing up after a kill. */
async function reachServer(place: string, user: ServerUser, binaries: Binaries, durable: boolean) {
  const until = Date.now() + START_SECONDS * 1000;
  let own: { pid: number | undefined; ended: boolean } | null = null;
  while (Date.now() < until) {
    const server = runningPostmaster(place);
    if (server !== null && server.socketDir !== "" && (await answers(server))) {
      return { server, wasRunning: own?.pid !== server.pid };
    }
    if (server === null && (own === null || own.ended)) {
      if (own !== null) refuseIfHopeless(place);
      clearStaleNote(place);
      own = spawnServer(place, user, binaries, durable);
    }
    await pause(own === null || !own.ended ? 20 : 300);
  }
  throw new EmbeddedProblem(`PostgreSQL in ${place} antwortet seit ${START_SECONDS} Sekunden nicht. Näheres steht in ${logOf(place)}.`);
}

const logOf = (place: string): string => `${place}.log`;

/** A start that ended because another server is still there, or leaving, is tried again; any other is not. */
function refuseIfHopeless(place: string): void {
  const end = readFileSync(logOf(place), "utf8").trimEnd().split("\n").slice(-5).join("\n");
  if (/lock file|shared memory block|is another server|is another postmaster/i.test(end)) return;
  throw new EmbeddedProblem(`PostgreSQL in ${place} lässt sich nicht starten. Es meldet (${logOf(place)}):\n${end}`);
}

function spawnServer(place: string, user: ServerUser, binaries: Binaries, durable: boolean) {
  const args = ["-D", place, ...serverSettings(socketDirFor(place, user), durable)];
  if ((statSync(logOf(place), { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) renameSync(logOf(place), `${logOf(place)}.1`);
  const log = openSync(logOf(place), "a", 0o600);
  // detached: Ctrl-C reaches us alone, and we end the server after its last statement
  const child = spawn(binaries.postgres, args, { ...spawnAs(user, binaries.libraries), detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  child.unref();
  const state = { pid: child.pid, ended: false };
  child.on("exit", () => (state.ended = true));
  child.on("error", () => (state.ended = true));
  return state;
}

const MOST_BYTES_OF_A_SOCKET = 107;

/** The data folder itself, which nobody else may enter; where its path is too long for a socket, a folder of its own. */
function socketDirFor(place: string, user: ServerUser): string {
  dropSocketDir(readPostmaster(place)?.socketDir ?? "", place);
  if (Buffer.byteLength(join(place, ".s.PGSQL.5432")) <= MOST_BYTES_OF_A_SOCKET) return place;
  const short = mkdtempSync(join(tmpdir().length < 60 ? tmpdir() : "/tmp", "einklang-"));
  if (user.isOther) chownSync(short, user.uid, user.gid);
  return short;
}

function dropSocketDir(socketDir: string, place: string): void {
  if (socketDir !== place && /\/einklang-\w{6}$/.test(socketDir)) rmSync(socketDir, { recursive: true, force: true });
}

async function shutDown(place: string, server: Postmaster): Promise<void> {
  // SIGINT: open transactions are rolled back; SIGQUIT: at once, the next start recovers
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    if (runningPostmaster(place)?.pid === server.pid) process.kill(server.pid, signal);
    const until = Date.now() + STOP_SECONDS * 1000;
    while (Date.now() < until) {
      if (!isAlive(server.pid) || !existsSync(join(place, "postmaster.pid"))) {
        dropSocketDir(server.socketDir, place);
        return;
      }
      await pause(20);
    }
  }
}
