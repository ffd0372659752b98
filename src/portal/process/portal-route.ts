import type { VNode } from "preact";
import type { SessionSecret, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { Frame, PortalLanguage } from "../views.ts";
import type { Me } from "../portal.sql.ts";
import type { PortalApp } from "./portal-app.ts";

export interface PortalUpload {
  readonly fileName: string;
  readonly bytes: Buffer;
}
/** One request, before or after signing in. */
export interface Call {
  readonly app: PortalApp;
  readonly today: CalendarDay;
  readonly now: Date;
  readonly clientAddress: string;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly fields: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly upload: PortalUpload | null;
  readonly language: PortalLanguage;
  readonly frame: Frame;
  text(field: string): string;
}
/** What reading needs: a person who is signed in, or the staff who look at that page. */
export interface Reading {
  readonly app: { readonly config: Pick<PortalApp["config"], "timeZone">; readonly vault: Pick<PortalApp["vault"], "open"> };
  readonly now: Date;
  readonly today: CalendarDay;
  readonly frame: Frame;
  readonly me: Me;
}
export interface SignedInCall extends Call {
  readonly me: Me;
  readonly secret: SessionSecret;
}

export interface PortalCookie {
  readonly name: string;
  readonly value: string | null;
  readonly maxAgeSeconds?: number;
}
export type Answer =
  /** rendered after the transaction is over */
  | { readonly kind: "page"; readonly body: () => VNode; readonly status?: number; readonly cookies?: readonly PortalCookie[] }
  | { readonly kind: "go"; readonly to: string; readonly done?: string; readonly cookies?: readonly PortalCookie[]; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: "bytes"; readonly body: Buffer | string | (() => Promise<Uint8Array>); readonly headers: Readonly<Record<string, string>>; readonly cookies?: readonly PortalCookie[] };
export const show = (body: () => VNode, status = 200, cookies: readonly PortalCookie[] = []): Answer => ({ kind: "page", body, status, cookies });
export const go = (to: string, done?: string, cookies: readonly PortalCookie[] = []): Answer => ({ kind: "go", to, cookies, ...(done === undefined ? {} : { done }) });

export interface OpenRoute {
  readonly kind: "open";
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly handle: (call: Call) => Promise<Answer>;
}
/** Everything else asks the database who is there, in the transaction in which it answers. */
export interface InsideRoute {
  readonly kind: "inside";
  readonly method: "GET" | "POST";
  readonly path: string;
  /** the only ones that the office's first PIN reaches */
  readonly beforeOwnPin?: true;
  readonly takesFile?: true;
  readonly handle: (tx: WriteTx, call: SignedInCall) => Promise<Answer>;
}
export type PortalRoute = OpenRoute | InsideRoute;
export const inside = (method: "GET" | "POST", path: string, handle: InsideRoute["handle"], more: Pick<InsideRoute, "beforeOwnPin" | "takesFile"> = {}): InsideRoute => ({ kind: "inside", method, path, handle, ...more });
export const open = (method: "GET" | "POST", path: string, handle: OpenRoute["handle"]): OpenRoute => ({ kind: "open", method, path, handle });
