import { z } from "zod";
import type { ReadTx } from "../../db/index.ts";
import { apiRead, apiWrite, type Asking, EXAMPLE_ID, type Json, json, type Route, written } from "../../http/index.ts";
import { shownOnce } from "../shown-once.ts";
import { getAccount } from "./accounts.sql.ts";
import { askForRecovery, invite, LINK_DAYS } from "./manage-accounts.ts";
import { decideRecovery } from "./manage-roles.ts";
import { listWaitingRecoveries } from "./memberships.sql.ts";

const params = z.object({ id: z.uuid() });
const allow = "tenant.administer";
const link = z.object({ account_id: z.uuid(), link: z.string().nullable(), days: z.number() });
const LINK = { account_id: EXAMPLE_ID, link: `/einladung/${EXAMPLE_ID}.kJ8…`, days: LINK_DAYS };
const ONCE = "`link` is a path of this server, shown this once: a repeated request has null.";

const links = shownOnce();
async function showLink(tx: ReadTx, id: string, asking: Asking): Promise<Json> {
  const account = await getAccount(tx, asking.session.tenantId, id);
  return json({ account_id: account.id, link: links.take(asking), days: LINK_DAYS });
}
const made: Route[] = [
  apiWrite({
    path: "/api/v1/accounts/:id/invitation", method: "POST", allow, record: "account.invited", about: `Renews the invitation of an account that was never used. ${ONCE}`, params, answer: link, example: LINK,
    handle: async (tx, { params }, asking) => {
      links.keep(asking, await invite(tx, asking, params.id));
      return written(params.id);
    },
    show: showLink,
  }),
  apiWrite({
    path: "/api/v1/accounts/:id/recovery", method: "POST", allow, record: "recovery.requested", about: `Asks for the recovery of an account; the link opens once a second person confirmed it. ${ONCE}`, params,
    body: z.object({ resets_second_factor: z.boolean().default(false) }), bodyExample: { resets_second_factor: true }, answer: link, example: LINK,
    handle: async (tx, { params, body }, asking) => {
      links.keep(asking, await askForRecovery(tx, asking, params.id, body.resets_second_factor));
      return written(params.id);
    },
    show: showLink,
  }),
];

const RECOVERY = {
  reference: "0".repeat(64), account_id: EXAMPLE_ID, given_name: "Katrin", family_name: "Brandt", organisation: "KI Lindenau", requested_by_name: "Jan Weber", resets_second_factor: false,
  created_at: "2026-11-22T08:00:00.000Z", expires_at: "2026-11-29T08:00:00.000Z", confirmed: false, may_confirm: true,
};
const recovery = z.object({
  reference: z.string(), account_id: z.uuid(), given_name: z.string(), family_name: z.string(), organisation: z.string(), requested_by_name: z.string(), resets_second_factor: z.boolean(),
  created_at: z.string(), expires_at: z.string(), confirmed: z.boolean(), may_confirm: z.boolean(),
});
const reference = z.object({ reference: z.string().regex(/^[0-9a-f]{64}$/) });
const decided = z.object({ account_id: z.uuid(), state: z.enum(["confirmed", "declined"]) });

const decide = (isConfirmed: boolean): Route =>
  apiWrite({
    path: isConfirmed ? "/api/v1/recoveries/:reference/confirmation" : "/api/v1/recoveries/:reference", method: isConfirmed ? "PUT" : "DELETE", allow: "role.confirm",
    record: isConfirmed ? "recovery.confirmed" : "recovery.declined", about: isConfirmed ? "Confirms a recovery that somebody else asked for; its link holds from then on." : "Declines or takes back a recovery; its link never holds.",
    params: reference, answer: decided, example: { account_id: EXAMPLE_ID, state: isConfirmed ? "confirmed" : "declined" },
    handle: async (tx, { params }, asking) => written(await decideRecovery(tx, asking, params.reference, isConfirmed), { status: 200 }),
    show: async (_tx, id) => json({ account_id: id, state: isConfirmed ? "confirmed" : "declined" }),
  });

export const linksApi: readonly Route[] = [
  ...made,
  apiRead({
    path: "/api/v1/recoveries", allow: "role.confirm", record: { none: "accounts of staff, and no file" }, about: "Recoveries that wait for a second person, or for their link to be used.",
    answer: z.object({ items: z.array(recovery) }), example: { items: [RECOVERY] },
    handle: async (tx) => json({ items: (await listWaitingRecoveries(tx)).map((row) => Object.assign(row, { created_at: row.created_at.toISOString(), expires_at: row.expires_at.toISOString() })) }),
  }),
  decide(true),
  decide(false),
];
