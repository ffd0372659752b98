// The product in a process of its own: what is measured from outside, and whose memory is read.
import { mkdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import pino from "pino";
import { loadConfig } from "../src/config.ts";
import { type App, buildServer } from "../src/http/index.ts";
import { startWorker } from "../src/jobs/index.ts";
import { chrome } from "../src/main/chrome.ts";
import { jobHandlers } from "../src/main/job-handlers.ts";
import { routes } from "../src/main/routes.ts";
import { openStore } from "../src/main/store.ts";
import { buildAssets } from "../src/ui/index.ts";
import { captureStatements, type Statement } from "./capture.ts";
import { answerAsChild } from "./child.ts";

export interface HttpRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}
export type ServerQuestion = { readonly kind: "port" } | { readonly kind: "capture"; readonly request: HttpRequest };
export type ServerAnswer = { readonly port: number } | { readonly statements: readonly Statement[]; readonly status: number; readonly body: string };

const config = loadConfig(process.env);
const store = await openStore(config);
const assetsDir = join(config.dataDir, "assets");
mkdirSync(assetsDir, { recursive: true });
await buildAssets(assetsDir);
const app: App = { config, db: store.db, vault: store.vault, filesDir: store.filesDir, log: pino({ level: "error" }), clock: () => new Date() };
const server = await buildServer({ app, routes, chrome, assetsDir, requestsPerMinute: 100_000_000 });
const worker = startWorker(app, jobHandlers(app));
await server.listen({ host: "127.0.0.1", port: 0 });

answerAsChild(
  async (question: ServerQuestion): Promise<ServerAnswer> => {
    if (question.kind === "port") return { port: (server.server.address() as AddressInfo).port };
    const { method, path, headers, body } = question.request;
    let answer = { statusCode: 0, body: "" };
    const statements = await captureStatements(async () => {
      answer = await server.inject({ method, url: path, headers, ...(body === undefined ? {} : { payload: body }) });
    });
    return { statements, status: answer.statusCode, body: answer.statusCode < 300 ? "" : answer.body.slice(0, 300) };
  },
  async () => {
    await worker.stop();
    await server.close();
    await store.close();
  },
);
