import type { VNode } from "preact";
import type { z } from "zod";
import type { ReadTx, SessionSecret, WriteTx } from "../db/index.ts";
import type { CalendarDay } from "../kernel/calendar-day.ts";
import type { Refusal } from "../kernel/refusal.ts";
import type { App } from "./app.ts";
import type { Session } from "./session.ts";

/** What a handler knows besides its input: who asks, when, and what it may use. */
export interface Asking {
  readonly app: App;
  readonly session: Session;
  readonly now: Date;
  readonly today: CalendarDay;
  /** the request's id; it stands on error pages and in the log */
  readonly requestId: string;
  /** the hidden fields of a form: proof of the session, and a key that makes a doubled submit happen once */
  form(): { readonly csrf: string; readonly idempotencyKey: string };
  /** audit calls it: which events of the record this request wrote */
  noteRecorded(action: string): void;
}

/** Before anybody is signed in. */
export interface Visitor {
  readonly app: App;
  readonly now: Date;
  readonly requestId: string;
  readonly clientAddress: string;
  readonly isLoopback: boolean;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly userAgent: string;
}

export interface Upload {
  readonly field: string;
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** What a form starts from when it is shown again: what was typed, and why it came back. */
export interface FormState {
  /** as it came: text, or several texts of the same name */
  readonly values: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly refusals: readonly Refusal[];
  /** what stands there now, where somebody else saved meanwhile */
  readonly stale?: Readonly<Record<string, unknown>>;
}

export interface Page {
  readonly kind: "page";
  readonly title: string;
  readonly status?: number;
  /** id of the navigation item it belongs under */
  readonly nav?: string;
  /** rendered after the transaction is committed */
  readonly body: () => VNode;
  readonly bare?: boolean;
  /** the line on top of a page that nobody is signed in on */
  readonly banner?: string;
  /** of a page that nobody is signed in on: a form is narrow, a text wider */
  readonly width?: "form" | "text" | "wide";
  readonly refreshSeconds?: number;
  readonly lang?: string;
  readonly dir?: "ltr" | "rtl";
}
export interface Redirect {
  readonly kind: "redirect";
  /** id of what was written, kept for a replay */
  readonly id?: string;
  readonly to: string;
  /** a sentence for the next page, without anybody's name */
  readonly flash?: string;
  /** where what was just done can be looked at or taken back */
  readonly flashLink?: FlashLink;
  readonly cookies?: readonly SetCookie[];
}
export interface FlashLink {
  readonly href: string;
  readonly label: string;
}
export interface SetCookie {
  readonly name: string;
  /** null takes it away */
  readonly value: string | null;
  readonly maxAgeSeconds?: number;
}
export interface Bytes {
  readonly kind: "bytes";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string | NodeJS.ReadableStream;
  /**
   * What is too long for one transaction: the next part, null at the end. Each in a transaction of its own, for which session,
   * permission and record are asked anew; where they are gone the connection breaks off, so that nobody takes the half for the whole.
   */
  readonly more?: (tx: ReadTx, asking: Asking) => Promise<string | null>;
}
export interface Json {
  readonly kind: "json";
  readonly body: unknown;
  readonly status?: number;
  readonly version?: number;
}
/** What an API write did: the id it made or changed. Its representation is rendered anew, also on a replay. */
export interface Written {
  readonly kind: "written";
  readonly id: string;
  readonly status?: 200 | 201 | 202;
  readonly location?: string;
}

export const page = (title: string, body: () => VNode, more: Partial<Omit<Page, "kind" | "title" | "body">> = {}): Page => ({ kind: "page", title, body, ...more });
export const redirect = (to: string, flash?: string, flashLink?: FlashLink): Redirect => ({ kind: "redirect", to, ...(flash === undefined ? {} : { flash }), ...(flashLink === undefined ? {} : { flashLink }) });
export const json = (body: unknown, version?: number): Json => ({ kind: "json", body, ...(version === undefined ? {} : { version }) });
export const bytes = (body: Bytes["body"], headers: Bytes["headers"], more?: Bytes["more"]): Bytes => ({ kind: "bytes", body, headers, ...(more === undefined ? {} : { more }) });
export const written = (id: string, more: Partial<Omit<Written, "kind" | "id">> = {}): Written => ({ kind: "written", id, ...more });

type Schema = z.ZodType;
type Out<S> = S extends z.ZodType ? z.output<S> : Record<string, never>;
/** Who may: a permission that `accounts` maps to roles, or every account that is signed in. */
export type Allow = `${string}.${string}` | "signed-in";
/** Which event of the access record the request must write, or why it writes none. */
export type Records = `${string}.${string}` | { readonly none: string };

interface Base {
  readonly path: string;
  readonly allow: Allow;
  readonly record: Records;
  /** one sentence, for the documents and the API description */
  readonly about: string;
}
export interface PageRoute extends Base {
  readonly kind: "page";
  readonly params?: Schema;
  readonly query?: Schema;
  readonly handle: (tx: ReadTx, input: never, asking: Asking) => Promise<Page | Bytes | Json | Redirect>;
}
/** GET shows, POST submits. Refused or stale: the same page again, status 422 or 409, with everything typed. */
export interface FormRoute extends Base {
  readonly kind: "form";
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body: Schema;
  readonly showRecord?: Records;
  /** largest upload in bytes; unset: the form takes no file */
  readonly uploadLimit?: number;
  readonly show: (tx: ReadTx, input: never, asking: Asking, form: FormState) => Promise<Page>;
  readonly submit: (tx: WriteTx, input: never, asking: Asking) => Promise<Redirect | Page | Bytes>;
}
/** One button: POST only. Refused: the page it came from, with the reasons. */
export interface ActionRoute extends Base {
  readonly kind: "action";
  readonly params?: Schema;
  readonly body?: Schema;
  readonly handle: (tx: WriteTx, input: never, asking: Asking) => Promise<Redirect | Json>;
}
export interface ApiRead extends Base {
  readonly kind: "api-read";
  /** a question too long for an address, or that must stand in none: it writes nothing and needs no Idempotency-Key */
  readonly method?: "POST";
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  readonly bodyExample?: unknown;
  readonly answer: Schema;
  readonly example: unknown;
  readonly handle: (tx: ReadTx, input: never, asking: Asking) => Promise<Json | Bytes>;
}
export interface ApiWrite extends Base {
  readonly kind: "api-write";
  readonly method: "POST" | "PATCH" | "PUT" | "DELETE";
  readonly params?: Schema;
  readonly body?: Schema;
  readonly uploadLimit?: number;
  readonly answer: Schema;
  readonly example: unknown;
  readonly bodyExample?: unknown;
  /** the write is an update of one entry and demands If-Match; input.version is what it says */
  readonly versioned?: boolean;
  readonly handle: (tx: WriteTx, input: never, asking: Asking) => Promise<Written>;
  /** the representation of what was written; run anew on a replay, under the rights of that moment */
  readonly show: (tx: ReadTx, id: string, asking: Asking) => Promise<Json>;
}
/** For people who are not signed in: signing in, accepting an invitation, health. */
export interface PublicRoute {
  readonly kind: "public";
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly about: string;
  /** the page stands within the navigation where the visitor is signed in */
  readonly inShell?: true;
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  /** under /api/v1: what the description of the API says */
  readonly answer?: Schema;
  readonly example?: unknown;
  readonly bodyExample?: unknown;
  /** takes files of at most so many bytes each, ten at once; only together with `admit` */
  readonly uploadLimit?: number;
  /** before a byte of the body is read: the page for whom the address alone shows that they are not let in, null for the others */
  readonly admit?: (visitor: Visitor, input: never) => Promise<Page | null>;
  readonly handle: (visitor: Visitor, input: never) => Promise<Page | Redirect | Json | Bytes>;
}
export type Route = PageRoute | FormRoute | ActionRoute | ApiRead | ApiWrite | PublicRoute;

/** The same as pageRoute and its siblings take: the types of params, query and body flow into the handlers. */
type Typed<R, P, Q> = Omit<R, "kind" | "handle" | "show" | "submit" | "params" | "query" | "body"> & { params?: P; query?: Q };
interface Files { readonly uploads: readonly Upload[] }
interface Versioned { readonly version: number }

export function pageRoute<P extends Schema, Q extends Schema>(
  route: Typed<PageRoute, P, Q> & { handle: (tx: ReadTx, input: { params: Out<P>; query: Out<Q> }, asking: Asking) => Promise<Page | Bytes | Json | Redirect> },
): PageRoute {
  return { kind: "page", ...route } as unknown as PageRoute;
}
export function formRoute<P extends Schema, Q extends Schema, B extends Schema>(
  route: Typed<FormRoute, P, Q> & {
    body: B;
    show: (tx: ReadTx, input: { params: Out<P>; query: Out<Q> }, asking: Asking, form: FormState) => Promise<Page>;
    submit: (tx: WriteTx, input: { params: Out<P>; query: Out<Q>; body: Out<B> } & Files & Versioned, asking: Asking) => Promise<Redirect | Page | Bytes>;
  },
): FormRoute {
  return { kind: "form", ...route } as unknown as FormRoute;
}
export function actionRoute<P extends Schema, B extends Schema>(
  route: Typed<ActionRoute, P, never> & { body?: B; handle: (tx: WriteTx, input: { params: Out<P>; body: Out<B> } & Versioned, asking: Asking) => Promise<Redirect | Json> },
): ActionRoute {
  return { kind: "action", ...route } as unknown as ActionRoute;
}
export function apiRead<P extends Schema, Q extends Schema, B extends Schema>(
  route: Typed<ApiRead, P, Q> & { body?: B; handle: (tx: ReadTx, input: { params: Out<P>; query: Out<Q>; body: Out<B> }, asking: Asking) => Promise<Json | Bytes> },
): ApiRead {
  return { kind: "api-read", ...route } as unknown as ApiRead;
}
export function apiWrite<P extends Schema, B extends Schema>(
  route: Typed<ApiWrite, P, never> & {
    body?: B;
    handle: (tx: WriteTx, input: { params: Out<P>; body: Out<B> } & Files & Versioned, asking: Asking) => Promise<Written>;
    show: (tx: ReadTx, id: string, asking: Asking) => Promise<Json>;
  },
): ApiWrite {
  return { kind: "api-write", ...route } as unknown as ApiWrite;
}
export function publicRoute<P extends Schema, Q extends Schema, B extends Schema>(
  route: Omit<Typed<PublicRoute, P, Q>, "admit"> & {
    body?: B;
    admit?: (visitor: Visitor, input: { params: Out<P> }) => Promise<Page | null>;
    handle: (visitor: Visitor, input: { params: Out<P>; query: Out<Q>; body: Out<B> } & Files) => Promise<Page | Redirect | Json | Bytes>;
  },
): PublicRoute {
  return { kind: "public", ...route } as unknown as PublicRoute;
}

export type { SessionSecret };
