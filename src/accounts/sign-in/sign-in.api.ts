import { z } from "zod";
import { EXAMPLE_ID, json, publicRoute, type Route } from "../../http/index.ts";
import { Refused } from "../../kernel/errors.ts";
import { signInByProgram } from "./sign-in-by-program.ts";
import { listSignInTenants } from "./sign-in.sql.ts";

const tenants = publicRoute({
  path: "/api/v1/tenants",
  method: "GET",
  about: "Municipalities of this installation: sign-in names one.",
  answer: z.object({ items: z.array(z.object({ id: z.uuid(), name: z.string(), is_demo: z.boolean() })) }),
  example: { items: [{ id: EXAMPLE_ID, name: "Kreis Lindenau", is_demo: true }] },
  handle: async ({ app }) => json({ items: await app.db.signIn(listSignInTenants) }),
});

const open = publicRoute({
  path: "/api/v1/sessions",
  method: "POST",
  about:
    "Signs in with password and second factor. The answer's token goes into `Authorization: Bearer` and ends like a session of the browser. Without a code the right password is answered `second-factor-needed`; nothing is opened then. Takes no Idempotency-Key: a retry opens another session.",
  body: z.object({ tenant_id: z.uuid(), email: z.string().min(1).max(254), password: z.string().min(1).max(500), code: z.string().max(40).optional() }),
  bodyExample: { tenant_id: EXAMPLE_ID, email: "k.brandt@example.org", password: "vier zufällige Wörter hier", code: "123456" },
  answer: z.object({ token: z.string(), token_type: z.literal("Bearer"), idle_minutes: z.number(), expires_at: z.string() }),
  example: { token: `${EXAMPLE_ID}.kJ8…`, token_type: "Bearer", idle_minutes: 30, expires_at: "2026-11-22T18:00:00.000Z" },
  handle: async (visitor, { body }) => {
    const outcome = await signInByProgram(visitor, { tenantId: body.tenant_id, email: body.email, password: body.password, code: body.code ?? null });
    if (!outcome.ok) throw new Refused([{ code: outcome.code, sentence: outcome.sentence }]);
    const { sessionHours, sessionIdleMinutes } = visitor.app.config;
    const expires = new Date(visitor.now.getTime() + sessionHours * 3_600_000);
    return { ...json({ token: outcome.secret, token_type: "Bearer", idle_minutes: sessionIdleMinutes, expires_at: expires.toISOString() }), status: 201 };
  },
});

export const signInApi: readonly Route[] = [tenants, open];
