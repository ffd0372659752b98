import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import pino from "pino";
import { loadConfig } from "../src/config.ts";
import type { SessionSecret } from "../src/db/index.ts";
import { type App, buildServer, csrfToken, type Route, SESSION_COOKIE } from "../src/http/index.ts";
import { chrome } from "../src/main/chrome.ts";
import { routes as allRoutes } from "../src/main/routes.ts";
import { openVault } from "../src/vault/index.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { buildWorld, type World } from "./world.ts";

export interface TestServer {
  readonly app: App;
  readonly server: FastifyInstance;
  readonly database: TestDatabase;
  readonly world: World;
  get(path: string, as?: SessionSecret): Promise<LightMyRequestResponse>;
  /** a form as a browser sends it, with the proof of the session */
  post(path: string, as: SessionSecret | undefined, fields: Record<string, string | readonly string[]>): Promise<LightMyRequestResponse>;
  /** the API with an Idempotency-Key made for this call unless one is given */
  api(method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE", path: string, as: SessionSecret, body?: unknown, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

/** The whole product over a database of its own, without a port: requests go in by `inject`. */
export async function startTestServer(options: { routes?: readonly Route[]; clock?: () => Date; assetsDir?: string } = {}): Promise<TestServer> {
  const database = await createTestDatabase();
  const world = await buildWorld(database.owner);
  const dir = mkdtempSync(join(tmpdir(), "einklang-server-"));
  const config = loadConfig({ EINKLANG_DATA_DIR: join(dir, "data"), EINKLANG_KEY_DIR: join(dir, "keys"), EINKLANG_ANCHOR_DIR: join(dir, "anchors") });
  const vault = await openVault(config.keyDir);
  const log = pino({ level: process.env["TEST_LOG"] ?? "silent" });
  const app: App = { config, db: database.db, vault, filesDir: join(dir, "files"), log, clock: options.clock ?? (() => new Date()) };
  const server = await buildServer({ app, routes: options.routes ?? allRoutes, chrome, assetsDir: options.assetsDir ?? dir, requestsPerMinute: 1_000_000 });
  const cookie = (as: SessionSecret | undefined): Record<string, string> => (as === undefined ? {} : { cookie: `${SESSION_COOKIE}=${as}` });
  let calls = 0;
  return {
    app,
    server,
    database,
    world,
    get: (path, as) => server.inject({ method: "GET", url: path, headers: cookie(as) }),
    post: (path, as, fields) => {
      const body = new URLSearchParams();
      if (as !== undefined) body.set("_csrf", csrfToken(as));
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
      return server.inject({ method: "POST", url: path, headers: { ...cookie(as), "content-type": "application/x-www-form-urlencoded" }, payload: body.toString() });
    },
    api: (method, path, as, body, headers = {}) =>
      server.inject({
        method,
        url: path,
        headers: { ...cookie(as), ...(method === "GET" ? {} : { "idempotency-key": `test-call-${(calls += 1)}` }), ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      }),
    close: async () => {
      await server.close();
      vault.close();
      await database.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
