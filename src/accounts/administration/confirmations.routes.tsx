import { z } from "zod";
import { actionRoute, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { ConfirmationsPage } from "./confirmations.page.tsx";
import { confirmRole, decideRecovery, endRole } from "./manage-roles.ts";
import { listWaitingRecoveries, listWaitingRoles } from "./memberships.sql.ts";

const allow = "role.confirm";
const PATH = "/verwaltung/bestaetigungen";

const list = pageRoute({
  path: PATH,
  allow,
  record: { none: "accounts of staff, and no file" },
  about: "Roles and recoveries that wait for a second person.",
  handle: async (tx, _input, asking) => {
    const [roles, recoveries] = [await listWaitingRoles(tx), await listWaitingRecoveries(tx)];
    const isAdministrator = asking.session.roles.includes("tenant_administrator");
    return page("Bestätigungen", () => <ConfirmationsPage roles={roles} recoveries={recoveries} isAdministrator={isAdministrator} timeZone={asking.app.config.timeZone} csrf={asking.form().csrf} />, { nav: "confirmations" });
  },
});

const params = z.object({ id: z.uuid() });
const confirm = actionRoute({ path: "/verwaltung/rollen/:id/bestaetigen", allow, record: "role.confirmed", about: "Confirms a role that somebody else granted.", params, handle: async (tx, { params }, asking) => {
  await confirmRole(tx, asking, params.id);
  return redirect(PATH, "Die Rolle gilt jetzt.");
} });
const decline = actionRoute({ path: "/verwaltung/rollen/:id/ablehnen", allow, record: "role.declined", about: "Declines a role, or takes it back.", params, handle: async (tx, { params }, asking) => {
  await endRole(tx, asking, params.id, "role.declined");
  return redirect(PATH, "Die Rolle ist abgelehnt.");
} });

const reference = z.object({ reference: z.string().regex(/^[0-9a-f]{64}$/) });
const confirmLink = actionRoute({ path: "/verwaltung/wiederherstellungen/:reference/bestaetigen", allow, record: "recovery.confirmed", about: "Confirms a recovery; its link is valid from then on.", params: reference, handle: async (tx, { params }, asking) => {
  await decideRecovery(tx, asking, params.reference, true);
  return redirect(PATH, "Der Link gilt jetzt.");
} });
const declineLink = actionRoute({ path: "/verwaltung/wiederherstellungen/:reference/ablehnen", allow, record: "recovery.declined", about: "Declines a recovery.", params: reference, handle: async (tx, { params }, asking) => {
  await decideRecovery(tx, asking, params.reference, false);
  return redirect(PATH, "Die Wiederherstellung ist abgelehnt. Der Link gilt nicht.");
} });

export const confirmationRoutes: readonly Route[] = [list, confirm, decline, confirmLink, declineLink];
