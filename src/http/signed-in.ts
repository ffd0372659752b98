import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ReadTx, SessionSecret, WriteTx } from "../db/index.ts";
import { dayOf } from "../kernel/calendar-day.ts";
import { NotFound, NotSignedIn, Refused, Stale } from "../kernel/errors.ts";
import { HIDDEN_FIELDS } from "../ui/index.ts";
import { sendBytes, sendJson, sendPage, sendRedirect } from "./answer.ts";
import type { App } from "./app.ts";
import { claimKey, keepAnswer } from "./idempotency.ts";
import { isResumed, keepTyped, RESUME_FIELD } from "./ended-session.tsx";
import type { Chrome, NavigationCounts } from "./page-chrome.tsx";
import { HttpError } from "./problem.ts";
import { formVersion, parseInput, type RawBody, readBody, typedValues } from "./request-input.ts";
import { recordShown } from "./record-shown.ts";
import type { ActionRoute, ApiRead, ApiWrite, Asking, Bytes, FormRoute, FormState, Json, Page, PageRoute, Records, Redirect, Route } from "./route.ts";
import { csrfToken, isCsrfToken, loadSession, parseSessionSecret, SESSION_COOKIE, type Session } from "./session.ts";

export type SignedInRoute = Exclude<Route, { kind: "public" }>;

interface Call {
  readonly app: App;
  readonly chrome: Chrome;
  readonly route: SignedInRoute;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly secret: SessionSecret;
  readonly viaCookie: boolean;
}

/** Answers a request of somebody signed in: one transaction for session, rights, work and record; rendered after commit. */
export async function answerSignedIn(app: App, chrome: Chrome, route: SignedInRoute, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
  const isApi = route.kind === "api-read" || route.kind === "api-write";
  const secret = parseSessionSecret(isApi && bearer !== undefined ? bearer : request.cookies[SESSION_COOKIE]);
  if (secret === null) throw new NotSignedIn();
  const call: Call = { app, chrome, route, request, reply, secret, viaCookie: bearer === undefined || !isApi };
  switch (route.kind) {
    case "page":
    case "api-read":
      return answerRead(call, route);
    case "form":
      return request.method === "GET" ? showForm(call, route, { values: {}, refusals: [] }, 200) : submitForm(call, route);
    case "action":
      return runAction(call, route);
    case "api-write":
      return runApiWrite(call, route);
  }
}

interface Granted {
  readonly asking: Asking;
  readonly recorded: Set<string>;
}

/** The session as it is at this moment, and whether it may; whoever may not learns only that there is nothing here. */
async function admit(tx: ReadTx, call: Call, writes: boolean): Promise<Granted> {
  const session = await loadSession(tx);
  const { route, app, secret } = call;
  const maySee = route.allow === "signed-in" || call.chrome.mayUse(session, route.allow);
  const inScope = session.scopes.includes(writes ? "write" : "read") && (session.kind === "browser") === call.viaCookie;
  if (!maySee || !inScope) throw new NotFound();
  if (session.needsSecondFactor && !route.path.startsWith("/konto") && route.path !== "/abmelden") throw new SecondFactorMissing();
  if (session.needsTouch) await tx.query("select app.touch_session()");
  const recorded = new Set<string>();
  const now = app.clock();
  const asking: Asking = {
    app,
    session,
    now,
    today: dayOf(now, app.config.timeZone),
    requestId: call.request.id,
    form: () => ({ csrf: csrfToken(secret), idempotencyKey: randomUUID() }),
    noteRecorded: (action) => recorded.add(action),
  };
  return { asking, recorded };
}

export class SecondFactorMissing extends Error {}

/** No record possible, no access: the transaction fails where the route forgot the event that it declares. */
function demandRecord(records: Records, recorded: ReadonlySet<string>, path: string): void {
  if (typeof records === "string" && !recorded.has(records)) throw new Error(`${path} declares the record ${records} and did not write it`);
}

type Handler = (tx: never, input: never, asking: Asking, form?: FormState) => Promise<unknown>;
const invoke = (handle: unknown, tx: ReadTx, input: unknown, asking: Asking, form?: FormState): Promise<unknown> =>
  (handle as Handler)(tx as never, input as never, asking, form);

const pathInput = (call: Call): { params: unknown; query: unknown } => {
  const { route, request } = call;
  try {
    return { params: parseInput(route.params, request.params), query: parseInput("query" in route ? route.query : undefined, request.query) };
  } catch (error) {
    // an id that is none is a page that is none
    if (error instanceof Refused && (route.kind === "page" || route.kind === "form" || route.kind === "action")) throw new NotFound();
    throw error;
  }
};

async function answerRead(call: Call, route: PageRoute | ApiRead): Promise<unknown> {
  const asksByPost = route.kind === "api-read" && route.method === "POST";
  if (asksByPost && call.viaCookie) demandOwnSite(call);
  const input = { ...pathInput(call), ...(asksByPost ? { body: parseInput(route.body, (await readBody(call.request, undefined)).fields) } : {}) };
  const { result, session, counts } = await call.app.db.read(call.secret, async (tx) => {
    const { asking, recorded } = await admit(tx, call, false);
    const result = (await invoke(route.handle, tx, input, asking)) as Page | Bytes | Json | Redirect;
    demandRecord(route.record, recorded, route.path);
    return { result, session: asking.session, counts: await countsFor(tx, call, result, asking) };
  });
  const whole = result.kind === "bytes" && result.more !== undefined ? { ...result, body: Readable.from(partsOf(call, result.body as string, result.more)) } : result;
  return send(call, whole, session, counts);
}

/** The reader asks for the next part when the one before is on its way: nothing piles up here. */
async function* partsOf(call: Call, first: string, more: NonNullable<Bytes["more"]>): AsyncGenerator<string> {
  for (let part: string | null = first; part !== null; ) {
    yield part;
    part = await call.app.db.read(call.secret, async (tx) => {
      const { asking, recorded } = await admit(tx, call, false);
      const next = await more(tx, asking);
      if (next !== null) demandRecord(call.route.record, recorded, call.route.path);
      return next;
    });
  }
}

async function showForm(call: Call, route: FormRoute, form: FormState, status: number): Promise<unknown> {
  const input = pathInput(call);
  const { shown, session, counts } = await call.app.db.read(call.secret, async (tx) => {
    const { asking, recorded } = await admit(tx, call, false);
    const shown = (await invoke(route.show, tx, input, asking, form)) as Page;
    demandRecord(route.showRecord ?? { none: "an empty form" }, recorded, route.path);
    return { shown, session: asking.session, counts: await countsFor(tx, call, shown, asking) };
  });
  return send(call, { ...shown, status: shown.status ?? status }, session, counts);
}

async function submitForm(call: Call, route: FormRoute): Promise<unknown> {
  const raw = await readBody(call.request, route.uploadLimit).catch((error: unknown) => ({ error }));
  if ("error" in raw) {
    if (raw.error instanceof Refused) return showForm(call, route, { values: {}, refusals: raw.error.refusals }, 422);
    throw raw.error;
  }
  demandOwnSite(call);
  if (!(await isResumed(call.app, call.secret, call.request, raw))) demandOwnForm(call, raw);
  const { [RESUME_FIELD]: _proof, ...values } = typedValues(raw.fields);
  const path = pathInput(call);
  try {
    const body = parseInput(route.body, values);
    const input = { ...path, body, uploads: raw.uploads, version: formVersion(raw.fields) };
    return await writeOnce(call, raw, route, async (tx, asking) => (await invoke(route.submit, tx, input, asking)) as Redirect | Page | Bytes);
  } catch (error) {
    if (error instanceof Refused) return await showForm(call, route, { values, refusals: error.refusals }, 422).catch((again: unknown) => afterEnd(call, raw, again));
    if (error instanceof Stale) return showForm(call, route, { values, refusals: [], stale: error.current }, 409);
    if (error instanceof NotSignedIn) return keepTyped(call.app, call.secret, call.request, call.reply, raw);
    throw error;
  }
}

/** The session may have ended before the refusal was noticed: what was typed is handed back then too. */
function afterEnd(call: Call, raw: RawBody, error: unknown): unknown {
  if (error instanceof NotSignedIn) return keepTyped(call.app, call.secret, call.request, call.reply, raw);
  throw error;
}

async function runAction(call: Call, route: ActionRoute): Promise<unknown> {
  const raw = await readBody(call.request, undefined);
  demandOwnForm(call, raw);
  const input = { ...pathInput(call), body: parseInput(route.body, typedValues(raw.fields)), version: formVersion(raw.fields) };
  return writeOnce(call, raw, route, async (tx, asking) => (await invoke(route.handle, tx, input, asking)) as Redirect | Json);
}

function demandOwnForm(call: Call, raw: RawBody): void {
  demandOwnSite(call);
  if (!isCsrfToken(call.secret, raw.fields[HIDDEN_FIELDS.csrf])) throw new HttpError(403);
}

function demandOwnSite(call: Call): void {
  const site = call.request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") throw new HttpError(403);
}

/** Runs a write of a page; a form sent twice answers the second time what it answered the first. */
async function writeOnce(
  call: Call,
  raw: RawBody,
  route: FormRoute | ActionRoute,
  work: (tx: WriteTx, asking: Asking) => Promise<Redirect | Page | Bytes | Json>,
): Promise<unknown> {
  const key = raw.fields[HIDDEN_FIELDS.idempotencyKey];
  const { result, session, counts } = await call.app.db.write(call.secret, async (tx) => {
    const { asking, recorded } = await admit(tx, call, true);
    const session = asking.session;
    if (typeof key === "string") {
      const sizes = raw.uploads.map((u) => [u.field, u.fileName, u.bytes.length]);
      const replay = await claimKey(tx, asking, key, route.path, [call.request.params, typedValues(raw.fields), sizes]);
      if (replay !== null) return { result: { kind: "redirect", to: replay.location ?? call.request.url } as Redirect, session, counts: {} };
    }
    const result = await work(tx, asking);
    demandRecord(route.record, recorded, route.path);
    if (typeof key === "string") {
      const location = result.kind === "redirect" ? result.to : null;
      await keepAnswer(tx, session, key, { status: 303, location, resultId: result.kind === "redirect" ? (result.id ?? null) : null });
    }
    return { result, session, counts: await countsFor(tx, call, result, asking) };
  });
  return send(call, result, session, counts);
}

async function runApiWrite(call: Call, route: ApiWrite): Promise<unknown> {
  const { request } = call;
  if (call.viaCookie) demandOwnSite(call);
  if (call.viaCookie && request.headers["sec-fetch-site"] === undefined && request.headers.origin !== undefined && request.headers.origin !== call.app.config.origin) throw new HttpError(403);
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string") throw new Refused([{ code: "idempotency-key-missing", sentence: "Bitte senden Sie zu jedem Schreiben einen eigenen Idempotency-Key." }]);
  const raw = await readBody(request, route.uploadLimit);
  const version = versionHeader(request, route);
  const input = { ...pathInput(call), body: parseInput(route.body, raw.fields), uploads: raw.uploads, version };
  const write = call.app.db.write(call.secret, async (tx) => {
    const { asking, recorded } = await admit(tx, call, true);
    const replay = await claimKey(tx, asking, key, `${route.method} ${route.path}`, [request.params, raw.fields, version]);
    if (replay?.resultId) {
      const shown = (await invoke(route.show, tx, replay.resultId, asking)) as Json;
      await recordShown(tx, asking, { why: "repeated", path: route.path, params: request.params, ids: [replay.resultId] });
      return { status: replay.status, location: replay.location, shown };
    }
    const done = (await invoke(route.handle, tx, input, asking)) as { id: string; status?: number; location?: string };
    demandRecord(route.record, recorded, route.path);
    const status = done.status ?? (route.method === "POST" ? 201 : 200);
    await keepAnswer(tx, asking.session, key, { status, location: done.location ?? null, resultId: done.id });
    return { status, location: done.location ?? null, shown: (await invoke(route.show, tx, done.id, asking)) as Json };
  });
  const result = await write.catch(async (error: unknown) => {
    // what stands there now is shown with the refusal; the transaction that read it is undone, and its record with it
    if (error instanceof Stale) await call.app.db.write(call.secret, async (tx) => recordShown(tx, (await admit(tx, call, true)).asking, { why: "stale", path: route.path, params: request.params, ids: [] }));
    throw error;
  });
  if (result.location !== null) call.reply.header("location", result.location);
  return sendJson(call.reply, result.shown, result.status);
}

function versionHeader(request: FastifyRequest, route: ApiWrite): number {
  if (route.versioned !== true) return 0;
  const match = /^"(\d{1,9})"$/.exec(request.headers["if-match"] ?? "");
  if (match === null) throw new HttpError(428);
  return Number(match[1]);
}

/** After the work, so that the numbers beside the navigation tell what it left. */
const countsFor = async (tx: ReadTx, call: Call, result: Page | Bytes | Json | Redirect, { session, today }: Asking): Promise<NavigationCounts> =>
  result.kind === "page" && result.bare !== true ? ((await call.chrome.countForNavigation?.(tx, session, today)) ?? {}) : {};

function send(call: Call, result: Page | Bytes | Json | Redirect, session: Session, counts: NavigationCounts): unknown {
  switch (result.kind) {
    case "page":
      return sendPage(call.request, call.reply, result, { session, csrf: csrfToken(call.secret), chrome: call.chrome, counts });
    case "redirect":
      return sendRedirect(call.app, call.reply, result);
    case "json":
      return sendJson(call.reply, result, result.status ?? 200);
    case "bytes":
      return sendBytes(call.reply, result);
  }
}
