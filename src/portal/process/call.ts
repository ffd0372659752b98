import type { FastifyRequest } from "fastify";
import { csrfToken, parseSessionSecret } from "../../http/index.ts";
import { dayOf } from "../../kernel/calendar-day.ts";
import { newId } from "../../kernel/id.ts";
import type { Me } from "../portal.sql.ts";
import { type Done, type DoneCode, type Frame, portalLanguageOf } from "../views.ts";
import type { PortalApp } from "./portal-app.ts";
import type { Call, PortalUpload } from "./portal-route.ts";

/** Names that tell nobody anything. */
export const SESSION = "s";
export const CARD = "k";
export const DEVICE = "g";
/** a passkey was set up or used in this browser */
export const PHONE = "h";
const LANGUAGE = "sprache";

export const MOST_BYTES = 10_000_000;

export function frameOf(app: PortalApp, request: FastifyRequest, me: Me | null): Frame {
  const cookies = (request.cookies as FastifyRequest["cookies"] | undefined) ?? {};
  const secret = parseSessionSecret(cookies[SESSION]);
  const asked = (request.query as Record<string, string | undefined> | undefined)?.["sprache"];
  const [code = "", id] = (cookies["getan"] ?? "").split(":");
  const done: Done | null = code === "" ? null : { code: code as DoneCode, ...(id === undefined ? {} : { id }) };
  return {
    language: portalLanguageOf(me?.language ?? asked ?? cookies[LANGUAGE]),
    isSignedIn: me !== null && !me.is_first_pin,
    csrf: secret === null ? "" : csrfToken(secret),
    idempotencyKey: newId(),
    today: dayOf(app.clock(), app.config.timeZone),
    path: request.url.split("?")[0] ?? "/",
    done,
    isDemo: me?.is_demo ?? false,
  };
}

export async function callOf(app: PortalApp, request: FastifyRequest, takesFile: boolean): Promise<Call & { readonly request: FastifyRequest }> {
  const { fields, upload } = await bodyOf(request, takesFile);
  const frame = frameOf(app, request, null);
  const now = app.clock();
  return {
    app, request, now, today: frame.today, clientAddress: request.ip, cookies: request.cookies, query: request.query as Call["query"], params: request.params as Call["params"],
    fields, upload, language: frame.language, frame,
    text: (field) => {
      const value = fields[field];
      return (typeof value === "string" ? value : "").slice(0, 10_000);
    },
  };
}

async function bodyOf(request: FastifyRequest, takesFile: boolean): Promise<{ fields: Record<string, string | string[]>; upload: PortalUpload | null }> {
  if (!request.isMultipart() || !takesFile) return { fields: (request.body as Record<string, string | string[]> | undefined) ?? {}, upload: null };
  const fields: Record<string, string> = {};
  let upload: PortalUpload | null = null;
  for await (const part of request.parts({ limits: { fileSize: MOST_BYTES, files: 1, fields: 20, fieldSize: 20_000 } })) {
    if (part.type === "field") fields[part.fieldname] = String(part.value);
    else {
      const bytes = await part.toBuffer().catch(() => null);
      // too large is told by the empty content, which is refused with its own words
      if (part.filename !== "" || (bytes?.length ?? 0) > 0) upload = { fileName: part.filename, bytes: bytes === null || part.file.truncated ? Buffer.alloc(0) : bytes };
    }
  }
  return { fields, upload };
}
