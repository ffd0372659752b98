import { z } from "zod";
import { record } from "../../audit/index.ts";
import { day, flag, oneOf, optionalId, optionalTime, saidText } from "../../cases/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { actionRoute, type Asking, formRoute, type FormState, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { germanMoment } from "../../kernel/german-instant.ts";
import { readOfficeHead } from "../file/office-head.ts";
import { ofOfficePerson } from "../of-office-person.ts";
import { listOfficers } from "../office-person.sql.ts";
import { PURPOSES } from "../office-words.ts";
import { dayAddress, dayOfQuery, dayQuery, weekOf } from "./appointment-address.ts";
import { AppointmentPage, AppointmentSheet, AppointmentsPage, PersonAppointmentsPage } from "./appointments.page.tsx";
import { type AppointmentRow, countByDay, getAppointment, listAppointmentsOf, listAppointmentsOn } from "./appointments.sql.ts";
import { changeAppointment, makeAppointment, markAppointment, showAppointments } from "./change-appointments.ts";

const ofAppointment = z.object({ appointmentId: z.uuid() });
const body = z.object({ on: day("Geben Sie den Tag ein, zum Beispiel 22.11.2026."), time: optionalTime(), place: saidText(80, "Geben Sie den Raum oder Ort an."), purpose: oneOf(PURPOSES, "Wählen Sie den Zweck."), ownerId: optionalId(), needsInterpreter: flag() });
const MOST_A_DAY = 300;

async function formPage(tx: ReadTx, asking: Asking, personId: string, form: FormState, appointment?: AppointmentRow) {
  const head = await readOfficeHead(tx, asking, personId);
  const owners = (await listOfficers(tx)).map((o) => ({ value: o.id, label: o.id === asking.session.accountId ? "mir" : o.name }));
  await record(tx, asking, { action: "office_file.read", objectKind: "person", objectIds: [personId], purpose: "head" });
  const view = { head, form, hidden: asking.form(), owners, me: asking.session.accountId, ...(appointment === undefined ? {} : { appointment }) };
  return page("Termin", () => <AppointmentPage {...view} />, { nav: "appointments" });
}

async function dayShown(tx: ReadTx, asking: Asking, typed: string | undefined) {
  const shownDay = dayOfQuery(typed, asking.today);
  const appointments = await showAppointments(tx, asking, await listAppointmentsOn(tx, shownDay, shownDay, MOST_A_DAY));
  await record(tx, asking, { action: "appointment.listed", objectKind: "person", objectIds: [...new Set(appointments.map((a) => a.personId))] });
  return { day: shownDay, appointments };
}

const lists: Route[] = [
  pageRoute({
    path: "/termine", allow: "office.work", record: "appointment.listed", about: "The appointments of an authority on one day.", query: dayQuery,
    handle: async (tx, { query }, asking) => {
      const shown = await dayShown(tx, asking, query.tag);
      const week = weekOf(shown.day);
      const counts = await countByDay(tx, week[0]!, week.at(-1)!);
      const view = { ...shown, today: asking.today, week: week.map((d) => ({ day: d, n: counts.find((c) => c.day === d)?.n ?? 0 })), hidden: asking.form() };
      return page("Termine", () => <AppointmentsPage {...view} />, { nav: "appointments" });
    },
  }),
  pageRoute({
    path: "/termine/liste", allow: "office.work", record: "appointment.listed", about: "The same day on paper, for the door or the counter.", query: dayQuery,
    handle: async (tx, { query }, asking) => {
      const { session } = asking;
      const view = { ...(await dayShown(tx, asking, query.tag)), roomName: session.roomName ?? "", printedBy: `${session.givenName} ${session.familyName}`.trim(), printedAt: germanMoment(asking.now, asking.app.config.timeZone) };
      return page("Terminliste", () => <AppointmentSheet {...view} />, { nav: "appointments" });
    },
  }),
  pageRoute({
    path: "/vorgaenge/:personId/termine", allow: "office.work", record: "appointment.listed", about: "The appointments with one person.", params: ofOfficePerson,
    handle: async (tx, { params }, asking) => {
      const head = await readOfficeHead(tx, asking, params.personId);
      const appointments = await showAppointments(tx, asking, await listAppointmentsOf(tx, params.personId, MOST_A_DAY));
      await record(tx, asking, { action: "appointment.listed", objectKind: "person", objectIds: [params.personId] });
      return page("Termine", () => <PersonAppointmentsPage head={head} appointments={appointments} />, { nav: "office-files" });
    },
  }),
];

const forms: Route[] = [
  formRoute({
    path: "/vorgaenge/:personId/termine/neu", allow: "office.work", record: "appointment.added", showRecord: "office_file.read", about: "Makes an appointment with a person of the authority's room.", params: ofOfficePerson, body,
    show: (tx, { params }, asking, form) => formPage(tx, asking, params.personId, form),
    submit: async (tx, { params, body: input }, asking) => {
      await makeAppointment(tx, asking, params.personId, input);
      return redirect(`/vorgaenge/${params.personId}`, "Termin angelegt.");
    },
  }),
  formRoute({
    path: "/termine/:appointmentId", allow: "office.work", record: "appointment.changed", showRecord: "office_file.read", about: "Moves or changes an appointment.", params: ofAppointment, body,
    show: async (tx, { params }, asking, form) => {
      const appointment = await getAppointment(tx, params.appointmentId);
      return formPage(tx, asking, appointment.person_id, form, appointment);
    },
    submit: async (tx, { params, body: input, version }, asking) => {
      const before = await changeAppointment(tx, asking, params.appointmentId, version, input);
      return redirect(`/vorgaenge/${before.person_id}`, "Termin geändert.");
    },
  }),
  actionRoute({
    path: "/termine/:appointmentId/stand", allow: "office.work", record: "appointment.changed", about: "Came, did not come, cancelled, or planned again.", params: ofAppointment, body: z.object({ stand: z.enum(["planned", "came", "no_show", "cancelled"]) }),
    handle: async (tx, { params, body: { stand } }, asking) => {
      const row = await markAppointment(tx, asking, params.appointmentId, stand);
      return redirect(dayAddress(row.happens_on), "Vermerkt.", { href: `/termine/${row.id}`, label: "Termin ansehen" });
    },
  }),
];

export const appointmentRoutes: readonly Route[] = [...lists, ...forms];
