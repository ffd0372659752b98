import { z } from "zod";
import { actionRoute, formRoute, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { addOffice, addRoom, changeOffice, changeRoom, officeSchema, roomChangeSchema, roomSchema, shutOffice, shutRoom } from "./manage-offices.ts";
import { NewRoomPage, OfficeFormPage, OfficesPage, RoomPage, RoomsPage } from "./offices.page.tsx";
import { getOffice, getRoom, listOffices, listRooms } from "./offices.sql.ts";

const params = z.object({ id: z.uuid() });
const NAV = { nav: "administration" };
const allow = "tenant.administer";
const NO_PERSON = { none: "organisations and rooms, and no person" };

const offices = pageRoute({ path: "/verwaltung/stellen", allow, record: NO_PERSON, about: "Organisations of the tenant.", handle: async (tx, _input, asking) => {
  const rows = await listOffices(tx, asking.session.tenantId);
  return page("Stellen", () => <OfficesPage offices={rows} />, NAV);
} });

const newOffice = formRoute({
  path: "/verwaltung/stellen/neu",
  allow,
  record: "organisation.added",
  about: "Adds an organisation.",
  body: officeSchema,
  show: async (_tx, _input, asking, form) => page("Stelle anlegen", () => <OfficeFormPage office={null} form={form} fields={asking.form()} />, NAV),
  submit: async (tx, { body }, asking) => ({ ...redirect("/verwaltung/stellen", "Die Stelle ist angelegt."), id: await addOffice(tx, asking, body) }),
});

const office = formRoute({
  path: "/verwaltung/stellen/:id",
  allow,
  record: "organisation.changed",
  about: "Changes an organisation.",
  params,
  body: officeSchema,
  show: async (tx, { params }, asking, form) => {
    const row = await getOffice(tx, asking.session.tenantId, params.id);
    return page("Stelle ändern", () => <OfficeFormPage office={row} form={form} fields={asking.form()} />, NAV);
  },
  submit: async (tx, { params, body, version }, asking) => {
    await changeOffice(tx, asking, params.id, version, body);
    return redirect("/verwaltung/stellen", "Die Stelle ist geändert.");
  },
});

const shutOfficeAction = actionRoute({ path: "/verwaltung/stellen/:id/schliessen", allow, record: "organisation.closed", about: "Closes an organisation.", params, handle: async (tx, { params }, asking) => {
  await shutOffice(tx, asking, params.id);
  return redirect("/verwaltung/stellen", "Die Stelle ist geschlossen.");
} });

const rooms = pageRoute({ path: "/verwaltung/aktenbereiche", allow, record: NO_PERSON, about: "Rooms of the tenant.", handle: async (tx, _input, asking) => {
  const rows = await listRooms(tx, asking.session.tenantId);
  return page("Aktenbereiche", () => <RoomsPage rooms={rows} />, NAV);
} });

const newRoom = formRoute({
  path: "/verwaltung/aktenbereiche/neu",
  allow,
  record: "room.added",
  about: "Adds a room.",
  body: roomSchema,
  show: async (tx, _input, asking, form) => {
    const rows = await listOffices(tx, asking.session.tenantId);
    return page("Aktenbereich anlegen", () => <NewRoomPage offices={rows} form={form} fields={asking.form()} />, NAV);
  },
  submit: async (tx, { body }, asking) => ({ ...redirect("/verwaltung/aktenbereiche", "Der Aktenbereich ist angelegt."), id: await addRoom(tx, asking, body) }),
});

const room = formRoute({
  path: "/verwaltung/aktenbereiche/:id",
  allow,
  record: "room.changed",
  about: "Changes a room.",
  params,
  body: roomChangeSchema,
  show: async (tx, { params }, asking, form) => {
    const row = await getRoom(tx, asking.session.tenantId, params.id);
    return page("Aktenbereich", () => <RoomPage room={row} form={form} fields={asking.form()} />, NAV);
  },
  submit: async (tx, { params, body, version }, asking) => {
    await changeRoom(tx, asking, params.id, version, body);
    return redirect("/verwaltung/aktenbereiche", "Der Aktenbereich ist geändert.");
  },
});

const shutRoomAction = actionRoute({ path: "/verwaltung/aktenbereiche/:id/schliessen", allow, record: "room.closed", about: "Closes a room.", params, handle: async (tx, { params }, asking) => {
  await shutRoom(tx, asking, params.id);
  return redirect("/verwaltung/aktenbereiche", "Der Aktenbereich ist geschlossen.");
} });

export const officeRoutes: readonly Route[] = [offices, newOffice, office, shutOfficeAction, rooms, newRoom, room, shutRoomAction];
