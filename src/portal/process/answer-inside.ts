import type { FastifyRequest } from "fastify";
import { createHmac, timingSafeEqual } from "node:crypto";
import { parseSessionSecret } from "../../http/index.ts";
import { NotSignedIn } from "../../kernel/errors.ts";
import { getMe, touch } from "../portal.sql.ts";
import { ADDRESS } from "../views.ts";
import { frameOf, SESSION } from "./call.ts";
import { type Answer, type Call, go, type InsideRoute } from "./portal-route.ts";

/** One transaction: who is there, whether they still may, and the answer. What was frozen or withdrawn meanwhile is seen by it. */
export async function answerInside(route: InsideRoute, call: Call & { readonly request: FastifyRequest }): Promise<Answer> {
  const secret = parseSessionSecret(call.cookies[SESSION]);
  if (secret === null) {
    if (route.method === "GET") return go(ADDRESS.start);
    throw new NotSignedIn();
  }
  if (route.method === "POST" && !isProof(secret, call.text("_csrf"))) throw new NotSignedIn();
  return call.app.db.as(secret, async (tx) => {
    const me = await getMe(tx);
    await touch(tx);
    if (me.is_first_pin && route.beforeOwnPin !== true) return go(ADDRESS.ownPin);
    const frame = frameOf(call.app, call.request, me);
    return route.handle(tx, { ...call, me, secret, frame, language: frame.language });
  });
}

function isProof(secret: string, given: string): boolean {
  const want = createHmac("sha256", secret).update("csrf").digest("base64url");
  const [a, b] = [Buffer.from(given), Buffer.from(want)];
  // as bytes: signs of two would be as many and yet longer
  return a.length === b.length && timingSafeEqual(a, b);
}
