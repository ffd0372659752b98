import { randomUUID } from "node:crypto";
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import fastifyStatic from "@fastify/static";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from "fastify";
import { NotFound, NotSignedIn } from "../kernel/errors.ts";
import { ASSET_PREFIX } from "../ui/index.ts";
import { sendBytes, sendJson, sendPage, sendRedirect } from "./answer.ts";
import type { App } from "./app.ts";
import { type Chrome, errorBody, type StaffSession } from "./page-chrome.tsx";
import { HttpError, problemOf } from "./problem.ts";
import { parseInput, readBody, typedValues } from "./request-input.ts";
import { page, type PublicRoute, type Route } from "./route.ts";
import { csrfToken, loadSession, parseSessionSecret, SESSION_COOKIE } from "./session.ts";
import { answerSignedIn, SecondFactorMissing } from "./signed-in.ts";

export interface ServerOptions {
  readonly app: App;
  readonly routes: readonly Route[];
  readonly chrome: Chrome;
  /** folder of the built style sheets and scripts */
  readonly assetsDir: string;
  /** requests a minute from one address; generous, since a whole office may stand behind one */
  readonly requestsPerMinute?: number;
}

/** The server over the registry of routes. Whatever is registered beside it is refused at the start. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { app, routes, chrome } = options;
  const server = Fastify({
    loggerInstance: app.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    // nobody else is believed: whoever could say whose address it is would be throttled as somebody else
    trustProxy: app.config.trustedProxies.length === 0 ? false : [...app.config.trustedProxies],
    bodyLimit: 1_000_000,
    routerOptions: { maxParamLength: 200 },
    // what fails before a route is found (an address too long, a broken escape) answers in our words too
    frameworkErrors: (error, request, reply) => answerEarly(options, error, request as FastifyRequest, reply as FastifyReply),
  });
  const declared = new Set(routes.flatMap(keysOf));
  if (declared.size !== routes.flatMap(keysOf).length) throw new Error("two routes share a method and an address");
  server.addHook("onRoute", (made) => {
    const methods = Array.isArray(made.method) ? made.method : [made.method];
    for (const method of methods) {
      if (method === "HEAD" || method === "OPTIONS" || made.url.startsWith(ASSET_PREFIX)) continue;
      if (!declared.has(`${method} ${made.url}`)) throw new Error(`undeclared route: ${method} ${made.url} (every route stands in the registry with who may and what is recorded)`);
    }
  });
  await useLibraries(server, options);
  server.setErrorHandler((error, request, reply) => answerError(options, error, request, reply));
  server.setNotFoundHandler((request, reply) => answerError(options, new NotFound(), request, reply));
  for (const route of routes) {
    server.route({
      method: methodsOf(route),
      url: route.path,
      exposeHeadRoute: false,
      handler: (request, reply) => (route.kind === "public" ? answerPublic(app, chrome, route, request, reply) : answerSignedIn(app, chrome, route, request, reply)),
    });
  }
  return server;
}

async function useLibraries(server: FastifyInstance, options: ServerOptions): Promise<void> {
  const isHttps = options.app.config.origin.startsWith("https://");
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
    },
    referrerPolicy: { policy: "same-origin" },
    hsts: isHttps,
  });
  // behind a proxy all share one address: what is left of the minute would count the requests of other offices
  const counts = { "x-ratelimit-limit": false, "x-ratelimit-remaining": false, "x-ratelimit-reset": false };
  await server.register(rateLimit, { max: options.requestsPerMinute ?? 3000, timeWindow: "1 minute", addHeaders: counts, addHeadersOnExceeding: counts });
  await server.register(cookie);
  await server.register(formbody);
  await server.register(multipart);
  await server.register(fastifyStatic, { root: options.assetsDir, prefix: ASSET_PREFIX, immutable: true, maxAge: "365d", index: false, decorateReply: false });
}

export const methodsOf = (route: Route): string[] => {
  switch (route.kind) {
    case "page":
      return ["GET"];
    case "api-read":
      return [route.method ?? "GET"];
    case "form":
      return ["GET", "POST"];
    case "action":
      return ["POST"];
    case "api-write":
    case "public":
      return [route.method];
  }
};
const keysOf = (route: Route): string[] => methodsOf(route).map((method) => `${method} ${route.path}`);

async function answerPublic(app: App, chrome: Chrome, route: PublicRoute, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const site = request.headers["sec-fetch-site"];
  if (route.method === "POST" && site !== undefined && site !== "same-origin" && site !== "none") throw new HttpError(403);
  const visitor = {
    app,
    now: app.clock(),
    requestId: request.id,
    clientAddress: request.ip,
    isLoopback: ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(request.ip),
    cookies: request.cookies,
    userAgent: request.headers["user-agent"] ?? "",
  };
  const params = parseInput(route.params, request.params);
  const turnedAway = (await route.admit?.(visitor, { params } as never)) ?? null;
  if (turnedAway !== null) return sendPage(request, reply, turnedAway, null);
  // without `admit` nobody was asked yet, and no file is taken from nobody
  const raw = route.method === "POST" ? await readBody(request, route.admit === undefined ? undefined : route.uploadLimit) : { fields: {}, uploads: [] };
  const input = { params, query: parseInput(route.query, request.query), body: parseInput(route.body, typedValues(raw.fields)), uploads: raw.uploads };
  const result = await route.handle(visitor, input as never);
  switch (result.kind) {
    case "page":
      return sendPage(request, reply, result, route.inShell ? await signedInVisitor(app, chrome, request) : null);
    case "redirect":
      return sendRedirect(app, reply, result);
    case "json":
      return sendJson(reply, result, result.status ?? 200);
    case "bytes":
      return sendBytes(reply, result);
  }
}

/** Only for the shell around a page that everybody may read: nothing of the session decides what stands on it. */
async function signedInVisitor(app: App, chrome: Chrome, request: FastifyRequest): Promise<StaffSession | null> {
  const secret = parseSessionSecret(request.cookies[SESSION_COOKIE]);
  if (secret === null) return null;
  try {
    const session = await app.db.read(secret, loadSession);
    return session.kind === "browser" ? { session, csrf: csrfToken(secret), chrome } : null;
  } catch (error) {
    if (error instanceof NotSignedIn) return null;
    throw error;
  }
}

/** Pages answer with a page, the API with problem+json. Unknown causes go to the log, never to the reader. */
async function answerError({ app, chrome }: ServerOptions, error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const wantsJson = request.url.startsWith("/api/") || request.url.endsWith(".json");
  if (!wantsJson && error instanceof NotSignedIn) {
    const onward = request.method === "GET" && request.url !== "/" ? `?weiter=${encodeURIComponent(request.url)}` : "";
    return reply.redirect(`/anmelden${onward}`, 303);
  }
  if (!wantsJson && error instanceof SecondFactorMissing) return reply.redirect("/konto/zweiter-faktor", 303);
  const problem = problemOf(error instanceof SecondFactorMissing ? new NotFound() : error, request.id);
  if (problem.status >= 500) app.log.error({ requestId: request.id, route: request.routeOptions.url, err: withoutRows(error) }, "request failed");
  if (wantsJson) return reply.status(problem.status).type("application/problem+json; charset=utf-8").header("cache-control", "no-store").send(JSON.stringify(problem));
  const sentences = problem.refusals?.map((r) => r.sentence) ?? [];
  // somebody signed in keeps the way on; whoever asks too often, or meets a broken server, costs no look into the database
  const who = IN_SHELL.has(problem.status) ? await signedInVisitor(app, chrome, request).catch(() => null) : null;
  return sendPage(request, reply, page(problem.title, () => errorBody(problem.title, problem.status, problem.requestId, sentences), { status: problem.status }), who);
}
const IN_SHELL: ReadonlySet<number> = new Set([403, 404, 409, 413, 422]);

function answerEarly(options: ServerOptions, _error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  // whatever is wrong with the address: there is nothing there
  void answerError(options, new NotFound(), request, reply).then((answer) => Buffer.isBuffer(answer) && reply.send(answer));
}

/** A database error quotes the row it failed on: only its code and place are logged. */
function withoutRows(error: unknown): unknown {
  if (!(error instanceof Error)) return "not an error";
  const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string };
  return code === undefined ? { message: error.message, stack: error.stack } : { code, constraint, table, message: error.message, stack: error.stack };
}
