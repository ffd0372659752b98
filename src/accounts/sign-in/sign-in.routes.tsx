import { z } from "zod";
import { page, type Page, publicRoute, type Redirect, redirect, type Route, type Visitor } from "../../http/index.ts";
import { isId } from "../../kernel/id.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { ownPath } from "../own-path.ts";
import { CodePage, SignInPage, type SignInView } from "./sign-in.page.tsx";
import { mayTryDemo, openDemo, readStep, signInWithCode, signInWithPassword } from "./sign-in.ts";
import { listDemoAccounts, listSignInTenants } from "./sign-in.sql.ts";

// one text each; whatever else comes counts as nothing typed, so that the page itself answers
const text = (most: number) => z.string().max(most).catch("");

async function signInPage(visitor: Visitor, typed: Pick<SignInView, "tenantId" | "email" | "onward" | "refusals">, status: number): Promise<Page> {
  const { tenants, demo } = await visitor.app.db.signIn(async (tx) => ({
    tenants: await listSignInTenants(tx),
    demo: mayTryDemo(visitor) ? await listDemoAccounts(tx) : [],
  }));
  const banner = tenants.length > 0 && tenants.every((t) => t.is_demo) ? { banner: "Vorführung · alle Personen und Stellen sind erfunden" } : {};
  return page("Anmelden", () => <SignInPage tenants={tenants} demo={demo} {...typed} />, { status, ...banner, width: demo.length > 0 ? "wide" : "form" });
}

const show = publicRoute({
  path: "/anmelden",
  method: "GET",
  about: "Asks for the municipality, the address and the password.",
  query: z.object({ weiter: text(1000) }),
  handle: async (visitor, { query }) => signInPage(visitor, { tenantId: "", email: "", onward: ownPath(query.weiter), refusals: [] }, 200),
});

const submit = publicRoute({
  path: "/anmelden",
  method: "POST",
  about: "Checks the password; the second factor comes next.",
  body: z.object({ kommune: text(36), email: text(254), passwort: text(500), weiter: text(1000) }),
  handle: async (visitor, { body }): Promise<Page | Redirect> => {
    const onward = ownPath(body.weiter);
    const refusals: Refusal[] = [];
    if (!isId(body.kommune)) refusals.push({ code: "tenant-missing", field: "kommune", sentence: "Wählen Sie Ihre Kommune." });
    if (body.email.trim() === "") refusals.push({ code: "email-missing", field: "email", sentence: "Geben Sie Ihre E-Mail-Adresse ein." });
    if (body.passwort === "") refusals.push({ code: "password-missing", field: "passwort", sentence: "Geben Sie Ihr Passwort ein." });
    if (refusals.length === 0) {
      const outcome = await signInWithPassword(visitor, { tenantId: body.kommune, email: body.email, password: body.passwort, onward });
      if (outcome.ok) return outcome.redirect;
      refusals.push({ code: "sign-in-refused", sentence: outcome.sentence });
    }
    return signInPage(visitor, { tenantId: body.kommune, email: body.email, onward, refusals }, 422);
  },
});

const showCode = publicRoute({
  path: "/anmelden/code",
  method: "GET",
  about: "Asks for the second factor.",
  handle: async (visitor) => (readStep(visitor) === null ? redirect("/anmelden") : page("Zweiter Faktor", () => <CodePage refusals={[]} />)),
});

const submitCode = publicRoute({
  path: "/anmelden/code",
  method: "POST",
  about: "Checks the app's code or a recovery code.",
  body: z.object({ code: text(40) }),
  handle: async (visitor, { body }): Promise<Page | Redirect> => {
    const step = readStep(visitor);
    const outcome = step === null ? "start-again" : await signInWithCode(visitor, step, body.code);
    if (outcome === "start-again") return redirect("/anmelden", "Das hat zu lange gedauert. Bitte melden Sie sich noch einmal an.");
    if (outcome.ok) return outcome.redirect;
    return page("Zweiter Faktor", () => <CodePage refusals={[{ code: "code-refused", field: "code", sentence: outcome.sentence }]} />, { status: 422 });
  },
});

const demo = publicRoute({
  path: "/anmelden/vorfuehrung",
  method: "POST",
  about: "Signs in to an invented municipality, on this machine only.",
  body: z.object({ kommune: z.uuid(), konto: z.uuid(), weiter: text(1000) }),
  handle: async (visitor, { body }) => (await openDemo(visitor, body.kommune, body.konto, body.weiter)) ?? redirect("/anmelden", "Das geht hier nicht. Bitte melden Sie sich mit Passwort an."),
});

export const signInRoutes: readonly Route[] = [show, submit, showCode, submitCode, demo];
