import { z } from "zod";
import type { ReadTx } from "../db/index.ts";
import { apiRead, apiWrite, type Asking, EXAMPLE_ID, type Json, json, type Route, written } from "../http/index.ts";
import { Stale } from "../kernel/errors.ts";
import { type StaffAccount, getAccount, listAccounts } from "./administration/accounts.sql.ts";
import { accountChangeSchema, accountSchema, addAccount, changeAccount, lockAccount, unlockAccount } from "./administration/manage-accounts.ts";
import { addOffice, addRoom, changeOffice, changeRoom, officeSchema, roomChangeSchema, roomSchema, shutOffice, shutRoom } from "./administration/manage-offices.ts";
import { confirmRole, endRole, grantRole, grantSchema } from "./administration/manage-roles.ts";
import { getMembership, listMemberships, listWaitingRoles } from "./administration/memberships.sql.ts";
import { getOffice, getRoom, listOffices, listRooms } from "./administration/offices.sql.ts";

/** An update names the version that was read, also where it sets no more than a state. */
function demandVersion(row: { readonly version: number }, version: number): void {
  if (row.version !== version) throw new Stale({ ...row });
}
const params = z.object({ id: z.uuid() });
const allow = "tenant.administer";
const STAFF = { none: "staff and organisations, and no file" };
const open = z.looseObject({});
const list = z.object({ items: z.array(open) });

const me = apiRead({
  path: "/api/v1/me",
  allow: "signed-in",
  record: { none: "one's own session" },
  about: "Who is asking: account, tenant, room, roles in force and the scopes of the session or token.",
  answer: open,
  example: { account_id: EXAMPLE_ID, tenant_id: EXAMPLE_ID, room_id: EXAMPLE_ID, roles: ["case_manager"], scopes: ["read"], kind: "token" },
  handle: async (_tx, _input, { session: s }) =>
    json({ account_id: s.accountId, given_name: s.givenName, family_name: s.familyName, organisation: s.organisation, tenant_id: s.tenantId, tenant: s.tenantName, is_demo: s.isDemo, room_id: s.roomId, room: s.roomName, roles: s.roles, kind: s.kind, scopes: s.scopes }),
});

const office = async (tx: ReadTx, id: string, asking: Asking): Promise<Json> => {
  const row = await getOffice(tx, asking.session.tenantId, id);
  return json(row, row.version);
};
const OFFICE = { kind: "jobcenter", name: "Jobcenter Lindenau", short_name: "JC", municipality: "Lindenau" };
const offices: Route[] = [
  apiRead({ path: "/api/v1/organisations", allow, record: STAFF, about: "Organisations of the tenant.", answer: list, example: { items: [{ id: EXAMPLE_ID, ...OFFICE }] }, handle: async (tx, _i, asking) => json({ items: await listOffices(tx, asking.session.tenantId) }) }),
  apiRead({ path: "/api/v1/organisations/:id", allow, record: STAFF, about: "One organisation.", params, answer: open, example: { id: EXAMPLE_ID, ...OFFICE }, handle: (tx, { params }, asking) => office(tx, params.id, asking) }),
  apiWrite({ path: "/api/v1/organisations", method: "POST", allow, record: "organisation.added", about: "Adds an organisation.", body: officeSchema, bodyExample: OFFICE, answer: open, example: { id: EXAMPLE_ID, ...OFFICE }, handle: async (tx, { body }, asking) => written(await addOffice(tx, asking, body)), show: office }),
  apiWrite({
    path: "/api/v1/organisations/:id", method: "PUT", versioned: true, allow, record: "organisation.changed", about: "Changes an organisation.", params, body: officeSchema, bodyExample: OFFICE, answer: open, example: { id: EXAMPLE_ID, ...OFFICE },
    handle: async (tx, { params, body, version }, asking) => {
      await changeOffice(tx, asking, params.id, version, body);
      return written(params.id);
    },
    show: office,
  }),
  apiWrite({
    path: "/api/v1/organisations/:id/closed", method: "PUT", versioned: true, allow, record: "organisation.closed", about: "Closes an organisation that answers for no open room. What names it stays readable.", params, answer: open, example: { id: EXAMPLE_ID, ...OFFICE, is_closed: true },
    handle: async (tx, { params, version }, asking) => {
      demandVersion(await getOffice(tx, asking.session.tenantId, params.id), version);
      await shutOffice(tx, asking, params.id);
      return written(params.id);
    },
    show: office,
  }),
];

const room = async (tx: ReadTx, id: string, asking: Asking): Promise<Json> => {
  const row = await getRoom(tx, asking.session.tenantId, id);
  return json(row, row.version);
};
const ROOM = { kind: "case_management", name: "KIM Case Management", controller_id: EXAMPLE_ID, joint_agreement: null, operator_id: EXAMPLE_ID };

const rooms: Route[] = [
  apiRead({ path: "/api/v1/rooms", allow, record: STAFF, about: "Rooms (Aktenbereiche) of the tenant.", answer: list, example: { items: [{ id: EXAMPLE_ID, ...ROOM }] }, handle: async (tx, _i, asking) => json({ items: await listRooms(tx, asking.session.tenantId) }) }),
  apiRead({ path: "/api/v1/rooms/:id", allow, record: STAFF, about: "One room.", params, answer: open, example: { id: EXAMPLE_ID, ...ROOM }, handle: (tx, { params }, asking) => room(tx, params.id, asking) }),
  apiWrite({ path: "/api/v1/rooms", method: "POST", allow, record: "room.added", about: "Adds a room.", body: z.preprocess((v) => nullsAsEmpty(v), roomSchema), bodyExample: ROOM, answer: open, example: { id: EXAMPLE_ID, ...ROOM }, handle: async (tx, { body }, asking) => written(await addRoom(tx, asking, body)), show: room }),
  apiWrite({
    path: "/api/v1/rooms/:id", method: "PUT", versioned: true, allow, record: "room.changed", about: "Changes name and agreement of a room.", params, body: z.preprocess((v) => nullsAsEmpty(v), roomChangeSchema), bodyExample: { name: "KIM", joint_agreement: null }, answer: open, example: { id: EXAMPLE_ID, ...ROOM },
    handle: async (tx, { params, body, version }, asking) => {
      await changeRoom(tx, asking, params.id, version, body);
      return written(params.id);
    },
    show: room,
  }),
  apiWrite({
    path: "/api/v1/rooms/:id/closed", method: "PUT", versioned: true, allow, record: "room.closed", about: "Closes a room: no new roles from then on.", params, answer: open, example: { id: EXAMPLE_ID, ...ROOM, is_closed: true },
    handle: async (tx, { params, version }, asking) => {
      demandVersion(await getRoom(tx, asking.session.tenantId, params.id), version);
      await shutRoom(tx, asking, params.id);
      return written(params.id);
    },
    show: room,
  }),
];
/** Programs say null where a form sends an empty text. */
const nullsAsEmpty = (value: unknown): unknown =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, v === null ? "" : v])) : value;

const showAccount = async (tx: ReadTx, id: string, asking: Asking): Promise<Json> => {
  const row: StaffAccount = await getAccount(tx, asking.session.tenantId, id);
  return json(row, row.version);
};
const ACCOUNT = { email: "k.brandt@example.org", title: "", given_name: "Katrin", family_name: "Brandt", organisation_id: EXAMPLE_ID, side: "management", job_title: "", phone: "" };
const accounts: Route[] = [
  apiRead({ path: "/api/v1/accounts", allow, record: STAFF, about: "Accounts of the tenant with their state.", answer: list, example: { items: [{ id: EXAMPLE_ID, ...ACCOUNT }] }, handle: async (tx, _i, asking) => json({ items: await listAccounts(tx, asking.session.tenantId) }) }),
  apiRead({ path: "/api/v1/accounts/:id", allow, record: STAFF, about: "One account.", params, answer: open, example: { id: EXAMPLE_ID, ...ACCOUNT }, handle: (tx, { params }, asking) => showAccount(tx, params.id, asking) }),
  apiWrite({ path: "/api/v1/accounts", method: "POST", allow, record: "account.created", about: "Adds an account; its invitation comes from `/accounts/{id}/invitation`.", body: accountSchema, bodyExample: ACCOUNT, answer: open, example: { id: EXAMPLE_ID, ...ACCOUNT }, handle: async (tx, { body }, asking) => written((await addAccount(tx, asking, body)).id), show: showAccount }),
  apiWrite({
    path: "/api/v1/accounts/:id", method: "PUT", versioned: true, allow, record: "account.changed", about: "Changes an account.", params, body: accountChangeSchema, bodyExample: ACCOUNT, answer: open, example: { id: EXAMPLE_ID, ...ACCOUNT },
    handle: async (tx, { params, body, version }, asking) => {
      await changeAccount(tx, asking, params.id, version, body);
      return written(params.id);
    },
    show: showAccount,
  }),
  apiWrite({
    path: "/api/v1/accounts/:id/disabled", method: "PUT", versioned: true, allow, record: "account.disabled", about: "Disables an account; its sessions and tokens end.", params, answer: open, example: { id: EXAMPLE_ID, is_disabled: true },
    handle: async (tx, { params, version }, asking) => {
      demandVersion(await getAccount(tx, asking.session.tenantId, params.id), version);
      await lockAccount(tx, asking, params.id);
      return written(params.id);
    },
    show: showAccount,
  }),
  apiWrite({
    path: "/api/v1/accounts/:id/disabled", method: "DELETE", versioned: true, allow, record: "account.enabled", about: "Enables a disabled account.", params, answer: open, example: { id: EXAMPLE_ID, is_disabled: false },
    handle: async (tx, { params, version }, asking) => {
      demandVersion(await getAccount(tx, asking.session.tenantId, params.id), version);
      await unlockAccount(tx, asking, params.id);
      return written(params.id, { status: 200 });
    },
    show: showAccount,
  }),
];

const membership = async (tx: ReadTx, id: string, asking: Asking): Promise<Json> => {
  const row = await getMembership(tx, asking.session.tenantId, id);
  return json(row, row.version);
};
const GRANT = { role: "case_manager", room_id: EXAMPLE_ID, controller_id: null, from_on: "2026-11-22", until_on: null };
const MEMBERSHIP = { id: EXAMPLE_ID, account_id: EXAMPLE_ID, ...GRANT, state: "waiting", version: 1 };
const memberships: Route[] = [
  apiRead({ path: "/api/v1/accounts/:id/memberships", allow, record: STAFF, about: "Roles of an account, also ended ones.", params, answer: list, example: { items: [MEMBERSHIP] }, handle: async (tx, { params }, asking) => {
    await showAccount(tx, params.id, asking);
    return json({ items: await listMemberships(tx, asking.session.tenantId, params.id) });
  } }),
  apiWrite({ path: "/api/v1/accounts/:id/memberships", method: "POST", allow, record: "role.granted", about: "Grants a role; in force once somebody else confirmed it.", params, body: grantSchema, bodyExample: GRANT, answer: open, example: MEMBERSHIP, handle: async (tx, { params, body }, asking) => written(await grantRole(tx, asking, params.id, body)), show: membership }),
  apiRead({ path: "/api/v1/memberships/waiting", allow: "role.confirm", record: STAFF, about: "Roles that wait for a second person.", answer: list, example: { items: [MEMBERSHIP] }, handle: async (tx) => json({ items: await listWaitingRoles(tx) }) }),
  apiWrite({
    path: "/api/v1/memberships/:id/confirmation", method: "PUT", versioned: true, allow: "role.confirm", record: "role.confirmed", about: "Confirms a role that somebody else granted.", params, answer: open, example: { ...MEMBERSHIP, state: "in_force" },
    handle: async (tx, { params, version }, asking) => {
      demandVersion(await getMembership(tx, asking.session.tenantId, params.id), version);
      await confirmRole(tx, asking, params.id);
      return written(params.id);
    },
    show: membership,
  }),
  apiWrite({
    path: "/api/v1/memberships/:id", method: "DELETE", versioned: true, allow, record: "role.ended", about: "Ends a role at once.", params, answer: open, example: { ...MEMBERSHIP, state: "ended" },
    handle: async (tx, { params, version }, asking) => {
      demandVersion(await getMembership(tx, asking.session.tenantId, params.id), version);
      await endRole(tx, asking, params.id);
      return written(params.id, { status: 200 });
    },
    show: membership,
  }),
];

export const apiRoutes: readonly Route[] = [me, ...offices, ...rooms, ...accounts, ...memberships];
