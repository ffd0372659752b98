import type { AddressInfo } from "node:net";
import { join } from "node:path";
import pino, { type Logger } from "pino";
import type { Config } from "../config.ts";
import { type App, buildServer } from "../http/index.ts";
import { type Chore, startChores, startWorker } from "../jobs/index.ts";
import { compactAfterErasure } from "../retention/index.ts";
import { settlePortalKeys } from "../portal/index.ts";
import { buildAssets } from "../ui/index.ts";
import { choresOf, sealAtTheEnd } from "./chores.ts";
import { chrome } from "./chrome.ts";
import { jobHandlers } from "./job-handlers.ts";
import { handOverToPortal, openPortal } from "./portal-process.ts";
import { StartProblem } from "./postgres.ts";
import { routes } from "./routes.ts";
import { openStore, type Store } from "./store.ts";

export interface Application {
  readonly app: App;
  readonly store: Store;
  /** where it answers on this machine */
  readonly address: string;
  /** the person's own page: where it answers, null where it is not started here, or a sentence why it could not be */
  readonly portal: { readonly address: string } | { readonly problem: string } | null;
  /** everything in order: no new requests, the open batch and chore to their end, then pools, server, keys */
  stop(): Promise<void>;
}

export interface ApplicationOptions {
  /** runs between the opened database and the first request: demo data, the first administrator */
  readonly prepare?: (store: Store, app: App) => Promise<void>;
  readonly log?: Logger;
}

const ASSETS_DIR = join(import.meta.dirname, "..", "..", "dist", "assets");

/** The whole product in this process: database, keys, pages, jobs, sealer. Throws StartProblem and its like with a German sentence. */
export async function openApplication(config: Config, options: ApplicationOptions = {}): Promise<Application> {
  // on a screen, only what somebody should look at; into a file or a collector, all that the setting says
  const level = config.logLevel === "info" && process.stdout.isTTY ? "warn" : config.logLevel;
  const log = options.log ?? pino({ level, redact: ["req.headers.cookie", "req.headers.authorization"] });
  const [store] = await Promise.all([openStore(config), buildAssets(ASSETS_DIR)]);
  const opened: (() => Promise<unknown>)[] = [() => store.close()];
  const stop = async (): Promise<void> => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  try {
    const app: App = { config, db: store.db, vault: store.vault, filesDir: store.filesDir, log, clock: () => new Date() };
    await options.prepare?.(store, app);
    opened.push(() => sealAtTheEnd(app).catch((error: unknown) => log.error({ err: error }, "the record was not sealed at the end")));
    const chores = startChores([...choresOf(app), compacting(app, store)], log);
    opened.push(() => chores.stop());
    const worker = startWorker(app, jobHandlers(app));
    opened.push(() => worker.stop());
    const server = await buildServer({ app, routes, chrome, assetsDir: ASSETS_DIR });
    opened.push(() => server.close());
    await server.listen({ host: config.host, port: config.port }).catch((error: NodeJS.ErrnoException) => {
      throw listenProblem(config, error);
    });
    handOverToPortal(store);
    await settlePortalKeys(app);
    const portal = await portalOf(config, log, opened);
    return { app, store, portal, address: addressOf(config, server.server.address() as AddressInfo), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const HOUR = 3_600_000;
/** Tables are closed while they are written anew: done before the first people come. */
const NIGHT_ENDS = 5;

/** The one thing of the clock that needs the owner: nobody else may write a table anew. */
const compacting = (app: App, store: Store): Chore => ({
  name: "bytes of what was erased",
  everyMs: HOUR / 2,
  run: async () => {
    const hour = Number(new Intl.DateTimeFormat("en", { hour: "numeric", hourCycle: "h23", timeZone: app.config.timeZone }).format(app.clock()));
    if (hour < NIGHT_ENDS && !(await compactAfterErasure(store.postgres.connection))) app.log.warn("tables are in use, what was erased is written over later");
  },
});

/** The staff go on working where the page of the persons cannot be reached. */
async function portalOf(config: Config, log: Logger, opened: (() => Promise<unknown>)[]): Promise<Application["portal"]> {
  if (config.portalOrigin === null) return null;
  try {
    const portal = await openPortal(config, log, ASSETS_DIR);
    opened.push(() => portal.stop());
    return { address: portal.address };
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    return { problem: error.message };
  }
}

/** Why the port is not to be had, and what to do. */
export function listenProblem(config: Config, error: NodeJS.ErrnoException): Error {
  if (error.code === "EADDRINUSE") {
    return new StartProblem(`Der Port ${config.port} ist schon vergeben: Vielleicht läuft Einklang bereits, oder ein anderes Programm. Mit PORT=${config.port + 1} npm start nehmen Sie einen anderen.`);
  }
  if (error.code === "EACCES") return new StartProblem(`Der Port ${config.port} darf von diesem Konto nicht benutzt werden. Nehmen Sie einen ab 1024: PORT=8080 npm start.`);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") return new StartProblem(`HOST=${config.host} ist keine Adresse dieses Rechners.`);
  return error;
}

const addressOf = (config: Config, at: AddressInfo): string => {
  const host = at.family === "IPv6" ? `[${at.address}]` : at.address;
  return config.port === at.port && config.origin !== "" ? config.origin : `http://${host}:${at.port}`;
};
