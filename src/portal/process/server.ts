import { randomUUID } from "node:crypto";
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import fastifyStatic from "@fastify/static";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from "fastify";
import { NotFound, NotSignedIn } from "../../kernel/errors.ts";
import { ASSET_PREFIX } from "../../ui/index.ts";
import { renderPortalPage, StandstillPage } from "../pages/index.ts";
import { findStanding, getMe } from "../portal.sql.ts";
import { ADDRESS, type StandstillCode } from "../views.ts";
import { callOf, frameOf, SESSION } from "./call.ts";
import type { PortalApp } from "./portal-app.ts";
import type { Answer, Call, PortalRoute } from "./portal-route.ts";
import { answerInside } from "./answer-inside.ts";
import { parseSessionSecret } from "../../http/index.ts";

/** A server of its own: nothing of the staff's routes, texts or sessions is in it. */
export async function buildPortalServer(app: PortalApp, routes: readonly PortalRoute[], assetsDir: string): Promise<FastifyInstance> {
  const server = Fastify({
    loggerInstance: app.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: app.config.trustedProxies.length === 0 ? false : [...app.config.trustedProxies],
    bodyLimit: 200_000,
    // one value a name: a list would be answered as a failure
    routerOptions: { querystringParser: (text) => Object.fromEntries(new URLSearchParams(text)) },
    frameworkErrors: (_error, _request, reply) => void (reply as FastifyReply).redirect(ADDRESS.start, 303),
  });
  await useLibraries(server, app, assetsDir);
  server.setErrorHandler((error, request, reply) => answerError(app, error, request, reply));
  server.setNotFoundHandler((request, reply) => answerError(app, new NotFound(), request, reply));
  for (const route of routes) {
    server.route({
      method: route.method,
      url: route.path,
      exposeHeadRoute: false,
      handler: async (request, reply) => {
        demandOwnForm(app, request);
        // no file is taken from nobody: ten megabytes in memory for whoever asks
        if (route.kind === "inside" && route.takesFile === true) await demandSession(app, request);
        const call = await callOf(app, request, route.kind === "inside" && route.takesFile === true);
        return send(app, reply, call, route.kind === "open" ? await route.handle(call) : await answerInside(route, call));
      },
    });
  }
  return server;
}

async function useLibraries(server: FastifyInstance, app: PortalApp, assetsDir: string): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'self'"], objectSrc: ["'none'"], baseUri: ["'none'"], frameAncestors: ["'none'"], formAction: ["'self'"] } },
    referrerPolicy: { policy: "no-referrer" },
    hsts: app.config.portalOrigin?.startsWith("https://") === true,
  });
  await server.register(rateLimit, { max: 600, timeWindow: "1 minute" });
  await server.register(cookie);
  await server.register(formbody);
  await server.register(multipart);
  await server.register(fastifyStatic, { root: assetsDir, prefix: ASSET_PREFIX, immutable: true, maxAge: "365d", index: false, decorateReply: false });
}

async function demandSession(app: PortalApp, request: FastifyRequest): Promise<void> {
  const secret = parseSessionSecret(request.cookies[SESSION]);
  if (secret === null) throw new NotSignedIn();
  await app.db.as(secret, getMe);
}

class ForeignForm extends Error {}
/** A form of another site: said by the browser, where it says so; the token of the session is asked for besides. */
function demandOwnForm(app: PortalApp, request: FastifyRequest): void {
  if (request.method !== "POST") return;
  const site = request.headers["sec-fetch-site"];
  const origin = request.headers.origin;
  if (site !== undefined ? site !== "same-origin" && site !== "none" : origin !== undefined && origin !== "null" && origin !== app.config.portalOrigin) throw new ForeignForm();
}

function setCookies(app: PortalApp, reply: FastifyReply, answer: Answer): void {
  // strict: whoever follows a link of another site is not signed in by it
  const options = { path: "/", httpOnly: true, sameSite: "lax", secure: app.config.portalOrigin?.startsWith("https://") === true } as const;
  if (answer.kind === "go") reply.setCookie("getan", answer.done ?? "", { ...options, maxAge: answer.done === undefined ? 0 : 60 });
  for (const { name, value, maxAgeSeconds } of answer.cookies ?? []) {
    if (value === null) reply.clearCookie(name, { path: "/" });
    else reply.setCookie(name, value, { ...options, ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }) });
  }
}

function send(app: PortalApp, reply: FastifyReply, call: Call, answer: Answer): unknown {
  setCookies(app, reply, answer);
  void reply.header("cache-control", "no-store").header("x-robots-tag", "noindex");
  switch (answer.kind) {
    case "go":
      return reply.headers({ ...answer.headers }).redirect(answer.to, 303);
    case "bytes":
      return typeof answer.body === "function" ? answer.body().then((made) => reply.headers({ ...answer.headers }).send(Buffer.from(made))) : reply.headers({ ...answer.headers }).send(answer.body);
    case "page":
      if (call.frame.done !== null) reply.clearCookie("getan", { path: "/" });
      return reply.status(answer.status ?? 200).type("text/html; charset=utf-8").send(renderPortalPage(answer.body()));
  }
}

/** Nothing of the inside, and the same words whether it is not there or not theirs. */
async function answerError(app: PortalApp, error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const frame = { ...frameOf(app, request, null), isSignedIn: false, done: null };
  const stand = (code: StandstillCode, status: number, requestId: string | null = null): unknown =>
    reply.status(status).header("cache-control", "no-store").type("text/html; charset=utf-8").send(renderPortalPage(StandstillPage({ frame, view: { code, phone: null, requestId } })));
  if (error instanceof NotSignedIn) return stand(await whyNot(app, request), 401);
  if (error instanceof NotFound) return stand("not_found", 404);
  if (error instanceof ForeignForm) return stand("form_old", 403);
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  if (status === 429) return stand("too_many", 429);
  if (status >= 500) {
    const { code, message, stack } = error as { code?: string; message?: string; stack?: string };
    app.log.error({ requestId: request.id, route: request.routeOptions.url, err: { code, message, stack: code === undefined ? stack : undefined } }, "request of the own page failed");
    return stand("broken", 500, request.id);
  }
  return stand("not_found", status);
}

/** Frozen and ended are said; which of the other reasons it was, nobody needs. */
async function whyNot(app: PortalApp, request: FastifyRequest): Promise<StandstillCode> {
  const secret = parseSessionSecret((request.cookies as FastifyRequest["cookies"] | undefined)?.[SESSION]);
  const standing = secret === null ? null : await app.db.as(secret, findStanding).catch(() => null);
  return standing === "frozen" ? "frozen" : standing === "ended" || standing === "expired" ? "ended" : "session_over";
}
