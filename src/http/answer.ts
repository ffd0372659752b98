import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "./app.ts";
import { type FlashMessage, renderPlainPage, renderStaffPage, type StaffSession } from "./page-chrome.tsx";
import type { Bytes, Json, Page, Redirect } from "./route.ts";

const FLASH_COOKIE = "einklang_flash";
const isSecure = (app: App): boolean => app.config.origin.startsWith("https://");


/** Renders after the transaction is over, so that no connection waits for HTML. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, page: Page, who: StaffSession | null): Buffer {
  const flash = readFlash(request);
  if (flash !== undefined) reply.clearCookie(FLASH_COOKIE, { path: "/" });
  void reply.status(page.status ?? 200).type("text/html; charset=utf-8").header("cache-control", "no-store");
  // as bytes: a text would be gone through once for its length and again to be written
  return Buffer.from(who === null ? renderPlainPage(page, flash) : renderStaffPage(page, who, flash));
}

function readFlash(request: FastifyRequest): FlashMessage | undefined {
  // before a route is found, nobody has read the cookies yet
  const raw = (request.cookies as FastifyRequest["cookies"] | undefined)?.[FLASH_COOKIE];
  if (raw === undefined) return undefined;
  const [text = "", href = "", label = ""] = Buffer.from(raw, "base64url").toString("utf8").split(FLASH_PARTS);
  return { text: text.slice(0, 300), ...(isOwnPath(href) && label !== "" ? { link: { href, label: label.slice(0, 60) } } : {}) };
}
const FLASH_PARTS = "\u001f";
const flashCookie = ({ flash = "", flashLink }: Redirect): string => Buffer.from([flash, ...(flashLink === undefined ? [] : [flashLink.href, flashLink.label])].join(FLASH_PARTS)).toString("base64url");

/** Only ever to this server: an address from outside would make the sign-in page a springboard. */
const isOwnPath = (to: string): boolean => /^\/(?![/\\])\P{Cc}*$/u.test(to);

export function sendRedirect(app: App, reply: FastifyReply, redirect: Redirect): FastifyReply {
  if (!isOwnPath(redirect.to)) throw new Error(`not a path of this server: ${redirect.to}`);
  const options = { path: "/", httpOnly: true, sameSite: "lax", secure: isSecure(app) } as const;
  if (redirect.flash !== undefined) reply.setCookie(FLASH_COOKIE, flashCookie(redirect), { ...options, maxAge: 60 });
  for (const cookie of redirect.cookies ?? []) {
    if (cookie.value === null) reply.clearCookie(cookie.name, { path: "/" });
    else reply.setCookie(cookie.name, cookie.value, { ...options, ...(cookie.maxAgeSeconds === undefined ? {} : { maxAge: cookie.maxAgeSeconds }) });
  }
  return reply.header("cache-control", "no-store").redirect(redirect.to, 303);
}

export function sendJson(reply: FastifyReply, json: Json, status: number): unknown {
  if (json.version !== undefined) reply.header("etag", `"${json.version}"`);
  void reply.status(status).type("application/json; charset=utf-8").header("cache-control", "no-store");
  return Buffer.from(JSON.stringify(json.body));
}

export function sendBytes(reply: FastifyReply, result: Bytes): FastifyReply {
  return reply.headers({ "cache-control": "no-store", ...result.headers }).send(result.body);
}
