import { z } from "zod";
import { page, type Page, parseSessionSecret, publicRoute, type Redirect, redirect, type Route, secretHash, type Visitor } from "../../http/index.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { commonPasswords } from "../secrets/common-passwords.ts";
import { decidePassword } from "../secrets/decide-password.ts";
import { hashPassword } from "../secrets/password-hash.ts";
import { InvitationGone, InvitationPage } from "./invitation.page.tsx";
import { acceptInvitation, findInvitation, type Invitation } from "./sign-in.sql.ts";
import { opened } from "./sign-in.ts";

interface Found {
  readonly tenantId: string;
  readonly hash: Buffer;
  readonly invitation: Invitation;
}

/** The link is built like the secret of a session, the municipality before the point, but opens only this. */
async function findByLink({ app }: Visitor, link: string): Promise<Found | null> {
  const secret = parseSessionSecret(link);
  if (secret === null) return null;
  const tenantId = secret.slice(0, 36);
  const hash = secretHash(secret);
  const invitation = await app.db.signIn((tx) => findInvitation(tx, tenantId, hash));
  return invitation === undefined ? null : { tenantId, hash, invitation };
}
const gone = (): Page => page("Dieser Link gilt nicht", () => <InvitationGone />, { status: 404 });
const form = (invitation: Invitation, refusals: readonly Refusal[], status: number): Page =>
  page("Passwort setzen", () => <InvitationPage invitation={invitation} refusals={refusals} />, { status });

const params = z.object({ link: z.string() });

const show = publicRoute({
  path: "/einladung/:link",
  method: "GET",
  about: "Asks for a password, after an invitation or a recovery.",
  params,
  handle: async (visitor, { params }) => {
    const found = await findByLink(visitor, params.link);
    return found === null ? gone() : form(found.invitation, [], 200);
  },
});

const submit = publicRoute({
  path: "/einladung/:link",
  method: "POST",
  about: "Sets the password and uses up the link.",
  params,
  body: z.object({ passwort: z.string().max(1000).catch(""), wiederholung: z.string().max(1000).catch("") }),
  handle: async (visitor, { params, body }): Promise<Page | Redirect> => {
    const found = await findByLink(visitor, params.link);
    if (found === null) return gone();
    const { invitation, tenantId, hash } = found;
    const refusals = decidePassword(body.passwort, commonPasswords(), wordsAround(invitation));
    if (body.passwort !== body.wiederholung) refusals.push({ code: "repetition-differs", field: "wiederholung", sentence: "Die beiden Passwörter sind nicht gleich. Tippen Sie es noch einmal." });
    if (refusals.length > 0) return form(invitation, refusals, 422);
    const passwordHash = await hashPassword(body.passwort);
    const accepted = await visitor.app.db.signIn((tx) => acceptInvitation(tx, tenantId, hash, passwordHash));
    if (accepted === undefined) return gone();
    if (accepted.has_second_factor) return redirect("/anmelden", "Das Passwort ist gesetzt. Bitte melden Sie sich damit an.");
    const outcome = await opened(visitor, { tenantId, accountId: accepted.account_id, email: accepted.email }, invitation.is_demo ? "/" : "/konto/zweiter-faktor");
    return outcome.ok ? outcome.redirect : gone();
  },
});

const wordsAround = (i: Invitation): string[] => ["Einklang", i.tenant_name, i.organisation, i.given_name, i.family_name, i.email];

export const invitationRoutes: readonly Route[] = [show, submit];
