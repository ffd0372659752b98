import { z } from "zod";
import { actionRoute, type Asking, formRoute, page, type Page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { AccountDetailPage, AccountFormPage, AccountsPage, AskPage, LinkPage } from "./accounts.page.tsx";
import { GrantPage } from "./grant.page.tsx";
import { getAccount, listAccounts } from "./accounts.sql.ts";
import { accountChangeSchema, accountSchema, addAccount, askForRecovery, changeAccount, invite, LINK_DAYS, lockAccount, unlockAccount } from "./manage-accounts.ts";
import { endRole, grantRole, grantSchema } from "./manage-roles.ts";
import { listMemberships } from "./memberships.sql.ts";
import { listOffices, listRooms } from "./offices.sql.ts";

const params = z.object({ id: z.uuid() });
const NAV = { nav: "administration" };
const allow = "tenant.administer";
const STAFF_ONLY = { none: "accounts of staff, and no file" };

const accounts = pageRoute({ path: "/verwaltung/konten", allow, record: STAFF_ONLY, about: "Accounts of the tenant.", handle: async (tx, _input, asking) => {
  const rows = await listAccounts(tx, asking.session.tenantId);
  return page("Konten", () => <AccountsPage accounts={rows} />, NAV);
} });

const linkPage = (asking: Asking, accountId: string, link: string, isRecovery: boolean): Page =>
  page("Link", () => <LinkPage accountId={accountId} address={asking.app.config.origin + link} days={LINK_DAYS} isRecovery={isRecovery} />, NAV);

const newAccount = formRoute({
  path: "/verwaltung/konten/neu",
  allow,
  record: "account.created",
  about: "Adds an account and shows the link of its invitation once.",
  body: accountSchema,
  show: async (tx, _input, asking, form) => {
    const offices = await listOffices(tx, asking.session.tenantId);
    return page("Konto anlegen", () => <AccountFormPage account={null} offices={offices} form={form} fields={asking.form()} />, NAV);
  },
  submit: async (tx, { body }, asking) => {
    const made = await addAccount(tx, asking, body);
    return linkPage(asking, made.id, made.link, false);
  },
});

const account = pageRoute({ path: "/verwaltung/konten/:id", allow, record: STAFF_ONLY, about: "An account with its state and roles.", params, handle: async (tx, { params }, asking) => {
  const { tenantId, accountId } = asking.session;
  const [row, memberships] = [await getAccount(tx, tenantId, params.id), await listMemberships(tx, tenantId, params.id)];
  return page("Konto", () => <AccountDetailPage account={row} memberships={memberships} isOwn={params.id === accountId} fields={asking.form()} />, NAV);
} });

const change = formRoute({
  path: "/verwaltung/konten/:id/aendern",
  allow,
  record: "account.changed",
  about: "Changes an account.",
  params,
  body: accountChangeSchema,
  show: async (tx, { params }, asking, form) => {
    const { tenantId } = asking.session;
    const [row, offices] = [await getAccount(tx, tenantId, params.id), await listOffices(tx, tenantId)];
    return page("Angaben ändern", () => <AccountFormPage account={row} offices={offices} form={form} fields={asking.form()} />, NAV);
  },
  submit: async (tx, { params, body, version }, asking) => {
    await changeAccount(tx, asking, params.id, version, body);
    return redirect(`/verwaltung/konten/${params.id}`, "Die Angaben sind geändert.");
  },
});

const askForm = (isRecovery: boolean) => formRoute({
  path: `/verwaltung/konten/:id/${isRecovery ? "wiederherstellung" : "einladung"}`,
  allow,
  record: isRecovery ? "recovery.requested" : "account.invited",
  about: isRecovery ? "Asks for the recovery of an account; a second person confirms it." : "Renews the invitation of an account that was never used.",
  params,
  body: z.object({ faktor: z.string().optional() }),
  show: async (tx, { params }, asking, form) => {
    const row = await getAccount(tx, asking.session.tenantId, params.id);
    return page(isRecovery ? "Wiederherstellung" : "Einladung", () => <AskPage account={row} isRecovery={isRecovery} form={form} fields={asking.form()} />, NAV);
  },
  submit: async (tx, { params, body }, asking) => linkPage(asking, params.id, isRecovery ? await askForRecovery(tx, asking, params.id, body.faktor !== undefined) : await invite(tx, asking, params.id), isRecovery),
});

const lock = actionRoute({ path: "/verwaltung/konten/:id/sperren", allow, record: "account.disabled", about: "Disables an account; its sessions and tokens end.", params, handle: async (tx, { params }, asking) => {
  await lockAccount(tx, asking, params.id);
  return redirect(`/verwaltung/konten/${params.id}`, "Das Konto ist gesperrt. Alle Sitzungen sind beendet.");
} });
const unlock = actionRoute({ path: "/verwaltung/konten/:id/freigeben", allow, record: "account.enabled", about: "Enables a disabled account.", params, handle: async (tx, { params }, asking) => {
  await unlockAccount(tx, asking, params.id);
  return redirect(`/verwaltung/konten/${params.id}`, "Das Konto ist wieder frei.");
} });

const grant = formRoute({
  path: "/verwaltung/konten/:id/rollen/neu",
  allow,
  record: "role.granted",
  about: "Grants a role; in force once somebody else confirmed it.",
  params,
  query: z.object({ rolle: grantSchema.shape.role.optional().catch(undefined) }),
  body: grantSchema,
  show: async (tx, { params, query }, asking, form) => {
    const { tenantId } = asking.session;
    const [row, rooms, offices] = [await getAccount(tx, tenantId, params.id), await listRooms(tx, tenantId), await listOffices(tx, tenantId)];
    const role = grantSchema.shape.role.safeParse(form.values["role"]).data ?? query.rolle;
    return page("Rolle vergeben", () => <GrantPage account={row} rooms={rooms} offices={offices} role={role} form={form} fields={asking.form()} />, NAV);
  },
  submit: async (tx, { params, body }, asking) => ({ ...redirect(`/verwaltung/konten/${params.id}`, "Die Rolle ist vergeben und wartet auf Bestätigung."), id: await grantRole(tx, asking, params.id, body) }),
});

const end = actionRoute({ path: "/verwaltung/rollen/:id/beenden", allow, record: "role.ended", about: "Ends a role at once.", params, handle: async (tx, { params }, asking) => {
  const accountId = await endRole(tx, asking, params.id);
  return redirect(`/verwaltung/konten/${accountId}`, "Die Rolle ist beendet.");
} });

export const staffAccountRoutes: readonly Route[] = [accounts, newAccount, account, change, askForm(false), askForm(true), lock, unlock, grant, end];
